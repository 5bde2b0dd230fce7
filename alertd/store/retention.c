#include <string.h>

#include "base/attr.h"
#include "store/sql.h"
#include "store/steps.h"

#define DAY 86400

enum limit { PERSONS, OPERATORS, CODES, ALWAYS };

static const struct kind {
	const char *what; /* in the table retention */
	enum limit limit;
	step_fn *step;
} kinds[RETENTION_KINDS] = {
    {"incidents", PERSONS, step_incidents},
    {"reasons", OPERATORS, step_reasons},
    {"pages", PERSONS, step_pages},
    {"calls", PERSONS, step_calls},
    {"owners", OPERATORS, step_owners},
    {"codes", CODES, step_codes},
    {"covers", OPERATORS, step_covers},
    {"addresses", PERSONS, step_addresses},
    {"replies", ALWAYS, step_replies},
    {"reminders", ALWAYS, step_reminders},
    {"records", PERSONS, step_records},
    {"operators", OPERATORS, step_operators},
    {"space", ALWAYS, step_space},
};

int
retention_pace(int rows, int64_t held)
{
	if (rows == 0)
		return RETENTION_FIRST;
	if (held > RETENTION_SLOW)
		rows /= 2;
	else if (held < RETENTION_FAST)
		rows += rows / 2;
	if (rows < RETENTION_LEAST)
		rows = RETENTION_LEAST;
	return rows > RETENTION_MOST ? RETENTION_MOST : rows;
}

static int64_t
limit_of(const struct retention *r, enum limit l, int64_t now)
{
	switch (l) {
	case PERSONS:
		return r->persons;
	case OPERATORS:
		return r->operators;
	case CODES:
		return r->codes;
	case ALWAYS:
		break;
	}
	return now;
}

/* Whether any kind is due, without the lock. */
static int
any_due(struct store *s, int64_t now, struct err *e)
{
	int64_t waits = 0;

	if (sql_value(s, e, &waits, "retention.any",
		"SELECT count(*) FROM retention WHERE due > ?1"
		" AND due <= ?1 + ?2",
		"ii", now, (int64_t)DAY) == -1)
		return -1;
	return waits < RETENTION_KINDS;
}

struct due {
	int64_t pos, at;
};

/*
 * One that has never been looked at is due first. The clock may have been
 * ahead: a day from now is the longest wait.
 */
static int
read_dues(struct store *s, int64_t now, struct due out[RETENTION_KINDS],
    struct err *e)
{
	struct sql q;
	int r;

	memset(out, 0, RETENTION_KINDS * sizeof(*out));
	sql_open(&q, s, e, "retention.due",
	    "SELECT what, pos, due FROM retention", "");
	while ((r = sql_step(&q)) == 1)
		for (size_t i = 0; i < RETENTION_KINDS; i++) {
			int64_t at = sql_int(&q, 2);

			if (strcmp(kinds[i].what, sql_peek(&q, 0)) == 0)
				out[i] = (struct due){
				    sql_int(&q, 1), at > now + DAY ? now : at};
		}
	sql_close(&q);
	return r;
}

/* The one that waits longest, the file last; how many are due. */
static int
longest(const struct due dues[RETENTION_KINDS], int64_t now, size_t *out)
{
	int n = 0;

	for (size_t i = 0; i < RETENTION_KINDS; i++) {
		if (dues[i].at > now)
			continue;
		if (n == 0 ||
		    (dues[i].at < dues[*out].at && kinds[i].step != step_space))
			*out = i;
		n++;
	}
	return n;
}

/* 1 when more is left of the kind. */
static int
step_kind(struct step *t, const struct kind *k)
{
	int r = t->before > 0 ? k->step(t) : 0;

	if (r == -1 ||
	    sql_run(t->s, t->e, "retention.pos",
		"INSERT INTO retention VALUES (?, ?, ?) ON CONFLICT (what)"
		" DO UPDATE SET pos = excluded.pos, due = excluded.due",
		"tii", k->what, t->pos, t->now + (r == 1 ? 0 : DAY)) == -1)
		return -1;
	return r;
}

/* What is known of the kinds while one of them is stepped. */
struct turn {
	const struct retention *limits;
	struct retention_pace *pace;
	struct due dues[RETENTION_KINDS];
	size_t k; /* which it was */
};

/*
 * Those of which there is nothing cost next to nothing: up to the first that
 * had something. 1 when more is left, of whichever kind.
 */
static int
step_first(struct step *t, struct turn *v)
{
	int changes, r = 0;
	size_t next;

	while (longest(v->dues, t->now, &v->k) > 0) {
		struct due *d = &v->dues[v->k];

		if (v->pace->rows[v->k] == 0)
			v->pace->rows[v->k] = retention_pace(0, 0);
		t->rows = v->pace->rows[v->k];
		t->pos = d->pos;
		t->before = limit_of(v->limits, kinds[v->k].limit, t->now);
		changes = sqlite3_total_changes(t->s->db);
		r = step_kind(t, &kinds[v->k]);
		if (r == -1)
			return -1;
		d->at = t->now + (r == 1 ? 0 : DAY);
		/* Where it is counts as one. */
		if (r == 1 || sqlite3_total_changes(t->s->db) - changes > 1)
			break;
	}
	return r == 1 || longest(v->dues, t->now, &next) > 0;
}

/*
 * In a transaction of its own. held is what its rows cost, in SQLite and in the
 * log: the disk, which may take far longer, is not waited for in it.
 */
static int
turn_held(struct step *t, struct turn *v)
{
	int64_t begun;
	int r;

	if (store_begin(t->s, t->e) == -1)
		return -1;
	begun = clock_read().mono_ms;
	r = step_first(t, v);
	if (r == -1)
		store_rollback(t->s);
	else if (store_commit(t->s, t->e) == -1)
		r = -1;
	t->out->held = clock_read().mono_ms - begun;
	if (r != -1)
		v->pace->rows[v->k] = retention_pace(
		    v->pace->rows[v->k], t->out->held);
	return r;
}

/*
 * What is lost with the power is done once more. So the writer is not held
 * while the disk is waited for, but who waits for it holds nothing.
 */
static int
turn_all(struct step *t, struct turn *v)
{
	int r = store_sync_later(t->s, t->e);

	if (r == 0)
		r = turn_held(t, v);
	/* What went wrong first is told. */
	return store_sync(t->s, r == -1 ? NULL : t->e) == -1 ? -1 : r;
}

int
store_retention(struct store *s, const struct retention *r,
    struct retention_pace *pace, int64_t now, struct retained *out, bool *more,
    struct err *e)
{
	struct step t = {.s = s, .now = now, .out = out, .e = e};
	struct turn v = {.limits = r, .pace = pace};
	int n = any_due(s, now, e);

	*out = (struct retained){0};
	*more = false;
	if (n != 1)
		return n;
	if (read_dues(s, now, v.dues, e) == -1)
		return -1;
	n = turn_all(&t, &v);
	*more = n == 1;
	return n == -1 ? -1 : 0;
}
