#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/attr.h"
#include "base/buf.h"
#include "base/hash.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "feed/field.h"
#include "feed/kinds.h"
#include "feed/mailtext.h"
#include "feed/mailthread.h"
#include "feed/state.h"

#define DAY 86400
/* Bytes compared in all to find quoted text that is known, then no more. */
#define COMPARED (256 * 1024 * 1024)
#define TITLE_OF_TEXT 80

/* A mail in its thread; its place is by time. */
struct node {
	const struct mail *mail;
	size_t up; /* towards the first of the thread; itself: is the first */
	char *topic; /* subject without "SV:" and "[…]", in small letters */
};

struct threads {
	struct node *v; /* oldest first */
	size_t n;
	size_t compared;
};

/* A mail by one of the ids it knows. */
struct known {
	const char *id;
	size_t node;
};

static int
by_strings(const char *const *a, const char *const *b, size_t n)
{
	int order = 0;

	for (size_t i = 0; order == 0 && i < n; i++)
		order = strcmp(a[i], b[i]);
	return order;
}

/*
 * What differs in anything has its place by that: of two with one id and one
 * time it must not be the order of reading that says which is dropped.
 */
static int
by_time(const void *a, const void *b)
{
	const struct mail *x = ((const struct node *)a)->mail;
	const struct mail *y = ((const struct node *)b)->mail;
	const char *const of_x[] = {
	    x->id, x->text, x->quoted, x->subject, x->from, x->status};
	const char *const of_y[] = {
	    y->id, y->text, y->quoted, y->subject, y->from, y->status};
	const struct strv *l = &x->links, *m = &y->links;
	int order;

	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	order = by_strings(of_x, of_y, LENGTH(of_x));
	if (order == 0 && l->n != m->n)
		order = l->n < m->n ? -1 : 1;
	for (size_t i = 0; order == 0 && i < l->n; i++)
		order = strcmp(l->v[i], m->v[i]);
	if (order == 0 && x->update != y->update)
		order = x->update ? 1 : -1;
	if (order == 0 && x->whole != y->whole)
		order = x->whole ? 1 : -1;
	return order;
}

static int
by_id(const void *a, const void *b)
{
	const struct known *x = a, *y = b;
	int order = strcmp(x->id, y->id);

	if (order != 0)
		return order;
	return x->node < y->node ? -1 : x->node > y->node;
}

/* The first mail of the thread of i. */
static size_t
first_of(struct threads *t, size_t i)
{
	while (t->v[i].up != i) {
		t->v[i].up = t->v[t->v[i].up].up;
		i = t->v[i].up;
	}
	return i;
}

static void
join(struct threads *t, size_t a, size_t b)
{
	a = first_of(t, a);
	b = first_of(t, b);
	if (a < b)
		t->v[b].up = a;
	else
		t->v[a].up = b;
}

static char *
topic_of(const char *subject)
{
	char *s = xstrdup(mailtext_subject(subject, true));

	for (char *p = s; *p != '\0'; p++)
		if (*p >= 'A' && *p <= 'Z')
			*p = (char)(*p - 'A' + 'a');
	return s;
}

/* Joins what has, or refers to, the same id. */
static void
join_by_id(struct threads *t)
{
	struct known *l;
	size_t n = 0, most = 0;

	for (size_t i = 0; i < t->n; i++)
		most += 1 + t->v[i].mail->links.n;
	l = xcalloc(most + 1, sizeof(*l));
	for (size_t i = 0; i < t->n; i++) {
		const struct mail *m = t->v[i].mail;

		l[n++] = (struct known){m->id, i};
		for (size_t k = 0; k < m->links.n; k++)
			l[n++] = (struct known){m->links.v[k], i};
	}
	qsort(l, n, sizeof(*l), by_id);
	for (size_t i = 1; i < n; i++)
		if (strcmp(l[i].id, l[i - 1].id) == 0)
			join(t, l[i - 1].node, l[i].node);
	free(l);
}

