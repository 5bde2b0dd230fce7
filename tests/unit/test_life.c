/*
 * Unit tests of outbox/life.h: the real outbox in the real store against the
 * table, each state × each event; and what becomes of what may have been
 * taken, by channel, policy, and how its worker ended.
 */
#include "base/buf.h"
#include "outbox/outbox.h"
#include "store/audit.h"
#include "store/callback.h"
#include "store/checks.h"
#include "store/messages.h"
#include "store/progress.h"
#include "store/queue.h"
#include "store/tally.h"
#include "no_disk.h"
#include "store_house.h"

#define LATER (T0 + 5000)
#define DOUBTED DELIVERY_DOUBTED("")
#define EVENTS (LIFE_BOUNCED + 1)

static const char *const lives[] = {"none", "queued", "sending", "doubted",
    "accepted", "delivered", "unknown", "unknown, over", "failed", "superseded",
    "cancelled"};
static char empty[] = "", kannel[] = "kannel";

static struct {
	struct incident i;
	struct notice n;
	struct messages l; /* as a worker has it, or had it */
	enum channel channel;
} h;

static void
add_notice(int number, enum notice_type type)
{
	h.n = (struct notice){.incident = h.i.id,
	    .number = number,
	    .type = type,
	    .at = T0,
	    .next = TIME_NONE,
	    .title = empty,
	    .reason = empty};
	OK(store_notice_add(t.s, &h.n, &t.e));
	OK(store_supersede(t.s, h.i.id, number, &t.e));
}

static void
queue(enum channel channel)
{
	struct contact c = {0, S("0101"), S("Anna"), S("a@x.example.dk"),
	    S("+4500000001"), true, empty, CHOICE_DEFAULT};
	char id[32];

	snprintf(id, sizeof(id), "m-%lld", (long long)h.n.id);
	assert_int_equal(store_message_add(t.s, &h.n, channel, &municipality,
			     &c, 1, id, T0, &t.e),
	    1);
	h.channel = channel;
}

static void
begin_house(enum channel channel)
{
	incident_init(&h.i);
	h.i.state = INCIDENT_OPEN;
	OK(store_incident_put(t.s, &h.i, &t.e));
	add_notice(1, NOTICE_FIRST);
	queue(channel);
}

static void
end_house(void)
{
	messages_clear(&h.l);
	incident_clear(&h.i);
}

static int
claim(int64_t now)
{
	messages_clear(&h.l);
	return outbox_claim(t.s, h.channel, now, 7, 1, &h.l, &t.e);
}

static void
settle(enum outcome o, int64_t give_up, enum on_unknown policy, int64_t now)
{
	const struct outbox_conf conf = {
	    .give_up = give_up, .on_unknown = policy};
	const struct result r = {.delivery = h.l.v[0].to[0].delivery,
	    .outcome = o,
	    .answer = empty,
	    .via = kannel,
	    .remote_id = empty};

	OK(outbox_result(t.s, &h.l.v[0], &r, 1, &conf, now, &t.e));
}

static void
report(bool delivered)
{
	char ref[MESSAGE_REF_SIZE];
	const struct message_ref m = {.incident = h.i.id,
	    .notice = 1,
	    .delivery = h.l.v[0].to[0].delivery,
	    .created = T0};
	const struct delivery_report r = {.via = kannel,
	    .id = "",
	    .ref = message_ref_format(&m, ref),
	    .number = "",
	    .delivered = delivered,
	    .text = "told"};

	assert_true(store_delivery_report(t.s, &r, LATER, &t.e) >= 0);
}

