#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/fold.h"
#include "base/mem.h"
#include "base/str.h"
#include "escalation/members.h"

/* As both sides are compared; bad UTF-8 stays what it is. */
static char *
folded(const char *s)
{
	return str_trim(fold(s));
}

void
members_add(struct members *l, const char *name, const char *email)
{
	l->v = xreallocarray(l->v, l->n + 1, sizeof(*l->v));
	l->v[l->n++] = (struct member){
	    .name = xstrdup(name), .word = folded(name), .mail = folded(email)};
}

void
members_clear(struct members *l)
{
	for (size_t i = 0; i < l->n; i++) {
		free(l->v[i].name);
		free(l->v[i].word);
		free(l->v[i].mail);
	}
	free(l->v);
	*l = (struct members){0};
}

const struct member *
members_named(const struct members *l, const char *name)
{
	const struct member *found = NULL;
	char *word = folded(name);

	for (size_t i = 0; *word != '\0' && i < l->n && found == NULL; i++)
		if (str_eq(word, l->v[i].word))
			found = &l->v[i];
	free(word);
	return found;
}

const struct member *
members_mailed(const struct members *l, const char *email)
{
	const struct member *found = NULL;
	char *mail = folded(email);

	for (size_t i = 0; *mail != '\0' && i < l->n && found == NULL; i++)
		if (str_eq(mail, l->v[i].mail))
			found = &l->v[i];
	free(mail);
	return found;
}

/* A letter or digit at s: what a word goes on with. */
static bool
is_word(const char *s)
{
	uint32_t c = utf8_next(&s);
	utf8proc_category_t k = utf8proc_category((utf8proc_int32_t)c);

	return c != 0 &&
	       ((k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_MC) ||
		   k == UTF8PROC_CATEGORY_ND);
}

/* Where the character before at begins. */
static const char *
before(const char *text, const char *at)
{
	do
		at--;
	while (at > text && ((unsigned char)*at & 0xc0) == 0x80);
	return at;
}

/* The name's place in the text as words of their own, or NULL. */
static const char *
find_words(const char *text, const char *name)
{
	size_t n = strlen(name);

	for (const char *p = text; n > 0 && (p = strstr(p, name)) != NULL; p++)
		if ((p == text || !is_word(before(text, p))) && !is_word(p + n))
			return p;
	return NULL;
}

/* The name stands there within a longer one of the team alone. */
static bool
within_longer(const struct members *l, const char *text, const char *name)
{
	for (size_t i = 0; i < l->n; i++)
		if (strlen(l->v[i].word) > strlen(name) &&
		    find_words(text, l->v[i].word) != NULL &&
		    find_words(l->v[i].word, name) != NULL)
			return true;
	return false;
}

const struct member *
members_in(const struct members *l, const char *text)
{
	const struct member *found = NULL;
	char *words = folded(text);
	size_t n = 0;

	for (size_t i = 0; i < l->n; i++) {
		if (find_words(words, l->v[i].word) == NULL ||
		    within_longer(l, words, l->v[i].word))
			continue;
		found = &l->v[i];
		n++;
	}
	free(words);
	return n == 1 ? found : NULL;
}
