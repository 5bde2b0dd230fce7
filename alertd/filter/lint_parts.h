/* lint_parts.h: the steps of filter_lint(); for the files of filter/ alone. */
#ifndef FILTER_LINT_PARTS_H
#define FILTER_LINT_PARTS_H

#include "base/attr.h"
#include "base/buf.h"
#include "filter/judge.h"
#include "filter/lint.h"
#include "filter/vocabulary_parts.h"

/* A term as it is written, and the ways to read it. */
struct written {
	const struct rule_term *rule;
	unsigned list;
	size_t from, to; /* of the vocabulary's terms */
	bool dead; /* it is never found */
	bool gone; /* others find all that it does */
};

struct linter {
	const struct filter *f;
	const struct vocabulary *v;
	struct lint *out;
	struct written *w; /* by list, in the order of the file */
	size_t n;
};

/* "words.outage", "FMK, aliases"; release with free(). */
char *lint_list(const struct linter *l, unsigned list);
/* The component that the list is names of, or f->n. */
size_t lint_component(const struct linter *l, unsigned list);
#define LINT_SHORT 60 /* bytes of a term in a message */
/* The term, cut where it is long; out has room for LINT_SHORT + 4 bytes. */
const char *lint_short(const struct written *w, char *out);
/* Adds to d, which is one of out's, at the term. */
void lint_add(struct linter *l, struct diags *d, const struct written *w,
    const char *fmt, ...) ATTR_PRINTF(4, 5);

/* The term in its own words; at place k in the word-th of those there. */
void lint_spell(const struct vocabulary *v, const struct term *t, size_t k,
    size_t word, struct buf *out);

void lint_forms(struct linter *l); /* first: sets dead */
void lint_names(struct linter *l);
void lint_covered(struct linter *l); /* sets gone */
void lint_patterns(struct linter *l);

#endif