/* Brings the delivery there, by what really happens. */
static void
come_to(enum life at)
{
	static const enum outcome outcomes[] = {
	    [LIFE_ACCEPTED] = OUTCOME_ACCEPTED,
	    [LIFE_DELIVERED] = OUTCOME_ACCEPTED,
	    [LIFE_DOUBTED] = OUTCOME_UNKNOWN,
	    [LIFE_UNKNOWN] = OUTCOME_UNKNOWN,
	    [LIFE_UNKNOWN_OVER] = OUTCOME_UNKNOWN,
	    [LIFE_FAILED] = OUTCOME_PERMFAIL,
	};

	assert_int_equal(claim(T0), 1);
	if (at == LIFE_SENDING)
		return;
	if (at == LIFE_QUEUED || at >= LIFE_SUPERSEDED)
		OK(outbox_release(t.s, &h.l.v[0], &t.e));
	else
		settle(outcomes[at], 3600,
		    at == LIFE_UNKNOWN_OVER ? ON_UNKNOWN_ONCE
					    : ON_UNKNOWN_AGAIN,
		    T0);
	if (at == LIFE_DOUBTED)
		assert_int_equal(claim(T0 + 100), 1);
	else if (at == LIFE_DELIVERED)
		report(true);
	else if (at == LIFE_SUPERSEDED)
		add_notice(2, NOTICE_UPDATE);
	else if (at == LIFE_CANCELLED)
		assert_int_equal(
		    store_outbox_cancel(t.s, h.l.v[0].id, &t.e), 1);
}

static enum life
now_at(void)
{
	enum delivery_state state = DELIVERY_QUEUED;
	struct sql q;
	enum life at;

	sql_open(&q, t.s, &t.e, "now",
	    "SELECT state, done IS NOT NULL, " DOUBTED " FROM delivery"
	    " WHERE number = 1",
	    "");
	assert_int_equal(sql_step(&q), 1);
	delivery_state_parse(sql_peek(&q, 0), &state);
	at = life_of(state, sql_bool(&q, 2), sql_bool(&q, 1));
	sql_close(&q);
	return at;
}

static void
claim_again(void)
{
	struct messages l;

	assert_true(outbox_claim(t.s, h.channel, LATER, 9, 1, &l, &t.e) >= 0);
	messages_clear(&l);
}

static void
happen(enum life_event event)
{
	int64_t id = h.l.v[0].id;

	switch (event) {
	case LIFE_CLAIM:
		claim_again();
		break;
	case LIFE_ACCEPT:
		settle(OUTCOME_ACCEPTED, 3600, ON_UNKNOWN_AGAIN, LATER);
		break;
	case LIFE_REFUSE:
		settle(OUTCOME_PERMFAIL, 3600, ON_UNKNOWN_AGAIN, LATER);
		break;
	case LIFE_DEFER:
		settle(OUTCOME_TEMPFAIL, 36000, ON_UNKNOWN_AGAIN, LATER);
		break;
	case LIFE_GIVE_UP:
		settle(OUTCOME_TEMPFAIL, 3600, ON_UNKNOWN_AGAIN, LATER);
		break;
	case LIFE_SUPERSEDE:
		if (now_at() != LIFE_SUPERSEDED)
			add_notice(2, NOTICE_UPDATE);
		settle(OUTCOME_TEMPFAIL, 36000, ON_UNKNOWN_AGAIN, LATER);
		break;
	case LIFE_CANCEL:
		assert_true(store_outbox_cancel(t.s, id, &t.e) >= 0);
		break;
	case LIFE_RETRY:
		assert_true(store_outbox_retry(t.s, id, LATER, &t.e) >= 0);
		break;
	case LIFE_ARRIVED:
	case LIFE_BOUNCED:
		report(event == LIFE_ARRIVED);
		break;
	}
}

/* The message is found when, and only when, something of it waits. */
static void
expect_due(enum life at)
{
	int64_t due = TIME_NONE;

	OK(outbox_next(t.s, h.channel, &due, &t.e));
	assert_int_equal(due != TIME_NONE, life_waits(at));
}

