/*
 * transport.h: what a delivery worker sends with. smtp.c, maildir.c, sms.c
 * and smsfile.c each give one.
 */
#ifndef DELIVER_TRANSPORT_H
#define DELIVER_TRANSPORT_H

#include "base/err.h"
#include "conf/config.h"
#include "outbox/message.h"

/*
 * Called by send() for each message as soon as its outcome is known, with
 * one result for each recipient that was due; copies what it keeps. Returns
 * 0 when it is stored durably; on -1 send() must stop at once and return.
 */
typedef int sent_fn(
    const struct message *m, const struct result *results, size_t n, void *arg);

struct transport {
	/*
	 * Sends the messages (all of one notice). Tells each outcome through
	 * fn before it begins the next unit (a mail, or one call of a batch
	 * gateway); a message that it did not begin gets no call. Returns 0,
	 * or -1 with *e when nothing could be done at all (the worker then
	 * counts every message not told as tempfail with *e as the answer).
	 */
	int (*send)(struct transport *t, const struct messages *l, sent_fn *fn,
	    void *arg, struct err *e);
	void (*close)(struct transport *t); /* frees t */
	size_t batch; /* messages claimed at once */
};

/* Tells fn the same of each recipient that was due. Returns what fn does. */
int transport_tell(const struct message *m, enum outcome outcome,
    const char *answer, const char *via, sent_fn *fn, void *arg);

/* Each returns NULL with *e. conf is borrowed until close(). */
struct transport *smtp_open(const struct config *conf, struct err *e);
struct transport *maildir_open(const struct config *conf, struct err *e);
struct transport *gateway_open(const struct config *conf, struct err *e);
struct transport *smsfile_open(const struct config *conf, struct err *e);

#endif
