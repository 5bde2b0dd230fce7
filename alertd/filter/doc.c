#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "filter/doc.h"

struct parting {
	struct lexicon *const *words;
	bool failed; /* a limit was met */
};

static bool
find(struct parting *p, enum rule_words w, struct span s, size_t from,
    struct span *at)
{
	int rc = lexicon_find(p->words[w], s, from, at);

	p->failed |= rc < 0;
	return rc > 0;
}

/* What stands before a time, so that "14." in "kl. 14." can end a sentence. */
static bool
after_clock(const char *start, const char *w)
{
	while (w > start && isspace((unsigned char)w[-1]))
		w--;
	return w - start >= 3 &&
	       (strncmp(w - 3, "kl.", 3) == 0 || strncmp(w - 3, " kl", 3) == 0);
}

/* The dot at p ends a word that is written short, or a date ("6. maj"). */
static bool
inner_dot(struct parting *x, const char *start, const char *p)
{
	const char *w = p;
	struct span word, at;

	while (w > start && !isspace((unsigned char)w[-1]))
		w--;
	word = (struct span){w, (size_t)(p - w)};
	if (find(x, WORDS_SHORTENED, word, 0, &at) && at.n == word.n)
		return true;
	return word.n > 0 && word.n <= 2 && isdigit((unsigned char)w[0]) &&
	       isdigit((unsigned char)p[-1]) && !after_clock(start, w);
}

static bool
ends_sentence(struct parting *x, const char *start, const char *p)
{
	if (*p == '\n')
		return true;
	return strchr(".!?", *p) != NULL && isspace((unsigned char)p[1]) &&
	       (*p != '.' || !inner_dot(x, start, p));
}

static void
add_clause(struct doc *d, const char *s, size_t n, enum part part)
{
	if (n == 0)
		return;
	d->v = xreallocarray(d->v, d->n + 1, sizeof(*d->v));
	d->v[d->n++] = (struct clause){{s, n}, part};
}

static void
split_sentence(struct doc *d, struct parting *x, struct span s, enum part part)
{
	size_t start = 0;
	struct span at;

	while (find(x, WORDS_BREAKS, s, start, &at)) {
		size_t end = (size_t)(at.s - s.s);

		add_clause(d, s.s + start, end - start, part);
		start = end + at.n;
	}
	add_clause(d, s.s + start, s.n - start, part);
}

static void
split(struct doc *d, struct parting *x, const char *text, enum part part)
{
	const char *start = text;

	for (const char *p = text; *p != '\0'; p++)
		if (ends_sentence(x, start, p)) {
			split_sentence(d, x,
			    (struct span){
				start, (size_t)(p - start) + (*p == '?')},
			    part);
			start = p + 1;
		}
	split_sentence(d, x, (struct span){start, strlen(start)}, part);
}

/* Where a paragraph of text begins an older update; its length if none. */
static size_t
older_at(struct parting *x, const char *text)
{
	struct span all = {text, strlen(text)}, at;
	size_t first = strspn(text, " \n"), cut = all.n;
	const char *p;

	for (size_t from = first; find(x, WORDS_OLDER, all, from, &at);
	     from = (size_t)(at.s - text) + at.n)
		if ((size_t)(at.s - text) > first) {
			cut = (size_t)(at.s - text);
			break;
		}
	for (p = strstr(text, "\n\n"); p != NULL; p = strstr(p + 2, "\n\n")) {
		struct span para = {p + 2, strcspn(p + 2, "\n")};

		if ((size_t)(p - text) >= cut)
			break;
		if (find(x, WORDS_STATUS_OPEN, para, 0, &at) &&
		    at.s == para.s && strncmp(at.s + at.n, " - ", 3) == 0)
			return (size_t)(p + 2 - text);
	}
	return cut;
}

int
doc_init(struct doc *d, const struct report *r, struct lexicon *const *words)
{
	struct parting x = {words, false};
	size_t len = strlen(r->text);
	size_t newest = r->newest > 0 && r->newest < len ? r->newest : len;
	char *rest;
	size_t cut;

	*d = (struct doc){0};
	d->title = lexicon_normal(r->title, strlen(r->title));
	d->newest = lexicon_normal(r->text, newest);
	rest = lexicon_normal(r->text + newest, len - newest);
	cut = older_at(&x, d->newest);
	d->older = xasprintf("%s\n%s", d->newest + cut, rest);
	d->newest[cut] = '\0';
	free(rest);
	split(d, &x, d->title, PART_TITLE);
	split(d, &x, d->newest, PART_NEWEST);
	split(d, &x, d->older, PART_OLDER);
	return x.failed ? -1 : 0;
}

void
doc_clear(struct doc *d)
{
	free(d->title);
	free(d->newest);
	free(d->older);
	free(d->v);
	*d = (struct doc){0};
}
