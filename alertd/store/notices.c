#include <stdlib.h>

#include "base/mem.h"
#include "store/incidents.h"
#include "store/queue.h"
#include "store/sql.h"

void
notice_clear(struct notice *n)
{
	free(n->topic);
	free(n->title);
	free(n->reason);
	*n = (struct notice){0};
}

void
notices_clear(struct notices *l)
{
	for (size_t i = 0; i < l->n; i++)
		notice_clear(&l->v[i]);
	free(l->v);
	*l = (struct notices){0};
}

void
notice_body_clear(struct notice_body *b)
{
	free(b->subject);
	free(b->text);
	free(b->html);
	free(b->sms);
	*b = (struct notice_body){0};
}

int
store_notice_add(struct store *s, struct notice *n, struct err *e)
{
	int r = sql_run(s, e, "notice.add",
	    "INSERT INTO notice (incident, number, type, effect, at, next,"
	    " title, reason, cc_own, check_from, topic)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	    "znttiTttbTt", n->incident, n->number, notice_type_name(n->type),
	    effect_name(n->effect), n->at, n->next, n->title, n->reason,
	    n->cc_own, n->number > 0 ? n->at : TIME_NONE, n->topic);

	if (r == -1)
		return -1;
	n->id = sql_last_id(s);
	return 0;
}

int
store_notice_body_add(
    struct store *s, int64_t notice, const struct notice_body *b, struct err *e)
{
	int r = sql_run(s, e, "notice.body.add",
	    "INSERT INTO notice_body (notice, audience, subject, text, html,"
	    " sms) VALUES (?, ?, ?, ?, ?, ?)",
	    "ittttt", notice, org_kind_name(b->audience), b->subject, b->text,
	    b->html, b->sms);

	return r == -1 ? -1 : 0;
}

int
store_notice_asks(struct store *s, int64_t notice, const char *text,
    const char *html, struct err *e)
{
	int n = sql_run(s, e, "notice.asks",
	    "UPDATE notice_body SET asks = ?, asks_html = ? WHERE notice = ?"
	    " AND audience = 'municipality'",
	    "tti", text, html, notice);

	return n == -1 ? -1 : 0;
}

int
store_notice_body(struct store *s, int64_t notice, enum org_kind audience,
    struct notice_body *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "notice.body",
	    "SELECT subject, text, html, sms FROM notice_body"
	    " WHERE notice = ? AND audience = ?",
	    "it", notice, org_kind_name(audience));
	if ((r = sql_step(&q)) == 1)
		*out = (struct notice_body){
		    .audience = audience,
		    .subject = sql_text(&q, 0),
		    .text = sql_text(&q, 1),
		    .html = sql_text(&q, 2),
		    .sms = sql_text(&q, 3),
		};
	sql_close(&q);
	return r;
}

static void
read_row(const struct sql *q, struct notice *n)
{
	*n = (struct notice){
	    .id = sql_int(q, 0),
	    .incident = sql_int(q, 1),
	    .number = sql_small(q, 2),
	    .at = sql_int(q, 5),
	    .next = sql_time(q, 6),
	    .title = sql_text(q, 7),
	    .reason = sql_text(q, 8),
	    .cc_own = sql_bool(q, 9),
	    .municipalities = sql_int(q, 10),
	    .vendors = sql_int(q, 11),
	    .recipients = sql_int(q, 12),
	    .topic = sql_text(q, 13),
	};
	notice_type_parse(sql_peek(q, 3), &n->type);
	effect_parse(sql_peek(q, 4), &n->effect);
}

/* Distinct vendors, for they share one message. */
#define SELECT                                                               \
	"SELECT n.id, n.incident, n.number, n.type, n.effect, n.at, n.next," \
	" n.title, n.reason, n.cc_own,"                                      \
	" (SELECT count(DISTINCT org) FROM message"                          \
	"  WHERE notice = n.id AND audience = 'municipality'),"              \
	" (SELECT count(DISTINCT " D_ORG ") FROM message m"                  \
	" CROSS JOIN delivery d ON " D_IN_M " WHERE m.notice = n.id"         \
	"  AND m.audience = 'vendor'),"                                      \
	" (SELECT count(*) FROM message m CROSS JOIN delivery d"             \
	" ON " D_IN_M " WHERE m.notice = n.id), n.topic"                     \
	" FROM notice n WHERE "

int
store_notices(struct store *s, int64_t incident, int64_t after,
    struct notices *out, struct err *e)
{
	struct sql q;
	int r;

	if (incident == 0)
		sql_open(&q, s, e, "notices", SELECT "n.id > ? ORDER BY n.id",
		    "i", after);
	else
		sql_open(&q, s, e, "notices",
		    SELECT "n.incident = ? AND n.id > ? ORDER BY n.id", "ii",
		    incident, after);
	while ((r = sql_step(&q)) == 1) {
		out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
		read_row(&q, &out->v[out->n++]);
	}
	sql_close(&q);
	return r;
}

int
store_notices_most(struct store *s, int64_t incident, int64_t most,
    struct notices *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "notices.most",
	    "SELECT n.id, n.incident, n.number, n.type, n.effect, n.at,"
	    " n.next, n.title, n.reason, n.cc_own, (SELECT count(*) FROM"
	    " (SELECT DISTINCT org FROM message  WHERE notice = n.id"
	    " AND audience = 'municipality' LIMIT ?2)), (SELECT count(*) FROM"
	    " (SELECT DISTINCT " D_ORG " FROM message m  CROSS JOIN delivery d"
	    " ON " D_IN_M " WHERE m.notice = n.id  AND m.audience = 'vendor'"
	    " LIMIT ?2)), (SELECT count(*) FROM (SELECT 1 FROM message m"
	    " JOIN delivery d  ON " D_IN_M " WHERE m.notice = n.id LIMIT ?2)),"
	    " n.topic FROM notice n WHERE n.incident = ?1 ORDER BY n.id",
	    "ii", incident, most);
	while ((r = sql_step(&q)) == 1) {
		out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
		read_row(&q, &out->v[out->n++]);
	}
	sql_close(&q);
	return r;
}

int
store_notices_unchecked(struct store *s, struct notices *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "notices.unchecked",
	    "SELECT id, incident, number, type, effect, at, next, title,"
	    " reason, cc_own, 0, 0, 0, topic, check_from FROM notice"
	    " INDEXED BY notice_unchecked"
	    " WHERE check_from IS NOT NULL ORDER BY id",
	    "");
	while ((r = sql_step(&q)) == 1) {
		out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
		read_row(&q, &out->v[out->n]);
		out->v[out->n++].check_from = sql_time(&q, 14);
	}
	sql_close(&q);
	return r;
}

int
store_notice_check(struct store *s, int64_t notice, int64_t from, struct err *e)
{
	int n = sql_run(s, e, "notice.checked",
	    "UPDATE notice SET check_from = ? WHERE id = ?", "Ti", from,
	    notice);

	return n == -1 ? -1 : 0;
}

int
store_notice_update(struct store *s, int64_t incident, int64_t since,
    char **reason, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "notice.update",
	    "SELECT reason FROM notice WHERE incident = ? AND type = 'update'"
	    " AND at >= ? ORDER BY id DESC LIMIT 1",
	    "ii", incident, since);
	if ((r = sql_step(&q)) == 1)
		*reason = sql_text(&q, 0);
	sql_close(&q);
	return r;
}
