#include <stdlib.h>
#include <string.h>
#include <sys/queue.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/mem.h"
#include "deliver/patience.h"
#include "deliver/route.h"
#include "deliver/step.h"
#include "outbox/outbox.h"

/* What has happened to a claimed message. */
struct mark {
	bool told; /* or gone: others have it */
	bool begun;
	size_t way; /* that it went by last … */
	int64_t at; /* … and when it was begun */
};

/* One that was claimed after the step had begun. */
struct extra {
	struct message m; /* first: mark_of() */
	struct mark mark;
	TAILQ_ENTRY(extra) link;
};
TAILQ_HEAD(extras, extra);

/* One step: what was claimed, and what was told of it. */
struct step {
	struct worker *w;
	const struct messages *claimed;
	struct mark *marks; /* one for each */
	struct extras stock; /* claimed since, and not begun */
	struct extras hand; /* claimed since, begun, and not told */
	size_t in_hand; /* begun and not told, of all */
	struct route *route;
	struct going *more; /* of the last round */
	bool lonely; /* what was claimed goes alone */
	size_t way; /* that the last one went by */
	struct clock began;
	int64_t now;
	bool failed; /* the store */
	struct err *e;
};

/* What a transaction brings, of which nothing holds before it is committed. */
struct haul {
	struct extras fresh; /* claimed */
	struct going
	    *begun; /* those of fresh and of stock that are begun now */
	size_t n;
	struct route route; /* as it is now; all 0 when it was not read */
	struct going idle; /* begun before it is asked for; .m NULL: none */
	bool full; /* what was going was more than a rate allows: not begun */
	int64_t room_at; /* when there is room for some of it */
	int64_t now;
};

/* now moves with the clock while a step takes its time. */
static int64_t
step_now(const struct step *s)
{
	return s->now + (clock_read().mono_ms - s->began.mono_ms) / 1000;
}

/* The one that is most likely begun next; NULL when there is none. */
static const struct message *
next_idle(const struct step *s)
{
	for (size_t i = 0; i < s->claimed->n; i++)
		if (!s->marks[i].told && !s->marks[i].begun)
			return &s->claimed->v[i];
	return NULL;
}

static bool
is_extra(const struct step *s, const struct message *m)
{
	return m < s->claimed->v || m >= s->claimed->v + s->claimed->n;
}

static struct mark *
mark_of(const struct step *s, const struct message *m)
{
	if (is_extra(s, m))
		return &((struct extra *)(uintptr_t)m)->mark;
	return &s->marks[m - s->claimed->v];
}

static void
free_extra(struct extra *x)
{
	message_clear(&x->m);
	free(x);
}

/* --- one transaction ------------------------------------------------------ */

static int
store_done(
    const struct step *s, const struct done *d, int64_t now, struct err *e)
{
	struct outbox_conf conf = {.give_up = s->w->give_up,
	    .on_unknown = s->w->on_unknown,
	    .part = d->part};
	const struct mark *mark = mark_of(s, d->m);
	bool gone;

	if (mark->begun && route_result(s->w, mark->way, mark->at, d->results,
			       d->n, now, e) == -1)
		return -1;
	if (outbox_result(s->w->store, d->m, d->results, d->n, &conf, now, e) ==
	    -1)
		return -1;
	/* It goes on: from here on it is seen whether the rest is slow. */
	return d->part ? outbox_begin(s->w->store, &d->m, 1,
			     route_way(s->w, mark->way), now, &gone, e)
		       : 0;
}

/* What is begun and goes another way now is begun anew. */
static int
begin_unit(const struct step *s, struct going *u, int64_t now, struct err *e)
{
	const struct mark *mark = mark_of(s, u->m);

	u->gone = false;
	if (mark->begun && mark->way == u->way)
		return 0;
	return outbox_begin(
	    s->w->store, &u->m, 1, route_way(s->w, u->way), now, &u->gone, e);
}

/* Whether u is counted: each call, or a mail that goes this way first. */
static bool
counts(const struct step *s, const struct going *u)
{
	const struct mark *mark = mark_of(s, u->m);

	return u->n > 0 || !mark->begun || mark->way != u->way;
}

/* Counts what is going, or finds that it is too much; all goes one way. */
static int
count_going(
    const struct step *s, const struct round *r, struct haul *h, struct err *e)
{
	for (size_t i = 0; i < r->n_going && !h->full;) {
		size_t way = r->going[i].way, n = 0;
		int ok;

		for (; i < r->n_going && r->going[i].way == way; i++)
			if (counts(s, &r->going[i]))
				n += r->going[i].n == 0 ? 1 : r->going[i].n;
		ok = n == 0 ? 1 : route_count(s->w, way, n, &h->room_at, e);
		if (ok == -1)
			return -1;
		h->full = ok == 0;
	}
	return 0;
}

