#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sqlite3.h>

#include "base/attr.h"
#include "base/mem.h"
#include "tallied.h"
#include "world.h"

/* Somebody who only reads, as an auditor would: not through the code. */
static struct {
	sqlite3 *db;
	sqlite3_stmt *incidents, *notices, *records;
	int64_t notice, record; /* the last that were seen */
} eye;

static sqlite3_stmt *
prepare(const char *sql)
{
	sqlite3_stmt *st = NULL;

	if (sqlite3_prepare_v2(eye.db, sql, -1, &st, NULL) != SQLITE_OK &&
	    !world.crashed)
		world_broken(0, "eye: %s", sqlite3_errmsg(eye.db));
	return st;
}

/* 0 where there is no row. */
static int64_t
first_value(const char *sql)
{
	sqlite3_stmt *st = prepare(sql);
	int64_t n = 0;

	if (st != NULL && sqlite3_step(st) == SQLITE_ROW)
		n = sqlite3_column_int64(st, 0);
	sqlite3_finalize(st);
	return n;
}

int
eye_open(const char *path)
{
	if (sqlite3_open_v2(path, &eye.db, SQLITE_OPEN_READWRITE, NULL) !=
	    SQLITE_OK) {
		world_broken(0, "eye: %s", sqlite3_errmsg(eye.db));
		return -1;
	}
	eye.incidents = prepare(
	    "SELECT id, state, kind, planned, feed FROM incident ORDER BY id");
	eye.notices = prepare("SELECT id, incident, number, type FROM notice"
			      " WHERE id > ? AND number > 0 ORDER BY id");
	eye.records = prepare(
	    "SELECT seq, action, object, detail FROM audit WHERE seq > ?"
	    " AND action IN ('delivery.accepted') ORDER BY seq");
	if (world.now == world.schedule->begins)
		eye.notice = eye.record = 0;
	return 0;
}

void
eye_close(void)
{
	sqlite3_finalize(eye.incidents);
	sqlite3_finalize(eye.notices);
	sqlite3_finalize(eye.records);
	sqlite3_close(eye.db);
	eye.incidents = eye.notices = eye.records = NULL;
	eye.db = NULL;
}

static const char *
text(sqlite3_stmt *st, int col)
{
	const unsigned char *s = sqlite3_column_text(st, col);

	return s == NULL ? "" : (const char *)s;
}

/* --- incidents ------------------------------------------------------------ */

static void
state_changed(struct acase *c, enum incident_state now)
{
	enum incident_state was = c->state;

	c->state = now;
	world_say("incident %lld: %s, was %s", (long long)c->id,
	    incident_state_name(now), incident_state_name(was));
	if (now == INCIDENT_RESOLVED && was == INCIDENT_OPEN && !c->may_end &&
	    !c->exercise)
		world_broken(4,
		    "incident %lld is over, and neither a feed nor an "
		    "operator said so",
		    (long long)c->id);
	if (was == INCIDENT_OPEN || was == INCIDENT_PENDING)
		c->over = world.now;
	c->emptied = model_may_be_empty(c);
	if (now == INCIDENT_OPEN || now == INCIDENT_PENDING)
		c->over = NEVER;
	c->open_since = now == INCIDENT_OPEN ? world.now : NEVER;
	if (now == INCIDENT_RETRACTED)
		c->retracted = true;
}

static void
see_incident(sqlite3_stmt *st)
{
	struct acase *c = model_case(sqlite3_column_int64(st, 0));
	enum incident_state state = INCIDENT_PENDING;
	bool exercise = strcmp(text(st, 2), "exercise") == 0;

	incident_state_parse(text(st, 1), &state);
	if (c == NULL) {
		c = model_case_add(sqlite3_column_int64(st, 0), world.now);
		c->state = state;
		c->open_since = state == INCIDENT_OPEN ? world.now : NEVER;
		c->exercise = exercise;
		c->by_hand = *text(st, 4) == '\0';
		world_say("incident %lld is new: %s%s", (long long)c->id,
		    incident_state_name(state), exercise ? ", exercise" : "");
		people_new_case(c);
	}
	c->planned = sqlite3_column_int(st, 3) != 0;
	if (c->exercise != exercise)
		world_broken(8, "incident %lld was %s, and is %s now",
		    (long long)c->id, c->exercise ? "an exercise" : "actual",
		    exercise ? "an exercise" : "actual");
	if (c->state != state)
		state_changed(c, state);
}

static void
see_notice(sqlite3_stmt *st)
{
	struct acase *c = model_case(sqlite3_column_int64(st, 1));
	enum notice_type type = NOTICE_FIRST;

	eye.notice = sqlite3_column_int64(st, 0);
	if (c == NULL) {
		world_broken(0, "a notice of no incident");
		return;
	}
	notice_type_parse(text(st, 3), &type);
	if (c->number == 0)
		c->told_first = world.now;
	c->number = sqlite3_column_int(st, 2);
	c->type = type;
	c->queued = world.now;
	c->repeat_before = c->repeat_most;
	c->repeat_most = world.setup.conf->notices.repeat;
	world.notices++;
	world_say("incident %lld: notice %d, %s", (long long)c->id, c->number,
	    notice_type_name(type));
	people_notice(c);
}

