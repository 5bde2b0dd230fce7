#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/mustache.h"
#include "base/sms.h"
#include "base/str.h"
#include "notice/notice.h"
#include "notice/mailhtml.h"
#include "notice/plain.h"
#include "notice/templates.h"

/* More than any template makes: the SMS as it would be without a limit. */
#define SMS_UNCUT 4096

void
notice_texts_clear(struct notice_texts *t)
{
	free(t->subject);
	free(t->text);
	free(t->html);
	free(t->sms);
	*t = (struct notice_texts){0};
}

static const char *
partial(const char *name, void *arg)
{
	const struct templates *t = *(const struct templates **)arg;

	return templates_find(t, name);
}

/* NULL with *e when it fails, or when nothing comes out. */
static char *
render(const struct templates *t, const char *name, json_t *data, struct err *e)
{
	const char *text = templates_find(t, name);
	struct mustache_options o = {
	    .escape = str_ends(name, ".html") ? MUSTACHE_HTML : MUSTACHE_PLAIN,
	    .partial = partial,
	    .arg = &t};
	struct buf out;

	if (text == NULL) {
		err_set(e, "template %s is missing", name);
		return NULL;
	}
	buf_init(&out, LIMIT_TEMPLATE_OUT);
	if (mustache_render(text, data, &o, &out, e) == -1) {
		err_prefix(e, "%s:", templates_place(t, name));
		buf_clear(&out);
		return NULL;
	}
	if (str_empty(buf_str(&out))) {
		err_set(
		    e, "%s: nothing is left of it", templates_place(t, name));
		buf_clear(&out);
		return NULL;
	}
	return buf_steal(&out);
}

/* One line: every run of white space is one space. */
static char *
squeeze(char *s)
{
	char *to = s;

	for (const char *p = s; *p != '\0'; p++) {
		unsigned char c = (unsigned char)*p;

		if (c > 0x20 && c != 0x7f)
			*to++ = *p;
		else if (to > s && to[-1] != ' ')
			*to++ = ' ';
	}
	*to = '\0';
	return str_trim(s);
}

/*
 * At most one blank line in a row, one line break at the end, no spaces
 * before one.
 */
static char *
tidy(char *s)
{
	char *to = s, *from = str_trim(s);
	size_t breaks = 0;

	for (; *from != '\0'; from++) {
		if (*from == '\r')
			continue;
		if (*from == ' ' && from[strspn(from, " ")] == '\n')
			continue;
		breaks = *from == '\n' ? breaks + 1 : 0;
		if (breaks <= 2)
			*to++ = *from;
	}
	*to = '\0';
	to = xasprintf("%s\n", s);
	free(s);
	return to;
}

/* The files of which a text is made. */
struct skeleton {
	const char *subject, *mail, *html, *sms, *sms_end;
};

static const struct skeleton *
skeleton_of(const struct notice_facts *f)
{
	static const struct skeleton notice = {"notice.subject.txt",
	    "notice.mail.txt", "notice.mail.html", "notice.sms.txt",
	    "notice.sms-end.txt"};
	static const struct skeleton page = {"page.subject.txt",
	    "page.mail.txt", "page.mail.html", "page.sms.txt",
	    "page.sms-end.txt"};
	static const struct skeleton receipt = {"receipt.subject.txt",
	    "receipt.mail.txt", "notice.mail.html", "receipt.sms.txt",
	    "receipt.sms-end.txt"};

	static const struct skeleton drill = {"drill.subject.txt",
	    "drill.mail.txt", "notice.mail.html", "drill.sms.txt",
	    "notice.sms-end.txt"};

	if (f->type == NOTICE_RECEIPT)
		return &receipt;
	if (f->type == NOTICE_PAGE)
		return &page;
	return f->incident->drill_ends != TIME_NONE ? &drill : &notice;
}

/* The SMS is cut before its end: number, reference, time, ØVELSE. */
static char *
render_sms(const struct templates *t, const struct notice_facts *f,
    json_t *data, bool *is_cut, struct err *e)
{
	const struct skeleton *k = skeleton_of(f);
	char *text, *end, *whole, *sms = NULL;

	text = render(t, k->sms, data, e);
	if (text == NULL)
		return NULL;
	end = render(t, k->sms_end, data, e);
	if (end != NULL) {
		sms = sms_fit_end(
		    squeeze(text), squeeze(end), (size_t)f->max_segments);
		whole = sms_fit_end(text, end, SMS_UNCUT);
		*is_cut = !str_eq(sms, whole);
		free(whole);
	}
	free(text);
	free(end);
	return sms;
}

