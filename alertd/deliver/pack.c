#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "deliver/pack.h"

#define ABSENT UINT32_MAX /* the length of what is NULL */

/* What is left to be read. */
struct reader {
	const char *p;
	size_t left;
	bool bad;
};

static void
put_number(struct buf *b, int64_t n)
{
	buf_add(b, &n, sizeof(n));
}

static void
put_text(struct buf *b, const char *s)
{
	uint32_t len = s == NULL ? ABSENT : (uint32_t)strlen(s);

	buf_add(b, &len, sizeof(len));
	if (s != NULL)
		buf_add(b, s, len);
}

static bool
take(struct reader *r, void *to, size_t n)
{
	r->bad = r->bad || n > r->left;
	if (r->bad)
		return false;
	memcpy(to, r->p, n);
	r->p += n;
	r->left -= n;
	return true;
}

/* Between the two; else all of it is bad. */
static int64_t
get_number(struct reader *r, int64_t min, int64_t max)
{
	int64_t n = 0;

	if (take(r, &n, sizeof(n)) && (n < min || n > max))
		r->bad = true;
	return r->bad ? min : n;
}

/* Of at most max bytes, none of them 0; NULL when it is absent, or bad. */
static char *
get_text(struct reader *r, size_t max)
{
	uint32_t len = 0;
	char *s;

	if (!take(r, &len, sizeof(len)) || len == ABSENT)
		return NULL;
	if (len > max || len > r->left || memchr(r->p, '\0', len) != NULL) {
		r->bad = true;
		return NULL;
	}
	s = xstrndup(r->p, len);
	r->p += len;
	r->left -= len;
	return s;
}

/* One that must be there. */
static char *
must_text(struct reader *r)
{
	char *s = get_text(r, LIMIT_PACKED);

	r->bad = r->bad || s == NULL;
	return s;
}

/* How many things there are, of which each takes size bytes at least. */
static size_t
get_count(struct reader *r, size_t size)
{
	return (size_t)get_number(r, 0, (int64_t)(r->left / size));
}

static int
finish(const struct reader *r, const char *what, struct err *e)
{
	if (!r->bad && r->left == 0)
		return 0;
	return err_set(e, "not a %s", what);
}

static void
put_people(struct buf *b, const struct recipient *v, size_t n, const bool *due)
{
	put_number(b, (int64_t)n);
	for (size_t i = 0; i < n; i++) {
		put_number(b, due != NULL && due[i]);
		put_text(b, v[i].name);
		put_text(b, v[i].address);
	}
}

static struct recipient *
get_people(struct reader *r, size_t *n)
{
	size_t count = get_count(r, sizeof(int64_t) + 2 * sizeof(uint32_t));
	struct recipient *v = xcalloc(count + 1, sizeof(*v));

	for (*n = 0; *n < count && !r->bad; ++*n) {
		v[*n].delivery = (int64_t)*n;
		v[*n].due = get_number(r, 0, 1) == 1;
		v[*n].name = must_text(r);
		v[*n].address = must_text(r);
	}
	return v;
}

void
pack_message(const struct message *m, const bool *due, struct buf *out)
{
	put_number(out, m->id);
	put_number(out, m->incident);
	put_number(out, m->notice);
	put_number(out, m->audience);
	put_number(out, m->created);
	put_text(out, m->org);
	put_text(out, m->org_name);
	put_text(out, m->subject);
	put_text(out, m->text);
	put_text(out, m->html);
	put_text(out, m->message_id);
	put_text(out, m->check);
	put_text(out, m->in_reply_to);
	put_people(out, m->to, m->n_to, due);
	put_people(out, m->cc, m->n_cc, NULL);
}

int
unpack_message(const char *p, size_t len, struct message *out, struct err *e)
{
	struct reader r = {.p = p, .left = len};

	*out = (struct message){.channel = CHANNEL_MAIL};
	out->id = get_number(&r, INT64_MIN, INT64_MAX);
	out->incident = get_number(&r, INT64_MIN, INT64_MAX);
	out->notice = (int)get_number(&r, INT32_MIN, INT32_MAX);
	out->audience = (enum org_kind)get_number(&r, 0, ORG_ONCALL);
	out->created = get_number(&r, INT64_MIN, INT64_MAX);
	out->org = must_text(&r);
	out->org_name = must_text(&r);
	out->subject = must_text(&r);
	out->text = must_text(&r);
	out->html = must_text(&r);
	out->message_id = must_text(&r);
	out->check = get_text(&r, LIMIT_PACKED);
	out->in_reply_to = must_text(&r);
	out->to = get_people(&r, &out->n_to);
	out->cc = get_people(&r, &out->n_cc);
	if (finish(&r, "message", e) == 0)
		return 0;
	message_clear(out);
	return -1;
}

void
pack_tidings(const struct tidings *r, struct buf *out)
{
	put_number(out, r->failed);
	put_text(out, r->why);
	put_number(out, (int64_t)r->n);
	for (size_t i = 0; i < r->n; i++) {
		put_number(out, r->results[i].outcome);
		put_number(out, r->results[i].code);
		put_text(out, r->results[i].answer);
	}
}

/* What it says is for the log and the trail: one line of so many bytes. */
static char *
get_line(struct reader *r)
{
	char *said = get_text(r, LIMIT_PACKED), *line = NULL;

	if (said != NULL)
		line = str_line(said, strlen(said), LIMIT_REPLY);
	free(said);
	return line;
}

int
unpack_tidings(
    const char *p, size_t len, size_t due, struct tidings *out, struct err *e)
{
	struct reader r = {.p = p, .left = len};

	*out = (struct tidings){
	    .results = xcalloc(due + 1, sizeof(*out->results))};
	out->failed = get_number(&r, 0, 1) == 1;
	out->why = get_line(&r);
	r.bad = r.bad || out->why == NULL ||
		get_number(&r, 0, INT32_MAX) != (int64_t)due;
	for (; out->n < due && !r.bad; out->n++) {
		struct result *one = &out->results[out->n];

		one->outcome = (enum outcome)get_number(&r, 0, OUTCOME_UNKNOWN);
		one->code = (int)get_number(&r, 0, 999);
		one->answer = get_line(&r);
	}
	if (finish(&r, "set of tidings", e) == 0)
		return 0;
	tidings_clear(out);
	return -1;
}

void
tidings_clear(struct tidings *r)
{
	for (size_t i = 0; i < r->n; i++)
		result_clear(&r->results[i]);
	free(r->results);
	free(r->why);
	*r = (struct tidings){0};
}

static bool
is_too_many(int code)
{
	return code == 421 || code == 432;
}

static bool
is_busy_word(int code)
{
	return is_too_many(code) || code == 450 || code == 451 || code == 452;
}

bool
tidings_refused(const struct tidings *r, bool closed)
{
	bool any = false;

	for (size_t i = 0; i < r->n; i++) {
		const struct result *one = &r->results[i];

		if (one->answer == NULL)
			continue;
		any = true;
		if (one->outcome != OUTCOME_TEMPFAIL ||
		    !(closed ? is_too_many(one->code)
			     : is_busy_word(one->code)))
			return false;
	}
	return any;
}

bool
tidings_nothing(const struct tidings *r)
{
	for (size_t i = 0; i < r->n; i++)
		if (r->results[i].answer != NULL)
			return false;
	return true;
}

bool
tidings_took(const struct tidings *r)
{
	for (size_t i = 0; i < r->n; i++)
		if (r->results[i].answer != NULL &&
		    r->results[i].outcome != OUTCOME_TEMPFAIL &&
		    r->results[i].outcome != OUTCOME_UNKNOWN)
			return true;
	return false;
}
