/*
 * call.h: the calls of the on-call, as the other files of the core use
 * them, and alertctl to show them: who is paged, with which page, and what
 * became of a call. Each runs in the caller's transaction.
 */
#ifndef CORE_CALL_H
#define CORE_CALL_H

#include "core/core.h"
#include "escalation/call.h"
#include "escalation/step.h"
#include "notice/page.h"
#include "store/orgs.h"

/* The steps, the teams, and everybody in them. */
struct roster {
	struct orgs orgs;
	struct contacts contacts;
	struct steps steps;
};

/* Release with core_roster_clear(). */
int core_roster_open(struct core *c, struct roster *r, struct err *e);
void core_roster_clear(struct roster *r);
/* Enabled contacts of the organisation; how many. out may be NULL. */
size_t core_contacts_of(
    const struct contacts *all, const char *code, struct contacts *out);

/*
 * Who is paged in a step: whom its rota names, else the team. Each of these
 * adds to *out whoever has an address that is not there yet.
 */
void core_step_people(struct core *c, const struct roster *r,
    const struct step *s, int64_t now, struct people *out);
/* The addresses of alarm:. */
void core_alarm_people(const struct core *c, struct people *out);
/* The first step that has somebody (with a mail address), and alarm:. */
void core_first_people(struct core *c, const struct roster *r, bool by_mail,
    int64_t now, struct people *out);
void core_all_people(
    struct core *c, const struct roster *r, int64_t now, struct people *out);

/* One page to people. */
struct page {
	const struct incident *incident; /* NULL: about the alarm alone */
	const struct alarm *alarm; /* NULL: what the incident's state asks */
	const struct call *call; /* that its codes answer; NULL: no codes */
	enum page_news news;
	const char *who; /* of the news; NULL */
	const char *skipped; /* names of the steps before; NULL */
	const struct people *to;
	const struct alarm *lows; /* of PAGE_COLLECTED */
	size_t n_lows;
	bool quiet; /* by mail only */
};

/* Stores its text and queues it to each; what it says goes on record. */
int core_page(struct core *c, const struct page *p, int64_t now, struct err *e);

/* Why an incident rings. */
enum ring_why {
	RING_NEWS, /* it is new, worse, or something is to be known of it */
	RING_BACK /* it was over: within min_gap that is no news */
};

/*
 * The incident rings, with what alarm says of it (NULL: its state): its call is
 * opened; or begins anew when somebody had it, who is then paged first; or, as
 * it rings already, those who were paged hear what is new and the chain goes
 * on. The first page goes with the next turn.
 */
int core_ring(struct core *c, const struct incident *i, enum ring_why why,
    const struct alarm *alarm, int64_t now, struct err *e);
/* Whoever opened the incident by hand has its call. */
int core_ring_taken(
    struct core *c, const struct incident *i, int64_t now, struct err *e);
/*
 * The actor does something about the incident: whoever has its call keeps it
 * for another ack_lapse; when nobody has it, the actor takes it. With news (not
 * PAGE_RINGS), those who were paged are told. No call, no matter.
 */
int core_call_attend(struct core *c, const struct incident *i,
    enum page_news news, int64_t now, struct err *e);

/* Whether the actor has the call. */
bool core_call_mine(const struct core *c, const struct call *k);

/*
 * The actor takes the call, whoever had it: PAGE_TAKEN to all who were paged.
 * One about an alarm that does not last is closed by it.
 */
int core_call_take(struct core *c, struct call *k, const struct incident *i,
    int64_t now, struct err *e);

/* Queues what is due of all calls, and the low matters; *next as in
 * core_turn(). */
int core_calls_turn(struct core *c, int64_t now, int64_t *next, struct err *e);
/* Once more in the same turn, when one has begun to ring meanwhile. */
int core_calls_again(struct core *c, int64_t now, int64_t *next, struct err *e);
int core_lows_turn(struct core *c, int64_t now, int64_t *next, struct err *e);

/* A page without a call to whoever is first in the chain, and alarm:. */
int core_tell(struct core *c, const struct incident *i,
    const struct alarm *alarm, int64_t now, struct err *e);

/* What the files about calls share. */
/* "incident 7", or what its alarm is about, for the log; free(). */
char *core_call_label(const struct call *k);
/* The alarm of the call, borrowed; false when it has none. */
bool core_call_alarm(const struct call *k, struct alarm *out);
void core_call_set_alarm(struct call *k, const struct alarm *a);
/* Those who were paged hear what alarm says at once; it rings on. */
int core_call_say(struct core *c, struct call *k, const struct incident *i,
    const struct alarm *alarm, int64_t now, struct err *e);
/* It begins to ring, at now; stored. */
int core_call_ring(struct core *c, struct call *k, int64_t now, struct err *e);
/* Stored as closed; what codes it has lapse. */
int core_call_close(struct core *c, struct call *k, int64_t now, struct err *e);
/*
 * Tells those who were paged for the call what became of it; its owner, what
 * he is to do.
 */
int
core_call_tell(struct core *c, const struct call *k, const struct incident *i,
    enum page_news news, const char *by, int64_t now, struct err *e);

#endif