/* Without being asked for it is not begun where it may be too much. */
static bool
begins_idle(const struct step *s, const struct haul *h)
{
	return h->idle.m != NULL && s->w->rates == NULL;
}

static void
haul_init(struct haul *h, int64_t now)
{
	*h = (struct haul){.now = now, .room_at = TIME_NONE};
	TAILQ_INIT(&h->fresh);
}

static void
free_extras(struct extras *l)
{
	struct extra *x;

	while ((x = TAILQ_FIRST(l)) != NULL) {
		TAILQ_REMOVE(l, x, link);
		free_extra(x);
	}
}

static void
haul_clear(struct haul *h)
{
	free_extras(&h->fresh);
	free(h->begun);
	route_clear(&h->route);
}

/* 0; 1: the rate of the way has no room; or -1. */
static int
haul_in(const struct step *s, struct haul *h, const struct message *m,
    size_t way, struct err *e)
{
	struct going u = {.m = m, .way = way};
	int ok = route_count(s->w, way, 1, &h->room_at, e);

	if (ok != 1)
		return ok == 0 ? 1 : -1;
	if (outbox_begin(s->w->store, &u.m, 1, route_way(s->w, way), h->now,
		&u.gone, e) == -1)
		return -1;
	h->begun = xreallocarray(h->begun, h->n + 1, sizeof(*h->begun));
	h->begun[h->n++] = u;
	return 0;
}

/* Begins what is of l, and as much as there is room. */
static int
haul_from(const struct step *s, struct haul *h, const struct extras *l,
    size_t way, size_t *room, struct err *e)
{
	const struct extra *x;
	int r;

	TAILQ_FOREACH(x, l, link)
	{
		if (*room == 0)
			break;
		r = haul_in(s, h, &x->m, way, e);
		if (r == -1)
			return -1;
		*room = r == 1 ? 0 : *room - 1;
	}
	return 0;
}

static int
claim_fresh(const struct step *s, struct haul *h, size_t max, struct err *e)
{
	struct claim c = route_claim(&h->route, h->now);
	struct messages l;
	int r;

	c.messages = c.messages < max ? c.messages : max;
	c.more = true;
	r = outbox_claim_by(s->w->store, &c, &l, e);

	for (size_t i = 0; r == 1 && i < l.n; i++) {
		struct extra *x = xcalloc(1, sizeof(*x));

		x->m = l.v[i];
		TAILQ_INSERT_TAIL(&h->fresh, x, link);
	}
	if (r == 1)
		free(l.v);
	return r;
}

/* One message tries the way whose pause is over; others do not wait for it. */
static int
haul_trial(
    const struct step *s, struct haul *h, const size_t *room, struct err *e)
{
	size_t way = h->route.order.v[0], one = 1;
	int r = room[way] == 0 ? 0 : claim_fresh(s, h, 1, e);

	if (r == 1)
		r = route_try(&h->route, h->now, e);
	if (r == 0 && !TAILQ_EMPTY(&h->fresh))
		r = haul_from(s, h, &h->fresh, way, &one, e);
	return r;
}

/* A page first, then what is claimed already, then what is due. */
static int
haul_rest(const struct step *s, struct haul *h, size_t room, bool page,
    bool due, struct err *e)
{
	size_t way = h->route.order.v[0];
	struct extras tried;
	int r = 0;

	/* What tries a way is begun already. */
	TAILQ_INIT(&tried);
	TAILQ_CONCAT(&tried, &h->fresh, link);
	if (page && room > 0)
		r = claim_fresh(s, h, room, e);
	if (r != -1)
		r = haul_from(s, h, &h->fresh, way, &room, e);
	if (r == 0)
		r = haul_from(s, h, &s->stock, way, &room, e);
	if (r == 0 && !page && due && room > 0) {
		r = claim_fresh(s, h, room + s->w->transport->batch, e);
		if (r == 1)
			r = haul_from(s, h, &h->fresh, way, &room, e);
	}
	TAILQ_CONCAT(&h->fresh, &tried, link);
	return r;
}

/* For how much the transport, and the rate of the first way, have room. */
static size_t
room_of(const struct round *r, const struct haul *h)
{
	size_t way = h->route.order.v[0], room = r->room[way];
	int64_t rate = h->route.room[way];

	return rate < (int64_t)room ? (size_t)rate : room;
}

/* Whether all that was begun is told. */
static bool
nothing_goes(const struct step *s, const struct round *r, const struct haul *h)
{
	return s->in_hand == r->n_done && r->n_going == 0 && h->n == 0;
}

