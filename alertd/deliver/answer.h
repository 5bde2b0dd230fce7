/*
 * answer.h: reads what an SMS gateway answered, by the rules of its preset.
 * Pure: no network.
 */
#ifndef DELIVER_ANSWER_H
#define DELIVER_ANSWER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "conf/gateway.h"

/* One recipient of a call, and what the answer says about it. */
struct target {
	const char *number; /* "+4500000001"; borrowed */
	const char *ref; /* our reference; borrowed */
	enum gateway_word means; /* never GATEWAY_RESULTS */
	bool named; /* said of this recipient, not of the whole call */
	int64_t pause; /* seconds that the gateway asks for, or 0 */
	char *text; /* what was said, "" if nothing; owned */
	char *id; /* the gateway's, or ""; owned */
};

/*
 * Fills means, named, text and id of all n targets from an answer with the
 * HTTP status; what text and id held is released. An answer that cannot be
 * understood means GATEWAY_NEXT, but one of success that begins as JSON and is
 * cut off means GATEWAY_UNKNOWN; so does one that speaks of some targets only,
 * for the others.
 */
void answer_read(const struct gateway_answer *a, int status, const char *body,
    size_t len, struct target *t, size_t n);
/* Whether it begins as JSON does: then the gateway's own program spoke. */
bool answer_begins(const char *body, size_t len);
/* Says the same of all n targets. */
void answer_all(
    struct target *t, size_t n, enum gateway_word means, const char *text);
void target_clear(struct target *t);

#endif
