/*
 * alarm.h: what the on-call is paged about beside the state of an incident.
 * The templates say it to people (headline-alarm.txt); alarm_sentence() says
 * it in the log and on record.
 */
#ifndef NOTICE_ALARM_H
#define NOTICE_ALARM_H

#include <stdbool.h>

enum alarm_kind {
	ALARM_RULE_FAILED, /* about: the report; detail: why */
	ALARM_OVER_UNTOLD, /* about: the report; detail: its feed */
	ALARM_OVER_SEVERAL, /* the same; several incidents are open */
	ALARM_VANISHED, /* about: the feed that no longer lists the incident */
	ALARM_FEED_FAILING, /* about: the feed; detail: why */
	ALARM_FEED_PARTLY, /* about: the feed; detail: why */
	ALARM_FEED_STALE, /* about: the feed; detail: why */
	ALARM_FEED_SHRUNKEN, /* about: the feed; detail: how much is gone */
	ALARM_FEED_WELL, /* about: the feed, whatever was told of it */
	ALARM_FEED_SETTLED, /* about: the feed that had shrunk, and stays so */
	ALARM_TEMPLATE_FAILED, /* detail: which and why */
	ALARM_OVER_ONE, /* about: the feed that says over; others do not */
	ALARM_UNRELATED, /* about: the feed that now tells something else */
	ALARM_STUCK, /* about: the incident; detail: why it cannot go on */
	ALARM_CONFIG_BAD, /* nothing was reloaded */
	ALARM_MAIL_REFUSED, /* about: the feed; detail: from whom, and why */
	ALARM_UNREACHED, /* about: how many municipalities; detail: which */
	ALARM_UNRECEIPTED, /* the same */
	ALARM_BOUNCED, /* about: the address; detail: whose, and the answer */
	ALARM_IN_DOUBT, /* the same: nobody knows whether it arrived */
	ALARM_CALENDAR_FAILING, /* about: the rota; detail: why */
	ALARM_CALENDAR_WELL, /* about: the rota */
	ALARM_SELF_CHECK, /* detail: what it found */
	ALARM_GAP_MAIL, /* about: how many municipalities; detail: which */
	ALARM_GAP_SMS, /* the same */
	ALARM_GAP_CLOSED, /* the same; they are reached again */
	ALARM_PATIENT, /* about: the feed; detail: the report, masked */
	ALARM_DRILL_OVERDUE, /* about: for how many days there was none */
	ALARM_SET_ASIDE, /* about: the message; detail: whose */
	ALARM_TRUTH_LATE, /* about: the channel; detail: since when, why */
	ALARM_TRUTH_WELL, /* about: the channel; detail: how long it took */
	ALARM_CLOCK_SET /* about: by how much; detail: which way */
};

#define ALARM_KINDS (ALARM_CLOCK_SET + 1)

/* How the on-call hears of it. */
enum alarm_urgency {
	URGENCY_RINGS, /* a call: up the chain until somebody answers */
	URGENCY_TOLD, /* once, to whoever is first in the chain */
	URGENCY_LOW /* by mail only, with others */
};

struct alarm {
	enum alarm_kind kind;
	const char *about; /* NULL = "" */
	const char *detail; /* NULL = "" */
};

/* "feed_failing": the name of the kind in the templates' data. */
const char *alarm_name(enum alarm_kind k);
/* The kind of that name: 0 and *out, or -1. */
int alarm_parse(const char *name, enum alarm_kind *out);
enum alarm_urgency alarm_urgency(enum alarm_kind k);
/* Whether it goes on until something ends it, though somebody has it. */
bool alarm_lasts(enum alarm_kind k);
/*
 * Whether an alarm of kind by, about the same thing, says something else of it
 * than one of kind k: a feed is one of them at a time.
 */
bool alarm_is_ended_by(enum alarm_kind k, enum alarm_kind by);
/* Whether the detail of its kind says why, in English: alertd's own note. */
bool alarm_explains(enum alarm_kind k);
/*
 * In English, for the log; or with its words as translate has them. Release
 * with free().
 */
char *
alarm_sentence(const struct alarm *a, const char *(*translate)(const char *));

#endif
