#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/chain.h"
#include "store/schema.h"

#define AT_ONCE 1000 /* records */

/* What is known of the records in hex while they are moved. */
struct packing {
	char before[HASH_SIZE], before_was[HASH_SIZE]; /* of the last one */
	int64_t records;
	int64_t broken; /* the first that did not fit; 0 none */
};

/* The salts of a record in hex, as bytes: 0, or -1 when they are no tokens. */
static int
fold(struct link *l)
{
	unsigned char v[HASH_BYTES];
	size_t n = 0;

	if (!l->actor_erased && personal_read(l->actor_salt, v) == -1)
		return -1;
	n += l->actor_erased ? 0 : TOKEN_BYTES;
	if (!l->detail_erased && personal_read(l->detail_salt, v + n) == -1)
		return -1;
	n += l->detail_erased ? 0 : TOKEN_BYTES;
	hex_write(v, n, l->salt);
	return 0;
}

static bool
is_hash(const char *s)
{
	unsigned char v[HASH_BYTES];

	return hex_read(s, v, sizeof(v)) == 0;
}

/* Of texts that are erased nothing but the chain says what these are. */
static bool
has_hashes(const struct link *l)
{
	return (*l->was == '\0' || is_hash(l->was)) &&
	       is_hash(l->actor_digest) && is_hash(l->detail_digest);
}

/* What is no hash becomes one that nothing has. */
static void
mend(char hash[HASH_SIZE])
{
	static const unsigned char none[HASH_BYTES];

	if (!is_hash(hash))
		hex_write(none, sizeof(none), hash);
}

/* It did not fit, and never will. */
static void
keep_broken(struct link *l)
{
	char hash[HASH_SIZE];

	snprintf(hash, sizeof(hash), "%s", l->a.hash);
	mend(hash);
	xreplace(&l->a.hash, hash);
	if (*l->was != '\0')
		mend(l->was);
	mend(l->actor_digest);
	mend(l->detail_digest);
	l->salt[0] = '\0';
	l->actor_erased = l->detail_erased = true;
}

static int
move(struct store *s, struct packing *z, struct link *l, struct err *e)
{
	bool whole = link_fits(l, z->before, z->before_was) && has_hashes(l) &&
		     fold(l) == 0;

	snprintf(z->before, sizeof(z->before), "%s", l->a.hash);
	memcpy(z->before_was, l->was, sizeof(z->before_was));
	if (!whole) {
		z->broken = z->broken == 0 ? l->a.seq : z->broken;
		keep_broken(l);
	}
	z->records++;
	return link_put(s, l, e);
}

/* The oldest of what is left; how many, or -1. */
static int
move_some(struct store *s, struct packing *z, int64_t *last, struct err *e)
{
	struct sql q;
	int r, n = 0;

	sql_open(&q, s, e, "audit.pack",
	    "SELECT " LINK_HEX_COLUMNS " FROM audit_hex ORDER BY seq LIMIT ?",
	    "n", AT_ONCE);
	for (; (r = sql_step(&q)) == 1; n++) {
		struct link l;

		link_read(&q, LINK_HEX, &l);
		*last = l.a.seq;
		r = move(s, z, &l, e);
		link_clear(&l);
		if (r == -1)
			break;
	}
	sql_close(&q);
	return r == -1 ? -1 : n;
}

/*
 * What is moved is removed at once: the pages are used again, so the file does
 * not grow, and SQLite needs not hold all of them to drop them.
 */
static int
move_all(struct store *s, struct packing *z, struct err *e)
{
	int64_t last = 0;
	int n;

	while ((n = move_some(s, z, &last, e)) > 0) {
		if (sql_run(s, e, "audit.pack",
			"DELETE FROM audit_hex WHERE seq <= ?", "i",
			last) == -1)
			return -1;
		store_busy(s,
		    "packing the audit trail, %" PRId64 " records so far",
		    z->records);
	}
	return n;
}

/* As it was, also where it is not that of the last record. */
static int
move_head(struct store *s, struct err *e)
{
	char hash[HASH_SIZE] = "";
	struct sql q;
	int64_t seq = 0;
	int r;

	sql_open(
	    &q, s, e, "audit.pack", "SELECT seq, hash FROM audit_head_hex", "");
	if ((r = sql_step(&q)) == 1) {
		seq = sql_int(&q, 0);
		sql_hex(&q, 1, hash);
		mend(hash);
	}
	sql_close(&q);
	if (r == 1)
		r = sql_run(s, e, "audit.pack",
		    "INSERT INTO audit_head VALUES (1, ?, ?)", "ix", seq, hash);
	return r == -1 ? -1 : 0;
}

static int
guard(struct store *s, struct err *e)
{
	int r = 0;

	for (const char *const *p = schema_audit_guards; r != -1 && *p != NULL;
	     p++)
		r = sql_run(s, e, "audit.guard", *p, "");
	return r == -1 ? -1 : 0;
}

static int
record(struct store *s, const struct packing *z, struct err *e)
{
	char broken[64] = "every one of them fitted";
	char *detail;
	int r;

	if (z->records == 0)
		return 0;
	if (z->broken != 0)
		snprintf(broken, sizeof(broken),
		    "record %" PRId64 " did not fit", z->broken);
	detail = xasprintf(
	    "%" PRId64 " records were moved to where only what cannot be "
	    "computed is kept, with the hashes that they had; %s",
	    z->records, broken);
	r = store_audit(
	    s, clock_read().wall, "alertd", "audit.packed", 0, "", detail, e);
	free(detail);
	return r;
}

int
audit_pack(struct store *s, struct err *e)
{
	struct packing z = {.records = 0};
	int64_t there = 0;

	if (sql_value(s, e, &there, "audit.pack",
		"SELECT 1 FROM sqlite_schema WHERE name = 'audit_hex'",
		"") == -1)
		return -1;
	if (there == 0)
		return 0;
	if (move_all(s, &z, e) == -1 || move_head(s, e) == -1 ||
	    sql_run(s, e, "audit.pack", "DROP TABLE audit_hex", "") == -1 ||
	    sql_run(s, e, "audit.pack", "DROP TABLE audit_head_hex", "") ==
		-1 ||
	    guard(s, e) == -1)
		return -1;
	return record(s, &z, e);
}
