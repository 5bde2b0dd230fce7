/* explain.h: why a report is judged as it is, step by step. Pure. */
#ifndef FILTER_EXPLAIN_H
#define FILTER_EXPLAIN_H

#include <jansson.h>

#include "filter/filter.h"

/*
 * A JSON object, new reference, in the order in which it is thought:
 *   clauses     what is read: part (title, newest, older), text, says, and
 *               words, each with its list, the rule that found it and its line
 *   components  each that is named or listed: state, listed, and whether the
 *               title is about it
 *   rule, why   the step that decided
 *   without     what would have changed the finding: word and list (a word
 *               less), or component (listed as operational), and the verdict,
 *               effect and phase that would have come out
 *   verdict, effect, phase   what came out
 * "without" is found by judging again, once for each word.
 */
json_t *explain_report(const struct filter *f, const struct report *r);

#endif
