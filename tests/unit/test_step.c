/*
 * Unit tests of deliver/step.c and haul.c: what a transport says in rounds,
 * which take more as there is room. What is durable is counted: fdatasync() of
 * this file is the one that the store calls.
 */
#include "no_wait.h"
#include "store_house.h"

#include "base/log.h"
#include "deliver/worker.h"
#include "outbox/outbox.h"
#include "store/messages.h"
#include "store/sql.h"

#define PLACES 5 /* of the made transport */
#define ORGS 23
#define LOST 2 /* processes that die */

/* What the transport was given, and the store was seen to hold. */
static struct {
	int syncs;
	int sent;
	int most; /* begun at once */
	int rounds;
	void (*meanwhile)(void); /* before a round, once */
	int after; /* so many are sent */
	bool holds; /* then nothing that was claimed first goes, once */
	int die_at; /* that many were sent; 0: never */
	size_t room;
	const struct message *lost[LOST];
	char order[ORGS + 8]; /* 'm' or 'p' for each, as they were begun */
} made;

int
fdatasync(int fd)
{
	(void)fd;
	made.syncs++;
	return 0;
}

int
fsync(int fd)
{
	return fdatasync(fd);
}

static int64_t
value(const char *sql)
{
	int64_t n = 0;

	assert_true(sql_value(t.s, &t.e, &n, "test", sql, "") != -1);
	return n;
}

static void
run_sql(const char *sql)
{
	assert_true(sql_run(t.s, &t.e, "test", sql, "") != -1);
}

/* --- a transport with places ------------------------------------------------
 */

static struct result results[PLACES];
static char ok[] = "ok", relay_name[] = "relay", nothing[] = "";

struct places {
	const struct message *v[PLACES];
	size_t n;
};

static void
put(struct places *p, const struct message *m)
{
	assert_true(p->n < PLACES);
	p->v[p->n++] = m;
	made.order[made.sent + (int)p->n - 1] = m->audience == ORG_ONCALL ? 'p'
									  : 'm';
}

/* One round: all that is in the places has been sent. */
static int
one_round(struct transport *base, struct places *p, struct going *going,
    size_t n_going)
{
	struct done done[PLACES];
	size_t room[] = {PLACES};
	struct round r = {.done = done,
	    .n_done = p->n,
	    .going = going,
	    .n_going = n_going,
	    .room = room};
	int n;

	room[0] = made.room - n_going;
	for (size_t i = 0; i < p->n; i++) {
		results[i] = (struct result){
		    .delivery = p->v[i]->to[0].delivery,
		    .outcome = OUTCOME_ACCEPTED,
		    .code = 250,
		    .answer = ok,
		    .via = relay_name,
		    .remote_id = nothing};
		done[i] = (struct done){
		    .m = p->v[i], .results = &results[i], .n = 1};
	}
	made.sent += (int)p->n;
	p->n = 0;
	made.rounds++;
	if (made.meanwhile != NULL && made.sent >= made.after) {
		made.meanwhile();
		made.meanwhile = NULL;
	}
	n = transport_round(base, &r, NULL, NULL);
	for (size_t i = 0; n == 0 && i < n_going; i++)
		if (!going[i].gone)
			put(p, going[i].m);
	for (size_t i = 0; n == 0 && i < r.n_more; i++)
		put(p, r.more[i].m);
	return n;
}

static int
made_send(struct transport *base, const struct messages *l, sent_fn *fn,
    void *arg, struct err *e)
{
	struct places p = {0};
	size_t at = 0;

	(void)fn;
	(void)arg;
	(void)e;
	do {
		struct going going[PLACES];
		size_t n = 0;
		int begun;
		bool holds = made.holds && made.meanwhile != NULL &&
			     made.sent + (int)p.n >= made.after;

		for (; !holds && n < made.room && at < l->n; n++, at++)
			going[n] = (struct going){.m = &l->v[at]};
		if (one_round(base, &p, going, n) == -1)
			return 0;
		begun = (int)value("SELECT count(*) FROM message WHERE"
				   " worker IS NOT NULL AND begun = 1");
		assert_int_equal(begun, p.n);
		if (begun > made.most)
			made.most = begun;
		if (made.die_at != 0 && made.sent >= made.die_at) {
			base->died = 9;
			base->lost = made.lost;
			base->n_lost = LOST;
			for (size_t i = 0; i < LOST; i++)
				made.lost[i] = p.v[i];
			return 0;
		}
	} while (p.n > 0 || at < l->n);
	return 0;
}

/* --- what is sent
 * ------------------------------------------------------------- */

