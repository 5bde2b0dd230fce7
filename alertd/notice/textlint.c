#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/attr.h"
#include "base/buf.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/tr.h"
#include "notice/textlint_parts.h"

#define WORDS 80 /* bytes of the words that a finding shows */

/* One of whole and line. */
struct textlint_check {
	const char *name;
	enum textlint_severity severity;
	void (*whole)(struct textlint_run *);
	void (*line)(struct textlint_run *, const struct textlint_line *);
};

static const struct textlint_check checks[] = {
    {"cpr", TEXTLINT_REFUSED, NULL, textlint_cpr},
    {"part", TEXTLINT_STOP, textlint_parts, NULL},
    {"next", TEXTLINT_STOP, textlint_next, NULL},
    {"date", TEXTLINT_STOP, NULL, textlint_dates},
    {"placeholder", TEXTLINT_STOP, NULL, textlint_placeholders},
    {"exercise", TEXTLINT_STOP, textlint_marks, NULL},
    {"segments", TEXTLINT_STOP, textlint_segments, NULL},
    {"exercise-words", TEXTLINT_WARNING, NULL, textlint_drill_words},
    {"end", TEXTLINT_WARNING, textlint_end, NULL},
    {"cut", TEXTLINT_WARNING, textlint_cut, NULL},
    {"alphabet", TEXTLINT_WARNING, textlint_alphabet, NULL},
    {"lix", TEXTLINT_WARNING, textlint_lix, NULL},
    {"lix-own", TEXTLINT_WARNING, textlint_lix_own, NULL},
    {"phone", TEXTLINT_WARNING, NULL, textlint_phones},
    {"link", TEXTLINT_WARNING, NULL, textlint_links},
    {"sms-link", TEXTLINT_WARNING, NULL, textlint_sms_links},
    {"address", TEXTLINT_WARNING, NULL, textlint_addresses},
    {"avoid", TEXTLINT_WARNING, NULL, textlint_avoided},
};

static const struct {
	const char *name; /* in JSON */
	const char *place; /* in a sentence */
} wheres[] = {
    [TEXTLINT_SUBJECT] = {"subject", N_("the subject")},
    [TEXTLINT_MAIL] = {"mail", N_("the mail")},
    [TEXTLINT_SMS] = {"sms", N_("the SMS")},
    [TEXTLINT_TITLE] = {"title", N_("the title")},
    [TEXTLINT_TEXT] = {"text", N_("the text")},
};

const char *
textlint_where_name(enum textlint_where w)
{
	return wheres[w].name;
}

const char *
textlint_severity_name(enum textlint_severity s)
{
	static const char *const names[] = {"warning", "stop", "refused"};

	return names[s];
}

const char *
textlint_check_at(size_t i, enum textlint_severity *severity)
{
	if (i >= LENGTH(checks))
		return NULL;
	*severity = checks[i].severity;
	return checks[i].name;
}

char *
textlint_fold(const char *s)
{
	utf8proc_uint8_t *out = NULL;
	char *fine;

	if (utf8proc_map((const utf8proc_uint8_t *)s, 0, &out,
		UTF8PROC_NULLTERM | UTF8PROC_STABLE | UTF8PROC_COMPOSE |
		    UTF8PROC_CASEFOLD) < 0)
		return xstrdup(s);
	fine = xstrdup((char *)out);
	free(out);
	return fine;
}

/* Whether a letter or a digit is at s; behind is for what ends before it. */
static bool
in_word(const char *s)
{
	utf8proc_category_t k;

	if (*s == '\0')
		return false;
	k = utf8proc_category((utf8proc_int32_t)utf8_next(&s));
	return (k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_LO) ||
	       k == UTF8PROC_CATEGORY_ND;
}

static bool
word_before(const char *from, const char *s)
{
	if (s == from)
		return false;
	for (s--; s > from && ((unsigned char)*s & 0xc0) == 0x80;)
		s--;
	return in_word(s);
}

const char *
textlint_word(const char *text, const char *word, enum textlint_match match)
{
	size_t n = strlen(word);

	for (const char *p = text; (p = strstr(p, word)) != NULL; p++) {
		if (match == MATCH_ANY)
			return p;
		if (word_before(text, p))
			continue;
		if (match == MATCH_BEGINS || !in_word(p + n))
			return p;
	}
	return NULL;
}

const char *
textlint_value(const struct textlint_run *r, const char *name)
{
	const char *s = json_string_value(json_object_get(r->data, name));

	return s == NULL ? "" : s;
}

bool
textlint_danish(const struct textlint_run *r)
{
	return str_eq(r->f->conf->language, "da");
}

bool
textlint_ends(const struct textlint_run *r)
{
	return r->f->type == NOTICE_RESOLVED || r->f->type == NOTICE_CORRECTION;
}

static void
put(struct textlint *l, struct textlint_finding f)
{
	l->v = xreallocarray(l->v, l->n + 1, sizeof(*l->v));
	l->v[l->n++] = f;
}

void
textlint_copy(struct textlint *l, const struct textlint_finding *f)
{
	struct textlint_finding copy = *f;

	copy.words = xstrdup(f->words);
	copy.more = xstrdup(f->more);
	put(l, copy);
}