void
eye_look(void)
{
	if (eye.db == NULL)
		return;
	sqlite3_reset(eye.incidents);
	while (sqlite3_step(eye.incidents) == SQLITE_ROW)
		see_incident(eye.incidents);
	sqlite3_reset(eye.incidents);
	sqlite3_reset(eye.notices);
	sqlite3_bind_int64(eye.notices, 1, eye.notice);
	while (sqlite3_step(eye.notices) == SQLITE_ROW)
		see_notice(eye.notices);
	sqlite3_reset(eye.notices);
}

void
eye_events(
    void (*fn)(const char *feed, const char *ext, int64_t incident, void *arg),
    void *arg)
{
	sqlite3_stmt *st;

	if (eye.db == NULL)
		return;
	st = prepare("SELECT feed, ext, coalesce(incident, 0) FROM event");
	while (st != NULL && sqlite3_step(st) == SQLITE_ROW)
		fn(text(st, 0), text(st, 1), sqlite3_column_int64(st, 2), arg);
	sqlite3_finalize(st);
}

/* --- the record ----------------------------------------------------------- */

static void
see_taken(long long message, const char *address)
{
	int a = model_address(address);

	if (a == -1)
		world_broken(
		    9, "the record names %s, which nobody has", address);
	else
		model_unit(message, a)->said++;
}

/*
 * "message 42" and "a@example.dk, b@example.dk: accepted: …": the relay took
 * it.
 */
static void
see_record(sqlite3_stmt *st)
{
	const char *object = text(st, 2), *detail = text(st, 3);
	const char *colon = strstr(detail, ": ");
	long long message;

	eye.record = sqlite3_column_int64(st, 0);
	if (sscanf(object, "message %lld", &message) != 1 || colon == NULL)
		return;
	while (detail < colon) {
		size_t n = strcspn(detail, ",:");
		char *address = xstrndup(detail, n);

		see_taken(message, address);
		free(address);
		detail += n + strlen(", ");
	}
}

void
eye_records(void)
{
	if (eye.db == NULL)
		return;
	sqlite3_reset(eye.records);
	sqlite3_bind_int64(eye.records, 1, eye.record);
	while (sqlite3_step(eye.records) == SQLITE_ROW)
		see_record(eye.records);
	sqlite3_reset(eye.records);
}

static bool
among(int64_t worker, const int64_t *alive, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (alive[i] == worker)
			return true;
	return false;
}

void
eye_in_doubt(const int64_t *alive, size_t n)
{
	sqlite3_stmt *st;

	if (eye.db == NULL)
		return;
	st = prepare("SELECT m.worker, m.incident, m.number, d.address,"
		     " m.channel FROM message m JOIN delivery d"
		     " ON d.message = m.id WHERE m.worker IS NOT NULL"
		     " AND m.begun = 1 AND d.state = 'sending'");
	while (st != NULL && sqlite3_step(st) == SQLITE_ROW)
		if (!among(sqlite3_column_int64(st, 0), alive, n))
			model_in_doubt(sqlite3_column_int64(st, 1),
			    sqlite3_column_int(st, 2),
			    model_address(text(st, 3)),
			    world.schedule->once &&
				strcmp(text(st, 4), "sms") == 0);
	sqlite3_finalize(st);
}

void
eye_said_unsent(void)
{
	sqlite3_stmt *st;

	if (eye.db == NULL)
		return;
	st = prepare("SELECT message, address FROM delivery"
		     " WHERE state = 'queued' AND told = 0");
	while (st != NULL && sqlite3_step(st) == SQLITE_ROW) {
		long long message = sqlite3_column_int64(st, 0);
		int a = model_address(text(st, 1));

		if (a != -1 && model_unit(message, a)->got > 0)
			world_broken(9,
			    "message %lld to %s is said not to be sent, and "
			    "was taken",
			    message, text(st, 1));
	}
	sqlite3_finalize(st);
}

/* --- what is erased -------------------------------------------------------
 */

#define NOT_OVER "i.state IN ('pending', 'open')"

