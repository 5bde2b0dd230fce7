/*
 * ways.h: the relays and gateways of a configuration by name, as the log, the
 * trail and the store have them.
 */
#ifndef CONF_WAYS_H
#define CONF_WAYS_H

#include "base/words.h"
#include "conf/config.h"

/*
 * Adds those of the channel to *out, as they are configured:
 * "smtp.example.dk:587", "[2001:db8::1]:25"; gateways have names. None where
 * the channel is off or goes to a file.
 */
void
config_ways(const struct config *c, enum channel channel, struct strv *out);
/* How many the i-th of them may be given; most is 0: as many as there are. */
struct rate config_rate(const struct config *c, enum channel channel, size_t i);
/* Whether the channel is configured at all. */
bool config_sends(const struct config *c, enum channel channel);
/* Seconds without result after which a message of the channel is slow. */
int64_t config_slow_after(const struct config *c, enum channel channel);

#endif
