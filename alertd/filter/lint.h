/*
 * lint.h: what of the rules can be read, but will not do what its writer
 * meant. For "alertctl config check" alone: none of it keeps a daemon from
 * starting or reloading, since rules that it finds fault with still judge.
 */
#ifndef FILTER_LINT_H
#define FILTER_LINT_H

#include "base/str.h"
#include "filter/filter.h"

/* {0} is empty; release with lint_clear(). */
struct lint {
	/*
	 * What is surely wrong: a name of two components; a word, a name or a
	 * component that nothing can ever be found by; a pattern that finds
	 * nothing, nearly everything, or has no bound; a feed that is not read.
	 */
	struct diags mistakes;
	/* What is of no use: words that others find anyway, signs that count
	 * for nothing, names that always or never decide. */
	struct diags remarks;
};

/*
 * Adds what there is to say of the rules, each with its place and what to do
 * about it. feeds: the names of those that alertd.yaml has. Takes a second or
 * so where there are patterns: they are tried.
 */
void
filter_lint(const struct filter *f, const struct strv *feeds, struct lint *out);
void lint_clear(struct lint *l);

#endif