static int
render_all(const struct templates *t, const struct notice_facts *f,
    json_t *data, struct notice_texts *out, struct err *e)
{
	const struct skeleton *k = skeleton_of(f);
	char *body;

	out->subject = render(t, k->subject, data, e);
	if (out->subject == NULL)
		return -1;
	squeeze(out->subject);
	out->text = render(t, k->mail, data, e);
	if (out->text == NULL)
		return -1;
	out->text = tidy(out->text);
	body = mailhtml_body(out->text);
	json_object_set_new(data, "subject", json_string(out->subject));
	json_object_set_new(data, "body", json_string(body));
	free(body);
	out->html = render(t, k->html, data, e);
	if (out->html == NULL)
		return -1;
	out->sms = render_sms(t, f, data, &out->cut, e);
	return out->sms == NULL ? -1 : 0;
}

/* When a template fails: plain words, but every part is there. */
static void
built_in(const struct notice_facts *f, json_t *data, struct notice_texts *out)
{
	char *body;

	notice_texts_clear(out);
	plain_texts(f, data, out);
	out->text = tidy(out->text);
	body = mailhtml_body(out->text);
	out->html = mailhtml_plain(body);
	free(body);
}

/* What alertd has seen and what that means; NULL: its template failed. */
static char *
alarm_line(const struct templates *t, json_t *data)
{
	struct err e;
	char *s = render(t, "headline-alarm.txt", data, &e), *more, *both;

	/* Not every alarm has more to it. */
	more = s == NULL ? NULL : render(t, "headline-more.txt", data, &e);
	if (more == NULL)
		return s;
	both = xasprintf("%s %s", s, more);
	free(s);
	free(more);
	return both;
}

char *
notice_headline(const struct templates *t, const struct notice_facts *f)
{
	const char *name = f->type == NOTICE_RESOLVED ? "headline-over.txt"
						      : "headline.txt";
	json_t *data = notice_data(f);
	struct err e;
	char *s = f->alarm != NULL ? alarm_line(t, data)
				   : render(t, name, data, &e);

	json_decref(data);
	if (s != NULL)
		return squeeze(s);
	return f->alarm != NULL ? alarm_sentence(f->alarm, NULL)
				: xstrdup(f->incident->title);
}

char *
notice_advice(const struct templates *t, const struct notice_facts *f)
{
	json_t *data = notice_data(f);
	struct err e;
	char *s = render(t, "advice.txt", data, &e);

	json_decref(data);
	return s == NULL ? xstrdup("") : str_trim(tidy(s));
}

char *
notice_said(const struct templates *t, const struct notice_facts *f)
{
	json_t *data = notice_data(f);
	struct err e;
	char *s = render(t, "said.txt", data, &e);

	json_decref(data);
	return s == NULL ? xstrdup(f->incident->title) : str_trim(tidy(s));
}

/*
 * The store takes no text of an exercise without the mark, and no other with
 * it: an own template may not decide whether a notice goes out.
 */
static int
check_mark(
    const struct notice_facts *f, const struct notice_texts *t, struct err *e)
{
	bool exercise = f->incident->kind == KIND_EXERCISE;

	if (str_starts(t->subject, EXERCISE_MARK) == exercise &&
	    str_starts(t->sms, EXERCISE_MARK) == exercise)
		return 0;
	return err_set(e,
	    exercise ? "subject and SMS of an exercise must begin with %s"
		     : "subject or SMS begins with %s, and is no exercise",
	    EXERCISE_MARK);
}

/* The built-in text says what others wrote, too. */
static void
set_mark(const struct notice_facts *f, char **s)
{
	bool exercise = f->incident->kind == KIND_EXERCISE;
	char *marked;

	if (str_starts(*s, EXERCISE_MARK) == exercise)
		return;
	marked = xasprintf(
	    "%s %s", exercise ? EXERCISE_MARK "." : "alertd:", *s);
	free(*s);
	*s = marked;
}

int
notice_render(const struct templates *t, const struct notice_facts *f,
    struct notice_texts *out, struct err *e)
{
	json_t *data = notice_data(f);
	int result;

	*out = (struct notice_texts){0};
	result = render_all(t, f, data, out, e);
	if (result == 0)
		result = check_mark(f, out, e);
	if (result == -1) {
		built_in(f, data, out);
		set_mark(f, &out->subject);
		set_mark(f, &out->sms);
	}
	json_decref(data);
	return result;
}
