#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "store/look.h"
#include "store/queue.h"
#include "store/sql.h"
#include "store/through.h"

/* Where the reading stands: a row of the table looked. */
#define PLACE "read "

/* A table that grows; newest, and on from a place, by its key. */
#define PAST(table, key)                                          \
	{                                                         \
		table,                                            \
		    "SELECT 0, * FROM " table " ORDER BY " key    \
		    " DESC LIMIT ?",                              \
		    "SELECT " key ", * FROM " table " WHERE " key \
		    " >= ? ORDER BY " key                         \
	}
static const struct past {
	const char *table, *newest, *on;
} pasts[] = {
    PAST("incident", "id"),
    PAST("notice", "id"),
    PAST("notice_body", "notice"),
    PAST("message", "id"),
    PAST("delivery", "id"),
    PAST("event", "id"),
    PAST("report", "id"),
    PAST("audit", "seq"),
    PAST("call", "id"),
    PAST("call_person", "call"),
    PAST("code", "id"),
    PAST("asked", "incident"),
    PAST("receipt", "incident"),
};

/* What is not over, however old it is; each by its index. */
static const char *const live[] = {
    "SELECT 0, * FROM incident WHERE state IN ('pending', 'open') OR over = 1",
    "SELECT 0, * FROM message WHERE worker IS NOT NULL",
    "SELECT 0, * FROM delivery WHERE " DELIVERY_OPEN(""),
    "SELECT 0, * FROM call WHERE closed IS NULL",
};

/* All of the row, for a text may lie elsewhere; how much it was. */
static int64_t
read_row(const struct sql *q)
{
	int64_t n = 0;

	for (int i = 0; i < sqlite3_column_count(q->st); i++) {
		if (sqlite3_column_type(q->st, i) == SQLITE_TEXT)
			sqlite3_column_text(q->st, i);
		n += sqlite3_column_bytes(q->st, i);
	}
	return n;
}

static int
read_all(struct sql *q)
{
	int r;

	while ((r = sql_step(q)) == 1)
		read_row(q);
	sql_close(q);
	return r;
}

static bool
grows(const char *table)
{
	for (size_t i = 0; i < LENGTH(pasts); i++)
		if (str_eq(pasts[i].table, table))
			return true;
	return false;
}

/* The tables that do not grow; *out is added to. */
static int
list_small(struct store *s, struct strv *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "through.tables",
	    "SELECT name FROM sqlite_schema WHERE type = 'table'", "");
	while ((r = sql_step(&q)) == 1)
		if (!grows(sql_peek(&q, 0)))
			strv_add(out, sql_peek(&q, 0));
	sql_close(&q);
	return r;
}

int
store_through_today(struct store *s, struct err *e)
{
	struct strv small = {0};
	struct sql q;
	int r = list_small(s, &small, e);

	for (size_t i = 0; r == 0 && i < small.n; i++)
		r = look_table(s, small.v[i], e);
	strv_clear(&small);
	for (size_t i = 0; r == 0 && i < LENGTH(live); i++) {
		sql_open(&q, s, e, "through.live", live[i], "");
		r = read_all(&q);
	}
	for (size_t i = 0; r == 0 && i < LENGTH(pasts); i++) {
		sql_open(&q, s, e, "through.newest", pasts[i].newest, "n",
		    LIMIT_THROUGH_NEWEST);
		r = read_all(&q);
	}
	return r;
}

static int
read_place(struct store *s, struct through *out, struct err *e)
{
	struct sql q;
	int r;

	*out = (struct through){0};
	sql_open(&q, s, e, "through.place",
	    "SELECT what, at FROM looked WHERE what GLOB '" PLACE "*'", "");
	if ((r = sql_step(&q)) == 1) {
		for (size_t i = 0; i < LENGTH(pasts); i++)
			if (str_eq(sql_peek(&q, 0) + strlen(PLACE),
				pasts[i].table))
				*out = (struct through){i, sql_int(&q, 1)};
	}
	sql_close(&q);
	return r == -1 ? -1 : 0;
}

int
store_through_keep(struct store *s, const struct through *p, struct err *e)
{
	char *what = xasprintf("%s%s", PLACE, pasts[p->table].table);
	int n = sql_run(s, e, "through.move",
	    "UPDATE looked SET what = ?, at = ? WHERE what GLOB '" PLACE "*'",
	    "ti", what, p->key);

	if (n == 0)
		n = sql_run(s, e, "through.begin",
		    "INSERT INTO looked (what, at) VALUES (?, ?)", "ti", what,
		    p->key);
	free(what);
	return n == -1 ? -1 : 0;
}

/* To where the next one goes on; 1 there is more, 0 there is not, -1. */
static int
read_some(struct store *s, struct through *p, struct err *e)
{
	int64_t bytes = 0, key = p->key;
	struct sql q;
	int r = 1;

	sql_open(&q, s, e, "through.on", pasts[p->table].on, "i", p->key);
	while (bytes < LIMIT_THROUGH_BYTES && (r = sql_step(&q)) == 1) {
		bytes += read_row(&q);
		key = sql_int(&q, 0);
	}
	sql_close(&q);
	/* Of a key with many rows the rest is left out. */
	p->key = key > p->key ? key : key + 1;
	return r;
}

int
store_through(struct store *s, struct through *out, struct err *e)
{
	int r = read_place(s, out, e);

	if (r == 0)
		r = read_some(s, out, e);
	if (r == 0)
		*out = (struct through){(out->table + 1) % LENGTH(pasts), 0};
	/* What was read is of no use to what comes next. */
	sqlite3_db_release_memory(s->db);
	return r == -1 ? -1 : 0;
}
