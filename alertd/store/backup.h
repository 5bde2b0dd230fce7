/*
 * backup.h: a whole copy of the database in one file, made while others
 * write, and what is known of such a file.
 */
#ifndef STORE_BACKUP_H
#define STORE_BACKUP_H

#include "base/hash.h"
#include "store/store.h"

/* The record that a backup begins with, and the one of a restored database. */
#define BACKUP_BEGUN "backup.begun"
#define BACKUP_RESTORED "backup.restored"

/* What a database holds. */
struct backup_facts {
	int64_t bytes; /* of the file */
	int64_t schema;
	int64_t made; /* when store_backup() made it, TIME_NONE: not known */
	int64_t newest; /* its newest record, or TIME_NONE */
	int64_t records; /* of the audit trail */
	int64_t incidents, open; /* open: or pending */
	int64_t last_incident; /* the highest number, 0 = none */
	int64_t contacts;
	int64_t forgotten; /* persons, by alertctl contacts forget */
	int64_t queued; /* recipients who are still to be reached */
	/* Of the audit trail; "" in a schema that has none yet. */
	char head[HASH_SIZE];
};

/*
 * Copies the database at db into file: by a temporary name beside it (mode
 * 0600), checked as store_examine() does, synced, and only then given its
 * name; the folder is synced, too. The copy is one moment of the database:
 * writers go on meanwhile and wait for nothing. An existing file is replaced
 * with force alone. Who made it is put on record first, and so is in it, unless
 * the database may only be read or is of an older version. 0 and *out, or -1
 * with *e and *fault: there is no new file, and an old one is as it was.
 */
int
store_backup(const char *db, const char *file, bool force, const char *actor,
    struct backup_facts *out, enum store_fault *fault, struct err *e);
/*
 * Reads the file through: every page, index, row and reference, and the audit
 * trail. Nothing is changed. 0 and *out, or -1 with *e and *fault. live: it is
 * the database, and others may write it meanwhile; a backup is opened without
 * making a log beside it.
 */
int store_examine(const char *file, bool live, struct backup_facts *out,
    enum store_fault *fault, struct err *e);

#endif
