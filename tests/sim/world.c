#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/clock.h"
#include "base/mem.h"
#include "core/slow.h"
#include "outbox/outbox.h"
#include "store/blame.h"
#include "world.h"

#define SPINS 20000 /* steps in one second that mean that nothing settles */
#define PAUSE_MOST 1200 /* between two tries: see store/queue.c */
#define LOOK_AGAIN 30 /* seconds, when what is due may not be claimed yet */
#define SETTLES (3 * 86400) /* seconds that a mended world is given */

struct world world;

/* --- the clock ------------------------------------------------------------ */

int64_t
world_wall(void)
{
	return world.now + world.skew;
}

int64_t
world_true(int64_t wall)
{
	return wall - world.skew;
}

static struct clock
made_clock(void)
{
	return (struct clock){world_wall(), world.now * 1000};
}

/* --- words ---------------------------------------------------------------- */

void
world_say(const char *fmt, ...)
{
	char when[RFC3339_SIZE];
	va_list ap;

	if (world.trace == NULL)
		return;
	fprintf(world.trace, "%s  ", format_rfc3339(world.now, when));
	va_start(ap, fmt);
	vfprintf(world.trace, fmt, ap);
	va_end(ap);
	fputc('\n', world.trace);
}

void
world_broken(int invariant, const char *fmt, ...)
{
	va_list ap;

	if (world.broken)
		return;
	world.broken = true;
	world.invariant = invariant;
	va_start(ap, fmt);
	vsnprintf(world.why, sizeof(world.why), fmt, ap);
	va_end(ap);
	world_say("BROKEN %d, %s: %s", invariant, invariant_names[invariant],
	    world.why);
}

/* --- crashes -------------------------------------------------------------- */

bool
world_dead(const struct worker_proc *w)
{
	return world.crashed || world.broken || (w != NULL && w->proc.dead);
}

void
world_may_crash(enum crash_place place, struct worker_proc *w)
{
	if (world.crash != CRASH_NONE && world.place == place)
		house_kill(world.crash, w);
}

static void
recover_from_crash(void)
{
	world.crashed = false;
	house_close();
	if (world.power)
		vfs_power_cut(&world.rng);
	world.power = false;
	world.down = true;
	world.crash = CRASH_NONE;
	vfs_arm(0, NULL, NULL, NULL);
	/* Mostly at once, as systemd does it; at times after hours. */
	world.up_at = world.now + (rng_percent(&world.rng, 90)
					  ? rng_between(&world.rng, 1, 20)
					  : rng_between(&world.rng, 60, 9000));
}

static void
come_up(void)
{
	world.down = false;
	world_say("alertd starts");
	if (house_open() == -1 && world.crashed)
		recover_from_crash();
	if (world.down)
		return;
	/* What was stored before the crash is seen only now. */
	feeds_look();
	eye_look();
}

/* --- what is done --------------------------------------------------------- */

static void
set(int64_t *what, int64_t value, const char *name)
{
	*what = value;
	world_say("reload: %s %lld s", name, (long long)value);
}

/* The configuration is read anew, with one thing changed. */
static void
reload(const struct entry *e)
{
	int64_t base = world.schedule->repeat;
	int64_t repeats[] = {base / 2, base, base, base, 86400};
	struct config *c = world.setup.conf;
	struct err err = {""};

	if (e->a < 5)
		set(&c->notices.repeat, repeats[e->a], "repeat");
	else if (e->a < 7)
		set(&c->notices.min_gap, e->a == 5 ? 600 : 1800, "min_gap");
	else if (e->a < 9)
		set(&c->notices.review, e->a == 7 ? 900 : 0, "review");
	else if (e->a == 9) {
		c->sms.off = !c->sms.off;
		world_say("reload: SMS %s", c->sms.off ? "off" : "on");
	} else {
		xreplace(&c->mail.disabled_reason,
		    *c->mail.disabled_reason == '\0' ? "not now" : "");
		world_say("reload: mail %s",
		    *c->mail.disabled_reason == '\0' ? "on" : "off");
	}
	world.channels[CHANNEL_SMS].off = c->sms.off;
	world.channels[CHANNEL_MAIL].off = *c->mail.disabled_reason != '\0';
	for (size_t i = 0; i < LENGTH(world.channels); i++)
		if (e->a >= 9)
			world.channels[i].bad = world.now;
	if (core_alarms_begin(&world.core, world_wall(), &err) == -1 &&
	    !world.crashed)
		world_broken(0, "reload: %s", err.msg);
}

static void
jump(const struct entry *e)
{
	int64_t by = e->a;

	world.skew += by;
	world.moved = world.now;
	if (by < 0)
		world.jumped = world.now;
	for (size_t i = 0; i < model.n_cases; i++)
		model.cases[i]->news = world.now;
	world_say("the clock jumps by %lld s", (long long)by);
}

static void
arm(const struct entry *e)
{
	enum crash how = (enum crash)(1 + e->a % 3);
	enum crash_place place = (enum crash_place)(e->a / 3 % 4);

	if (place > PLACE_TAKEN)
		place = PLACE_DISK;
	house_arm(how, place, e->b);
}

