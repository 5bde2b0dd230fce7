#include <assert.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/attr.h"
#include "base/fault.h"
#include "base/mem.h"
#include "store/sql.h"

void (*sql_watch)(const char *name, sqlite3_stmt *st);

static const struct {
	int code;
	enum store_fault fault;
} codes[] = {
    {SQLITE_BUSY, STORE_LOCKED},
    {SQLITE_PROTOCOL, STORE_LOCKED},
    {SQLITE_READONLY, STORE_DENIED},
    {SQLITE_CANTOPEN, STORE_DENIED},
    {SQLITE_PERM, STORE_DENIED},
    {SQLITE_FULL, STORE_FULL},
    {SQLITE_CORRUPT, STORE_CORRUPT},
    {SQLITE_NOTADB, STORE_CORRUPT},
    {SQLITE_IOERR, STORE_IO},
};

/* What of the machine that is, and what to do about it. */
static const struct {
	enum fault_kind kind;
	const char *remedy; /* "" where the message has to do */
} faults[] = {
    [STORE_OTHER] = {FAULT_OTHER, ""},
    [STORE_LOCKED] = {FAULT_BUSY,
	"; another process holds it: try again, and if it stays so "
	"\"fuser -v\" with its path names the process"},
    [STORE_DENIED] = {FAULT_READONLY,
	"; run as the user of alertd, who may write it and its folder"},
    [STORE_FULL] = {FAULT_FULL, "; make room on the disk"},
    [STORE_CORRUPT] = {FAULT_DAMAGED,
	"; the file is damaged: \"alertctl restore FILE\" puts a backup in "
	"its place"},
    [STORE_IO] = {FAULT_IO, "; the disk fails: see the system's log"},
};

/* Of those in faults[] alone. */
enum store_fault
sql_fault(int code)
{
	for (size_t i = 0; i < LENGTH(codes); i++)
		if (codes[i].code == (code & 0xff))
			return codes[i].fault;
	return STORE_OTHER;
}

/*
 * Of the machine, by the result, and where that says little by what the system
 * said: in errno, for sqlite3_system_errno() is that of an older error when a
 * commit fails.
 */
static enum fault_kind
machine_fault(int code, int errnum)
{
	enum store_fault f = sql_fault(code);
	enum fault_kind by_system = fault_of(errnum);
	bool vague = (code & 0xff) == SQLITE_CANTOPEN || f == STORE_IO;

	if ((code & 0xff) == SQLITE_NOMEM || code == SQLITE_IOERR_NOMEM)
		return FAULT_MEMORY;
	if (vague && by_system != FAULT_OTHER &&
	    (by_system != FAULT_MISSING || f != STORE_IO))
		return by_system;
	return faults[f].kind;
}

int
sql_failed(struct store *s, const char *name, struct err *e)
{
	int errnum = errno;
	bool help;

	fault_note(machine_fault(sqlite3_extended_errcode(s->db), errnum));
	s->fault = sql_fault(sqlite3_errcode(s->db));
	help = s->fault != STORE_CORRUPT || !s->still;
	return err_set(e, "database: %s%s%s%s", name == NULL ? "" : name,
	    name == NULL ? "" : ": ", sqlite3_errmsg(s->db),
	    help ? faults[s->fault].remedy : "");
}

enum store_fault
sql_why(const struct store *s)
{
	return s->fault == STORE_WELL ? STORE_OTHER : s->fault;
}

static int
failed(struct sql *q)
{
	return sql_failed(q->s, q->name, q->e);
}

static int
bind_nullable(sqlite3_stmt *st, int i, int64_t v, int64_t none)
{
	return v == none ? sqlite3_bind_null(st, i)
			 : sqlite3_bind_int64(st, i, v);
}

static int
bind_hex(sqlite3_stmt *st, int i, const char *hex)
{
	unsigned char v[HASH_BYTES];
	size_t n = strlen(hex) / 2;

	if (n == 0)
		return sqlite3_bind_null(st, i);
	if (n > HASH_BYTES || hex_read(hex, v, n) == -1)
		return SQLITE_MISMATCH;
	return sqlite3_bind_blob(st, i, v, (int)n, SQLITE_TRANSIENT);
}

static int
bind_one(sqlite3_stmt *st, int i, char kind, va_list *ap)
{
	const char *s;

	switch (kind) {
	case 'i':
		return sqlite3_bind_int64(st, i, va_arg(*ap, int64_t));
	case 'n':
	case 'b':
		return sqlite3_bind_int(st, i, va_arg(*ap, int));
	case 'T':
		return bind_nullable(st, i, va_arg(*ap, int64_t), TIME_NONE);
	case 'z':
		return bind_nullable(st, i, va_arg(*ap, int64_t), 0);
	case 't':
		s = va_arg(*ap, const char *);
		return sqlite3_bind_text(
		    st, i, s == NULL ? "" : s, -1, SQLITE_TRANSIENT);
	case 'N':
		s = va_arg(*ap, const char *);
		return s == NULL
			   ? sqlite3_bind_null(st, i)
			   : sqlite3_bind_text(st, i, s, -1, SQLITE_TRANSIENT);
	case 'x':
		return bind_hex(st, i, va_arg(*ap, const char *));
	default:
		assert(false && "format of sql_open()");
		return SQLITE_MISUSE;
	}
}

