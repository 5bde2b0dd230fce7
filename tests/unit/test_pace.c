/*
 * Unit tests of what a worker does with the rates of its ways: what waits is
 * in nobody's hands, a page goes where there is room, and so does what has
 * waited for long.
 */
#include "many.h"

#include "base/attr.h"
#include "base/clock.h"
#include "deliver/route.h"
#include "deliver/worker.h"
#include "outbox/outbox.h"
#include "store/ways.h"

#define SPAN 60000 /* ms: of a rate of so many a minute */

static struct clock made_now;

static struct clock
made_clock(void)
{
	return made_now;
}

struct made {
	struct transport base;
	bool down; /* the first way */
	int by[2]; /* messages, by each way */
};

static int
made_send(struct transport *base, const struct messages *l, sent_fn *fn,
    void *arg, struct err *e)
{
	struct made *m = (struct made *)base;

	(void)e;
	for (size_t i = 0; i < l->n; i++) {
		size_t way = transport_way(base, 0);
		int r = transport_begin_one(base, &l->v[i], way);

		if (r == 1 && way == 0 && m->down) {
			transport_failed(base, way, "no answer");
			way = 1;
			r = transport_begin_one(base, &l->v[i], way);
			if (r == -1 &&
			    transport_tell(&l->v[i], OUTCOME_TEMPFAIL,
				"no answer", "a", fn, arg) == 0)
				continue;
		}
		if (r == -1)
			return 0;
		if (r == 0)
			continue;
		m->by[way]++;
		if (transport_tell(&l->v[i], OUTCOME_ACCEPTED, "250 ok",
			"relay", fn, arg) == -1)
			return 0;
	}
	return 0;
}

static struct {
	struct made made;
	struct rate rates[2];
	struct worker w;
} h;

static int
begin(void **state)
{
	if (setup(state) != 0)
		return -1;
	memset(&h, 0, sizeof(h));
	made_now = (struct clock){T0, 5000000};
	clock_make(made_clock);
	h.made.base = (struct transport){.send = made_send, .batch = 25};
	strv_add(&h.made.base.ways, "a");
	strv_add(&h.made.base.ways, "b");
	h.rates[0] = (struct rate){3, SPAN};
	h.w = (struct worker){.store = t.s,
	    .transport = &h.made.base,
	    .channel = CHANNEL_MAIL,
	    .give_up = 3600,
	    .id = getpid(),
	    .rates = h.rates,
	    .actor = "alertd-mail"};
	return 0;
}

static int
end(void **state)
{
	clock_make(NULL);
	strv_clear(&h.made.base.ways);
	return teardown(state);
}

static void
later(int64_t ms)
{
	made_now.mono_ms += ms;
	made_now.wall += ms / 1000;
}

/* What one step does: how many by each way since the last one. */
static void
assert_step(int a, int b)
{
	int n;

	h.made.by[0] = h.made.by[1] = 0;
	n = worker_step(&h.w, made_now.wall, &t.e);
	assert_true(n >= 0);
	assert_int_equal(h.made.by[0], a);
	assert_int_equal(h.made.by[1], b);
	assert_int_equal(n, a + b);
	assert_int_equal(h.w.room_at != TIME_NONE, n == 0);
}

static void
assert_held(size_t want)
{
	struct pendings l = {0};

	OK(store_pending(t.s, CHANNEL_MAIL, &l, &t.e));
	assert_int_equal(l.n, want);
	pendings_clear(&l);
}

/* At once, then when there is room, by the clock that nobody sets. */
static void
test_waits_in_nobodys_hands(void **state)
{
	(void)state;
	h.rates[1] = (struct rate){1, SPAN};
	queue_many(ORG_MUNICIPALITY, 8, T0);
	assert_step(3, 0);
	assert_step(0, 0);
	assert_held(0);
	assert_true(h.w.room_at > made_now.mono_ms);
	assert_true(h.w.room_at <= made_now.mono_ms + SPAN + 10);
	/* It finds that what is due was queued by a clock that was ahead. */
	made_now.wall -= 86400;
	assert_int_equal(worker_step(&h.w, made_now.wall, &t.e), 0);
	assert_step(0, 0);
	made_now.mono_ms = h.w.room_at - 1;
	assert_step(0, 0);
	made_now.mono_ms = h.w.room_at;
	assert_step(3, 0);
	assert_step(0, 0);
}

