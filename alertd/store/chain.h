/*
 * chain.h: how the records of the audit trail hang together, see audit.h;
 * internal to store/.
 *
 * A record is kept in one of two forms. What is hashed is the same in both.
 *
 * LINK_PACKED, as records are: hashes are 32 bytes, and only what cannot be
 * computed is there. While no text is erased, the salts are the halves of
 * SHA-256 of a seed of 16 bytes; or they are two of 16 bytes, the actor's
 * first, in a record that had the other form. A text that is erased leaves its
 * digest, and the salt of the other text in the place of the seed: the erased
 * one can be had from neither. A record that did not fit when it was packed
 * has both digests beside its texts and no salt, which fits never.
 *
 * LINK_HEX, as versions before kept them, and their backups do: hashes in hex,
 * both salts and both digests of each.
 */
#ifndef STORE_CHAIN_H
#define STORE_CHAIN_H

#include "base/personal.h"
#include "store/audit.h"
#include "store/sql.h"

void audit_read(const struct sql *q, struct audit *a); /* AUDIT_COLUMNS */
void audit_clear(struct audit *a);

/* A record with what holds it. All of it is text: hex, and salts as tokens. */
struct link {
	struct audit a;
	char was[HASH_SIZE]; /* hash under the first rule; "" for newer ones */
	char
	    salt[HASH_SIZE]; /* packed: of the seed, or of salts; "" for none */
	char actor_salt[TOKEN_SIZE], detail_salt[TOKEN_SIZE]; /* "" erased */
	char actor_digest[HASH_SIZE], detail_digest[HASH_SIZE];
	bool actor_erased, detail_erased;
	bool holds; /* the texts are those of the digests, or are erased */
};

enum link_form { LINK_HEX, LINK_PACKED };

#define AUDIT_COLUMNS "seq, at, actor, action, incident, object, detail, hash"
#define LINK_HEX_COLUMNS \
	AUDIT_COLUMNS    \
	", was, actor_salt, actor_digest, detail_salt, detail_digest"
#define LINK_PACKED_COLUMNS \
	AUDIT_COLUMNS ", was, salt, actor_digest, detail_digest"

/* In which form the table audit has its records. */
int link_form(struct store *s, enum link_form *out, struct err *e);
/* The records of the table from that number on; read with link_read(). */
int link_open(struct sql *q, struct store *s, enum link_form form, int64_t from,
    struct err *e);
void link_read(const struct sql *q, enum link_form form, struct link *l);
void link_clear(struct link *l);

/* Prepares what the first record would wait for: link_add(), store_audit(). */
void link_prepare(struct store *s);
void audit_prepare(struct store *s);

/* Salts both texts anew: sets salts and digests of *l, and nothing else. */
void link_salt(struct link *l, const char *actor, const char *detail);
/* Salts both texts, chains l behind the hash before, and inserts it. */
int
link_add(struct store *s, struct link *l, const char *before, struct err *e);
/*
 * For many at once, with digests: the SQL function audit_next(at, action,
 * incident, object, actor_digest, detail_digest) is then the hash of the record
 * behind the last, which has the number *number, and each call goes on to the
 * next. In the caller's transaction.
 */
int store_audit_many(struct store *s, int64_t *number, struct err *e);
/* Inserts l as it is, packed. */
int link_put(struct store *s, const struct link *l, struct err *e);
/* The digest of a text under a salt. */
void link_digest(const char *salt, const char *text, char out[HASH_SIZE]);
/* The hash of l behind another, by its digests. */
void link_hash(
    const struct link *l, int64_t seq, const char *before, char out[HASH_SIZE]);
/* The same as the first rule had it: over the texts. */
void
link_hash_first(const struct audit *a, const char *before, char out[HASH_SIZE]);
/*
 * Whether l fits behind the hash before, and, of one that has was, behind
 * before_was by the first rule, as far as its texts are there.
 */
bool
link_fits(const struct link *l, const char *before, const char *before_was);
/* Erases texts of l; of a packed one all that is then to be stored. */
void link_erase(struct link *l, bool actor, bool detail);

/*
 * What the object of an erasure names: 0, or -1 when it is none. Ranges are
 * bounded by most.
 */
int erasure_parse(const char *object, int64_t most, struct audit_erased *out);

/*
 * Moves the records of before the digests into the table of the version that
 * began with them, and seals them. Nothing when that was done.
 */
int audit_seal(struct store *s, struct err *e);
/*
 * Moves the records in LINK_HEX into the table of LINK_PACKED, and puts it on
 * record; then guards that. Nothing when that was done.
 */
int audit_pack(struct store *s, struct err *e);

#endif
