/*
 * What a report costs until its messages are queued, and what each message
 * costs until its results are stored, counted: statements, the steps of
 * SQLite's machine, how often the disk is waited for and the lock is taken. No
 * time: ten times as many municipalities take ten times as much, whatever runs
 * beside it.
 */
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "core_house.h"
#include "outbox/outbox.h"

#define FEW 30
#define CONTACTS 5
#define AT_ONCE 10

static struct {
	int64_t statements, steps, fsyncs, locks;
} cost;

/* SQLite's, too: a program's own come before the library's. */
int
fsync(int fd)
{
	cost.fsyncs++;
	return (int)syscall(SYS_fsync, fd);
}

int
fdatasync(int fd)
{
	cost.fsyncs++;
	return (int)syscall(SYS_fdatasync, fd);
}

/* What a statement has done since it was asked last, triggers and all. */
static int
on_profile(unsigned what, void *arg, void *p, void *ns)
{
	sqlite3_stmt *st = p;

	(void)what;
	(void)arg;
	(void)ns;
	cost.statements++;
	cost.steps += sqlite3_stmt_status(st, SQLITE_STMTSTATUS_VM_STEP, 1);
	return 0;
}

static int
on_commit(void *arg)
{
	(void)arg;
	cost.locks++;
	return 0;
}

static char path[64];

static void
remove_files(void)
{
	static const char *const tails[] = {"", "-wal", "-shm"};

	for (size_t i = 0; i < LENGTH(tails); i++) {
		char *name = xasprintf("%s%s", path, tails[i]);

		unlink(name);
		free(name);
	}
}

static void
reopen(struct house *h)
{
	struct err e = {""};

	snprintf(path, sizeof(path), "/tmp/alertd-cost-%d.db", (int)getpid());
	store_close(h->store);
	remove_files();
	h->store = store_open(path, true, &e);
	assert_non_null(h->store);
	h->core.store = h->store;
	sqlite3_trace_v2(h->store->db, SQLITE_TRACE_PROFILE, on_profile, NULL);
	sqlite3_commit_hook(h->store->db, on_commit, NULL);
}

static void
add_municipality(struct house *h, int i)
{
	char *code = xasprintf("%05d", i);
	struct org o = {.kind = ORG_MUNICIPALITY,
	    .code = code,
	    .name = code,
	    .region = (char[]){"Region Nordjylland"},
	    .vendor = (char[]){""}};
	struct err e;

	must(store_org_put(h->store, &o, &e), &e);
	for (int k = 0; k < CONTACTS; k++) {
		char *mail = xasprintf("v%d.%d@example.dk", i, k);
		char *phone = xasprintf("+45%08d", i * CONTACTS + k);
		struct contact c = {.org = code,
		    .name = (char[]){"Vagt"},
		    .email = mail,
		    .phone = phone,
		    .enabled = true};

		must(store_contact_put(h->store, &c, &e), &e);
		free(mail);
		free(phone);
	}
	free(code);
}

/* What is looked through once a day has been. */
static void
rest(struct house *h)
{
	do {
		cost.locks = 0;
		turn(h);
	} while (cost.locks > 0);
}

/* A database of its own with n municipalities, and a feed that was read. */
static void
people(struct house *h, int n)
{
	struct err e;

	reopen(h);
	must(store_begin(h->store, &e), &e);
	for (int i = 1; i <= n; i++)
		add_municipality(h, i);
	must(store_commit(h->store, &e), &e);
	warm(h, "nspop");
	rest(h);
	memset(&cost, 0, sizeof(cost));
}

static void
give_back(struct house *h, const struct message *m, enum outcome what)
{
	static const struct outbox_conf conf = {.give_up = 86400};
	struct result *v = xcalloc(m->n_to + 1, sizeof(*v));
	char ok[] = "2.0.0 Ok", relay[] = "relay.example.dk", none[] = "";
	struct err e;
	size_t n = 0;

	for (size_t i = 0; i < m->n_to; i++)
		if (m->to[i].due)
			v[n++] = (struct result){.delivery = m->to[i].delivery,
			    .outcome = what,
			    .code = 250,
			    .answer = ok,
			    .via = relay,
			    .remote_id = none};
	must(outbox_result(h->store, m, v, n, &conf, h->now, &e), &e);
	free(v);
}

