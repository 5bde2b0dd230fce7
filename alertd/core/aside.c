#include <stdio.h>
#include <stdlib.h>

#include "base/limits.h"
#include "base/mem.h"
#include "core/parts.h"
#include "store/blame.h"

/* What the on-call is to know of it; free(). */
static char *
whose(const struct doomed *d)
{
	if (d->number == 0)
		return xasprintf("a page to %s, by %s", d->org_name,
		    channel_name(d->channel));
	return xasprintf("incident %lld, notice %d to %s, by %s",
	    (long long)d->incident, d->number, d->org_name,
	    channel_name(d->channel));
}

/*
 * What tells of a page that was set aside is a page: all of them are one
 * matter, or it could go round for ever.
 */
static int
tell(struct core *c, const struct doomed *d, int64_t now, struct err *e)
{
	bool page = d->audience == ORG_ONCALL;
	char about[32], *detail = page ? xstrdup("pages") : whose(d);
	int r;

	snprintf(about, sizeof(about), "%lld", (long long)d->message);
	r = core_alarm(c,
	    &(struct alarm){ALARM_SET_ASIDE, page ? "-" : about, detail}, now,
	    e);
	free(detail);
	return r;
}

static int
set_aside(struct core *c, const struct doomed *d, int64_t now, struct err *e)
{
	char *what = whose(d), *why;
	int r;

	why = xasprintf("not tried again: its worker died %d times over it "
			"(%s)",
	    d->deaths, what);
	r = store_set_aside(c->store, d, why, now, e);
	if (r == 0)
		r = tell(c, d, now, e);
	free(why);
	free(what);
	return r;
}

/* Whether there is one: nobody waits for the lock to hear that there is none.
 */
static int
is_any(struct core *c, struct err *e)
{
	struct doomed d;
	int r = store_doomed(c->store, &d, e);

	doomed_clear(&d);
	return r;
}

int
core_aside_turn(struct core *c, int64_t now, int64_t *next, struct err *e)
{
	int r = is_any(c, e);

	(void)next;
	while (r == 1) {
		struct doomed d;

		if (store_begin(c->store, e) == -1)
			return -1;
		r = store_doomed(c->store, &d, e);
		if (r == 1 && set_aside(c, &d, now, e) == -1)
			r = -1;
		doomed_clear(&d);
		if (core_finish(c, r == -1 ? -1 : 0, e) == -1)
			return -1;
	}
	return r;
}
