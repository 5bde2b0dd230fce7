#include <stdlib.h>

#include "base/limits.h"
#include "base/log.h"
#include "base/mem.h"
#include "outbox/life.h"
#include "outbox/outbox.h"
#include "store/callback.h"
#include "store/queue.h"
#include "store/settled.h"
#include "store/standing.h"

/* How many more are looked at when nothing was left of the first. */
#define LOOK_AHEAD 64

static bool
same_text(const struct due *a, const struct due *b)
{
	return a->notice == b->notice && a->audience == b->audience;
}

/*
 * Drops who has no business with it any more. How many are left to be taken,
 * at most so many, or -1. What nobody is left of is not due any more.
 */
static int64_t
drop_from(struct store *s, const struct due *d, const struct claim *c,
    size_t most, struct err *e)
{
	int64_t left = (int64_t)most;

	if (d->late && queue_drop(s, d, DROP_LATE, c->now, e) == -1)
		return -1;
	if (d->old && queue_drop(s, d, DROP_OLD, c->now, e) == -1)
		return -1;
	if (d->late || d->old)
		left = 0;
	else if (d->ends)
		left = queue_drop_untold(s, d, c->now, most, e);
	if (left == 0 && queue_refresh(s, d->message, e) == -1)
		return -1;
	return left;
}

/* Whether d may be claimed, after first (NULL: it is the first). */
static bool
wanted(const struct claim *c, const struct due *first, const struct due *d)
{
	if (d->audience != ORG_ONCALL && d->since > c->now - c->patience)
		return false;
	if (d->alone && (c->more || first != NULL))
		return false;
	return first == NULL || same_text(first, d);
}

/* What is claimed so far, of how many recipients more there is room. */
struct claiming {
	const struct claim *c;
	const struct due *first; /* all are as that; NULL: there is none */
	size_t room;
	struct messages *out;
};

/* What is taken at once, and how many recipients of all of it. */
struct picked {
	const struct due **v;
	size_t n, recipients;
};

/*
 * From the i-th of l on, which then is behind what was looked at. Of an end
 * nobody is taken whom it was not looked for: where not all are, it is alone.
 */
static int
pick(struct store *s, const struct claiming *g, const struct dues *l, size_t *i,
    struct picked *p, struct err *e)
{
	const struct claim *c = g->c;
	bool full = false;

	p->n = p->recipients = 0;
	while (*i < l->n && g->out->n + p->n < c->messages && !full) {
		const struct due *d = &l->v[(*i)++];
		int64_t left;

		if (!wanted(c, p->n == 0 ? g->first : p->v[0], d))
			continue;
		left = drop_from(s, d, c, g->room, e);
		if (left == -1)
			return -1;
		if (left == 0)
			continue;
		p->v[p->n++] = d;
		p->recipients = d->ends ? p->recipients + (size_t)left
					: g->room;
		full = d->alone || (d->ends && c->recipients != 0);
	}
	return 0;
}

static size_t
count_due(const struct message *m)
{
	size_t n = 0;

	for (size_t i = 0; i < m->n_to; i++)
		n += m->to[i].due;
	return n;
}

/* In their order; those for which there was no room stay due. */
static int
take(struct store *s, struct claiming *g, const struct picked *p, struct err *e)
{
	struct messages *out = g->out;
	int taken = queue_take(s, p->v, p->n, g->c->now, p->recipients, e);
	size_t held = 0;

	for (size_t i = 0; taken != -1 && i < p->n && held < p->recipients;
	     i++) {
		struct message m;
		int r = queue_hold(s, p->v[i], g->c->now, g->c->worker, &m, e);

		if (r == 0)
			r = queue_refresh(s, p->v[i]->message, e);
		else if (r == 1) {
			g->first = p->v[i];
			held += count_due(&m);
			m.alone = p->v[i]->alone;
			out->v = xgrow(out->v, out->n, sizeof(*out->v));
			out->v[out->n++] = m;
		}
		if (r == -1)
			return -1;
	}
	/* A mail's header names others, too: it is no part of one. */
	if (taken > 0 && g->c->channel == CHANNEL_SMS)
		g->room -= (size_t)taken;
	return taken == -1 ? -1 : 0;
}

static int
claim_all(struct store *s, const struct dues *l, const struct claim *c,
    struct messages *out, struct err *e)
{
	struct claiming g = {.c = c,
	    .room = c->recipients == 0 ? INT32_MAX : c->recipients,
	    .out = out};
	struct picked p = {.v = xcalloc(l->n, sizeof(*p.v))};
	size_t i = 0;
	int r = 0;

	while (r == 0 && i < l->n && out->n < c->messages && g.room > 0 &&
	       (g.first == NULL || !g.first->alone)) {
		r = pick(s, &g, l, &i, &p, e);
		if (r == 0 && p.n > 0)
			r = take(s, &g, &p, e);
	}
	free(p.v);
	return r;
}

