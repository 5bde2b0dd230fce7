/*
 * pulse.h: what a session shows its worker without being asked, in memory that
 * both see: when its relay last gave a sign, and whether the message may still
 * be taken back. No call of the system goes into it.
 *
 * A relay has a message when the dot that ends it may have been sent; until
 * then a connection that is closed has told it nothing. Who is first, the
 * session with pulse_end() or the worker with pulse_take(), decides.
 */
#ifndef DELIVER_PULSE_H
#define DELIVER_PULSE_H

#include <stdbool.h>
#include <stdint.h>

#include "deliver/pace.h"

struct pulse {
	_Atomic int64_t at; /* monotonic ms of the last sign; 0: none yet */
	/* Silence before a sign, at least 1 ms; 0: there was none. */
	_Atomic int64_t longest[PACE_STAGES];
	_Atomic int stage; /* enum pace_stage */
	_Atomic int hold; /* who decides over the message */
	int64_t last; /* what the session waits since */
};

/* Of a session that is about to be forked; NULL: there is no memory for it. */
struct pulse *pulse_open(void);
/* It was forked: those that are forked after it do not get to see this one. */
void pulse_keep(struct pulse *p);
void pulse_close(struct pulse *p); /* NULL is fine */

/* The worker's side. */

/* Its session, which waits, is about to be given a message. */
void pulse_give(struct pulse *p);
/*
 * Takes the message back: true, and the session will never end it; false: it
 * may have.
 */
bool pulse_take(struct pulse *p);
/*
 * What it shows, but nothing that cannot be: a relay may have broken into the
 * session. The last sign (now at the latest, and when it has told what became
 * of its message; 0: none), the stage, and the longest silence of one.
 */
int64_t pulse_at(const struct pulse *p, int64_t now);
enum pace_stage pulse_stage_now(const struct pulse *p);
int64_t pulse_longest(const struct pulse *p, enum pace_stage stage);

/* The session's side. */

/* From here on it is waited for the relay. */
void pulse_begin(struct pulse *p);
void pulse_stage(struct pulse *p, enum pace_stage stage);
/* The relay has said, or taken, something. */
void pulse_sign(struct pulse *p);
/* It says what became of the message: nobody waits for the relay any more. */
void pulse_told(struct pulse *p);
/* Whether the end of the message may be sent. */
bool pulse_end(struct pulse *p);

#endif