/* More for who has room, by the ways as they are now. */
static int
haul_more(
    const struct step *s, const struct round *r, struct haul *h, struct err *e)
{
	const struct worker *w = s->w;
	int64_t next = TIME_NONE;
	bool due;
	size_t room;
	int page;

	if (s->lonely || outbox_next(w->store, w->channel, &next, e) == -1)
		return s->lonely ? 0 : -1;
	due = next != TIME_NONE && next <= h->now;
	if (!due && TAILQ_EMPTY(&s->stock))
		return 0;
	page = outbox_page_waits(w->store, w->channel, h->now, e);
	if (page == -1 || route_open(&h->route, w, h->now, e) == -1)
		return -1;
	if (due && page == 0 && h->route.order.tries && !h->route.full &&
	    haul_trial(s, h, r->room, e) == -1)
		return -1;
	route_calm(&h->route, h->now);
	room = room_of(r, h);
	/* As claim(): more would wait behind the one that it may keep. */
	if (h->route.order.alone && room > 0)
		room = nothing_goes(s, r, h);
	return haul_rest(s, h, room, page == 1, due, e);
}

/* One transaction: what is done, what is begun, and what more is. */
static int
store_all(const struct step *s, struct round *r, struct haul *h, struct err *e)
{
	int n = 0;

	for (size_t i = 0; n == 0 && i < r->n_done; i++)
		n = store_done(s, &r->done[i], h->now, e);
	if (n == 0)
		n = count_going(s, r, h, e);
	for (size_t i = 0; n == 0 && !h->full && i < r->n_going; i++)
		n = begin_unit(s, &r->going[i], h->now, e);
	if (n == 0 && begins_idle(s, h))
		n = begin_unit(s, &h->idle, h->now, e);
	if (n == 0 && !h->full && r->room != NULL)
		n = haul_more(s, r, h, e);
	return n;
}

static int
store_round(
    const struct step *s, struct round *r, struct haul *h, struct err *e)
{
	struct store *store = s->w->store;

	if (store_begin(store, e) == -1)
		return -1;
	if (store_all(s, r, h, e) == -1) {
		store_rollback(store);
		return -1;
	}
	return store_commit(store, e);
}

/* Where a result came from, for people. */
static const char *
via(const struct result *r)
{
	return r->via[0] == '\0' ? "not sent" : r->via;
}

static void
log_results(const struct done *d)
{
	const struct message *m = d->m;
	const struct result *results = d->results;
	size_t n = d->n, count[OUTCOME_UNKNOWN + 1] = {0};
	const struct result *worst = NULL;

	for (size_t i = 0; i < n; i++) {
		count[results[i].outcome]++;
		if (results[i].outcome != OUTCOME_ACCEPTED)
			worst = &results[i];
	}
	if (worst == NULL && n > 0)
		log_info("message %lld: incident %lld, notice %d to %s: "
			 "%zu accepted, %s",
		    (long long)m->id, (long long)m->incident, m->notice, m->org,
		    n, via(&results[0]));
	else if (worst != NULL)
		log_warn("message %lld: incident %lld, notice %d to %s: "
			 "%zu accepted, %zu again later, %zu refused, "
			 "%zu unknown, %s: %s",
		    (long long)m->id, (long long)m->incident, m->notice, m->org,
		    count[OUTCOME_ACCEPTED], count[OUTCOME_TEMPFAIL],
		    count[OUTCOME_PERMFAIL], count[OUTCOME_UNKNOWN], via(worst),
		    worst->answer);
}

/* --- what holds since it is committed ------------------------------------- */

static void
is_begun(struct step *s, const struct going *u, int64_t now)
{
	struct mark *mark = mark_of(s, u->m);

	if (mark->begun && mark->way == u->way)
		return;
	s->in_hand += !mark->begun;
	mark->begun = true;
	mark->way = u->way;
	mark->at = now;
}

/* What others have leaves us. */
static void
is_gone(struct step *s, const struct message *m)
{
	struct mark *mark = mark_of(s, m);

	s->in_hand -= mark->begun;
	mark->told = true;
	mark->begun = false;
}

static void
is_told(struct step *s, const struct message *m)
{
	struct mark *mark = mark_of(s, m);
	struct extra *x = (struct extra *)(uintptr_t)m;

	s->in_hand -= mark->begun && !mark->told;
	mark->told = true;
	if (!is_extra(s, m))
		return;
	TAILQ_REMOVE(mark->begun ? &s->hand : &s->stock, x, link);
	free_extra(x);
}