static void
test_table(void **state)
{
	(void)state;
	for (enum life at = LIFE_QUEUED; at <= LIFE_CANCELLED; at++) {
		for (int event = 0; event < EVENTS; event++) {
			enum life to = life_next(at, (enum life_event)event);
			enum life is;

			store_close(t.s);
			t.s = store_open(":memory:", true, &t.e);
			begin_house(CHANNEL_SMS);
			come_to(at);
			assert_int_equal(now_at(), at);
			happen((enum life_event)event);
			is = now_at();
			if (is != (to == LIFE_NONE ? at : to))
				fail_msg("%s, event %d: is %s, not %s",
				    lives[at], event, lives[is], lives[to]);
			expect_due(is);
			end_house();
		}
	}
}

/* A row of no event would be a state in which a delivery is lost. */
static void
test_every_state(void **state)
{
	(void)state;
	for (enum life at = LIFE_QUEUED; at <= LIFE_CANCELLED; at++) {
		bool over = at >= LIFE_ACCEPTED && at != LIFE_UNKNOWN;

		assert_int_equal(
		    life_of(life_state(at), at == LIFE_DOUBTED, over), at);
		if (life_waits(at))
			assert_true(life_next(at, LIFE_CLAIM) != LIFE_NONE);
	}
}

/* --- policies ------------------------------------------------------------- */

/* How a try ends of which nobody knows whether it was taken. */
enum ending {
	END_ANSWER, /* the server said so, or nothing */
	END_DEATH, /* its worker died */
	END_NOT_BEGUN, /* … before it began with it */
	END_LOST /* in nobody's hands: the self-check found it */
};

static const struct {
	enum channel channel;
	enum on_unknown policy;
	enum ending ending;
	enum life to;
} ends[] = {
    {CHANNEL_SMS, ON_UNKNOWN_AGAIN, END_ANSWER, LIFE_UNKNOWN},
    {CHANNEL_SMS, ON_UNKNOWN_ONCE, END_ANSWER, LIFE_UNKNOWN_OVER},
    {CHANNEL_SMS, ON_UNKNOWN_AGAIN, END_DEATH, LIFE_UNKNOWN},
    {CHANNEL_SMS, ON_UNKNOWN_ONCE, END_DEATH, LIFE_UNKNOWN_OVER},
    {CHANNEL_SMS, ON_UNKNOWN_AGAIN, END_LOST, LIFE_UNKNOWN},
    {CHANNEL_SMS, ON_UNKNOWN_ONCE, END_LOST, LIFE_UNKNOWN_OVER},
    {CHANNEL_SMS, ON_UNKNOWN_ONCE, END_NOT_BEGUN, LIFE_QUEUED},
    {CHANNEL_MAIL, ON_UNKNOWN_AGAIN, END_ANSWER, LIFE_UNKNOWN},
    {CHANNEL_MAIL, ON_UNKNOWN_ONCE, END_DEATH, LIFE_UNKNOWN},
    {CHANNEL_MAIL, ON_UNKNOWN_ONCE, END_LOST, LIFE_UNKNOWN},
    {CHANNEL_MAIL, ON_UNKNOWN_ONCE, END_NOT_BEGUN, LIFE_QUEUED},
};

static int
run(const char *sql)
{
	return sqlite3_exec(t.s->db, sql, NULL, NULL, NULL);
}

static void
end_it(enum on_unknown policy, enum ending ending)
{
	const struct message *m = &h.l.v[0];
	bool gone;

	if (ending == END_ANSWER) {
		settle(OUTCOME_UNKNOWN, 3600, policy, T0 + 1);
		return;
	}
	if (ending == END_LOST) {
		OK(run("UPDATE message SET worker = NULL"));
		assert_int_equal(store_outbox_mend(t.s, policy, T0, &t.e), 1);
		assert_int_equal(store_outbox_mend(t.s, policy, T0, &t.e), 0);
		return;
	}
	if (ending == END_DEATH)
		OK(outbox_begin(t.s, &m, 1, "", T0, &gone, &t.e));
	assert_int_equal(outbox_recover(t.s, policy, NULL, 0, &t.e), 1);
}

