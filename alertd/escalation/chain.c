#include <stdlib.h>

#include "base/mem.h"
#include "base/str.h"
#include "escalation/chain.h"

/* The clock may go back by so much without our noticing: seconds. */
#define CLOCK_SLACK 60

struct chain_place
chain_next(
    const struct call *c, const struct escalation_conf *conf, size_t n_steps)
{
	int64_t n = (int64_t)n_steps;
	struct chain_place p = {
	    .all = n == 0 || c->steps >= n * conf->rounds,
	    .at = c->due == TIME_NONE ? c->began : c->due,
	};

	if (!str_empty(c->owner) || c->closed != TIME_NONE)
		p.at = TIME_NONE;
	p.round = p.all ? conf->rounds : c->steps / n;
	p.step = p.all ? 0 : (size_t)(c->steps % n);
	return p;
}

void
chain_paged(
    struct call *c, const struct chain_place *p, int64_t wait, int64_t now)
{
	if (!p->all)
		c->steps++;
	c->due = now + wait;
	c->paged_at = now;
	xreplace(&c->skipped, "");
	xreplace(&c->had, "");
}

void
chain_skipped(struct call *c, const struct chain_place *p, const char *name)
{
	char *names;

	if (!p->all)
		c->steps++;
	if (name == NULL)
		return;
	names = *c->skipped == '\0' ? xstrdup(name)
				    : xasprintf("%s, %s", c->skipped, name);
	free(c->skipped);
	c->skipped = names;
}

void
chain_ring(struct call *c, int64_t now)
{
	c->began = now;
	c->steps = 0;
	c->due = TIME_NONE;
	c->taken = c->attended = TIME_NONE;
	if (*c->owner != '\0')
		xreplace(&c->had, c->owner);
	xreplace(&c->owner, "");
	xreplace(&c->skipped, "");
}

void
chain_taken(struct call *c, const char *owner, int64_t now)
{
	xreplace(&c->owner, owner);
	c->taken = c->attended = now;
}

int64_t
chain_lapses(const struct call *c, const struct escalation_conf *conf)
{
	if (c->attended == TIME_NONE || c->closed != TIME_NONE)
		return TIME_NONE;
	return c->attended + conf->ack_lapse;
}

static bool
set_back(int64_t *t, int64_t most, int64_t now)
{
	if (*t == TIME_NONE || *t <= most)
		return false;
	*t = now;
	return true;
}

bool
chain_clock_back(struct call *c, int64_t most, int64_t now)
{
	int64_t slack = now + CLOCK_SLACK;
	bool back = set_back(&c->due, slack + most, now);

	back |= set_back(&c->began, slack, now);
	back |= set_back(&c->paged_at, slack, now);
	back |= set_back(&c->taken, slack, now);
	back |= set_back(&c->attended, slack, now);
	return back;
}

bool
chain_overrun(const struct incident *i, int64_t now)
{
	return i->state == INCIDENT_OPEN && i->planned &&
	       now >= incident_planned_end(i);
}
