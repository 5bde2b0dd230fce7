/*
 * screen.h: all that "alertctl status" shows, read once; as JSON, and as lines
 * for a person: what has to be done first, then what is open and what fails;
 * what is well is one line.
 */
#ifndef ALERTCTL_STATUS_SCREEN_H
#define ALERTCTL_STATUS_SCREEN_H

#include <jansson.h>

#include "alertctl/status/calls.h"
#include "alertctl/ctl.h"
#include "alertctl/status/ways.h"
#include "alertctl/ui/sheet.h"
#include "store/checks.h"
#include "base/lock.h"
#include "base/str.h"
#include "store/drafts.h"
#include "store/incidents.h"
#include "store/messages.h"
#include "store/progress.h"
#include "store/reports.h"
#include "store/tally.h"
#include "store/truth.h"

struct screen {
	int64_t now, pid;
	enum lock_holder holder; /* who has that pid */
	bool running; /* it is the daemon */
	bool full; /* the disk of the database */
	struct incidents live;
	struct progress *newest; /* of each of these, of its newest notice */
	struct open_calls calls;
	struct feed_states feeds;
	struct unsent unsent[CHANNEL_SMS + 1];
	int64_t addresses; /* of these */
	int64_t failed, unknown; /* of what is open, or of the last day */
	struct tally tally;
	struct drafts drafts; /* of all, that nobody is typing at */
	struct check_state check;
	struct faults faults;
	struct channel_ways ways;
	struct strv rates; /* relays and gateways that have had their rate */
	struct strv shut; /* programs with a sandbox that lacks something */
	struct truth truth[CHANNEL_SMS + 1];
	struct reaches reach;
	int64_t reach_of; /* incident of reach, 0 = contacts only */
};

/* Release with screen_clear(), also after -1 with *e. */
int screen_read(struct ctl *c, int64_t now, struct screen *s, struct err *e);
void screen_clear(struct screen *s);
/* New reference. */
json_t *screen_json(const struct ctl *c, struct screen *s);
/*
 * Adds the lines to *out, without the map; now is the time that is shown,
 * which may be later than that when it was read.
 */
void screen_lines(
    const struct ctl *c, struct screen *s, int64_t now, struct sheet *out);

#endif