static void
check(const struct entry *e)
{
	struct self_check *c = &world.check;
	struct err err = {""};

	(void)e;
	for (size_t i = 0; i < LENGTH(c->alive); i++)
		c->alive[i].n = 0;
	for (size_t i = 0; i < WORKERS; i++) {
		const struct worker_proc *w = &world.workers[i];
		struct workers *l = &c->alive[w->worker.channel];

		if (!w->spare || !w->proc.dead)
			l->pid[l->n++] = w->worker.id;
	}
	if (core_check(&world.core, c, world_wall(), &err) == -1 &&
	    !world.crashed)
		world_broken(0, "self-check: %s", err.msg);
	if (!world.crashed && store_stretch(world.core.store, &err) == -1 &&
	    !world.crashed)
		world_broken(0, "log: %s", err.msg);
}

static void
act(const struct entry *e)
{
	static void (*const acts[ACTS])(const struct entry *) = {
	    [ACT_REPORT] = feeds_act,
	    [ACT_EDIT] = feeds_act,
	    [ACT_OVER] = feeds_act,
	    [ACT_REOPEN] = feeds_act,
	    [ACT_VANISH] = feeds_act,
	    [ACT_FEED_FAULT] = feeds_act,
	    [ACT_CHANNEL_FAULT] = relay_act,
	    [ACT_ADDRESS_FAULT] = relay_act,
	    [ACT_CALLBACK] = relay_callback,
	    [ACT_RELOAD] = reload,
	    [ACT_CLOCK] = jump,
	    [ACT_CRASH] = arm,
	    [ACT_CHECK] = check,
	    [ACT_SESSION] = relay_act,
	};

	world.acts[e->act]++;
	(acts[e->act] != NULL ? acts[e->act] : people_act)(e);
	world.dirty = true;
}

/* --- the turn ------------------------------------------------------------- */

/* What dead workers held is looked at, and given back: daemon/workers.c. */
static void
recover(void)
{
	int64_t alive[WORKERS], message;
	struct err e = {""};
	size_t n = 0;

	for (size_t i = 0; i < WORKERS; i++)
		if (!world.workers[i].proc.dead)
			alive[n++] = world.workers[i].worker.id;
	eye_in_doubt(alive, n);
	for (; world.n_dead > 0; world.n_dead--)
		if (store_blame(world.store, world.dead[world.n_dead - 1], true,
			&message, &e) == -1)
			return;
	if (outbox_recover(world.store, world.setup.conf->sms.on_unknown, alive,
		n, &e) >= 0)
		world.recover = false;
	eye_said_unsent();
}

/* What a slow relay keeps back goes to others. */
static int
pass_slow(int64_t *next, struct err *e)
{
	struct slow_look l = {0};

	for (size_t i = 0; i < WORKERS; i++)
		if (!world.workers[i].proc.dead)
			l.alive[world.workers[i].worker.channel]++;
	if (core_slow(&world.core, &l, world_wall(), e) == -1)
		return -1;
	for (enum channel ch = CHANNEL_MAIL; ch <= CHANNEL_SMS; ch++)
		if (l.spare[ch])
			house_spare(ch);
	clock_sooner(next, l.next);
	return 0;
}

static void
turn_core(void)
{
	int64_t next = TIME_NONE;
	struct err e = {""};

	if (world.recover)
		recover();
	world.dirty = false;
	world.turns++;
	if (core_turn(&world.core, world_wall(), &next, &e) == -1 ||
	    pass_slow(&next, &e) == -1) {
		if (!world.crashed)
			world_broken(0, "turn: %s", e.msg);
		return;
	}
	world.core_due = next == TIME_NONE ? INT64_MAX : world_true(next);
}

static int64_t messages_due(enum channel channel);

/* True when it did something. */
static bool
step_worker(struct worker_proc *w)
{
	struct err e = {""};
	int n;

	if (w->busy || world_dead(NULL))
		return false;
	if (w->proc.dead) {
		house_replace(w);
		return false;
	}
	if (w->look > world.now || w->worker.store == NULL ||
	    messages_due(w->worker.channel) > world.now)
		return false;
	w->busy = true;
	n = worker_step(&w->worker, world_wall(), &e);
	w->busy = false;
	/* As worker_main() ends when one of its sessions has died. */
	if (w->transport.died != 0 && !world_dead(w)) {
		eye_said_unsent();
		house_lose(w);
	}
	if (n == -1 && !world_dead(w))
		world_broken(0, "%s: %s", w->proc.name, e.msg);
	if (n == 0 && w->spare && !w->proc.dead)
		house_end(w);
	w->look = n > 0 ? 0 : world.now + LOOK_AGAIN;
	return n > 0;
}

static int64_t
messages_due(enum channel channel)
{
	int64_t due = TIME_NONE;
	struct err e;

	if (outbox_next(world.store, channel, &due, &e) == -1 ||
	    due == TIME_NONE)
		return INT64_MAX;
	due = world_true(due);
	/* A worker looks each minute, and sees what a clock was wrong about. */
	return due > world.now + PAUSE_MOST ? world.now : due;
}