static void
add(struct textlint_run *r, bool ours, enum textlint_where where, unsigned line,
    const char *say, char *words, const char *more)
{
	enum textlint_severity s = r->check->severity;

	if (!ours || (r->o->fallback && s == TEXTLINT_STOP))
		s = TEXTLINT_WARNING;
	put(r->out, (struct textlint_finding){
			.check = r->check->name,
			.severity = s,
			.where = where,
			.line = line,
			.say = say,
			.words = words,
			.more = xstrdup(more),
		    });
}

void
textlint_add(struct textlint_run *r, enum textlint_where where, unsigned line,
    const char *say, const char *words, const char *more)
{
	add(r, true, where, line, say, xstrdup(words), more);
}

void
textlint_add_at(struct textlint_run *r, const struct textlint_line *l,
    const char *say, const char *words, size_t n, const char *more)
{
	add(r, l->ours, l->where, l->number, say,
	    xstrndup(words, utf8_cut(words, n < WORDS ? n : WORDS)), more);
}

/* Each check looks at the line. */
static void
look_at(struct textlint_run *r, struct textlint_line *l)
{
	l->folded = textlint_fold(l->text);
	for (size_t i = 0; i < LENGTH(checks); i++) {
		r->check = &checks[i];
		if (checks[i].line != NULL)
			checks[i].line(r, l);
	}
	free(l->folded);
}

static void
look_at_lines(struct textlint_run *r, enum textlint_where where,
    const char *text, bool ours)
{
	struct textlint_line l = {.where = where, .ours = ours};

	while (*text != '\0') {
		size_t n = strcspn(text, "\n");
		char *line = xstrndup(text, n);

		l.number++;
		l.text = line;
		look_at(r, &l);
		free(line);
		text += n + (text[n] == '\n');
	}
}

/* One line, which needs no number. */
static void
look_at_one(struct textlint_run *r, enum textlint_where where, const char *text,
    bool ours)
{
	struct textlint_line l = {.where = where, .text = text, .ours = ours};

	look_at(r, &l);
}

/* The mail without its lines of others; the count of lines stays. */
static char *
without_quoted(const char *mail)
{
	struct buf b;

	buf_init(&b, strlen(mail) + 1);
	while (*mail != '\0') {
		size_t n = strcspn(mail, "\n");

		if (!str_starts(mail, "> "))
			buf_add(&b, mail, n);
		mail += n;
		if (*mail != '\0')
			buf_addc(&b, *mail++);
	}
	return buf_steal(&b);
}

/* What the SMS quotes of the title and the news becomes blanks. */
static char *
without_quotes(const char *sms)
{
	char *s = xstrdup(sms);
	bool in = false;

	for (char *p = s; *p != '\0'; p++) {
		bool mark = *p == '"';

		/* One that is cut has no end. */
		if (mark && !in && strchr(p + 1, '"') == NULL)
			break;
		in ^= mark;
		if (in && !mark && (unsigned char)*p >= 0x20)
			*p = ' ';
	}
	return s;
}

void
textlint_texts(const struct notice_facts *f, const struct notice_texts *t,
    const struct textlint_options *o, struct textlint *out)
{
	char *mail = without_quoted(t->text), *sms = without_quotes(t->sms);
	struct textlint_run r = {.f = f,
	    .t = t,
	    .o = o,
	    .data = notice_data(f),
	    .mail = mail,
	    .sms = sms,
	    .out = out};

	look_at_one(&r, TEXTLINT_TITLE, f->incident->title, o->ours);
	look_at_lines(&r, TEXTLINT_TEXT, f->incident->news, o->ours);
	look_at_one(&r, TEXTLINT_SUBJECT, t->subject, true);
	look_at_lines(&r, TEXTLINT_MAIL, mail, true);
	look_at_one(&r, TEXTLINT_SMS, sms, true);
	for (size_t i = 0; i < LENGTH(checks); i++) {
		r.check = &checks[i];
		if (checks[i].whole != NULL)
			checks[i].whole(&r);
	}
	json_decref(r.data);
	free(mail);
	free(sms);
}

void
textlint_clear(struct textlint *l)
{
	for (size_t i = 0; i < l->n; i++) {
		free(l->v[i].words);
		free(l->v[i].more);
	}
	free(l->v);
	*l = (struct textlint){0};
}

enum textlint_severity
textlint_worst(const struct textlint *l)
{
	enum textlint_severity worst = TEXTLINT_WARNING;

	for (size_t i = 0; i < l->n; i++)
		if (l->v[i].severity > worst)
			worst = l->v[i].severity;
	return worst;
}

static const char *
as_it_is(const char *s)
{
	return s;
}

char *
textlint_sentence(
    const struct textlint_finding *f, const char *(*translate)(const char *))
{
	char line[16];
	struct buf b;

	if (translate == NULL)
		translate = as_it_is;
	buf_init(&b, 4096);
	snprintf(line, sizeof(line), "%u", f->line);
	if (f->line > 0)
		buf_fill(&b, translate(N_("%1, line %2")),
		    translate(wheres[f->where].place), line);
	else
		buf_adds(&b, translate(wheres[f->where].place));
	buf_adds(&b, ": ");
	buf_fill(&b, translate(f->say), f->words, f->more);
	return buf_steal(&b);
}
