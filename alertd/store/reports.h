/* reports.h: every report as it was judged, and the feeds' health. */
#ifndef STORE_REPORTS_H
#define STORE_REPORTS_H

#include "feed/health.h"
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
/* How many events of the feed are listed, and gone in the sense above. */
int store_reports_listed(struct store *s, const char *feed, int64_t now,
    size_t *listed, size_t *gone, struct err *e);
/* Newest first; incident 0 = all. limit 0 = all. */
int store_reports(struct store *s, int64_t incident, size_t limit,
    struct stored_reports *out, struct err *e);
/* Every revision of the incident's reports, oldest first. */
int store_report_history(struct store *s, int64_t incident,
    struct stored_reports *out, struct err *e);

struct feed_state {
	char *feed;
	int64_t first_ok; /* TIME_NONE = never read: the first start */
	int64_t last_ok; /* last time that it was read wholly, changed or not */
	int64_t last_change; /* when it last told something new */
	struct health health;
	enum feed_cause cause; /* of failing */
	char *why; /* it is not ok, in a few words; "" when it is */
	char *source; /* hash of where it is read from; "" = not known */
};

struct feed_states {
	struct feed_state *v;
	size_t n;
};

void feed_state_init(struct feed_state *f, const char *feed);
void feed_state_clear(struct feed_state *f);
void feed_states_clear(struct feed_states *l);
/* 1 and *out, 0 if never stored (then *out is empty, times TIME_NONE). */
int store_feed_get(
    struct store *s, const char *feed, struct feed_state *out, struct err *e);
int store_feed_put(struct store *s, const struct feed_state *f, struct err *e);

#endif
