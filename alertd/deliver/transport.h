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
 * Called by send() before it begins a unit, with the n messages of which it
 * is (one may be named more than once, and be begun again). Returns 0 when
 * that is stored durably; on -1 send() must not begin it, nor anything more.
 */
typedef int begin_fn(const struct message *const *v, size_t n, void *arg);

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
	 * to 8 are under way at once: so many may be sent twice after kill -9.
	 * A message that it did not begin gets no call of fn. Returns 0,
	 * or -1 with *e when nothing could be done at all (the worker then
	 * counts every message not told as tempfail with *e as the answer).
	 */
	int (*send)(struct transport *t, const struct messages *l, sent_fn *fn,
	    void *arg, struct err *e);
	void (*close)(struct transport *t); /* frees t */
	size_t batch; /* messages claimed at once */
	/* Set by who calls send(); NULL: nobody wants to know. */
	begin_fn *begin;
	void *begin_arg;
};

/* Tells t->begin, if there is one; returns what it does. */
int transport_begin(
    const struct transport *t, const struct message *const *v, size_t n);

/* Tells fn the same of each recipient that was due. Returns what fn does. */
int transport_tell(const struct message *m, enum outcome outcome,
    const char *answer, const char *via, sent_fn *fn, void *arg);

/* Each returns NULL with *e. conf is borrowed until close(). */
struct transport *smtp_open(const struct config *conf, struct err *e);
struct transport *maildir_open(const struct config *conf, struct err *e);
struct transport *gateway_open(const struct config *conf, struct err *e);
struct transport *smsfile_open(const struct config *conf, struct err *e);

#endif
