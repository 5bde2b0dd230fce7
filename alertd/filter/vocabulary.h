/*
 * vocabulary.h: all words of the rules in one place, so that a text is read
 * once for all of them. A list is a number of the caller's. alertd-rules(5)
 * tells how a word is written.
 */
#ifndef FILTER_VOCABULARY_H
#define FILTER_VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "conf/rules.h"

struct vocabulary;

/* For lists 0 to lists - 1. Release with vocabulary_free(). */
struct vocabulary *vocabulary_new(size_t lists);
void vocabulary_free(struct vocabulary *v);

/*
 * Adds terms to a list; borrows them and file until vocabulary_free(). Every
 * bad one is in *problems. names: an abbreviation in capitals ("FMK") is
 * found with the endings of a noun, too ("FMKs").
 */
void vocabulary_add(struct vocabulary *v, unsigned list, bool names,
    const char *file, const struct rule_terms *terms, struct diags *problems);
/* All terms are there: only then anything is found. Once, and the last. */
void vocabulary_ready(struct vocabulary *v);
/* Forgets how the terms were written, and borrows nothing any more. */
void vocabulary_forget_rules(struct vocabulary *v);
#endif
