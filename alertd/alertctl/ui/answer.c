#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "alertctl/ui/answer.h"
#include "base/attr.h"
#include "base/fold.h"
#include "base/mem.h"
#include "base/str.h"

enum fit { FIT_NOT, FIT_BEGINS, FIT_WHOLE };

/* How the answer, folded, fits the n bytes of a word. */
static enum fit
fit_word(const char *answer, const char *word, size_t n)
{
	char *copy = xstrndup(word, n), *folded = fold(copy);
	enum fit f = FIT_NOT;

	if (str_eq(folded, answer))
		f = FIT_WHOLE;
	else if (str_starts(folded, answer))
		f = FIT_BEGINS;
	free(folded);
	free(copy);
	return f;
}

static enum fit
fit_choice(const char *answer, const struct choice *c)
{
	enum fit best = fit_word(answer, c->name, strlen(c->name));
	const char *also = c->also == NULL ? "" : c->also;

	for (also += strspn(also, " "); *also != '\0';
	     also += strspn(also, " ")) {
		size_t n = strcspn(also, " ");
		enum fit f = fit_word(answer, also, n);

		best = f > best ? f : best;
		also += n;
	}
	return best;
}

/* The one choice that fits so well. */
static int
one_that_fits(
    const char *answer, const struct choice *list, size_t n, enum fit least)
{
	int found = ANSWER_NONE;

	for (size_t i = 0; i < n; i++) {
		if (fit_choice(answer, &list[i]) < least)
			continue;
		if (found != ANSWER_NONE)
			return ANSWER_SEVERAL;
		found = (int)i;
	}
	return found;
}

int
answer_choice(const char *line, const struct choice *list, size_t n)
{
	int64_t number;
	char *answer;
	int found;

	if (str_empty(line))
		return ANSWER_NONE;
	if (parse_int(line, 1, (int64_t)n, &number) == 0)
		return (int)number - 1;
	answer = fold(line);
	found = one_that_fits(answer, list, n, FIT_WHOLE);
	if (found == ANSWER_NONE)
		found = one_that_fits(answer, list, n, FIT_BEGINS);
	free(answer);
	return found;
}

int
answer_yes(const char *line)
{
	static const struct choice words[] = {
	    {"no", "nej", NULL}, {"yes", "ja", NULL}};

	/* A number is no answer to this. */
	if (*line >= '0' && *line <= '9')
		return ANSWER_NONE;
	return answer_choice(line, words, LENGTH(words));
}