/* Takes over what the haul has claimed, a page before all else. */
static void
keep_fresh(struct step *s, struct haul *h)
{
	const struct extra *first = TAILQ_FIRST(&h->fresh);

	if (first != NULL && first->m.audience == ORG_ONCALL)
		TAILQ_CONCAT(&h->fresh, &s->stock, link);
	else
		TAILQ_CONCAT(&s->stock, &h->fresh, link);
	TAILQ_CONCAT(&s->stock, &h->fresh, link);
}

static void
keep_begun(struct step *s, struct haul *h, struct round *r)
{
	size_t n = 0;

	for (size_t i = 0; i < h->n; i++) {
		struct going u = h->begun[i];
		struct extra *x = (struct extra *)(uintptr_t)u.m;

		TAILQ_REMOVE(&s->stock, x, link);
		if (u.gone) {
			free_extra(x);
			continue;
		}
		is_begun(s, &u, h->now);
		TAILQ_INSERT_TAIL(&s->hand, x, link);
		h->begun[n++] = u;
	}
	free(s->more);
	r->more = s->more = h->begun;
	r->n_more = n;
	h->begun = NULL;
}

static void
keep_route(struct step *s, struct haul *h)
{
	if (h->route.order.v == NULL)
		return;
	route_clear(s->route);
	*s->route = h->route;
	h->route = (struct route){0};
	s->w->transport->order = s->route->order.v;
}

static void
keep(struct step *s, struct round *r, struct haul *h)
{
	for (size_t i = 0; !h->full && i < r->n_going; i++)
		if (r->going[i].gone)
			is_gone(s, r->going[i].m);
		else
			is_begun(s, &r->going[i], h->now);
	/* One that is gone is heard of when it is to be begun. */
	if (begins_idle(s, h) && !h->idle.gone)
		is_begun(s, &h->idle, h->now);
	keep_fresh(s, h);
	keep_begun(s, h, r);
	keep_route(s, h);
	for (size_t i = 0; i < r->n_done; i++)
		log_results(&r->done[i]);
	for (size_t i = 0; i < r->n_done; i++)
		if (!r->done[i].part)
			is_told(s, r->done[i].m);
}

static int64_t
named(const struct round *r)
{
	if (r->n_done > 0)
		return r->done[0].m->id;
	return r->n_going > 0 ? r->going[0].m->id : 0;
}

/*
 * Stores the round, and idle as begun. 0, or -1: the store has failed, or what
 * was going is too much for the rate of its way.
 */
static int
store_patiently(struct step *s, struct round *r, const struct message *idle)
{
	bool full = false;
	int failures = 0, n;
	struct haul h;

	do {
		haul_init(&h, step_now(s));
		h.idle = (struct going){.m = idle, .way = s->way};
		n = store_round(s, r, &h, s->e);
		if (n == 0) {
			keep(s, r, &h);
			s->w->room_at = h.full ? h.room_at : s->w->room_at;
			full = h.full;
		} else {
			log_error("message %lld: its %s is not stored yet: %s",
			    (long long)named(r),
			    r->n_done > 0 ? "result" : "beginning", s->e->msg);
		}
		haul_clear(&h);
	} while (n == -1 && patience_again(failures++));
	/* What was sent, and could not be told, is in doubt: it is not free. */
	for (size_t i = 0; n == -1 && i < r->n_done; i++)
		mark_of(s, r->done[i].m)->told = true;
	s->failed = s->failed || n == -1;
	return full ? -1 : n;
}

/* --- what a transport calls ------------------------------------------------
 */

/* A page does not wait for the rest of what was claimed. */
static bool
page_waits(const struct step *s, enum org_kind sent)
{
	struct err e;
	int r;

	if (sent == ORG_ONCALL)
		return false;
	r = outbox_page_waits(s->w->store, s->w->channel, step_now(s), &e);
	if (r == -1)
		log_error("outbox: %s", e.msg);
	return r == 1;
}

/* round_fn */
static int
on_round(struct round *r, void *arg)
{
	struct step *s = arg;
	bool ending = patience_wait(0);
	struct round told = {.done = r->done, .n_done = r->n_done};
	enum org_kind sent = r->n_done > 0 ? r->done[0].m->audience
					   : ORG_ONCALL;

	if (r->n_going > 0)
		s->way = r->going[r->n_going - 1].way;
	if (ending)
		r = &told;
	if (r->n_done == 0 && r->n_going == 0 && (ending || r->room == NULL))
		return ending ? -1 : 0;
	if (store_patiently(s, r, NULL) == -1)
		return -1;
	/* Where more can be begun, a page is. */
	return ending || (r->room == NULL && page_waits(s, sent)) ? -1 : 0;
}