static void
test_page_goes_where_there_is_room(void **state)
{
	(void)state;
	queue_many(ORG_MUNICIPALITY, 8, T0);
	assert_step(3, 0);
	assert_step(0, 0);
	/* Then what waits may go another way. */
	assert_int_equal(h.w.room_at, made_now.mono_ms + ROUTE_PATIENCE * 1000);
	queue_many(ORG_ONCALL, 2, T0);
	assert_step(0, 2);
	assert_step(0, 0);
	/* It is counted, too. */
	queue_many(ORG_ONCALL, 2, T0);
	h.rates[1] = (struct rate){3, SPAN};
	assert_step(0, 2);
	queue_many(ORG_ONCALL, 2, T0);
	assert_step(0, 1);
	assert_step(0, 0);
	later(SPAN + 10);
	assert_step(1, 0);
	assert_step(2, 0);
}

static void
test_a_minute_is_long_enough(void **state)
{
	(void)state;
	queue_many(ORG_MUNICIPALITY, 8, T0 - 30);
	h.rates[0] = (struct rate){3, 86400 * 1000};
	assert_step(3, 0);
	assert_step(0, 0);
	queue_many(ORG_MUNICIPALITY, 2, T0);
	later(30000);
	/* Of the same notice, but due since then only. */
	OK(sqlite3_exec(t.s->db,
	    "UPDATE message SET due = due + 30 WHERE id IN (7, 8);"
	    "UPDATE delivery SET due = due + 30 WHERE message IN (7, 8)",
	    NULL, NULL, NULL));
	assert_step(0, 3);
	assert_step(0, 0);
	later(30000);
	assert_step(0, 2);
	assert_step(0, 2);
}

/*
 * What the first cannot take is too much for the second: some of it goes, and
 * the rest is tried again later, not at once.
 */
static void
test_second_way_has_a_rate(void **state)
{
	(void)state;
	queue_many(ORG_MUNICIPALITY, 8, T0);
	h.rates[0] = (struct rate){0};
	h.rates[1] = (struct rate){2, SPAN};
	h.made.down = true;
	h.made.by[0] = h.made.by[1] = 0;
	assert_int_equal(worker_step(&h.w, T0, &t.e), 8);
	assert_int_equal(h.made.by[1], 2);
	assert_held(0);
	assert_int_equal(worker_step(&h.w, T0, &t.e), 0);
	assert_int_equal(h.made.by[1], 2);
}

/* Before the machine's last start it was given as many at its start. */
static void
test_restart_of_the_machine(void **state)
{
	const struct rate_use use = {SPAN / 2, 3};

	(void)state;
	queue_many(ORG_MUNICIPALITY, 8, T0);
	OK(store_rate_use(t.s, CHANNEL_MAIL, "a", use, 0, &t.e));
	OK(sqlite3_exec(
	    t.s->db, "UPDATE rate_use SET boot = 'another'", NULL, NULL, NULL));
	made_now.mono_ms = 1000;
	assert_step(0, 0);
	made_now.mono_ms = SPAN - 1;
	assert_step(0, 0);
	made_now.mono_ms = SPAN;
	assert_step(3, 0);
}

/* Tells of half of a message after 20 s, and of nothing more. */
static int
half_send(struct transport *base, const struct messages *l, sent_fn *fn,
    void *arg, struct err *e)
{
	const struct done done = {.m = &l->v[0], .part = true};
	struct round r = {.done = &done, .n_done = 1};
	struct pendings p = {0};

	assert_int_equal(transport_begin_one(base, &l->v[0], 1), 1);
	later(20000);
	assert_int_equal(transport_round(base, &r, fn, arg), 0);
	OK(store_pending(t.s, CHANNEL_MAIL, &p, e));
	assert_int_equal(p.n, 1);
	assert_int_equal(p.v[0].since, made_now.wall);
	assert_string_equal(p.v[0].way, "b");
	pendings_clear(&p);
	return 0;
}

/* Who is told of in parts is not slow while they come. */
static void
test_part_is_no_standstill(void **state)
{
	(void)state;
	queue_many(ORG_MUNICIPALITY, 1, T0);
	h.made.base.send = half_send;
	assert_int_equal(worker_step(&h.w, T0, &t.e), 1);
	assert_held(0);
}

int
main(void)
{
#define PACE(f) cmocka_unit_test_setup_teardown(f, begin, end)
	const struct CMUnitTest tests[] = {
	    PACE(test_waits_in_nobodys_hands),
	    PACE(test_page_goes_where_there_is_room),
	    PACE(test_a_minute_is_long_enough),
	    PACE(test_second_way_has_a_rate),
	    PACE(test_restart_of_the_machine),
	    PACE(test_part_is_no_standstill),
	};
#undef PACE

	return cmocka_run_group_tests_name("pace", tests, NULL, NULL);
}
