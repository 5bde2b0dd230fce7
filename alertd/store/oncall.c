#include <stdlib.h>

#include "base/mem.h"
#include "store/oncall.h"
#include "store/sql.h"

#define COVER "id, rota, who, starts, ends, made, by"
#define CALENDAR "rota, source, body, fetched, failing, why, told"

void
cover_clear(struct cover *c)
{
	free(c->rota);
	free(c->who);
	free(c->by);
	*c = (struct cover){0};
}

void
covers_clear(struct covers *l)
{
	for (size_t i = 0; i < l->n; i++)
		cover_clear(&l->v[i]);
	free(l->v);
	*l = (struct covers){0};
}

static struct cover
read_cover(const struct sql *q)
{
	return (struct cover){
	    .id = sql_int(q, 0),
	    .rota = sql_text(q, 1),
	    .who = sql_text(q, 2),
	    .from = sql_time(q, 3),
	    .until = sql_time(q, 4),
	    .made = sql_time(q, 5),
	    .by = sql_text(q, 6),
	};
}

int
store_covers(struct store *s, const char *rota, int64_t since,
    struct covers *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "covers",
	    "SELECT " COVER " FROM cover WHERE ends > ?"
	    " AND (? OR rota = ?) ORDER BY +id",
	    "ibt", since, rota == NULL, rota);
	while ((r = sql_step(&q)) == 1) {
		out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
		out->v[out->n++] = read_cover(&q);
	}
	sql_close(&q);
	return r;
}

int
store_cover_get(struct store *s, int64_t id, struct cover *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "cover.get",
	    "SELECT " COVER " FROM cover WHERE id = ?", "i", id);
	r = sql_step(&q);
	if (r == 1)
		*out = read_cover(&q);
	sql_close(&q);
	return r;
}

int
store_cover_add(struct store *s, struct cover *c, struct err *e)
{
	int n = sql_run(s, e, "cover.add",
	    "INSERT INTO cover (rota, who, starts, ends, made, by)"
	    " VALUES (?, ?, ?, ?, ?, ?)",
	    "ttTTTt", c->rota, c->who, c->from, c->until, c->made, c->by);

	if (n == -1)
		return -1;
	c->id = sql_last_id(s);
	return 0;
}

int
store_cover_remove(struct store *s, int64_t id, struct err *e)
{
	int n = sql_run(
	    s, e, "cover.remove", "DELETE FROM cover WHERE id = ?", "i", id);

	if (n == 0)
		return err_set(e, "there is no cover %lld", (long long)id);
	return n == -1 ? -1 : 0;
}

void
calendar_state_clear(struct calendar_state *c)
{
	free(c->rota);
	free(c->source);
	free(c->body);
	free(c->why);
	*c = (struct calendar_state){0};
}

static struct calendar_state
read_calendar(const struct sql *q)
{
	return (struct calendar_state){
	    .rota = sql_text(q, 0),
	    .source = sql_text(q, 1),
	    .body = sql_text(q, 2),
	    .fetched = sql_time(q, 3),
	    .failing = sql_time(q, 4),
	    .why = sql_text(q, 5),
	    .told = sql_bool(q, 6),
	};
}

int
store_calendar_get(struct store *s, const char *rota,
    struct calendar_state *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "calendar.get",
	    "SELECT " CALENDAR " FROM calendar WHERE rota = ?", "t", rota);
	r = sql_step(&q);
	*out = r == 1 ? read_calendar(&q)
		      : (struct calendar_state){
			    .rota = xstrdup(rota),
			    .source = xstrdup(""),
			    .body = xstrdup(""),
			    .fetched = TIME_NONE,
			    .failing = TIME_NONE,
			    .why = xstrdup(""),
			};
	sql_close(&q);
	return r;
}

int
store_calendar_put(
    struct store *s, const struct calendar_state *c, struct err *e)
{
	int n = sql_run(s, e, "calendar.put",
	    "INSERT INTO calendar (" CALENDAR ") VALUES (?, ?, ?, ?, ?, ?, ?)"
	    " ON CONFLICT (rota) DO UPDATE SET source = excluded.source,"
	    " body = excluded.body, fetched = excluded.fetched,"
	    " failing = excluded.failing, why = excluded.why,"
	    " told = excluded.told",
	    "tttTTtb", c->rota, c->source, c->body, c->fetched, c->failing,
	    c->why, c->told);

	return n == -1 ? -1 : 0;
}
