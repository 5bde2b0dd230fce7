#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/address.h"
#include "base/attr.h"
#include "base/cpr.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/tr.h"
#include "notice/dates.h"
#include "notice/textlint_parts.h"

void
textlint_cpr(struct textlint_run *r, const struct textlint_line *l)
{
	size_t n;

	/* Not shown again: who reads this may keep it. */
	if (cpr_find(l->text, &n) != NULL)
		textlint_add_at(r, l,
		    N_("there is what looks like a patient's number (CPR): it "
		       "must not be sent"),
		    "", 0, "");
}

void
textlint_dates(struct textlint_run *r, const struct textlint_line *l)
{
	/* Sentences of their own, so that each can be translated. */
	static const char *const says[] = {
	    N_("\"%1\" is a Monday in %2"),
	    N_("\"%1\" is a Tuesday in %2"),
	    N_("\"%1\" is a Wednesday in %2"),
	    N_("\"%1\" is a Thursday in %2"),
	    N_("\"%1\" is a Friday in %2"),
	    N_("\"%1\" is a Saturday in %2"),
	    N_("\"%1\" is a Sunday in %2"),
	};
	struct date_fault d;
	size_t from = 0;

	while (dates_fault(l->text, from, r->f->now, &d) == 1) {
		char *year = xasprintf("%d", d.year);

		textlint_add_at(r, l,
		    d.weekday < 0 ? N_("there is no such day as \"%1\"")
				  : says[d.weekday],
		    l->text + d.at, d.len, year);
		free(year);
		from = d.at + d.len;
	}
}

/* --- placeholders and words ------------------------------------------------
 */

static const struct {
	const char *text; /* folded */
	enum textlint_match match;
} left_over[] = {{"{{", MATCH_ANY}, {"}}", MATCH_ANY}, {"???", MATCH_ANY},
    {"____", MATCH_ANY}, {"[inds\u00e6t", MATCH_ANY},
    {"<inds\u00e6t", MATCH_ANY}, {"[udfyld", MATCH_ANY}, {"[skriv", MATCH_ANY},
    {"[dato", MATCH_ANY}, {"[tid", MATCH_ANY}, {"[kl", MATCH_ANY},
    {"[navn", MATCH_ANY}, {"[kommune", MATCH_ANY}, {"[insert", MATCH_ANY},
    {"<insert", MATCH_ANY}, {"[fill", MATCH_ANY}, {"[date", MATCH_ANY},
    {"[time", MATCH_ANY}, {"[name", MATCH_ANY}, {"[...]", MATCH_ANY},
    {"[\u2026]", MATCH_ANY}, {"xx", MATCH_WHOLE}, {"xxx", MATCH_WHOLE},
    {"xxxx", MATCH_WHOLE}, {"lorem", MATCH_WHOLE}, {"todo", MATCH_WHOLE},
    {"tbd", MATCH_WHOLE}, {"fixme", MATCH_WHOLE}};

/* To the end of the bracket or the word, for what is shown. */
static size_t
shown(const char *s)
{
	size_t n = strcspn(s, *s == '[' ? "]" : *s == '<' ? ">" : " ");

	if (*s == '{')
		n = strcspn(s, "}") + strspn(s + strcspn(s, "}"), "}");
	return n + (s[n] != '\0' && strchr("]>", s[n]) != NULL);
}

void
textlint_placeholders(struct textlint_run *r, const struct textlint_line *l)
{
	for (size_t i = 0; i < LENGTH(left_over); i++) {
		const char *at = textlint_word(
		    l->folded, left_over[i].text, left_over[i].match);

		/* "{{x}}" is one. */
		if (at != NULL && (*at != '}' || !strstr(l->folded, "{{")))
			textlint_add_at(r, l,
			    N_("\"%1\" stands for something that was never "
			       "filled in"),
			    at, shown(at), "");
	}
}

void
textlint_drill_words(struct textlint_run *r, const struct textlint_line *l)
{
	static const struct {
		const char *text;
		enum textlint_match match;
	} words[] = {{"\u00f8velse", MATCH_BEGINS}, {"test", MATCH_WHOLE},
	    {"testen", MATCH_WHOLE}, {"testbesked", MATCH_WHOLE},
	    {"drill", MATCH_WHOLE}, {"exercise", MATCH_WHOLE}};

	if (r->f->incident->kind != KIND_ACTUAL ||
	    (l->where != TEXTLINT_TITLE && l->where != TEXTLINT_TEXT))
		return;
	for (size_t i = 0; i < LENGTH(words); i++) {
		const char *at = textlint_word(
		    l->folded, words[i].text, words[i].match);

		if (at != NULL)
			textlint_add_at(r, l,
			    N_("\"%1\" in a notice that is no exercise"), at,
			    strcspn(at, " .,:;!?"), "");
	}
}

