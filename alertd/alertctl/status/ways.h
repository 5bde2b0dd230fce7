/* ways.h: how relays and gateways are, for people and scripts. */
#ifndef ALERTCTL_STATUS_WAYS_H
#define ALERTCTL_STATUS_WAYS_H

#include <jansson.h>

#include "alertctl/ctl.h"
#include "base/words.h"
#include "outbox/way.h"

/* What is configured, by channel. Release with channel_ways_clear(). */
struct channel_ways {
	struct ways of[CHANNEL_SMS + 1];
};

int channel_ways_read(struct ctl *c, struct channel_ways *out, struct err *e);
void channel_ways_clear(struct channel_ways *l);
/* Channel, name, state, since, until, why of each; a new reference. */
json_t *channel_ways_json(const struct channel_ways *l);
/*
 * Of those that have been given as many as their rate allows, a sentence
 * each, and for how long. Release with strv_clear(), also on -1.
 */
int rate_sentences(struct ctl *c, struct strv *out, struct err *e);
/* What is wrong with one that is not well; release with free(). */
char *way_sentence(enum channel channel, const struct way *w, int64_t now);

#endif
