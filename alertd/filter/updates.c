#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/mem.h"
#include "filter/updates.h"

#define HEAD_MOST 48 /* bytes of a line that is only the head of an update */

enum head_kind {
	HEAD_NONE,
	HEAD_LISTED, /* of a feed, which lists the newest first */
	HEAD_WRITTEN, /* by a person, above or below */
	HEAD_TIMED, /* the same, with nothing but a time */
	HEAD_OLDER /* what follows is older, whatever it says */
};

struct head {
	enum head_kind kind;
	const char *at, *body; /* the line, and what follows its head */
	int minutes; /* of the day, or -1 */
};

struct heads {
	struct head *v;
	size_t n;
};

static size_t
digits(const char *p)
{
	return strspn(p, "0123456789");
}

/* "14.05", "9:30" at p: minutes of the day, or -1; *end behind it. */
static int
clock_at(const char *p, const char **end)
{
	size_t n = digits(p), m;
	int hour, minute = 0;

	if (n < 1 || n > 2)
		return -1;
	hour = (int)strtol(p, NULL, 10);
	p += n;
	m = (*p == '.' || *p == ':') ? digits(p + 1) : 0;
	if (m == 2) {
		minute = (int)strtol(p + 1, NULL, 10);
		p += 3;
	}
	*end = p;
	return hour < 24 && minute < 60 && (m == 2 || n == 2)
		   ? hour * 60 + minute
		   : -1;
}

/* The last clock time in the first n bytes of a line, or -1. */
static int
clock_in(const char *line, size_t n)
{
	const char *end = line;
	int found = -1;

	for (const char *p = line; p < line + n; p = end) {
		int m = clock_at(p, &end);

		if (m >= 0 && end > p &&
		    (end[-3] == '.' || end[-3] == ':' || found == -1))
			found = m;
		if (end <= p)
			end = p + 1;
	}
	return found;
}

/* "oct 6, 13:37 cest", alone in its line. */
static bool
date_line(const char *line, size_t n)
{
	static const char *const months[] = {"jan", "feb", "mar", "apr", "may",
	    "maj", "jun", "jul", "aug", "sep", "oct", "okt", "nov", "dec"};
	const char *comma = memchr(line, ',', n);

	if (n < 8 || n > HEAD_MOST || comma == NULL ||
	    memchr(comma, ':', n - (size_t)(comma - line)) == NULL)
		return false;
	for (size_t i = 0; i < LENGTH(months); i++)
		if (strncmp(line, months[i], 3) == 0)
			return comma - line <= 16 && comma[-1] >= '0' &&
			       comma[-1] <= '9';
	return false;
}

/* A word of the list stands at the start of the line. */
static bool
begins(const struct scan *s, enum rule_words list, struct span line,
    struct span *at)
{
	return scan_find(s, list, line, 0, at) && at->s - line.s <= 2;
}

/* "kl. 14.05:" or "14.05 - " at the start of a line; *minutes. */
static const char *
time_head(struct span line, int *minutes)
{
	const char *p = line.s, *end;

	if (strncmp(p, "kl. ", 4) == 0)
		p += 4;
	else if (strncmp(p, "kl ", 3) == 0)
		p += 3;
	*minutes = clock_at(p, &end);
	if (*minutes < 0 || (size_t)(end - line.s) >= line.n)
		return NULL;
	end += *end == ' ';
	if (*end == ':' || strncmp(end, "- ", 2) == 0)
		return end + 1;
	return NULL;
}

/* A word such as "opdatering" heads an update with a time, ":" or alone. */
static bool
written(struct span line, struct span word, struct head *h)
{
	size_t from = (size_t)(word.s + word.n - line.s);
	size_t n = line.n < from + HEAD_MOST ? line.n : from + HEAD_MOST;
	const char *colon = memchr(word.s + word.n, ':', n - from);

	while (colon != NULL && colon[1] >= '0' && colon[1] <= '9')
		colon = memchr(
		    colon + 1, ':', n - (size_t)(colon + 1 - line.s));
	if (colon == NULL && line.n > HEAD_MOST)
		return false;
	h->minutes = clock_in(
	    line.s, colon != NULL ? (size_t)(colon - line.s) : line.n);
	h->body = colon != NULL ? colon + 1 : line.s + line.n;
	return colon != NULL || h->minutes >= 0 || line.n <= word.n + 3;
}

