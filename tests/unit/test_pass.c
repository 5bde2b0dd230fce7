/*
 * Unit tests of outbox/pass.c and deliver/route.c: what a slow or dead relay
 * keeps back is sent by others, and nothing is sent twice.
 */
#include "many.h"

#include <fcntl.h>
#include <sys/wait.h>

#include "base/attr.h"
#include "base/log.h"
#include "deliver/route.h"
#include "outbox/outbox.h"
#include "outbox/pass.h"
#include "store/audit.h"
#include "store/ways.h"

#define MANY 12
#define SLOW 10
#define PEOPLE 2000 /* ids of messages are below */

/* --- a made transport ----------------------------------------------------- */

struct made;
typedef void hook_fn(struct made *m, const struct message *what, size_t way);

/* Two relays, "a" and "b", that take everything unless they are down. */
struct made {
	struct transport base;
	bool down[2];
	hook_fn *hook; /* after it was begun, before it is taken */
	int sent[2][PEOPLE];
	int log; /* where ids go, too; 0 = nowhere */
};

static void
take(struct made *m, const struct message *what, size_t way)
{
	char line[32];
	int n = snprintf(line, sizeof(line), "%d\n", (int)what->id);

	if (m->hook != NULL)
		m->hook(m, what, way);
	m->sent[way][what->id]++;
	if (m->log == 0)
		return;
	assert_int_equal(write(m->log, line, (size_t)n), n);
	usleep(1000); /* the others get the lock of the store */
}

static int
made_send(struct transport *base, const struct messages *l, sent_fn *fn,
    void *arg, struct err *e)
{
	struct made *m = (struct made *)base;
	bool told[PEOPLE] = {false};

	(void)e;
	for (size_t k = 0; k == 0 || k < base->ways.n; k++) {
		size_t way = transport_way(base, k);

		for (size_t i = 0; i < l->n; i++) {
			int r;

			if (told[i])
				continue;
			r = transport_begin_one(base, &l->v[i], way);
			if (r == -1)
				return 0;
			told[i] = r == 0;
			if (r == 1 && m->down[way]) {
				transport_failed(base, way, "no answer");
				break;
			}
			if (r == 0)
				continue;
			take(m, &l->v[i], way);
			told[i] = true;
			if (transport_tell(&l->v[i], OUTCOME_ACCEPTED, "250 ok",
				"relay", fn, arg) == -1)
				return 0;
		}
	}
	return err_set(e, "no relay");
}

static void
made_open(struct made *m)
{
	*m = (struct made){.base = {.send = made_send, .batch = 25}};
	strv_add(&m->base.ways, "a");
	strv_add(&m->base.ways, "b");
}

static struct worker
worker(struct store *s, struct made *m, int64_t id)
{
	return (struct worker){.store = s,
	    .transport = &m->base,
	    .channel = CHANNEL_MAIL,
	    .give_up = 3600,
	    .id = id,
	    .actor = "alertd-mail"};
}

/* --- what is to be sent --------------------------------------------------- */

static void
queue(int n)
{
	queue_many(ORG_MUNICIPALITY, n, T0);
}

static int
count(enum delivery_state state)
{
	struct outbox_counts c;

	OK(store_outbox_counts(t.s, 0, 0, &c, &t.e));
	return (int)c.n[CHANNEL_MAIL][state];
}

static struct passing
pass_at(struct store *s, int64_t now)
{
	struct passing p;

	OK(outbox_pass(s, CHANNEL_MAIL, SLOW, now, &p, &t.e));
	return p;
}

static enum way_state
state_of(const char *name)
{
	enum way_state state;
	struct way w;

	OK(store_way_get(t.s, CHANNEL_MAIL, name, &w, &t.e));
	state = w.state;
	way_clear(&w);
	return state;
}

static int
sent_by(const struct made *m, size_t way)
{
	int n = 0;

	for (size_t i = 0; i < PEOPLE; i++)
		n += m->sent[way][i];
	return n;
}

