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
 * Why a database cannot be opened or used. What of the machine that is, for
 * the last resort, is another question, with other answers: base/fault.h.
 */
enum store_fault {
	STORE_WELL,
	STORE_OTHER, /* what has no name of its own: see the sentence */
	STORE_MISSING, /* there is no file */
	STORE_CORRUPT, /* it is damaged, or is no database */
	STORE_NEWER, /* made by a newer version, which must not be undone */
	STORE_OLDER, /* to be migrated, which was not asked for */
	STORE_LOCKED, /* another held it for longer than we wait */
	STORE_FULL, /* no room on the disk */
	STORE_IO, /* the disk fails */
	STORE_DENIED /* it, or its folder, may not be opened or written */
};

/* "well", "other", "missing", "corrupt", "newer" … */
const char *store_fault_name(enum store_fault f);

/* How a database is opened. */
struct store_opening {
	bool create; /* made (0600), and migrated to this version's schema */
	bool check; /* looked through first: see store_open_as() */
	bool older; /* also of an older version, as it is: to copy it */
	bool reading; /* as store_open_reading() does */
	bool still; /* to read what nobody writes: nothing is made beside it */
	/*
	 * Called now and then while it takes long, with what is done ("checking
	 * …, 12 MB"); NULL: nobody listens.
	 */
	void (*busy)(const char *doing, void *arg);
	void *arg;
	enum store_fault fault; /* out: why it was not opened */
};

/*
 * Opens the database at path; ":memory:" is a database of its own. NULL with
 * *e and how->fault. What is damaged as far as is known, or was made by a newer
 * version, is left as it was, to the byte, with its log. With check it is read
 * before anything is written: all of it when it is small, else what the day's
 * work stands on (through.h).
 */
struct store *
store_open_as(const char *path, struct store_opening *how, struct err *e);
/* The same without a check, made and migrated when create is true. */
struct store *store_open(const char *path, bool create, struct err *e);
/*
 * The same for who only reads, also where the file or its folder may not be
 * written; whatever would change it fails then.
 */
struct store *store_open_reading(const char *path, struct err *e);
void store_close(struct store *s);

/*
 * Before the first is opened, by who forks with one open: those that are forked
 * do not get to see what all who have the database open write together, the
 * index of its log. They must not open it.
 */
void store_keep_from_forks(void);

/*
 * Why the last call failed that failed for the database's sake; STORE_WELL
 * since something was committed.
 */
enum store_fault store_fault(const struct store *s);

#define STORE_PATIENCE 5000 /* ms that another's lock is waited for */

/* How long it is waited for instead. */
void store_patience(struct store *s, int ms);

/*
 * One transaction, write lock taken at once. They nest: only the outermost
 * begins and commits; a rollback inside rolls back all. 0 or -1 with *e.
 */
int store_begin(struct store *s, struct err *e);
int store_commit(struct store *s, struct err *e);
void store_rollback(struct store *s);

/*
 * Gives back the memory of what was read and written, and of statements that
 * were not used for some such rests, but for what is open.
 */
void store_rest(struct store *s);

/*
 * What is committed from here on waits for no disk, and until store_sync() a
 * loss of power may take it back, whole and in order; nothing else can. No
 * transaction is open. 0, or -1 with *e.
 */
int store_sync_later(struct store *s, struct err *e);
/*
 * Ends that: what was committed is on the disk, and nobody has waited for it
 * but who calls. Nothing where no commit waits for it anyway, as in a replay.
 */
int store_sync(struct store *s, struct err *e);
/*
 * Ends it without that: commits wait for the disk again, and the first of them
 * has on it what was committed before, too.
 */
int store_sync_left(struct store *s, struct err *e);

/*
 * Takes into the file what stands in the log beside it, as far as nobody
 * reads what was before; nobody waits for it. 0, or -1 with *e.
 */
int store_settle(struct store *s, struct err *e);

/*
 * Makes the log as long as it stays, 8 MiB, unless it is, or the disk has
 * little room. Who commits then waits for what he wrote alone, and not for the
 * file system, which has to record that a file has grown: a third as long.
 * 0, or -1 with *e.
 */
int store_stretch(struct store *s, struct err *e);

/*
 * By who will commit, and others wait for that: his first commit would have
 * the log's name in its folder on the disk, too, and wait for it twice. Takes
 * no lock. 0, or -1 with *e.
 */
int store_warm(struct store *s, struct err *e);

/* Changes whenever another connection committed (PRAGMA data_version). */
int64_t store_version(struct store *s);

#endif
