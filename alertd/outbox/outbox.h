/*
 * outbox.h: the durable queue. A message is queued in the transaction that
 * makes its notice; a worker claims it, sends it, and gives the result back.
 * What a dead worker had claimed is released and claimed again, so each
 * recipient is reached at least once.
 */
#ifndef OUTBOX_OUTBOX_H
#define OUTBOX_OUTBOX_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "outbox/message.h"
#include "store/store.h"

/* How a channel behaves. */
struct outbox_conf {
	int64_t give_up; /* seconds after which 4xx becomes final */
	enum on_unknown on_unknown;
	/* Of a result: the message stays with the worker, who has more of it.
	 */
	bool part;
};

/*
 * Claims up to max messages of the channel that are due at now, in one
 * transaction, each marked sending by worker (a process id). All have the
 * same notice and audience, hence the same text. Not claimed: a message with
 * a recipient to whom a worker still has an older notice of the same
 * incident in its hands, from whichever organisation; an end while workers
 * have earlier ones to the organisation, of which nobody is known to be told;
 * a test of which there is a newer one; and recipients that have no business
 * with it any more: superseded, or an end to an address that was never told,
 * but for an organisation that was told, by any channel, and has no address
 * left that was told by this one.
 * What workers die over is claimed alone, and at last not at all: blame.h.
 * What was queued while the clock was ahead by more than 20 minutes is due.
 * Returns 1 and fills *out (release with messages_clear()), 0 if none is
 * due, -1 with *e; on -1 nothing has changed.
 */
int outbox_claim(struct store *s, enum channel channel, int64_t now,
    int64_t worker, size_t max, struct messages *out, struct err *e);

/* Who claims, and what. */
struct claim {
	enum channel channel;
	int64_t now, worker;
	size_t messages; /* at most */
	/*
	 * Of all of them, at most; 0: any number. What of a message is over it
	 * stays due, and is claimed when the part is given back or told.
	 */
	size_t recipients;
	bool more; /* beside others: nothing that is to be claimed alone */
	int64_t patience; /* seconds that all but a page has been due */
};

/* outbox_claim() by all of that. */
int outbox_claim_by(struct store *s, const struct claim *c,
    struct messages *out, struct err *e);

/* What is claimed soon is claimed sooner: takes no lock, and changes nothing.
 */
void outbox_prepare(struct store *s);

/* Whether a page to the on-call is due that nobody has: 1, 0, or -1 with *e. */
int outbox_page_waits(
    struct store *s, enum channel channel, int64_t now, struct err *e);

/*
 * Stores, durably before it returns 0, that these n claimed messages may be
 * sent from now on, by the relay or gateway way ("": neither): only of them is
 * it in doubt what became of them when their worker dies. Not begun are those
 * that outbox_pass() has given to others meanwhile: gone[i] says so of v[i],
 * and who sends it all the same sends it twice. -1 with *e: nothing has
 * changed, and gone says nothing.
 */
int outbox_begin(struct store *s, const struct message *const *v, size_t n,
    const char *way, int64_t now, bool *gone, struct err *e);

/*
 * Stores what became of the recipients, durably, before it returns 0:
 * accepted and permanent failures are final; others are due again after the
 * backoff, superseded if a newer notice exists, or failed when older than
 * give_up. The pause that a server asks for is kept to, up to
 * LIMIT_RETRY_AFTER. What may have been taken is unknown until something is
 * heard of it: due again, too, but over when on_unknown says so, when a newer
 * notice exists, and when older than give_up; life.h is the table. Recipients
 * of the message without a result are released unchanged, unless this is a
 * part. -1 with *e: nothing has changed.
 */
int outbox_result(struct store *s, const struct message *m,
    const struct result *results, size_t n, const struct outbox_conf *conf,
    int64_t now, struct err *e);

/* Gives back a claimed message that was not begun. */
int outbox_release(struct store *s, const struct message *m, struct err *e);

/*
 * Gives back everything that workers other than the n in alive hold (all,
 * when n is 0): due at once. What was begun is unknown: due at once, but later
 * each time that it happens again, or over, of SMS, when sms says so.
 * Returns how many messages, or -1 with *e.
 */
int outbox_recover(struct store *s, enum on_unknown sms, const int64_t *alive,
    size_t n, struct err *e);

/* When the channel's next message is due: UTC seconds, TIME_NONE if none. */
int
outbox_next(struct store *s, enum channel channel, int64_t *due, struct err *e);

/*
 * Seconds until the attempt after attempts failed ones: growing from 30 s to
 * 15 min, ±20 % by seed. Pure.
 */
int64_t outbox_backoff(int attempts, uint64_t seed);

#endif
