#include <stdlib.h>

#include "base/clock.h"
#include "base/mem.h"
#include "proof/course.h"

int64_t
gap_length(const struct gap *g)
{
	return g->ends - g->begins;
}

void
course_clear(struct course *c)
{
	free(c->gaps);
	*c = (struct course){0};
}

static bool
ends_it(const struct course_notice *n)
{
	return n->type == NOTICE_RESOLVED || n->type == NOTICE_CORRECTION;
}

/* No notice arrives before it is queued: few are looked at. */
static bool
overtaken(const struct course_facts *f, const int64_t *accepted, size_t k)
{
	for (size_t i = k + 1; i < f->n && f->v[i].at <= accepted[k]; i++)
		if (accepted[i] != TIME_NONE && accepted[i] <= accepted[k])
			return true;
	return false;
}

/* What it knows while its notices are gone through. */
struct walk {
	const struct course_notice *last; /* NULL: it waits for nothing */
	int64_t since; /* when that reached it */
};

static void
add_gap(struct course *c, const struct walk *w, int to, int64_t ends,
    enum gap_end end)
{
	if (w->last == NULL || w->last->next == TIME_NONE)
		return;
	if (c->n_gaps == c->room) {
		c->room = c->room == 0 ? 16 : c->room * 2;
		c->gaps = xreallocarray(c->gaps, c->room, sizeof(*c->gaps));
	}
	c->gaps[c->n_gaps++] = (struct gap){w->last->number, to, w->since,
	    ends > w->since ? ends : w->since, end};
}

static void
reached(
    struct course *c, struct walk *w, const struct course_notice *n, int64_t at)
{
	if (c->first == TIME_NONE)
		c->first = at;
	c->told++;
	add_gap(c, w, n->number, at, GAP_NOTICE);
	c->over_told = ends_it(n);
	c->over_missing = false;
	w->last = ends_it(n) ? NULL : n;
	w->since = at;
}

/* The end did not reach it. */
static void
missed_end(struct course *c, struct walk *w, const struct course_notice *n)
{
	if (w->last == NULL)
		return;
	add_gap(c, w, 0, n->at, GAP_OVER);
	c->over_missing = true;
	*w = (struct walk){0};
}

static void
find_largest(struct course *c)
{
	for (size_t i = 0; i < c->n_gaps; i++)
		if (c->largest == NULL ||
		    gap_length(&c->gaps[i]) > gap_length(c->largest))
			c->largest = &c->gaps[i];
}

void
course_follow(
    const struct course_facts *f, const int64_t *accepted, struct course *out)
{
	struct walk w = {0};

	*out = (struct course){
	    .first = TIME_NONE, .gaps = out->gaps, .room = out->room};
	for (size_t k = 0; k < f->n; k++) {
		if (accepted[k] != TIME_NONE && !overtaken(f, accepted, k))
			reached(out, &w, &f->v[k], accepted[k]);
		else if (ends_it(&f->v[k]))
			missed_end(out, &w, &f->v[k]);
	}
	if (w.last != NULL) {
		add_gap(out, &w, 0, f->until, f->open ? GAP_OPEN : GAP_OVER);
		out->over_missing = !f->open;
	}
	find_largest(out);
}

bool
promise_breaks(const struct promise *p, const struct gap *g)
{
	return p->limit > 0 && gap_length(g) > p->limit;
}

void
promise_add(struct promise *p, const struct course *c)
{
	size_t breaches = 0;

	for (size_t i = 0; i < c->n_gaps; i++)
		breaches += promise_breaks(p, &c->gaps[i]);
	if (c->largest != NULL &&
	    (p->gaps == 0 ||
		gap_length(c->largest) > gap_length(&p->largest))) {
		p->largest = *c->largest;
		p->largest_of = p->municipalities;
	}
	p->municipalities++;
	p->untold += c->first == TIME_NONE;
	p->over_told += c->over_told;
	p->over_missing += c->over_missing;
	p->gaps += c->n_gaps;
	p->breaches += breaches;
	p->broken += breaches > 0;
}

enum promise_state
promise_judge(const struct promise *p, bool open)
{
	if (p->limit == 0 || p->municipalities == 0)
		return PROMISE_NONE;
	if (p->breaches > 0 || (p->untold > 0 && !p->early) ||
	    p->over_missing > 0)
		return PROMISE_BROKEN;
	return open ? PROMISE_HOLDS : PROMISE_HELD;
}

const char *
promise_state_name(enum promise_state s)
{
	static const char *const names[] = {[PROMISE_NONE] = "none",
	    [PROMISE_HELD] = "held",
	    [PROMISE_HOLDS] = "holds",
	    [PROMISE_BROKEN] = "broken"};

	return names[s];
}