/*
 * What is due is mostly of one text: no more is looked at than is asked for,
 * however much there is. A batch of which nothing was left after dropping is
 * followed by the next.
 */
static int
claim_batches(
    struct store *s, const struct claim *c, struct messages *out, struct err *e)
{
	size_t limit = c->messages;
	bool more = true;
	int r = 0;

	while (r == 0 && more && out->n == 0 && c->messages > 0) {
		struct dues l = {0};

		r = queue_due(s, c->channel, c->now, limit, &l, e);
		if (r == 0)
			r = claim_all(s, &l, c, out, e);
		/* What is left out for now would come again for ever. */
		more = l.n == limit &&
		       ((!c->more && c->patience == 0) || limit == c->messages);
		limit = c->messages + LOOK_AHEAD;
		free(l.v);
	}
	return r;
}

int
outbox_claim_by(
    struct store *s, const struct claim *c, struct messages *out, struct err *e)
{
	int r = -1;

	*out = (struct messages){0};
	if (store_begin(s, e) == -1)
		return -1;
	if (queue_pull(s, c->channel, c->now, e) == -1 ||
	    claim_batches(s, c, out, e) == -1)
		store_rollback(s);
	else
		r = store_commit(s, e);
	if (r == -1)
		messages_clear(out);
	return r == -1 ? -1 : out->n > 0;
}

int
outbox_claim(struct store *s, enum channel channel, int64_t now, int64_t worker,
    size_t max, struct messages *out, struct err *e)
{
	const struct claim c = {
	    .channel = channel, .now = now, .worker = worker, .messages = max};

	return outbox_claim_by(s, &c, out, e);
}

void
outbox_prepare(struct store *s)
{
	queue_prepare(s);
}

int
outbox_page_waits(
    struct store *s, enum channel channel, int64_t now, struct err *e)
{
	return queue_page(s, channel, now, e);
}

int
outbox_begin(struct store *s, const struct message *const *v, size_t n,
    const char *way, int64_t now, bool *gone, struct err *e)
{
	int r = store_begin(s, e);

	if (r == -1)
		return -1;
	for (size_t i = 0; r != -1 && i < n; i++) {
		r = queue_begin(s, v[i]->id, v[i]->worker, way, now, e);
		gone[i] = r == 0;
	}
	if (r != -1)
		return store_commit(s, e);
	store_rollback(s);
	return -1;
}

static enum life_event
event_of(const struct standing *at, const struct result *r,
    const struct outbox_conf *conf, int64_t now)
{
	if (r->outcome == OUTCOME_ACCEPTED)
		return LIFE_ACCEPT;
	if (r->outcome == OUTCOME_PERMFAIL)
		return LIFE_REFUSE;
	if (r->outcome == OUTCOME_UNKNOWN &&
	    conf->on_unknown == ON_UNKNOWN_ONCE)
		return LIFE_GIVE_UP;
	if (at->old)
		return LIFE_SUPERSEDE;
	return now - at->created >= conf->give_up ? LIFE_GIVE_UP : LIFE_DEFER;
}

/*
 * Where an outcome leads; LIFE_NONE when it is no news. A worker thought dead
 * may still tell: what was taken is taken, whatever became of the message
 * meanwhile; any other outcome then says nothing.
 */
static enum life
life_after(const struct standing *at, const struct place *p,
    const struct result *r, const struct outbox_conf *conf, int64_t now)
{
	if (!(at->held && p->state == DELIVERY_SENDING) &&
	    r->outcome != OUTCOME_ACCEPTED)
		return LIFE_NONE;
	return life_next(
	    life_of(
		p->state, p->doubt || r->outcome == OUTCOME_UNKNOWN, p->over),
	    event_of(at, r, conf, now));
}

/* Of our own pause, and the one that was asked for. */
static int64_t
longer(int64_t ours, int64_t asked)
{
	if (asked > LIMIT_RETRY_AFTER)
		asked = LIMIT_RETRY_AFTER;
	return asked > ours ? asked : ours;
}

/* How many of v, from the first on, have ids that follow one another. */
static size_t
in_order(const struct result *v, size_t n)
{
	size_t k = 1;

	while (k < n && v[k].delivery == v[k - 1].delivery + 1)
		k++;
	return k;
}

/* How many of v, from the first on, one statement moves. */
static size_t
together(const struct settled *v, size_t n)
{
	size_t k = 1;

	while (k < n && settled_alike(&v[0], &v[k]) && v[k].due == v[0].due)
		k++;
	return k;
}

