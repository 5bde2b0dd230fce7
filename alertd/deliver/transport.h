/*
 * transport.h: what a delivery worker sends with. relays.c, maildir.c, sms.c
 * and smsfile.c each give one.
 */
#ifndef DELIVER_TRANSPORT_H
#define DELIVER_TRANSPORT_H

#include <stdbool.h>

#include "base/err.h"
#include "base/str.h"
#include "conf/config.h"
#include "outbox/message.h"

/* A message that is over for now: a result for each recipient that was due. */
struct done {
	const struct message *m;
	const struct result *results;
	size_t n;
	bool part; /* of it: the rest is still under way, or to be begun */
};

/* A message, and the way that it is about to go. */
struct going {
	const struct message *m;
	size_t way;
	/* Recipients of this call of it; 0: it goes as a whole, and is one. */
	size_t n;
	/* Another worker has it: not sent, and nothing is told of it. */
	bool gone;
	/* The rate of its way has no room for it: not sent by that. */
	bool full;
};

/*
 * What send() has to tell, and would begin, at one moment. All of it is one
 * transaction, so that it costs one, and nothing is sent before what was sent
 * is stored.
 */
struct round {
	const struct done *done;
	size_t n_done;
	struct going *going; /* gone and full are set for each */
	size_t n_going;
	/*
	 * For each way, how many more messages could be begun by it at once;
	 * NULL: no more are wanted.
	 */
	const size_t *room;
	/*
	 * For each way, whether it is silent for longer than usual: more goes
	 * by the next that is not. NULL: none is.
	 */
	const bool *late;
	/* Claimed and begun by the call; each borrowed until it is told. */
	const struct going *more; /* borrowed until the next call */
	size_t n_more;
};

/*
 * Called by send() with what has ended since the last call and what it would
 * begin (a message may be named again, and be begun again by another way).
 * Returns 0 when all that is stored durably; -1: send() must begin nothing,
 * neither what was going nor anything more, but still tell what is under way,
 * since the store fails, we are to end, a page waits, or the first way has
 * been given as many as its rate allows. What a way has been asked for in vain
 * is told in each case: it is tried again later, and not at once.
 */
typedef int round_fn(struct round *r, void *arg);

/* Called by send(): a way is of no use now, in the words of why. */
typedef void failed_fn(size_t way, const char *why, void *arg);

/*
 * Called by a send() that has no rounds for each message as soon as its
 * outcome is known, with one result for each recipient that was due; copies
 * what it keeps. Returns 0 when it is stored durably; on -1 send() must begin
 * nothing more, but still tell what is under way.
 */
typedef int sent_fn(
    const struct message *m, const struct result *results, size_t n, void *arg);

struct transport {
	/*
	 * Sends the messages (all of one notice) in units: a mail, or a call
	 * of a gateway. Tells each outcome before it begins the next unit in
	 * its place: mail has as many places as sessions, and so has a
	 * gateway; all others have one. So many messages, or calls of a
	 * gateway, may be sent twice after kill -9.
	 * A message that it did not begin is not told. Returns 0, or -1 with
	 * *e when nothing could be done at all (the worker then counts every
	 * message not told as tempfail with *e as the answer).
	 */
	int (*send)(struct transport *t, const struct messages *l, sent_fn *fn,
	    void *arg, struct err *e);
	void (*close)(struct transport *t); /* frees t */
	/*
	 * May be NULL. Called after send(): gives up, in a while, what it keeps
	 * open for the next one. Returns in how many milliseconds it is to be
	 * called again, -1: it keeps nothing.
	 */
	int (*rest)(struct transport *t);
	/*
	 * May be NULL. Messages are about to be queued: makes ready what the
	 * first of them would wait for, until there is something to do. What
	 * is not needed then goes as what send() keeps open, see rest.
	 */
	void (*ready)(struct transport *t);
	size_t batch; /* messages claimed at once */
	size_t recipients; /* of SMS: recipients claimed at once; 0: any */
	/*
	 * Not 0: a process of its own has ended over a message, which is not
	 * told, with this status of waitpid(). It sends nothing any more. Lost
	 * are the messages that such a process had; they are borrowed.
	 */
	int died;
	const struct message **lost;
	size_t n_lost;
	/* Relays or gateways as they are configured; a file has none. */
	struct strv ways;
	/*
	 * Set by who calls send(); NULL: in the order of ways, and nobody
	 * wants to know.
	 */
	const size_t *order; /* places in ways, each once; may change */
	round_fn *round;
	failed_fn *failed;
	void *arg; /* of both */
};

/*
 * Tells t->round; where there is none, each of done goes to fn, nothing is
 * gone, and there is no more.
 */
int transport_round(
    const struct transport *t, struct round *r, sent_fn *fn, void *arg);
/* One message is about to go: 1 when it may, 0 when it is gone, or -1. */
int transport_begin_one(
    const struct transport *t, const struct message *m, size_t way);
/* Tells t->failed, if there is one. */
void transport_failed(const struct transport *t, size_t way, const char *why);
/* The i-th way to be tried. */
size_t transport_way(const struct transport *t, size_t i);

/* Calls t->rest, if there is one: ms, or less when it is to be called before.
 */
int transport_rest(struct transport *t, int ms);

/* The same of each recipient that was due; release with the other. */
struct done transport_same(const struct message *m, enum outcome outcome,
    const char *answer, const char *via);
void transport_same_clear(struct done *d);
/* Tells fn the same of each recipient that was due. Returns what fn does. */
int transport_tell(const struct message *m, enum outcome outcome,
    const char *answer, const char *via, sent_fn *fn, void *arg);

/* Each returns NULL with *e. conf is borrowed until close(). */
struct transport *relays_open(const struct config *conf, struct err *e);
struct transport *maildir_open(const struct config *conf, struct err *e);
struct transport *gateway_open(const struct config *conf, struct err *e);
struct transport *smsfile_open(const struct config *conf, struct err *e);

#endif
