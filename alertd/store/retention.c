#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/mem.h"
#include "base/str.h"
#include "store/audit.h"
#include "store/forget.h"
#include "store/queue.h"
#include "store/retention.h"
#include "store/schema.h"
#include "store/scrub.h"

#define DAY 86400
#define STEP 200 /* rows of a step */

/* One kind of rows, in one step. */
struct step {
	struct store *s;
	int64_t before; /* what is older goes */
	int64_t pos; /* rows up to this one were looked at */
	int64_t now;
	struct retained *out;
	struct err *e;
};

/* 1 when more is left, 0 when nothing is, -1 with *e. */
typedef int step_fn(struct step *t);

static int
scrub_all(struct step *t, struct ids *l, int r)
{
	for (size_t i = 0; r == 0 && i < l->n; i++)
		r = scrub_delivery(t->s, l->v[i], t->e);
	t->out->deliveries += (int64_t)l->n;
	free(l->v);
	return r;
}

/* What a page says of whom; its text is for him alone. */
#define ERASE_BODY                                                   \
	"UPDATE notice_body SET subject = '', text = '', html = ''," \
	" sms = '' WHERE audience = 'oncall' AND notice "

/* --- incidents ------------------------------------------------------------
 */

static int
erase_pages(struct step *t, int64_t incident)
{
	int n = sql_run(t->s, t->e, "retention.bodies",
	    ERASE_BODY "IN (SELECT id FROM notice WHERE incident = ?"
		       " AND type = 'page')",
	    "i", incident);

	t->out->pages += n > 0 ? n : 0;
	if (n != -1)
		n = sql_run(t->s, t->e, "retention.pages",
		    "UPDATE notice SET reason = '" AUDIT_ERASED
		    "' WHERE incident = ? AND type = 'page'",
		    "i", incident);
	return n == -1 ? -1 : 0;
}

/* Of one notice of the incident that ended first. */
static int
step_incidents(struct step *t)
{
	int64_t id = 0, number = 0;
	struct ids l = {0};
	struct sql q;
	int r;

	sql_open(&q, t->s, t->e, "retention.incident",
	    "SELECT id, named FROM incident INDEXED BY incident_named"
	    " WHERE named IS NOT NULL AND " INCIDENT_OVER " AND " INCIDENT_ENDED
	    " < ? ORDER BY " INCIDENT_ENDED " LIMIT 1",
	    "i", t->before);
	if ((r = sql_step(&q)) == 1) {
		id = sql_int(&q, 0);
		number = sql_int(&q, 1);
	}
	sql_close(&q);
	if (r != 1)
		return r;
	sql_open(&q, t->s, t->e, "retention.deliveries",
	    "SELECT id FROM delivery WHERE incident = ? AND number = ?"
	    " AND NOT " DELIVERY_OPEN("") " AND " KNOWN("delivery"),
	    "ii", id, number);
	if (scrub_all(t, &l, ids_read(&l, &q)) == -1 ||
	    (number == 0 && erase_pages(t, id) == -1))
		return -1;
	return sql_run(t->s, t->e, "retention.named",
		   "UPDATE incident SET named ="
		   " CASE WHEN named < notices THEN named + 1 END WHERE id = ?",
		   "i", id) == -1
		   ? -1
		   : 1;
}

#define NOBODY(table, where)                                \
	"UPDATE " table " SET reason = substr(reason, 1,"   \
	" instr(reason, ' by ') + 3) || '" AUDIT_ERASED "'" \
	" WHERE " where " = ? AND instr(reason, ' by ') > 0"

/* Who sent, resolved or approved, of the reasons of one incident. */
static int
step_reasons(struct step *t)
{
	int64_t id = 0;
	int r = sql_value(t->s, t->e, &id, "retention.acted",
	    "SELECT id FROM incident INDEXED BY incident_acted"
	    " WHERE acted IS NOT NULL AND " INCIDENT_OVER " AND " INCIDENT_ENDED
	    " < ? ORDER BY " INCIDENT_ENDED " LIMIT 1",
	    "i", t->before);

	if (r != 1)
		return r;
	if (sql_run(t->s, t->e, "retention.reason",
		NOBODY("notice", "incident"), "i", id) == -1 ||
	    sql_run(t->s, t->e, "retention.reason", NOBODY("incident", "id"),
		"i", id) == -1 ||
	    sql_run(t->s, t->e, "retention.acted",
		"UPDATE incident SET acted = NULL WHERE id = ?", "i", id) == -1)
		return -1;
	return 1;
}

/* --- what belongs to no incident ------------------------------------------
 */

/* Rows behind t->pos, oldest first, that are old enough; how many were read. */
static int
read_old(struct step *t, const char *name, const char *sql, struct ids *out,
    int *read)
{
	struct sql q;
	int r;

	*read = 0;
	sql_open(&q, t->s, t->e, name, sql, "ii", t->pos, (int64_t)STEP);
	while ((r = sql_step(&q)) == 1) {
		int64_t at = sql_time(&q, 1);

		if (at == TIME_NONE || at >= t->before)
			break;
		++*read;
		t->pos = sql_int(&q, 0);
		if (sql_bool(&q, 2))
			ids_add(out, t->pos);
	}
	sql_close(&q);
	return r == -1 ? -1 : 0;
}

