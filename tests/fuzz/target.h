/*
 * target.h: what is fuzzed, as one table. A target gets any bytes and says
 * what does not hold of what is made of them. For the fuzzers and for the
 * unit test that runs what they found.
 */
#ifndef TESTS_FUZZ_TARGET_H
#define TESTS_FUZZ_TARGET_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "conf/config.h"

struct target;

typedef int
target_fn(const struct target *t, const char *s, size_t n, struct err *e);

struct target {
	const char *name; /* of a kind of feed: that of the kind */
	target_fn *run;
	enum feed_kind kind; /* for run */
};

/*
 * Loads the zone and the rules that targets need, for the life of the
 * process; -1 with *e.
 */
int targets_open(struct err *e);
target_fn run_mails, run_callback, run_ical, run_http, run_bounce;
target_fn run_config, run_rules, run_preset, run_contacts, run_template;

/* NULL: there is none. */
const struct target *target_find(const char *name);
/* In the table's order; NULL behind the last. */
const struct target *target_at(size_t i);
/* 0, or -1 with *e saying what does not hold. */
int
target_run(const struct target *t, const void *data, size_t n, struct err *e);

#endif
