/*
 * restore.h: a backup in the place of the database. The past that it holds is
 * older than what happened: what was queued in it may have been sent since, and
 * who was told since is not known. So nothing of it goes out by itself.
 */
#ifndef STORE_RESTORE_H
#define STORE_RESTORE_H

#include "store/backup.h"

struct restoring {
	const char *db; /* where it goes; its lock is the caller's */
	const char *file; /* the backup */
	const char *actor;
	int64_t now;
	/* Of the database that is there; {0} when it cannot be read. */
	const struct backup_facts *there;
	/* Out. */
	int64_t held; /* recipients who were still to be reached */
	int64_t open; /* incidents that wait for LIMIT_RESTORE_HOLD */
	int64_t next; /* the number of the next incident */
	char *
	    aside; /* where the database lies that was there; free(), or NULL */
};

/*
 * Copies the backup beside the database, brings it up to date, and in it, in
 * one transaction,
 *
 * - cancels whatever was still to be sent; who was to get a notice counts as
 *   one who may have got it, so that an end reaches him;
 * - lets nothing of a pending or open incident go out for LIMIT_RESTORE_HOLD;
 * - skips the numbers of incidents that were, or may have been, given since;
 * - makes the secret of bounces anew: the numbers of messages come again;
 * - puts it on record.
 *
 * Then the database that is there, which nobody else may have open, is linked
 * to a dated name, with its log if it is damaged, and the new one gets its
 * name in one step. 0, or -1 with *fault and *e: the database is as it was.
 */
int store_restore(struct restoring *r, enum store_fault *fault, struct err *e);

#endif