/* All that is due is claimed, begun and given back; how many messages. */
static size_t
deliver(struct house *h, enum channel channel)
{
	struct messages l;
	size_t all = 0;
	struct err e;
	int r;

	while ((r = outbox_claim(h->store, channel, h->now, getpid(), AT_ONCE,
		    &l, &e)) == 1) {
		for (size_t i = 0; i < l.n; i++) {
			const struct message *m = &l.v[i];
			bool gone;

			must(outbox_begin(
				 h->store, &m, 1, "relay", h->now, &gone, &e),
			    &e);
			give_back(h, m, OUTCOME_ACCEPTED);
		}
		all += l.n;
		messages_clear(&l);
	}
	must(r, &e);
	return all;
}

/* The parts of an outage's way, in the order of the table below. */
static void
begins(struct house *h)
{
	feed_says(h, "nspop", &down, 1);
}

static void
mails(struct house *h)
{
	deliver(h, CHANNEL_MAIL);
}

static void
texts(struct house *h)
{
	deliver(h, CHANNEL_SMS);
}

static void
repeats(struct house *h)
{
	h->now += 2 * HOUR;
	turn(h);
}

static void
ends(struct house *h)
{
	h->now += 60;
	feed_says(h, "nspop", &over, 1);
}

static const struct {
	const char *name;
	void (*run)(struct house *);
} parts[] = {
    {"notice 1 is queued", begins},
    {"its mails", mails},
    {"its SMS", texts},
    {"notice 2 is queued", repeats},
    {"its mails", mails},
    {"the end is queued while SMS of notice 2 wait", ends},
    {"its mails", mails},
    {"its SMS", texts},
};

/* 10.5: of ten times as much, as nothing is quite without its first cost. */
static void
test_grows_as_they_do(void **state)
{
	struct house *h = *state;
	int64_t steps[2][LENGTH(parts)], statements[2][LENGTH(parts)];

	h->setup.conf->notices.receipts = ANSWER_YES;
	xreplace(&h->setup.conf->web.base_url, "https://alertd.example.dk");
	h->setup.conf->web.off = false;
	for (int many = 0; many < 2; many++) {
		h->now = NOW;
		people(h, many ? 10 * FEW : FEW);
		for (size_t i = 0; i < LENGTH(parts); i++) {
			memset(&cost, 0, sizeof(cost));
			parts[i].run(h);
			steps[many][i] = cost.steps;
			statements[many][i] = cost.statements;
		}
	}
	for (size_t i = 0; i < LENGTH(parts); i++) {
		print_message("%s: %lld and %lld statements, %lld and %lld "
			      "steps\n",
		    parts[i].name, (long long)statements[0][i],
		    (long long)statements[1][i], (long long)steps[0][i],
		    (long long)steps[1][i]);
		if (2 * statements[1][i] > 21 * statements[0][i])
			fail_msg("%s: statements", parts[i].name);
		if (2 * steps[1][i] > 21 * steps[0][i])
			fail_msg("%s: steps", parts[i].name);
	}
	remove_files();
}

/* --- a part of what is open ------------------------------------------------
 */

#define PARTS 6 /* that are claimed, begun and given back */
#define OF_EACH 100 /* recipients */

/* An SMS to so many of one organisation: of a new incident, or its end. */
static void
queue_one(struct house *h, int n, enum notice_type type)
{
	struct contact *v = xcalloc((size_t)n, sizeof(*v));
	struct org o = {.kind = ORG_MUNICIPALITY,
	    .code = (char[]){"00001"},
	    .name = (char[]){"Byen"},
	    .region = (char[]){""},
	    .vendor = (char[]){""}};
	struct notice notice = {.incident = 1,
	    .number = type == NOTICE_FIRST ? 1 : 2,
	    .type = type,
	    .effect = EFFECT_OUTAGE,
	    .at = h->now,
	    .next = h->now + 7200,
	    .title = (char[]){"FMK er nede"},
	    .reason = (char[]){""}};
	char none[] = "";
	struct err e;

	must(store_notice_add(h->store, &notice, &e), &e);
	for (int k = 0; k < n; k++)
		v[k] = (struct contact){.org = o.code,
		    .name = none,
		    .email = none,
		    .phone = xasprintf("+45%08d", k)};
	must(store_message_add(h->store, &notice, CHANNEL_SMS, &o, v, (size_t)n,
		 "", h->now, &e),
	    &e);
	for (int k = 0; k < n; k++)
		free(v[k].phone);
	free(v);
}

