/*
 * reported.h: that a telephone has a text, until it is on record. What a
 * gateway reports is stored with its delivery at once; hundreds of telephones
 * report the same of a notice, one after another over some minutes, so it is
 * put on record in one with others, in the words of settled.h:
 *
 *	+4500000001, +4500000002: reported
 *	2026-11-27T12:00:02Z to 2026-11-27T12:00:31Z: DELIVRD
 *
 * The times are those of the first and the last of them. The object is the
 * message, or the notice where it is of several. A delivery that was reported
 * delivered changes no more, so nothing of it is lost meanwhile. That a text
 * did not arrive, and what a relay writes of a mail, is on record at once.
 */
#ifndef STORE_REPORTED_H
#define STORE_REPORTED_H

#include "store/store.h"

/* To be put on record. In the transaction that made it delivered. */
int store_reported_add(struct store *s, int64_t delivery, struct err *e);
/*
 * Puts all of that on record, with the time now; a thousand at once is a
 * transaction. Takes no lock when there is none. The core does so in each
 * self-check.
 */
int store_reported_record(struct store *s, int64_t now, struct err *e);
/* How many are not on record yet. */
int store_reported_count(struct store *s, int64_t *out, struct err *e);

#endif
