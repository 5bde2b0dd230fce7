#include <stdlib.h>

#include "base/mem.h"
#include "store/queue.h"
#include "store/sql.h"
#include "store/ways.h"

#define COLUMNS "name, state, since, until, pause, why"

static struct way
read_way(const struct sql *q)
{
	struct way w = {
	    .name = sql_text(q, 0),
	    .since = sql_int(q, 2),
	    .until = sql_int(q, 3),
	    .pause = sql_int(q, 4),
	    .why = sql_text(q, 5),
	};

	way_state_parse(sql_peek(q, 1), &w.state);
	return w;
}

/* Those that are not well. */
static int
read_ailing(
    struct store *s, enum channel channel, struct ways *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "ways",
	    "SELECT " COLUMNS " FROM way WHERE channel = ? ORDER BY name", "t",
	    channel_name(channel));
	while ((r = sql_step(&q)) == 1) {
		out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
		out->v[out->n++] = read_way(&q);
	}
	sql_close(&q);
	return r;
}

int
store_way_get(struct store *s, enum channel channel, const char *name,
    struct way *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "way.get",
	    "SELECT " COLUMNS " FROM way WHERE channel = ? AND name = ?", "tt",
	    channel_name(channel), name);
	if ((r = sql_step(&q)) == 1)
		*out = read_way(&q);
	else
		way_init(out, name);
	sql_close(&q);
	return r == -1 ? -1 : 0;
}

int
store_ways(struct store *s, enum channel channel, const struct strv *names,
    struct ways *out, struct err *e)
{
	int r = 0;

	out->v = xcalloc(names->n + 1, sizeof(*out->v));
	while (r == 0 && out->n < names->n) {
		r = store_way_get(
		    s, channel, names->v[out->n], &out->v[out->n], e);
		out->n++;
	}
	return r;
}

int
store_way_put(
    struct store *s, enum channel channel, const struct way *w, struct err *e)
{
	int n;

	if (w->state == WAY_WELL)
		n = sql_run(s, e, "way.well",
		    "DELETE FROM way WHERE channel = ? AND name = ?", "tt",
		    channel_name(channel), w->name);
	else
		n = sql_run(s, e, "way.put",
		    "INSERT OR REPLACE INTO way (channel, " COLUMNS ")"
		    " VALUES (?, ?, ?, ?, ?, ?, ?)",
		    "tttiiit", channel_name(channel), w->name,
		    way_state_name(w->state), w->since, w->until, w->pause,
		    w->why);
	return n == -1 ? -1 : 0;
}

int
store_ways_keep(struct store *s, enum channel channel, const struct strv *names,
    struct err *e)
{
	struct ways l = {0};
	int r = read_ailing(s, channel, &l, e);

	for (size_t i = 0; r == 0 && i < l.n; i++) {
		if (strv_has(names, l.v[i].name))
			continue;
		l.v[i].state = WAY_WELL;
		r = store_way_put(s, channel, &l.v[i], e);
	}
	ways_clear(&l);
	return r;
}

int
store_rate_log(struct store *s, enum channel channel, const char *name,
    int64_t since, struct rate_log *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "rate.log",
	    "SELECT CASE boot WHEN ?3 THEN at ELSE 0 END, n FROM rate_use"
	    " WHERE channel = ?1 AND way = ?2 AND (at > ?4 OR boot <> ?3)"
	    " ORDER BY 1",
	    "ttti", channel_name(channel), name, clock_boot(), since);
	while ((r = sql_step(&q)) == 1)
		rate_log_add(out, (struct rate_use){.at = sql_int(&q, 0),
				      .n = sql_int(&q, 1)});
	sql_close(&q);
	return r;
}

int
store_rate_use(struct store *s, enum channel channel, const char *name,
    struct rate_use use, int64_t since, struct err *e)
{
	const char *boot = clock_boot();
	const char *ch = channel_name(channel);
	int n;

	n = sql_run(s, e, "rate.forget",
	    "DELETE FROM rate_use WHERE channel = ?1 AND way = ?2"
	    " AND boot = ?3 AND at <= ?4",
	    "ttti", ch, name, boot, since);
	/* Of other starts: 0 is older than since, as ours is. */
	if (n != -1 && since >= 0)
		n = sql_run(s, e, "rate.forget",
		    "DELETE FROM rate_use WHERE channel = ?1 AND way = ?2"
		    " AND boot <> ?3",
		    "ttt", ch, name, boot);
	if (n != -1)
		n = sql_run(s, e, "rate.use",
		    "INSERT INTO rate_use (channel, way, boot, at, n)"
		    " VALUES (?, ?, ?, ?, ?)"
		    " ON CONFLICT (channel, way, boot, at)"
		    " DO UPDATE SET n = n + excluded.n",
		    "tttii", ch, name, boot, use.at, use.n);
	return n == -1 ? -1 : 0;
}

void
pendings_clear(struct pendings *l)
{
	for (size_t i = 0; i < l->n; i++)
		free(l->v[i].way);
	free(l->v);
	*l = (struct pendings){0};
}

int
store_pending(
    struct store *s, enum channel channel, struct pendings *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "pending",
	    "SELECT id, worker, begun, held, way FROM message"
	    " INDEXED BY message_held WHERE worker IS NOT NULL"
	    " AND channel = ? AND passed = 0 ORDER BY held, id",
	    "t", channel_name(channel));
	while ((r = sql_step(&q)) == 1) {
		out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
		out->v[out->n++] = (struct pending){sql_int(&q, 0),
		    sql_int(&q, 1), sql_bool(&q, 2), sql_int(&q, 3),
		    sql_text(&q, 4)};
	}
	sql_close(&q);
	return r;
}

int
store_pending_passed(struct store *s, int64_t message, struct err *e)
{
	int n = sql_run(s, e, "pending.passed",
	    "UPDATE message SET passed = 1 WHERE id = ?", "i", message);

	return n == -1 ? -1 : 0;
}

int
store_claimed(struct store *s, int64_t worker, struct claimed **v, size_t *n,
    struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "claimed",
	    "SELECT id, incident FROM message INDEXED BY message_held"
	    " WHERE worker = ? AND begun = 0 ORDER BY id",
	    "i", worker);
	while ((r = sql_step(&q)) == 1) {
		*v = xreallocarray(*v, *n + 1, sizeof(**v));
		(*v)[(*n)++] = (struct claimed){sql_int(&q, 0), sql_int(&q, 1)};
	}
	sql_close(&q);
	return r;
}

int
store_passed(struct store *s, enum channel channel, int64_t now,
    size_t *workers, bool *waits, struct err *e)
{
	struct dues due = {0};
	int64_t n = 0;
	int r = sql_value(s, e, &n, "passed",
	    "SELECT count(DISTINCT worker) FROM message INDEXED BY message_held"
	    " WHERE worker IS NOT NULL AND channel = ? AND passed = 1",
	    "t", channel_name(channel));

	if (r != -1)
		r = queue_due(s, channel, now, 1, &due, e);
	*workers = (size_t)n;
	*waits = due.n > 0;
	free(due.v);
	return r == -1 ? -1 : 0;
}
