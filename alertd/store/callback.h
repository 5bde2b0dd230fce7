/*
 * callback.h: what gateways tell by themselves: what became of an SMS, and
 * that one came in. All of it may come twice, and in any order.
 */
#ifndef STORE_CALLBACK_H
#define STORE_CALLBACK_H

#include "outbox/message.h"
#include "store/store.h"

/* A gateway's last word about an SMS. "" is not told. */
struct delivery_report {
	const char *via; /* the gateway's name in the configuration */
	const char *id; /* the gateway's own for it */
	const char *ref; /* ours, as message_ref_format() wrote it */
	const char *number; /* "+4512345678" */
	bool delivered; /* else it failed for good */
	const char *text; /* its words, kept as the answer */
};

/*
 * Books a report. It is about the text at that number: one number listed by
 * two organisations got one SMS. Found by id, else by ref, of which number
 * may be another than the one it was made for, where one call named many.
 *
 *	              delivered     failed
 *	queued        delivered     -, it is tried again
 *	sending       delivered     kept until the result is there
 *	accepted      delivered     failed
 *	failed        delivered     -
 *	all others    -             -
 *
 * A failure counts only from the gateway that took the SMS. Each change has
 * its audit record. Returns how many deliveries changed, or -1 with *e and
 * nothing changed.
 */
int store_delivery_report(struct store *s, const struct delivery_report *r,
    int64_t now, struct err *e);
/*
 * After a result was stored: books the failure that the same gateway reported
 * before it, if it was accepted, and forgets it otherwise. In the caller's
 * transaction. 0 or -1.
 */
int store_early_report(
    struct store *s, const struct result *r, int64_t now, struct err *e);

/*
 * Notes that the SMS called ident came in through the gateway: 1 when it is
 * new, 0 when it came before, -1. Forgets those older than
 * LIMIT_INBOUND_DAYS. In the caller's transaction, with what the SMS does.
 */
int store_inbound(struct store *s, const char *gateway, const char *ident,
    int64_t now, struct err *e);

#endif
