/* parts.h: what the files of the core share; core.h is for the rest. */
#ifndef CORE_PARTS_H
#define CORE_PARTS_H

#include "core/core.h"
#include "notice/schedule.h"
#include "store/orgs.h"
#include "store/reports.h"

/*
 * No patient's number gets into the database, or out to anybody (base/cpr.h).
 * From an operator it is refused: -1 with *e. s may be NULL.
 */
int core_refuse_patient(const struct statement *s, struct err *e);
/*
 * From a feed it is masked: *out is the report, with its title and text, and
 * how many are masked is returned. What *out borrows is r's; release with
 * core_masked_clear().
 */
size_t core_mask_report(const struct report *r, struct report *out);
void core_masked_clear(struct report *out);

/* Commits when r is 0, else rolls back; returns what came of it. */
int core_finish(struct core *c, int r, struct err *e);

/* One poll of a feed, while it is taken in. */
struct watch {
	struct feed_state feed;
	const struct feed_conf *conf; /* NULL: a feed that is not configured */
	bool only_open; /* what it does not list is over */
	int64_t stamp; /* of what it lists, see feed/health.h */
	bool renewed; /* it is read from elsewhere than before */
	bool changed; /* something that it lists is new */
	size_t fresh; /* events that were not listed before */
};

/* Reads what is known of the feed. Release with core_watch_clear(). */
int core_watch_open(struct core *c, const char *feed, int64_t now,
    struct watch *w, struct err *e);
void core_watch_clear(struct watch *w);
/*
 * Stores when feeds were read and the same, in the caller's transaction; once
 * that is committed, core_same_stored().
 */
int core_same_store(struct core *c, int64_t now, struct err *e);
void core_same_stored(struct core *c);
/*
 * All that the body lists has been taken: concludes from what it does not
 * list, unless it is no whole list; steps, tells and stores the health.
 */
int core_watch_read(struct core *c, struct watch *w,
    const struct reports *reports, int64_t now, struct err *e);

/* What was listed and not seen since before is gone from the feed. */
int core_vanished(struct core *c, struct watch *w, int64_t before, int64_t now,
    struct err *e);

/*
 * Looks who has the notices that went out escalation.unreached ago, and pages
 * when a municipality has nothing; *next as in core_turn().
 */
int core_reach_turn(struct core *c, int64_t now, int64_t *next, struct err *e);

/* Whether the notice is to be looked at yet: that finds what comes back. */
int core_reach_waits(
    struct core *c, int64_t incident, int number, bool *waits, struct err *e);
/*
 * A mail of the notice has come back, which was looked at before: rings when
 * the organisation has lost the newest notice of an open incident by it;
 * those of the next min_gap ring together. In the caller's transaction.
 */
int core_reach_lost(struct core *c, int64_t incident, int number,
    const char *org, int64_t now, struct err *e);

/*
 * Looks, at most each LIMIT_GAP_LOOK, which municipalities a channel does not
 * reach, and tells the on-call of those that have lasted LIMIT_GAP_TOLD, again
 * after as long, and of those that are closed; *next as in core_turn().
 */
int core_gaps_turn(struct core *c, int64_t now, int64_t *next, struct err *e);

/* Fills in whether the feed of f->incident brings fresh information. */
void core_feed_silence(struct core *c, struct notice_facts *f);

/*
 * Queues a notice of type about i to everybody it concerns, supersedes older
 * ones, books it into *i and stores *i. In the caller's transaction.
 */
int core_queue_notice(struct core *c, struct incident *i, enum notice_type type,
    const char *why, int64_t now, struct err *e);

/*
 * Queues a notice to the contacts of an organisation over one channel; 1, 0
 * when the channel is off or none has an address on it, -1.
 */
int core_queue_one(struct core *c, const struct incident *i,
    const struct notice *n, enum channel channel, const struct org *o,
    const struct contact *contacts, size_t n_contacts, struct err *e);

/* Whether the mails of a notice of i of that type ask for a receipt. */
bool core_asks(
    const struct core *c, const struct incident *i, enum notice_type type);
/* The link of a receipt, with the place of its token; free(). */
char *core_receipt_link(const struct core *c);
/* A code for the municipality's mail of the notice. */
int core_receipt_code(
    struct core *c, const struct notice *n, const struct org *o, struct err *e);
/*
 * The mail that was queued to the municipality asks for its receipt, unless
 * that is there: makes the code.
 */
int core_ask(struct core *c, const struct incident *i, const struct notice *n,
    const struct org *o, struct err *e);
/*
 * Asks again, over the other channel, who has not given the receipt of an
 * open incident in notices.receipt_reminder, and then tells the on-call;
 * *next as in core_turn().
 */
int
core_receipts_turn(struct core *c, int64_t now, int64_t *next, struct err *e);

/*
 * What no worker claims any more, since they die over it, has failed, and
 * rings; *next as in core_turn().
 */
int core_aside_turn(struct core *c, int64_t now, int64_t *next, struct err *e);

/*
 * Sends the test of truth: when it is due, and tells when one is late, or
 * arrives again; *next as in core_turn().
 */
int core_truth_turn(struct core *c, int64_t now, int64_t *next, struct err *e);

/*
 * Reminds the on-call, at drill_every and then each week, that no drill has
 * been held; *next as in core_turn().
 */
int core_drill_turn(struct core *c, int64_t now, int64_t *next, struct err *e);

/*
 * What is old loses its persons, in small steps; *next as in core_turn(),
 * while there is more.
 */
int
core_retention_turn(struct core *c, int64_t now, int64_t *next, struct err *e);

/* "https://alertd.example.dk/svar/", or "" without web.base_url; free(). */
char *core_link(const struct core *c, const char *what);

/* What the calendar of the rota says of the time, into *out. */
int core_calendar_add(struct core *c, struct rota *out, int64_t from,
    int64_t until, struct err *e);

/* Municipalities for a page: all are counted, the first few are named. */
struct named {
	struct strv names;
	size_t n;
};

/* {0} is empty. */
void core_named_add(struct named *l, const char *name);
/* "Greve, Solrød, …"; empties *l but for n. Release with free(). */
char *core_named_list(struct named *l);

/* What i has to say next, and when; may mark it reminded. */
struct schedule
core_schedule(struct incident *i, const struct notices_conf *conf, int64_t now);

/*
 * Begins a transaction and reads incident id in it: 0, or -1 with *e when there
 * is none, and no transaction. core_incident_close() releases *i and ends it as
 * core_finish() does.
 */
int core_incident_open(
    struct core *c, int64_t id, struct incident *i, struct err *e);
int
core_incident_close(struct core *c, struct incident *i, int r, struct err *e);

/* Does all that is due for one incident; *next as in core_turn(). */
int core_incident_turn(struct core *c, struct incident *i, int64_t now,
    int64_t *next, struct err *e);

/* The facts of a notice of i; borrowed from i and the configuration. */
struct notice_facts core_facts(struct core *c, const struct incident *i,
    enum notice_type type, int number, enum org_kind audience, int64_t now);

/* Appends to the audit trail about an incident (0 = none). */
int core_audit(struct core *c, int64_t now, const char *action,
    int64_t incident, struct err *e, const char *fmt, ...) ATTR_PRINTF(6, 7);

#endif
