#include <stdlib.h>
#include <sys/queue.h>

#include "base/mem.h"
#include "deliver/step_parts.h"
#include "outbox/outbox.h"

bool
step_is_extra(const struct step *s, const struct message *m)
{
	return m < s->claimed->v || m >= s->claimed->v + s->claimed->n;
}

struct mark *
step_mark(const struct step *s, const struct message *m)
{
	if (step_is_extra(s, m))
		return &((struct extra *)(uintptr_t)m)->mark;
	return &s->marks[m - s->claimed->v];
}

void
extra_free(struct extra *x)
{
	message_clear(&x->m);
	free(x);
}

void
extras_free(struct extras *l)
{
	struct extra *x;

	while ((x = TAILQ_FIRST(l)) != NULL) {
		TAILQ_REMOVE(l, x, link);
		extra_free(x);
	}
}

static int
store_done(
    const struct step *s, const struct done *d, int64_t now, struct err *e)
{
	struct outbox_conf conf = {.give_up = s->w->give_up,
	    .on_unknown = s->w->on_unknown,
	    .part = d->part};
	const struct mark *mark = step_mark(s, d->m);
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

static bool
is_among(const struct extras *l, int64_t message)
{
	const struct extra *x;

	TAILQ_FOREACH(x, l, link)
	if (x->m.id == message)
		return true;
	return false;
}

/*
 * Whether it was given back before it was begun (outbox_pass()), and we have
 * claimed it anew since: what we had of it first is as good as another's.
 */
static bool
is_void(const struct step *s, const struct message *m)
{
	return !step_is_extra(s, m) && !step_mark(s, m)->begun &&
	       (is_among(&s->stock, m->id) || is_among(&s->hand, m->id));
}

/* What is begun and goes another way now is begun anew. */
static int
begin_unit(const struct step *s, struct going *u, int64_t now, struct err *e)
{
	const struct mark *mark = step_mark(s, u->m);

	u->gone = is_void(s, u->m);
	if (u->gone)
		return 0;
	if (u->full || (mark->begun && mark->way == u->way))
		return 0;
	return outbox_begin(
	    s->w->store, &u->m, 1, route_way(s->w, u->way), now, &u->gone, e);
}

/*
 * A message is begun once, though a call names each of its recipients: they
 * stand together.
 */
static int
begin_units(const struct step *s, const struct round *r, const struct haul *h,
    struct err *e)
{
	int n = 0;

	for (size_t i = 0; n == 0 && i < r->n_going; i++) {
		struct going *u = &r->going[i];

		if (i > 0 && u[-1].m == u->m && u[-1].way == u->way &&
		    u[-1].full == u->full)
			u->gone = u[-1].gone;
		else
			n = begin_unit(s, u, h->now, e);
	}
	return n;
}

/* Whether u is counted: each call, or a mail that goes this way first. */
static bool
counts(const struct step *s, const struct going *u)
{
	const struct mark *mark = step_mark(s, u->m);

	return u->n > 0 || !mark->begun || mark->way != u->way;
}

/*
 * How many from the i-th on are counted together: all that goes one way; but
 * each mail alone where what there is no room for need not wait, so that the
 * others go.
 */
static size_t
together(const struct step *s, const struct round *r, size_t i)
{
	const struct going *u = &r->going[i];
	size_t k = i + 1;

	if (u->n > 0 || u->way == s->route->order.v[0])
		while (k < r->n_going && r->going[k].way == u->way)
			k++;
	return k - i;
}

/*
 * Counts what is going, or finds that it is too much. What the first way has
 * no room for waits for it; by another it is only not sent.
 */
static int
count_going(
    const struct step *s, const struct round *r, struct haul *h, struct err *e)
{
	for (size_t i = 0, end; i < r->n_going && !h->full; i = end) {
		size_t way = r->going[i].way, n = 0;
		int64_t room_at = TIME_NONE;
		int ok;

		end = i + together(s, r, i);
		for (size_t k = i; k < end; k++)
			if (counts(s, &r->going[k]))
				n += r->going[k].n == 0 ? 1 : r->going[k].n;
		ok = n == 0 ? 1 : route_count(s->w, way, n, &room_at, e);
		if (ok == -1)
			return -1;
		for (size_t k = i; k < end; k++)
			r->going[k].full = ok == 0;
		if (ok == 0)
			clock_sooner(&h->room_at, room_at);
		h->full = ok == 0 && way == s->route->order.v[0];
	}
	return 0;
}

bool
haul_begins_idle(const struct step *s, const struct haul *h)
{
	return h->idle.m != NULL && s->w->rates == NULL;
}

void
haul_init(struct haul *h, int64_t now)
{
	*h = (struct haul){.now = now, .room_at = TIME_NONE};
	TAILQ_INIT(&h->fresh);
}

void
haul_clear(struct haul *h)
{
	extras_free(&h->fresh);
	free(h->begun);
	route_clear(&h->route);
}

static void
add_begun(struct haul *h, struct going u)
{
	h->begun = xreallocarray(h->begun, h->n + 1, sizeof(*h->begun));
	h->begun[h->n++] = u;
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
	add_begun(h, u);
	return 0;
}

/* As is_void(), of what was claimed since, and is not begun. */
static bool
is_void_stock(const struct haul *h, const struct message *m)
{
	for (size_t i = 0; i < h->n; i++)
		if (h->begun[i].m == m && h->begun[i].gone)
			return true;
	return false;
}

static void
void_stock(const struct step *s, struct haul *h, int64_t message)
{
	const struct extra *x;

	TAILQ_FOREACH(x, &s->stock, link)
	if (x->m.id == message && !is_void_stock(h, &x->m))
		add_begun(h, (struct going){.m = &x->m, .gone = true});
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
		if (is_void_stock(h, &x->m))
			continue;
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
		void_stock(s, h, x->m.id);
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
	int page, n;

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
	if (r->late != NULL)
		route_hurry(&h->route, r->late);
	room = room_of(r, h);
	/* As claim(): more would wait behind the one that it may keep. */
	if (h->route.order.alone && room > 0)
		room = nothing_goes(s, r, h);
	n = haul_rest(s, h, room, page == 1, due, e);
	/* Who is late is the first all the same, of what it may be given. */
	route_calm(&h->route, h->now);
	return n;
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
	if (n == 0 && !h->full)
		n = begin_units(s, r, h, e);
	if (n == 0 && haul_begins_idle(s, h))
		n = begin_unit(s, &h->idle, h->now, e);
	if (n == 0 && !h->full && r->room != NULL)
		n = haul_more(s, r, h, e);
	return n;
}

int
haul_round(const struct step *s, struct round *r, struct haul *h, struct err *e)
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
