#include <stdlib.h>

#include "base/mem.h"
#include "store/reports.h"
#include "store/sql.h"

#define COLUMNS                                                       \
	"feed, first_ok, last_ok, last_change, health, since, polls," \
	" last_poll, body, body_since, told, cause, why, source"

void
feed_state_clear(struct feed_state *f)
{
	free(f->feed);
	free(f->why);
	free(f->source);
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
	struct feed_state f = {
	    .feed = sql_text(q, 0),
	    .first_ok = sql_time(q, 1),
	    .last_ok = sql_time(q, 2),
	    .last_change = sql_time(q, 3),
	    .health =
		{
		    .since = sql_time(q, 5),
		    .polls = sql_int(q, 6),
		    .last_poll = sql_time(q, 7),
		    .body_since = sql_time(q, 9),
		},
	    .why = sql_text(q, 12),
	    .source = sql_text(q, 13),
	};

	feed_health_parse(sql_peek(q, 4), &f.health.state);
	body_kind_parse(sql_peek(q, 8), &f.health.body);
	feed_health_parse(sql_peek(q, 10), &f.health.told);
	feed_cause_parse(sql_peek(q, 11), &f.cause);
	return f;
}

void
feed_state_init(struct feed_state *f, const char *feed)
{
	*f = (struct feed_state){
	    .feed = xstrdup(feed),
	    .first_ok = TIME_NONE,
	    .last_ok = TIME_NONE,
	    .last_change = TIME_NONE,
	    .why = xstrdup(""),
	    .source = xstrdup(""),
	};
	health_init(&f->health);
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
		feed_state_init(out, feed);
	sql_close(&q);
	return r;
}

int
store_feed_put(struct store *s, const struct feed_state *f, struct err *e)
{
	const struct health *h = &f->health;
	int n = sql_run(s, e, "feed.put",
	    "INSERT INTO feed (" COLUMNS ")"
	    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
	    " ON CONFLICT (feed) DO UPDATE SET first_ok = excluded.first_ok,"
	    " last_ok = excluded.last_ok, last_change = excluded.last_change,"
	    " health = excluded.health, since = excluded.since,"
	    " polls = excluded.polls, last_poll = excluded.last_poll,"
	    " body = excluded.body, body_since = excluded.body_since,"
	    " told = excluded.told, cause = excluded.cause,"
	    " why = excluded.why, source = excluded.source",
	    "tTTTtTiTtTtttt", f->feed, f->first_ok, f->last_ok, f->last_change,
	    feed_health_name(h->state), h->since, h->polls, h->last_poll,
	    body_kind_name(h->body), h->body_since, feed_health_name(h->told),
	    feed_cause_name(f->cause), f->why, f->source);

	return n == -1 ? -1 : 0;
}
