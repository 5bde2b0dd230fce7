#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/hash.h"
#include "base/mem.h"
#include "store/audit.h"
#include "store/sql.h"

#define COLUMNS "seq, at, actor, action, incident, object, detail, hash"

void
audits_clear(struct audits *l)
{
	for (size_t i = 0; i < l->n; i++) {
		free(l->v[i].actor);
		free(l->v[i].action);
		free(l->v[i].object);
		free(l->v[i].detail);
		free(l->v[i].hash);
	}
	free(l->v);
	*l = (struct audits){0};
}

/* Length before text, so that no two records have the same encoding. */
static void
put(struct buf *b, const char *s)
{
	buf_addf(b, "%zu:", strlen(s));
	buf_adds(b, s);
}

static int
chain(const char *before, const struct audit *a, char out[HASH_SIZE],
    struct err *e)
{
	struct buf b;
	int r = 0;

	buf_init(&b, SIZE_MAX / 2);
	put(&b, before);
	buf_addf(&b, "%lld,%lld,%lld,", (long long)a->seq, (long long)a->at,
	    (long long)a->incident);
	put(&b, a->actor);
	put(&b, a->action);
	put(&b, a->object);
	put(&b, a->detail);
	if (buf_failed(&b))
		r = err_set(e, "audit: out of memory");
	else
		sha256_hex(b.data, b.len, out);
	buf_clear(&b);
	return r;
}

static int
append(struct store *s, struct audit *a, struct err *e)
{
	char hash[HASH_SIZE];
	char *before = NULL;
	struct sql q;
	int r = sql_open(&q, s, e, "audit.last",
	    "SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1", "");

	if (r == 0)
		r = sql_step(&q);
	a->seq = 1 + (r == 1 ? sql_int(&q, 0) : 0);
	before = r == 1 ? sql_text(&q, 1) : xstrdup("");
	sql_close(&q);
	if (r != -1)
		r = chain(before, a, hash, e);
	free(before);
	if (r == -1)
		return -1;
	return sql_run(s, e, "audit.add",
	    "INSERT INTO audit (" COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
	    "iittittt", a->seq, a->at, a->actor, a->action, a->incident,
	    a->object, a->detail, hash);
}

int
store_audit(struct store *s, int64_t at, const char *actor, const char *action,
    int64_t incident, const char *object, const char *detail, struct err *e)
{
	struct audit a = {
	    .at = at,
	    .actor = xstrdup(actor),
	    .action = xstrdup(action),
	    .incident = incident,
	    .object = xstrdup(object),
	    .detail = xstrdup(detail),
	};
	int r = store_begin(s, e);

	if (r == 0 && append(s, &a, e) == -1) {
		store_rollback(s);
		r = -1;
	} else if (r == 0) {
		r = store_commit(s, e);
	}
	free(a.actor);
	free(a.action);
	free(a.object);
	free(a.detail);
	return r;
}

static void
take(const struct sql *q, struct audits *out)
{
	out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
	out->v[out->n++] = (struct audit){
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

int
store_audits(struct store *s, int64_t incident, size_t limit,
    struct audits *out, struct err *e)
{
	int64_t most = limit == 0 ? -1 : (int64_t)limit;
	struct sql q;
	int r;

	if (incident == 0)
		sql_open(&q, s, e, "audits",
		    "SELECT * FROM (SELECT " COLUMNS " FROM audit"
		    " ORDER BY seq DESC LIMIT ?) ORDER BY seq",
		    "i", most);
	else
		sql_open(&q, s, e, "audits",
		    "SELECT * FROM (SELECT " COLUMNS " FROM audit"
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
	    "SELECT * FROM (SELECT " COLUMNS " FROM audit"
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

/* 1 the record follows, 0 it does not, -1 with *e. */
static int
follows(const struct audit *a, int64_t seq, const char *before, struct err *e)
{
	char hash[HASH_SIZE];

	if (chain(before, a, hash, e) == -1)
		return -1;
	return a->seq == seq && strcmp(a->hash, hash) == 0;
}

int
store_audit_verify(struct store *s, int64_t *bad, struct err *e)
{
	struct audits one = {0};
	char *before = xstrdup("");
	int64_t seq = 0;
	int r, good = 1;
	struct sql q;

	sql_open(&q, s, e, "audit.verify",
	    "SELECT " COLUMNS " FROM audit ORDER BY seq", "");
	while ((r = sql_step(&q)) == 1) {
		take(&q, &one);
		good = follows(&one.v[0], ++seq, before, e);
		xreplace(&before, one.v[0].hash);
		audits_clear(&one);
		if (good != 1)
			break;
	}
	sql_close(&q);
	free(before);
	if (r == -1 || good == -1)
		return -1;
	if (good == 0)
		*bad = seq;
	return good;
}
