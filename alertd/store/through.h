/*
 * through.h: whether the database can be read, where it is too large to be
 * read whole each time that it is opened (base/limits.h says how large). What
 * the day's work stands on is read at the start, and the past a little at a
 * time, the whole of it in turn.
 */
#ifndef STORE_THROUGH_H
#define STORE_THROUGH_H

#include "store/store.h"

/*
 * Every page, row and reference of the tables that do not grow with the past;
 * of the others what is not over, and the newest rows. 0, or -1 with *e.
 */
int store_through_today(struct store *s, struct err *e);
/* Where the next reading begins: a table that grows, and a key of it. */
struct through {
	size_t table;
	int64_t key;
};

/*
 * Reads on in the tables that grow from where it was left, also before a
 * restart; behind the last row it begins anew. Changes nothing: *out is for
 * store_through_keep(), in a transaction. Not in one itself, for when SQLite
 * finds damage in one it takes nothing more in it. 0; -1 with *e, where it
 * cannot, and the next goes on there.
 */
int store_through(struct store *s, struct through *out, struct err *e);
int store_through_keep(struct store *s, const struct through *t, struct err *e);

#endif
