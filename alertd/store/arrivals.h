/*
 * arrivals.h: what of an incident reached whom, and when, for the proof of it.
 * A recipient was reached when a relay or a gateway first took the message.
 */
#ifndef STORE_ARRIVALS_H
#define STORE_ARRIVALS_H

#include "base/str.h"
#include "store/calls.h"
#include "store/store.h"

/* How many recipients are in which state, and when the first was reached. */
struct arrived {
	int64_t recipients;
	int64_t reached; /* of them, whatever was heard later */
	int64_t delivered; /* as far as gateways report it */
	int64_t failed, waiting, superseded, cancelled;
	int64_t unknown; /* taken or not: due again, or over */
	int64_t first, last; /* TIME_NONE: nobody was reached */
	int64_t mail, sms; /* first, by each channel; TIME_NONE: not by it */
};

/* One notice to one municipality. */
struct arrival {
	char *org; /* code */
	char *name;
	int number;
	struct arrived a;
	char *answer; /* about one that was refused, or is in doubt; "" */
};

void arrival_clear(struct arrival *a);

/* Returns 0 to go on, -1 to stop. */
typedef int arrival_fn(const struct arrival *a, void *arg);

/*
 * Calls fn for each notice to each municipality, by code and number, one at a
 * time: however many there are, no list of them is made.
 */
int store_arrivals(struct store *s, int64_t incident, arrival_fn *fn, void *arg,
    struct err *e);

/* One notice to all, municipalities and vendors. */
struct spread {
	int number;
	int64_t municipalities, told; /* meant, and reached */
	struct arrived a;
};

struct spreads {
	struct spread *v;
	size_t n;
};

void spreads_clear(struct spreads *l);
/* Of all numbered notices of the incident; *out is added to. */
int store_spreads(
    struct store *s, int64_t incident, struct spreads *out, struct err *e);

/* When the source published what opened the incident, and when it was seen. */
int store_heard(struct store *s, int64_t incident, int64_t *published,
    int64_t *seen, struct err *e);

/* All calls about the incident, closed ones too; *out is added to. */
int store_calls_about(
    struct store *s, int64_t incident, struct calls *out, struct err *e);

#endif
