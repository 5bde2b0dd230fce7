/*
 * call.h: a call is what the on-call must answer: about an incident, or about
 * an alarm of its own (a failing feed). It rings until somebody takes it, and
 * is closed when what it is about is settled. Data.
 */
#ifndef ESCALATION_CALL_H
#define ESCALATION_CALL_H

#include <stddef.h>
#include <stdint.h>

#include "base/clock.h"

/* Strings are never NULL. Times are UTC seconds or TIME_NONE. */
struct call {
	int64_t id; /* 0 before it is stored */
	int64_t incident; /* 0 = about the alarm alone */
	/* What it is about beside the state of the incident; "" = nothing. */
	char *alarm; /* name of an alarm_kind */
	char *about;
	char *detail;
	int64_t opened;
	int64_t began; /* the chain: at the opening, or when it rang anew */
	int64_t steps; /* of the chain that are behind it */
	int64_t due; /* of the next step; TIME_NONE: at once */
	int64_t paged_at; /* last */
	char *skipped; /* names of the steps just skipped, for people; "" */
	char *owner; /* who has taken it; "" = it rings */
	char *had; /* who had it before it rang anew; "" once he was paged */
	int64_t taken; /* when that was; else TIME_NONE */
	int64_t
	    attended; /* when the owner last did something; else TIME_NONE */
	int64_t closed; /* TIME_NONE = it is not */
};

/* Who is, or was, paged. key is "org.contact", or "alarm." with the
 * hash of an address: one person. */
struct person {
	char *key;
	char *org; /* code of the team, or "alarm" */
	char *name; /* of the contact; the address when it has none */
	char *email; /* "" = none, or not in this step */
	char *phone;
	int64_t round; /* in which he was paged last, from 0 */
};

struct people {
	struct person *v;
	size_t n;
};

void call_init(struct call *c);
void call_clear(struct call *c);
void person_clear(struct person *p);
void people_clear(struct people *l);
void people_add(struct people *l, const struct person *p); /* copies */
/*
 * Adds him with the addresses that nobody in the list has; who is in it
 * already gets those that he has not. Nobody is in it twice.
 */
void people_merge(struct people *l, const struct person *p);

#endif
