#include <poll.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/wait.h>
#include <time.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/str.h"
#include "deliver/monitor.h"
#include "deliver/patience.h"
#include "deliver/relays_parts.h"
#include "outbox/way.h"

#define DOWN_MS (WAY_PAUSE_FIRST * 1000)
#define SPARE_MS 90000 /* what a session takes beyond a relay's time */
#define READY_MS 2000 /* that sessions are kept for their first message */
#define CLOSE_MS 3000 /* for all to say QUIT */
#define END_MS 10000 /* for one; it counts as a session until it is gone */

const char *
relay_name(const struct relays *r, size_t way)
{
	return r->transport.ways.v[way];
}

void
lanes_open(struct relays *r)
{
	size_t n = r->conf->n_relays;

	r->lanes = xcalloc(n, sizeof(*r->lanes));
	for (size_t i = 0; i < n; i++) {
		struct lane *lane = &r->lanes[i];

		pace_init(&lane->pace);
		bear_init(&lane->bear, (size_t)r->conf->relays[i].sessions);
		TAILQ_INIT(&lane->idle);
		STAILQ_INIT(&lane->waiting);
		if (lane->bear.most > r->transport.batch)
			r->transport.batch = lane->bear.most;
	}
}

void
lanes_begin(struct relays *r)
{
	for (size_t i = 0; i < r->conf->n_relays; i++) {
		struct lane *lane = &r->lanes[i];

		lane->down = lane->late = lane->lost = false;
		pace_fade(&lane->pace);
	}
}

bool
lanes_quick(const struct relays *r, const struct work *w, size_t *way)
{
	for (size_t i = 0; i < r->conf->n_relays; i++) {
		const struct lane *lane;

		*way = transport_way(&r->transport, i);
		lane = &r->lanes[*way];
		if (((w->asked | w->lost) & 1U << *way) == 0 && !lane->down &&
		    !lane->late)
			return true;
	}
	return false;
}

bool
lanes_next(const struct relays *r, const struct work *w, size_t *way)
{
	if (lanes_quick(r, w, way))
		return true;
	for (size_t i = 0; i < r->conf->n_relays; i++) {
		*way = transport_way(&r->transport, i);
		if ((w->asked & 1U << *way) == 0 && !r->lanes[*way].down)
			return true;
	}
	return false;
}

/* --- silence -------------------------------------------------------------- */

