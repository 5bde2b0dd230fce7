/*
 * callback.h: what gateways and relays tell by themselves: what became of an
 * SMS or a mail, and that an SMS came in. All of it may come twice, and in any
 * order.
 */
#ifndef STORE_CALLBACK_H
#define STORE_CALLBACK_H

#include "outbox/message.h"
#include "store/settled.h"
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
 *	unknown       delivered     failed
 *	failed        delivered     -
 *	all others    -             -
 *
 * (outbox/life.h has the whole table.) A failure counts only from the gateway
 * that took the SMS, or may have taken it. Each change has
 * its audit record, one to delivered later: see reported.h. Returns how many
 * deliveries changed, or -1 with *e and nothing changed.
 */
int store_delivery_report(struct store *s, const struct delivery_report *r,
    int64_t now, struct err *e);
/* What a relay reports later of a mail (RFC 3464). */
struct mail_report {
	int64_t message;
	const char *address; /* of the recipient, in any case of letters */
	bool delivered; /* else it failed for good */
	const char *text;
};

/* Whom it was about, as far as the message has such a recipient. */
struct mail_reported {
	int64_t delivery; /* 0: nobody */
	int64_t incident;
	int notice; /* its number, 0: a page */
	char *org; /* of the recipient, code */
	char *key; /* of the message: of a page, whose it is */
	char *org_name;
	char *address; /* as the contact has it */
	bool changed; /* by the table above */
};

void mail_reported_clear(struct mail_reported *m);
/*
 * The same for a mail, by its message and recipient, whichever relay took it;
 * actor is for the audit record. Release *out with mail_reported_clear(), also
 * on -1.
 */
int store_mail_report(struct store *s, const struct mail_report *r,
    const char *actor, int64_t now, struct mail_reported *out, struct err *e);
/* Only whom a report would be about. 0 or -1 with *e. */
int store_mail_recipient(struct store *s, int64_t message, const char *address,
    struct mail_reported *out, struct err *e);

/*
 * After results were stored: books of each the failure that the same gateway
 * reported before it, if it was accepted or may have been, and forgets it
 * otherwise. In the caller's transaction. 0 or -1.
 */
int store_early_results(struct store *s, const struct settled *v, size_t n,
    int64_t now, struct err *e);
/*
 * The same of all recipients of a message of which no result will come, and
 * which are unknown now.
 */
int
store_early_doubt(struct store *s, int64_t message, int64_t now, struct err *e);

/*
 * Notes that the SMS called ident came in through the gateway: 1 when it is
 * new, 0 when it came before, -1. Forgets those older than
 * LIMIT_INBOUND_DAYS. In the caller's transaction, with what the SMS does.
 */
int store_inbound(struct store *s, const char *gateway, const char *ident,
    int64_t now, struct err *e);

#endif
