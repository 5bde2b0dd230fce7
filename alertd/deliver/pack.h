/*
 * pack.h: a message on its way from a worker to a session of it
 * (relays_parts.h), and what became of it on the way back, as bytes. Pure. A
 * session speaks with a relay, and may be broken into by it: what it says is
 * read as anything that comes from outside.
 */
#ifndef DELIVER_PACK_H
#define DELIVER_PACK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/err.h"
#include "outbox/message.h"

/* What a session says of a message. */
struct tidings {
	/* The relay is of no use, to this session at least, because of why. */
	bool failed;
	char *why; /* "" when it has not failed; owned */
	/*
	 * One for each recipient that was due, in their order: outcome, code
	 * and answer; without an answer (NULL) it was not tried.
	 */
	struct result *results;
	size_t n;
};

/* Appends what a session needs of m; due[i]: whether m->to[i] is to get it. */
void pack_message(const struct message *m, const bool *due, struct buf *out);
/* 0 and *out, release with message_clear(); or -1 with *e. */
int
unpack_message(const char *p, size_t len, struct message *out, struct err *e);

void pack_tidings(const struct tidings *r, struct buf *out);
/*
 * due: how many recipients it must be of. 0 and *out, release with
 * tidings_clear(); or -1 with *e: it is none. Answers are of one line each.
 */
int unpack_tidings(
    const char *p, size_t len, size_t due, struct tidings *out, struct err *e);
void tidings_clear(struct tidings *r);
/*
 * Whether all that was tried was refused for now: by a word for too many at
 * once when closed (421, and 432, which is Exchange's), or by any for too much.
 */
bool tidings_refused(const struct tidings *r, bool closed);
/* Whether no recipient was tried. */
bool tidings_nothing(const struct tidings *r);
/* Whether any was taken, or refused for good. */
bool tidings_took(const struct tidings *r);

#endif