static void
add(int64_t incident, int number, enum org_kind kind, const char *code)
{
	struct notice n = {.incident = incident,
	    .number = number,
	    .type = number == 0 ? NOTICE_PAGE : NOTICE_FIRST,
	    .at = T0,
	    .next = TIME_NONE,
	    .title = S("FMK er nede"),
	    .reason = S("")};
	struct org o = {0, kind, (char *)(uintptr_t)code, S("Et sted"), S(""),
	    S(""), S(""), CHOICE_DEFAULT};
	char *address = xasprintf("k%s@example.dk", code);
	struct contact c = {1, (char *)(uintptr_t)code, S(""), address, S(""),
	    true, S(""), CHOICE_DEFAULT};
	char *id = xasprintf("m-%d-%s", number, code);

	OK(store_notice_add(t.s, &n, &t.e));
	assert_int_equal(
	    store_message_add(t.s, &n, CHANNEL_MAIL, &o, &c, 1, id, T0, &t.e),
	    1);
	free(address);
	free(id);
}

static int64_t
an_incident(void)
{
	struct incident i = sample();
	int64_t id;

	i.state = INCIDENT_OPEN;
	i.over = false;
	OK(store_incident_put(t.s, &i, &t.e));
	id = i.id;
	incident_clear(&i);
	return id;
}

static void
queue_all(void)
{
	int64_t incident = an_incident();
	struct notice n = {.incident = incident,
	    .number = 1,
	    .type = NOTICE_FIRST,
	    .at = T0,
	    .next = TIME_NONE,
	    .title = S("FMK er nede"),
	    .reason = S("")};

	OK(store_notice_add(t.s, &n, &t.e));
	for (int i = 0; i < ORGS; i++) {
		char code[8], address[32], id[16];
		struct org o = {0, ORG_MUNICIPALITY, code, S("Et sted"), S(""),
		    S(""), S(""), CHOICE_DEFAULT};
		struct contact c = {1, code, S(""), address, S(""), true, S(""),
		    CHOICE_DEFAULT};

		snprintf(code, sizeof(code), "%04d", 101 + i);
		snprintf(address, sizeof(address), "k%d@example.dk", i);
		snprintf(id, sizeof(id), "m-%d", i);
		assert_int_equal(store_message_add(t.s, &n, CHANNEL_MAIL, &o,
				     &c, 1, id, T0, &t.e),
		    1);
	}
}

static int
step_with(struct transport *relay)
{
	struct worker w = {.store = t.s,
	    .transport = relay,
	    .channel = CHANNEL_MAIL,
	    .give_up = 3600,
	    .id = 4711,
	    .actor = "alertd-mail"};

	return worker_step(&w, T0 + 1, &t.e);
}

static int
step(void)
{
	struct transport relay = {.send = made_send, .batch = PLACES};
	int r;

	strv_add(&relay.ways, "relay.example.dk:25");
	r = step_with(&relay);
	strv_clear(&relay.ways);
	return r;
}

static int
setup_step(void **state)
{
	memset(&made, 0, sizeof(made));
	made.room = PLACES;
	return setup(state);
}

static int64_t
in_state(const char *name)
{
	int64_t n = 0;

	assert_true(sql_value(t.s, &t.e, &n, "test",
			"SELECT count(*) FROM delivery WHERE state = ?", "t",
			name) != -1);
	return n;
}

static void
test_one_commit_a_round(void **state)
{
	(void)state;
	queue_all();
	made.syncs = 0;
	assert_int_equal(step(), PLACES);
	assert_int_equal(made.sent, ORGS);
	assert_int_equal(in_state("accepted"), ORGS);
	assert_int_equal(made.most, PLACES);
	/* A round for each five and for the first; the claim has it from it. */
	assert_int_equal(made.rounds, 1 + (ORGS + PLACES - 1) / PLACES);
	assert_int_equal(made.syncs, made.rounds);
}

static void
test_no_more_than_there_is_room(void **state)
{
	(void)state;
	queue_all();
	made.room = 2;
	assert_int_equal(step(), PLACES);
	assert_int_equal(in_state("accepted"), ORGS);
	assert_int_equal(made.most, 2);
}

static void
page_comes(void)
{
	add(an_incident(), 0, ORG_ONCALL, "vagt");
}

/* It is begun in the round in which it is seen, before what was claimed. */
static void
test_page_goes_before(void **state)
{
	(void)state;
	queue_all();
	made.room = 2;
	made.meanwhile = page_comes;
	made.after = 8;
	assert_int_equal(step(), PLACES);
	assert_int_equal(in_state("accepted"), ORGS + 1);
	assert_memory_equal(made.order, "mmmmmmmmpmmm", 12);
}

static void
others_take(void)
{
	run_sql("UPDATE message SET worker = NULL"
		" WHERE worker IS NOT NULL AND begun = 0");
}

