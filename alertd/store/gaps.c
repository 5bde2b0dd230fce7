#include <stdlib.h>

#include "base/mem.h"
#include "store/gaps.h"
#include "store/sql.h"

void
gaps_clear(struct gaps *l)
{
	for (size_t i = 0; i < l->n; i++)
		free(l->v[i].org);
	free(l->v);
	*l = (struct gaps){0};
}

int
store_gaps(struct store *s, struct gaps *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "gaps",
	    "SELECT org, channel, since, told FROM gap ORDER BY org, channel",
	    "");
	while ((r = sql_step(&q)) == 1) {
		struct gap *g;

		out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
		g = &out->v[out->n++];
		*g = (struct gap){
		    .org = sql_text(&q, 0),
		    .since = sql_int(&q, 2),
		    .told = sql_time(&q, 3),
		};
		channel_parse(sql_peek(&q, 1), &g->channel);
	}
	sql_close(&q);
	return r;
}

int
store_gap_put(struct store *s, const struct gap *g, struct err *e)
{
	int n = sql_run(s, e, "gap.put",
	    "INSERT INTO gap (org, channel, since, told) VALUES (?, ?, ?, ?)"
	    " ON CONFLICT (org, channel) DO UPDATE SET since = excluded.since,"
	    " told = excluded.told",
	    "ttiT", g->org, channel_name(g->channel), g->since, g->told);

	return n == -1 ? -1 : 0;
}

int
store_gap_remove(struct store *s, const struct gap *g, struct err *e)
{
	int n = sql_run(s, e, "gap.remove",
	    "DELETE FROM gap WHERE org = ? AND channel = ?", "tt", g->org,
	    channel_name(g->channel));

	return n == -1 ? -1 : 0;
}

int
store_looked(struct store *s, const char *what, int64_t *at, struct err *e)
{
	int r;

	*at = TIME_NONE;
	r = sql_value(s, e, at, "looked",
	    "SELECT at FROM looked WHERE what = ?", "t", what);
	return r == -1 ? -1 : 0;
}

int
store_look(struct store *s, const char *what, int64_t at, struct err *e)
{
	int n = sql_run(s, e, "look",
	    "INSERT INTO looked (what, at) VALUES (?, ?)"
	    " ON CONFLICT (what) DO UPDATE SET at = excluded.at",
	    "ti", what, at);

	return n == -1 ? -1 : 0;
}
