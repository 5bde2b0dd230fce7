/*
 * look.h: what a database is, before it is opened for good; internal to
 * store/. None of it changes a byte.
 */
#ifndef STORE_LOOK_H
#define STORE_LOOK_H

#include "store/sql.h"

/* The schema that this version makes. */
int64_t look_newest(void);
/*
 * Reads the file's first bytes (still: of a backup), without SQLite, which
 * would make a log beside it. 0 when it may be opened, or is not there or
 * empty; -1 with *fault and *e.
 */
int
look_file(const char *path, bool still, enum store_fault *fault, struct err *e);
/* The schema of an open one, by its log, too. 0; -1 when it is newer. */
int look_version(struct store *s, int64_t *version, struct err *e);
/*
 * Every page and row; whole: that each row stands in its indexes, too. Then
 * every reference. 0, or -1 with *e: what is wrong first. Calls s->busy.
 */
int look_through(struct store *s, bool whole, struct err *e);
/* The same of one table, but for its place in its indexes. */
int look_table(struct store *s, const char *table, struct err *e);
/*
 * What is looked at before a database of that schema is written to: all of one
 * that is small, or is to be brought up to date, else store_through_today().
 */
int look_enough(struct store *s, int64_t version, struct err *e);

#endif