/* What was passed to others is not sent, and not given back. */
static void
test_gone_is_not_sent(void **state)
{
	(void)state;
	queue_all();
	made.room = 2;
	made.meanwhile = others_take;
	made.after = 4;
	assert_int_equal(step(), PLACES);
	assert_int_equal(value("SELECT count(*) FROM message"
			       " WHERE worker IS NOT NULL"),
	    0);
	assert_int_equal(in_state("accepted"), made.sent);
	assert_true(made.sent < ORGS);
}

static void
all_is_given_back(void)
{
	run_sql("UPDATE delivery SET state = 'queued' WHERE message IN (SELECT"
		" id FROM message WHERE worker IS NOT NULL AND begun = 0)");
	others_take();
	run_sql("UPDATE message SET due = created WHERE due IS NULL"
		" AND worker IS NULL AND EXISTS (SELECT 1 FROM delivery"
		"  WHERE message = message.id AND state = 'queued')");
}

/* What was passed to others and comes back to us is begun once. */
static void
test_claimed_anew_is_sent_once(void **state)
{
	(void)state;
	for (int room = 1; room < PLACES; room++)
		for (int after = 2; after < 9; after++) {
			assert_int_equal(teardown(state), 0);
			assert_int_equal(setup_step(state), 0);
			queue_all();
			made.room = (size_t)room;
			made.holds = true;
			made.meanwhile = all_is_given_back;
			made.after = after;
			while (step() > 0)
				;
			assert_int_equal(in_state("accepted"), ORGS);
			assert_int_equal(made.sent, ORGS);
		}
}

#define EACH 3 /* recipients of a message in a call */

/* A call of a gateway: each of its recipients is named. Others have the last.
 */
static int
call_send(struct transport *base, const struct messages *l, sent_fn *fn,
    void *arg, struct err *e)
{
	struct going going[PLACES * EACH];
	struct round r = {.going = going, .n_going = l->n * EACH};

	(void)fn;
	(void)arg;
	(void)e;
	run_sql("CREATE TABLE begins(message INTEGER)");
	run_sql("CREATE TRIGGER begins AFTER UPDATE OF begun ON message"
		" BEGIN INSERT INTO begins VALUES (NEW.id); END");
	run_sql("UPDATE message SET worker = NULL WHERE id ="
		" (SELECT max(id) FROM message WHERE worker IS NOT NULL)");
	for (size_t i = 0; i < r.n_going; i++)
		going[i] = (struct going){.m = &l->v[i / EACH], .n = 1};
	assert_int_equal(transport_round(base, &r, NULL, NULL), 0);
	for (size_t i = 0; i < r.n_going; i++)
		assert_int_equal(going[i].gone, i / EACH == l->n - 1);
	assert_int_equal(value("SELECT count(*) FROM begins"), l->n - 1);
	return 0;
}

/* A message is begun once, or gone once, however often a call names it. */
static void
test_a_call_begins_each_once(void **state)
{
	struct transport gate = {.send = call_send, .batch = PLACES};

	(void)state;
	queue_all();
	strv_add(&gate.ways, "gateway.example.dk");
	assert_int_equal(step_with(&gate), PLACES);
	strv_clear(&gate.ways);
}

/* It fails by the first way, and goes by the second. */
static int
second_send(struct transport *base, const struct messages *l, sent_fn *fn,
    void *arg, struct err *e)
{
	int before = made.syncs;

	(void)fn;
	(void)arg;
	(void)e;
	assert_int_equal(transport_begin_one(base, &l->v[0], 0), 1);
	assert_int_equal(made.syncs, before + 1);
	transport_failed(base, 0, "connection refused");
	assert_int_equal(value("SELECT count(*) FROM way"), 1);
	assert_int_equal(made.syncs, before + 1);
	assert_int_equal(transport_begin_one(base, &l->v[0], 1), 1);
	assert_int_equal(made.syncs, before + 2);
	return 0;
}

/* That a way has failed is waited for with what goes by the next, not alone. */
static void
test_a_way_that_failed_waits_for_no_disk(void **state)
{
	struct transport gate = {.send = second_send, .batch = 1};

	(void)state;
	queue_all();
	strv_add(&gate.ways, "one.example.dk");
	strv_add(&gate.ways, "two.example.dk");
	assert_int_equal(step_with(&gate), 1);
	strv_clear(&gate.ways);
}

static int
refuse_full(void *arg, int action, const char *pragma, const char *value,
    const char *database, const char *trigger)
{
	const bool *refused = arg;

	(void)database;
	(void)trigger;
	return *refused && action == SQLITE_PRAGMA && value != NULL &&
		       strcmp(pragma, "synchronous") == 0 &&
		       strcmp(value, "FULL") == 0
		   ? SQLITE_DENY
		   : SQLITE_OK;
}

