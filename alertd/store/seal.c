#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "store/chain.h"

#define TELL_EVERY 1000 /* records */

/* What is known of the old records while they are moved. */
struct sealing {
	char *was, *hash; /* of the last one */
	int64_t seq, records;
	int64_t broken; /* the first that did not fit; 0 none */
};

/* Over all that is left, the oldest first. */
static int
next_old(struct store *s, int64_t after, struct link *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "audit.old",
	    "SELECT seq, at, actor, action, incident, object, detail, ''"
	    ", hash FROM audit_before WHERE seq > ? ORDER BY seq LIMIT 1",
	    "i", after);
	r = sql_step(&q);
	if (r == 1) {
		*out = (struct link){0};
		audit_read(&q, &out->a);
		sql_hex(&q, 8, out->was);
	}
	sql_close(&q);
	return r;
}

/* As that version did it. */
static int
add_hex(struct store *s, struct link *l, const char *before, struct err *e)
{
	const struct audit *a = &l->a;
	char hash[HASH_SIZE];
	int n;

	personal_new_token(l->actor_salt);
	personal_new_token(l->detail_salt);
	link_digest(l->actor_salt, a->actor, l->actor_digest);
	link_digest(l->detail_salt, a->detail, l->detail_digest);
	link_hash(l, a->seq, before, hash);
	xreplace(&l->a.hash, hash);
	n = sql_run(s, e, "audit.seal",
	    "INSERT INTO audit (" LINK_HEX_COLUMNS ")"
	    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	    "iittitttttttt", a->seq, a->at, a->actor, a->action, a->incident,
	    a->object, a->detail, a->hash, l->was, l->actor_salt,
	    l->actor_digest, l->detail_salt, l->detail_digest);
	return n == -1 ? -1 : 0;
}

static int
move(struct store *s, struct sealing *z, struct link *l, struct err *e)
{
	char first[HASH_SIZE];

	link_hash_first(&l->a, z->was, first);
	if (z->broken == 0 &&
	    (l->a.seq != z->seq + 1 || strcmp(first, l->was) != 0))
		z->broken = l->a.seq;
	if (add_hex(s, l, z->hash, e) == -1)
		return -1;
	z->seq = l->a.seq;
	if (++z->records % TELL_EVERY == 0)
		store_busy(s,
		    "hashing the audit trail anew, %" PRId64 " records so far",
		    z->records);
	xreplace(&z->was, l->was);
	xreplace(&z->hash, l->a.hash);
	return 0;
}

static int
record(struct store *s, const struct sealing *z, struct err *e)
{
	char object[40], broken[64] = "every one of them fitted";
	struct link l = {0};
	int r;

	if (z->records == 0)
		return 0;
	if (z->broken != 0)
		snprintf(broken, sizeof(broken),
		    "record %" PRId64 " did not fit", z->broken);
	snprintf(object, sizeof(object), "record %" PRId64, z->seq);
	l.a = (struct audit){.seq = z->seq + 1,
	    .at = clock_read().wall,
	    .actor = xstrdup("alertd"),
	    .action = xstrdup("audit.sealed"),
	    .object = xstrdup(object)};
	l.a.detail = xasprintf(
	    "%" PRId64 " records were hashed anew, with digests of their "
	    "texts; their last hash was %s, and %s",
	    z->records, z->was, broken);
	r = add_hex(s, &l, z->hash, e);
	link_clear(&l);
	return r;
}

static int
seal_all(struct store *s, struct sealing *z, struct err *e)
{
	struct link l;
	int r;

	while ((r = next_old(s, z->seq, &l, e)) == 1) {
		r = move(s, z, &l, e);
		link_clear(&l);
		if (r == -1)
			return -1;
	}
	return r == -1 ? -1 : record(s, z, e);
}

int
audit_seal(struct store *s, struct err *e)
{
	struct sealing z = {.was = xstrdup(""), .hash = xstrdup("")};
	int64_t there = 0;
	int r = sql_value(s, e, &there, "audit.before",
	    "SELECT 1 FROM sqlite_schema WHERE name = 'audit_before'", "");

	if (r == 1)
		r = seal_all(s, &z, e);
	if (r == 0 && there != 0)
		r = sql_run(s, e, "audit.before", "DROP TABLE audit_before",
			"") == -1
			? -1
			: 0;
	free(z.was);
	free(z.hash);
	return r;
}