static const struct {
	const char *word, *instead;
} avoided[] = {
    {"n\u00f8drecept", "telefonrecept"}, /* no word of the law */
    {"workaround", "det, I kan g\u00f8re imens"},
    {"root cause", "\u00e5rsag"},
    {"hotfix", "rettelse"},
    {"asap", "hurtigst muligt"},
    {"p.t.", "lige nu"},
    {"driftsforstyrrelse", "fejl"},
    {"incident", "sag"},
};

const char *
textlint_avoid_at(size_t i, const char **instead)
{
	if (i >= LENGTH(avoided))
		return NULL;
	*instead = avoided[i].instead;
	return avoided[i].word;
}

static void
avoid(struct textlint_run *r, const struct textlint_line *l, const char *word,
    const char *instead)
{
	char *folded = textlint_fold(word);
	const char *at = textlint_word(l->folded, folded, MATCH_BEGINS);

	if (at != NULL && *instead != '\0')
		textlint_add_at(r, l, N_("do not write \"%1\"; write \"%2\""),
		    word, strlen(word), instead);
	else if (at != NULL)
		textlint_add_at(
		    r, l, N_("do not write \"%1\""), word, strlen(word), "");
	free(folded);
}

static bool
configured(const struct notices_conf *c, const char *word)
{
	for (size_t i = 0; i < c->n_avoid; i++)
		if (str_eq(c->avoid[i].word, word))
			return true;
	return false;
}

void
textlint_avoided(struct textlint_run *r, const struct textlint_line *l)
{
	const struct notices_conf *c = r->f->conf;

	for (size_t i = 0; i < c->n_avoid; i++)
		avoid(r, l, c->avoid[i].word, c->avoid[i].instead);
	for (size_t i = 0; i < LENGTH(avoided); i++)
		if (!configured(c, avoided[i].word))
			avoid(r, l, avoided[i].word, avoided[i].instead);
}

/* --- numbers, links, addresses ---------------------------------------------
 */

/* Past "tlf.", "ring til" and the like at s; s when there is none. */
static const char *
behind_keyword(const char *s)
{
	static const char *const words[] = {"telefonnummer", "telefon", "tlf",
	    "mobil", "ring", "tel", "phone", "call"};
	static const char *const between[] = {
	    "nr", "til", "p\u00e5", "on", "number"};
	const char *p = s;

	for (size_t i = 0; p == s && i < LENGTH(words); i++)
		if (str_starts(s, words[i]))
			p += strlen(words[i]);
	if (p == s || isalpha((unsigned char)*p))
		return s;
	p += strspn(p, ".: ");
	for (size_t i = 0; i < LENGTH(between); i++)
		if (str_starts(p, between[i]) &&
		    strchr(".: ", p[strlen(between[i])]) != NULL)
			return p + strlen(between[i]) +
			       strspn(p + strlen(between[i]), ".: ");
	return p;
}

/* Digits, and the single spaces and dashes between them. */
static size_t
number_length(const char *s)
{
	size_t n = *s == '+';

	for (;;) {
		if (isdigit((unsigned char)s[n]))
			n++;
		else if (n > 0 && (s[n] == ' ' || s[n] == '-') &&
			 isdigit((unsigned char)s[n + 1]))
			n++;
		else
			return n;
	}
}

/* 112, 1813 and the like, or a number that can be dialled. */
static bool
plausible(const char *number)
{
	char *plain = xstrdup(number), *to = plain, out[PHONE_SIZE];
	bool fine;

	for (const char *p = number; *p != '\0'; p++)
		if (*p != ' ' && *p != '-')
			*to++ = *p;
	*to = '\0';
	fine = (strlen(plain) <= 5 && *plain == '1') ||
	       phone_normalise(plain, out, NULL) == 0;
	free(plain);
	return fine;
}

