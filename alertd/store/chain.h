/*
 * chain.h: how the records of the audit trail hang together, see audit.h;
 * internal to store/.
 */
#ifndef STORE_CHAIN_H
#define STORE_CHAIN_H

#include "store/audit.h"
#include "store/sql.h"

/* The first columns of LINK_COLUMNS; release with audit_clear(). */
void audit_read(const struct sql *q, struct audit *a);
void audit_clear(struct audit *a);

/* A record with what holds it. */
struct link {
	struct audit a;
	char *was; /* hash under the first rule; "" for newer records */
	char *actor_salt, *detail_salt; /* "" once erased */
	char *actor_digest, *detail_digest;
};

#define LINK_COLUMNS                                              \
	"seq, at, actor, action, incident, object, detail, hash," \
	" was, actor_salt, actor_digest, detail_salt, detail_digest"

void link_read(const struct sql *q, struct link *l); /* LINK_COLUMNS */
void link_clear(struct link *l);

/* Salts both texts anew, chains l behind the hash before, and inserts it. */
int
link_add(struct store *s, struct link *l, const char *before, struct err *e);
/* The hash of l behind another, by its digests. */
void link_hash(
    const struct link *l, int64_t seq, const char *before, char out[HASH_SIZE]);
/* The same as the first rule had it: over the texts. */
void
link_hash_first(const struct audit *a, const char *before, char out[HASH_SIZE]);
/* Whether the texts are those of the digests, or are erased. */
bool link_holds(const struct link *l);

/*
 * What the object of an erasure names: 0, or -1 when it is none. Ranges are
 * bounded by most.
 */
int erasure_parse(const char *object, int64_t most, struct audit_erased *out);

/*
 * Moves the records of before the digests into the new table, and seals them.
 * Nothing when that was done.
 */
int audit_seal(struct store *s, struct err *e);

#endif
