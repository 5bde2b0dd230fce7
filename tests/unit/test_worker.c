/*
 * Unit tests of the loop of a worker, while the store fails: time is made,
 * since poll() of this file is the one that it calls.
 */
/* What poll() is there is an inline function, and ours would be one, too. */
#undef _FORTIFY_SOURCE
#include "store_house.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "deliver/worker.h"
#include "outbox/outbox.h"
#include "store/messages.h"
#include "store/sql.h"

#define LONG 10 /* waits, each longer than the one before */

static struct {
	int waits; /* until now */
	int until; /* the store is well again */
	int sent;
} made;

static void
run_sql(const char *sql)
{
	assert_true(sql_run(t.s, &t.e, "test", sql, "") != -1);
}

static void
store_fails(int waits)
{
	made.waits = made.sent = 0;
	made.until = waits;
	run_sql("CREATE TRIGGER full BEFORE UPDATE OF state ON delivery"
		" WHEN NEW.state = 'accepted' BEGIN"
		" SELECT raise(ABORT, 'the disk is full'); END");
}

static int
made_send(struct transport *base, const struct messages *l, sent_fn *fn,
    void *arg, struct err *e)
{
	(void)e;
	for (size_t i = 0; i < l->n; i++) {
		assert_int_equal(transport_begin_one(base, &l->v[i], 0), 1);
		made.sent++;
		if (transport_tell(&l->v[i], OUTCOME_ACCEPTED, "250 ok",
			"relay", fn, arg) == -1)
			break;
	}
	return 0;
}

static void
queue(void)
{
	struct incident i = sample();
	struct notice n = {.number = 1,
	    .type = NOTICE_FIRST,
	    .at = T0,
	    .next = TIME_NONE,
	    .title = S("FMK er nede"),
	    .reason = S("")};
	struct org o = {0, ORG_MUNICIPALITY, S("0101"), S("København"), S(""),
	    S(""), S(""), CHOICE_DEFAULT};
	struct contact c = {1, S("0101"), S(""), S("p@example.dk"), S(""), true,
	    S(""), CHOICE_DEFAULT};

	i.state = INCIDENT_OPEN;
	i.over = false;
	OK(store_incident_put(t.s, &i, &t.e));
	n.incident = i.id;
	OK(store_notice_add(t.s, &n, &t.e));
	assert_int_equal(store_message_add(
			     t.s, &n, CHANNEL_MAIL, &o, &c, 1, "m-1", T0, &t.e),
	    1);
	incident_clear(&i);
}

/* Nobody says anything; what only looks does not wait. */
int
poll(struct pollfd *fds, nfds_t n, int ms)
{
	for (nfds_t i = 0; i < n; i++)
		fds[i].revents = 0;
	if (ms > 0 && ++made.waits == made.until)
		run_sql("DROP TRIGGER full");
	return 0;
}

/* Drains; wake: somebody could tell it to end. */
static int
drain(bool wake)
{
	struct transport relay = {.send = made_send, .batch = 1};
	struct worker w = {.store = t.s,
	    .transport = &relay,
	    .channel = CHANNEL_MAIL,
	    .give_up = 3600,
	    .id = getpid(),
	    .actor = "alertd-mail"};
	int pair[2], r;

	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, pair), 0);
	r = worker_run(&w, wake ? pair[0] : -1, true, &t.e);
	close(pair[0]);
	close(pair[1]);
	return r;
}

static int
count(enum delivery_state state)
{
	struct outbox_counts c;

	OK(store_outbox_counts(t.s, 0, 0, &c, &t.e));
	return (int)c.n[CHANNEL_MAIL][state];
}

/* A spare worker of the daemon: what it forgot would be sent twice. */
static void
test_spare_worker_does_not_forget(void **state)
{
	(void)state;
	queue();
	store_fails(LONG);
	assert_int_equal(drain(true), 0);
	assert_int_equal(made.waits, LONG);
	assert_int_equal(made.sent, 1);
	assert_int_equal(count(DELIVERY_ACCEPTED), 1);
}

/* Of alertctl, nobody could: it ends, and says so. */
static void
test_alertctl_is_not_kept(void **state)
{
	(void)state;
	queue();
	store_fails(LONG);
	assert_int_equal(drain(false), -1);
	assert_true(made.waits < LONG);
	assert_non_null(strstr(t.e.msg, "the disk is full"));
	assert_int_equal(made.sent, 1);
	run_sql("DROP TRIGGER full");
	assert_int_equal(
	    outbox_recover(t.s, ON_UNKNOWN_AGAIN, NULL, 0, &t.e), 1);
	assert_int_equal(count(DELIVERY_UNKNOWN), 1);
}

/* So many more times that commits are to wait for the disk again. */
static int
refuse_full(void *arg, int what, const char *a, const char *b, const char *c,
    const char *d)
{
	int *times = arg;

	(void)c;
	(void)d;
	if (what != SQLITE_PRAGMA || !str_eq(a, "synchronous") ||
	    !str_eq(b, "FULL") || *times == 0)
		return SQLITE_OK;
	--*times;
	return SQLITE_DENY;
}

/* What is claimed, though not as it is to be, is not kept by nobody. */
static void
test_claim_that_fails_late(void **state)
{
	struct transport relay = {.send = made_send, .batch = 1};
	struct worker w = {.store = t.s,
	    .transport = &relay,
	    .channel = CHANNEL_MAIL,
	    .give_up = 3600,
	    .id = getpid(),
	    .actor = "alertd-mail"};
	int times = 1;

	(void)state;
	made.sent = 0;
	queue();
	sqlite3_set_authorizer(t.s->db, refuse_full, &times);
	assert_int_equal(worker_step(&w, T0, &t.e), -1);
	assert_int_equal(times, 0);
	assert_int_equal(made.sent, 0);
	assert_int_equal(worker_step(&w, T0, &t.e), 1);
	assert_int_equal(made.sent, 1);
	assert_int_equal(count(DELIVERY_ACCEPTED), 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		test_spare_worker_does_not_forget, setup, teardown),
	    cmocka_unit_test_setup_teardown(
		test_alertctl_is_not_kept, setup, teardown),
	    cmocka_unit_test_setup_teardown(
		test_claim_that_fails_late, setup, teardown),
	};

	return cmocka_run_group_tests_name("worker", tests, NULL, NULL);
}