/* failed_fn */
static void
on_failed_way(size_t way, const char *why, void *arg)
{
	const struct step *s = arg;

	route_failed(s->w, way, why, step_now(s));
}

/* sent_fn: begins the next in the same transaction, so that each costs one. */
static int
on_sent(
    const struct message *m, const struct result *results, size_t n, void *arg)
{
	struct step *s = arg;
	const struct done done = {m, results, n, false};
	struct round r = {.done = &done, .n_done = 1};
	enum org_kind sent = m->audience;

	if (store_patiently(s, &r, next_idle(s)) == -1)
		return -1;
	return patience_wait(0) || page_waits(s, sent) ? -1 : 0;
}

/* --- what is left ----------------------------------------------------------
 */

struct left {
	const struct message **v;
	size_t n;
};

static void
add_left(struct left *l, const struct message *m, const struct mark *mark,
    bool begun)
{
	if (mark->told || (mark->begun && !begun))
		return;
	l->v = xreallocarray(l->v, l->n + 1, sizeof(const struct message *));
	l->v[l->n++] = m;
}

/* What is not told; with begun, what was begun too. Release v with free(). */
static struct left
find_left(const struct step *s, bool begun)
{
	struct left l = {0};
	const struct extra *x;

	for (size_t i = 0; i < s->claimed->n; i++)
		add_left(&l, &s->claimed->v[i], &s->marks[i], begun);
	TAILQ_FOREACH(x, &s->hand, link)
	add_left(&l, &x->m, &x->mark, begun);
	TAILQ_FOREACH(x, &s->stock, link)
	add_left(&l, &x->m, &x->mark, begun);
	return l;
}

/* All of it has failed for now, because of why. */
static int
tell_left(struct step *s, const struct left *l, const char *why)
{
	struct done *done = xcalloc(l->n + 1, sizeof(*done));
	struct round r = {.done = done, .n_done = l->n};
	int n = 0;

	for (size_t i = 0; i < l->n; i++)
		done[i] = transport_same(l->v[i], OUTCOME_TEMPFAIL, why, "");
	if (l->n > 0)
		n = store_patiently(s, &r, NULL);
	for (size_t i = 0; i < l->n; i++)
		transport_same_clear(&done[i]);
	free(done);
	return n;
}

static int
release_all(const struct step *s, const struct left *l)
{
	struct store *store = s->w->store;

	if (store_begin(store, s->e) == -1)
		return -1;
	for (size_t i = 0; i < l->n; i++)
		if (outbox_release(store, l->v[i], s->e) == -1) {
			store_rollback(store);
			return -1;
		}
	return store_commit(store, s->e);
}

static int
release_patiently(const struct step *s, const struct left *l)
{
	int failures = 0;

	while (l->n > 0 && release_all(s, l) == -1) {
		log_error("message %lld: is not given back yet: %s",
		    (long long)l->v[0]->id, s->e->msg);
		if (!patience_again(failures++))
			return -1;
	}
	return 0;
}

/*
 * Nothing claimed may stay behind in our hands. Without a why the message
 * was not begun, for we are to end, and is free for others. What a process of
 * the transport has died over is in doubt: it stays, for who buries us.
 */
static int
settle_left(struct step *s, const char *why)
{
	bool died = s->w->transport->died != 0;
	struct left l = find_left(s, !died);
	int r = why != NULL && !died ? tell_left(s, &l, why)
				     : release_patiently(s, &l);

	free(l.v);
	return r;
}

static void
wire(struct transport *t, struct step *s)
{
	t->order = s == NULL ? NULL : s->route->order.v;
	t->round = s == NULL ? NULL : on_round;
	t->failed = s == NULL ? NULL : on_failed_way;
	t->arg = s;
}

int
step_send(struct worker *w, struct route *route, const struct messages *l,
    int64_t now, struct err *e)
{
	struct step s = {.w = w,
	    .claimed = l,
	    .route = route,
	    .lonely = l->n > 0 && l->v[0].alone,
	    .began = clock_read(),
	    .now = now,
	    .e = e};
	struct err why = {""};
	int r;

	TAILQ_INIT(&s.stock);
	TAILQ_INIT(&s.hand);
	s.marks = xcalloc(l->n + 1, sizeof(*s.marks));
	wire(w->transport, &s);
	r = w->transport->send(w->transport, l, on_sent, &s, &why);
	r = settle_left(&s, r == -1 ? why.msg : NULL);
	wire(w->transport, NULL);
	free_extras(&s.stock);
	free_extras(&s.hand);
	free(s.more);
	free(s.marks);
	return s.failed ? -1 : r;
}
