#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/mem.h"
#include "base/str.h"
#include "store/audit.h"
#include "store/drills.h"
#include "store/forget.h"
#include "store/queue.h"
#include "store/schema.h"
#include "store/scrub.h"
#include "store/settled.h"
#include "store/steps.h"

#define DAY 86400
/* Free pages that the file keeps: they are used again. */
#define FREE_KEPT 256
#define REMINDED_DAYS 30

/* So many rows for what costs several of a simple one. */
static int64_t
fewer(const struct step *t)
{
	return t->rows / 4 + 1;
}

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

/*
 * Whether a row of the incident i, or of none, may go: what belongs to one, so
 * long after its end. One that is not over, and one that ended later, is passed
 * over: it waits for nobody, and nobody for it.
 */
#define OLD_ENOUGH(before)                                          \
	"(i.id IS NULL OR (i." INCIDENT_OVER " AND " INCIDENT_ENDED \
	" < " before "))"

/*
 * Rows behind t->pos that are old; how many were read. They follow one another
 * as they were written: what is before an old one is old, also when the clock
 * was ahead for a while. But one that is older than what is old before it was
 * written while the clock was behind, and says nothing of the others. The row
 * at t->pos is read for its time alone.
 */
static int
read_old(struct step *t, const char *name, const char *sql, int64_t most,
    struct ids *out, int *read)
{
	int64_t pos = t->pos, reached = INT64_MAX;
	size_t sure = 0;
	bool doubt = false; /* what was read last may not be old */
	struct sql q;
	int r, n = 0;

