/*
 * world.h: a world that goes through its schedule: the real core and workers
 * over a database on the made disk, on a made clock, among made feeds,
 * relays, gateways and people. One at a time in a process.
 */
#ifndef TESTS_SIM_WORLD_H
#define TESTS_SIM_WORLD_H

#include <stdio.h>

#include "core/check.h"
#include "core/core.h"
#include "deliver/worker.h"
#include "model.h"
#include "rng.h"
#include "schedule.h"
#include "setup.h"
#include "store/tally.h"
#include "vfs.h"

#define STEADY 3 /* workers: two of mail, one of SMS … */
#define WORKERS (STEADY + 2) /* … and a spare one of each, at times */
#define DEAD 64
#define FEEDS 5 /* one for each shape of life */
#define DB_NAME "alertd.db"
#define INVARIANTS 13 /* 0: the simulation itself could not go on */

/* How a channel fails. */
enum channel_fault {
	FAULT_NONE,
	FAULT_DOWN, /* no connection: nothing is begun */
	FAULT_LATER, /* 4xx to everybody */
	FAULT_STALL, /* each message takes minutes */
	FAULT_DROP, /* the answer is lost after it was taken */
	FAULT_DROP_BEFORE, /* the answer is lost, and nothing was taken */
	FAULT_LIMIT, /* 452 after the first recipient */
	FAULT_FEW, /* it bears one session, and answers others with 421 */
	FAULTS
};

#define WAYS 2 /* relays, or gateways */
#define GIVEN 64 /* the most that a rate may be */

/* A relay or gateway. */
struct made_way {
	enum channel_fault fault;
	int64_t until;
	struct rate rate;
	int64_t given[GIVEN]; /* when it was given something, the last */
	size_t n_given;
};

struct channel_state {
	struct made_way ways[WAYS];
	/* Last time that nothing could be expected to arrive by it. */
	int64_t bad;
	/* Last time that only who is late could take what is due. */
	int64_t held;
	bool off; /* in the configuration */
};

#define PLACES 5 /* of a worker: sessions, or calls, at once */

/* A session with a relay, or a call of a gateway: sessions.h. */
struct place {
	struct job *job; /* NULL: none */
	size_t way, n; /* recipients */
	enum channel_fault fault; /* that it meets */
	int64_t ends; /* when the answer comes */
	int rest; /* looks until it ends then: not all do at once */
	bool answered; /* the relay has done with it what it does */
	bool dies;
};

/* How the next session of mail goes. */
enum session_fate {
	SESSION_LIVES,
	SESSION_DIES,
	SESSION_HANGS /* and is killed for that */
};

/* A worker process. */
struct worker_proc {
	struct transport transport; /* first: send() is given this */
	struct proc proc;
	struct worker worker;
	bool spare; /* ends when nothing is due */
	bool busy; /* in a step */
	int64_t look; /* not before, when nothing could be claimed */
	struct rate rates[WAYS];
	/* What is in its hands. */
	struct job *jobs;
	struct place places[PLACES];
};

enum crash {
	CRASH_NONE,
	CRASH_WORKER, /* one worker, kill -9 */
	CRASH_DAEMON, /* the daemon, and its workers with it */
	CRASH_POWER /* all, and what was not synced */
};

enum crash_place {
	PLACE_DISK, /* before the n-th change of the disk */
	PLACE_BEGUN, /* begun, and not yet taken by the relay */
	PLACE_TAKEN /* taken by the relay, and not yet stored */
};