static void
expect_record(enum life to)
{
	struct audits l = {0};
	const char *detail;

	OK(store_audits(t.s, h.i.id, 1, &l, &t.e));
	assert_int_equal(l.n, 1);
	detail = l.v[0].detail;
	assert_non_null(strstr(detail, "unknown"));
	assert_int_equal(
	    strstr(detail, "not sent again") != NULL, to == LIFE_UNKNOWN_OVER);
	audits_clear(&l);
}

static void
test_policies(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		bool once = ends[i].to == LIFE_UNKNOWN_OVER;

		store_close(t.s);
		t.s = store_open(":memory:", true, &t.e);
		begin_house(ends[i].channel);
		assert_int_equal(claim(T0), 1);
		end_it(ends[i].policy, ends[i].ending);
		assert_int_equal(now_at(), ends[i].to);
		if (ends[i].ending != END_NOT_BEGUN)
			expect_record(ends[i].to);
		assert_int_equal(claim(LATER), !once);
		/* By an operator it goes again, whatever the policy. */
		if (once) {
			assert_int_equal(
			    store_outbox_retry(t.s, 1, LATER, &t.e), 1);
			assert_int_equal(claim(LATER), 1);
		}
		end_house();
	}
}

/* Who may have it hears what comes next, and that it is over. */
static void
test_next_notice(void **state)
{
	static const enum notice_type next[] = {NOTICE_UPDATE, NOTICE_RESOLVED};

	(void)state;
	begin_house(CHANNEL_SMS);
	assert_int_equal(claim(T0), 1);
	settle(OUTCOME_UNKNOWN, 3600, ON_UNKNOWN_ONCE, T0);
	for (int i = 0; i < 2; i++) {
		add_notice(2 + i, next[i]);
		queue(CHANNEL_SMS);
		assert_int_equal(claim(LATER), 1);
		assert_int_equal(h.l.v[0].notice, 2 + i);
		settle(OUTCOME_UNKNOWN, 3600, ON_UNKNOWN_ONCE, LATER);
	}
	end_house();
}

/* Tried again after a doubt under the same name. */
static void
test_same_name(void **state)
{
	char *id;
	int64_t delivery;

	(void)state;
	begin_house(CHANNEL_MAIL);
	assert_int_equal(claim(T0), 1);
	id = xstrdup(h.l.v[0].message_id);
	delivery = h.l.v[0].to[0].delivery;
	settle(OUTCOME_UNKNOWN, 3600, ON_UNKNOWN_AGAIN, T0);
	/* Not before the pause. */
	assert_int_equal(claim(T0 + 1), 0);
	assert_int_equal(claim(T0 + 60), 1);
	assert_string_equal(h.l.v[0].message_id, id);
	assert_true(h.l.v[0].to[0].delivery == delivery);
	free(id);
	end_house();
}

static void
test_counted(void **state)
{
	struct outbox_counts n;
	struct tally l = {0};
	int64_t failed, unknown;

	(void)state;
	begin_house(CHANNEL_SMS);
	assert_int_equal(claim(T0), 1);
	settle(OUTCOME_UNKNOWN, 3600, ON_UNKNOWN_AGAIN, T0);
	OK(store_outbox_counts(t.s, 0, 0, &n, &t.e));
	assert_int_equal(n.n[CHANNEL_SMS][DELIVERY_UNKNOWN], 1);
	assert_true(n.unfinished == 1 && n.oldest == T0);
	OK(store_failed(t.s, T0, &failed, &unknown, &t.e));
	assert_true(failed == 0 && unknown == 0);
	assert_int_equal(claim(LATER), 1);
	settle(OUTCOME_TEMPFAIL, 3600, ON_UNKNOWN_AGAIN, LATER);
	assert_int_equal(now_at(), LIFE_UNKNOWN_OVER);
	OK(store_outbox_recent(t.s, T0 + 1, &n, &t.e));
	assert_true(n.unfinished == 0 && n.oldest == TIME_NONE);
	OK(store_failed(t.s, T0, &failed, &unknown, &t.e));
	assert_true(failed == 0 && unknown == 1);
	OK(store_tally(t.s, &l, &t.e));
	assert_int_equal(tally_of(&l, "now", "sms", "unknown"), 1);
	assert_int_equal(tally_of(&l, "now", "sms", "sending"), 0);
	tally_clear(&l);
	end_house();
}

