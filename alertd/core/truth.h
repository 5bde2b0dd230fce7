/*
 * truth.h: messages of kind test, to addresses of one's own: whether a mail and
 * an SMS arrive, and how soon, told when they are late; and the mail that says
 * that all is well.
 */
#ifndef CORE_TRUTH_H
#define CORE_TRUTH_H

#include "core/core.h"

/* The self-check passed: the mail of deadman.mail goes, when one is due. */
int core_well_mail(struct core *c, int64_t now, struct err *e);

/* What became of a mail that was handed back. */
enum truth_taken {
	TRUTH_BOOKED,
	TRUTH_KNOWN, /* it came before */
	TRUTH_NONE /* no test of this store's making stands in it */
};

/* A mailbox hands a mail back, as it came. 0 and *out, or -1 with *e. */
int core_truth_mail(struct core *c, const char *mail, size_t len, int64_t now,
    int64_t *number, enum truth_taken *out, struct err *e);

#endif
