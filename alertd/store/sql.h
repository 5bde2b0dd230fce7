/*
 * sql.h: the one place that steps SQLite's statements; internal to store/.
 * A format says how the arguments are bound: i int64_t, n int, t text
 * (NULL is ""), N text (NULL is NULL), T time (TIME_NONE is NULL), z id (0 is
 * NULL), b bool, x hex of at most HASH_BYTES, bound as the bytes ("" is NULL).
 */
#ifndef STORE_SQL_H
#define STORE_SQL_H

#include <sqlite3.h>

#include "base/attr.h"
#include "base/clock.h"
#include "base/hash.h"
#include "store/prepared.h"
#include "store/store.h"

struct store {
	sqlite3 *db;
	int depth; /* open transactions, 1 = outermost */
	bool doomed; /* an inner rollback; nothing more can be written */
	bool still; /* a backup: it is not for us to be mended */
	int patience; /* ms that another's lock is waited for */
	bool later; /* commits do not wait for the disk: store_sync_later() */
	enum store_fault fault; /* of the last call that failed */
	void (*busy)(const char *doing, void *arg); /* NULL: nobody listens */
	void *busy_arg;
	/* The newest record, as this transaction knows it; 0: not yet. */
	int64_t audit_seq;
	char audit_hash[HASH_SIZE];
	struct prepared prepared[PREPARED_MOST];
};

/* Tells who listens what takes long, see struct store_opening. */
void store_busy(struct store *s, const char *fmt, ...) ATTR_PRINTF(2, 3);

struct sql {
	struct store *s;
	sqlite3_stmt *st; /* NULL after a failure: every step fails */
	struct prepared *kept; /* where the statement stays */
	const char *name; /* for errors: "claim" */
	struct err *e;
};

/* What a result of SQLite means. */
enum store_fault sql_fault(int code);
/* What one of the system does. */
enum store_fault store_fault_of(int errnum);
/*
 * Notes the last error of s and sets *e to its sentence, with what to do about
 * it; name is what failed ("claim"), or NULL. Returns -1.
 */
int sql_failed(struct store *s, const char *name, struct err *e);
/* Why a call of s failed: store_fault(), but STORE_OTHER when that is well. */
enum store_fault sql_why(const struct store *s);

/* For tests: hears of each statement that is opened, by its name; or NULL. */
extern void (*sql_watch)(const char *name, sqlite3_stmt *st);

/* Prepares and binds. 0, or -1 with *e; close in both cases. */
int sql_open(struct sql *q, struct store *s, struct err *e, const char *name,
    const char *text, const char *fmt, ...);
/* Binds more of them, the first of all being 1: from that one on. 0 or -1. */
int sql_bind(struct sql *q, int from, const char *fmt, ...);
/* 1 a row, 0 no more, -1 with *e. */
int sql_step(struct sql *q);
void sql_close(struct sql *q);
/* Runs to the end, and is open anew with nothing bound. 0 or -1. */
int sql_again(struct sql *q);
/* Only makes it ready; what fails, fails when it is run. */
void sql_prepare(struct store *s, const char *text);
/* Runs to the end. Returns how many rows changed, or -1 with *e. */
int sql_run(struct store *s, struct err *e, const char *name, const char *text,
    const char *fmt, ...);
/* The first column of the first row; 1, 0 when there is none, -1. */
int sql_value(struct store *s, struct err *e, int64_t *out, const char *name,
    const char *text, const char *fmt, ...);
int64_t sql_last_id(const struct store *s);

/* Columns. NULL reads as 0, TIME_NONE or "". */
int64_t sql_int(const struct sql *q, int col);
int sql_small(const struct sql *q, int col);
bool sql_bool(const struct sql *q, int col);
int64_t sql_time(const struct sql *q, int col);
const char *sql_peek(const struct sql *q, int col); /* until the next step */
char *sql_text(const struct sql *q, int col); /* release with free() */
/* Bytes as hex, or a text as it is, cut at HASH_BYTES; "" for NULL. */
void sql_hex(const struct sql *q, int col, char out[HASH_SIZE]);

#endif
