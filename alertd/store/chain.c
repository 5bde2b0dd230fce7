#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "store/chain.h"

#define SALT_HEX (2 * TOKEN_BYTES) /* digits */

void
audit_read(const struct sql *q, struct audit *a)
{
	char hash[HASH_SIZE];

	sql_hex(q, 7, hash);
	*a = (struct audit){
	    .seq = sql_int(q, 0),
	    .at = sql_int(q, 1),
	    .actor = sql_text(q, 2),
	    .action = sql_text(q, 3),
	    .incident = sql_int(q, 4),
	    .object = sql_text(q, 5),
	    .detail = sql_text(q, 6),
	    .hash = xstrdup(hash),
	};
}

void
audit_clear(struct audit *a)
{
	free(a->actor);
	free(a->action);
	free(a->object);
	free(a->detail);
	free(a->hash);
	*a = (struct audit){0};
}

void
link_clear(struct link *l)
{
	audit_clear(&l->a);
	*l = (struct link){0};
}

/* Length before text, so that no two records have the same encoding. */
static void
put(struct buf *b, const char *s)
{
	buf_addf(b, "%zu:", strlen(s));
	buf_adds(b, s);
}

/* A hash of half a record would be a wrong one: without memory it dies. */
static void
finish(struct buf *b, char out[HASH_SIZE])
{
	if (buf_failed(b))
		must_have(NULL);
	sha256_hex(b->data, b->len, out);
	buf_clear(b);
}

void
link_hash_first(const struct audit *a, const char *before, char out[HASH_SIZE])
{
	struct buf b;

	buf_init(&b, SIZE_MAX / 2);
	put(&b, before);
	buf_addf(&b, "%" PRId64 ",%" PRId64 ",%" PRId64 ",", a->seq, a->at,
	    a->incident);
	put(&b, a->actor);
	put(&b, a->action);
	put(&b, a->object);
	put(&b, a->detail);
	finish(&b, out);
}

void
link_hash(
    const struct link *l, int64_t seq, const char *before, char out[HASH_SIZE])
{
	struct buf b;

	buf_init(&b, SIZE_MAX / 2);
	buf_adds(&b, "audit 2\n");
	put(&b, before);
	put(&b, l->was);
	buf_addf(&b, "%" PRId64 ",%" PRId64 ",%" PRId64 ",", seq, l->a.at,
	    l->a.incident);
	put(&b, l->actor_digest);
	put(&b, l->a.action);
	put(&b, l->a.object);
	put(&b, l->detail_digest);
	finish(&b, out);
}

void
link_digest(const char *salt, const char *text, char out[HASH_SIZE])
{
	struct buf b;

	buf_init(&b, SIZE_MAX / 2);
	put(&b, salt);
	put(&b, text);
	finish(&b, out);
}

bool
link_fits(const struct link *l, const char *before, const char *before_was)
{
	char hash[HASH_SIZE];

	link_hash(l, l->a.seq, before, hash);
	if (!l->holds || strcmp(hash, l->a.hash) != 0)
		return false;
	if (*l->was == '\0' || l->actor_erased || l->detail_erased)
		return true;
	link_hash_first(&l->a, before_was, hash);
	return strcmp(hash, l->was) == 0;
}

/* --- the form in hex ------------------------------------------------------ */

static bool
text_holds(const char *salt, const char *text, const char *want)
{
	char got[HASH_SIZE];

	if (*salt == '\0')
		return strcmp(text, AUDIT_ERASED) == 0;
	link_digest(salt, text, got);
	return strcmp(got, want) == 0;
}

/* One that is longer than a token is none, and is cut to what is none. */
static void
read_salt(const struct sql *q, int col, char out[TOKEN_SIZE])
{
	snprintf(out, TOKEN_SIZE, "%s", sql_peek(q, col));
	if (strlen(sql_peek(q, col)) >= TOKEN_SIZE)
		out[0] = '!';
}

static void
read_hex(const struct sql *q, struct link *l)
{
	read_salt(q, 9, l->actor_salt);
	sql_hex(q, 10, l->actor_digest);
	read_salt(q, 11, l->detail_salt);
	sql_hex(q, 12, l->detail_digest);
	l->actor_erased = *l->actor_salt == '\0';
	l->detail_erased = *l->detail_salt == '\0';
	l->holds = text_holds(l->actor_salt, l->a.actor, l->actor_digest) &&
		   text_holds(l->detail_salt, l->a.detail, l->detail_digest);
}

/* --- the packed form ------------------------------------------------------ */

/* Of a seed both salts, of both each. */
static int
unfold(struct link *l, bool seed)
{
	unsigned char v[HASH_BYTES];

	if (hex_read(l->salt, v, seed ? TOKEN_BYTES : HASH_BYTES) == -1)
		return -1;
	if (seed)
		sha256_bytes(v, TOKEN_BYTES, v);
	personal_write(v, l->actor_salt);
	personal_write(v + TOKEN_BYTES, l->detail_salt);
	return 0;
}