static void
open_incident(struct house *h)
{
	struct incident i;
	struct err e;

	incident_init(&i);
	i.state = INCIDENT_OPEN;
	must(store_incident_put(h->store, &i, &e), &e);
	assert_int_equal(i.id, 1);
	incident_clear(&i);
}

/* Every other part is taken, of the others each is to be tried again later. */
static void
deliver_parts(struct house *h, int64_t steps[PARTS])
{
	const struct claim c = {.channel = CHANNEL_SMS,
	    .now = h->now,
	    .worker = getpid(),
	    .messages = AT_ONCE,
	    .recipients = OF_EACH};
	struct messages l;
	struct err e;
	bool gone;

	for (size_t k = 0; k < PARTS; k++) {
		const struct message *m;

		memset(&cost, 0, sizeof(cost));
		must(outbox_claim_by(h->store, &c, &l, &e), &e);
		assert_int_equal(l.n, 1);
		assert_int_equal(l.v[0].n_to, OF_EACH);
		m = &l.v[0];
		must(
		    outbox_begin(h->store, &m, 1, "gateway", h->now, &gone, &e),
		    &e);
		give_back(
		    h, m, k % 2 == 0 ? OUTCOME_ACCEPTED : OUTCOME_TEMPFAIL);
		messages_clear(&l);
		steps[k] = cost.steps;
	}
}

/* Whatever else of the message is open, waits for another try, or is done. */
static void
test_costs_what_it_takes(void **state)
{
	static const int open[] = {PARTS * OF_EACH, 100 * PARTS * OF_EACH};
	int64_t steps[2][2 * PARTS];
	struct house *h = *state;

	for (size_t i = 0; i < LENGTH(open); i++) {
		people(h, 1);
		open_incident(h);
		queue_one(h, open[i], NOTICE_FIRST);
		deliver_parts(h, steps[i]);
		run_sql(h, "UPDATE delivery SET state = 'accepted', told = 1,"
			   " done = due");
		queue_one(h, open[i], NOTICE_RESOLVED);
		deliver_parts(h, steps[i] + PARTS);
	}
	for (size_t k = 0; k < 2 * PARTS; k++) {
		print_message("part %zu: %lld steps, %lld with %d open\n", k,
		    (long long)steps[0][k], (long long)steps[1][k], open[1]);
		if (20 * steps[1][k] > 21 * steps[0][k] ||
		    20 * steps[1][k] > 21 * steps[1][k - k % PARTS + k % 2])
			fail_msg("part %zu", k);
	}
	remove_files();
}

/* The report; the notice with its page; the claim; that it is begun. */
static void
test_waits_for_the_disk(void **state)
{
	struct house *h = *state;
	struct messages l;
	const struct message *m;
	struct err e;
	bool gone;

	people(h, 98);
	feed_says(h, "nspop", &down, 1);
	assert_int_equal(cost.fsyncs, 2);
	must(outbox_claim(
		 h->store, CHANNEL_MAIL, h->now, getpid(), AT_ONCE, &l, &e),
	    &e);
	m = &l.v[0];
	must(outbox_begin(h->store, &m, 1, "relay", h->now, &gone, &e), &e);
	assert_int_equal(cost.fsyncs, 4);
	messages_clear(&l);
	remove_files();
}

/* An open incident and its call, and nothing due. */
static void
test_rests_without_the_lock(void **state)
{
	struct house *h = *state;

	people(h, FEW);
	feed_says(h, "nspop", &down, 1);
	for (int i = 0; i < 3; i++) { /* what is old is looked at */
		h->now += 30;
		turn(h);
	}
	memset(&cost, 0, sizeof(cost));
	h->now += 30;
	turn(h);
	assert_int_equal(cost.locks, 0);
	assert_int_equal(cost.fsyncs, 0);
	assert_true(cost.statements > 0);
	remove_files();
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    CORE_TEST(test_grows_as_they_do),
	    CORE_TEST(test_costs_what_it_takes),
	    CORE_TEST(test_waits_for_the_disk),
	    CORE_TEST(test_rests_without_the_lock),
	};

	return cmocka_run_group_tests_name("cost", tests, NULL, NULL);
}
