/*
 * message.h: one notice to one organisation over one channel, as a worker
 * gets it from the outbox, and what became of it.
 */
#ifndef OUTBOX_MESSAGE_H
#define OUTBOX_MESSAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/words.h"

struct recipient {
	int64_t delivery; /* row of the delivery */
	char *name; /* the contact's, or "" */
	char *address; /* e-mail address, or number as "+4512345678" */
	/* False: in the header only, already done; not in the envelope. */
	bool due;
};

struct message {
	int64_t id;
	int64_t incident;
	int notice; /* its number */
	enum channel channel;
	enum org_kind audience;
	char *org; /* code of the organisation: "0101", "kmd" */
	char *org_name;
	int64_t worker; /* who claimed it */
	int64_t created; /* UTC; the mail's Date */
	int attempts; /* tries before this one */
	bool alone; /* nothing else is begun beside it: store/blame.h */
	char *subject; /* mail */
	char *text; /* mail: text/plain; SMS: the text */
	char *html; /* mail: text/html, "" = none */
	char *message_id; /* "fmk-7-3-0101@example.dk", without <> */
	char *check; /* of its envelope's sender, see sender.h; NULL: none */
	char *in_reply_to; /* of notice 1, or "" */
	/*
	 * Who gets it; in the envelope those due. (In the vendors' own copy,
	 * audience vendor, the header names them in Cc.)
	 */
	struct recipient *to;
	size_t n_to;
	/* Mail to a municipality: vendors named in Cc, never in its envelope.
	 */
	struct recipient *cc;
	size_t n_cc;
};

struct messages {
	struct message *v;
	size_t n;
};

void message_clear(struct message *m);
void messages_clear(struct messages *l);

/*
 * What a gateway is told a delivery is called, and calls it by when it
 * reports: unique for ever, also when a database begins anew, and the same at
 * every try, so that a gateway that knows it can see a second one.
 */
struct message_ref {
	int64_t incident; /* 0: a page about none */
	int64_t notice; /* its number */
	int64_t delivery;
	int64_t created; /* of the message */
};

#define MESSAGE_REF_SIZE 84 /* four numbers, and NUL */
/* "7-3-100-1774735980" into out; returns out. */
char *
message_ref_format(const struct message_ref *r, char out[MESSAGE_REF_SIZE]);
/* Exactly what message_ref_format() writes: 0, or -1 and *out untouched. */
int message_ref_parse(const char *s, struct message_ref *out);

/* What became of one recipient. */
enum outcome {
	OUTCOME_ACCEPTED,
	OUTCOME_TEMPFAIL, /* again later */
	OUTCOME_PERMFAIL, /* never */
	OUTCOME_UNKNOWN /* may have been taken */
};

const char *outcome_name(enum outcome o);

struct result {
	int64_t delivery;
	enum outcome outcome;
	int code; /* SMTP or HTTP status, 0 when there was none */
	char *answer; /* what the server said, cut at LIMIT_REPLY; owned */
	char *via; /* relay or gateway; owned */
	char *remote_id; /* the gateway's id for it, or ""; owned */
	int64_t pause; /* seconds that it wants not to be asked again, or 0 */
};

void result_clear(struct result *r);

#endif