static void
each_once(int n, const struct made *v, size_t workers)
{
	int total = 0;

	for (size_t id = 0; id < PEOPLE; id++) {
		int copies = 0;

		for (size_t k = 0; k < workers; k++)
			copies += v[k].sent[0][id] + v[k].sent[1][id];
		assert_in_range(copies, 0, 1);
		total += copies;
	}
	assert_int_equal(total, n);
}

/* --- passing over --------------------------------------------------------- */

static struct made two[2];
static struct store *other, *core;

/* Relay a has the first message: the core passes over, another worker sends. */
static void
while_slow(struct made *m, const struct message *what, size_t way)
{
	struct worker second = worker(other, &two[1], 8);
	struct passing p;

	assert_int_equal(way, 0);
	m->hook = NULL;
	p = pass_at(core, T0 + SLOW - 1);
	assert_true(p.released == 0 && p.busy == 0);
	assert_int_equal(p.next, T0 + SLOW);
	p = pass_at(core, T0 + SLOW);
	assert_int_equal(p.released, MANY - 1);
	assert_true(p.busy == 1 && p.waits);
	assert_int_equal(state_of("a"), WAY_ASIDE);
	/* Told once. */
	p = pass_at(core, T0 + SLOW + 1);
	assert_int_equal(p.released, 0);
	assert_int_equal(worker_step(&second, T0 + SLOW, &t.e), MANY - 1);
	assert_int_equal(sent_by(&two[1], 1), MANY - 1);
	p = pass_at(core, T0 + SLOW + 1);
	assert_true(p.busy == 1 && !p.waits && p.next == TIME_NONE);
	assert_int_equal(count(DELIVERY_SENDING), 1);
	assert_int_equal(what->worker, 7);
}

static void
open_two(void)
{
	made_open(&two[0]);
	made_open(&two[1]);
	other = store_open(t.path, false, &t.e);
	core = store_open(t.path, false, &t.e);
	assert_true(other != NULL && core != NULL);
}

static void
close_two(void)
{
	strv_clear(&two[0].base.ways);
	strv_clear(&two[1].base.ways);
	store_close(other);
	store_close(core);
}

static void
test_passed_over(void **state)
{
	struct worker first;

	(void)state;
	open_two();
	first = worker(t.s, &two[0], 7);
	queue(MANY);
	two[0].hook = while_slow;
	assert_int_equal(worker_step(&first, T0, &t.e), MANY);
	each_once(MANY, two, 2);
	assert_int_equal(sent_by(&two[0], 0), 1);
	assert_int_equal(count(DELIVERY_ACCEPTED), MANY);
	/* What it took after all was begun before it was found slow. */
	assert_int_equal(state_of("a"), WAY_ASIDE);
	assert_int_equal(worker_step(&first, T0 + 300, &t.e), 0);
	close_two();
}

/* --- back again ----------------------------------------------------------- */

/* The one message tries a; whoever else has something goes by b. */
static void
while_tried(struct made *m, const struct message *what, size_t way)
{
	struct worker second = worker(other, &two[1], 8);
	int64_t now = T0 + SLOW + WAY_PAUSE_FIRST;

	(void)what;
	m->hook = NULL;
	assert_int_equal(way, 0);
	assert_int_equal(state_of("a"), WAY_TRIED);
	assert_int_equal(worker_step(&second, now, &t.e), MANY - 1);
	assert_int_equal(sent_by(&two[1], 1), MANY - 1);
}

static void
put_aside(const char *way, int64_t now)
{
	const struct learnt l = {
	    CHANNEL_MAIL, way, WAY_SLOW, "no answer", "alertd", now - SLOW};

	OK(outbox_learn(t.s, &l, now, &t.e));
	assert_int_equal(state_of(way), WAY_ASIDE);
}

