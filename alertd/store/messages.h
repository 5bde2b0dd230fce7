/*
 * messages.h: the rows of the outbox. outbox.h has the rules; this file has
 * their SQL, and what alertctl lists.
 */
#ifndef STORE_MESSAGES_H
#define STORE_MESSAGES_H

#include "base/str.h"
#include "outbox/message.h"
#include "store/incidents.h"
#include "store/orgs.h"
#include "store/store.h"

/*
 * Queues one notice to one organisation over one channel, due at now, with
 * one delivery for each contact's address (email or phone after channel).
 * message_id as in posting_open(). Returns 1, 0 when no contact has an
 * address on the channel (nothing queued), -1 with *e.
 */
int store_message_add(struct store *s, const struct notice *n,
    enum channel channel, const struct org *o, const struct contact *contacts,
    size_t n_contacts, const char *message_id, int64_t now, struct err *e);
/*
 * Marks superseded what is queued (not sending) of older notices of the
 * incident. Pages are left alone.
 */
int
store_supersede(struct store *s, int64_t incident, int number, struct err *e);
/*
 * Whether the organisation was told notice 1 or later of the incident:
 * something accepted, delivered, unknown, or in a worker's hands.
 */
int store_was_told(
    struct store *s, int64_t incident, int64_t org, bool *told, struct err *e);

/* One recipient of one message, for lists. */
struct delivery {
	int64_t id;
	int64_t message;
	int64_t incident;
	int notice;
	enum notice_type type;
	enum channel channel;
	enum org_kind audience;
	char *org; /* code */
	char *org_name;
	char *name;
	char *address;
	enum delivery_state state;
	int attempts;
	int code;
	char *answer;
	char *via;
	int64_t created; /* queued */
	int64_t
	    due; /* next try, when queued; of what is over mostly TIME_NONE */
	int64_t done; /* final state reached, or TIME_NONE */
};

struct deliveries {
	struct delivery *v;
	size_t n;
};

void delivery_clear(struct delivery *d);
void deliveries_clear(struct deliveries *l);

/* Which deliveries a list shows; 0 or false = any. */
struct delivery_query {
	int64_t incident;
	int notice;
	int64_t message;
	bool unfinished; /* queued, sending, or unknown and due again */
	bool failed; /* or ended unknown */
	size_t limit; /* the newest so many */
	bool first; /* the first so many, behind this id */
	int64_t after;
};

/* In the order in which they were queued; *out is added to. */
int store_deliveries(struct store *s, const struct delivery_query *q,
    struct deliveries *out, struct err *e);

/* How many deliveries of a channel are in each state; [channel][state]. */
struct outbox_counts {
	int64_t n[CHANNEL_SMS + 1][DELIVERY_CANCELLED + 1];
	int64_t unfinished; /* queued, sending, or unknown and due again */
	int64_t oldest; /* created of the oldest unfinished, or TIME_NONE */
};

int store_outbox_counts(struct store *s, int64_t incident, int notice,
    struct outbox_counts *out, struct err *e);

/* The same of what was queued at since or later, and of all unfinished. */
int store_outbox_recent(
    struct store *s, int64_t since, struct outbox_counts *out, struct err *e);

/* Whether a notice has more recipients than so many. */
int store_recipients_over(struct store *s, int64_t incident, int notice,
    int64_t most, bool *over, struct err *e);
/* Whether more messages than so many were queued at since or later. */
int store_messages_over(
    struct store *s, int64_t since, int64_t most, bool *over, struct err *e);
/*
 * Recipients of what was queued at since or later that failed, and of whom it
 * was not known at the end: so many of both at most.
 */
int store_lost_since(struct store *s, int64_t since, int64_t most,
    int64_t *failed, int64_t *unknown, struct err *e);

/*
 * Failed, unknown or queued deliveries of a message (0 = all that failed) due
 * at now again. Superseded ones never. Returns how many, or -1 with *e.
 */
int store_outbox_retry(
    struct store *s, int64_t message, int64_t now, struct err *e);
/*
 * Queued deliveries of a message cancelled; what is unknown stays so, and is
 * not sent again. Returns how many, or -1.
 */
int store_outbox_cancel(struct store *s, int64_t message, struct err *e);

/* Per municipality, the newest notice and its best state, for the map. */
struct reach {
	char *code, *name, *region, *vendor;
	/* The incident is not for it, so it cannot be missing. */
	bool unconcerned;
	/* Contacts that take part in it; without a notice in outages of FMK. */
	bool has_mail, has_sms;
	bool told; /* accepted or delivered by any channel */
	bool waiting, failed;
	bool unknown; /* one ended, and it is not known whether it arrived */
	bool asked; /* for a receipt, whatever the notice */
	bool receipted; /* somebody there said that they have it */
};

struct reaches {
	struct reach *v;
	size_t n;
};

void reaches_clear(struct reaches *l);
/*
 * In order of code. notice 0 = the newest of the incident; incident 0 =
 * contacts only.
 */
int store_reach(struct store *s, int64_t incident, int notice,
    struct reaches *out, struct err *e);
/*
 * The same of so many at most that come behind the code after, "" the first;
 * fewer: there are no more. *out is added to.
 */
int store_reach_after(struct store *s, int64_t incident, int notice,
    const char *after, size_t most, struct reaches *out, struct err *e);

/* The same of one: 1 and *out is added to, 0 when there is none, -1. */
int store_reach_one(struct store *s, int64_t incident, int notice,
    const char *code, struct reaches *out, struct err *e);

/*
 * The addresses of the organisation that any numbered notice of the incident
 * was queued to, each once, sorted by strcmp(); *out is added to.
 */
int store_addressed(struct store *s, int64_t incident, const struct org *o,
    struct strv *out, struct err *e);

#endif
