#include <ctype.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/buf.h"
#include "base/limits.h"
#include "base/mem.h"
#include "filter/normal.h"
#include "filter/term.h"

static char *
put(char *to, const char *s, size_t n)
{
	memcpy(to, s, n);
	return to + n;
}

/* What is read so far, n bytes of what follows, and a choice. */
static char *
joined(const char *before, const char *s, size_t n, const char *choice)
{
	size_t b = strlen(before), c = strlen(choice);
	char *all = xmalloc(b + n + c + 1);

	*put(put(put(all, before, b), s, n), choice, c) = '\0';
	return all;
}

/* The ways to read text from here, behind what was read in before. */
static int
expand(const char *before, const char *text, struct strv *out)
{
	const char *open = strchr(text, '('), *close;
	struct strv choices = {0};
	bool phrase = false, optional;
	char *group;
	int r = 0;

	if (open == NULL) {
		if (out->n >= LIMIT_TERM_FORMS)
			return -1;
		strv_take(out, joined(before, "", 0, text));
		return 0;
	}
	close = strchr(open, ')');
	if (close == NULL)
		return -1;
	optional = close[1] == '?';
	group = xstrndup(open + 1, (size_t)(close - open - 1));
	if (strpbrk(group, " -.") != NULL)
		strv_split(&choices, group, "|");
	for (size_t i = 0; i < choices.n; i++)
		phrase |= strpbrk(choices.v[i], " -.") != NULL;
	if (!phrase ||
	    (open > text &&
		open[-1] == '~')) { /* stays a place for one of several words */
		strv_clear(&choices);
		strv_take(&choices, joined("{", group, strlen(group), "}"));
	}
	if (optional)
		strv_add(&choices, "");
	free(group);
	for (size_t i = 0; r == 0 && i < choices.n; i++) {
		char *so_far = joined(
		    before, text, (size_t)(open - text), choices.v[i]);

		r = expand(so_far, close + 1 + optional, out);
		free(so_far);
	}
	strv_clear(&choices);
	return r;
}

int
term_expand(const char *text, struct strv *out)
{
	return expand("", text, out);
}

/* A letter that is written with two where the keyboard lacks it, or NULL. */
static const char *
digraph(const char *p)
{
	static const char *const letters[][2] = {
	    {"\xc3\xa5", "aa"}, {"\xc3\xa6", "ae"}, {"\xc3\xb8", "oe"}};

	if (*p != letters[0][0][0]) /* they begin with the same byte */
		return NULL;
	for (size_t i = 0; i < LENGTH(letters); i++)
		if (strncmp(p, letters[i][0], 2) == 0)
			return letters[i][1];
	return NULL;
}

/* To the place that is being read: its words are the last that there are. */
static void
slot_add(struct vocabulary *v, struct slot *s, uint32_t word)
{
	for (size_t i = s->words; i < v->n_choices; i++)
		if (v->choices[i] == word)
			return;
	v->choices = xgrow(v->choices, v->n_choices, sizeof(*v->choices));
	v->choices[v->n_choices++] = word;
	s->n++;
}

static void
slot_spell(struct vocabulary *v, struct slot *s, enum word_kind kind,
    const char *text, size_t n)
{
	const char *two;
	struct buf b;

	slot_add(v, s, vocabulary_word(v, kind, text, n));
	if (memchr(text, 0xc3, n) == NULL)
		return;
	buf_init(&b, LIMIT_PATTERN * 2);
	for (const char *p = text; p < text + n; p++)
		if ((two = digraph(p)) != NULL) {
			buf_adds(&b, two);
			p++;
		} else {
			buf_addc(&b, *p);
		}
	if (b.len != n || memcmp(b.data, text, n) != 0)
		slot_add(v, s, vocabulary_word(v, kind, b.data, b.len));
	buf_clear(&b);
}

/* Whether a word goes on; strcspn() would make this table for each word. */
static bool
in_word(char c)
{
	static const bool ends[UCHAR_MAX + 1] = {['\0'] = true,
	    [' '] = true,
	    ['-'] = true,
	    ['.'] = true,
	    ['/'] = true,
	    ['\''] = true,
	    ['*'] = true,
	    ['#'] = true,
	    ['%'] = true,
	    ['|'] = true,
	    ['{'] = true,
	    ['}'] = true,
	    ['~'] = true,
	    [','] = true,
	    [':'] = true,
	    [';'] = true,
	    ['?'] = true,
	    ['!'] = true,
	    ['('] = true,
	    [')'] = true,
	    ['"'] = true};

	return !ends[(unsigned char)c];
}

