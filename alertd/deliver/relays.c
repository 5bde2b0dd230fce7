#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/wait.h>
#include <sysexits.h>
#include <unistd.h>

#include "base/attr.h"
#include "base/clock.h"
#include "base/limits.h"
#include "base/log.h"
#include "base/mem.h"
#include "deliver/frame.h"
#include "deliver/pack.h"
#include "deliver/patience.h"
#include "deliver/relays_parts.h"

#define LINGER_MS 2000 /* that sessions are kept for the next message */
#define LOOK_MS 1000 /* whether more is due */
#define EVENTS 64

/* One call of send(). */
struct run {
	struct relays *relays;
	sent_fn *fn;
	void *arg;
	bool stop; /* begin nothing more */
	bool undone; /* there was one that no relay was asked for */
	struct works over; /* not told yet */
	size_t n_over;
	struct err failed; /* why relays are down */
};

static size_t
smaller(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* --- the way of a message ------------------------------------------------- */

static void
work_free(struct work *w)
{
	job_clear(&w->job);
	free(w);
}

static void
wait_for(struct lane *lane, struct work *w, bool first)
{
	if (first)
		STAILQ_INSERT_HEAD(&lane->waiting, w, link);
	else
		STAILQ_INSERT_TAIL(&lane->waiting, w, link);
	lane->n_waiting++;
}

/* The next that waits for the relay; NULL: none does. */
static struct work *
next_waiting(struct lane *lane)
{
	struct work *w = STAILQ_FIRST(&lane->waiting);

	if (w == NULL)
		return NULL;
	STAILQ_REMOVE_HEAD(&lane->waiting, link);
	lane->n_waiting--;
	return w;
}

static void
work_over(struct run *run, struct work *w)
{
	STAILQ_INSERT_TAIL(&run->over, w, link);
	run->n_over++;
}

/*
 * It goes no further now. Free for others, as it was not told: but what a
 * relay has refused for now is not to be asked again at once.
 */
static void
work_stops(struct run *run, struct work *w)
{
	if (job_tried(&w->job))
		work_over(run, w);
	else
		work_free(w);
}

/*
 * Where it goes from here. One of which nothing was taken goes to the next
 * relay; it is over when a relay took part of it, or all have been asked.
 */
static void
work_on(struct run *run, struct work *w)
{
	struct job *j = &w->job;
	size_t way;

	if (job_count(j, ITEM_TODO) == 0 &&
	    (job_count(j, ITEM_TRIED) == 0 || job_taken(j))) {
		work_over(run, w);
	} else if (run->stop) {
		work_stops(run, w);
	} else if (lanes_next(run->relays, w, &way)) {
		job_again(j);
		wait_for(&run->relays->lanes[way], w, false);
	} else if (job_begun(j)) {
		work_over(run, w);
	} else {
		/* Untold: the caller says why. */
		run->undone = true;
		work_free(w);
	}
}

static struct work *
work_new(const struct message *m)
{
	struct work *w = xcalloc(1, sizeof(*w));

	job_init(&w->job, m);
	return w;
}

/* --- what a session says -------------------------------------------------- */

/* The items that the session was given, in their order. */
static void
apply(
    const struct relays *r, struct work *w, size_t way, const struct tidings *p)
{
	char *via = xasprintf("relay %s", relay_name(r, way));
	size_t k = 0;

	for (size_t i = 0; i < w->job.n; i++) {
		struct item *item = &w->job.items[i];
		const struct result *one;

		if (item->state != ITEM_TODO)
			continue;
		one = &p->results[k++];
		if (one->answer != NULL)
			item_set(
			    item, one->outcome, one->code, one->answer, via);
	}
	free(via);
}

/* None with it stands: what waits for it goes to the next. */
static void
lane_down(struct run *run, size_t way, const char *why)
{
	struct relays *r = run->relays;
	struct lane *lane = &r->lanes[way];
	struct work *w;
	struct err e;

	lane_put_down(lane);
	lane_bears(r, way, BEAR_GONE, 0, why);
	err_set(&e, "relay %s: %s", relay_name(r, way), why);
	log_warn("%s", e.msg);
	transport_failed(&r->transport, way, why);
	if (run->failed.msg[0] != '\0')
		err_prefix(&run->failed, "%s; ", e.msg);
	else
		run->failed = e;
	while ((w = next_waiting(lane)) != NULL) {
		w->asked |= 1U << way;
		work_on(run, w);
	}
}

/* How many sessions the relay has, or may have, beside the one that spoke. */
static size_t
others_stand(const struct lane *lane)
{
	return lane->busy + lane->standing;
}

/*
 * The session has no more than it can bear when others stand: what it was
 * given and did not begin waits for one of them. That is no failure of the
 * relay, and it ends, since each time it is one session fewer.
 */
static bool
put_back(struct run *run, size_t way, struct work *w, const struct tidings *p)
{
	struct relays *r = run->relays;
	struct lane *lane = &r->lanes[way];

	if (run->stop || others_stand(lane) == 0 || lane->down)
		return false;
	if (!(p->failed && tidings_nothing(p)) && !tidings_refused(p, true))
		return false;
	lane_bears(r, way, BEAR_REFUSED, others_stand(lane),
	    p->failed ? p->why : "it has too many");
	wait_for(lane, w, true);
	return true;
}

/* What the report means for the relay, and for the message. */
static void
judge(struct run *run, size_t way, struct work *w, const struct tidings *p)
{
	struct relays *r = run->relays;
	struct lane *lane = &r->lanes[way];

	if (put_back(run, way, w, p))
		return;
	apply(r, w, way, p);
	if (tidings_took(p)) {
		lane->took = clock_read().mono_ms;
		lane_bears(r, way, BEAR_TOOK, 0, "");
	} else if (tidings_refused(p, false))
		lane_bears(
		    r, way, BEAR_REFUSED, SIZE_MAX, "it refuses for now");
	w->asked |= 1U << way;
	if (p->failed && others_stand(lane) == 0 && !lane->down)
		lane_down(run, way, p->why);
	work_on(run, w);
}

static void
lose(struct relays *r, struct work *w, int status)
{
	struct transport *t = &r->transport;

	t->died = status;
	t->lost = xreallocarray(
	    t->lost, t->n_lost + 1, sizeof(const struct message *));
	t->lost[t->n_lost++] = w->job.m;
	work_free(w);
}

/*
 * What it had in its hands is in doubt: we end, when the others have their
 * results, so that it is found in ours, and in nobody's else.
 */
static void
has_died(struct run *run, struct session *s)
{
	struct relays *r = run->relays;
	struct lane *lane = &r->lanes[s->way];
	int status = session_kill(s);

	lane_forget(r, s);
	lane_death(r, s, status);
	if (s->work != NULL) {
		TAILQ_REMOVE(&r->busy, s, link);
		lane->busy--;
		run->stop = true;
		lose(r, s->work, status != 0 ? status : EX_SOFTWARE << 8);
	} else {
		TAILQ_REMOVE(&lane->idle, s, link);
		lane->n_idle--;
		lane->standing -= s->stands;
	}
	lane->sessions--;
	session_free(s);
}

static void
hear(struct run *run, struct session *s)
{
	struct work *w = s->work;
	struct tidings p = {0};
	struct err e;
	int r = session_hear(s);

	if (r == 0)
		return;
	if (r == 1 &&
	    unpack_tidings(s->in.data + FRAME_HEAD, s->in.len - FRAME_HEAD,
		job_count(&w->job, ITEM_TODO), &p, &e) == -1) {
		log_error("relay %s: session[%d]: %s",
		    relay_name(run->relays, s->way), (int)s->pid, e.msg);
		r = -1;
	}
	if (r == -1) {
		has_died(run, s);
		return;
	}
	s->stands = !p.failed;
	lane_heard(run->relays, s);
	lane_free(run->relays, s);
	judge(run, s->way, w, &p);
	tidings_clear(&p);
}

/* --- what a session is given ---------------------------------------------- */

static bool
pack(struct relays *r, const struct work *w)
{
	const struct message *m = w->job.m;
	bool *due = xcalloc(m->n_to + 1, sizeof(*due));

	for (size_t i = 0; i < w->job.n; i++)
		due[w->job.items[i].to - m->to] = w->job.items[i].state ==
						  ITEM_TODO;
	buf_reset(&r->packed);
	pack_message(m, due, &r->packed);
	free(due);
	return !buf_failed(&r->packed);
}

/* It is larger than any mail may be. */
static void
too_large(struct run *run, struct work *w)
{
	for (size_t i = 0; i < w->job.n; i++)
		if (w->job.items[i].state == ITEM_TODO)
			item_set(&w->job.items[i], OUTCOME_PERMFAIL, 0,
			    "the message is too large", "");
	work_on(run, w);
}

/* As a session that cannot connect. */
static void
cannot_open(struct run *run, struct work *w, size_t way, const char *why)
{
	struct tidings p = {.failed = true,
	    .why = xstrdup(why),
	    .n = job_count(&w->job, ITEM_TODO)};

	p.results = xcalloc(p.n + 1, sizeof(*p.results));
	judge(run, way, w, &p);
	tidings_clear(&p);
}

/* It is begun: what it waits for now is its session. */
static void
hand_out(struct run *run, struct work *w, size_t way)
{
	struct relays *r = run->relays;
	struct lane *lane = &r->lanes[way];
	struct session *s;
	struct err e;

	if (!pack(r, w)) {
		too_large(run, w);
		return;
	}
	s = lane_session(r, way, &e);
	if (s == NULL) {
		cannot_open(run, w, way, e.msg);
		return;
	}
	s->work = w;
	s->due = lane_patience(r);
	TAILQ_INSERT_TAIL(&r->busy, s, link);
	lane->busy++;
	if (session_give(s, &r->packed) == -1)
		has_died(run, s);
	else if (s->out.len > 0)
		lane_watch(r, s, EPOLL_CTL_MOD, true);
}

/* --- rounds --------------------------------------------------------------- */

/* What one round says; arrays with as many places as it can need. */
struct saying {
	struct round round;
	struct done *done;
	struct work **over; /* of done */
	struct going *going;
	struct work **goes; /* of going */
	size_t *room;
	bool *late;
};

static void
say_over(struct run *run, struct saying *y)
{
	struct work *w;

	y->done = xcalloc(run->n_over + 1, sizeof(*y->done));
	y->over = xcalloc(run->n_over + 1, sizeof(struct work *));
	while ((w = STAILQ_FIRST(&run->over)) != NULL) {
		STAILQ_REMOVE_HEAD(&run->over, link);
		y->over[y->round.n_done] = w;
		y->done[y->round.n_done++] = (struct done){.m = w->job.m,
		    .results = job_results(&w->job, run->failed.msg),
		    .n = w->job.n};
	}
	run->n_over = 0;
	y->round.done = y->done;
}

/* What waits, as much of it as there is room for. */
static void
say_going(struct run *run, struct saying *y)
{
	const struct relays *r = run->relays;
	size_t most = 0, n = 0;

	for (size_t i = 0; i < r->conf->n_relays; i++)
		most += smaller(lane_room(&r->lanes[i]), r->lanes[i].n_waiting);
	y->going = xcalloc(most + 1, sizeof(*y->going));
	y->goes = xcalloc(most + 1, sizeof(struct work *));
	y->room = xcalloc(r->conf->n_relays, sizeof(*y->room));
	y->late = xcalloc(r->conf->n_relays, sizeof(*y->late));
	for (size_t i = 0; i < r->conf->n_relays; i++) {
		struct lane *lane = &r->lanes[i];
		size_t left = lane_room(lane);
		struct work *w;

		for (; left > 0 && (w = next_waiting(lane)) != NULL;
		     left--, n++) {
			y->goes[n] = w;
			y->going[n] = (struct going){.m = w->job.m, .way = i};
		}
		y->room[i] = left;
		y->late[i] = lane->late;
	}
	y->round.going = y->going;
	y->round.n_going = n;
	y->round.room = y->room;
	y->round.late = y->late;
}

static void
saying_clear(struct saying *y)
{
	for (size_t i = 0; i < y->round.n_done; i++) {
		free((struct result *)(uintptr_t)y->done[i].results);
		work_free(y->over[i]);
	}
	free(y->done);
	free(y->over);
	free(y->going);
	free(y->goes);
	free(y->room);
	free(y->late);
}

/* Its rate is no fault of the relay: the next, or what the others said of it.
 */
static void
no_room(struct run *run, struct work *w, size_t way)
{
	w->asked |= 1U << way;
	/* Of one that no relay was asked for nothing is known: it waits. */
	run->stop = run->stop ||
		    (!job_tried(&w->job) && !lanes_next(run->relays, w, &way));
	work_on(run, w);
}

/* What may go does, or is free for others. */
static void
go(struct run *run, const struct saying *y)
{
	for (size_t i = 0; i < y->round.n_going; i++) {
		const struct going *u = &y->going[i];

		if (u->gone)
			work_free(y->goes[i]);
		else if (run->stop)
			work_stops(run, y->goes[i]);
		else if (u->full)
			no_room(run, y->goes[i], u->way);
		else
			hand_out(run, y->goes[i], u->way);
	}
	for (size_t i = 0; !run->stop && i < y->round.n_more; i++)
		hand_out(
		    run, work_new(y->round.more[i].m), y->round.more[i].way);
}

/* Nothing more is begun: what waits goes no further. */
static void
stop_waiting(struct run *run)
{
	struct relays *r = run->relays;

	for (size_t i = 0; i < r->conf->n_relays; i++) {
		struct work *w;

		while ((w = next_waiting(&r->lanes[i])) != NULL)
			work_stops(run, w);
	}
}

/* Tells what is over, begins what may go, and asks for more. */
static void
run_round(struct run *run)
{
	struct relays *r = run->relays;
	struct saying y = {0};

	lanes_up(r);
	say_over(run, &y);
	if (!run->stop)
		say_going(run, &y);
	if (transport_round(&r->transport, &y.round, run->fn, run->arg) == -1)
		run->stop = true;
	go(run, &y);
	saying_clear(&y);
}

/* Whether there is anything to be said without being asked. */
static bool
has_news(const struct run *run)
{
	const struct relays *r = run->relays;

	if (run->n_over > 0)
		return true;
	for (size_t i = 0; !run->stop && i < r->conf->n_relays; i++)
		if (r->lanes[i].n_waiting > 0 && lane_room(&r->lanes[i]) > 0)
			return true;
	return false;
}

/* --- silence -------------------------------------------------------------- */

/* What it was not given goes to who is not late. True when something does. */
static bool
pass_on(struct relays *r, struct lane *late)
{
	bool any = false;
	size_t way;

	for (size_t n = late->n_waiting; n > 0; n--) {
		struct work *w = next_waiting(late);
		bool quick = lanes_quick(r, w, &way);

		wait_for(quick ? &r->lanes[way] : late, w, false);
		any = any || quick;
	}
	return any;
}

/*
 * Its relay does not have the message, and gets it no more: the session dies
 * before another is asked. False: it may have it, or there is no other.
 */
static bool
take_back(struct run *run, struct session *s)
{
	struct relays *r = run->relays;
	struct lane *lane = &r->lanes[s->way];
	struct work *w = s->work;
	size_t other;

	w->lost |= 1U << s->way;
	if (!lanes_quick(r, w, &other) || !pulse_take(s->pulse)) {
		w->lost &= ~(1U << s->way);
		return false;
	}
	session_kill(s);
	lane_forget(r, s);
	TAILQ_REMOVE(&r->busy, s, link);
	lane->busy--;
	lane->sessions--;
	session_free(s);
	if (run->stop)
		work_stops(run, w);
	else
		wait_for(&r->lanes[other], w, false);
	return true;
}

/*
 * While another takes what it is given, a relay that is late has one message
 * at most: the one that shows when it is back, unless the other goes before
 * it. Whether the other does is found with one of several.
 */
static bool
is_better_off(const struct relays *r, const struct session *s)
{
	const struct lane *lane = &r->lanes[s->way], *other;
	size_t way;

	if (!lane->late || !lanes_quick(r, s->work, &way))
		return false;
	other = &r->lanes[way];
	if (other->took > s->given)
		return lane->busy > 1 || way < s->way;
	return lane->busy > 1 && other->busy + other->n_waiting == 0;
}

static bool
look_at_session(struct run *run, struct session *s, bool lost)
{
	struct relays *r = run->relays;
	size_t way = s->way;
	struct lane *lane = &r->lanes[way];
	long long id = (long long)((struct work *)s->work)->job.m->id;

	if ((!lost && !is_better_off(r, s)) || !take_back(run, s))
		return false;
	log_info(
	    "message %lld: taken back from relay %s", id, relay_name(r, way));
	if (lost && lane->late)
		lane_lost(r, way);
	return true;
}

/* Takes back what is lost; *soonest is when the next is, unless it hears. */
static bool
look_for_lost(struct run *run, int64_t now, int64_t *soonest)
{
	struct relays *r = run->relays;
	struct session *s, *next;
	bool any = false;

	for (s = TAILQ_FIRST(&r->busy); s != NULL; s = next) {
		int64_t lost = lane_lost_at(r, s, now);

		next = TAILQ_NEXT(s, link);
		if (lost > now)
			clock_sooner(soonest, lost);
		any = look_at_session(run, s, lost <= now) || any;
	}
	return any;
}

/*
 * Who has been silent for longer than usual? True when that is to be said,
 * since something goes another way now; *ms: when to listen again, if before.
 */
static bool
listen(struct run *run, int *ms)
{
	struct relays *r = run->relays;
	int64_t now = clock_read().mono_ms, soonest = TIME_NONE;
	bool news;

	/* There is nobody else. */
	if (r->conf->n_relays < 2)
		return false;
	news = lanes_listen(r, now, &soonest);
	for (size_t i = 0; i < r->conf->n_relays; i++)
		if (r->lanes[i].late && pass_on(r, &r->lanes[i]))
			news = true;
	news = look_for_lost(run, now, &soonest) || news;
	if (soonest != TIME_NONE && soonest - now < *ms)
		*ms = (int)(soonest - now);
	return news;
}

/* --- waiting -------------------------------------------------------------- */

static void
watch_worker(const struct relays *r, int op)
{
	struct epoll_event e = {.events = EPOLLIN};
	int fds[2];

	patience_fds(fds);
	for (size_t i = 0; i < LENGTH(fds); i++)
		if (fds[i] != -1)
			epoll_ctl(r->epoll, op, fds[i], &e);
}

static void
kill_hung(struct run *run)
{
	struct session *s;
	int64_t now = clock_read().mono_ms;

	while ((s = TAILQ_FIRST(&run->relays->busy)) != NULL && s->due <= now) {
		log_error("relay %s: session[%d] hangs",
		    relay_name(run->relays, s->way), (int)s->pid);
		has_died(run, s);
	}
}

static void
on_ready(struct run *run, struct session *s, uint32_t events)
{
	if ((events & EPOLLOUT) != 0) {
		int r = session_go_on(s);

		if (r == -1) {
			has_died(run, s);
			return;
		}
		if (r == 1)
			lane_watch(run->relays, s, EPOLL_CTL_MOD, false);
	}
	if ((events & ~(uint32_t)EPOLLOUT) != 0)
		hear(run, s);
}

/* Waits for sessions, or until the worker is to be asked: true. */
static bool
wait_for_news(struct run *run, int ms)
{
	struct relays *r = run->relays;
	struct epoll_event events[EVENTS];
	bool asked = false;
	int n = epoll_wait(r->epoll, events, EVENTS, ms);

	for (int i = 0; i < n; i++)
		if (events[i].data.ptr == NULL)
			asked = true;
		else
			on_ready(run, events[i].data.ptr, events[i].events);
	/* After a long time in the store, others may have said something too.
	 */
	if (n < EVENTS)
		kill_hung(run);
	lanes_reap(r);
	return asked || n == 0;
}

static bool
any_waits(const struct run *run)
{
	const struct relays *r = run->relays;
	size_t n = 0;

	for (size_t i = 0; i < r->conf->n_relays; i++)
		n += r->lanes[i].n_waiting;
	return n > 0;
}

/* One that ends takes the place of another until it is gone. */
static int
look_again(const struct relays *r)
{
	return TAILQ_EMPTY(&r->ending) ? LOOK_MS : REAP_MS;
}

static void
run_all(struct run *run)
{
	struct relays *r = run->relays;
	bool asked = false, watched = true;
	int ms;

	watch_worker(r, EPOLL_CTL_ADD);
	for (;;) {
		if (run->stop)
			stop_waiting(run);
		if (has_news(run) || asked) {
			asked = false;
			run_round(run);
			continue;
		}
		if (watched && run->stop)
			watch_worker(r, EPOLL_CTL_DEL);
		watched = watched && !run->stop;
		if (TAILQ_EMPTY(&r->busy) && !any_waits(run))
			break;
		ms = look_again(r);
		asked = (listen(run, &ms) || wait_for_news(run, ms)) &&
			!run->stop;
	}
	if (watched)
		watch_worker(r, EPOLL_CTL_DEL);
}

int
relays_send(struct transport *t, const struct messages *l, sent_fn *fn,
    void *arg, struct err *e)
{
	struct relays *r = (struct relays *)t;
	struct run run = {.relays = r,
	    .fn = fn,
	    .arg = arg,
	    .over = STAILQ_HEAD_INITIALIZER(run.over)};

	r->rest = 0;
	(void)wait_for_news(&run, 0); /* who has died since is not given any */
	lanes_begin(r);
	for (size_t i = 0; i < l->n; i++)
		work_on(&run, work_new(&l->v[i]));
	run_all(&run);
	r->rest = clock_read().mono_ms + LINGER_MS;
	if (!run.undone || run.stop)
		return 0;
	return err_set(e, "%s", run.failed.msg);
}
