/*
 * core.h: one turn of alertd: reports → findings → incidents → notices →
 * outbox. The daemon, alertctl and the replay all go through it, so that what
 * an operator does by hand and what a feed does are one path. It knows all
 * stages, the store and no network; time comes in as now (UTC seconds).
 */
#ifndef CORE_CORE_H
#define CORE_CORE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/limits.h"
#include "conf/config.h"
#include "escalation/members.h"
#include "escalation/rota.h"
#include "feed/report.h"
#include "filter/filter.h"
#include "incident/incident.h"
#include "notice/notice.h"
#include "notice/textlint.h"
#include "store/incidents.h"
#include "store/oncall.h"
#include "store/retention.h"
#include "store/store.h"

/* All borrowed, but for the counters. */
struct core {
	const struct config *conf;
	struct store *store;
	const struct filter *filter;
	const struct templates *templates;
	const char *actor; /* for the audit trail: "alertd", "user anna" */
	int64_t queued; /* grows when something was queued: wake the workers */
	int64_t before; /* what that was when the turn began */
	/*
	 * NULL, or called with done false when a notice may soon be queued, by
	 * core_reports() and again by core_turn(), and with done true by
	 * core_turn() when it is.
	 */
	void (*queues)(bool done, void *arg);
	void *arg;
	const char *failed; /* a part of the last turn that did; NULL: none */
	int64_t open; /* actual incidents that were, at the last turn */
	/* By feed: read and the same then, which is to be stored; 0: it is. */
	int64_t same[LIMIT_FEEDS];
	bool rang; /* a call began to ring since they were looked at */
	struct retention_pace retention;
	int64_t retention_at; /* not before */
};

/*
 * A good body of a feed: judges what is new, opens, changes and resolves
 * incidents. One transaction; on -1 nothing has changed. reports->complete
 * false means that nothing is concluded from absence, reports->torn that only
 * what is new and not over is taken; where reports->only_open, what is absent
 * from a complete body is over. Each of the three that tell of
 * a poll steps the health of the feed (feed/health.h), and tells the on-call
 * what is to be told of it.
 */
int core_reports(struct core *c, const char *feed,
    const struct reports *reports, int64_t now, struct err *e);
/*
 * The feed was read and is the same as the last time that it was. Where nothing
 * follows from that but when it was, that is stored with what comes next: what
 * the feed says, or the self-check, so that it costs no commit of its own.
 */
int core_feed_unchanged(
    struct core *c, const char *feed, int64_t now, struct err *e);
/* The feed could not be read: why. */
int core_feed_failed(struct core *c, const char *feed, enum feed_cause cause,
    const char *why, int64_t now, struct err *e);

/*
 * Queues every notice and page that is due at now. One transaction for each
 * incident; one that fails is logged, paged once and tried again, and stops
 * no other. *next is when the next one is due (TIME_NONE: nothing planned).
 * -1 with *e when the store cannot be read, or one failed and that cannot be
 * told either: then the turn has not done its work.
 */
int core_turn(struct core *c, int64_t now, int64_t *next, struct err *e);

/*
 * Tells the on-call of what is no incident, as urgent as its kind is: a call
 * that rings, a page, or a line of the mail with what is low.
 */
int
core_alarm(struct core *c, const struct alarm *a, int64_t now, struct err *e);
/*
 * The files were read and are good, at the start or anew: ends what rang about
 * them, and about feeds that they name no longer.
 */
int core_alarms_begin(struct core *c, int64_t now, struct err *e);
/* What the alarm was about is well: its call is closed, who was paged told. */
int core_alarm_over(struct core *c, enum alarm_kind kind, const char *about,
    int64_t now, struct err *e);

/*
 * A rota with all that bears on who is on call between two times: covers from
 * the store, and the calendar, if it has one and can be read. Release with
 * rota_clear(), also on -1.
 */
int core_rota(struct core *c, const struct rota_conf *conf, int64_t from,
    int64_t until, struct rota *out, struct err *e);
/*
 * The contacts of a team that can be paged and have a name; *out is added to.
 */
int core_members(
    struct store *s, const char *team, struct members *out, struct err *e);
/*
 * The name of who is on call at now in the rota of that name: "" in a gap,
 * when the whole team is to be paged. It is the name as a contact of the team
 * bears it, in any case of letters, else as the rota has it: whether there is
 * such a contact is for the caller to see. -1 with *e: there is no such rota,
 * or the store fails. Release *who with free().
 */