static bool
same_topic(const struct node *a, const struct node *b)
{
	const char *x = strchr(a->mail->from, '@');
	const char *y = strchr(b->mail->from, '@');

	return *a->topic != '\0' && strcmp(a->topic, b->topic) == 0 &&
	       str_eq(x, y);
}

/*
 * Joins threads with the same subject. The days are counted from the first
 * mail, not from the one before: what has the same subject every morning is
 * not one event for ever.
 */
static void
join_by_topic(struct threads *t)
{
	const int64_t span = LIMIT_MAIL_SUBJECT_DAYS * DAY;

	for (size_t i = 0; i < t->n; i++) {
		if (first_of(t, i) != i)
			continue;
		for (size_t k = i; k-- > 0;) {
			if (t->v[i].mail->at - t->v[k].mail->at > span)
				break;
			if (first_of(t, k) != k ||
			    !same_topic(&t->v[k], &t->v[i]))
				continue;
			join(t, k, i);
			break;
		}
	}
}

/* The same mail by two ways is one: what is later goes. */
static void
drop_copies(struct threads *t)
{
	struct known *l = xcalloc(t->n + 1, sizeof(*l));
	size_t n = 0;

	for (size_t i = 0; i < t->n; i++)
		l[i] = (struct known){t->v[i].mail->id, i};
	if (t->n > 1)
		qsort(l, t->n, sizeof(*l), by_id);
	for (size_t i = 1; i < t->n; i++) {
		const struct mail *a = t->v[l[i - 1].node].mail;
		struct node *b = &t->v[l[i].node];

		if (strcmp(a->id, b->mail->id) == 0 &&
		    strcmp(a->text, b->mail->text) == 0)
			b->up = SIZE_MAX;
	}
	for (size_t i = 0; i < t->n; i++)
		if (t->v[i].up != SIZE_MAX)
			t->v[n++] = t->v[i];
	t->n = n;
	free(l);
}

static void
threads_open(struct threads *t, const struct mail *const *mails, size_t n)
{
	*t = (struct threads){.v = xcalloc(n + 1, sizeof(*t->v)), .n = n};
	for (size_t i = 0; i < n; i++)
		t->v[i].mail = mails[i];
	if (n > 1)
		qsort(t->v, n, sizeof(*t->v), by_time);
	drop_copies(t);
	for (size_t i = 0; i < t->n; i++) {
		t->v[i].up = i;
		t->v[i].topic = topic_of(t->v[i].mail->subject);
	}
	join_by_id(t);
	join_by_topic(t);
}

static void
threads_close(struct threads *t)
{
	for (size_t i = 0; i < t->n; i++)
		free(t->v[i].topic);
	free(t->v);
}

/* --- a thread as a report ---------------------------------------------------
 */

/* The mails of one thread, newest first. */
struct thread {
	const struct mail **v;
	size_t n;
};

/* Adds what of s is no white space and no sign of quoting. */
static void
squeeze(struct buf *b, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)s[i] > ' ' && s[i] != '>')
			buf_addc(b, s[i]);
}

static void
add_paragraph(struct buf *b, const char *s, size_t n)
{
	bool more = b->len > 0;

	if (n == 0 || n + 2 * more > b->max - b->len)
		return;
	if (more)
		buf_adds(b, "\n\n");
	buf_add(b, s, n);
}

/* Adds the paragraphs of a quotation that are nowhere above. */
static void
add_quoted(struct threads *t, struct buf *b, struct buf *seen, const char *s)
{
	while (*s != '\0' && t->compared < COMPARED) {
		const char *end = strstr(s, "\n\n");
		size_t n = end == NULL ? strlen(s) : (size_t)(end - s);
		struct buf one;

		buf_init(&one, LIMIT_TEXT);
		squeeze(&one, s, n);
		t->compared += seen->len + one.len;
		if (memmem(buf_str(seen), seen->len, buf_str(&one), one.len) ==
		    NULL) {
			add_paragraph(b, s, n);
			buf_add(seen, buf_str(&one), one.len);
		}
		buf_clear(&one);
		s += n;
		s += strspn(s, "\n");
	}
}