struct world {
	const struct schedule *schedule;
	size_t next; /* entry */
	int64_t now; /* true seconds, UTC as it really is */
	int64_t skew; /* of the wall clock */
	int64_t end;
	bool settling; /* the schedule is over, all is mended */
	struct rng rng; /* of the disk at a power cut */
	struct rng odds; /* of relays */
	/* The daemon. */
	struct proc core_proc, eye_proc;
	struct setup setup;
	struct store *store;
	struct core core;
	struct self_check check;
	int64_t core_due; /* true; when the core wants to be called */
	bool dirty; /* something was done: the core is called at once */
	bool recover;
	bool down; /* nothing runs */
	int64_t up_at;
	struct worker_proc workers[WORKERS];
	int64_t pids; /* next */
	int64_t dead[DEAD]; /* workers, of which the core has not heard */
	size_t n_dead;
	int depth; /* of worlds inside a stalled send */
	/* A crash that is to come. */
	enum crash crash;
	enum crash_place place;
	bool crashed; /* it came: everything is to be closed and opened */
	bool power; /* and what was not synced is gone */
	enum session_fate session;
	/* What is wrong from outside. */
	struct channel_state channels[2];
	int64_t up_since, jumped; /* the daemon; the clock backwards; true */
	int64_t moved; /* the clock, in any direction */
	int64_t trouble; /* anything that can keep a notice from somebody */
	int64_t told_at; /* until then open cases are counted in days_s */
	/* Failure. */
	int invariant; /* 0 and broken: the simulation itself */
	bool broken;
	char why[512];
	FILE *trace; /* NULL: silent */
	/* Counts. */
	int64_t days_s; /* seconds of open, announced incidents */
	int64_t acts[ACTS];
	int64_t crashes[4], places[3];
	int64_t reconciled, steps, turns, notices, taken, doubled;
	int64_t faults[16];
	/*
	 * Rounds; those with something under way; begun by one that asked for
	 * more; results of a part; sessions
	 * that died; what others had meanwhile; what a rate had no room for.
	 */
	int64_t rounds, partial, more, parts, lost, gone, full, spares, erased;
};

extern struct world world;

