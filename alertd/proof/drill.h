/*
 * drill.h: what a drill showed of each municipality, and whether that is
 * better or worse than in the one before. Pure.
 */
#ifndef PROOF_DRILL_H
#define PROOF_DRILL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Of one municipality. All notices of the drill are counted together. */
struct drill_result {
	char *code, *name;
	bool told; /* any notice reached it */
	bool over_told; /* it knows that it is over */
	int64_t after; /* s from notice 1 until it was reached; when told */
	int64_t recipients, accepted, delivered, failed, unknown;
	bool asked, receipted;
};

struct drill_results {
	struct drill_result *v; /* by code */
	size_t n;
};

void drill_results_clear(struct drill_results *l);

enum drill_change {
	DRILL_SAME,
	DRILL_BETTER,
	DRILL_WORSE,
	DRILL_NEW, /* not in the one before */
	DRILL_GONE /* only in the one before */
};

/*
 * What decides, in this order: whether it was told; whether it knows that it
 * is over; how many of its recipients failed; whether it gave the receipt,
 * where both drills asked for one. How long it took does not: that is the
 * queue's, not the municipality's. One of the two may be NULL.
 */
enum drill_change drill_compare(
    const struct drill_result *now, const struct drill_result *before);
const char *drill_change_name(enum drill_change c);

struct drill_pair {
	const struct drill_result *now, *before; /* NULL: not in it */
	enum drill_change change;
};

/* Each municipality of either once, by code; *out has room for both. */
size_t drill_pair_up(const struct drill_results *now,
    const struct drill_results *before, struct drill_pair *out);

#endif