static void
test_back_again(void **state)
{
	int64_t now = T0 + SLOW + WAY_PAUSE_FIRST;
	struct worker first;

	(void)state;
	open_two();
	first = worker(t.s, &two[0], 7);
	put_aside("a", T0 + SLOW);
	/* Nothing is due: nothing tries it. */
	assert_int_equal(worker_step(&first, now, &t.e), 0);
	assert_int_equal(state_of("a"), WAY_ASIDE);
	queue(MANY);
	two[0].hook = while_tried;
	assert_int_equal(worker_step(&first, now, &t.e), 1);
	assert_int_equal(state_of("a"), WAY_WELL);
	each_once(MANY, two, 2);
	queue(MANY);
	assert_int_equal(worker_step(&first, now, &t.e), MANY);
	assert_int_equal(sent_by(&two[0], 0), 1 + MANY);
	close_two();
}

/* It is b's time from now on, and b that is slow if anything is. */
static void
while_second(struct made *m, const struct message *what, size_t way)
{
	struct pendings l = {0};

	m->hook = NULL;
	assert_int_equal(way, 1);
	OK(store_pending(core, CHANNEL_MAIL, &l, &t.e));
	assert_int_equal(l.n, 1);
	assert_int_equal(l.v[0].message, what->id);
	assert_true(l.v[0].begun);
	assert_string_equal(l.v[0].way, "b");
	pendings_clear(&l);
}

/* Tried in vain: the message goes by the next at once, and a waits longer. */
static void
test_tried_in_vain(void **state)
{
	int64_t now = T0 + SLOW + WAY_PAUSE_FIRST;
	struct worker first;
	struct way w;

	(void)state;
	open_two();
	first = worker(t.s, &two[0], 7);
	two[0].down[0] = true;
	two[0].hook = while_second;
	put_aside("a", T0 + SLOW);
	queue(MANY);
	assert_int_equal(worker_step(&first, now, &t.e), 1);
	assert_int_equal(sent_by(&two[0], 1), 1);
	OK(store_way_get(t.s, CHANNEL_MAIL, "a", &w, &t.e));
	assert_int_equal(w.until, now + 2 * WAY_PAUSE_FIRST);
	assert_string_equal(w.why, "no answer");
	way_clear(&w);
	assert_int_equal(worker_step(&first, now, &t.e), MANY - 1);
	each_once(MANY, two, 2);
	close_two();
}

/* A page to the on-call goes by what is well. */
static void
test_page_tries_nothing(void **state)
{
	int64_t now = T0 + SLOW + WAY_PAUSE_FIRST;
	struct worker first;

	(void)state;
	open_two();
	first = worker(t.s, &two[0], 7);
	put_aside("a", T0 + SLOW);
	queue_many(ORG_ONCALL, 1, T0);
	assert_int_equal(worker_step(&first, now, &t.e), 1);
	assert_int_equal(sent_by(&two[0], 1), 1);
	assert_int_equal(state_of("a"), WAY_ASIDE);
	queue(1);
	assert_int_equal(worker_step(&first, now, &t.e), 1);
	assert_int_equal(sent_by(&two[0], 0), 1);
	assert_int_equal(state_of("a"), WAY_WELL);
	close_two();
}

static void
page(struct made *m, const struct message *what, size_t way)
{
	(void)what;
	(void)way;
	m->hook = NULL;
	queue_many(ORG_ONCALL, 1, T0);
}

/* Who has many in his hands sends it next; the rest is free at once. */
static void
test_page_goes_before_the_rest(void **state)
{
	struct worker first;

	(void)state;
	open_two();
	first = worker(t.s, &two[0], 7);
	queue(MANY);
	two[0].hook = page;
	assert_int_equal(worker_step(&first, T0, &t.e), MANY);
	assert_int_equal(sent_by(&two[0], 0), 1);
	assert_int_equal(count(DELIVERY_QUEUED), MANY);
	assert_int_equal(worker_step(&first, T0, &t.e), 1);
	assert_int_equal(two[0].sent[0][MANY + 1], 1);
	assert_int_equal(worker_step(&first, T0, &t.e), MANY - 1);
	assert_int_equal(sent_by(&two[0], 0), MANY + 1);
	assert_int_equal(count(DELIVERY_ACCEPTED), MANY + 1);
	close_two();
}

