/* copy.h: one database file into another; internal to store/. */
#ifndef STORE_COPY_H
#define STORE_COPY_H

#include "store/sql.h"

/*
 * Copies what from has at one moment into the file, which is empty or not
 * there, as a file without a log beside it, and syncs it. On -1 with *e what
 * there is of it is the caller's to remove; *fault is set.
 */
int copy_into(struct store *from, const char *file, enum store_fault *fault,
    struct err *e);
/* Removes the file and what SQLite puts beside it. */
void copy_remove(const char *file);
/*
 * Where root makes the file, open as fd, it becomes that of who owns the
 * database db or its folder: the user of alertd must be able to read it.
 */
int copy_give(int fd, const char *file, const char *db, struct err *e);
/*
 * Opens the file to read it, whatever older version it is of, without making
 * a log. NULL with *fault and *e.
 */
struct store *
copy_open(const char *file, enum store_fault *fault, struct err *e);

#endif
