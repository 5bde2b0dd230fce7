/*
 * coverage.h: which municipalities can be reached by mail and by SMS, and
 * since when it is known. Read from contacts and from what is kept of their
 * addresses, whatever the number of deliveries.
 */
#ifndef CORE_COVERAGE_H
#define CORE_COVERAGE_H

#include "core/core.h"
#include "store/addresses.h"
#include "store/orgs.h"

/* What is missing, the worst first. */
enum coverage_lack {
	LACK_CONTACT, /* nobody at all */
	LACK_CHANNEL, /* nobody by one of the channels */
	LACK_BOUNCED, /* an address from which the last notice came back */
	LACK_PROOF, /* nothing has ever arrived */
	LACK_NOTHING
};

#define COVERAGE_LACKS (LACK_NOTHING + 1)

/* "no_contact": the name of a lack for scripts. */
const char *coverage_lack_name(enum coverage_lack l);

/* The contacts of one municipality by one channel. */
struct coverage_channel {
	size_t contacts;
	size_t bounced; /* of them */
	int64_t proven; /* the last time that a notice arrived; TIME_NONE */
	bool delivered; /* it was reported as delivered */
	bool gap; /* the channel is on, and nobody is reached by it */
};

struct covered {
	const struct org *org; /* of the coverage */
	struct coverage_channel by[CHANNEL_SMS + 1];
	int64_t receipted; /* the last receipt, TIME_NONE = never */
	int64_t proven; /* the latest of all that proves */
	enum coverage_lack lack;
};

struct coverage {
	struct covered *v; /* by what is missing, then the longest unproven */
	size_t n;
	bool on[CHANNEL_SMS + 1]; /* mail always; SMS when it is configured */
	size_t gaps; /* municipalities with one or two */
	size_t without[CHANNEL_SMS + 1]; /* municipalities, by channel */
	/* Of what it is made. */
	struct orgs orgs;
	struct contacts contacts;
	struct addresses addresses;
};

/*
 * Whether a contact of the organisation takes part in outages of FMK by the
 * channel, and has an address there.
 */
bool coverage_counts(
    const struct contact *c, const struct org *o, enum channel channel);
/* Its address there: the mail's or the telephone number. */
const char *coverage_address(const struct contact *c, enum channel channel);

/*
 * Makes the coverage from its orgs, contacts and addresses and what it is
 * told of receipts. Pure.
 */
void coverage_make(struct coverage *c, const struct receipted_list *receipts);
/* Reads and makes it. Release with coverage_clear(), also on -1. */
int coverage_read(struct store *s, const struct config *conf,
    struct coverage *out, struct err *e);
void coverage_clear(struct coverage *c);
/*
 * Calls fn with a few municipalities at a time, in order of their codes, until
 * it fails: all that a coverage is but what receipts prove, in the memory of
 * those few. 0, or -1 with *e.
 */
typedef int coverage_fn(const struct coverage *few, void *arg, struct err *e);
int coverage_each(struct store *s, const struct config *conf, coverage_fn *fn,
    void *arg, struct err *e);

#endif