/* One that fails is known to all; when none is well, one message at a time. */
static void
test_none_is_well(void **state)
{
	struct worker first, second;

	(void)state;
	open_two();
	first = worker(t.s, &two[0], 7);
	second = worker(other, &two[1], 8);
	two[0].down[0] = two[0].down[1] = true;
	queue(MANY);
	assert_int_equal(worker_step(&first, T0, &t.e), MANY);
	assert_int_equal(count(DELIVERY_QUEUED), MANY);
	assert_int_equal(state_of("a"), WAY_ASIDE);
	assert_int_equal(state_of("b"), WAY_ASIDE);
	queue(2);
	assert_int_equal(worker_step(&second, T0, &t.e), 1);
	/* What took it is well; the rest goes by it. */
	assert_int_equal(sent_by(&two[1], 0), 1);
	assert_int_equal(state_of("a"), WAY_WELL);
	assert_int_equal(state_of("b"), WAY_ASIDE);
	close_two();
}

/* --- what is under way ---------------------------------------------------- */

static const struct message *
claim(struct messages *l, int64_t worker_id)
{
	assert_int_equal(
	    outbox_claim(t.s, CHANNEL_MAIL, T0, worker_id, 25, l, &t.e), 1);
	return &l->v[0];
}

/* By the next relay it has as long again. */
static void
test_other_way(void **state)
{
	struct messages l;
	const struct message *m;
	bool gone = true;

	(void)state;
	queue(1);
	m = claim(&l, 7);
	assert_int_equal(pass_at(t.s, T0 + 100).next, T0 + 100 + SLOW);
	OK(outbox_begin(t.s, &m, 1, "a", T0 + 100, &gone, &t.e));
	assert_false(gone);
	assert_int_equal(pass_at(t.s, T0 + 100 + SLOW).busy, 1);
	assert_int_equal(state_of("a"), WAY_ASIDE);
	OK(outbox_begin(t.s, &m, 1, "b", T0 + 160, &gone, &t.e));
	assert_int_equal(pass_at(t.s, T0 + 160).busy, 0);
	assert_int_equal(state_of("b"), WAY_WELL);
	assert_int_equal(pass_at(t.s, T0 + 160 + SLOW).busy, 1);
	assert_int_equal(state_of("b"), WAY_ASIDE);
	messages_clear(&l);
}

/* Between the two whichever comes first counts, and the other finds it. */
static void
test_begun_or_given(void **state)
{
	const struct message *v[2];
	struct messages l, again;
	bool gone[2];

	(void)state;
	queue(3);
	claim(&l, 7);
	assert_int_equal(l.n, 3);
	v[0] = &l.v[0];
	v[1] = &l.v[1];
	OK(outbox_begin(t.s, v, 2, "a", T0, gone, &t.e));
	assert_int_equal(pass_at(t.s, T0 + SLOW).released, 1);
	v[1] = &l.v[2];
	OK(outbox_begin(t.s, v, 2, "b", T0 + SLOW, gone, &t.e));
	assert_true(!gone[0] && gone[1]);
	/* It is another's, and stays so whatever the first still says. */
	assert_int_equal(claim(&again, 8)->id, l.v[2].id);
	OK(outbox_begin(t.s, v, 2, "b", T0 + SLOW, gone, &t.e));
	assert_true(!gone[0] && gone[1]);
	OK(outbox_release(t.s, v[1], &t.e));
	assert_int_equal(count(DELIVERY_SENDING), 3);
	v[0] = &again.v[0];
	OK(outbox_begin(t.s, v, 1, "b", T0 + SLOW, gone, &t.e));
	assert_false(gone[0]);
	messages_clear(&l);
	messages_clear(&again);
}

