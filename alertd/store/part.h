/*
 * part.h: what a contact takes part in, by topic and by channel: its own
 * words, else those of its organisation, else everything. Pure.
 */
#ifndef STORE_PART_H
#define STORE_PART_H

#include "base/str.h"
#include "store/orgs.h"

/* The topics that count for it: a list, or "" for every topic. Borrowed. */
const char *contact_topics(const struct contact *k, const struct org *o);
/* The channels that count for it, never CHOICE_DEFAULT. */
enum channel_choice
contact_choice(const struct contact *k, const struct org *o);
/*
 * Whether a notice of that topic and effect goes to its address on the
 * channel. An organisation's default never leaves a contact with nothing that
 * it could get: who has one address only, gets it there.
 */
bool contact_gets(const struct contact *k, const struct org *o,
    enum channel channel, const char *topic, enum effect effect);
/* Whether one of the contacts of the organisation does. */
bool contacts_get(const struct contacts *l, const struct org *o,
    enum channel channel, const char *topic, enum effect effect);

/*
 * Leaves of own, the contacts of o, whom the notice goes to, each with the
 * addresses it goes to. who, when not NULL, says of an address that it goes
 * there whatever its contact takes part in. on says of each channel whether
 * anything is sent by it. Of TOPIC_FMK it goes to all addresses when nobody
 * takes part by one that is: no outage of FMK goes untold.
 */
typedef bool part_who_fn(const void *arg, const char *org, const char *address);
void part_narrow(struct contacts *own, const struct org *o, const char *topic,
    enum effect effect, const bool on[CHANNEL_SMS + 1], part_who_fn *who,
    const void *arg);

#endif
