#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/buf.h"
#include "base/mem.h"
#include "base/sms.h"
#include "base/str.h"
#include "base/tr.h"
#include "notice/lix.h"
#include "notice/textlint_parts.h"

#define LIX_MOST 40
#define LIX_WORDS 10 /* fewer say nothing of how a text reads */

/* A text in which a part is looked for. */
struct part_text {
	const struct textlint_run *r;
	const char *folded;
	bool sms;
};

/* Whether the value of that name, or its short form, is in the text. */
static bool
has_value(const struct part_text *t, const char *name)
{
	char *small = xasprintf("%s_short", name);
	const char *forms[] = {
	    textlint_value(t->r, name), textlint_value(t->r, small)};
	bool found = false;

	for (size_t i = 0; !found && i < LENGTH(forms); i++) {
		char *value = textlint_fold(forms[i]);

		found = *value != '\0' && strstr(t->folded, value) != NULL;
		free(value);
	}
	free(small);
	return found;
}

static bool
has_any(const struct part_text *t, const char *const *words)
{
	for (; *words != NULL; words++)
		if (textlint_word(t->folded, *words, MATCH_BEGINS) != NULL)
			return true;
	return false;
}

/* The service as a word; in "FMK-2026-0007" it is none. */
static bool
says_what(const struct part_text *t)
{
	char *service = textlint_fold(textlint_value(t->r, "service"));
	size_t n = strlen(service);
	const char *p = t->folded;

	while (
	    (p = textlint_word(p, service, MATCH_WHOLE)) != NULL && p[n] == '-')
		p += n;
	free(service);
	return p != NULL;
}

static bool
says_who(const struct part_text *t)
{
	static const char *const words[] = {"hvem er ramt", "alle, der",
	    "alle der", "rammer", "kan ramme", "er ikke ramt", "who is hit",
	    "all who", "hits", "may hit", "is not hit", NULL};

	return has_any(t, words) || (t->sms && textlint_ends(t->r));
}

/* Where it is known; not in the SMS when what is wrong has changed. */
static bool
says_since(const struct part_text *t)
{
	const char *name = t->r->f->incident->effect == EFFECT_PLANNED
			       ? "starts"
			       : "since";

	if (*textlint_value(t->r, name) == '\0' ||
	    t->r->f->type == NOTICE_CORRECTION)
		return true;
	if (t->sms &&
	    (json_is_true(json_object_get(t->r->data, "effect_changed")) ||
		textlint_ends(t->r)))
		return true;
	return has_value(t, name);
}

static bool
says_what_to_do(const struct part_text *t)
{
	static const char *const heads[] = {"hvad skal i g\u00f8re",
	    "what to do", "hvad g\u00f8r i", "\n- ", NULL};
	static const char *const words[] = {"brug", "hent", "tjek", "vent",
	    "arbejd", "f\u00f8lg", "pr\u00f8v", "ret ikke", "giv", "ring",
	    "use", "fetch", "check", "wait", "work", "follow", "try", "call",
	    "do not", NULL};

	return t->sms ? has_any(t, words)
		      : has_any(t, heads) || strstr(t->folded, "\n- ") != NULL;
}

static bool
says_online(const struct part_text *t)
{
	return strstr(t->folded, "fmk-online") != NULL ||
	       (t->sms && textlint_ends(t->r));
}

static bool
says_next(const struct part_text *t)
{
	return t->r->f->next == TIME_NONE || has_value(t, "next");
}

/* The last one is marked. */
static bool
says_closed(const struct part_text *t)
{
	static const char *const words[] = {"afsluttet", "closed", NULL};

	return t->r->f->type != NOTICE_RESOLVED || has_any(t, words);
}

static bool
says_contact(const struct part_text *t)
{
	return has_value(t,
	    *textlint_value(t->r, "contact") != '\0' ? "contact" : "signature");
}

/* "nr. 3", "no. 3", "#3". */
static bool
says_number(const struct part_text *t)
{
	static const char *const before[] = {
	    "nr. ", "nr ", "no. ", "no ", "#", "besked ", "notice "};
	bool found = false;

	for (size_t i = 0; !found && i < LENGTH(before); i++) {
		char *number = xasprintf("%s%d", before[i], t->r->f->number);

		found = textlint_word(t->folded, number, MATCH_WHOLE) != NULL;
		free(number);
	}
	return found;
}

