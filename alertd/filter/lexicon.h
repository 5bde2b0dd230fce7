/*
 * lexicon.h: lists of words compiled to one matcher each. A word stands for
 * itself as a whole word; "*" is any ending, " ... " up to six words between,
 * a space or hyphen any of both; /…/ is a PCRE2 pattern.
 */
#ifndef FILTER_LEXICON_H
#define FILTER_LEXICON_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "conf/rules.h"

struct lexicon;

/* A piece of normalised text; borrowed. */
struct span {
	const char *s;
	size_t n;
};

/*
 * Text as both sides are compared: NFKC, case folded, without invisible
 * characters; bad UTF-8 repaired. Release with free().
 */
char *lexicon_normal(const char *s, size_t n);

/* NULL, with each bad pattern in *problems; free with lexicon_free(). */
struct lexicon *lexicon_new(
    const char *file, const struct rule_terms *terms, struct diags *problems);
void lexicon_free(struct lexicon *l);
/*
 * The first match in text from offset from on. Returns 1 and *at (n 0 for an
 * empty list never), 0 when there is none, -1 when a limit was met.
 */
int lexicon_find(
    const struct lexicon *l, struct span text, size_t from, struct span *at);

#endif
