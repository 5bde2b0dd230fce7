/*
 * news.h: what a judged report does to the incidents. Pure: the caller looks
 * things up, and stores what comes out.
 */
#ifndef INCIDENT_NEWS_H
#define INCIDENT_NEWS_H

#include <stdbool.h>
#include <stdint.h>

#include "conf/config.h"
#include "feed/report.h"
#include "filter/finding.h"
#include "incident/incident.h"

/* What is to become of a report. */
enum news_kind {
	NEWS_RECORD, /* store it; nothing else */
	NEWS_OPEN, /* a new incident, told at once (or after review) */
	NEWS_ASK, /* a new incident, pending */
	NEWS_APPLY, /* news of the incident that it belongs to */
	NEWS_QUESTION /* ask the on-call: over, but of what? */
};

struct news {
	enum news_kind kind;
	const char *why; /* one sentence for log and record */
};

/* What is known of the event besides the report and its finding. */
struct news_context {
	bool first_start; /* of the feed: nothing may flood */
	bool known; /* an earlier revision is stored */
	enum verdict_kind before; /* its verdict, if known */
	bool was_over; /* the feed had told it over */
	const struct incident *incident; /* it belongs to, or NULL */
	int candidates; /* open incidents of its service */
	int64_t now;
};

struct news news_decide(const struct report *r, const struct finding *f,
    const struct news_context *x, const struct notices_conf *conf);

/* Makes *i (initialised) the incident that r and f open. */
void
news_open(struct incident *i, const struct report *r, const struct finding *f,
    bool ask, const struct notices_conf *conf, int64_t now);

/* What kept a report from ending or changing its incident, to page about. */
enum news_held {
	HELD_NOT,
	HELD_OPEN, /* it is over, but another report still tells it open */
	HELD_UNRELATED /* what it told was edited to what is not about FMK */
};

/*
 * Applies r and f to *i: text, effect, FMK-online, expected end, and the
 * event that follows for its state. before: the verdict on the event's
 * revision before this one. others_open: another report of the incident still
 * tells it open, so this one cannot end it.
 */
enum news_held
news_apply(struct incident *i, const struct report *r, const struct finding *f,
    enum verdict_kind before, bool others_open, int64_t now);

/* English for the log: what a keyword of incident.change_reason means. */
const char *news_change_sentence(const char *keyword);

/*
 * Makes effect that of *i. Planned work that becomes a fault began with the
 * work, or at now when that had not begun.
 */
void incident_set_effect(struct incident *i, enum effect effect, int64_t now);

/*
 * The keyword of change_reason for how effect and FMK-online differ from what
 * people were told last; NULL when they do not.
 */
const char *incident_told_change(const struct incident *i);

/* Applies an event to *i with all that goes with it; false: refused. */
bool incident_step(struct incident *i, enum incident_event event, int64_t now);

#endif
