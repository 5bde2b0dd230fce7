/* vocabulary_house.h: vocabularies of a few words. */
#ifndef TESTS_UNIT_VOCABULARY_HOUSE_H
#define TESTS_UNIT_VOCABULARY_HOUSE_H

#include "base/buf.h"
#include "base/mem.h"
#include "filter/judge.h"

/* A vocabulary and the terms that it borrows. {.v = vocabulary_new(n)} */
struct words {
	struct vocabulary *v;
	struct rule_term terms[WORDS_COUNT];
	size_t n;
};

static inline void
words_add(struct words *w, unsigned list, bool names, const char *text)
{
	struct rule_term *t = &w->terms[w->n++];
	struct diags d = {0};

	*t = (struct rule_term){xstrdup(text), 1, 1};
	vocabulary_add(w->v, list, names, "r", &(struct rule_terms){t, 1}, &d);
	diags_print(&d, stderr);
	assert_int_equal(d.n, 0);
}

static inline void
words_clear(struct words *w)
{
	vocabulary_free(w->v);
	for (size_t i = 0; i < w->n; i++)
		free(w->terms[i].text);
}

/* The unit, as often as makes so many bytes, and the end; free() it. */
static inline char *
many(const char *unit, size_t bytes, const char *end)
{
	struct buf b;

	buf_init(&b, 65536);
	while (b.len < bytes)
		buf_adds(&b, unit);
	buf_adds(&b, end);
	return buf_steal(&b);
}

#endif
