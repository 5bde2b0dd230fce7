#include <stdlib.h>

#include "base/clock.h"
#include "base/limits.h"
#include "base/mem.h"
#include "store/audit.h"
#include "store/blame.h"
#include "store/checks.h"
#include "store/queue.h"
#include "store/sql.h"

void
check_state_clear(struct check_state *c)
{
	free(c->ping_error);
	*c = (struct check_state){0};
}

bool
check_fresh(int64_t at, int64_t now)
{
	/* One ahead of us was made by a clock that was wrong. */
	return at != TIME_NONE && at >= now - LIMIT_CHECK_FRESH &&
	       at <= now + LIMIT_CHECK_FRESH;
}

int
store_check_get(struct store *s, struct check_state *out, struct err *e)
{
	struct sql q;
	int r;

	*out = (struct check_state){
	    TIME_NONE, TIME_NONE, TIME_NONE, TIME_NONE, NULL};
	sql_open(&q, s, e, "check.get",
	    "SELECT started, at, passed, pinged, ping_error FROM self_check"
	    " WHERE id = 1",
	    "");
	if ((r = sql_step(&q)) == 1)
		*out = (struct check_state){
		    .started = sql_time(&q, 0),
		    .at = sql_time(&q, 1),
		    .passed = sql_time(&q, 2),
		    .pinged = sql_time(&q, 3),
		    .ping_error = sql_text(&q, 4),
		};
	else
		out->ping_error = xstrdup("");
	sql_close(&q);
	return r;
}

int
store_check_put(
    struct store *s, int64_t started, int64_t at, bool passed, struct err *e)
{
	int n = sql_run(s, e, "check.put",
	    "INSERT INTO self_check VALUES (1, ?, ?, ?, NULL, '')"
	    " ON CONFLICT (id) DO UPDATE SET started = excluded.started,"
	    " at = excluded.at,"
	    " passed = coalesce(excluded.passed, passed)",
	    "iiT", started, at, passed ? at : TIME_NONE);

	return n == -1 ? -1 : 0;
}

int
store_check_ping(struct store *s, const char *why, int64_t now, struct err *e)
{
	int n = sql_run(s, e, "check.ping",
	    "UPDATE self_check SET ping_error = ?1,"
	    " pinged = CASE ?1 WHEN '' THEN ?2 ELSE pinged END",
	    "ti", why, now);

	return n == -1 ? -1 : 0;
}

void
faults_clear(struct faults *l)
{
	for (size_t i = 0; i < l->n; i++) {
		free(l->v[i].name);
		free(l->v[i].what);
	}
	free(l->v);
	*l = (struct faults){0};
}

void
faults_add(struct faults *l, const char *name, char *what)
{
	l->v = xreallocarray(l->v, l->n + 1, sizeof(*l->v));
	l->v[l->n++] = (struct fault){.name = xstrdup(name), .what = what};
}

int
store_fault_put(
    struct store *s, const struct fault *f, int64_t now, struct err *e)
{
	int n = sql_run(s, e, "fault.last",
	    "UPDATE fault SET last = ?, what = ? WHERE name = ?", "itt", now,
	    f->what, f->name);

	if (n != 0)
		return n == -1 ? -1 : 0;
	return sql_run(s, e, "fault.add",
	    "INSERT INTO fault VALUES (?, ?, ?, ?)", "ttii", f->name, f->what,
	    now, now);
}

int
store_faults_forget(struct store *s, int64_t before, int64_t now, struct err *e)
{
	return sql_run(s, e, "fault.forget",
	    "DELETE FROM fault WHERE last < ? OR last > ?", "ii", before, now);
}

int
store_faults_known(struct store *s, int64_t *n, struct err *e)
{
	return sql_value(s, e, n, "fault.known", "SELECT count(*) FROM fault",
		   "") == -1
		   ? -1
		   : 0;
}

int
store_faults(struct store *s, struct faults *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "faults",
	    "SELECT name, what, first, last FROM fault"
	    " WHERE last = (SELECT at FROM self_check) ORDER BY name",
	    "");
	while ((r = sql_step(&q)) == 1) {
		out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
		out->v[out->n++] = (struct fault){sql_text(&q, 0),
		    sql_text(&q, 1), sql_int(&q, 2), sql_int(&q, 3)};
	}
	sql_close(&q);
	return r;
}

int
store_notice_promise(
    struct store *s, int64_t incident, int number, int64_t *next, struct err *e)
{
	struct sql q;
	int r;