/* Runs the schedule; world.broken says how it went. */
void world_run(const struct schedule *s, FILE *trace);
/* An invariant does not hold; the first one counts. */
void world_broken(int invariant, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
/* A line of the trace, with the time in front. */
void world_say(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
int64_t world_wall(void);
int64_t world_true(int64_t wall);
/* Time passes while a worker waits for its relay; others go on. */
void world_pass(int64_t seconds);
/* Whether what runs now should just get out: its process is dead. */
bool world_dead(const struct worker_proc *w);
/* The crash that is to come comes, if this is its place. */
void world_may_crash(enum crash_place place, struct worker_proc *w);

/* --- instead.c: what the machine would add -------------------------------- */

void chance_reset(void);

/* --- house.c: the processes ----------------------------------------------- */

/*
 * A disk with the organisations and contacts on it; once in a process. real:
 * each world has a database of its own, in files of the folder.
 */
void house_build(const char *folder, bool real);
/* The disk as it was built. */
void house_fresh(void);
void house_raze(void);
/* The settings that a reload may change are as they were. */
void house_reset(void);
/* The daemon and its workers start. -1: the database cannot be opened. */
int house_open(void);
/* All of it is closed, as the kernel does it for the dead. */
void house_close(void);
/* Kills; what a worker held is noted as excused. */
void house_kill(enum crash how, struct worker_proc *w);
/* A worker ends with what it has in its hands. */
void house_lose(struct worker_proc *w);
/* One more worker of the channel, if there is none yet. */
void house_spare(enum channel channel);
/* Ends a spare one. */
void house_end(struct worker_proc *w);
/* A dead worker is replaced. */
void house_replace(struct worker_proc *w);
void house_arm(enum crash how, enum crash_place place, int64_t n);

/* --- relay.c -------------------------------------------------------------- */

/* The answer to what is in the place, and what the relay does with it. */
void relay_answers(struct place *p);
struct result relay_result(const struct recipient *to, enum outcome outcome,
    const char *answer, const char *id);
/* What is wrong with it now. */
enum channel_fault relay_fault(enum channel channel, size_t way);
/* How many sessions or calls of all workers it has. */
size_t relay_busy(enum channel channel, size_t way);
/* Nothing comes by the address until then. */
void relay_keeps(const char *address, int64_t until);
/* It is given n now: no more than its rate. */
void relay_given(enum channel channel, size_t way, size_t n);
/* Whether what is due need not arrive, because of faults of the channel. */
bool relay_hurts(enum channel channel);
void relay_act(const struct entry *e);
/* What a gateway tells later of an SMS that it took. */
void relay_callback(const struct entry *e);
/* All relays, gateways and addresses are well from now on. */
void relay_mend(void);
void relay_reset(void);

/* --- sessions.c -------------------------------------------------------------
 */

void sessions_open(struct worker_proc *w);
/* What the relay has taken of it, and is not stored, may come again. */
void sessions_excuse(struct job *j);
/*
 * Who begins while another waits runs above it, and that one goes on only when
 * those above are through. When its answer has come before, what it has begun
 * waits for the simulation alone: with those addresses not all is well. While
 * nobody of the channel is idle, so does a page.
 */
void sessions_late(void);

/* --- feeds.c -------------------------------------------------------------- */

void feeds_reset(void);
/* Whether the texts are judged as they are meant to be; says what not. */
int feeds_prove(void);
void feeds_act(const struct entry *e);
/* Polls what is due. */
void feeds_poll(void);
int64_t feeds_next(void);
void feeds_mend(void);
/* What the world knows of the cases that the feeds' events belong to. */
void feeds_look(void);

/* --- people.c ------------------------------------------------------------- */

void people_reset(void);
/* Adds organisations and contacts to an empty database. */
int people_seed(struct store *s, struct err *e);
void people_act(const struct entry *e);
/* Whoever is in the list of contacts now is who is to be told. */
void people_read(void);
/* A page came to somebody. */
void people_paged(int address, const struct message *m);
void people_end(void);
/* Those who were paged answer, when they have read it. */
void people_answer(void);
int64_t people_next(void);
/* An incident is new: by whom it is. */
void people_new_case(struct acase *c);
/* A notice is queued: who has to get it. */
void people_notice(struct acase *c);

/* --- eye.c: what can be seen from outside --------------------------------- */

int eye_open(const char *path);
void eye_close(void);
/* Takes over what is new: incidents, notices. */
void eye_look(void);
/* Reads the records since the last time. */
void eye_records(void);
/*
 * Who may have got what workers who are not alive had begun: that counts as
 * told, and with on_unknown: once it is all that there is of it.
 */
void eye_in_doubt(const int64_t *alive, size_t n);
/* What a relay has taken is never said not to be sent. */
void eye_said_unsent(void);
/* Nothing of an incident that is not over is erased. */
void eye_kept(void);
/* How much of the others is. */
int64_t eye_erased(void);
/*
 * A delivery by SMS that was reported delivered, which no record says and which
 * does not wait for one; 0 none.
 */
int64_t eye_unreported(void);
/* Of all but deliveries it is what a recount finds. */
void eye_recount(const struct tally *t);
/* Messages of which something is unfinished; why names one. */
int64_t eye_unfinished(char *why, size_t size);
int64_t eye_orphans(char *why, size_t size);
/* Addresses that a message has more than once. */
int64_t eye_twice(char *why, size_t size);
/* Where the tally is not what counting gives. */
int64_t eye_tally(char *why, size_t size);
/* Incident of each event of a feed, called for each. */
void eye_events(
    void (*fn)(const char *feed, const char *ext, int64_t incident, void *arg),
    void *arg);

/* --- invariants ----------------------------------------------------------- */

extern const char *const invariant_names[INVARIANTS];
/* At the moment in which a relay takes a message for an address. */
void
invariants_taken(const struct message *m, int address, const struct unit *u);
/* After each step. */
void invariants_step(void);
/* Now and then, and at the end. */
void invariants_record(void);
void invariants_end(void);

#endif
