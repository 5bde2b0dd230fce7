#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <utf8proc.h>

#include "base/attr.h"
#include "base/limits.h"
#include "base/str.h"
#include "feed/field.h"
#include "invariant.h"

typedef bool bad_fn(utf8proc_int32_t c);

/* C0 and DEL: what ends a line or reaches a terminal. */
static bool
in_error(utf8proc_int32_t c)
{
	return c < 0x20 || c == 0x7f;
}

/* And C1, and what reverses the reading order. */
static bool
in_line(utf8proc_int32_t c)
{
	return in_error(c) || (c >= 0x80 && c < 0xa0) || c == 0xfeff ||
	       (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static bool
in_text(utf8proc_int32_t c)
{
	return c != '\n' && in_line(c);
}

/* By utf8proc, since base/str.c is what is to be checked. */
static int
check_characters(
    const char *s, size_t max, bad_fn *bad, const char *what, struct err *e)
{
	utf8proc_int32_t c;
	size_t n = s == NULL ? 0 : strlen(s);

	if (s == NULL)
		return err_set(e, "%s: NULL", what);
	if (n > max)
		return err_set(e, "%s: %zu bytes, more than %zu", what, n, max);
	for (size_t i = 0; i < n;) {
		utf8proc_ssize_t len = utf8proc_iterate(
		    (const utf8proc_uint8_t *)s + i, (utf8proc_ssize_t)(n - i),
		    &c);

		if (len <= 0)
			return err_set(e, "%s: no UTF-8 at byte %zu", what, i);
		if (bad(c))
			return err_set(
			    e, "%s: U+%04X at byte %zu", what, (unsigned)c, i);
		i += (size_t)len;
	}
	return 0;
}

int
check_string(
    const char *s, size_t max, bool lines, const char *what, struct err *e)
{
	return check_characters(s, max, lines ? in_text : in_line, what, e);
}

/* Takes ownership of again, which is s cleaned once more. */
static int
check_settled(const char *s, char *again, const char *what, struct err *e)
{
	int rc = strcmp(s, again) == 0
		     ? 0
		     : err_set(e, "%s: not clean: \"%.200s\"", what, s);

	free(again);
	return rc;
}

int
check_line(const char *s, size_t max, const char *what, struct err *e)
{
	if (check_string(s, max, false, what, e) == -1)
		return -1;
	return check_settled(s, field_line(s, strlen(s), max), what, e);
}

int
check_text(const char *s, const char *what, struct err *e)
{
	if (check_string(s, LIMIT_TEXT, true, what, e) == -1)
		return -1;
	return check_settled(s, field_text(s, strlen(s), LIMIT_TEXT), what, e);
}

int
check_time(int64_t t, const char *what, struct err *e)
{
	if (t == TIME_NONE || (t >= 0 && t <= TIME_MAX))
		return 0;
	return err_set(e, "%s: the time %lld", what, (long long)t);
}

int
check_error(const struct err *said, struct err *e)
{
	if (said->msg[0] == '\0')
		return err_set(e, "an error that says nothing");
	return check_characters(said->msg, ERR_MAX, in_error, "error", e);
}

static int
check_url(const char *s, struct err *e)
{
	if (check_line(s, LIMIT_URL, "url", e) == -1)
		return -1;
	if (*s == '\0' || strncasecmp(s, "http://", 7) == 0 ||
	    strncasecmp(s, "https://", 8) == 0)
		return 0;
	return err_set(e, "url: \"%.80s\"", s);
}

static int
check_newest(const struct report *r, struct err *e)
{
	size_t n = strlen(r->text);

	if (r->newest > n)
		return err_set(e, "newest %zu of %zu", r->newest, n);
	if (((unsigned char)r->text[r->newest] & 0xc0) == 0x80)
		return err_set(
		    e, "newest %zu is within a character", r->newest);
	return 0;
}

static int
check_components(const struct report *r, struct err *e)
{
	if (r->n_components > LIMIT_COMPONENTS)
		return err_set(e, "%zu components", r->n_components);
	for (size_t i = 0; i < r->n_components; i++) {
		const struct component *c = &r->components[i];

		if (check_line(c->name, LIMIT_TITLE, "component", e) == -1 ||
		    check_line(c->status, LIMIT_TITLE, "its status", e) == -1)
			return -1;
		if (*c->name == '\0')
			return err_set(e, "component: no name");
	}
	return 0;
}

int
check_report(const struct report *r, struct err *e)
{
	const struct {
		const char *s, *what;
		bool needed;
	} lines[] = {{r->feed, "feed", true}, {r->id, "id", true},
	    {r->revision, "revision", true}, {r->title, "title", false},
	    {r->impact, "impact", false}, {r->status, "status", false}};
	const struct {
		int64_t t;
		const char *what;
	} times[] = {{r->published, "published"}, {r->updated, "updated"},
	    {r->starts, "starts"}, {r->ends, "ends"}};

	for (size_t i = 0; i < LENGTH(lines); i++) {
		if (check_line(lines[i].s, LIMIT_TITLE, lines[i].what, e) == -1)
			return -1;
		if (lines[i].needed && *lines[i].s == '\0')
			return err_set(e, "no %s", lines[i].what);
	}
	for (size_t i = 0; i < LENGTH(times); i++)
		if (check_time(times[i].t, times[i].what, e) == -1)
			return -1;
	if ((unsigned)r->phase > PHASE_RESOLVED)
		return err_set(e, "phase %d", (int)r->phase);
	if (check_url(r->url, e) == -1 || check_text(r->text, "text", e) == -1)
		return -1;
	return check_newest(r, e) == -1 ? -1 : check_components(r, e);
}

static int
check_hits(const struct finding *f, struct err *e)
{
	for (size_t i = 0; i < f->hit.n; i++) {
		if (check_line(f->hit.v[i], LIMIT_TITLE, "hit", e) == -1)
			return -1;
		if (*f->hit.v[i] == '\0')
			return err_set(e, "a hit without a name");
	}
	return 0;
}

int
check_finding(const struct finding *f, struct err *e)
{
	if ((unsigned)f->verdict > VERDICT_BROADCAST)
		return err_set(e, "verdict %d", (int)f->verdict);
	if ((unsigned)f->effect > EFFECT_OUTAGE)
		return err_set(e, "effect %d", (int)f->effect);
	if (f->phase == PHASE_UNKNOWN || (unsigned)f->phase > PHASE_RESOLVED)
		return err_set(e, "phase %d", (int)f->phase);
	if ((unsigned)f->online > ONLINE_DOWN)
		return err_set(e, "online %d", (int)f->online);
	/* What is quoted in it may have lines. */
	if (check_string(f->reason, LIMIT_TEXT, true, "reason", e) == -1)
		return -1;
	if (*f->reason == '\0')
		return err_set(e, "no reason");
	if (check_line(f->service, LIMIT_TITLE, "service", e) == -1)
		return -1;
	if (check_time(f->expected_end, "expected end", e) == -1)
		return -1;
	return check_hits(f, e);
}

int
check_same_text(const char *a, const char *b, const char *what, struct err *e)
{
	return strcmp(a, b) == 0 ? 0
				 : err_set(e,
				       "%s: not the same again: \"%.200s\", "
				       "\"%.200s\"",
				       what, a, b);
}

static int
same_components(const struct report *a, const struct report *b, struct err *e)
{
	if (a->n_components != b->n_components)
		return err_set(e, "components: not as many again");
	for (size_t i = 0; i < a->n_components; i++) {
		const struct component *x = &a->components[i];
		const struct component *y = &b->components[i];

		if (check_same_text(x->name, y->name, "component", e) == -1 ||
		    check_same_text(x->status, y->status, "its status", e) ==
			-1)
			return -1;
	}
	return 0;
}

int
check_same_report(const struct report *a, const struct report *b, struct err *e)
{
	const struct {
		const char *a, *b, *what;
	} strings[] = {{a->feed, b->feed, "feed"}, {a->id, b->id, "id"},
	    {a->revision, b->revision, "revision"},
	    {a->title, b->title, "title"}, {a->text, b->text, "text"},
	    {a->url, b->url, "url"}, {a->impact, b->impact, "impact"},
	    {a->status, b->status, "status"}};

	for (size_t i = 0; i < LENGTH(strings); i++)
		if (check_same_text(
			strings[i].a, strings[i].b, strings[i].what, e) == -1)
			return -1;
	if (a->newest != b->newest || a->published != b->published ||
	    a->updated != b->updated || a->starts != b->starts ||
	    a->ends != b->ends || a->phase != b->phase)
		return err_set(
		    e, "newest, a time or phase: not the same again");
	return same_components(a, b, e);
}

int
check_same_finding(
    const struct finding *a, const struct finding *b, struct err *e)
{
	if (a->verdict != b->verdict || a->effect != b->effect ||
	    a->phase != b->phase || a->online != b->online ||
	    a->path != b->path || a->looks_back != b->looks_back ||
	    a->expected_end != b->expected_end || a->hit.n != b->hit.n)
		return err_set(e, "finding: not the same again");
	for (size_t i = 0; i < a->hit.n; i++)
		if (check_same_text(a->hit.v[i], b->hit.v[i], "hit", e) == -1)
			return -1;
	if (check_same_text(a->service, b->service, "service", e) == -1)
		return -1;
	return check_same_text(a->reason, b->reason, "reason", e);
}