	*read = 0;
	sql_open(&q, t->s, t->e, name, sql, "ii", t->pos, most + (t->pos > 0));
	sql_bind(&q, 3, "i", t->before);
	while ((r = sql_step(&q)) == 1) {
		int64_t at = sql_int(&q, 1);

		if (sql_int(&q, 0) != t->pos) {
			n++;
			if (sql_bool(&q, 2))
				ids_add(out, sql_int(&q, 0));
			doubt = doubt || at >= t->before;
			if (at >= t->before || (doubt && at < reached - DAY))
				continue;
			doubt = false;
			pos = sql_int(&q, 0);
			sure = out->n;
			*read = n;
		}
		if (reached == INT64_MAX || at > reached)
			reached = at;
	}
	sql_close(&q);
	out->n = sure;
	t->pos = pos;
	return r == -1 ? -1 : 0;
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
#define ACTS "(" BY_A_PERSON " OR " OF_A_PERSON ")"
/* What of them is passed over goes with its incident. */
#define RECORDS(what)                                                          \
	"SELECT a.seq, a.at, " what                                            \
	" AND " OLD_ENOUGH("?3") " FROM audit a"                               \
				 " LEFT JOIN incident i ON i.id = a.incident " \
				 "AND a.incident > 0"                          \
				 " WHERE a.seq >= ?1 ORDER BY a.seq LIMIT ?2"
/* What the trail is through with is old, whatever time it has. */
#define RECORDS_OF(what, kind)                                            \
	"SELECT a.seq, (a.at < ?4 OR a.seq <= (SELECT pos FROM retention" \
	" WHERE what = '" kind "')) AND " what " FROM audit a"            \
	" WHERE a.incident = ?1 AND a.seq > ?2 ORDER BY a.seq LIMIT ?3"

/* Once more on record, later, without who was forgotten: of the same age. */
static int
add_restated(struct step *t, struct ids *l)
{
	size_t n = l->n;
	int r = 0;

	for (size_t i = 0; r == 0 && i < n; i++) {
		struct sql q;

		sql_open(&q, t->s, t->e, "retention.restated",
		    "SELECT seq FROM audit WHERE action = '" DELIVERY_RESTATED
		    "' AND object = 'record ' || ?",
		    "i", l->v[i]);
		r = ids_read(l, &q);
	}
	ids_sort(l);
	return r;
}

/* Operators lose their names, too, where actor. */
static int
erase_all(struct step *t, struct ids *l, bool actor)
{
	const char *why = actor ? "older than retention.operators"
				: "older than retention.persons";
	struct audit_erased erased = {0};
	int r = actor ? 0 : add_restated(t, l);

	for (size_t i = 0; r != -1 && i < l->n; i++)
		r = store_audit_erase(
		    t->s, l->v[i], actor, true, &erased, t->e);
	if (r != -1)
		r = store_audit_erasure(
		    t->s, t->now, "alertd", AUDIT_RETAINED, why, &erased, t->e);
	t->out->records += erased.actors.count + erased.details.count;
	audit_erased_clear(&erased);
	return r;
}

static int
erase_records(struct step *t, const char *sql, bool actor)
{
	struct ids l = {0};
	int read, r = read_old(t, "retention.records", sql, t->rows, &l, &read);

	if (r != -1)
		r = erase_all(t, &l, actor);
	free(l.v);
	return r == -1 ? -1 : read >= t->rows;
}

int
step_records(struct step *t)
{
	return erase_records(t, RECORDS(TELLS_OF_PERSONS), false);
}

int
step_operators(struct step *t)
{
	return erase_records(t, RECORDS(ACTS), true);
}

/* The next of those of an incident, behind *pos; 1 when that was all. */
static int
erase_records_of(struct step *t, int64_t incident, bool actor, int64_t *pos)
{
	struct ids l = {0};
	struct sql q;
	int r, n = 0;

	sql_open(&q, t->s, t->e, "retention.of",
	    actor ? RECORDS_OF(ACTS, "operators")
		  : RECORDS_OF(TELLS_OF_PERSONS, "records"),
	    "iiii", incident, *pos, t->rows, t->before);
	for (; (r = sql_step(&q)) == 1; n++) {
		*pos = sql_int(&q, 0);
		if (sql_bool(&q, 1))
			ids_add(&l, *pos);
	}
	sql_close(&q);
	if (r != -1)
		r = erase_all(t, &l, actor);
	free(l.v);
	return r == -1 ? -1 : n < t->rows;
}

/* --- incidents ------------------------------------------------------------
 */

/* Up to so many of them; whether that was all of them, -1 with *e. */
static int
each_id(struct step *t, struct sql *q, int64_t most,
    int (*each)(struct step *, int64_t id))
{
	struct ids l = {0};
	int r = ids_read(&l, q);

	for (size_t i = 0; r != -1 && i < l.n; i++)
		r = each(t, l.v[i]);
	free(l.v);
	return r == -1 ? -1 : (int64_t)l.n < most;
}

static int
erase_page(struct step *t, int64_t notice)
{
	t->out->pages++;
	if (sql_run(t->s, t->e, "retention.body", ERASE_BODY "= ?", "i",
		notice) == -1)
		return -1;
	return sql_run(t->s, t->e, "retention.page",
	    "UPDATE notice SET reason = '" AUDIT_ERASED "' WHERE id = ?", "i",
	    notice);
}

/*
 * 1 when all pages of the incident are without their texts. A reason may be
 * erased because somebody was forgotten (forget.h), and the rest not.
 */
static int
erase_pages(struct step *t, int64_t incident)
{
	struct sql q;

	sql_open(&q, t->s, t->e, "retention.pages",
	    "SELECT id FROM notice n WHERE incident = ? AND type = 'page'"
	    " AND (reason <> '" AUDIT_ERASED "' OR EXISTS (SELECT 1"
	    "  FROM notice_body b WHERE b.notice = n.id AND audience = 'oncall'"
	    "  AND (subject <> '' OR text <> '' OR html <> '' OR sms <> '')))"
	    " ORDER BY id LIMIT ?",
	    "ii", incident, fewer(t));
	return each_id(t, &q, fewer(t), erase_page);
}

/* The incident that ended first, of those with persons. */
struct named {
	int64_t id, number, to, notices;
};

static int
read_named(struct step *t, struct named *out)
{
	struct sql q;
	int r;

	sql_open(&q, t->s, t->e, "retention.incident",
	    "SELECT id, named, named_to, notices FROM incident"
	    " INDEXED BY incident_named"
	    " WHERE named IS NOT NULL AND " INCIDENT_OVER " AND " INCIDENT_ENDED
	    " < ? ORDER BY " INCIDENT_ENDED " LIMIT 1",
	    "i", t->before);
	if ((r = sql_step(&q)) == 1)
		*out = (struct named){sql_int(&q, 0), sql_int(&q, 1),
		    sql_int(&q, 2), sql_int(&q, 3)};
	sql_close(&q);
	return r;
}

/* The deliveries of a notice. */
struct span {
	int64_t first, last;
};

/* Of the next notice with that number: 0 is that of many. 1, 0 none, -1. */
static int
next_notice(struct step *t, const struct named *of, struct span *out)
{
	struct sql q;
	int r;

	sql_open(&q, t->s, t->e, "retention.notice",
	    "SELECT " DELIVERY_FIRST("n.id") ", " DELIVERY_LAST(
		"n.id") " AS last FROM notice n WHERE n.incident = ?"
			" AND n.number = ? AND last > ? ORDER BY n.id LIMIT 1",
	    "iii", of->id, of->number, of->to);
	if ((r = sql_step(&q)) == 1)
		*out = (struct span){sql_int(&q, 0), sql_int(&q, 1)};
	sql_close(&q);
	return r;
}

/* Its next deliveries; of->to is then how far it was gone through. */
static int
scrub_span(struct step *t, struct named *of, const struct span *v)
{
	struct ids l = {0};
	struct sql q;
	int r, n = 0;

	sql_open(&q, t->s, t->e, "retention.deliveries",
	    "SELECT id, NOT " DELIVERY_OPEN("") " AND " KNOWN(
		"delivery") " AND incident = ? AND number = ? FROM delivery"
			    " WHERE id BETWEEN ? AND ? ORDER BY id LIMIT ?",
	    "iiiii", of->id, of->number,
	    of->to < v->first ? v->first : of->to + 1, v->last, t->rows);
	for (; (r = sql_step(&q)) == 1; n++) {
		of->to = sql_int(&q, 0);
		if (sql_bool(&q, 1))
			ids_add(&l, of->to);
	}
	sql_close(&q);
	if (n < t->rows)
		of->to = v->last;
	return scrub_all(t, &l, r);
}

/*
 * Of one notice of the incident that ended first: up to which delivery is kept
 * with the incident, which may be another one the next time.
 */
static int
step_incident(struct step *t, struct named *of)
{
	struct span v;
	int r = next_notice(t, of, &v);

	if (r == 1)
		r = scrub_span(t, of, &v) == -1 ? -1 : 1;
	if (r == -1)
		return -1;
	if (r == 1 && (of->number == 0 || of->to < v.last))
		return sql_run(t->s, t->e, "retention.named",
		    "UPDATE incident SET named_to = ? WHERE id = ?", "ii",
		    of->to, of->id);
	return sql_run(t->s, t->e, "retention.named",
	    "UPDATE incident SET named_to = 0, named = named + 1 WHERE id = ?",
	    "i", of->id);
}

/* Its records, when its notices are through. */
static int
step_named(struct step *t, struct named *of)
{
	int r = erase_records_of(t, of->id, false, &of->to);

	if (r == -1)
		return -1;
	return sql_run(t->s, t->e, "retention.named",
	    "UPDATE incident SET named_to = CASE WHEN ?1 THEN 0 ELSE ?2 END,"
	    " named = CASE WHEN ?1 THEN NULL ELSE named END WHERE id = ?3",
	    "bii", r == 1, of->to, of->id);
}

int
step_incidents(struct step *t)
{
	struct named of = {0};
	int r = read_named(t, &of), all = 1;

	if (r != 1)
		return r;
	if (of.number == 0)
		all = erase_pages(t, of.id);
	if (all == 1)
		all = of.number > of.notices ? step_named(t, &of)
					     : step_incident(t, &of);
	return all == -1 ? -1 : 1;
}

#define NOBODY(table)                                       \
	"UPDATE " table " SET reason = substr(reason, 1,"   \
	" instr(reason, ' by ') + 3) || '" AUDIT_ERASED "'" \
	" WHERE id = ? AND instr(reason, ' by ') > 0"

static int
erase_reason(struct step *t, int64_t notice)
{
	return sql_run(
	    t->s, t->e, "retention.reason", NOBODY("notice"), "i", notice);
}

/* 1 when no notice of the incident says who acted. */
static int
erase_reasons(struct step *t, int64_t incident)
{
	struct sql q;

	sql_open(&q, t->s, t->e, "retention.reasons",
	    "SELECT id FROM notice WHERE incident = ?"
	    " AND instr(reason, ' by ') > 0"
	    " AND substr(reason, instr(reason, ' by ') + 4)"
	    "  <> '" AUDIT_ERASED "' ORDER BY id LIMIT ?",
	    "ii", incident, t->rows);
	return each_id(t, &q, t->rows, erase_reason);
}

#define ACTED_RECORDS 2 /* acted is that, and up to which record */

/* Who sent, resolved or approved, of the reasons of an incident. */
static int
step_reason(struct step *t, int64_t id)
{
	int r = erase_reasons(t, id);

	if (r == 1 && sql_run(t->s, t->e, "retention.reason",
			  NOBODY("incident"), "i", id) == -1)
		return -1;
	if (r == 1)
		r = sql_run(t->s, t->e, "retention.acted",
		    "UPDATE incident SET acted = ? WHERE id = ?", "ii",
		    (int64_t)ACTED_RECORDS, id);
	return r;
}

/* And of its records. */
static int
step_acted(struct step *t, int64_t id, int64_t acted)
{
	int64_t pos = acted - ACTED_RECORDS;
	int r = erase_records_of(t, id, true, &pos);

	if (r == -1)
		return -1;
	return sql_run(t->s, t->e, "retention.acted",
	    "UPDATE incident SET acted = ? WHERE id = ?", "zi",
	    r == 1 ? 0 : pos + ACTED_RECORDS, id);
}

/* Of the incident that ended first. */
int
step_reasons(struct step *t)
{
	int64_t id = 0, acted = 0;
	struct sql q;
	int r;

	sql_open(&q, t->s, t->e, "retention.incident",
	    "SELECT id, acted FROM incident INDEXED BY incident_acted"
	    " WHERE acted IS NOT NULL AND " INCIDENT_OVER " AND " INCIDENT_ENDED
	    " < ? ORDER BY " INCIDENT_ENDED " LIMIT 1",
	    "i", t->before);
	if ((r = sql_step(&q)) == 1) {
		id = sql_int(&q, 0);
		acted = sql_int(&q, 1);
	}
	sql_close(&q);
	if (r != 1)
		return r;
	r = acted < ACTED_RECORDS ? step_reason(t, id)
				  : step_acted(t, id, acted);
	return r == -1 ? -1 : 1;
}

/* --- what belongs to no incident ------------------------------------------
 */

static int
erase_alarm(struct step *t, int64_t message)
{
	struct ids l = {0};
	struct sql q;

	sql_open(&q, t->s, t->e, "retention.deliveries",
	    "SELECT id FROM delivery WHERE " DELIVERY_OF("",
		"?1") " AND NOT " DELIVERY_OPEN("") " AND " KNOWN("delivery"),
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

int
step_pages(struct step *t)
{
	struct ids l = {0};
	int read,
	    r = read_old(t, "retention.messages",
		"SELECT id, created, incident IS NULL AND ?3 > 0 FROM message"
		" WHERE id >= ?1 ORDER BY id LIMIT ?2",
		fewer(t), &l, &read);

	for (size_t i = 0; r != -1 && i < l.n; i++)
		r = erase_alarm(t, l.v[i]);
	free(l.v);
	return r == -1 ? -1 : read >= fewer(t);
}

/* An address that an alarm was about; the rest of what it says stays. */
#define ABOUT(column, instead)                                               \
	"UPDATE call SET " column " = " instead " WHERE id = ? AND (" column \
	" LIKE '%@%' OR " column " LIKE '+%')"

/* Those that are over, first the one that is so longest; flag is what is left.
 */
#define CALLS(flag)                                                \
	"SELECT c.id FROM call c INDEXED BY call_" flag            \
	" LEFT JOIN incident i ON i.id = c.incident WHERE c." flag \
	" IS NOT NULL AND c.closed IS NOT NULL AND c.closed < ?1"  \
	" AND " OLD_ENOUGH("?1") " ORDER BY c.closed LIMIT ?2"

static int
each_call(struct step *t, const char *calls, const char *const *sql)
{
	struct ids l = {0};
	struct sql q;
	int r;

	sql_open(&q, t->s, t->e, "retention.calls", calls, "ii", t->before,
	    fewer(t));
	r = ids_read(&l, &q);
	for (size_t i = 0; r != -1 && i < l.n; i++)
		for (size_t k = 0; r != -1 && sql[k] != NULL; k++)
			r = sql_run(
			    t->s, t->e, "retention.call", sql[k], "i", l.v[i]);
	t->out->calls += (int64_t)l.n;
	free(l.v);
	return r == -1 ? -1 : (int64_t)l.n == fewer(t);
}

int
step_calls(struct step *t)
{
	static const char *const sql[] = {
	    "DELETE FROM call_person WHERE call = ?",
	    ABOUT("about", "'" AUDIT_ERASED " ' || id"),
	    ABOUT("detail", "'" AUDIT_ERASED "'"),
	    "UPDATE call SET named = NULL WHERE id = ?", NULL};

	return each_call(t, CALLS("named"), sql);
}

int
step_owners(struct step *t)
{
	static const char *const sql[] = {
	    "UPDATE call SET owner = '" AUDIT_ERASED
	    "' WHERE id = ? AND owner <> ''",
	    "UPDATE call SET had = '" AUDIT_ERASED
	    "' WHERE id = ? AND had <> ''",
	    "UPDATE call SET acted = NULL WHERE id = ?", NULL};

	return each_call(t, CALLS("acted"), sql);
}

static int
remove_old(struct step *t, const char *sql, int64_t before, int64_t *count)
{
	int n = sql_run(
	    t->s, t->e, "retention.remove", sql, "ii", before, t->rows);

	if (n > 0 && count != NULL)
		*count += n;
	return n == -1 ? -1 : n == t->rows;
}

int
step_codes(struct step *t)
{
	return remove_old(t,
	    "DELETE FROM code WHERE id IN"
	    " (SELECT id FROM code WHERE lapses < ? LIMIT ?)",
	    t->before, &t->out->codes);
}

int
step_covers(struct step *t)
{
	return remove_old(t,
	    "DELETE FROM cover WHERE id IN"
	    " (SELECT id FROM cover WHERE ends < ? LIMIT ?)",
	    t->before, &t->out->covers);
}

#define ADDRESS_KEY 3 /* columns */

static int
remove_address(struct step *t, const struct strv *key, size_t at)
{
	return sql_run(t->s, t->e, "retention.address",
	    "DELETE FROM address WHERE org = ? AND channel = ? AND address = ?",
	    "ttt", key->v[at], key->v[at + 1], key->v[at + 2]);
}

/*
 * In the order of their keys, pos by pos; which of them go. Where some come
 * in before pos meanwhile, one may be looked at only the next day.
 */
static int
read_addresses(struct step *t, struct strv *out, int *read)
{
	struct sql q;
	int r;

	*read = 0;
	sql_open(&q, t->s, t->e, "retention.addresses",
	    "SELECT a.org, a.channel, a.address, max(coalesce(a.proven, 0),"
	    " coalesce(a.bounced, 0), coalesce(a.delayed, 0)) < ?"
	    " AND NOT EXISTS (SELECT 1 FROM contact WHERE email = a.address)"
	    " AND NOT EXISTS (SELECT 1 FROM contact WHERE phone = a.address)"
	    " AND NOT EXISTS (SELECT 1 FROM incident WHERE id <= a.told"
	    "  AND (state IN ('pending', 'open') OR over = 1))"
	    " FROM address a ORDER BY a.org, a.channel, a.address"
	    " LIMIT ? OFFSET ?",
	    "iii", t->before, t->rows, t->pos);
	for (; (r = sql_step(&q)) == 1; ++*read)
		for (int i = 0; i < ADDRESS_KEY && sql_bool(&q, ADDRESS_KEY);
		     i++)
			strv_add(out, sql_peek(&q, i));
	sql_close(&q);
	return r;
}

int
step_addresses(struct step *t)
{
	struct strv key = {0};
	int read, r = read_addresses(t, &key, &read);

	for (size_t i = 0; r != -1 && i < key.n; i += ADDRESS_KEY)
		r = remove_address(t, &key, i);
	t->pos += read - (int64_t)key.n / ADDRESS_KEY;
	if (read < t->rows)
		t->pos = 0;
	strv_clear(&key);
	return r == -1 ? -1 : read == t->rows;
}

/* They count for an hour. */
int
step_replies(struct step *t)
{
	return remove_old(t,
	    "DELETE FROM wrong_reply WHERE id IN"
	    " (SELECT id FROM wrong_reply WHERE at < ? LIMIT ?)",
	    t->now - DAY, NULL);
}

/* None counts for longer than a day, but that of the drill. */
int
step_reminders(struct step *t)
{
	return remove_old(t,
	    "DELETE FROM reminded WHERE what IN (SELECT what FROM reminded"
	    " WHERE at < ? AND what <> '" REMINDED_DRILL "' LIMIT ?)",
	    t->now - REMINDED_DAYS * DAY, NULL);
}

/* --- the file -------------------------------------------------------------
 */

/* One that was made before it could be: 0. */
static int
read_free(struct step *t, int64_t *pages)
{
	int64_t mode = 0;

	*pages = 0;
	if (sql_value(t->s, t->e, &mode, "retention.space",
		"PRAGMA auto_vacuum", "") == -1)
		return -1;
	if (mode == 0)
		return 0;
	return sql_value(t->s, t->e, pages, "retention.space",
		   "PRAGMA freelist_count", "") == -1
		   ? -1
		   : 0;
}

int
step_space(struct step *t)
{
	int64_t spare;
	struct sql q;
	char *sql;
	int r = read_free(t, &spare);

	spare -= FREE_KEPT;
	if (r == -1 || spare <= 0)
		return r;
	if (spare > fewer(t))
		spare = fewer(t);
	sql = xasprintf("PRAGMA incremental_vacuum(%lld)", (long long)spare);
	sql_open(&q, t->s, t->e, "retention.space", sql, "");
	/* A row for each page. */
	while ((r = sql_step(&q)) == 1)
		;
	sql_close(&q);
	free(sql);
	return r == -1 ? -1 : spare == fewer(t);
}
