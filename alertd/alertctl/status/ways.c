#include <stdlib.h>

#include "alertctl/status/ways.h"
#include "alertctl/ui/out.h"
#include "base/attr.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/tr.h"

int
channel_ways_read(struct ctl *c, struct channel_ways *out, struct err *e)
{
	int r = 0;

	out->at = clock_read().wall;
	for (enum channel ch = CHANNEL_MAIL; r == 0 && ch <= CHANNEL_SMS;
	     ch++) {
		size_t n; /* as many as there are ways */

		r = core_ways(c->store, c->conf, ch, &out->of[ch], e);
		if (r == 0)
			r = core_rooms(
			    c->store, c->conf, ch, &out->rooms[ch], &n, e);
	}
	return r;
}

void
channel_ways_clear(struct channel_ways *l)
{
	for (size_t ch = 0; ch < LENGTH(l->of); ch++) {
		ways_clear(&l->of[ch]);
		free(l->rooms[ch]);
	}
	*l = (struct channel_ways){0};
}

/* Rounded up: before, there is no room. */
static int64_t
seconds_of(const struct way_room *r)
{
	return (r->wait + 999) / 1000;
}

static json_t *
rate_json(const struct way_room *r, int64_t at)
{
	char *rate = rate_format(&r->rate);
	json_t *o = r->rate.most == 0 ? json_null() : json_string(rate);

	free(rate);
	return json_pack("{s:o, s:o}", "rate", o, "rate_until",
	    json_time(r->full ? at + seconds_of(r) : TIME_NONE));
}

static json_t *
way_json(enum channel channel, const struct way *w, const struct way_room *r,
    int64_t at)
{
	json_t *rate = rate_json(r, at);
	json_t *o = json_pack("{s:s, s:s, s:s, s:s}", "channel",
	    channel_name(channel), "name", w->name, "state",
	    way_state_name(w->state), "why", w->why);

	json_object_set_new(o, "since", json_time(w->since));
	json_object_set_new(o, "until", json_time(w->until));
	json_object_update(o, rate);
	json_decref(rate);
	return o;
}

json_t *
channel_ways_json(const struct channel_ways *l)
{
	json_t *list = json_array();

	for (enum channel ch = CHANNEL_MAIL; ch <= CHANNEL_SMS; ch++)
		for (size_t i = 0; i < l->of[ch].n; i++)
			json_array_append_new(
			    list, way_json(ch, &l->of[ch].v[i],
				      &l->rooms[ch][i], l->at));
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

	out_span(seconds_of(r), span);
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

void
rate_sentences(const struct channel_ways *l, struct strv *out)
{
	for (enum channel ch = CHANNEL_MAIL; ch <= CHANNEL_SMS; ch++)
		for (size_t i = 0; i < l->of[ch].n; i++) {
			const struct way_room *r = &l->rooms[ch][i];

			if (r->full)
				strv_take(out,
				    rate_sentence(ch, l->of[ch].v[i].name, r));
		}
}

int64_t
rate_until(const struct channel_ways *l, enum channel channel)
{
	int64_t until = TIME_NONE;

	for (size_t i = 0; i < l->of[channel].n; i++) {
		const struct way_room *r = &l->rooms[channel][i];

		if (!r->full)
			return TIME_NONE;
		clock_sooner(&until, l->at + seconds_of(r));
	}
	return until;
}