/* "ring 2 gange": what is shorter is no number to dial. */
static size_t
count_digits(const char *s)
{
	size_t n = 0;

	for (; *s != '\0'; s++)
		n += isdigit((unsigned char)*s) != 0;
	return n;
}

void
textlint_phones(struct textlint_run *r, const struct textlint_line *l)
{
	const char *p = l->folded;

	while (*p != '\0') {
		bool begins = p == l->folded || !isalnum((unsigned char)p[-1]);
		const char *at = begins ? behind_keyword(p) : p;
		size_t n = at > p || (begins && *p == '+') ? number_length(at)
							   : 0;
		char *number = xstrndup(at, n);

		if (count_digits(number) >= 3 && !plausible(number))
			textlint_add_at(r, l,
			    N_("\"%1\" is no telephone number: Danish ones "
			       "have 8 digits"),
			    at, n, "");
		free(number);
		p = at + n + (at + n == p);
	}
}

/* What parts the words; all of it is skipped, so that the next is reached. */
#define BETWEEN " \t<>\""

/* A word of the line without what stands around it. */
struct token {
	const char *s;
	size_t n;
};

static bool
next_token(const char **p, struct token *t)
{
	*p += strspn(*p, BETWEEN "('");
	t->s = *p;
	t->n = strcspn(*p, BETWEEN);
	*p += t->n;
	while (t->n > 0 && strchr(".,;:!?)'", t->s[t->n - 1]) != NULL)
		t->n--;
	return *t->s != '\0';
}

static bool
host_valid(const char *s, size_t n)
{
	bool dot = false;

	if (n == 0 || s[0] == '.' || s[0] == '-' || s[n - 1] == '.')
		return false;
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '.' && s[i - 1] == '.')
			return false;
		dot |= s[i] == '.';
		if (!isalnum((unsigned char)s[i]) && s[i] != '.' &&
		    s[i] != '-' && ((unsigned char)s[i] & 0x80) == 0)
			return false;
	}
	return dot;
}

/* "https://host:port/path". */
static bool
link_valid(const char *link)
{
	const char *host = strstr(link, "://");
	size_t n;
	int64_t port;

	if (host == NULL ||
	    (!str_starts(link, "https://") && !str_starts(link, "http://")))
		return false;
	host += 3;
	n = strcspn(host, ":/?#");
	if (!host_valid(host, n))
		return false;
	if (host[n] == ':') {
		char *number = xstrndup(
		    host + n + 1, strcspn(host + n + 1, "/?#"));
		int bad = parse_int(number, 1, 65535, &port);

		free(number);
		if (bad == -1)
			return false;
	}
	return strpbrk(host + n, "{}\\^`|") == NULL;
}

/* A word that is meant as a link. */
static bool
is_link(const char *s)
{
	return strstr(s, "://") != NULL || str_starts(s, "www.") ||
	       str_starts(s, "http:") || str_starts(s, "https:");
}

void
textlint_links(struct textlint_run *r, const struct textlint_line *l)
{
	const char *p = l->text;
	struct token t;

	while (next_token(&p, &t)) {
		char *word = xstrndup(t.s, t.n), *folded = textlint_fold(word);

		if (is_link(folded) && !link_valid(folded))
			textlint_add_at(r, l,
			    N_("\"%1\" is no whole link: it begins with "
			       "https:// and the name of a server"),
			    word, t.n, "");
		free(folded);
		free(word);
	}
}

void
textlint_sms_links(struct textlint_run *r, const struct textlint_line *l)
{
	const char *p = l->folded;
	struct token t;

	while (l->where == TEXTLINT_SMS && next_token(&p, &t)) {
		char *word = xstrndup(t.s, t.n);

		if (is_link(word))
			textlint_add_at(r, l,
			    N_("\"%1\" is a link, and operators hold an SMS "
			       "with links back"),
			    word, t.n, "");
		free(word);
	}
}

void
textlint_addresses(struct textlint_run *r, const struct textlint_line *l)
{
	const char *p = l->text;
	struct token t;

	while (next_token(&p, &t)) {
		char *word = xstrndup(t.s, t.n);
		const char *at = str_starts(word, "mailto:") ? word + 7 : word;

		if (strchr(at, '@') != NULL && *at != '@' && !is_link(at) &&
		    !address_valid(at, NULL))
			textlint_add_at(r, l, N_("\"%1\" is no e-mail address"),
			    at, strlen(at), "");
		free(word);
	}
}
