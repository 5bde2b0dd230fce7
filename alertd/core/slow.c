#include <stdlib.h>

#include "base/clock.h"
#include "base/mem.h"
#include "conf/ways.h"
#include "core/slow.h"
#include "outbox/pass.h"
#include "store/ways.h"

#define SPARE_AFTER 1 /* s, that workers have to take what waits */

static int
look(struct core *c, struct slow_look *l, enum channel channel, int64_t now,
    struct err *e)
{
	struct passing p;
	bool behind;

	if (outbox_pass(c->store, channel, config_slow_after(c->conf, channel),
		now, &p, e) == -1)
		return -1;
	/* Those that are woken for it may be able to send it themselves. */
	behind = p.waits && l->alive[channel] > 0 &&
		 p.busy >= l->alive[channel];
	l->released = l->released || p.passed > 0;
	l->spare[channel] = behind && p.passed == 0;
	clock_sooner(&l->next, p.next);
	if (behind && p.passed > 0)
		clock_sooner(&l->next, now + SPARE_AFTER);
	return 0;
}

int
core_slow(struct core *c, struct slow_look *l, int64_t now, struct err *e)
{
	int r = 0;

	l->released = false;
	l->next = TIME_NONE;
	for (enum channel ch = CHANNEL_MAIL; r == 0 && ch <= CHANNEL_SMS;
	     ch++) {
		l->spare[ch] = false;
		if (config_sends(c->conf, ch))
			r = look(c, l, ch, now, e);
	}
	return r;
}

int
core_ways_begin(struct core *c, struct err *e)
{
	int r = 0;

	for (enum channel ch = CHANNEL_MAIL; r == 0 && ch <= CHANNEL_SMS;
	     ch++) {
		struct strv names = {0};

		config_ways(c->conf, ch, &names);
		r = store_ways_keep(c->store, ch, &names, e);
		strv_clear(&names);
	}
	return r;
}

int
core_ways(struct store *s, const struct config *conf, enum channel channel,
    struct ways *out, struct err *e)
{
	struct strv names = {0};
	int r;

	config_ways(conf, channel, &names);
	r = store_ways(s, channel, &names, out, e);
	strv_clear(&names);
	return r;
}

static int
read_room(struct store *s, enum channel channel, const char *name,
    struct way_room *r, struct err *e)
{
	int64_t mono = clock_read().mono_ms, since;
	struct rate_log l = {0};
	int n;

	if (r->rate.most == 0)
		return 0;
	since = mono - r->rate.span - RATE_KEPT;
	n = store_rate_log(s, channel, name, since, &l, e);
	r->full = rate_room(&r->rate, &l, mono) == 0;
	r->was_full = rate_was_full(&r->rate, &l, RATE_KEPT, mono);
	r->wait = rate_next(&r->rate, &l, mono) - mono;
	rate_log_clear(&l);
	return n;
}

int
core_rooms(struct store *s, const struct config *conf, enum channel channel,
    struct way_room **out, size_t *n, struct err *e)
{
	struct strv names = {0};
	int r = 0;

	config_ways(conf, channel, &names);
	*n = names.n;
	*out = xcalloc(names.n + 1, sizeof(**out));
	for (size_t i = 0; r == 0 && i < names.n; i++) {
		(*out)[i].rate = config_rate(conf, channel, i);
		r = read_room(s, channel, names.v[i], &(*out)[i], e);
	}
	strv_clear(&names);
	return r;
}

int
core_rates_wait(struct store *s, const struct config *conf,
    enum channel channel, bool *wait, struct err *e)
{
	struct way_room *v;
	size_t n;
	int r = core_rooms(s, conf, channel, &v, &n, e);

	*wait = n > 0;
	for (size_t i = 0; i < n; i++)
		*wait = *wait && v[i].was_full;
	free(v);
	return r;
}
