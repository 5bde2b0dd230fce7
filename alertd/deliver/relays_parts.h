/*
 * relays_parts.h: what mail through relays is made of. relays.c: the way of a
 * message, and what is told of it; lane.c: a relay, and its sessions;
 * session.h: one of them, a process of its own; relays_open.c: the transport.
 *
 * Relays are tried in order: the next one for what a relay that cannot be
 * used did not begin, and for messages of which it took nothing for now. How
 * many sessions a relay bears is learnt (bear.h): one that it does not bear
 * costs a message nothing but a moment.
 *
 * A relay that is silent keeps nothing (pace.h): from when it is late, what it
 * was not given goes to the next; and what it was given goes there, too, when
 * it is lost, as long as the relay cannot have taken it (pulse.h).
 *
 * Opened by relays_open() of transport.h.
 */
#ifndef DELIVER_RELAYS_PARTS_H
#define DELIVER_RELAYS_PARTS_H

#include "deliver/bear.h"
#include "deliver/job.h"
#include "deliver/pace.h"
#include "deliver/session.h"
#include "deliver/transport.h"

#define REAP_MS 100 /* between two looks whether one that ends is gone */

/* A message on its way. */
struct work {
	struct job job;
	unsigned asked; /* relays, a bit each */
	unsigned lost; /* of the others, those that it was taken back from */
	STAILQ_ENTRY(work) link; /* of those that wait for one, or are done */
};
STAILQ_HEAD(works, work);

/* One relay, as this process sees it. */
struct lane {
	struct bear bear;
	size_t sessions; /* processes: also those that end */
	size_t busy; /* of them */
	struct sessions idle; /* the one that was busy last is first */
	size_t n_idle;
	size_t standing; /* of them: what they said last was no failure */
	struct works waiting;
	size_t n_waiting;
	struct pace pace;
	int64_t heard; /* its last sign, or what stands for one; mono ms */
	int64_t took; /* when it took something last; 0: never */
	bool late; /* silent for longer than usual, with others in its hands */
	bool lost; /* that was so long that others were told */
	bool down; /* of no use to this send() … */
	int64_t up; /* … until then: it is tried like any other; mono ms */
};

struct relays {
	struct transport transport;
	const struct mail_conf *conf;
	struct smtp_conf smtp;
	struct pace_conf pace;
	char *from, *ehlo;
	struct lane *lanes; /* one for each relay */
	int epoll;
	int lock; /* that sessions keep; -1: none */
	struct sessions busy; /* the one that is due first is first */
	struct sessions ending;
	int64_t rest; /* monotonic ms: sessions that are idle end; 0: none */
	struct buf packed;
};

/* send() of the transport: relays.c; the rest of it: relays_open.c. */
int relays_send(struct transport *t, const struct messages *l, sent_fn *fn,
    void *arg, struct err *e);

/* "smtp.example.dk:587" */
const char *relay_name(const struct relays *r, size_t way);

void lanes_open(struct relays *r);
/* Ends all sessions, kindly at first. */
void lanes_close(struct relays *r);
/* For one send(): each may be asked. */
void lanes_begin(struct relays *r);
/* The first relay that may be asked for it; false: there is none. */
bool lanes_next(const struct relays *r, const struct work *w, size_t *way);
/* The first of those that is not late, and that it was not taken back from. */
bool lanes_quick(const struct relays *r, const struct work *w, size_t *way);
/*
 * Sets late of each: all that it has in its hands is silent, and has been for
 * as long as pace_late(). True when one has become so, or is not any more;
 * *soonest is when the next does, unless it says something.
 */
bool lanes_listen(struct relays *r, int64_t now, int64_t *soonest);
/* All that it has is silent for too long: it goes behind the others. */
void lane_lost(struct relays *r, size_t way);
/* When the message of a busy session is to be taken back. */
int64_t
lane_lost_at(const struct relays *r, const struct session *s, int64_t now);
/* The session has said what became of its message. */
void lane_heard(struct relays *r, const struct session *s);
/* How many more messages may be under way with it. */
size_t lane_room(const struct lane *lane);
/* It is of no use for a while … */
void lane_put_down(struct lane *lane);
/* … which is over: one send() may go on for as long as more is due. */
void lanes_up(struct relays *r);
/*
 * When a session that is given a message now hangs: after all that monitor.h
 * allows it, and what goes beside it.
 */
int64_t lane_patience(const struct relays *r);
/* Logs that it has died, of what, and with which message. */
void lane_death(const struct relays *r, const struct session *s, int status);
/* One that is idle, or a new one; NULL with *e. It is in no list. */
struct session *lane_session(struct relays *r, size_t way, struct err *e);
/*
 * For ready of transport.h: sessions with the first relay that wait for their
 * first message, as many as it bears, until there is something to do.
 */
void lanes_ready(struct transport *t);
/* A busy one is free for the next, or ends where there are too many. */
void lane_free(struct relays *r, struct session *s);
/* Steps the lane's bear, see bear.h, and logs what has changed, because of why.
 */
void lane_bears(struct relays *r, size_t way, enum bear_event event,
    size_t others, const char *why);
/* Listens to a session, and with writing for when it takes more. */
void
lane_watch(const struct relays *r, struct session *s, int op, bool writing);
/* Listens to it no more. */
void lane_forget(const struct relays *r, const struct session *s);
/* Tells those that are idle to end. */
void lanes_end_idle(struct relays *r);
/* Takes those that have ended, or do not; true when none is left. */
bool lanes_reap(struct relays *r);

#endif
