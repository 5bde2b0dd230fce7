#include <string.h>
#include <utf8proc.h>

#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "filter/token.h"
#include "filter/vocabulary_parts.h"

/* A line that is so long goes on in the next one: bytes. */
#define WRAPPED 60

/* The length of the letter or digit at p, 0 when it is none. */
static size_t
letter(const char *p)
{
	const unsigned char *u = (const unsigned char *)p;
	const char *next = p;
	utf8proc_category_t c;

	if (u[0] < 0x80)
		return (u[0] >= 'a' && u[0] <= 'z') ||
		       (u[0] >= '0' && u[0] <= '9');
	if (u[0] == 0xc3)
		return u[1] != 0x97 && u[1] != 0xb7 ? 2 : 0;
	c = utf8proc_category((utf8proc_int32_t)utf8_next(&next));
	return c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_NO
		   ? (size_t)(next - p)
		   : 0;
}

static size_t
word_length(const char *p)
{
	size_t n = 0, one;

	if (*p == '%')
		return 1;
	while ((one = letter(p + n)) > 0)
		n += one;
	return n;
}

static void
add(struct scan *s, size_t *room, size_t at, size_t n, uint8_t sep)
{
	if (s->n_tokens == *room) {
		*room = *room == 0 ? 128 : 2 * *room;
		s->tokens = xreallocarray(s->tokens, *room, sizeof(*s->tokens));
	}
	s->tokens[s->n_tokens++] = (struct token){
	    .at = (uint32_t)at, .end = (uint32_t)(at + n), .sep = sep};
}

static uint8_t
sep_after(uint8_t sep, char c)
{
	if (c == '\n')
		return SEP_LINE;
	if (strchr(" \t-_()", c) != NULL)
		return sep == SEP_NONE ? SEP_BLANK : sep;
	if (sep != SEP_NONE)
		return sep == SEP_LINE ? SEP_LINE : SEP_OTHER;
	return c == '.'	   ? SEP_DOT
	       : c == '/'  ? SEP_SLASH
	       : c == '\'' ? SEP_APOSTROPHE
			   : SEP_OTHER;
}

void
token_read(struct scan *s)
{
	uint8_t sep = SEP_NONE;
	size_t room = 0, n;

	for (size_t i = 0; s->text[i] != '\0'; i += n) {
		n = word_length(s->text + i);
		if (n > 0) {
			if (s->text[i] == '%' && sep == SEP_NONE)
				sep = SEP_BLANK; /* "90%" is "90 %" */
			add(s, &room, i, n, sep);
			sep = SEP_NONE;
			continue;
		}
		n = 1;
		sep = sep_after(sep, s->text[i]);
	}
}

static bool
is_word(const struct scan *s, const struct token *t, const char *word)
{
	size_t n = strlen(word);

	return t->end - t->at == n && memcmp(s->text + t->at, word, n) == 0;
}

static bool
digit(const struct scan *s, uint32_t at)
{
	return s->text[at] >= '0' && s->text[at] <= '9';
}

/*
 * "6." of "6. maj" and "d. 6. maj", "7." of "6.-7. maj"; but not of "kl. 6. Vi"
 * or "14.06. Vi" or "4-6. Vi".
 */
static bool
ordinal(const struct scan *s, size_t i, const bool *short_end)
{
	const struct token *t = &s->tokens[i];
	const char *gap;

	if (t->end - t->at > 2 || !digit(s, t->at) || !digit(s, t->end - 1))
		return false;
	if (i == 0)
		return true;
	if (is_word(s, t - 1, "kl") || is_word(s, t - 1, "klokken"))
		return false;
	gap = s->text + t[-1].end;
	if (digit(s, t[-1].at))
		return strncmp(gap, ".-", 2) == 0 ||
		       strncmp(gap, ". -", 3) == 0;
	return t->sep == SEP_BLANK || t->sep == SEP_OTHER ||
	       (t->sep == SEP_DOT && short_end[i - 1]);
}

/* A line that was broken for its length, and not by its writer. */
static bool
wrapped(const struct scan *s, uint32_t from, uint32_t to)
{
	const char *gap = memchr(s->text + from, '\n', to - from), *line;

	if (gap == NULL || gap != s->text + from ||
	    strcspn(gap + 1, "\n-*\xe2") < (size_t)(s->text + to - gap - 1))
		return false;
	for (line = gap; line > s->text && line[-1] != '\n';)
		line--;
	return gap - line >= WRAPPED;
}

/* The text between two tokens ends a sentence. */
static bool
parted(const struct scan *s, size_t i, const bool *short_end)
{
	uint32_t from = s->tokens[i].end, to = s->tokens[i + 1].at;

	for (uint32_t k = from; k < to; k++) {
		char c = s->text[k], next = s->text[k + 1];

		if (c == '\n')
			return !wrapped(s, from, to);
		if (strchr(".!?", c) == NULL ||
		    strchr(" \n\t\"')", next) == NULL)
			continue;
		if (c != '.' || k > from ||
		    (!short_end[i] && !ordinal(s, i, short_end)))
			return true;
	}
	return false;
}

void
token_sentences(struct scan *s, const bool *short_end)
{
	uint32_t n = 0, start = 0;

	for (size_t i = 0; i < s->n_tokens; i++) {
		const struct token *t = &s->tokens[i];

		s->tokens[i].sentence = n;
		if (i + 1 < s->n_tokens &&
		    ((t[1].sep >= SEP_DOT && parted(s, i, short_end)) ||
			t[1].end - start > LIMIT_SENTENCE)) {
			start = t[1].at;
			n++;
		}
	}
}