/* Mail that may have been taken and comes back: so does its address. */
static void
test_bounced(void **state)
{
	const struct mail_report r = {.message = 1,
	    .address = "A@x.example.dk",
	    .text = "5.1.1 User unknown"};
	struct mail_reported who;
	int64_t n = 0;

	(void)state;
	begin_house(CHANNEL_MAIL);
	assert_int_equal(claim(T0), 1);
	settle(OUTCOME_UNKNOWN, 3600, ON_UNKNOWN_AGAIN, T0);
	OK(store_mail_report(t.s, &r, "test", T0 + 9, &who, &t.e));
	assert_true(who.changed);
	mail_reported_clear(&who);
	assert_int_equal(now_at(), LIFE_FAILED);
	sql_value(t.s, &t.e, &n, "address",
	    "SELECT count(*) FROM address WHERE bounced = ? AND late = 1", "i",
	    T0 + 9);
	assert_int_equal(n, 1);
	end_house();
}

/* --- a database from before there was that state -------------------------- */

/* How many schemas there were without it. */
static int
schemas_before(void)
{
	int k = 0;

	while (strstr(schema_migrations[k][0], "writable_schema") == NULL)
		k++;
	return k;
}

static const char rows[] =
    "INSERT INTO incident (id, state, kind, effect, online, path, service,"
    " title, news, url, reason, feed, planned, reminded, notices, change,"
    " fresh, change_reason, over, told_effect, told_online) VALUES (1, 'open',"
    " 'actual', 'outage', 'works', 0, '', '', '', '', '', '', 0, 0, 1, 0, 0,"
    " '', 0, 'outage', 'works');"
    "INSERT INTO notice (id, incident, number, type, effect, at, title,"
    " reason, cc_own) VALUES (1, 1, 1, 'first', 'outage', 1, '', '', 0);"
    "INSERT INTO message (id, notice, incident, number, channel, audience,"
    " org, org_name, vendor, message_id, created, due) VALUES (1, 1, 1, 1,"
    " 'sms', 'municipality', '0101', 'Byen', '', 'm', 1, 1);"
    "INSERT INTO delivery (id, message, incident, number, org, name, address,"
    " state, due, done, told) VALUES"
    " (1, 1, 1, 1, '0101', 'Anna', '+4500000001', 'queued', 1, NULL, 0),"
    " (2, 1, 1, 1, '0101', 'Bo', '+4500000002', 'queued', 1, NULL, 1),"
    " (3, 1, 1, 1, '0101', 'Carl', '+4500000003', 'accepted', 1, 2, 1),"
    " (4, 1, 1, 1, '0101', 'Dan', '+4500000004', 'failed', 1, 2, 0),"
    " (5, 1, 1, 1, '0101', 'Eva', '+4500000005', 'sending', 1, NULL, 0);"
    "INSERT INTO early_report VALUES (5, 'kannel', 'failed');";

/* One line for each thing that the schema is made of, but for what changes. */
static char *
schema_of(sqlite3 *db)
{
	struct buf b;
	sqlite3_stmt *st;

	buf_init(&b, 1 << 20);
	assert_int_equal(
	    sqlite3_prepare_v2(db,
		"SELECT type, name, CASE WHEN name IN ('delivery') THEN"
		" replace(sql, '''unknown'', ', '') ELSE sql END"
		" FROM sqlite_schema WHERE name NOT IN ('delivery_open',"
		" 'delivery_lost', 'address_unknown') ORDER BY 1, 2",
		-1, &st, NULL),
	    SQLITE_OK);
	while (sqlite3_step(st) == SQLITE_ROW)
		for (int i = 0; i < 3; i++) {
			const void *text = sqlite3_column_text(st, i);

			buf_addf(
			    &b, "%s\n", text == NULL ? "" : (const char *)text);
		}
	sqlite3_finalize(st);
	return buf_steal(&b);
}

