#include <stdlib.h>

#include "base/mem.h"
#include "store/calls.h"
#include "store/sql.h"

#define COLUMNS                                                          \
	"id, incident, alarm, about, detail, opened, began, steps, due," \
	" paged_at, skipped, owner, had, taken, attended, closed"
#define FORMAT "ztttTTiTTtttTTT"
#define VALUES(c)                                                          \
	(c)->incident, (c)->alarm, (c)->about, (c)->detail, (c)->opened,   \
	    (c)->began, (c)->steps, (c)->due, (c)->paged_at, (c)->skipped, \
	    (c)->owner, (c)->had, (c)->taken, (c)->attended, (c)->closed

void
calls_clear(struct calls *l)
{
	for (size_t i = 0; i < l->n; i++)
		call_clear(&l->v[i]);
	free(l->v);
	*l = (struct calls){0};
}

int
store_call_put(struct store *s, struct call *c, struct err *e)
{
	if (c->id != 0)
		return sql_run(s, e, "call.put",
			   "UPDATE call SET incident = ?, alarm = ?,"
			   " about = ?, detail = ?, opened = ?, began = ?,"
			   " steps = ?, due = ?, paged_at = ?, skipped = ?,"
			   " owner = ?, had = ?, taken = ?, attended = ?,"
			   " closed = ?"
			   " WHERE id = ?",
			   FORMAT "i", VALUES(c), c->id) == -1
			   ? -1
			   : 0;
	if (sql_run(s, e, "call.add",
		"INSERT INTO call (incident, alarm, about, detail, opened,"
		" began, steps, due, paged_at, skipped, owner, had, taken,"
		" attended, closed)"
		" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
		FORMAT, VALUES(c)) == -1)
		return -1;
	c->id = sql_last_id(s);
	return 0;
}

static void
read_call(const struct sql *q, struct call *c)
{
	*c = (struct call){
	    .id = sql_int(q, 0),
	    .incident = sql_int(q, 1),
	    .alarm = sql_text(q, 2),
	    .about = sql_text(q, 3),
	    .detail = sql_text(q, 4),
	    .opened = sql_time(q, 5),
	    .began = sql_time(q, 6),
	    .steps = sql_int(q, 7),
	    .due = sql_time(q, 8),
	    .paged_at = sql_time(q, 9),
	    .skipped = sql_text(q, 10),
	    .owner = sql_text(q, 11),
	    .had = sql_text(q, 12),
	    .taken = sql_time(q, 13),
	    .attended = sql_time(q, 14),
	    .closed = sql_time(q, 15),
	};
}

/* Takes the one row of an open statement, and closes it. */
static int
take_call(struct sql *q, struct call *out)
{
	int r = sql_step(q);

	if (r == 1)
		read_call(q, out);
	sql_close(q);
	return r;
}

int
store_call_get(struct store *s, int64_t id, struct call *out, struct err *e)
{
	struct sql q;

	sql_open(&q, s, e, "call.get",
	    "SELECT " COLUMNS " FROM call WHERE id = ?", "i", id);
	return take_call(&q, out);
}

int
store_call_of(
    struct store *s, int64_t incident, struct call *out, struct err *e)
{
	struct sql q;

	sql_open(&q, s, e, "call.of",
	    "SELECT " COLUMNS " FROM call"
	    " WHERE incident = ? AND closed IS NULL",
	    "i", incident);
	return take_call(&q, out);
}

int
store_call_alarm(struct store *s, const char *alarm, const char *about,
    struct call *out, struct err *e)
{
	struct sql q;

	sql_open(&q, s, e, "call.alarm",
	    "SELECT " COLUMNS " FROM call WHERE incident IS NULL"
	    " AND alarm = ? AND about = ? AND closed IS NULL",
	    "tt", alarm, about);
	return take_call(&q, out);
}

int
store_calls(struct store *s, struct calls *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "calls",
	    "SELECT " COLUMNS " FROM call INDEXED BY call_open"
	    " WHERE closed IS NULL ORDER BY id",
	    "");
	while ((r = sql_step(&q)) == 1) {
		out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
		read_call(&q, &out->v[out->n++]);
	}
	sql_close(&q);
	return r;
}

int
store_call_person(struct store *s, int64_t call, const struct person *p,
    int64_t now, struct err *e)
{
	int n = sql_run(s, e, "call.person",
	    "INSERT INTO call_person (call, person, org, name, email, phone,"
	    " round, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
	    " ON CONFLICT (call, person) DO UPDATE SET org = excluded.org,"
	    " name = excluded.name,"
	    " email = CASE excluded.email WHEN '' THEN email"
	    "  ELSE excluded.email END,"
	    " phone = CASE excluded.phone WHEN '' THEN phone"
	    "  ELSE excluded.phone END,"
	    " round = excluded.round, at = excluded.at",
	    "itttttii", call, p->key, p->org, p->name, p->email, p->phone,
	    p->round, now);

	return n == -1 ? -1 : 0;
}

int
store_call_people(
    struct store *s, int64_t call, struct people *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "call.people",
	    "SELECT person, org, name, email, phone, round FROM call_person"
	    " WHERE call = ? ORDER BY at, person",
	    "i", call);
	while ((r = sql_step(&q)) == 1) {
		out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
		out->v[out->n++] = (struct person){
		    .key = sql_text(&q, 0),
		    .org = sql_text(&q, 1),
		    .name = sql_text(&q, 2),
		    .email = sql_text(&q, 3),
		    .phone = sql_text(&q, 4),
		    .round = sql_int(&q, 5),
		};
	}
	sql_close(&q);
	return r;
}

int
store_call_rounds_clear(struct store *s, int64_t call, struct err *e)
{
	int n = sql_run(s, e, "call.rounds",
	    "UPDATE call_person SET round = -1 WHERE call = ?", "i", call);

	return n == -1 ? -1 : 0;
}

void
lows_clear(struct lows *l)
{
	for (size_t i = 0; i < l->n; i++) {
		free(l->v[i].alarm);
		free(l->v[i].about);
		free(l->v[i].detail);
	}
	free(l->v);
	*l = (struct lows){0};
}

int
store_low_add(struct store *s, const char *alarm, const char *about,
    const char *detail, int64_t now, struct err *e)
{
	int n = sql_run(s, e, "low.add",
	    "INSERT INTO low (at, alarm, about, detail) VALUES (?, ?, ?, ?)",
	    "ittt", now, alarm, about, detail);

	return n == -1 ? -1 : 0;
}

int
store_low_oldest(struct store *s, int64_t *at, struct err *e)
{
	int r;

	*at = TIME_NONE;
	r = sql_value(s, e, at, "low.oldest",
	    "SELECT at FROM low ORDER BY id LIMIT 1", "");
	return r == -1 ? -1 : 0;
}

int
store_lows_take(struct store *s, size_t limit, struct lows *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "low.take",
	    "SELECT id, at, alarm, about, detail FROM low ORDER BY id LIMIT ?",
	    "i", (int64_t)limit);
	while ((r = sql_step(&q)) == 1) {
		out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
		out->v[out->n++] = (struct low){sql_int(&q, 0), sql_int(&q, 1),
		    sql_text(&q, 2), sql_text(&q, 3), sql_text(&q, 4)};
	}
	sql_close(&q);
	if (r == -1 || out->n == 0)
		return r;
	r = sql_run(s, e, "low.remove", "DELETE FROM low WHERE id <= ?", "i",
	    out->v[out->n - 1].id);
	return r == -1 ? -1 : 0;
}
