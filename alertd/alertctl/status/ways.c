#include <stdlib.h>

#include "alertctl/status/ways.h"
#include "alertctl/ui/out.h"
#include "base/attr.h"
#include "base/mem.h"
#include "base/tr.h"
#include "conf/ways.h"
#include "core/slow.h"

int
channel_ways_read(struct ctl *c, struct channel_ways *out, struct err *e)
{
	int r = 0;

	for (enum channel ch = CHANNEL_MAIL; r == 0 && ch <= CHANNEL_SMS; ch++)
		r = core_ways(c->store, c->conf, ch, &out->of[ch], e);
	return r;
}

void
channel_ways_clear(struct channel_ways *l)
{
	for (size_t ch = 0; ch < LENGTH(l->of); ch++)
		ways_clear(&l->of[ch]);
}

static json_t *
way_json(enum channel channel, const struct way *w)
{
	json_t *o = json_pack("{s:s, s:s, s:s, s:s}", "channel",
	    channel_name(channel), "name", w->name, "state",
	    way_state_name(w->state), "why", w->why);

	json_object_set_new(o, "since", json_time(w->since));
	json_object_set_new(o, "until", json_time(w->until));
	return o;
}

json_t *
channel_ways_json(const struct channel_ways *l)
{
	json_t *list = json_array();

	for (enum channel ch = CHANNEL_MAIL; ch <= CHANNEL_SMS; ch++)
		for (size_t i = 0; i < l->of[ch].n; i++)
			json_array_append_new(
			    list, way_json(ch, &l->of[ch].v[i]));
	return list;
}

char *
way_sentence(enum channel channel, const struct way *w, int64_t now)
{
	char when[WHEN_SIZE];

	out_clock(w->since, now, when);
	if (channel == CHANNEL_SMS)
		return xasprintf(_("gateway %s fails or is slow since %s, any "
				   "other is tried before it: %s"),
		    w->name, when, w->why);
	return xasprintf(_("relay %s fails or is slow since %s, any other is "
			   "tried before it: %s"),
	    w->name, when, w->why);
}

static char *
rate_sentence(enum channel channel, const char *name, const struct way_room *r)
{
	char *rate = rate_format(&r->rate), *text, span[WHEN_SIZE];

	/* Rounded up: before, there is no room. */
	out_span((r->wait + 999) / 1000, span);
	text = channel == CHANNEL_SMS
		   ? xasprintf(_("gateway %s has had all that its rate allows, "
				 "%s; it takes more in %s"),
			 name, rate, span)
		   : xasprintf(_("relay %s has had all that its rate allows, "
				 "%s; it takes more in %s"),
			 name, rate, span);
	free(rate);
	return text;
}

int
rate_sentences(struct ctl *c, struct strv *out, struct err *e)
{
	int ret = 0;

	for (enum channel ch = CHANNEL_MAIL; ret == 0 && ch <= CHANNEL_SMS;
	     ch++) {
		struct strv names = {0};
		struct way_room *v;
		size_t n;

		config_ways(c->conf, ch, &names);
		ret = core_rooms(c->store, c->conf, ch, &v, &n, e);
		for (size_t i = 0; ret == 0 && i < n; i++)
			if (v[i].full)
				strv_take(
				    out, rate_sentence(ch, names.v[i], &v[i]));
		free(v);
		strv_clear(&names);
	}
	return ret;
}