/* Which salts there are, by how much there is and what is erased. */
static int
unfold_all(struct link *l)
{
	unsigned char left[TOKEN_BYTES];
	size_t n = strlen(l->salt);

	if (!l->actor_erased && !l->detail_erased)
		return unfold(l, n == SALT_HEX);
	if (l->actor_erased && l->detail_erased)
		return n == 0 ? 0 : -1;
	if (hex_read(l->salt, left, TOKEN_BYTES) == -1)
		return -1;
	personal_write(left, l->actor_erased ? l->detail_salt : l->actor_salt);
	return 0;
}

static bool
digest_text(
    bool erased, const char *salt, const char *text, char digest[HASH_SIZE])
{
	if (erased)
		return strcmp(text, AUDIT_ERASED) == 0;
	link_digest(salt, text, digest);
	return true;
}

static void
read_packed(const struct sql *q, struct link *l)
{
	sql_hex(q, 9, l->salt);
	sql_hex(q, 10, l->actor_digest);
	sql_hex(q, 11, l->detail_digest);
	l->actor_erased = *l->actor_digest != '\0';
	l->detail_erased = *l->detail_digest != '\0';
	l->holds = unfold_all(l) == 0;
	if (!digest_text(
		l->actor_erased, l->actor_salt, l->a.actor, l->actor_digest))
		l->holds = false;
	if (!digest_text(l->detail_erased, l->detail_salt, l->a.detail,
		l->detail_digest))
		l->holds = false;
}

int
link_form(struct store *s, enum link_form *out, struct err *e)
{
	int64_t packed = 0;

	if (sql_value(s, e, &packed, "audit.form",
		"SELECT count(*) FROM pragma_table_info('audit')"
		" WHERE name = 'salt'",
		"") == -1)
		return -1;
	*out = packed != 0 ? LINK_PACKED : LINK_HEX;
	return 0;
}

int
link_open(struct sql *q, struct store *s, enum link_form form, int64_t from,
    struct err *e)
{
	if (form == LINK_HEX)
		return sql_open(q, s, e, "audit.hex",
		    "SELECT " LINK_HEX_COLUMNS
		    " FROM audit WHERE seq >= ? ORDER BY seq",
		    "i", from);
	return sql_open(q, s, e, "audit.links",
	    "SELECT " LINK_PACKED_COLUMNS
	    " FROM audit WHERE seq >= ? ORDER BY seq",
	    "i", from);
}

void
link_read(const struct sql *q, enum link_form form, struct link *l)
{
	*l = (struct link){0};
	audit_read(q, &l->a);
	sql_hex(q, 8, l->was);
	if (form == LINK_HEX)
		read_hex(q, l);
	else
		read_packed(q, l);
}

static const char put_link[] = "INSERT INTO audit (" LINK_PACKED_COLUMNS ")"
			       " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

int
link_put(struct store *s, const struct link *l, struct err *e)
{
	const struct audit *a = &l->a;
	int n = sql_run(s, e, "audit.add", put_link, "iittittxxxxx", a->seq,
	    a->at, a->actor, a->action, a->incident, a->object, a->detail,
	    a->hash, l->was, l->salt, l->actor_erased ? l->actor_digest : "",
	    l->detail_erased ? l->detail_digest : "");

	return n == -1 ? -1 : 0;
}

void
link_prepare(struct store *s)
{
	char hash[HASH_SIZE];

	sha256_hex("", 0, hash); /* OpenSSL looks for it when it is asked */
	sql_prepare(s, put_link);
}

void
link_salt(struct link *l, const char *actor, const char *detail)
{
	unsigned char seed[TOKEN_BYTES];

	personal_new_seed(seed);
	hex_write(seed, sizeof(seed), l->salt);
	unfold(l, true);
	link_digest(l->actor_salt, actor, l->actor_digest);
	link_digest(l->detail_salt, detail, l->detail_digest);
}

int
link_add(struct store *s, struct link *l, const char *before, struct err *e)
{
	char hash[HASH_SIZE];

	link_salt(l, l->a.actor, l->a.detail);
	link_hash(l, l->a.seq, before, hash);
	xreplace(&l->a.hash, hash);
	return link_put(s, l, e);
}

void
link_erase(struct link *l, bool actor, bool detail)
{
	unsigned char left[TOKEN_BYTES] = {0};
	bool both;

	if (actor)
		xreplace(&l->a.actor, AUDIT_ERASED);
	if (detail)
		xreplace(&l->a.detail, AUDIT_ERASED);
	l->actor_erased = l->actor_erased || actor;
	l->detail_erased = l->detail_erased || detail;
	both = l->actor_erased && l->detail_erased;
	if (!both)
		personal_read(
		    l->actor_erased ? l->detail_salt : l->actor_salt, left);
	hex_write(left, both ? 0 : sizeof(left), l->salt);
}
