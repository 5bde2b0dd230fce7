#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "store/walk.h"
#include "web/reached.h"
#include "web/web.h"

#define STEP 256 /* looked at at once */
#define FRESH 2 /* s that a count is as good as a new one */
#define STALE 60 /* s until it is shown no more */

static void
groups_clear(struct reached_groups *g)
{
	for (size_t i = 0; i < g->n; i++)
		free(g->v[i].name);
	free(g->v);
}

static void
sum_clear(struct reached_sum *s)
{
	groups_clear(&s->regions);
	groups_clear(&s->vendors);
	for (size_t i = 0; i < MAP_STATES; i++)
		reaches_clear(&s->first[i]);
	*s = (struct reached_sum){0};
}

static void
forget(struct reached *r)
{
	sum_clear(&r->done);
	sum_clear(&r->next);
	free(r->after);
	*r = (struct reached){.at = TIME_NONE};
}

void
reached_clear(struct reached v[REACHED])
{
	for (size_t i = 0; i < REACHED; i++)
		forget(&v[i]);
}

/* The one of that name; the last, without a name, is that of all others. */
static struct reached_group *
group_of(struct reached_groups *g, const char *name)
{
	bool full;

	for (size_t i = 0; i < g->n; i++)
		if (str_eq(g->v[i].name, name))
			return &g->v[i];
	full = g->n >= LIMIT_GROUPS;
	if (full && *name != '\0')
		return group_of(g, "");
	g->v = xreallocarray(g->v, g->n + 1, sizeof(*g->v));
	g->v[g->n] = (struct reached_group){.name = xstrdup(name)};
	return &g->v[g->n++];
}

static void
group_add(struct reached_groups *g, const char *name, bool missing)
{
	struct reached_group *to = group_of(g, name);

	to->n++;
	to->missing += missing;
}

static void
keep_first(struct reaches *l, struct reach *r)
{
	if (l->n >= LIMIT_NAMED)
		return;
	l->v = xreallocarray(l->v, l->n + 1, sizeof(*l->v));
	l->v[l->n++] = *r;
	*r = (struct reach){0};
}

/* What is kept of r is taken from it. */
static void
sum_add(struct reached_sum *s, struct reach *r, bool notice)
{
	enum map_state state = map_state(r, notice);
	bool missing = map_missing(state);

	s->n++;
	s->by[state]++;
	s->missing += missing;
	s->asked += r->asked;
	s->unanswered += r->asked && !r->receipted;
	if (state != MAP_UNCONCERNED) {
		group_add(&s->regions, r->region, missing);
		group_add(&s->vendors, r->vendor, missing);
	}
	if (missing)
		keep_first(&s->first[state], r);
}

static void
finish(struct reached *r)
{
	sum_clear(&r->done);
	r->done = r->next;
	r->next = (struct reached_sum){0};
	r->at = r->begun;
	xreplace(&r->after, NULL);
}

/* The next of them; 0, or -1 with *e. */
static int
count(struct web *w, struct reached *r, struct err *e)
{
	struct reaches l = {0};
	int done = store_reach_after(
	    w->store, r->incident, r->notice, r->after, STEP, &l, e);

	if (done == 0 && l.n == STEP)
		xreplace(&r->after, l.v[l.n - 1].code);
	for (size_t i = 0; done == 0 && i < l.n; i++)
		sum_add(&r->next, &l.v[i], r->notice > 0);
	if (done == 0 && l.n < STEP)
		finish(r);
	reaches_clear(&l);
	return done;
}

static struct reached *
find(struct web *w, int64_t incident, int notice)
{
	struct reached *v = w->reached, *oldest = &v[0];

	for (size_t i = 0; i < REACHED; i++) {
		if (v[i].used && v[i].incident == incident &&
		    v[i].notice == notice)
			return &v[i];
		if (oldest->used && (!v[i].used || v[i].asked < oldest->asked))
			oldest = &v[i];
	}
	forget(oldest);
	oldest->used = true;
	oldest->incident = incident;
	oldest->notice = notice;
	return oldest;
}

const struct reached *
reached_look(struct web *w, int64_t incident, int notice, struct err *e)
{
	struct reached *r = find(w, incident, notice);

	r->asked = w->now;
	if (r->at != TIME_NONE && (w->now < r->at || w->now - r->at > STALE)) {
		sum_clear(&r->done);
		r->at = TIME_NONE;
	}
	if (r->after == NULL &&
	    (r->at == TIME_NONE || w->now - r->at > FRESH)) {
		sum_clear(&r->next);
		r->after = xstrdup("");
		r->begun = w->now;
	}
	for (size_t n = 0; r->after != NULL && n < LIMIT_WEB_COUNTED; n += STEP)
		if (count(w, r, e) == -1) {
			forget(r);
			return NULL;
		}
	return r;
}

/* Which is half counted; REACHED = none. */
static size_t
waiting(const struct web *w)
{
	size_t i = 0;

	while (i < REACHED && w->reached[i].after == NULL)
		i++;
	return i;
}

bool
reached_waits(const struct web *w)
{
	return waiting(w) < REACHED;
}

int
reached_step(struct web *w, struct err *e)
{
	size_t i = waiting(w);

	if (i == REACHED || count(w, &w->reached[i], e) == 0)
		return 0;
	forget(&w->reached[i]);
	return -1;
}

int
reached_many(struct web *w, struct err *e)
{
	struct orgs l = {0};
	int r = store_orgs_after(
	    w->store, ORG_MUNICIPALITY, "", LIMIT_TILES + 1, &l, e);

	if (r == 0)
		r = l.n > LIMIT_TILES;
	orgs_clear(&l);
	return r;
}
