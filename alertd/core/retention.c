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

int
core_retention_turn(struct core *c, int64_t now, int64_t *next, struct err *e)
{
	const struct retention_conf *k = &c->conf->retention;
	struct retention r = {before(now, k->persons),
	    before(now, k->operators), before(now, k->codes)};
	struct retained n;
	bool more;

	if (store_retention(c->store, &r, &c->retention, now, &n, &more, e) ==
	    -1)
		return -1;
	say(&n);
	if (more)
		clock_sooner(next, now + PAUSE);
	return 0;
}