static void
test_names_nobody(void **state)
{
	const struct learnt l = {CHANNEL_SMS, "kannel", WAY_FAILED,
	    "450 <anna@example.dk>: +4500000001 is  unknown", "alertd-sms", T0};
	struct audits log = {0};
	struct way w;

	(void)state;
	OK(outbox_learn(t.s, &l, T0, &t.e));
	OK(store_way_get(t.s, CHANNEL_SMS, "kannel", &w, &t.e));
	assert_string_equal(w.why, "450 ... ... is  unknown");
	way_clear(&w);
	OK(store_audits(t.s, 0, 1, &log, &t.e));
	assert_string_equal(log.v[0].action, "gateway.aside");
	assert_string_equal(log.v[0].object, "gateway kannel");
	assert_string_equal(log.v[0].detail, "for 1m: 450 ... ... is  unknown");
	audits_clear(&log);
}

/* --- for real ------------------------------------------------------------- */

/* Until nothing is left for it, though the core passes it over all the time. */
static void
work(int log)
{
	static struct made m;
	struct worker w;
	int idle = 0, n;

	/* No relays that could be put aside: it takes as many as ever. */
	m.base = (struct transport){.send = made_send, .batch = 8};
	m.log = log;
	w = worker(store_open(t.path, false, &t.e), &m, getpid());
	while (idle < 20) {
		n = worker_step(&w, clock_read().wall, &t.e);
		idle = n > 0 ? 0 : idle + 1;
		if (n <= 0)
			usleep(2000);
	}
	_exit(n == 0 ? 0 : 1);
}

static void
each_is_logged_once(const char *path, int n)
{
	int seen[PEOPLE] = {0}, id, total = 0;
	FILE *f = fopen(path, "r");

	assert_non_null(f);
	while (fscanf(f, "%d", &id) == 1) {
		total++;
		assert_int_equal(seen[id]++, 0);
	}
	fclose(f);
	assert_int_equal(total, n);
}

/*
 * Three processes send; here everything that is under way is slow at once, so
 * that messages are given back between any two steps of theirs.
 */
static void
test_race(void **state)
{
	enum { N = 60, WORKERS = 3 };
	struct passing p;
	size_t released = 0;
	char path[128];
	int log, status, left = WORKERS;

	(void)state;
	snprintf(path, sizeof(path), "%s/sent", t.dir);
	log = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
	assert_true(log > 2);
	queue(N);
	store_close(t.s);
	for (int i = 0; i < WORKERS; i++)
		if (fork() == 0)
			work(log);
	t.s = store_open(t.path, false, &t.e);
	store_patience(t.s, 0);
	while (left > 0) {
		int64_t began = clock_read().mono_ms;

		/* Who waits for the lock with patience seldom gets it. */
		if (outbox_pass(
			t.s, CHANNEL_MAIL, 0, clock_read().wall, &p, &t.e) == 0)
			released += p.released;
		/* The others have twice as long. */
		usleep(200 + 2000 * (useconds_t)(clock_read().mono_ms - began));
		while (left > 0 && waitpid(-1, &status, WNOHANG) > 0) {
			assert_int_equal(status, 0);
			left--;
		}
	}
	close(log);
	each_is_logged_once(path, N);
	unlink(path);
	assert_int_equal(count(DELIVERY_ACCEPTED), N);
	/* Else nothing was shown. */
	assert_true(released > 0);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
	    TEST(test_passed_over),
	    TEST(test_back_again),
	    TEST(test_tried_in_vain),
	    TEST(test_page_tries_nothing),
	    TEST(test_page_goes_before_the_rest),
	    TEST(test_none_is_well),
	    TEST(test_other_way),
	    TEST(test_begun_or_given),
	    TEST(test_names_nobody),
	    TEST(test_race),
	};

	log_open("test_pass", LOG_LEVEL_ERROR);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
