/*
 * queue.h: the SQL behind outbox.h; only outbox/ and its neighbours in store/
 * use it. Each runs in the caller's transaction and writes its own audit
 * records.
 */
#ifndef STORE_QUEUE_H
#define STORE_QUEUE_H

#include "base/attr.h"
#include "outbox/life.h"
#include "outbox/message.h"
#include "store/store.h"

/*
 * SQL: a delivery that is to be sent (again), and one that is not over; d is
 * "", or how its table is called, with the point. The index delivery_open has
 * the second in the same words, delivery_lost the third.
 */
#define DELIVERY_WAITS(d)                                          \
	"(" d "state = 'queued' OR (" d "state = 'unknown' AND " d \
	"done IS NULL))"
#define DELIVERY_OPEN(d)                              \
	"(" d "state IN ('queued', 'sending') OR (" d \
	"state = 'unknown' AND " d "done IS NULL))"
/*
 * SQL: the two parts of what is open of a message, as its index has them: what
 * is in a worker's hands, and what waits, the first due first.
 */
#define DELIVERY_SENDING(d) \
	"(" DELIVERY_OPEN(d) " AND (" d "state = 'sending') = 1)"
#define DELIVERY_WAITING(d) \
	"(" DELIVERY_OPEN(d) " AND (" d "state = 'sending') = 0)"
/* SQL: it ended, and is not known to have arrived. */
#define DELIVERY_LOST(d)                                           \
	"(" d "state = 'failed' OR (" d "state = 'unknown' AND " d \
	"done IS NOT NULL))"
/*
 * SQL: when it was taken, NULL when it was not. That is when it was done,
 * unless more became of it since.
 */
#define DELIVERY_TAKEN(d)                                               \
	"coalesce(" d "accepted, CASE WHEN " d "state IN ('accepted', " \
	"'delivered') THEN " d "done END)"
/*
 * SQL: what was said of the delivery d of the message m, and by whom. NULL of a
 * delivery is what its message has, since it is mostly the same for all: what
 * the relay said that took a mail first, what a telephone reported of an SMS
 * first.
 */
#define DELIVERY_ANSWER(d, m) "coalesce(" d "answer, " m "answer)"
#define DELIVERY_VIA(d, m) "coalesce(" d "via, " m "via)"
/* SQL: the same of whose contact it is: NULL where the message is to them. */
#define DELIVERY_ORG(d, m) "coalesce(" d "org, " m "org)"

/* SQL: a try may have been taken, and none is known to have been. */
#define DELIVERY_DOUBTED(d) "(" d "told = 1 AND " d "accepted IS NULL)"

/*
 * SQL: the delivery d is of the message m, whose deliveries follow one another:
 * their ids are from m.first to m.last. So they need no index of their own. d
 * and m with the point. The planner may make no index of the second condition.
 */
#define DELIVERY_IN(d, m)                                         \
	d "id BETWEEN " m "first AND " m "last AND +" d "message" \
	  " = " m "id"
/* SQL: these of d and m, as most statements call the two. */
#define D_IN_M DELIVERY_IN("d.", "m.")
#define D_ORG DELIVERY_ORG("d.", "m.")
#define D_ANSWER DELIVERY_ANSWER("d.", "m.")
#define D_VIA DELIVERY_VIA("d.", "m.")
/* SQL: the same of the message with that id, where it is not in the FROM. */
#define DELIVERY_OF(d, id)                                            \
	d "id BETWEEN (SELECT first FROM message WHERE id = " id ")"  \
	  " AND (SELECT last FROM message WHERE id = " id ") AND +" d \
	  "message = " id

/*
 * SQL: the delivery d is of the message m, to that address, which nobody else
 * of it has (posting_add()). A message is to a few, who are looked through. One
 * that is to very many, which is by SMS, has them in the index delivery_many,
 * by the last four digits.
 */
#define DELIVERY_MANY 16
#define DELIVERY_ENDS(address) "CAST(substr(" address ", -4) AS INTEGER)"
#define DELIVERY_IS_MANY(m) m "last - " m "first >= " TEXT_OF(DELIVERY_MANY)
/* clang-format off */
#define DELIVERY_AT(d, m, at) \
	"((NOT " DELIVERY_IS_MANY(m) " AND " d "id BETWEEN " m "first" \
	" AND " m "last AND " d "address = " at \
	" AND +" d "message = " m "id) OR" \
	" (" DELIVERY_IS_MANY(m) " AND " d "many = 1" \
	" AND " d "message = " m "id" \
	" AND " DELIVERY_ENDS(d "address") " = " DELIVERY_ENDS(at) \
	" AND " d "address = " at "))"
/* clang-format on */

/*
 * SQL: the Message-ID of the message m: its own, or that of all of its notice,
 * with the organisation where that has a *.
 */
#define MESSAGE_ID(m)                                                   \
	"coalesce(" m "message_id, (SELECT replace(message_id, '*', " m \
	"org) FROM notice WHERE id = " m "notice))"

/*
 * SQL: the first and the last delivery of a notice. It is queued in one
 * transaction, so its messages follow one another, too. NULL when it has none.
 */
