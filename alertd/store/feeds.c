#include <stdlib.h>

#include "base/mem.h"
#include "store/reports.h"
#include "store/sql.h"

#define COLUMNS                                                          \
	"feed, first_ok, last_ok, last_change, failing_since, failures," \
	" error, told, stale"

void
feed_state_clear(struct feed_state *f)
{
	free(f->feed);
	free(f->error);
	*f = (struct feed_state){0};
}

void
feed_states_clear(struct feed_states *l)
{
	for (size_t i = 0; i < l->n; i++)
		feed_state_clear(&l->v[i]);
	free(l->v);
	*l = (struct feed_states){0};
}

static struct feed_state
read_row(const struct sql *q)
{
	return (struct feed_state){
	    .feed = sql_text(q, 0),
	    .first_ok = sql_time(q, 1),
	    .last_ok = sql_time(q, 2),
	    .last_change = sql_time(q, 3),
	    .failing_since = sql_time(q, 4),
	    .failures = sql_int(q, 5),
	    .error = sql_text(q, 6),
	    .told = sql_bool(q, 7),
	    .stale = sql_bool(q, 8),
	};
}

int
store_feed_get(
    struct store *s, const char *feed, struct feed_state *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "feed.get",
	    "SELECT " COLUMNS " FROM feed WHERE feed = ?", "t", feed);
	r = sql_step(&q);
	if (r == 1)
		*out = read_row(&q);
	else
		*out = (struct feed_state){
		    .feed = xstrdup(feed),
		    .first_ok = TIME_NONE,
		    .last_ok = TIME_NONE,
		    .last_change = TIME_NONE,
		    .failing_since = TIME_NONE,
		    .error = xstrdup(""),
		};
	sql_close(&q);
	return r;
}

int
store_feed_put(struct store *s, const struct feed_state *f, struct err *e)
{
	int n = sql_run(s, e, "feed.put",
	    "INSERT INTO feed (" COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
	    " ON CONFLICT (feed) DO UPDATE SET first_ok = excluded.first_ok,"
	    " last_ok = excluded.last_ok, last_change = excluded.last_change,"
	    " failing_since = excluded.failing_since,"
	    " failures = excluded.failures, error = excluded.error,"
	    " told = excluded.told, stale = excluded.stale",
	    "tTTTTitbb", f->feed, f->first_ok, f->last_ok, f->last_change,
	    f->failing_since, f->failures, f->error, f->told, f->stale);

	return n == -1 ? -1 : 0;
}

int
store_feeds(struct store *s, struct feed_states *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "feeds",
	    "SELECT " COLUMNS " FROM feed ORDER BY feed", "");
	while ((r = sql_step(&q)) == 1) {
		out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
		out->v[out->n++] = read_row(&q);
	}
	sql_close(&q);
	return r;
}
