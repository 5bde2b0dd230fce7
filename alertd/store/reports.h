/* reports.h: every report as it was judged, and the feeds' health. */
#ifndef STORE_REPORTS_H
#define STORE_REPORTS_H

#include "feed/report.h"
#include "filter/finding.h"
#include "store/store.h"

/* A report as stored: the newest revision of an event of a feed. */
struct stored_report {
	int64_t id;
	int64_t incident; /* 0 = none */
	struct report report;
	struct finding finding;
	char *hash; /* of all that the feed said */
	int64_t first_seen, last_seen; /* UTC */
	bool listed; /* was in the feed's last complete body */
};

struct stored_reports {
	struct stored_report *v;
	size_t n;
};

void stored_report_clear(struct stored_report *r);
void stored_reports_clear(struct stored_reports *l);

/* Hash of everything the feed said of the event. */
void report_hash(const struct report *r, char out[65]);

/* 1 and *out, 0 if the event is unknown, -1 with *e. */
int store_report_find(struct store *s, const char *feed, const char *id,
    struct stored_report *out, struct err *e);
int store_report_get(
    struct store *s, int64_t id, struct stored_report *out, struct err *e);
/*
 * Stores a new revision with its finding; earlier revisions are kept as
 * history. *id is the event's row, the same for all revisions.
 */
int store_report_put(struct store *s, const struct report *r,
    const struct finding *f, int64_t incident, int64_t now, int64_t *id,
    struct err *e);
/* The event was in the feed's body again, unchanged. */
int store_report_seen(struct store *s, int64_t id, int64_t now, struct err *e);
/* Events of the feed that are listed but were last seen before now. */
int store_reports_vanished(struct store *s, const char *feed, int64_t now,
    struct stored_reports *out, struct err *e);
int store_report_unlist(struct store *s, int64_t id, struct err *e);
/* Newest first; incident 0 = all. limit 0 = all. */
int store_reports(struct store *s, int64_t incident, size_t limit,
    struct stored_reports *out, struct err *e);
/* Every revision of the incident's reports, oldest first. */
int store_report_history(struct store *s, int64_t incident,
    struct stored_reports *out, struct err *e);

struct feed_state {
	char *feed;
	int64_t first_ok; /* TIME_NONE = never read: the first start */
	int64_t last_ok; /* last good fetch, changed or not */
	int64_t last_change; /* last body that differed */
	int64_t failing_since; /* TIME_NONE = well */
	int64_t failures; /* in a row */
	char *error; /* of the last failure, "" when well */
	bool told; /* the on-call was told that it fails */
	bool stale; /* … that it has not changed for stale_after */
};

struct feed_states {
	struct feed_state *v;
	size_t n;
};

void feed_state_clear(struct feed_state *f);
void feed_states_clear(struct feed_states *l);
/* 1 and *out, 0 if never stored (then *out is empty, times TIME_NONE). */
int store_feed_get(
    struct store *s, const char *feed, struct feed_state *out, struct err *e);
int store_feed_put(struct store *s, const struct feed_state *f, struct err *e);
int store_feeds(struct store *s, struct feed_states *out, struct err *e);

#endif