#define DELIVERY_FIRST(notice)                   \
	"(SELECT first FROM message WHERE id = " \
	"(SELECT min(id) FROM message WHERE notice = " notice "))"
#define DELIVERY_LAST(notice)                   \
	"(SELECT last FROM message WHERE id = " \
	"(SELECT max(id) FROM message WHERE notice = " notice "))"
#define DELIVERY_BETWEEN(notice) \
	"BETWEEN " DELIVERY_FIRST(notice) " AND " DELIVERY_LAST(notice)
/* SQL: the notice of an incident with that number, which is not 0. */
#define NOTICE_OF(incident, number)                         \
	"(SELECT id FROM notice WHERE incident = " incident \
	" AND number = " number " AND number > 0)"

/*
 * SQL: the delivery d of the message m is of a numbered notice of the incident
 * to the organisation of that code; one to the vendors goes to all of them.
 */
#define MESSAGES_TO(incident, code)                                  \
	"m.incident = " incident " AND m.channel IN ('mail', 'sms')" \
	" AND m.org IN (" code ", 'vendors') AND m.number > 0"       \
	" AND (m.org = " code " OR d.org = " code ")"

/* A message that is due. */
struct due {
	int64_t message, notice, incident;
	int64_t since; /* due */
	enum org_kind audience;
	bool old; /* a newer notice of the incident exists */
	bool ends; /* resolved or correction: see queue_drop_untold() */
	bool alone; /* with no other: see blame.h */
	/* Asks for what has come, or is over; a test before the newest. */
	bool late;
};

/* Why a message is not sent any more. */
enum drop {
	DROP_OLD, /* a newer notice exists */
	DROP_LATE
};

struct standing;

struct dues {
	struct due *v;
	size_t n;
};

/*
 * The first limit of what is due and may be claimed: pages first, then what
 * is real, then exercises, each by age. Nothing with a recipient to whom an
 * older notice of the incident is in a worker's hands, whichever organisation's
 * it is.
 */
int queue_due(struct store *s, enum channel channel, int64_t now, size_t limit,
    struct dues *out, struct err *e);
/* Whether a page is among them: 1, 0, or -1. */
int
queue_page(struct store *s, enum channel channel, int64_t now, struct err *e);
/*
 * What is due later than any pause explains was queued while the clock was
 * ahead: it is due now.
 */
int
queue_pull(struct store *s, enum channel channel, int64_t now, struct err *e);
/* Supersedes what is queued of a message; what is unknown is over. */
int queue_drop(struct store *s, const struct due *d, enum drop why, int64_t now,
    struct err *e);
/*
 * Of an end, the same with whom queue_take() would take, at most so many, if
 * they were never told, unless the organisation was, and no address that it has
 * now on the channel. And with the next, until some are left: how many, 0 when
 * nobody is, or -1.
 */
int64_t queue_drop_untold(struct store *s, const struct due *d, int64_t now,
    size_t most, struct err *e);
/*
 * Takes recipients of the n messages that are due, of the first first, at most
 * so many. The others stay as they are, and are due when their message is
 * given back. Returns how many, or -1.
 */
int queue_take(struct store *s, const struct due *const *v, size_t n,
    int64_t now, size_t most, struct err *e);
/*
 * The message of which some were taken is the worker's: 1 and *out, 0 when
 * nobody of it was, -1.
 */
int queue_hold(struct store *s, const struct due *d, int64_t now,
    int64_t worker, struct message *out, struct err *e);

/*
 * Marks a message of the worker as begun, by a relay or gateway ("" = none):
 * from here on it may be sent. 1, 0 when it is no longer the worker's, or -1.
 */
int queue_begin(struct store *s, int64_t message, int64_t worker,
    const char *way, int64_t now, struct err *e);

/*
 * Prepares what claims, their beginning and what becomes of them are made of,
 * so that the first takes no longer than the next. Takes no lock.
 */
void queue_prepare(struct store *s);

/* How a message is given back. */
enum release {
	RELEASE_IDLE, /* nothing was done with it */
	/*
	 * If it was begun, who was being sent to may have it: unknown. That
	 * counts as an attempt, and from the second on it is due later.
	 */
	RELEASE_DOUBTED,
	RELEASE_DOUBTED_ONCE /* the same, and it is over */
};

int queue_release(struct store *s, int64_t message, int64_t worker,
    enum release how, struct err *e);
/*
 * Its results are stored: nobody died over it, whom there is none of is
 * released, and it is due when its recipients are. That it was the worker's
 * ends, if it still was.
 */
int queue_done(struct store *s, const struct standing *at, struct err *e);
/*
 * What is being sent of the message, whoever does, is unknown from now on; a
 * failure that its gateway has reported meanwhile counts. why is for the audit
 * record.
 */
int queue_doubt(struct store *s, int64_t message, bool once, const char *why,
    struct err *e);
/* Sets when the message is due next from its recipients. */
int queue_refresh(struct store *s, int64_t message, struct err *e);

/* A message that a worker has. */
struct held {
	int64_t message, worker;
	enum channel channel;
};

/* All of them; *v is the caller's. */
int queue_held(struct store *s, struct held **v, size_t *n, struct err *e);
int
queue_next(struct store *s, enum channel channel, int64_t *due, struct err *e);

#endif