	*next = TIME_NONE;
	sql_open(&q, s, e, "notice.promise",
	    "SELECT next FROM notice WHERE incident = ? AND number = ?"
	    " AND number > 0",
	    "in", incident, number);
	if ((r = sql_step(&q)) == 1)
		*next = sql_time(&q, 0);
	sql_close(&q);
	return r == -1 ? -1 : 0;
}

int
store_outbox_waits(struct store *s, enum channel channel, int64_t before,
    bool *waits, struct err *e)
{
	struct dues l = {0};
	int r = queue_due(s, channel, before, 1, &l, e);

	*waits = l.n > 0;
	free(l.v);
	return r;
}

int
store_outbox_aged(struct store *s, enum channel channel, int64_t before,
    int64_t *n, struct err *e)
{
	int r = sql_value(s, e, n, "outbox.aged",
	    "SELECT count(*) FROM message INDEXED BY message_due"
	    " WHERE channel = ? AND due IS NOT NULL AND worker IS NULL"
	    " AND created < ?",
	    "ti", channel_name(channel), before);

	return r == -1 ? -1 : 0;
}

int
store_outbox_end(struct store *s, enum channel channel, int64_t before,
    const char *why, int64_t now, struct err *e)
{
	struct doomed *v = NULL;
	size_t n = 0;
	struct sql q;
	int r;

	sql_open(&q, s, e, "outbox.end",
	    "SELECT id, incident FROM message INDEXED BY message_due"
	    " WHERE channel = ? AND due IS NOT NULL AND worker IS NULL"
	    " AND created < ?",
	    "ti", channel_name(channel), before);
	while ((r = sql_step(&q)) == 1) {
		v = xreallocarray(v, n + 1, sizeof(*v));
		v[n++] = (struct doomed){
		    .message = sql_int(&q, 0), .incident = sql_int(&q, 1)};
	}
	sql_close(&q);
	for (size_t i = 0; r == 0 && i < n; i++)
		r = store_set_aside(s, &v[i], why, now, e);
	free(v);
	return r == -1 ? -1 : (int)n;
}

int
store_holders(struct store *s, struct holders *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "holders",
	    "SELECT worker, max(held), count(*) FROM message"
	    " WHERE worker IS NOT NULL GROUP BY worker",
	    "");
	while ((r = sql_step(&q)) == 1) {
		out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
		out->v[out->n++] = (struct holder){
		    sql_int(&q, 0), sql_int(&q, 1), sql_int(&q, 2)};
	}
	sql_close(&q);
	return r;
}

#define OPEN DELIVERY_OPEN("d.")

static const char lost_sql[] =
    "SELECT m.id, m.incident, m.channel = 'sms', max(d.state = 'sending')"
    " FROM delivery d INDEXED BY delivery_open"
    " CROSS JOIN message m ON m.id = d.message"
    " WHERE " OPEN " AND m.worker IS NULL"
    " AND (d.state = 'sending' OR m.due IS NULL OR m.due > d.due)"
    " GROUP BY m.id";

/* A message with recipients whom no worker would find. */
struct lost {
	int64_t message, incident;
	bool sms, sending;
};

static int
mend(struct store *s, const struct lost *l, enum on_unknown sms, int64_t now,
    struct err *e)
{
	static const char why[] = "no worker would have found it";
	/* It may have been taken. */
	if (l->sending)
		return queue_doubt(
		    s, l->message, l->sms && sms == ON_UNKNOWN_ONCE, why, e);
	if (queue_refresh(s, l->message, e) == -1)
		return -1;
	return store_audit_message(s, now, "alertd", "message.recovered",
	    l->incident, l->message, why, e);
}

int
store_outbox_lost(struct store *s, int64_t *n, struct err *e)
{
	struct sql q;
	int r;

	*n = 0;
	sql_open(&q, s, e, "outbox.lost", lost_sql, "");
	while ((r = sql_step(&q)) == 1)
		(*n)++;
	sql_close(&q);
	return r;
}

int
store_outbox_mend(
    struct store *s, enum on_unknown sms, int64_t now, struct err *e)
{
	struct lost *v = NULL;
	size_t n = 0;
	struct sql q;
	int r;

	sql_open(&q, s, e, "outbox.lost", lost_sql, "");
	while ((r = sql_step(&q)) == 1) {
		v = xreallocarray(v, n + 1, sizeof(*v));
		v[n++] = (struct lost){
		    .message = sql_int(&q, 0),
		    .incident = sql_int(&q, 1),
		    .sms = sql_bool(&q, 2),
		    .sending = sql_bool(&q, 3),
		};
	}
	sql_close(&q);
	for (size_t i = 0; r == 0 && i < n; i++)
		r = mend(s, &v[i], sms, now, e);
	free(v);
	return r == -1 ? -1 : (int)n;
}
