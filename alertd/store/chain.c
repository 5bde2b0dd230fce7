#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/personal.h"
#include "store/chain.h"

void
audit_read(const struct sql *q, struct audit *a)
{
	*a = (struct audit){
	    .seq = sql_int(q, 0),
	    .at = sql_int(q, 1),
	    .actor = sql_text(q, 2),
	    .action = sql_text(q, 3),
	    .incident = sql_int(q, 4),
	    .object = sql_text(q, 5),
	    .detail = sql_text(q, 6),
	    .hash = sql_text(q, 7),
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
link_read(const struct sql *q, struct link *l)
{
	*l = (struct link){
	    .was = sql_text(q, 8),
	    .actor_salt = sql_text(q, 9),
	    .actor_digest = sql_text(q, 10),
	    .detail_salt = sql_text(q, 11),
	    .detail_digest = sql_text(q, 12),
	};
	audit_read(q, &l->a);
}

void
link_clear(struct link *l)
{
	audit_clear(&l->a);
	free(l->was);
	free(l->actor_salt);
	free(l->actor_digest);
	free(l->detail_salt);
	free(l->detail_digest);
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
		abort();
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

static void
digest(const char *salt, const char *text, char out[HASH_SIZE])
{
	struct buf b;

	buf_init(&b, SIZE_MAX / 2);
	put(&b, salt);
	put(&b, text);
	finish(&b, out);
}

static bool
text_holds(const char *salt, const char *text, const char *want)
{
	char got[HASH_SIZE];

	if (*salt == '\0')
		return strcmp(text, AUDIT_ERASED) == 0;
	digest(salt, text, got);
	return strcmp(got, want) == 0;
}

bool
link_holds(const struct link *l)
{
	return text_holds(l->actor_salt, l->a.actor, l->actor_digest) &&
	       text_holds(l->detail_salt, l->a.detail, l->detail_digest);
}

static void
digest_text(const char *salt, const char *text, char **kept, char **out)
{
	char hash[HASH_SIZE];

	digest(salt, text, hash);
	xreplace(kept, salt);
	xreplace(out, hash);
}

static void
salt_texts(struct link *l)
{
	char actor[TOKEN_SIZE], detail[TOKEN_SIZE];

	personal_new_tokens(actor, detail);
	digest_text(actor, l->a.actor, &l->actor_salt, &l->actor_digest);
	digest_text(detail, l->a.detail, &l->detail_salt, &l->detail_digest);
}

int
link_add(struct store *s, struct link *l, const char *before, struct err *e)
{
	const struct audit *a = &l->a;
	char hash[HASH_SIZE];
	int n;

	salt_texts(l);
	link_hash(l, a->seq, before, hash);
	xreplace(&l->a.hash, hash);
	n = sql_run(s, e, "audit.add",
	    "INSERT INTO audit (" LINK_COLUMNS ")"
	    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	    "iittittttttt"
	    "t",
	    a->seq, a->at, a->actor, a->action, a->incident, a->object,
	    a->detail, a->hash, l->was, l->actor_salt, l->actor_digest,
	    l->detail_salt, l->detail_digest);
	return n == -1 ? -1 : 0;
}
