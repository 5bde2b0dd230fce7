/*
 * writer.h: which process keeps all others from writing a database. SQLite's
 * locks are those of fcntl(2) on its files, so the kernel knows whose they are;
 * who asks needs no lock, and waits for nothing.
 */
#ifndef STORE_WRITER_H
#define STORE_WRITER_H

#include <stdint.h>

#include "store/store.h"

#define WRITER_UNSEEN (-1) /* a process that is not to be seen from here */

/*
 * The process with an open transaction that writes the database at path, or
 * that has it to itself; 0 when that is none but this one, or cannot be told.
 * s: the database, as this process has it open; NULL: it has not.
 */
int64_t store_writer(const struct store *s, const char *path);

#endif