/* Reads one word, with its stars; moves *p past it. False: none is there. */
static bool
read_word(struct vocabulary *v, struct slot *s, const char **p)
{
	static const enum word_kind kinds[2][2] = {
	    {WORD_EXACT, WORD_PREFIX}, {WORD_SUFFIX, WORD_INSIDE}};
	bool before = **p == '*', after;
	const char *text;
	size_t n = 0;

	if (**p == '#') {
		(*p)++;
		slot_add(v, s, vocabulary_word(v, WORD_NUMBER, "#", 1));
		return true;
	}
	text = *p += before;
	while (in_word(text[n]))
		n++;
	if (*text == '%')
		n = 1;
	if (n == 0)
		return false;
	*p += n;
	after = **p == '*';
	*p += after;
	slot_spell(v, s, kinds[before][after], text, n);
	return true;
}

/* enum sep */
static uint8_t
sep_of(char c)
{
	switch (c) {
	case ' ':
	case '-':
		return SEP_BLANK;
	case '.':
		return SEP_DOT;
	case '/':
		return SEP_SLASH;
	case '\'':
		return SEP_APOSTROPHE;
	default:
		return SEP_OTHER;
	}
}

/* What stands between two words, and whether others may. */
static const char *
skip_sep(const char *p, struct slot *s)
{
	s->sep = SEP_NONE;
	while (*p != '\0' && strchr(" -./',:;", *p) != NULL) {
		if (strncmp(p, "...", 3) == 0) {
			s->gap = true;
			p += 3;
			continue;
		}
		if (s->sep == SEP_NONE || s->sep == SEP_BLANK)
			s->sep = sep_of(*p);
		p++;
	}
	if (*p == '%' && s->sep == SEP_NONE)
		s->sep = SEP_BLANK;
	return p;
}

/* "FMK" is found as "FMKs" and "FMKen", too: an abbreviation is a noun. */
static void
add_endings(struct vocabulary *v, struct slot *s, const char *written)
{
	static const char *const endings[] = {"s", "en", "ens", "et", "ets"};
	size_t n = strlen(written), capitals = 0;
	char *normal;

	for (size_t i = 0; i < n; i++) {
		if (!isalpha((unsigned char)written[i]))
			return;
		capitals += isupper((unsigned char)written[i]) != 0;
	}
	/* "FMKs" has its ending already. */
	if (capitals < 2 || n > 5 || !isupper((unsigned char)written[n - 1]))
		return;
	normal = normal_text(written, n);
	for (size_t i = 0; i < LENGTH(endings); i++) {
		char *full = xasprintf("%s%s", normal, endings[i]);

		slot_add(
		    v, s, vocabulary_word(v, WORD_EXACT, full, strlen(full)));
		free(full);
	}
	free(normal);
}

static const char *
read_slot(struct vocabulary *v, struct slot *s, const char **p)
{
	bool group;

	if (**p == '~') {
		s->not = true;
		(*p)++;
	}
	group = **p == '{';
	*p += group;
	do {
		if (!read_word(v, s, p))
			return "a word is missing";
	} while (group && **p == '|' && *++(*p) != '\0');
	if (group && **p != '}')
		return "only words and stars may stand in brackets";
	*p += group;
	return NULL;
}

/* What a place, read well, cannot mean, or NULL. */
static const char *
check_slot(const struct slot *s, unsigned gaps)
{
	if (s->not &&s->gap)
		return "\"~\" cannot stand behind \"...\"";
	if (gaps > LIMIT_TERM_GAPS)
		return "it has more \"...\" than three";
	return NULL;
}

const char *
term_parse(struct vocabulary *v, const struct adding *a, const char *text,
    struct term *t)
{
	char *normal = normal_text(text, strlen(text));
	const char *p = normal, *why = NULL;
	size_t choices = v->n_choices;
	unsigned gaps = 0;

	t->slots = (uint32_t)v->n_slots;
	t->first = UINT16_MAX;
	while (why == NULL) {
		struct slot s = {.words = (uint32_t)v->n_choices};

		p = skip_sep(p, &s);
		if (*p == '\0')
			break;
		why = read_slot(v, &s, &p);
		gaps += s.gap;
		if (why == NULL)
			why = check_slot(&s, gaps);
		v->slots = xgrow(v->slots, v->n_slots, sizeof(*v->slots));
		if (!s.not &&t->first == UINT16_MAX)
			t->first = t->n;
		v->slots[v->n_slots++] = s;
		t->n++;
	}
	if (why == NULL && t->first == UINT16_MAX)
		why = "it has no word";
	if (why == NULL && a->names && t->n == 1)
		add_endings(v, &v->slots[t->slots], text);
	if (why != NULL) {
		v->n_slots = t->slots;
		v->n_choices = choices;
	}
	free(normal);
	return why;
}