static bool
says_reference(const struct part_text *t)
{
	return has_value(t, "reference");
}

static const struct {
	const char *name;
	const char *say;
	bool (*there)(const struct part_text *);
	bool drill; /* also in the SMS of a drill, in which nothing is wrong */
} parts[] = {
    {"what", N_("it does not say what is hit (%1)"), says_what, false},
    {"who", N_("it does not say who is hit"), says_who, false},
    {"since", N_("it does not say since when (%1)"), says_since, false},
    {"do", N_("it does not say what to do"), says_what_to_do, false},
    {"fmk-online", N_("it does not say whether FMK-online works"), says_online,
	false},
    {"next", N_("it does not say when the next notice comes (%1)"), says_next,
	true},
    {"closed", N_("it does not say that the case is closed"), says_closed,
	true},
    {"contact", N_("it does not say whom to contact (%1)"), says_contact, true},
    {"number", N_("it does not have the number of the notice (%1)"),
	says_number, true},
    {"reference", N_("it does not have the reference of the case (%1)"),
	says_reference, true},
};

/* What should have stood there. */
static char *
expected(const struct textlint_run *r, const char *part)
{
	static const char *const names[][2] = {{"what", "service"},
	    {"next", "next"}, {"since", "since"}, {"contact", "contact"},
	    {"reference", "reference"}};

	if (str_eq(part, "number"))
		return xasprintf("%d", r->f->number);
	if (str_eq(part, "since") && r->f->incident->effect == EFFECT_PLANNED)
		return xstrdup(textlint_value(r, "starts"));
	if (str_eq(part, "contact") && *textlint_value(r, "contact") == '\0')
		return xstrdup(textlint_value(r, "signature"));
	for (size_t i = 0; i < LENGTH(names); i++)
		if (str_eq(names[i][0], part))
			return xstrdup(textlint_value(r, names[i][1]));
	return xstrdup("");
}

static void
look_for_parts(
    struct textlint_run *r, enum textlint_where where, const char *text)
{
	char *folded = textlint_fold(text);
	struct part_text t = {r, folded, where == TEXTLINT_SMS};
	bool drill = t.sms && r->f->incident->drill_ends != TIME_NONE;

	for (size_t i = 0; i < LENGTH(parts); i++) {
		char *words;

		if ((drill && !parts[i].drill) || parts[i].there(&t))
			continue;
		words = expected(r, parts[i].name);
		textlint_add(r, where, 0, parts[i].say, words, parts[i].name);
		free(words);
	}
	free(folded);
}

void
textlint_parts(struct textlint_run *r)
{
	look_for_parts(r, TEXTLINT_MAIL, r->mail);
	look_for_parts(r, TEXTLINT_SMS, r->t->sms);
}

void
textlint_next(struct textlint_run *r)
{
	if (r->f->next != TIME_NONE && r->f->next <= r->f->now)
		textlint_add(r, TEXTLINT_MAIL, 0,
		    N_("the next notice is promised for a time that has passed "
		       "(%1)"),
		    textlint_value(r, "next"), "");
}

void
textlint_end(struct textlint_run *r)
{
	int64_t end = r->f->incident->expected_end;

	if (end != TIME_NONE && end <= r->f->now && !textlint_ends(r))
		textlint_add(r, TEXTLINT_MAIL, 0,
		    N_("the end that is expected has passed, so it is left "
		       "out"),
		    "", "");
}

void
textlint_segments(struct textlint_run *r)
{
	size_t n = sms_measure(r->t->sms).segments;
	char *is, *most;

	if (n <= (size_t)r->f->max_segments)
		return;
	is = xasprintf("%zu", n);
	most = xasprintf("%lld", (long long)r->f->max_segments);
	textlint_add(r, TEXTLINT_SMS, 0,
	    N_("it has %1 parts, and %2 are allowed"), is, most);
	free(is);
	free(most);
}

void
textlint_cut(struct textlint_run *r)
{
	char *most;

	if (!r->t->cut)
		return;
	most = xasprintf("%lld", (long long)r->f->max_segments);
	textlint_add(r, TEXTLINT_SMS, 0,
	    N_("it is cut so that it fits in %1 parts; the mail has all of it"),
	    most, "");
	free(most);
}

