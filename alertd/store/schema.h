/* schema.h: the tables, as numbered migrations; internal to store/. */
#ifndef STORE_SCHEMA_H
#define STORE_SCHEMA_H

/*
 * Each migration is a list of pieces of SQL, NULL at its end; the i-th makes
 * version i + 1 out of version i. NULL past the last.
 */
extern const char *const *const schema_migrations[];

#endif
