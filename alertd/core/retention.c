#include "base/log.h"
#include "core/parts.h"
#include "store/retention.h"

/* Seconds between two steps while there is more. */
#define PAUSE 1

/* 0s keeps for ever. */
static int64_t
before(int64_t now, int64_t keep)
{
	return keep == 0 ? 0 : now - keep;
}

static void
say(const struct retained *n)
{
	int64_t all = n->deliveries + n->pages + n->calls + n->codes +
		      n->covers + n->records;

	if (all > 0)
		log_info("retention: erased the persons of %lld deliveries, "
			 "%lld pages, %lld calls, %lld covers, %lld texts of "
			 "the audit trail, and %lld codes",
		    (long long)n->deliveries, (long long)n->pages,
		    (long long)n->calls, (long long)n->covers,
		    (long long)n->records, (long long)n->codes);
}

/* The last step was just now; a clock that was set back is no reason. */
static bool
must_pause(const struct core *c, int64_t now)
{
	return now < c->retention_at && now >= c->retention_at - PAUSE;
}

int
core_retention_turn(struct core *c, int64_t now, int64_t *next, struct err *e)
{
	const struct retention_conf *k = &c->conf->retention;
	struct retention r = {before(now, k->persons),
	    before(now, k->operators), before(now, k->codes)};
	struct retained n;
	bool more;

	/* Who sends what was just queued writes, too: not in this turn. */
	if (c->queued != c->before)
		return 0;
	if (must_pause(c, now)) {
		clock_sooner(next, c->retention_at);
		return 0;
	}
	if (store_retention(c->store, &r, &c->retention, now, &n, &more, e) ==
	    -1)
		return -1;
	say(&n);
	if (more) {
		c->retention_at = now + PAUSE;
		clock_sooner(next, c->retention_at);
	}
	return 0;
}