int core_on_call(
    struct core *c, const char *rota, int64_t now, char **who, struct err *e);
/*
 * What a poll of the calendar of the rota of that name has brought: a body,
 * the same as before, or nothing. The on-call is told when it goes wrong for
 * long, at once while there is no good one, and when it is well again.
 * core_calendar_body(): 1, or 0 when it is refused and the last good one goes
 * on; core_calendar_same(): 1, or 0 when nothing of it is kept. -1 with *e when
 * the store fails.
 */
int core_calendar_body(struct core *c, const char *rota, const char *text,
    size_t n, int64_t now, struct err *e);
int core_calendar_same(
    struct core *c, const char *rota, int64_t now, struct err *e);
int core_calendar_failed(struct core *c, const char *rota, const char *why,
    int64_t now, struct err *e);

/*
 * An operator sets a cover, or takes one back, with a record of it. by is
 * c->actor. Whether the rota and who exist is for the caller to see. Sets
 * cover->id.
 */
int core_cover(struct core *c, struct cover *cover, int64_t now, struct err *e);
int core_uncover(struct core *c, int64_t id, int64_t now, struct err *e);

/* What an operator says of an incident; NULL or unknown = as it is. */
struct statement {
	enum effect effect; /* EFFECT_NONE = as it is */
	enum online online; /* ONLINE_UNKNOWN = as it is */
	const char *title;
	const char *text;
	const char *service;
	const char *audience; /* of a new incident, see incident/audience.h */
	int64_t since; /* TIME_NONE = now, or as it is */
	int64_t expected_end;
	int64_t starts, ends; /* planned work */
	bool path; /* the way to FMK fails, not FMK; with service, of it */
	bool exercise;
	/* Of a new one: an exercise that is over after so many s; 0: none. */
	int64_t drill;
};

/*
 * What s makes of *i, as core_send() and core_update() do it: for previews.
 * The path of a service is s->path; the caller asks the rules for it.
 */
void core_say(struct incident *i, const struct statement *s, int64_t now);
/*
 * Opens an incident and queues notice 1. *id is the new incident. This and the
 * next three refuse what looks like a patient's number in title or text.
 */
int core_send(struct core *c, const struct statement *s, int64_t now,
    int64_t *id, struct err *e);
/* Queues an update at once. Refuses what is not open, with what would do. */
int core_update(struct core *c, int64_t id, const struct statement *s,
    int64_t now, struct err *e);
int core_resolve(struct core *c, int64_t id, const struct statement *s,
    int64_t now, struct err *e);
/* A correction to exactly those who were told. */
int core_retract(struct core *c, int64_t id, const struct statement *s,
    int64_t now, struct err *e);
int core_approve(struct core *c, int64_t id, int64_t now, struct err *e);
int core_dismiss(struct core *c, int64_t id, int64_t now, struct err *e);

/*
 * The texts that the next notice of type would have, without storing
 * anything; audience as in notice.h. For previews and confirmations.
 */
int core_preview(struct core *c, const struct incident *i,
    enum notice_type type, enum org_kind audience, int64_t now,
    struct notice_texts *out, struct err *e);

/*
 * Adds to *out what is wrong with those texts, see notice/textlint.h; the
 * facts are those of that preview.
 */
void core_lint(struct core *c, const struct incident *i, enum notice_type type,
    enum org_kind audience, int64_t now, const struct notice_texts *t,
    const struct textlint_options *o, struct textlint *out);

/*
 * In a line for people, by the templates: what alertd has seen, else (alarm
 * NULL) what the incident is or was. i is NULL for an alarm alone. Release
 * with free().
 */
char *core_headline(struct core *c, const struct incident *i,
    const struct alarm *alarm, int64_t now);

/*
 * What a notice about the incident says that people should do; "" when that
 * cannot be said. Release with free().
 */
char *core_advice(struct core *c, const struct incident *i, int64_t now);

/* How many a notice of an incident would reach now, for confirmations. */
struct audience_size {
	int64_t municipalities; /* with at least one address */
	int64_t unreachable; /* municipalities without any */
	int64_t unconcerned; /* municipalities that it is not for */
	int64_t people; /* in municipalities, with at least one address */
	int64_t mails, sms; /* addresses and numbers in municipalities */
	int64_t vendors; /* addresses of vendors */
};
int core_audience(struct core *c, const struct incident *i,
    struct audience_size *out, struct err *e);

#endif
