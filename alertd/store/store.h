/*
 * store.h: the database. Only the files of store/ see SQLite (WAL,
 * synchronous=FULL, foreign keys on, STRICT tables). One struct store is one
 * connection, used by one thread.
 */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"

struct store;

/*
 * Opens the database at path, made (0600) and migrated to this version's
 * schema when create is true; ":memory:" is a database of its own. NULL with
 * *e: missing (says how to make it), made by a newer version, damaged,
 * locked for longer than 5 s.
 */
struct store *store_open(const char *path, bool create, struct err *e);
/*
 * The same for who only reads, also where the file or its folder may not be
 * written; whatever would change it fails then.
 */
struct store *store_open_reading(const char *path, struct err *e);
void store_close(struct store *s);

/* How long another's lock is waited for, instead of 5 s. */
void store_patience(struct store *s, int ms);

/*
 * One transaction, write lock taken at once. They nest: only the outermost
 * begins and commits; a rollback inside rolls back all. 0 or -1 with *e.
 */
int store_begin(struct store *s, struct err *e);
int store_commit(struct store *s, struct err *e);
void store_rollback(struct store *s);

/* Changes whenever another connection committed (PRAGMA data_version). */
int64_t store_version(struct store *s);

#endif
