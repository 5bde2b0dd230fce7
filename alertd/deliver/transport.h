/*
 * transport.h: what a delivery worker sends with. smtp.c, maildir.c, sms.c
 * and smsfile.c each give one.
 */
#ifndef DELIVER_TRANSPORT_H
#define DELIVER_TRANSPORT_H

#include <stdbool.h>

#include "base/err.h"
#include "base/str.h"
#include "conf/config.h"
#include "outbox/message.h"

/*
 * Called by send() before it begins a unit, with the n messages of which it
 * is (one may be named more than once, and be begun again) and the way that it
 * goes. Returns 0 when that is stored durably; then gone[i] says of v[i] that
 * it is no longer ours, since another worker has it: it must not be sent, and
 * nothing is told of it. On -1 send() must not begin the unit, nor anything
 * more.
 */
typedef int begin_fn(const struct message *const *v, size_t n, size_t way,
    bool *gone, void *arg);

/* Called by send(): a way is of no use now, in the words of why. */
typedef void failed_fn(size_t way, const char *why, void *arg);

/*
 * Called by send() for each message as soon as its outcome is known, with
 * one result for each recipient that was due; copies what it keeps. Returns
 * 0 when it is stored durably; on -1 send() must begin nothing more, but
 * still tell what is under way.
 */
typedef int sent_fn(
    const struct message *m, const struct result *results, size_t n, void *arg);

struct transport {
	/*
	 * Sends the messages (all of one notice) in units: a mail, or a call
	 * of a gateway. Tells each outcome through fn before it begins the
	 * next unit, but for a gateway with one recipient a call, of which up
	 * to 8 are under way, or not told yet, at once: so many may be sent
	 * twice after kill -9, or a message of more recipients than that.
	 * A message that it did not begin gets no call of fn. Returns 0,
	 * or -1 with *e when nothing could be done at all (the worker then
	 * counts every message not told as tempfail with *e as the answer).
	 */
	int (*send)(struct transport *t, const struct messages *l, sent_fn *fn,
	    void *arg, struct err *e);
	void (*close)(struct transport *t); /* frees t */
	size_t batch; /* messages claimed at once */
	/* Relays or gateways as they are configured; a file has none. */
	struct strv ways;
	/*
	 * Set by who calls send(); NULL: in the order of ways, and nobody
	 * wants to know.
	 */
	const size_t *order; /* places in ways, each once */
	begin_fn *begin;
	failed_fn *failed;
	void *begin_arg; /* of both */
};

/* Tells t->begin, if there is one; returns what it does. */
int transport_begin(const struct transport *t, const struct message *const *v,
    size_t n, size_t way, bool *gone);
/* The same for one message: 1 when it may be sent, 0 when it is gone, or -1. */
int transport_begin_one(
    const struct transport *t, const struct message *m, size_t way);
/* Tells t->failed, if there is one. */
void transport_failed(const struct transport *t, size_t way, const char *why);
/* The i-th way to be tried. */
size_t transport_way(const struct transport *t, size_t i);

/* Tells fn the same of each recipient that was due. Returns what fn does. */
int transport_tell(const struct message *m, enum outcome outcome,
    const char *answer, const char *via, sent_fn *fn, void *arg);

/* Each returns NULL with *e. conf is borrowed until close(). */
struct transport *smtp_open(const struct config *conf, struct err *e);
struct transport *maildir_open(const struct config *conf, struct err *e);
struct transport *gateway_open(const struct config *conf, struct err *e);
struct transport *smsfile_open(const struct config *conf, struct err *e);

#endif
