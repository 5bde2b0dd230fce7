#include <stdlib.h>
#include <string.h>
#include <sys/queue.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/mem.h"
#include "deliver/patience.h"
#include "deliver/step.h"
#include "deliver/step_parts.h"
#include "outbox/outbox.h"

#define FULL_MS 1000

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
	struct mark *mark = step_mark(s, u->m);

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
	struct mark *mark = step_mark(s, m);

	s->in_hand -= mark->begun;
	mark->told = true;
	mark->begun = false;
}

static void
is_told(struct step *s, const struct message *m)
{
	struct mark *mark = step_mark(s, m);
	struct extra *x = (struct extra *)(uintptr_t)m;

	s->in_hand -= mark->begun && !mark->told;
	mark->told = true;
	if (!step_is_extra(s, m))
		return;
	TAILQ_REMOVE(mark->begun ? &s->hand : &s->stock, x, link);
	extra_free(x);
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
			extra_free(x);
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
		else if (!r->going[i].full)
			is_begun(s, &r->going[i], h->now);
	/* One that is gone is heard of when it is to be begun. */
	if (haul_begins_idle(s, h) && !h->idle.gone)
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
		n = store_sync_left(s->w->store, s->e);
		if (n == 0)
			n = haul_round(s, r, &h, s->e);
		if (n == 0) {
			keep(s, r, &h);
			full = h.full;
			clock_sooner(
			    full ? &s->w->room_at : &s->room_at, h.room_at);
		} else {
			log_error("message %lld: its %s is not stored yet: %s",
			    (long long)named(r),
			    r->n_done > 0 ? "result" : "beginning", s->e->msg);
		}
		haul_clear(&h);
	} while (n == -1 && patience_again(failures++));
	/* What was sent, and could not be told, is in doubt: it is not free. */
	for (size_t i = 0; n == -1 && i < r->n_done; i++)
		step_mark(s, r->done[i].m)->told = true;
	s->failed = s->failed || n == -1;
	s->told = s->told || (n == 0 && r->n_done > 0);
	return full ? -1 : n;
}

/* --- what a transport calls ----------------------------------------------- */

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
	struct store *store = s->w->store;

	/* On the disk with what is begun next; without that it shows again. */
	store_sync_later(store, NULL);
	route_failed(s->w, way, why, step_now(s));
	store_sync_left(store, NULL);
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

/* --- what is left --------------------------------------------------------- */

struct left {
	const struct message **v;
	size_t n;
};

/* A process of the transport has died over it. */
static bool
is_lost(const struct step *s, const struct message *m)
{
	const struct transport *t = s->w->transport;

	for (size_t i = 0; i < t->n_lost; i++)
		if (t->lost[i] == m)
			return true;
	return false;
}

static void
add_left(const struct step *s, struct left *l, const struct message *m)
{
	if (step_mark(s, m)->told || is_lost(s, m))
		return;
	l->v = xreallocarray(l->v, l->n + 1, sizeof(const struct message *));
	l->v[l->n++] = m;
}

/* What is not told, and not lost. Release v with free(). */
static struct left
find_left(const struct step *s)
{
	struct left l = {0};
	const struct extra *x;

	for (size_t i = 0; i < s->claimed->n; i++)
		add_left(s, &l, &s->claimed->v[i]);
	TAILQ_FOREACH(x, &s->hand, link)
	add_left(s, &l, &x->m);
	TAILQ_FOREACH(x, &s->stock, link)
	add_left(s, &l, &x->m);
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
	struct left l = find_left(s);
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

/*
 * What was given back since another way than the first has no room for it,
 * though for some of it, would else be claimed anew at once, for ever.
 */
static void
wait_for_room(const struct step *s)
{
	int64_t least = clock_read().mono_ms + FULL_MS;

	if (s->told || s->room_at == TIME_NONE)
		return;
	clock_sooner(&s->w->room_at, s->room_at > least ? s->room_at : least);
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
	    .room_at = TIME_NONE,
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
	wait_for_room(&s);
	extras_free(&s.stock);
	extras_free(&s.hand);
	free(s.more);
	free(s.marks);
	return s.failed ? -1 : r;
}