static int64_t
later(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

/* The silence of a lane's busy sessions, while it is counted together. */
struct hush {
	int64_t given; /* the first message that is in its hands */
	int64_t patience;
};

static void
hear_session(const struct relays *r, const struct session *s, struct hush *h,
    int64_t now)
{
	struct lane *lane = &r->lanes[s->way];
	enum pace_stage stage = pulse_stage_now(s->pulse);

	if (h->given == TIME_NONE || s->given < h->given)
		h->given = s->given;
	lane->heard = later(lane->heard, pulse_at(s->pulse, now));
	h->patience = later(
	    h->patience, pace_late(&lane->pace, stage, &r->pace));
}

/* True when it has become late, or is not any more. */
static bool
lane_listen(struct relays *r, size_t way, const struct hush *h, int64_t now,
    int64_t *soonest)
{
	struct lane *lane = &r->lanes[way];
	bool was = lane->late;

	/* From when it had something to say. */
	if (lane->busy > 0)
		lane->heard = later(lane->heard, h->given);
	lane->late = lane->busy > 0 && lane->heard + h->patience <= now;
	lane->lost = lane->lost && lane->late;
	if (lane->busy > 0 && !lane->late)
		clock_sooner(soonest, lane->heard + h->patience);
	if (lane->late && !was)
		log_info(
		    "relay %s: silent for %lld ms: others get what it has not",
		    relay_name(r, way), (long long)(now - lane->heard));
	return lane->late != was;
}

bool
lanes_listen(struct relays *r, int64_t now, int64_t *soonest)
{
	size_t n = r->conf->n_relays;
	struct hush *h = xcalloc(n, sizeof(*h));
	const struct session *s;
	bool news = false;

	for (size_t i = 0; i < n; i++)
		h[i].given = TIME_NONE;
	TAILQ_FOREACH(s, &r->busy, link)
	hear_session(r, s, &h[s->way], now);
	for (size_t i = 0; i < n; i++)
		news = lane_listen(r, i, &h[i], now, soonest) || news;
	free(h);
	return news;
}

void
lane_lost(struct relays *r, size_t way)
{
	struct lane *lane = &r->lanes[way];
	char *span, *why;

	if (lane->lost)
		return;
	lane->lost = true;
	pace_init(&lane->pace);
	span = format_duration((clock_read().mono_ms - lane->heard) / 1000);
	why = xasprintf("no sign of it for %s", span);
	transport_failed(&r->transport, way, why);
	free(why);
	free(span);
}

int64_t
lane_lost_at(const struct relays *r, const struct session *s, int64_t now)
{
	return later(s->given, pulse_at(s->pulse, now)) +
	       pace_lost(
		   &r->lanes[s->way].pace, pulse_stage_now(s->pulse), &r->pace);
}

void
lane_heard(struct relays *r, const struct session *s)
{
	struct lane *lane = &r->lanes[s->way];

	lane->heard = clock_read().mono_ms;
	for (enum pace_stage i = PACE_OPENING; s->stands && i <= PACE_SENDING;
	     i++) {
		int64_t longest = pulse_longest(s->pulse, i);

		if (longest > 0)
			pace_heard(&lane->pace, i, longest);
	}
}

/* --- sessions ------------------------------------------------------------- */

size_t
lane_room(const struct lane *lane)
{
	size_t taken = lane->sessions - lane->n_idle;

	return lane->down || lane->late || taken >= lane->bear.sessions
		   ? 0
		   : lane->bear.sessions - taken;
}

void
lane_put_down(struct lane *lane)
{
	lane->down = true;
	lane->up = clock_read().mono_ms + DOWN_MS;
}

void
lanes_up(struct relays *r)
{
	int64_t now = clock_read().mono_ms;

	for (size_t i = 0; i < r->conf->n_relays; i++)
		if (now >= r->lanes[i].up)
			r->lanes[i].down = false;
}

int64_t
lane_patience(const struct relays *r)
{
	int ms = (int)r->conf->timeout * 1000;

	return clock_read().mono_ms + monitor_message_timeout(ms) +
	       monitor_body_timeout(ms) + ms + SPARE_MS;
}

void
lane_watch(const struct relays *r, struct session *s, int op, bool writing)
{
	struct epoll_event e = {
	    .events = EPOLLIN | (writing ? EPOLLOUT : 0U), .data.ptr = s};

	epoll_ctl(r->epoll, op, s->fd, &e);
}

/*
 * By itself it leaves the epoll only when all have closed it, and a session
 * that was just forked has not yet: we would hear of what is freed.
 */
void
lane_forget(const struct relays *r, const struct session *s)
{
	epoll_ctl(r->epoll, EPOLL_CTL_DEL, s->fd, NULL);
}

static struct session *
lane_idle(struct lane *lane)
{
	struct session *s = TAILQ_FIRST(&lane->idle);

	if (s != NULL) {
		TAILQ_REMOVE(&lane->idle, s, link);
		lane->n_idle--;
		lane->standing -= s->stands;
	}
	return s;
}

static struct session *
lane_new(struct relays *r, size_t way, struct err *e)
{
	struct session *s = session_open(
	    &r->smtp, &r->conf->relays[way], r->lock, e);

	if (s == NULL)
		return NULL;
	s->way = way;
	r->lanes[way].sessions++;
	lane_watch(r, s, EPOLL_CTL_ADD, false);
	return s;
}

struct session *
lane_session(struct relays *r, size_t way, struct err *e)
{
	struct session *s = lane_idle(&r->lanes[way]);

	return s != NULL ? s : lane_new(r, way, e);
}

static bool
something_to_do(void)
{
	struct pollfd fds[2] = {{.events = POLLIN}, {.events = POLLIN}};
	int said[2];

	patience_fds(said);
	fds[0].fd = said[0];
	fds[1].fd = said[1];
	return poll(fds, 2, 0) != 0;
}

/*
 * To fork one takes as long as to queue two messages: meanwhile, it costs
 * nobody any time.
 */
void
lanes_ready(struct transport *t)
{
	struct relays *r = (struct relays *)t;
	size_t way = 0; /* that of most */
	struct lane *lane = &r->lanes[way];
	struct session *s;
	struct err e;

	while (lane->sessions < lane->bear.sessions && !something_to_do()) {
		s = lane_new(r, way, &e);
		if (s == NULL)
			break; /* who needs it says so */
		TAILQ_INSERT_TAIL(&lane->idle, s, link);
		lane->n_idle++;
	}
	r->rest = clock_read().mono_ms + READY_MS;
}

/* It says QUIT, and ends. */
static void
end_session(struct relays *r, struct session *s)
{
	lane_forget(r, s);
	session_end(s);
	s->due = clock_read().mono_ms + END_MS;
	TAILQ_INSERT_TAIL(&r->ending, s, link);
}

void
lanes_end_idle(struct relays *r)
{
	for (size_t i = 0; i < r->conf->n_relays; i++) {
		struct session *s;

		while ((s = lane_idle(&r->lanes[i])) != NULL)
			end_session(r, s);
	}
}

bool
lanes_reap(struct relays *r)
{
	struct session *s = TAILQ_FIRST(&r->ending), *next;
	int status;

	for (; s != NULL; s = next) {
		next = TAILQ_NEXT(s, link);
		if (!session_gone(s, &status)) {
			if (clock_read().mono_ms < s->due)
				continue;
			log_warn("relay %s: session[%d] does not end",
			    relay_name(r, s->way), (int)s->pid);
			session_kill(s);
		}
		TAILQ_REMOVE(&r->ending, s, link);
		r->lanes[s->way].sessions--;
		session_free(s);
	}
	return TAILQ_EMPTY(&r->ending);
}

void
lane_bears(struct relays *r, size_t way, enum bear_event event, size_t others,
    const char *why)
{
	struct bear *b = &r->lanes[way].bear;
	size_t before = b->sessions;

	bear_step(b, event, others, clock_read().mono_ms);
	if (b->sessions < before)
		log_info("relay %s: bears %zu sessions: %s", relay_name(r, way),
		    b->sessions, why);
	else if (b->sessions > before)
		log_info(
		    "relay %s: %zu sessions", relay_name(r, way), b->sessions);
}

/* The session is free for the next, or there are more than are borne. */
void
lane_free(struct relays *r, struct session *s)
{
	struct lane *lane = &r->lanes[s->way];

	TAILQ_REMOVE(&r->busy, s, link);
	lane->busy--;
	s->work = NULL;
	session_heard(s);
	if (lane->busy + lane->n_idle >= lane->bear.sessions) {
		end_session(r, s);
		return;
	}
	TAILQ_INSERT_HEAD(&lane->idle, s, link);
	lane->n_idle++;
	lane->standing += s->stands;
}

/* Who has not said QUIT by then does not. */
void
lanes_close(struct relays *r)
{
	static const struct timespec tick = {0, 5 * 1000 * 1000};
	int64_t until = clock_read().mono_ms + CLOSE_MS;
	struct session *s;

	lanes_end_idle(r);
	while (!lanes_reap(r) && clock_read().mono_ms < until)
		nanosleep(&tick, NULL);
	while ((s = TAILQ_FIRST(&r->ending)) != NULL) {
		TAILQ_REMOVE(&r->ending, s, link);
		session_kill(s);
		session_free(s);
	}
	free(r->lanes);
}

void
lane_death(const struct relays *r, const struct session *s, int status)
{
	const struct work *w = s->work;
	bool killed = WIFSIGNALED(status);

	log_error("relay %s: session[%d] %s %d%s", relay_name(r, s->way),
	    (int)s->pid, killed ? "killed by signal" : "ended with status",
	    killed ? WTERMSIG(status) : WEXITSTATUS(status),
	    w == NULL ? "" : ", with a message in its hands");
	if (w != NULL)
		log_error("message %lld: was in the hands of session[%d]",
		    (long long)w->job.m->id, (int)s->pid);
}
