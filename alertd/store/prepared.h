/*
 * prepared.h: statements that stay prepared, for SQLite takes longer to read
 * most of ours than to run them; internal to store/. At most so many are
 * kept; one that is not goes the long way each time.
 */
#ifndef STORE_PREPARED_H
#define STORE_PREPARED_H

#include <sqlite3.h>
#include <stdbool.h>

#define PREPARED_MOST 512
#define PREPARED_RESTS 8

struct prepared {
	char *text;
	sqlite3_stmt *st;
	bool busy; /* somebody steps it */
	int rests; /* since it was used last */
};

/*
 * A statement of that text, ready to be bound: SQLITE_OK and *st, and *of is
 * where it is kept (NULL: nowhere); give it back with prepared_end().
 */
int prepared_begin(struct prepared kept[PREPARED_MOST], sqlite3 *db,
    const char *text, sqlite3_stmt **st, struct prepared **of);
/* Resets it, or finalizes what is kept nowhere. st may be NULL. */
void prepared_end(sqlite3_stmt *st, struct prepared *of);
/*
 * Before a rest: those go that were not used for PREPARED_RESTS of them, such
 * as what is asked at the start, or once a day.
 */
void prepared_rest(struct prepared kept[PREPARED_MOST]);
/* Before the database is closed. */
void prepared_clear(struct prepared kept[PREPARED_MOST]);

#endif