void
eye_kept(void)
{
	static const char *const all[] = {
	    "SELECT i.id, 'an address', d.message FROM delivery d"
	    " JOIN incident i ON i.id = d.incident WHERE " NOT_OVER
	    " AND d.address LIKE 'forgotten %'",
	    "SELECT i.id, 'the reason of a page', n.id FROM notice n"
	    " JOIN incident i ON i.id = n.incident WHERE " NOT_OVER
	    " AND n.reason = '(erased)'",
	    "SELECT i.id, 'a text', n.id FROM notice_body b"
	    " JOIN notice n ON n.id = b.notice"
	    " JOIN incident i ON i.id = n.incident WHERE " NOT_OVER
	    " AND b.text = '' AND b.sms = ''",
	    "SELECT i.id, 'a record', a.seq FROM audit a"
	    " JOIN incident i ON i.id = a.incident WHERE " NOT_OVER
	    " AND (a.detail = '(erased)' OR a.actor = '(erased)')",
	};

	for (size_t k = 0; eye.db != NULL && k < LENGTH(all); k++) {
		sqlite3_stmt *st = prepare(all[k]);

		while (st != NULL && sqlite3_step(st) == SQLITE_ROW) {
			const struct acase *c = model_case(
			    sqlite3_column_int64(st, 0));

			if (c == NULL || c->emptied)
				continue;
			world_broken(12,
			    "incident %lld is not over, and %s is erased: %lld",
			    (long long)sqlite3_column_int64(st, 0), text(st, 1),
			    (long long)sqlite3_column_int64(st, 2));
		}
		sqlite3_finalize(st);
	}
}

/* --- what telephones report ----------------------------------------------
 */

int64_t
eye_unreported(void)
{
	return first_value(
	    "SELECT d.id FROM delivery d JOIN message m ON m.id = d.message"
	    " WHERE d.state = 'delivered' AND m.channel = 'sms'"
	    " AND d.address NOT LIKE 'forgotten %' AND NOT EXISTS"
	    " (SELECT 1 FROM reported r WHERE r.delivery = d.id)"
	    " AND NOT EXISTS (SELECT 1 FROM audit a"
	    "  WHERE a.incident = coalesce(m.incident, 0)"
	    "  AND a.action = 'delivery.delivered' AND a.object IN"
	    "   ('message ' || m.id, 'notice ' || m.notice)"
	    "  AND (a.detail = '(erased)' OR instr(a.detail, d.address) > 0))"
	    " LIMIT 1");
}

int64_t
eye_erased(void)
{
	return first_value("SELECT (SELECT count(*) FROM delivery"
			   "  WHERE address LIKE 'forgotten %')"
			   " + (SELECT count(*) FROM audit"
			   "  WHERE detail = '(erased)')");
}

void
eye_recount(const struct tally *t)
{
	sqlite3_stmt *st = prepare(
	    "SELECT 'incident', kind, state, count(*) FROM incident"
	    " GROUP BY kind, state"
	    " UNION ALL SELECT 'opened', kind, '', count(*) FROM incident"
	    " GROUP BY kind"
	    " UNION ALL SELECT 'notice', type, '', count(*) FROM notice"
	    " GROUP BY type"
	    " UNION ALL SELECT 'message', channel, audience, count(*)"
	    " FROM message GROUP BY channel, audience");

	while (st != NULL && sqlite3_step(st) == SQLITE_ROW) {
		int64_t is = sqlite3_column_int64(st, 3);
		int64_t said = tally_of(
		    t, text(st, 0), text(st, 1), text(st, 2));

		if (is != said)
			world_broken(12,
			    "%s %s %s: the tally says %lld, and there are "
			    "%lld",
			    text(st, 0), text(st, 1), text(st, 2),
			    (long long)said, (long long)is);
	}
	sqlite3_finalize(st);
}

static int64_t
count(const char *sql, char *why, size_t size)
{
	sqlite3_stmt *st = prepare(sql);
	int64_t n = 0;

	while (st != NULL && sqlite3_step(st) == SQLITE_ROW) {
		if (n++ == 0)
			snprintf(why, size, "message %lld to %s, %s",
			    (long long)sqlite3_column_int64(st, 0), text(st, 1),
			    text(st, 2));
	}
	sqlite3_finalize(st);
	return n;
}

int64_t
eye_unfinished(char *why, size_t size)
{
	return count("SELECT message, address, state FROM delivery"
		     " WHERE state IN ('queued', 'sending')"
		     " OR (state = 'unknown' AND done IS NULL)",
	    why, size);
}

int64_t
eye_tally(char *why, size_t size)
{
	sqlite3_stmt *st = prepare(TALLY_DIFFERS);
	int64_t n = 0;

	while (st != NULL && sqlite3_step(st) == SQLITE_ROW)
		if (n++ == 0)
			snprintf(why, size, "%s, %s: %lld", text(st, 0),
			    text(st, 1),
			    (long long)sqlite3_column_int64(st, 2));
	sqlite3_finalize(st);
	return n;
}

int64_t
eye_twice(char *why, size_t size)
{
	return count("SELECT message, address, count(*) FROM delivery"
		     " GROUP BY message, address HAVING count(*) > 1",
	    why, size);
}

int64_t
eye_orphans(char *why, size_t size)
{
	return count("SELECT d.message, d.address, d.state FROM delivery d"
		     " JOIN message m ON m.id = d.message"
		     " WHERE (d.state = 'sending' AND m.worker IS NULL)"
		     " OR (d.state = 'queued' AND m.worker IS NULL"
		     "  AND (m.due IS NULL OR m.due > d.due))",
	    why, size);
}
