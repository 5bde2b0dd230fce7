#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "store/chain.h"

void
audits_clear(struct audits *l)
{
	for (size_t i = 0; i < l->n; i++)
		audit_clear(&l->v[i]);
	free(l->v);
	*l = (struct audits){0};
}

static const char last[] =
    "SELECT seq, hash FROM audit_head UNION ALL"
    " SELECT * FROM (SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1)"
    " LIMIT 1";

void
audit_prepare(struct store *s)
{
	sql_prepare(s, last);
	link_prepare(s);
}

/*
 * Behind the head that is kept: where the newest records were cut off, the
 * next one leaves a gap, which shows.
 */
static int
read_head(struct store *s, struct err *e)
{
	struct sql q;
	int r;

	s->audit_hash[0] = '\0';
	sql_open(&q, s, e, "audit.last", last, "");
	r = sql_step(&q);
	s->audit_seq = r == 1 ? sql_int(&q, 0) : 0;
	if (r == 1)
		sql_hex(&q, 1, s->audit_hash);
	sql_close(&q);
	return r == -1 ? -1 : 0;
}

/* Nobody else appends while this transaction lasts: it is read once in it. */
static int
append(struct store *s, struct link *l, struct err *e)
{
	if (s->audit_seq == 0 && read_head(s, e) == -1)
		return -1;
	l->a.seq = s->audit_seq + 1;
	if (link_add(s, l, s->audit_hash, e) == -1)
		return -1;
	s->audit_seq = l->a.seq;
	memcpy(s->audit_hash, l->a.hash, sizeof(s->audit_hash));
	return 0;
}

/* SQL: audit_next(), see chain.h. */
static void
hash_next(sqlite3_context *c, int n, sqlite3_value **v)
{
	struct store *s = sqlite3_user_data(c);
	struct link l = {0};
	unsigned char hash[HASH_BYTES];
	char *action = xstrdup((const void *)sqlite3_value_text(v[1]));
	char *object = xstrdup((const void *)sqlite3_value_text(v[3]));

	(void)n;
	l.a = (struct audit){.at = sqlite3_value_int64(v[0]),
	    .action = action,
	    .incident = sqlite3_value_int64(v[2]),
	    .object = object};
	snprintf(l.actor_digest, HASH_SIZE, "%s",
	    (const char *)sqlite3_value_text(v[4]));
	snprintf(l.detail_digest, HASH_SIZE, "%s",
	    (const char *)sqlite3_value_text(v[5]));
	link_hash(&l, s->audit_seq + 1, s->audit_hash, s->audit_hash);
	s->audit_seq++;
	hex_read(s->audit_hash, hash, sizeof(hash));
	sqlite3_result_blob(c, hash, sizeof(hash), SQLITE_TRANSIENT);
	free(action);
	free(object);
}

int
store_audit_many(struct store *s, int64_t *number, struct err *e)
{
	if (s->audit_seq == 0 && read_head(s, e) == -1)
		return -1;
	*number = s->audit_seq;
	if (sqlite3_create_function_v2(s->db, "audit_next", 6,
		SQLITE_UTF8 | SQLITE_DIRECTONLY, s, hash_next, NULL, NULL,
		NULL) != SQLITE_OK)
		return sql_failed(s, "audit", e);
	return 0;
}

int
store_audit(struct store *s, int64_t at, const char *actor, const char *action,
    int64_t incident, const char *object, const char *detail, struct err *e)
{
	struct link l = {
	    .a = {.at = at,
		.actor = xstrdup(actor),
		.action = xstrdup(action),
		.incident = incident,
		.object = xstrdup(object),
		.detail = xstrdup(detail)},
	};
	int r = store_begin(s, e);

	if (r == 0 && append(s, &l, e) == -1) {
		store_rollback(s);
		r = -1;
	} else if (r == 0) {
		r = store_commit(s, e);
	}
	link_clear(&l);
	return r;
}

int
store_audit_message(struct store *s, int64_t at, const char *actor,
    const char *action, int64_t incident, int64_t message, const char *detail,
    struct err *e)
{
	char *object = xasprintf("message %lld", (long long)message);
	int r = store_audit(s, at, actor, action, incident, object, detail, e);

	free(object);
	return r;
}

static void
take(const struct sql *q, struct audits *out)
{
	out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
	audit_read(q, &out->v[out->n++]);
}

int
store_audits(struct store *s, int64_t incident, size_t limit,
    struct audits *out, struct err *e)
{
	int64_t most = limit == 0 ? -1 : (int64_t)limit;
	struct sql q;
	int r;

	if (incident == 0)
		sql_open(&q, s, e, "audits",
		    "SELECT * FROM (SELECT " AUDIT_COLUMNS " FROM audit"
		    " ORDER BY seq DESC LIMIT ?) ORDER BY seq",
		    "i", most);
	else
		sql_open(&q, s, e, "audits",
		    "SELECT * FROM (SELECT " AUDIT_COLUMNS " FROM audit"
		    " WHERE incident = ? ORDER BY seq DESC LIMIT ?)"
		    " ORDER BY seq",
		    "ii", incident, most);
	while ((r = sql_step(&q)) == 1)
		take(&q, out);
	sql_close(&q);
	return r;
}

int
store_audit_acts(struct store *s, int64_t incident, size_t limit,
    struct audits *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "audit.acts",
	    "SELECT * FROM (SELECT " AUDIT_COLUMNS " FROM audit"
	    " WHERE incident = ? AND action NOT LIKE 'delivery.%'"
	    " AND action NOT LIKE 'message.%' AND action NOT LIKE 'receipt.%'"
	    " AND action NOT IN ('notice.queued', 'page.queued')"
	    " ORDER BY seq DESC LIMIT ?) ORDER BY seq",
	    "ii", incident, (int64_t)limit);
	while ((r = sql_step(&q)) == 1)
		take(&q, out);
	sql_close(&q);
	return r;
}

char *
audit_person(const char *actor)
{
	static const char user[] = "user ", sudo[] = " (sudo ";
	const char *by = strstr(actor, sudo);

	if (!str_starts(actor, user))
		return xstrdup(actor);
	if (by != NULL)
		return xstrndup(
		    by + strlen(sudo), strcspn(by + strlen(sudo), ")"));
	actor += strlen(user);
	by = strstr(actor, " (as ");
	return by == NULL ? xstrdup(actor)
			  : xstrndup(actor, (size_t)(by - actor));
}
