/*
 * replay.h: recorded bodies through rules, incidents and schedule on a made
 * clock. The same core as the daemon's; what is queued is delivered at once,
 * to nobody or to a Maildir and a file.
 */
#ifndef ALERTCTL_FEED_REPLAY_H
#define ALERTCTL_FEED_REPLAY_H

#include "alertctl/ctl.h"
#include "alertctl/feed/recording.h"
#include "deliver/transport.h"
#include "deliver/worker.h"
#include "feed/mail.h"

struct replay {
	struct ctl *c;
	struct core core;
	struct store *own; /* the store in memory; NULL with --deliver */
	struct worker workers[2]; /* one for each channel; no transport: off */
	enum feed_kind kind; /* FEED_AUTO until a body has told it */
	char *feed; /* its name */
	int64_t until;
	bool pages, silent;
	/* How far it has come. */
	int64_t now; /* TIME_NONE before the first body */
	int64_t next; /* what the core waits for */
	int64_t shown; /* id of the last notice printed */
	bool polled; /* a body was there */
	char *failure; /* of the last body, NULL when it was good */
	char *first_failure; /* NULL when no body was bad */
	size_t good; /* bodies that were read */
	struct mail *mails; /* of FEED_MAILDIR: all that have come */
	size_t n_mails;
};

/* Runs the bodies and what follows them until r->until. 0 or -1 with *e. */
int replay_run(struct replay *r, const struct recording *l, struct err *e);
/* Table, ignored reports, coverage, one mail and one SMS, for a person. */
int replay_summary(struct replay *r, struct err *e);

/* Store with contacts, and transports. 0 or an exit status. */
int replay_open(struct replay *r, bool deliver);
void replay_close(struct replay *r);

#endif
