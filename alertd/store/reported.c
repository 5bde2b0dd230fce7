#include <stdlib.h>

#include "base/clock.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "store/audit.h"
#include "store/forget.h"
#include "store/queue.h"
#include "store/reported.h"
#include "store/settled.h"
#include "store/sql.h"

#define AT_ONCE 1000 /* reports */

struct report_of {
	int64_t delivery, notice, message, incident, done;
	char *via, *answer, *address;
	bool known; /* whose it is; else he was forgotten meanwhile */
};

/* Those that one record names. */
struct group {
	const struct report_of *like;
	struct strv names;
	int64_t first, last; /* when they were reported */
	bool one; /* message */
};

int
store_reported_add(struct store *s, int64_t delivery, struct err *e)
{
	int n = sql_run(s, e, "reported.add",
	    "INSERT INTO reported (delivery) VALUES (?)"
	    " ON CONFLICT (delivery) DO NOTHING",
	    "i", delivery);

	return n == -1 ? -1 : 0;
}

int
store_reported_count(struct store *s, int64_t *out, struct err *e)
{
	*out = 0;
	return sql_value(s, e, out, "reported.count",
		   "SELECT count(*) FROM reported", "") == -1
		   ? -1
		   : 0;
}

/* How many there are of v, at most AT_ONCE, or -1. */
static int
read_some(struct store *s, struct report_of *v, struct err *e)
{
	struct sql q;
	int r, n = 0;

	sql_open(&q, s, e, "reported",
	    "SELECT d.id, m.notice, m.id, coalesce(m.incident, 0),"
	    " coalesce(d.done, 0), " D_VIA ", " D_ANSWER
	    ", d.address, " KNOWN("d") " FROM reported r CROSS JOIN delivery d"
				       " ON d.id = r.delivery CROSS JOIN "
				       "message m ON m.id = d.message"
				       " ORDER BY r.delivery LIMIT ?",
	    "n", AT_ONCE);
	while ((r = sql_step(&q)) == 1)
		v[n++] = (struct report_of){
		    .delivery = sql_int(&q, 0),
		    .notice = sql_int(&q, 1),
		    .message = sql_int(&q, 2),
		    .incident = sql_int(&q, 3),
		    .done = sql_int(&q, 4),
		    .via = sql_text(&q, 5),
		    .answer = sql_text(&q, 6),
		    .address = sql_text(&q, 7),
		    .known = sql_bool(&q, 8),
		};
	sql_close(&q);
	return r == -1 ? -1 : n;
}

/* Whether one record tells of both. Names are read again: settled_names(). */
static bool
alike(const struct report_of *a, const struct report_of *b)
{
	return a->notice == b->notice && a->known && b->known &&
	       str_eq(a->via, b->via) && str_eq(a->answer, b->answer);
}

static void
take(struct group *g, const struct report_of *r)
{
	strv_add(&g->names, r->address);
	g->first = r->done < g->first ? r->done : g->first;
	g->last = r->done > g->last ? r->done : g->last;
	g->one = g->one && r->message == g->like->message;
}

/* Those like v[i] that are not on record yet: they are then. */
static void
gather(const struct report_of *v, int n, int i, bool *taken, struct group *g)
{
	*g = (struct group){
	    .like = &v[i], .first = v[i].done, .last = v[i].done, .one = true};
	take(g, &v[i]);
	for (int k = i + 1; k < n && g->names.n < LIMIT_RECORD_NAMED; k++) {
		if (taken[k] || !alike(&v[i], &v[k]))
			continue;
		take(g, &v[k]);
		taken[k] = true;
	}
}

static char *
detail_of(const struct group *g)
{
	char first[RFC3339_SIZE], last[RFC3339_SIZE];
	bool once = g->first == g->last;
	char *who = strv_join(&g->names, ", "), *detail;

	format_rfc3339(g->first, first);
	format_rfc3339(g->last, last);
	detail = xasprintf("%s: reported %s%s%s: %s", who, first,
	    once ? "" : " to ", once ? "" : last, g->like->answer);
	free(who);
	return detail;
}

static int
record(struct store *s, const struct group *g, int64_t now, struct err *e)
{
	const struct report_of *r = g->like;
	char *actor = xasprintf("gateway %s", r->via);
	char *object = g->one ? xasprintf("message %lld", (long long)r->message)
			      : xasprintf("notice %lld", (long long)r->notice);
	char *detail = detail_of(g);
	int n = store_audit(s, now, actor, "delivery.delivered", r->incident,
	    object, detail, e);

	free(actor);
	free(object);
	free(detail);
	return n;
}

static int
record_all(struct store *s, const struct report_of *v, int n, int64_t now,
    struct err *e)
{
	bool *taken = xcalloc((size_t)n, sizeof(*taken));
	int r = 0;

	for (int i = 0; r == 0 && i < n; i++) {
		struct group g;

		if (taken[i])
			continue;
		gather(v, n, i, taken, &g);
		r = record(s, &g, now, e);
		strv_clear(&g.names);
	}
	free(taken);
	return r;
}

/*
 * In the caller's transaction; how many there were, or -1. With the last goes
 * what is of no delivery: of a file that was put together from a damaged one.
 */
static int
record_some(struct store *s, int64_t now, struct err *e)
{
	struct report_of *v = xcalloc(AT_ONCE, sizeof(*v));
	int n = read_some(s, v, e), r = n;

	if (n > 0)
		r = record_all(s, v, n, now, e);
	if (r != -1)
		r = sql_run(s, e, "reported.done",
		    "DELETE FROM reported WHERE delivery <= ?", "i",
		    n == AT_ONCE ? v[n - 1].delivery : INT64_MAX);
	for (int i = 0; i < AT_ONCE; i++) {
		free(v[i].via);
		free(v[i].answer);
		free(v[i].address);
	}
	free(v);
	return r == -1 ? -1 : n;
}

int
store_reported_record(struct store *s, int64_t now, struct err *e)
{
	int64_t any = 0;
	int n = AT_ONCE;

	if (sql_value(s, e, &any, "reported.any",
		"SELECT coalesce(max(delivery), 0) FROM reported", "") == -1)
		return -1;
	while (any != 0 && n == AT_ONCE) {
		if (store_begin(s, e) == -1)
			return -1;
		n = record_some(s, now, e);
		if (n == -1)
			store_rollback(s);
		else if (store_commit(s, e) == -1)
			n = -1;
	}
	return n == -1 ? -1 : 0;
}
