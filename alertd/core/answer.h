/*
 * answer.h: the answers to calls: by a link, by SMS, by alertctl. First
 * come, first served: each is one transaction, and who is second hears who
 * was first. A code does one thing, once, for whom it was made.
 */
#ifndef CORE_ANSWER_H
#define CORE_ANSWER_H

#include "core/core.h"
#include "store/codes.h"

/* What a code does now, or what came of it. */
enum answer_result {
	ANSWER_GOOD, /* it does what it is for; it was done */
	ANSWER_UNKNOWN, /* there is no such code */
	ANSWER_USED, /* once was all */
	ANSWER_LAPSED, /* too old, or a newer one took its place */
	ANSWER_TAKEN, /* who has the case already */
	ANSWER_SETTLED /* the case is over, or who decided */
};

struct answer {
	enum answer_result result;
	struct code code; /* empty when unknown */
	char *who; /* of taken and settled; "" = nobody */
	int64_t at; /* when; or TIME_NONE */
	/* The incident, empty when there is none. */
	struct incident incident;
	bool has_incident;
	/* For people, by the templates; "" = none. */
	char *headline; /* of the incident */
	char *alarm; /* what alertd has seen, beside it or alone */
	int64_t opened; /* the call; TIME_NONE without one */
};

void answer_clear(struct answer *a);
/* "taken": for the log. */
const char *answer_result_name(enum answer_result r);

/*
 * What the token of a link would do, for showing; changes nothing. Fills *out
 * in any case (release with answer_clear()).
 */
int core_answer_look(struct core *c, const char *token, int64_t now,
    struct answer *out, struct err *e);
/* Does it. What does nothing is logged, and but for an unknown on record. */
int core_answer(struct core *c, const char *token, int64_t now,
    struct answer *out, struct err *e);

/*
 * An SMS that came in: from is the number as E.164. 0 whatever becomes of
 * it, -1 when the store failed and nothing has changed. A wrong code is told
 * to its sender; after LIMIT_WRONG_REPLIES of them in an hour no reply of his
 * counts.
 */
int core_reply(struct core *c, const char *from, const char *text, int64_t now,
    struct err *e);

/*
 * The actor takes incident id; for who has it already that is another
 * ack_lapse, and nobody is told. Refuses one that waits for a decision, that
 * is over, or that somebody else has, unless take_over.
 */
int core_ack(
    struct core *c, int64_t id, bool take_over, int64_t now, struct err *e);
/* The same of a call, by its number: also of one about an alarm. */
int core_ack_call(
    struct core *c, int64_t call, bool take_over, int64_t now, struct err *e);

/* The municipality of the code has got the notice. In a transaction. */
int core_receipt(
    struct core *c, const struct code *code, int64_t now, struct err *e);

#endif
