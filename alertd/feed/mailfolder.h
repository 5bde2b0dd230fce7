/*
 * mailfolder.h: a Maildir that is polled, for the poller. What was read stays
 * in memory, so that a poll reads only what is new.
 */
#ifndef FEED_MAILFOLDER_H
#define FEED_MAILFOLDER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "conf/config.h"
#include "feed/poller.h"

struct mailfolder;

/* The path of the Maildir; borrowed from the configuration. */
const char *mailfolder_path(const struct feed_conf *feed);

/* feed is borrowed until mailfolder_close(). */
struct mailfolder *mailfolder_open(const struct feed_conf *feed);
void mailfolder_close(struct mailfolder *f);
/* Begins a poll at now: lists the folder. */
void mailfolder_start(struct mailfolder *f, int64_t now);
/* Reads on, a little; true while there is more to read. */
bool mailfolder_step(struct mailfolder *f);
/* Ends the poll: fills outcome, reports, error and refused of *r. */
void mailfolder_finish(struct mailfolder *f, struct poll_result *r);
/* As poller_again() and poller_told(). */
void mailfolder_again(struct mailfolder *f);
int mailfolder_told(struct mailfolder *f, struct err *e);

#endif
