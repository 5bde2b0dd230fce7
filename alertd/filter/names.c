#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/mem.h"
#include "filter/judge.h"

#define LONG_FORM 120 /* bytes of what an abbreviation stands for */

static int
by_place(const void *pa, const void *pb)
{
	const struct hit *a = *(struct hit *const *)pa;
	const struct hit *b = *(struct hit *const *)pb;

	if (a->at != b->at)
		return a->at < b->at ? -1 : 1;
	return a->end > b->end ? -1 : a->end < b->end;
}

/* Those that lie within a longer one, of which they are a part. */
static void
drop_covered(struct hit **v, size_t n)
{
	uint32_t before = 0; /* how far the longer ones reach */

	qsort(v, n, sizeof(*v), by_place);
	for (size_t i = 0, k; i < n; i = k) {
		uint32_t reach = v[i]->end;

		for (k = i; k < n && v[k]->at == v[i]->at; k++)
			v[k]->off = v[k]->end <= before || v[k]->end < reach;
		before = reach > before ? reach : before;
	}
}

static bool
letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c & 0x80) != 0;
}

static bool
small_word(const char *s, size_t n)
{
	static const char *const words[] = {
	    "for", "og", "af", "til", "i", "the", "of", "and"};

	for (size_t i = 0; i < LENGTH(words); i++)
		if (strlen(words[i]) == n && strncmp(words[i], s, n) == 0)
			return true;
	return false;
}

/*
 * The abbreviation s, n letters, is made of the words in [from, to): each
 * gives its first letter, and a compound some more in their order.
 */
static bool
spells(const char *from, const char *to, const char *s, size_t n)
{
	const char *end;

	while (from < to && !letter(*from))
		from++;
	if (from == to)
		return n == 0;
	for (end = from; end < to && letter(*end);)
		end++;
	if (small_word(from, (size_t)(end - from)))
		return spells(end, to, s, n);
	if (n == 0 || *from != *s)
		return false;
	for (from++, s++, n--; from <= end; from++) {
		if (spells(end, to, s, n))
			return true;
		while (n > 0 && from < end && *from != *s)
			from++;
		if (n == 0 || from >= end)
			return false;
		s++;
		n--;
	}
	return false;
}

/*
 * The words that the abbreviation stands for here: in brackets behind it, or
 * before it when it is in brackets itself; n is 0 when there are none.
 */
static struct span
long_form(const struct scan *s, const struct hit *h)
{
	const char *at = s->text + h->at, *end = s->text + h->end, *p;
	size_t n = h->end - h->at;

	for (p = end;
	     *p != '\0' && *p != ',' && *p != ')' && p - end < LONG_FORM;)
		p++;
	if (strncmp(end, " (", 2) == 0 && (*p == ',' || *p == ')') &&
	    spells(end + 2, p, at, n))
		return (struct span){end + 2, (size_t)(p - end - 2)};
	if (at < s->text + 2 || at[-1] != '(' || *end != ')')
		return (struct span){NULL, 0};
	for (p = at - 2; p > s->text && at - p < LONG_FORM; p--)
		if (!letter(p[-1]) && spells(p, at - 1, at, n))
			return (struct span){p, (size_t)(at - 1 - p)};
	return (struct span){NULL, 0};
}

/* It is written out in full, and means something else than the component. */
static bool
look_alike(struct judgement *j, size_t i)
{
	const struct scan *s = &j->doc.scan;

	if (i == j->f->itself)
		return false;
	for (uint32_t k = s->first[names_of(i)]; k < s->first[names_of(i) + 1];
	     k++) {
		struct span full = long_form(s, &s->hits[k]), at;

		if (full.n > 0 && !judge_names(j, i, full, &at))
			return true;
	}
	return false;
}

/* The feed lists the component by its name: then that is what is meant. */
static bool
is_listed(struct judgement *j, size_t i)
{
	struct span at;

	for (size_t n = 0; n < j->r->n_components; n++)
		if (judge_names(j, i, j->doc.components[n], &at) &&
		    !scan_find(&j->doc.scan, unless_of(i), j->doc.components[n],
			0, &at))
			return true;
	return false;
}

void
names_settle(struct judgement *j)
{
	struct scan *s = &j->doc.scan;
	size_t from = s->first[names_of(0)], n = 0;
	struct hit **v;

	v = xcalloc(s->n_hits - from + 1, sizeof(*v));
	for (size_t i = 0; i < j->f->n; i++) {
		bool other = scan_any(s, names_of(i)) &&
			     (look_alike(j, i) || (scan_any(s, unless_of(i)) &&
						      !is_listed(j, i)));

		for (uint32_t k = s->first[names_of(i)];
		     k < s->first[names_of(i) + 1]; k++) {
			s->hits[k].off = other;
			if (!other)
				v[n++] = &s->hits[k];
		}
	}
	drop_covered(v, n);
	free(v);
}
