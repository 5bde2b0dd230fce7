#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/mem.h"
#include "base/str.h"
#include "notice/danish.h"
#include "notice/testtext.h"

/* What both texts say, by language. */
static const struct words {
	const char *language;
	const char *mark, *sent; /* the first line; before the time */
	const char *subject, *tests, *nothing; /* whether it arrives */
	const char *sms, *number;
	const char *well, *runs, *silence;
} languages[] = {
    {"da", "PRØVE. Dette er ingen driftsbesked.",
	"Sendt:", "PRØVE af mail fra alertd",
	"alertd prøver, om mail når frem.", "Du skal ikke gøre noget.",
	"PRØVE. Ingen driftsbesked. alertd prøver, om SMS når frem. Du skal "
	"ikke gøre noget. Sendt",
	"nr.", "PRØVE: alt er vel med alertd",
	"alertd kører, og det seneste selvtjek fandt ingen fejl.",
	"Kommer denne mail ikke, er der noget galt."},
    {"en", "TEST. This is no notice of a fault.",
	"Sent:", "TEST of mail by alertd", "alertd tests whether mail arrives.",
	"There is nothing to do.",
	"TEST. No notice of a fault. alertd tests whether SMS arrive. There is "
	"nothing to do. Sent",
	"number", "TEST: all is well with alertd",
	"alertd runs, and its last self-check found no fault.",
	"When this mail stays out, something is wrong."},
};

static const struct words *
words_of(const char *language)
{
	for (size_t i = 0; i < LENGTH(languages); i++)
		if (str_eq(languages[i].language, language))
			return &languages[i];
	return &languages[0];
}

/* Two sentences between the mark and the time, and what comes behind. */
static char *
letter(const struct words *w, const char *first, const char *second, int64_t at,
    const char *rest)
{
	char *date = say_date(at, w->language);
	char *when = say_time(at, w->language), *text;

	text = xasprintf("%s\n\n%s\n%s\n\n%s %s %s\n%s", w->mark, first, second,
	    w->sent, date, when, rest);
	free(when);
	free(date);
	return text;
}

void
test_text_truth(const char *language, int64_t number, const char *code,
    int64_t at, struct notice_texts *out)
{
	const struct words *w = words_of(language);
	char *line = xasprintf(
	    "%s %lld.%s\n", TEST_CODE, (long long)number, code);
	char *when = say_short(at, 0, w->language);

	out->subject = xstrdup(w->subject);
	out->text = letter(w, w->tests, w->nothing, at, line);
	out->html = xstrdup("");
	out->sms = xasprintf(
	    "%s %s, %s %lld.", w->sms, when, w->number, (long long)number);
	free(when);
	free(line);
}

void
test_text_well(const char *language, int64_t at, struct notice_texts *out)
{
	const struct words *w = words_of(language);

	out->subject = xstrdup(w->well);
	out->text = letter(w, w->runs, w->silence, at, "");
	out->html = xstrdup("");
	out->sms = xstrdup("");
}

/* "12.0f1e2d3c4b5a6978" at s, which has n bytes. */
static int
read_code(
    const char *s, size_t n, int64_t *number, char *check, size_t check_size)
{
	char *text, *dot;
	int r = -1;

	while (n > 0 && *s == ' ') {
		s++;
		n--;
	}
	text = xstrndup(s, n < 64 ? n : 64);
	text[strspn(text, "0123456789abcdef.")] = '\0';
	dot = strchr(text, '.');
	if (dot != NULL && strlen(dot + 1) == check_size - 1) {
		*dot = '\0';
		r = parse_int(text, 1, INT64_MAX, number);
		memcpy(check, dot + 1, check_size);
	}
	free(text);
	return r;
}

int
test_code_find(const char *mail, size_t len, int64_t *number, char *check,
    size_t check_size)
{
	const char *at = mail, *end = mail + len;

	while ((at = memmem(at, (size_t)(end - at), TEST_CODE,
		    strlen(TEST_CODE))) != NULL) {
		at += strlen(TEST_CODE);
		if (read_code(
			at, (size_t)(end - at), number, check, check_size) == 0)
			return 0;
	}
	return -1;
}