static struct head
head_of(const struct scan *s, struct span line)
{
	struct head h = {HEAD_NONE, line.s, line.s + line.n, -1};
	struct span at;

	if (date_line(line.s, line.n)) {
		h.kind = HEAD_LISTED;
	} else if ((begins(s, WORDS_STATUS_OPEN, line, &at) ||
		       begins(s, WORDS_STATUS_OVER, line, &at)) &&
		   strncmp(at.s + at.n, " - ", 3) == 0) {
		h.kind = HEAD_LISTED;
		h.body = at.s + at.n + 3;
	} else if (begins(s, WORDS_OLDER, line, &at) ||
		   (line.n >= 3 && strspn(line.s, "-_=") >= line.n)) {
		h.kind = HEAD_OLDER;
	} else if (begins(s, WORDS_UPDATE, line, &at) &&
		   written(line, at, &h)) {
		h.kind = HEAD_WRITTEN;
	} else {
		const char *body = time_head(line, &h.minutes);

		h.kind = body != NULL ? HEAD_TIMED : HEAD_NONE;
		h.body = body;
	}
	return h;
}

static struct heads
find_heads(const struct scan *s, struct span text)
{
	struct heads l = {0};
	const char *end = text.s + text.n;

	for (const char *p = text.s; p < end;) {
		size_t n = strcspn(p, "\n");
		struct head h;

		if (p + n > end)
			n = (size_t)(end - p);
		h = head_of(s, (struct span){p, n});
		/* "Resolved - " under its date is one head with it. */
		if (h.kind == HEAD_LISTED && l.n > 0 &&
		    l.v[l.n - 1].kind == HEAD_LISTED &&
		    l.v[l.n - 1].body + 1 == p) {
			l.v[l.n - 1].body = h.body;
		} else if (h.kind != HEAD_NONE) {
			l.v = xreallocarray(l.v, l.n + 1, sizeof(*l.v));
			l.v[l.n++] = h;
		}
		p += n + 1;
	}
	return l;
}

static struct span
between(const char *from, const char *to)
{
	return (struct span){from, (size_t)(to - from)};
}

/* What persons wrote, from head first to head end (not of it). */
static struct span
newest_written(
    const struct heads *l, size_t n, struct span text, const char *end)
{
	const struct head *first = &l->v[0], *last = &l->v[n - 1];
	bool on_top = first->at == text.s;
	bool adds = first->minutes >= 0 && last->minutes > first->minutes;
	const char *blank;

	if (on_top && !adds && n > 1)
		return between(text.s, l->v[1].at);
	if (!on_top && !adds && first->kind == HEAD_TIMED)
		return between(text.s, first->at);
	if (!on_top || adds)
		return between(last->at, end);
	/* One head on top: what it tells ends with its paragraph. */
	blank = strstr(first->body, "\n\n");
	while (blank != NULL && blank < end &&
	       (size_t)(blank - first->body) < strspn(first->body, " \n"))
		blank = strstr(blank + 2, "\n\n");
	return between(text.s, blank == NULL || blank > end ? end : blank);
}

struct span
updates_newest(const struct scan *s, struct span text)
{
	struct heads l = find_heads(s, text);
	struct span newest = text;
	const char *end = text.s + text.n;
	size_t n = 0;

	while (n < l.n && l.v[n].kind != HEAD_OLDER)
		n++;
	if (n < l.n && l.v[n].at > text.s)
		end = l.v[n].at;
	newest = between(text.s, end);
	if (n > 0 && l.v[0].kind != HEAD_LISTED)
		newest = newest_written(&l, n, text, end);
	else if (n > 0 && l.v[0].at > text.s)
		newest = between(text.s, l.v[0].at);
	else if (n > 1)
		newest = between(text.s, l.v[1].at);
	free(l.v);
	return newest;
}