static int64_t
sooner(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

/* When something happens next. */
static int64_t
next_time(void)
{
	const struct schedule *s = world.schedule;
	int64_t t = world.end;
	int64_t due[2];

	if (!world.settling && world.next < s->n)
		t = sooner(t, s->begins + s->v[world.next].at);
	if (world.down)
		return sooner(t, world.up_at);
	t = sooner(t, world.core_due);
	t = sooner(t, sooner(feeds_next(), people_next()));
	for (int c = 0; c < 2; c++)
		due[c] = messages_due((enum channel)c);
	for (size_t i = 0; i < WORKERS; i++) {
		struct worker_proc *w = &world.workers[i];
		int64_t at = due[w->worker.channel];

		if (w->busy || at == INT64_MAX || (w->spare && w->proc.dead))
			continue;
		t = sooner(t, at < w->look ? w->look : at);
	}
	return world.dirty || t < world.now ? world.now : t;
}

/* The schedule is over: what is broken is mended, what is open is ended. */
static void
settle(void)
{
	world.settling = true;
	world_say("all is mended");
	world.crash = CRASH_NONE;
	vfs_arm(0, NULL, NULL, NULL);
	relay_mend();
	feeds_mend();
	people_end();
	world.dirty = true;
}

static void
do_entries(void)
{
	const struct schedule *s = world.schedule;

	while (!world.settling && world.next < s->n && !world_dead(NULL) &&
	       s->begins + s->v[world.next].at <= world.now) {
		const struct entry *e = &s->v[world.next++];

		if (!world.down || e->act == ACT_CLOCK)
			act(e);
	}
	if (!world.settling && !world.down && !world_dead(NULL) &&
	    world.now >= s->begins + s->days * 86400)
		settle();
}

/*
 * until: when somebody below, who waits, goes on. Nobody begins above him after
 * that, or he would not go on while there is anything due.
 */
static void
step(int64_t until)
{
	bool more = true;

	do_entries();
	if (world.down || world_dead(NULL))
		return;
	vfs_become(&world.core_proc);
	feeds_poll();
	people_answer();
	if (!world_dead(NULL) &&
	    (world.dirty || world.core_due <= world.now || world.recover))
		turn_core();
	if (!world_dead(NULL)) {
		feeds_look();
		eye_look();
	}
	for (int k = 0; more && k < 100 && !world_dead(NULL); k++) {
		more = false;
		for (size_t i = 0; i < WORKERS && world.now <= until; i++)
			more |= step_worker(&world.workers[i]);
	}
	world.steps++;
	if (!world_dead(NULL)) {
		feeds_look();
		eye_look();
		invariants_step();
	}
}

/* Of what is open and announced. */
static void
count_days(int64_t seconds)
{
	for (size_t i = 0; i < model.n_cases; i++)
		if (model.cases[i]->state == INCIDENT_OPEN &&
		    model.cases[i]->number > 0)
			world.days_s += seconds;
}

static void
advance(int64_t until)
{
	int64_t spins = 0;

	while (world.now < until && !world_dead(NULL)) {
		int64_t t = sooner(next_time(), until);

		if (t > world.now) {
			count_days(t - world.now);
			world.now = t;
			spins = 0;
		} else if (++spins > SPINS) {
			world_broken(0, "nothing settles: time stands still");
		}
		if (world.down && world.now >= world.up_at)
			come_up();
		step(until);
		if (world.depth == 0 && world.crashed && !world.broken) {
			recover_from_crash();
		}
	}
}

void
world_pass(int64_t seconds)
{
	if (world.depth >= WORKERS)
		return;
	world.depth++;
	advance(world.now + seconds);
	world.depth--;
}

static void
begin(const struct schedule *s, FILE *trace)
{
	struct setup setup = world.setup;

	world = (struct world){.setup = setup,
	    .schedule = s,
	    .now = s->begins,
	    .end = s->begins + s->days * 86400 + SETTLES,
	    .rng = {s->seed + 77},
	    .odds = {s->seed + 7777},
	    .core_due = s->begins,
	    .jumped = INT64_MIN,
	    .moved = INT64_MIN,
	    .trace = trace};
	for (size_t i = 0; i < LENGTH(world.channels); i++)
		world.channels[i].bad = world.channels[i].held = INT64_MIN;
	clock_make(made_clock);
	chance_reset();
	model_reset();
	relay_reset();
	feeds_reset();
	people_reset();
}

void
world_run(const struct schedule *s, FILE *trace)
{
	begin(s, trace);
	house_fresh();
	house_reset();
	if (house_open() == 0) {
		eye_look();
		advance(world.end);
	}
	if (!world.broken)
		invariants_end();
	for (size_t i = 0; i < WORKERS; i++)
		vfs_kill(&world.workers[i].proc);
	vfs_kill(&world.core_proc);
	vfs_kill(&world.eye_proc);
	house_close();
	clock_make(NULL);
}