static int
erase_page(struct step *t, int64_t message)
{
	struct ids l = {0};
	struct sql q;

	sql_open(&q, t->s, t->e, "retention.deliveries",
	    "SELECT id FROM delivery WHERE message = ?"
	    " AND NOT " DELIVERY_OPEN("") " AND " KNOWN("delivery"),
	    "i", message);
	if (scrub_all(t, &l, ids_read(&l, &q)) == -1)
		return -1;
	t->out->pages++;
	if (sql_run(t->s, t->e, "retention.body",
		ERASE_BODY "= (SELECT notice FROM message WHERE id = ?)", "i",
		message) == -1)
		return -1;
	return sql_run(t->s, t->e, "retention.page",
	    "UPDATE notice SET title = '" AUDIT_ERASED
	    "', reason = '" AUDIT_ERASED
	    "' WHERE id = (SELECT notice FROM message WHERE id = ?)",
	    "i", message);
}

static int
step_pages(struct step *t)
{
	struct ids l = {0};
	int read, r = read_old(t, "retention.messages",
		      "SELECT id, created, incident IS NULL FROM message"
		      " WHERE id > ? ORDER BY id LIMIT ?",
		      &l, &read);

	for (size_t i = 0; r != -1 && i < l.n; i++)
		r = erase_page(t, l.v[i]);
	free(l.v);
	return r == -1 ? -1 : read == STEP;
}

/* An address that an alarm was about; the rest of what it says stays. */
#define ABOUT(column, instead)                                               \
	"UPDATE call SET " column " = " instead " WHERE id = ? AND (" column \
	" LIKE '%@%' OR " column " LIKE '+%')"

static int
each_call(struct step *t, const char *const *sql)
{
	struct ids l = {0};
	int read, r = read_old(t, "retention.calls",
		      "SELECT id, closed, 1 FROM call WHERE id > ?"
		      " ORDER BY id LIMIT ?",
		      &l, &read);

	for (size_t i = 0; r != -1 && i < l.n; i++)
		for (size_t k = 0; r != -1 && sql[k] != NULL; k++)
			r = sql_run(
			    t->s, t->e, "retention.call", sql[k], "i", l.v[i]);
	t->out->calls += (int64_t)l.n;
	free(l.v);
	return r == -1 ? -1 : read == STEP;
}

static int
step_calls(struct step *t)
{
	static const char *const sql[] = {
	    "DELETE FROM call_person WHERE call = ?",
	    ABOUT("about", "'" AUDIT_ERASED " ' || id"),
	    ABOUT("detail", "'" AUDIT_ERASED "'"), NULL};

	return each_call(t, sql);
}

static int
step_owners(struct step *t)
{
	static const char *const sql[] = {
	    "UPDATE call SET owner = '" AUDIT_ERASED
	    "' WHERE id = ? AND owner <> ''",
	    "UPDATE call SET had = '" AUDIT_ERASED
	    "' WHERE id = ? AND had <> ''",
	    NULL};

	return each_call(t, sql);
}

static int
remove_old(struct step *t, const char *sql, int64_t before, int64_t *count)
{
	int n = sql_run(
	    t->s, t->e, "retention.remove", sql, "ii", before, (int64_t)STEP);

	if (n > 0 && count != NULL)
		*count += n;
	return n == -1 ? -1 : n == STEP;
}

static int
step_codes(struct step *t)
{
	return remove_old(t,
	    "DELETE FROM code WHERE id IN"
	    " (SELECT id FROM code WHERE lapses < ? LIMIT ?)",
	    t->before, &t->out->codes);
}

static int
step_covers(struct step *t)
{
	return remove_old(t,
	    "DELETE FROM cover WHERE id IN"
	    " (SELECT id FROM cover WHERE ends < ? LIMIT ?)",
	    t->before, &t->out->covers);
}

/* There are as many as addresses that were ever told: few. */
static int
step_addresses(struct step *t)
{
	return remove_old(t,
	    "DELETE FROM address WHERE max(coalesce(proven, 0),"
	    " coalesce(bounced, 0), coalesce(delayed, 0)) < ?1"
	    " AND ?2 IS NOT NULL AND NOT EXISTS (SELECT 1 FROM contact c"
	    "  WHERE address.address IN (c.email, c.phone))",
	    t->before, NULL);
}

/* They count for an hour. */
static int
step_replies(struct step *t)
{
	return remove_old(t,
	    "DELETE FROM wrong_reply WHERE id IN"
	    " (SELECT id FROM wrong_reply WHERE at < ? LIMIT ?)",
	    t->now - DAY, NULL);
}

/* --- the audit trail ------------------------------------------------------
 */