/* One seed per message: its recipients stay together. */
static struct settled
settle_one(const struct standing *at, const struct place *p,
    const struct result *r, const struct outbox_conf *conf, int64_t now)
{
	int64_t ours = outbox_backoff(p->attempts + 1, (uint64_t)at->message);

	return (struct settled){
	    .result = r,
	    .address = p->address,
	    .to = p->address == NULL ? LIFE_NONE
				     : life_after(at, p, r, conf, now),
	    .due = now + longer(ours, r->pause),
	};
}

/* Those whose ids follow one another: what is the same is stored at once. */
static int
store_run(struct store *s, struct standing *at, const struct result *v,
    size_t n, const struct outbox_conf *conf, int64_t now, struct settled *out,
    struct err *e)
{
	struct place *places = xcalloc(n, sizeof(*places));
	int r = standing_places(s, at->message, v[0].delivery, n, places, e);

	for (size_t i = 0; i < n; i++)
		out[i] = settle_one(at, &places[i], &v[i], conf, now);
	for (size_t i = 0, k; r == 0 && i < n; i += k) {
		k = together(&out[i], n - i);
		if (out[i].to != LIFE_NONE)
			r = standing_settle(s, at, &out[i], k, now, e);
	}
	free(places);
	return r;
}

/* What is the same for all of them is read, and recorded, once. */
static int
store_all(struct store *s, const struct message *m, const struct result *v,
    size_t n, const struct outbox_conf *conf, int64_t now, struct settled *out,
    struct err *e)
{
	struct standing at = {0};
	int r = standing_read(s, m->id, m->worker, &at, e);

	for (size_t i = 0, k; r != -1 && i < n; i += k) {
		k = in_order(&v[i], n - i);
		r = store_run(s, &at, &v[i], k, conf, now, &out[i], e);
	}
	if (r != -1)
		r = settled_record(s, &at, out, n, now,
		    m->channel == CHANNEL_MAIL ? "alertd-mail" : "alertd-sms",
		    e);
	if (r != -1 && !conf->part)
		r = queue_done(s, &at, e);
	else if (r != -1 && at.news)
		r = standing_keep(s, &at, e);
	standing_clear(&at);
	return r == -1 ? -1 : store_early_results(s, out, n, now, e);
}

int
outbox_result(struct store *s, const struct message *m,
    const struct result *results, size_t n, const struct outbox_conf *conf,
    int64_t now, struct err *e)
{
	struct settled *settled;
	int r;

	if (store_begin(s, e) == -1)
		return -1;
	settled = xcalloc(n, sizeof(*settled));
	r = store_all(s, m, results, n, conf, now, settled, e);
	for (size_t i = 0; i < n; i++)
		free(settled[i].address);
	free(settled);
	if (r == 0)
		return store_commit(s, e);
	store_rollback(s);
	return -1;
}

int
outbox_release(struct store *s, const struct message *m, struct err *e)
{
	if (store_begin(s, e) == -1)
		return -1;
	if (queue_release(s, m->id, m->worker, RELEASE_IDLE, e) == -1) {
		store_rollback(s);
		return -1;
	}
	return store_commit(s, e);
}

static bool
is_alive(int64_t worker, const int64_t *alive, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (alive[i] == worker)
			return true;
	return false;
}

int
outbox_recover(struct store *s, enum on_unknown sms, const int64_t *alive,
    size_t n, struct err *e)
{
	struct held *held = NULL;
	size_t n_held = 0;
	int count = 0, r;

	if (store_begin(s, e) == -1)
		return -1;
	r = queue_held(s, &held, &n_held, e);
	for (size_t i = 0; r == 0 && i < n_held; i++) {
		const struct held *h = &held[i];

		if (is_alive(h->worker, alive, n))
			continue;
		count++;
		/* What was begun may have been taken before it died. */
		r = queue_release(s, h->message, h->worker,
		    h->channel == CHANNEL_SMS && sms == ON_UNKNOWN_ONCE
			? RELEASE_DOUBTED_ONCE
			: RELEASE_DOUBTED,
		    e);
	}
	free(held);
	if (r == -1)
		store_rollback(s);
	else
		r = store_commit(s, e);
	return r == -1 ? -1 : count;
}

int
outbox_next(struct store *s, enum channel channel, int64_t *due, struct err *e)
{
	return queue_next(s, channel, due, e);
}

int64_t
outbox_backoff(int attempts, uint64_t seed)
{
	int64_t wait = 30;

	while (attempts-- > 1 && wait < 900)
		wait *= 2;
	if (wait > 900)
		wait = 900;
	/* Spread by a mixed seed, so that neighbours part. */
	seed = (seed + (uint64_t)wait) * UINT64_C(0x9e3779b97f4a7c15);
	return wait * (int64_t)(80 + (seed >> 33) % 41) / 100;
}
