/* topics.h: the topics that there are, and how alertctl says them. */
#ifndef ALERTCTL_CONTACTS_TOPICS_H
#define ALERTCTL_CONTACTS_TOPICS_H

#include "alertctl/ctl.h"

/*
 * Adds those that are built in and those of the configured rules. Rules that
 * cannot be read add none: contacts can be changed all the same, and "config
 * check" tells what is wrong.
 */
void topics_known(struct ctl *c, struct strv *out);
/* A stored list for people: "every topic" for "" and "all". Borrowed. */
const char *topics_words(const char *topics);
/* What a choice of channels means, for people. Constant. */
const char *channels_words(enum channel_choice choice);

#endif