/* Actions whose detail names who was told or paged, or a contact. */
#define TELLS_OF_PERSONS                                                      \
	"(a.action LIKE 'delivery.%' OR a.action LIKE 'contact.%'"            \
	" OR a.action IN ('page.queued', 'answer.refused', 'bounce.cleared')" \
	" OR (a.action = 'call.rings' AND a.detail LIKE '%@%'))"
/* Not a process of ours, or a gateway: somebody acted, or answered. */
#define BY_A_PERSON                                               \
	"(a.actor NOT IN ('alertd', 'alertd-mail', 'alertd-sms'," \
	" 'alertd-web', 'replay') AND a.actor NOT LIKE 'gateway %')"
#define OF_A_PERSON                                            \
	"(a.action LIKE 'answer.%' OR a.action LIKE 'cover.%'" \
	" OR a.action = 'call.taken')"
/* NULL for its time ends the step: an incident that is not over. */
#define RECORDS(what)                                                   \
	"SELECT a.seq, CASE WHEN i.id IS NULL OR (i." INCIDENT_OVER ")" \
	" THEN a.at END, " what " FROM audit a LEFT JOIN incident i"    \
	" ON i.id = a.incident AND a.incident > 0 WHERE a.seq > ?"      \
	" ORDER BY a.seq LIMIT ?"

static int
erase_records(struct step *t, const char *sql, bool actor, const char *why)
{
	struct audit_erased erased = {0};
	struct ids l = {0};
	int read, r = read_old(t, "retention.records", sql, &l, &read);

	for (size_t i = 0; r != -1 && i < l.n; i++)
		r = store_audit_erase(t->s, l.v[i], actor, true, &erased, t->e);
	if (r != -1)
		r = store_audit_erasure(
		    t->s, t->now, "alertd", AUDIT_RETAINED, why, &erased, t->e);
	t->out->records += erased.actors.count + erased.details.count;
	audit_erased_clear(&erased);
	free(l.v);
	return r == -1 ? -1 : read == STEP;
}

static int
step_records(struct step *t)
{
	return erase_records(t, RECORDS(TELLS_OF_PERSONS), false,
	    "older than retention.persons");
}

static int
step_operators(struct step *t)
{
	return erase_records(t, RECORDS("(" BY_A_PERSON " OR " OF_A_PERSON ")"),
	    true, "older than retention.operators");
}

/* --- the turn -------------------------------------------------------------
 */

enum limit { PERSONS, OPERATORS, CODES, ALWAYS };

static const struct kind {
	const char *what; /* in the table retention */
	enum limit limit;
	step_fn *step;
} kinds[] = {
    {"incidents", PERSONS, step_incidents},
    {"reasons", OPERATORS, step_reasons},
    {"pages", PERSONS, step_pages},
    {"calls", PERSONS, step_calls},
    {"owners", OPERATORS, step_owners},
    {"codes", CODES, step_codes},
    {"covers", OPERATORS, step_covers},
    {"addresses", PERSONS, step_addresses},
    {"replies", ALWAYS, step_replies},
    {"records", PERSONS, step_records},
    {"operators", OPERATORS, step_operators},
};

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

/* The clock may have been ahead: a day from now is the longest wait. */
static int
read_due(struct step *t, const char *what, bool *due)
{
	struct sql q;
	int r;

	t->pos = 0;
	*due = true;
	sql_open(&q, t->s, t->e, "retention.due",
	    "SELECT pos, due FROM retention WHERE what = ?", "t", what);
	if ((r = sql_step(&q)) == 1) {
		t->pos = sql_int(&q, 0);
		*due = sql_int(&q, 1) <= t->now ||
		       sql_int(&q, 1) > t->now + DAY;
	}
	sql_close(&q);
	return r == -1 ? -1 : 0;
}

static int
turn_kind(struct step *t, const struct kind *k, bool *more)
{
	bool due;
	int r = read_due(t, k->what, &due);

	if (r == -1 || !due)
		return r;
	if (t->before > 0)
		r = k->step(t);
	if (r == -1)
		return -1;
	*more = *more || r == 1;
	return sql_run(t->s, t->e, "retention.pos",
	    "INSERT INTO retention VALUES (?, ?, ?) ON CONFLICT (what)"
	    " DO UPDATE SET pos = excluded.pos, due = excluded.due",
	    "tii", k->what, t->pos, t->now + (r == 1 ? 0 : DAY));
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
	return waits < (int64_t)LENGTH(kinds);
}

int
store_retention(struct store *s, const struct retention *r, int64_t now,
    struct retained *out, bool *more, struct err *e)
{
	struct step t = {.s = s, .now = now, .out = out, .e = e};
	int n = any_due(s, now, e);

	*out = (struct retained){0};
	*more = false;
	if (n != 1)
		return n;
	if (store_begin(s, e) == -1)
		return -1;
	for (size_t i = 0; n != -1 && i < LENGTH(kinds); i++) {
		t.before = limit_of(r, kinds[i].limit, now);
		n = turn_kind(&t, &kinds[i], more);
	}
	if (n != -1)
		return store_commit(s, e);
	store_rollback(s);
	return -1;
}