/* Newest first, then what they quote of mails that are not here. */
static void
compose(struct threads *t, const struct thread *x, struct report *r)
{
	struct buf text, seen;

	buf_init(&text, LIMIT_TEXT);
	buf_init(&seen, 2 * LIMIT_TEXT);
	for (size_t i = 0; i < x->n; i++) {
		add_paragraph(&text, x->v[i]->text, strlen(x->v[i]->text));
		squeeze(&seen, x->v[i]->text, strlen(x->v[i]->text));
		if (r->newest == 0)
			r->newest = text.len;
	}
	for (size_t i = 0; i < x->n; i++)
		add_quoted(t, &text, &seen, x->v[i]->quoted);
	free(r->text);
	r->text = buf_steal(&text);
	/* Nobody wrote anything of his own: what is quoted is all there is. */
	if (r->newest == 0)
		r->newest = strlen(r->text);
	buf_clear(&seen);
}

/* The state that the newest mails tell, as long as they are of Statuspage. */
static void
take_status(const struct thread *x, struct report *r)
{
	if (!x->v[0]->whole) {
		/* What was not read may be what is still wrong. */
		r->phase = PHASE_OPEN;
		return;
	}
	for (size_t i = 0; i < x->n && x->v[i]->update; i++) {
		if (*x->v[i]->status == '\0')
			continue;
		xreplace(&r->status, x->v[i]->status);
		r->phase = state_phase(r->status);
		return;
	}
}

/* Changes with each mail, whatever the order in which they came. */
static void
take_revision(const struct thread *x, struct report *r)
{
	char hex[HASH_SIZE];
	struct buf b;

	buf_init(&b, SIZE_MAX / 2);
	for (size_t i = 0; i < x->n; i++)
		buf_addf(&b, "%s\n%s\n", x->v[i]->id, x->v[i]->text);
	sha256_hex(buf_str(&b), b.len, hex);
	buf_clear(&b);
	xreplace(&r->revision, hex);
}

static void
take_title(const struct thread *x, struct report *r)
{
	for (size_t i = 0; i < x->n && *r->title == '\0'; i++)
		xreplace(&r->title, mailtext_subject(x->v[i]->subject, false));
	if (*r->title == '\0') {
		free(r->title);
		r->title = field_line(
		    r->text, utf8_cut(r->text, TITLE_OF_TEXT), TITLE_OF_TEXT);
	}
}

static void
take_thread(struct threads *t, const char *feed, const struct thread *x,
    struct report *r)
{
	const struct mail *first = x->v[x->n - 1];

	xreplace(&r->feed, feed);
	/* The mail that began it names it, also where that one is not here. */
	xreplace(&r->id, first->links.n > 0 ? first->links.v[0] : first->id);
	r->published = first->at;
	r->updated = x->v[0]->at;
	compose(t, x, r);
	take_status(x, r);
	take_revision(x, r);
	take_title(x, r);
}

void
mailthread_reports(const char *feed, const struct mail *const *mails, size_t n,
    int64_t since, struct reports *out)
{
	struct threads t;
	struct thread *all;

	threads_open(&t, mails, n);
	all = xcalloc(t.n + 1, sizeof(*all));
	for (size_t i = t.n; i-- > 0;) {
		struct thread *x = &all[first_of(&t, i)];

		x->v = xreallocarray(x->v, x->n + 1, sizeof(*x->v));
		x->v[x->n++] = t.v[i].mail;
	}
	for (size_t i = t.n; i-- > 0;) {
		if (all[i].n > 0 && all[i].v[0]->at >= since)
			take_thread(&t, feed, &all[i], reports_add(out));
		free(all[i].v);
	}
	free(all);
	threads_close(&t);
}

int
maildir_parse(const struct feed_body *b, struct reports *out, struct err *e)
{
	struct mail m;
	const struct mail *one = &m;
	int r = mail_read(b->data, b->len, false, TIME_NONE, &m, e);

	if (r == 0)
		mailthread_reports(b->feed, &one, 1, INT64_MIN, out);
	/* One mail tells nothing of those that are not there. */
	out->complete = false;
	mail_clear(&m);
	return r;
}
