/*
 * wal.h: the file of the log that SQLite writes ahead; internal to store/.
 */
#ifndef STORE_WAL_H
#define STORE_WAL_H

#include "base/attr.h"
#include "store/sql.h"

/* As long as it stays: one that had to grow, for a long reader, is cut to it.
 */
#define WAL_BYTES 8388608
#define WAL_BYTES_TEXT TEXT_OF(WAL_BYTES)

/* The file as SQLite has it open; NULL: there is none. 0, or -1 with *e. */
int wal_file(struct store *s, sqlite3_file **f, struct err *e);
/* SQLite itself knows nothing of it: errnum says why. Returns -1. */
int wal_failed(struct store *s, int errnum, struct err *e);

#endif