static int
bind_all(struct sql *q, int from, const char *fmt, va_list *ap)
{
	for (int i = 0; fmt[i] != '\0'; i++)
		if (bind_one(q->st, from + i, fmt[i], ap) != SQLITE_OK)
			return failed(q);
	return 0;
}

/* SQLite may have ended it by itself (disk full): no half may be written. */
static bool
is_broken(const struct store *s)
{
	return s->doomed || (s->depth > 0 && sqlite3_get_autocommit(s->db));
}

/* 0, or -1 when it would write what the transaction no longer keeps. */
static int
look_whole(const struct sql *q)
{
	if (!is_broken(q->s) || sqlite3_stmt_readonly(q->st))
		return 0;
	return err_set(
	    q->e, "database: %s: the transaction was rolled back", q->name);
}

static int
open_bound(struct sql *q, struct store *s, const char *text, const char *fmt,
    va_list *ap)
{
	q->s = s;
	q->st = NULL;
	if (prepared_begin(s->prepared, s->db, text, &q->st, &q->kept) !=
	    SQLITE_OK)
		return failed(q);
	if (sql_watch != NULL)
		sql_watch(q->name, q->st);
	if (look_whole(q) == 0 && bind_all(q, 1, fmt, ap) == 0)
		return 0;
	sql_close(q);
	return -1;
}

void
sql_prepare(struct store *s, const char *text)
{
	struct prepared *kept;
	sqlite3_stmt *st;

	if (prepared_begin(s->prepared, s->db, text, &st, &kept) == SQLITE_OK)
		prepared_end(st, kept);
}

int
sql_open(struct sql *q, struct store *s, struct err *e, const char *name,
    const char *text, const char *fmt, ...)
{
	va_list ap;
	int r;

	*q = (struct sql){.name = name, .e = e};
	va_start(ap, fmt);
	r = open_bound(q, s, text, fmt, &ap);
	va_end(ap);
	return r;
}

int
sql_bind(struct sql *q, int from, const char *fmt, ...)
{
	va_list ap;
	int r;

	if (q->st == NULL)
		return -1;
	va_start(ap, fmt);
	r = bind_all(q, from, fmt, &ap);
	va_end(ap);
	return r;
}

int
sql_step(struct sql *q)
{
	if (q->st == NULL)
		return -1;
	switch (sqlite3_step(q->st)) {
	case SQLITE_ROW:
		return 1;
	case SQLITE_DONE:
		return 0;
	default:
		return failed(q);
	}
}

void
sql_close(struct sql *q)
{
	prepared_end(q->st, q->kept);
	q->st = NULL;
	q->kept = NULL;
}

int
sql_again(struct sql *q)
{
	int r = q->st == NULL ? -1 : look_whole(q);

	if (r == 0)
		while ((r = sql_step(q)) == 1)
			continue;
	if (q->st != NULL) {
		sqlite3_reset(q->st);
		sqlite3_clear_bindings(q->st);
	}
	return r;
}

int
sql_run(struct store *s, struct err *e, const char *name, const char *text,
    const char *fmt, ...)
{
	struct sql q = {.name = name, .e = e};
	va_list ap;
	int r;

	va_start(ap, fmt);
	r = open_bound(&q, s, text, fmt, &ap);
	va_end(ap);
	while (r == 0 && (r = sql_step(&q)) == 1)
		r = 0;
	sql_close(&q);
	return r == -1 ? -1 : sqlite3_changes(s->db);
}

int
sql_value(struct store *s, struct err *e, int64_t *out, const char *name,
    const char *text, const char *fmt, ...)
{
	struct sql q = {.name = name, .e = e};
	va_list ap;
	int r;

	va_start(ap, fmt);
	r = open_bound(&q, s, text, fmt, &ap);
	va_end(ap);
	if (r == 0 && (r = sql_step(&q)) == 1)
		*out = sql_int(&q, 0);
	sql_close(&q);
	return r;
}

int64_t
sql_last_id(const struct store *s)
{
	return sqlite3_last_insert_rowid(s->db);
}

int64_t
sql_int(const struct sql *q, int col)
{
	return sqlite3_column_int64(q->st, col);
}

int
sql_small(const struct sql *q, int col)
{
	return sqlite3_column_int(q->st, col);
}

bool
sql_bool(const struct sql *q, int col)
{
	return sqlite3_column_int(q->st, col) != 0;
}

int64_t
sql_time(const struct sql *q, int col)
{
	if (sqlite3_column_type(q->st, col) == SQLITE_NULL)
		return TIME_NONE;
	return sqlite3_column_int64(q->st, col);
}

const char *
sql_peek(const struct sql *q, int col)
{
	const void *s = sqlite3_column_text(q->st, col);

	return s == NULL ? "" : s;
}

char *
sql_text(const struct sql *q, int col)
{
	return xstrdup(sql_peek(q, col));
}

void
sql_hex(const struct sql *q, int col, char out[HASH_SIZE])
{
	size_t n;

	if (sqlite3_column_type(q->st, col) == SQLITE_TEXT) {
		snprintf(out, HASH_SIZE, "%s", sql_peek(q, col));
		return;
	}
	n = (size_t)sqlite3_column_bytes(q->st, col);
	if (n > HASH_BYTES)
		n = HASH_BYTES;
	hex_write(sqlite3_column_blob(q->st, col), n, out);
}
