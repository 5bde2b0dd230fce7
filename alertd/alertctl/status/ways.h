/* ways.h: how relays and gateways are, for people and scripts. */
#ifndef ALERTCTL_STATUS_WAYS_H
#define ALERTCTL_STATUS_WAYS_H

#include <jansson.h>

#include "alertctl/ctl.h"
#include "base/words.h"
#include "core/slow.h"
#include "outbox/way.h"

/* What is configured, by channel. Release with channel_ways_clear(). */
struct channel_ways {
	int64_t at; /* when it was read */
	struct ways of[CHANNEL_SMS + 1];
	struct way_room *rooms[CHANNEL_SMS + 1]; /* of each of these */
};

int channel_ways_read(struct ctl *c, struct channel_ways *out, struct err *e);
void channel_ways_clear(struct channel_ways *l);
/* Channel, name, state, since, until, why, rate of each; a new reference. */
json_t *channel_ways_json(const struct channel_ways *l);
/*
 * Of those that have been given as many as their rate allows, a sentence
 * each, and for how long; *out is added to.
 */
void rate_sentences(const struct channel_ways *l, struct strv *out);
/*
 * When what is due by the channel goes on, where all that is configured have
 * been given as many as their rate allows; TIME_NONE: it waits for no rate.
 */
int64_t rate_until(const struct channel_ways *l, enum channel channel);
/* What is wrong with one that is not well; release with free(). */
char *way_sentence(enum channel channel, const struct way *w, int64_t now);

#endif