/* Each character that GSM-7 has not, once, with the first place of it. */
static char *
foreign_places(const char *sms)
{
	char *foreign = sms_foreign(sms);
	struct buf b;

	buf_init(&b, 1024);
	for (const char *p = foreign; *p != '\0';) {
		const char *c = p, *s = sms;
		size_t place = 1, n;

		utf8_next(&p);
		n = (size_t)(p - c);
		for (; *s != '\0' && strncmp(s, c, n) != 0; place++)
			utf8_next(&s);
		if (buf_addf(&b, "%s\"%.*s\" (%zu)", b.len > 0 ? ", " : "",
			(int)n, c, place) == -1)
			break;
	}
	free(foreign);
	return buf_steal(&b);
}

void
textlint_alphabet(struct textlint_run *r)
{
	char *places;

	if (!sms_measure(r->t->sms).ucs2)
		return;
	places = foreign_places(r->t->sms);
	textlint_add(r, TEXTLINT_SMS, 0,
	    N_("70 characters go into a part instead of 160, because of %1 "
	       "(the place of the character)"),
	    places, "");
	free(places);
}

static void
check_lix(struct textlint_run *r, enum textlint_where where, const char *text)
{
	double is = lix(text);
	char *words;

	if (is <= LIX_MOST)
		return;
	words = xasprintf("%.0f", is);
	textlint_add(r, where, 0,
	    N_("it is hard to read: LIX %1, and 40 is the most; write shorter "
	       "sentences and words"),
	    words, "");
	free(words);
}

/* The scale is for Danish. */
void
textlint_lix(struct textlint_run *r)
{
	if (!textlint_danish(r))
		return;
	check_lix(r, TEXTLINT_MAIL, r->t->text);
	check_lix(r, TEXTLINT_SMS, r->sms);
}

static size_t
count_words(const char *s)
{
	size_t n = 0;

	while (*(s += strspn(s, " \t\r\n")) != '\0') {
		s += strcspn(s, " \t\r\n");
		n++;
	}
	return n;
}

/* What the operator wrote, which the mail quotes. */
void
textlint_lix_own(struct textlint_run *r)
{
	const struct incident *i = r->f->incident;

	if (r->o->ours && textlint_danish(r) &&
	    count_words(i->news) >= LIX_WORDS)
		check_lix(r, TEXTLINT_TEXT, i->news);
}

/* Whether the text, without what is around it, begins and ends with mark. */
static bool
marked(const char *text, const char *mark)
{
	size_t n = strlen(text);

	while (n > 0 && strchr("\n .", text[n - 1]) != NULL)
		n--;
	return str_starts(text, mark) && n >= strlen(mark) &&
	       strncmp(text + n - strlen(mark), mark, strlen(mark)) == 0;
}

static void
check_mark(struct textlint_run *r, enum textlint_where where, const char *text)
{
	static const char *const marks[] = {[KIND_ACTUAL] = "",
	    [KIND_EXERCISE] = "ØVELSE",
	    [KIND_TEST] = "TEST"};
	const char *mark = marks[r->f->incident->kind];

	if (*mark != '\0' && !marked(text, mark))
		textlint_add(r, where, 0,
		    N_("%1 has to be the first word and the last"), mark, "");
	else if (*mark == '\0' && (textlint_word(text, "ØVELSE", MATCH_WHOLE) ||
				      str_starts(text, "TEST")))
		textlint_add(r, where, 0,
		    N_("it says that it is an exercise, and it is none"), "",
		    "");
}

void
textlint_marks(struct textlint_run *r)
{
	static const char *const idle[] = {
	    "foretag jer ikke noget", "do nothing", NULL};
	char *folded;

	check_mark(r, TEXTLINT_SUBJECT, r->t->subject);
	check_mark(r, TEXTLINT_SMS, r->sms);
	check_mark(r, TEXTLINT_MAIL, r->mail);
	if (r->f->incident->kind != KIND_EXERCISE)
		return;
	folded = textlint_fold(r->mail);
	if (!has_any(&(struct part_text){r, folded, false}, idle))
		textlint_add(r, TEXTLINT_MAIL, 0,
		    N_("it does not say that nothing is to be done in "
		       "production"),
		    "", "");
	free(folded);
}