/* After it failed nobody can say that the disk is waited for again. */
static int
unsynced_send(struct transport *base, const struct messages *l, sent_fn *fn,
    void *arg, struct err *e)
{
	bool refused = true;
	int before;

	(void)fn;
	(void)arg;
	(void)e;
	assert_int_equal(
	    sqlite3_set_authorizer(t.s->db, refuse_full, &refused), SQLITE_OK);
	transport_failed(base, 0, "connection refused");
	assert_int_equal(transport_begin_one(base, &l->v[0], 1), -1);
	assert_int_equal(value("SELECT count(*) FROM message WHERE begun"), 0);
	refused = false;
	before = made.syncs;
	assert_int_equal(transport_begin_one(base, &l->v[0], 1), 1);
	assert_int_equal(made.syncs, before + 1);
	sqlite3_set_authorizer(t.s->db, NULL, NULL);
	return 0;
}

/* Nothing is begun of which that is not on the disk. */
static void
test_nothing_begins_unsynced(void **state)
{
	struct transport gate = {.send = unsynced_send, .batch = 1};

	(void)state;
	queue_all();
	strv_add(&gate.ways, "one.example.dk");
	strv_add(&gate.ways, "two.example.dk");
	assert_int_equal(step_with(&gate), -1);
	strv_clear(&gate.ways);
}

/* Workers died over it: nothing is begun beside it. */
static void
test_alone_is_alone(void **state)
{
	(void)state;
	queue_all();
	run_sql("UPDATE message SET deaths = 2 WHERE id IN"
		" (SELECT min(id) FROM message)");
	assert_int_equal(step(), 1);
	assert_int_equal(made.sent, 1);
	assert_int_equal(made.most, 1);
	run_sql("UPDATE message SET deaths = 2 WHERE id IN"
		" (SELECT max(id) FROM message)");
	memset(&made, 0, sizeof(made));
	made.room = PLACES;
	assert_int_equal(step(), PLACES);
	assert_int_equal(made.sent, ORGS - 2);
	assert_int_equal(in_state("queued"), 1);
	assert_int_equal(step(), 1);
	assert_int_equal(in_state("accepted"), ORGS);
}

/* What a process of ours died over is in doubt, and nothing else. */
static void
test_death_leaves_what_was_lost(void **state)
{
	struct transport relay = {.send = made_send, .batch = PLACES};

	(void)state;
	queue_all();
	strv_add(&relay.ways, "relay.example.dk:25");
	made.die_at = 10;
	assert_int_equal(step_with(&relay), PLACES);
	strv_clear(&relay.ways);
	assert_int_equal(relay.died, 9);
	assert_int_equal(in_state("accepted"), 10);
	assert_int_equal(in_state("sending"), LOST);
	assert_int_equal(in_state("queued"), ORGS - 10 - LOST);
	assert_int_equal(
	    outbox_recover(t.s, ON_UNKNOWN_AGAIN, NULL, 0, &t.e), LOST);
	assert_int_equal(in_state("unknown"), LOST);
}

/* The disk is full: nothing is begun, and what was sent is not free. */
static void
disk_fills(void)
{
	run_sql("CREATE TRIGGER full BEFORE UPDATE OF state ON delivery"
		" WHEN NEW.state = 'accepted' BEGIN"
		" SELECT raise(ABORT, 'the disk is full'); END");
}

static void
test_a_round_is_all_or_nothing(void **state)
{
	(void)state;
	queue_all();
	made.meanwhile = disk_fills;
	made.after = 5;
	assert_int_equal(step(), -1);
	assert_int_equal(made.sent, PLACES);
	assert_int_equal(in_state("accepted"), 0);
	assert_int_equal(in_state("sending"), PLACES);
	assert_int_equal(in_state("queued"), ORGS - PLACES);
}

int
main(void)
{
#define STEP(name) cmocka_unit_test_setup_teardown(name, setup_step, teardown)
	const struct CMUnitTest tests[] = {
	    STEP(test_one_commit_a_round),
	    STEP(test_no_more_than_there_is_room),
	    STEP(test_page_goes_before),
	    STEP(test_gone_is_not_sent),
	    STEP(test_claimed_anew_is_sent_once),
	    STEP(test_a_call_begins_each_once),
	    STEP(test_a_way_that_failed_waits_for_no_disk),
	    STEP(test_nothing_begins_unsynced),
	    STEP(test_alone_is_alone),
	    STEP(test_death_leaves_what_was_lost),
	    STEP(test_a_round_is_all_or_nothing),
	};

	log_open("test_step", LOG_LEVEL_ERROR);
	return cmocka_run_group_tests_name("step", tests, NULL, NULL);
}