static void
expect_text(const char *sql, const char *want)
{
	struct sql q;

	sql_open(&q, t.s, &t.e, "text", sql, "");
	assert_int_equal(sql_step(&q), 1);
	assert_string_equal(sql_peek(&q, 0), want);
	sql_close(&q);
}

/* Nothing is lost or different but what is meant to be. */
static void
expect_same_schema(sqlite3 *db)
{
	char *before = schema_of(db), *after;

	assert_int_equal(
	    sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
	for (const char *const *p = schema_migrations[schemas_before()];
	     *p != NULL; p++)
		assert_int_equal(
		    sqlite3_exec(db, *p, NULL, NULL, NULL), SQLITE_OK);
	after = schema_of(db);
	assert_string_equal(after, before);
	assert_int_equal(
	    sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL), SQLITE_OK);
	free(before);
	free(after);
}

static void
test_migration(void **state)
{
	sqlite3 *db = older(schemas_before());

	(void)state;
	assert_int_equal(sqlite3_exec(db, rows, NULL, NULL, NULL), SQLITE_OK);
	assert_int_not_equal(sqlite3_exec(db,
				 "UPDATE delivery SET state = 'unknown'"
				 " WHERE id = 4",
				 NULL, NULL, NULL),
	    SQLITE_OK);
	expect_same_schema(db);
	sqlite3_close(db);
	t.s = store_open(t.path, true, &t.e);
	if (t.s == NULL)
		fail_msg("%s", t.e.msg);
	expect_text("PRAGMA integrity_check", "ok");
	assert_int_equal(
	    number("SELECT count(*) FROM pragma_foreign_key_check"), 0);
	/* What was in doubt is; all else is as it was. */
	expect_text("SELECT group_concat(id || ' ' || state || ' ' || name)"
		    " FROM delivery",
	    "1 queued Anna,2 unknown Bo,3 accepted Carl,4 failed Dan,"
	    "5 sending Eva");
	assert_int_equal(number("SELECT count(*) FROM early_report"), 1);
	expect_text("SELECT accepted || ' ' || unknown || ' ' || failed"
		    " FROM tally_delivery WHERE channel = 'sms'",
	    "1 1 1");
	/* It is enforced, as before, and so are the triggers. */
	assert_int_not_equal(
	    run("UPDATE delivery SET state = 'unknwon' WHERE id = 1"), 0);
	assert_int_not_equal(run("UPDATE delivery SET number = 2"), 0);
	assert_int_not_equal(run("INSERT INTO delivery (message, incident,"
				 " number, org, name, address, state, due)"
				 " VALUES (9, 1, 1, '', '', 'x', 'queued', 1)"),
	    0);
	assert_int_equal(run("UPDATE delivery SET state = 'unknown'"), 0);
}

/* A connection that was open meanwhile sees the new schema. */
static void
test_migration_beside(void **state)
{
	sqlite3 *db = older(schemas_before());
	sqlite3_stmt *st;

	(void)state;
	assert_int_equal(sqlite3_exec(db, rows, NULL, NULL, NULL), SQLITE_OK);
	assert_int_equal(
	    sqlite3_prepare_v2(db,
		"UPDATE delivery SET state = 'unknown' WHERE id = 4", -1, &st,
		NULL),
	    SQLITE_OK);
	t.s = store_open(t.path, true, &t.e);
	if (t.s == NULL)
		fail_msg("%s", t.e.msg);
	assert_int_equal(sqlite3_step(st), SQLITE_DONE);
	sqlite3_finalize(st);
	sqlite3_close(db);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(test_table),
	    TEST(test_every_state),
	    TEST(test_policies),
	    TEST(test_next_notice),
	    TEST(test_same_name),
	    TEST(test_counted),
	    TEST(test_bounced),
	    TEST(test_migration),
	    TEST(test_migration_beside),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
