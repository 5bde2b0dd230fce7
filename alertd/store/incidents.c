#include <stdlib.h>

#include "base/mem.h"
#include "store/incidents.h"
#include "store/sql.h"

#define COLUMNS                                                             \
	"id, state, kind, effect, online, path, service, title, news, url," \
	" reason, feed, since, opened_at, decided_at, resolved_at, starts," \
	" ends, expected_end, planned, reminded, notices, last_notice_at,"  \
	" last_change_at, due_at, change, fresh, change_reason, over,"      \
	" told_effect, told_online, audience, drill_ends, itself"
/* Not one that was given since the backup that was restored; else NULL. */
#define NEXT_ID                                 \
	"(SELECT max(next) FROM restored WHERE" \
	" next > (SELECT coalesce(max(id), 0) FROM incident))"
/* What is live, as in the partial index incident_live. */
#define LIVE "(state IN ('pending', 'open') OR over = 1)"

void
incidents_clear(struct incidents *l)
{
	for (size_t i = 0; i < l->n; i++)
		incident_clear(&l->v[i]);
	free(l->v);
	*l = (struct incidents){0};
}

static void
read_words(const struct sql *q, struct incident *i)
{
	incident_state_parse(sql_peek(q, 1), &i->state);
	incident_kind_parse(sql_peek(q, 2), &i->kind);
	effect_parse(sql_peek(q, 3), &i->effect);
	online_parse(sql_peek(q, 4), &i->online);
	effect_parse(sql_peek(q, 29), &i->told_effect);
	online_parse(sql_peek(q, 30), &i->told_online);
}

static void
read_row(const struct sql *q, struct incident *i)
{
	*i = (struct incident){
	    .id = sql_int(q, 0),
	    .path = sql_bool(q, 5),
	    .service = sql_text(q, 6),
	    .title = sql_text(q, 7),
	    .news = sql_text(q, 8),
	    .url = sql_text(q, 9),
	    .reason = sql_text(q, 10),
	    .feed = sql_text(q, 11),
	    .since = sql_time(q, 12),
	    .opened_at = sql_time(q, 13),
	    .decided_at = sql_time(q, 14),
	    .resolved_at = sql_time(q, 15),
	    .starts = sql_time(q, 16),
	    .ends = sql_time(q, 17),
	    .expected_end = sql_time(q, 18),
	    .planned = sql_bool(q, 19),
	    .reminded = sql_bool(q, 20),
	    .notices = sql_small(q, 21),
	    .last_notice_at = sql_time(q, 22),
	    .last_change_at = sql_time(q, 23),
	    .due_at = sql_time(q, 24),
	    .change = sql_bool(q, 25),
	    .fresh = sql_bool(q, 26),
	    .change_reason = sql_text(q, 27),
	    .over = sql_bool(q, 28),
	    .audience = sql_text(q, 31),
	    .drill_ends = sql_time(q, 32),
	    .itself = sql_bool(q, 33),
	};
	read_words(q, i);
}

/* In the order of COLUMNS, the id last. */
#define FORMAT "ttttbttttttTTTTTTTbbnTTTbbtbtttTbz"
#define VALUES(i)                                                           \
	incident_state_name((i)->state), incident_kind_name((i)->kind),     \
	    effect_name((i)->effect), online_name((i)->online), (i)->path,  \
	    (i)->service, (i)->title, (i)->news, (i)->url, (i)->reason,     \
	    (i)->feed, (i)->since, (i)->opened_at, (i)->decided_at,         \
	    (i)->resolved_at, (i)->starts, (i)->ends, (i)->expected_end,    \
	    (i)->planned, (i)->reminded, (i)->notices, (i)->last_notice_at, \
	    (i)->last_change_at, (i)->due_at, (i)->change, (i)->fresh,      \
	    (i)->change_reason, (i)->over, effect_name((i)->told_effect),   \
	    online_name((i)->told_online), (i)->audience, (i)->drill_ends,  \
	    (i)->itself, (i)->id

int
store_incident_put(struct store *s, struct incident *i, struct err *e)
{
	int n;

	if (i->id == 0) {
		n = sql_run(s, e, "incident.add",
		    "INSERT INTO incident (state, kind, effect, online, path,"
		    " service, title, news, url, reason, feed, since,"
		    " opened_at, decided_at, resolved_at, starts, ends,"
		    " expected_end, planned, reminded, notices,"
		    " last_notice_at, last_change_at, due_at, change, fresh,"
		    " change_reason, over, told_effect,"
		    " told_online, audience, drill_ends, itself, id)"
		    " VALUES (?, ?, ?, ?, ?, ?, ?,"
		    " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
		    " ?, ?, ?, ?, ?, ?, ?, coalesce(?, " NEXT_ID "))",
		    FORMAT, VALUES(i));
		if (n == 1)
			i->id = sql_last_id(s);
		return n == 1 ? 0 : -1;
	}
	n = sql_run(s, e, "incident.put",
	    "UPDATE incident SET state = ?, kind = ?, effect = ?, online = ?,"
	    " path = ?, service = ?, title = ?, news = ?, url = ?, reason = ?,"
	    " feed = ?, since = ?, opened_at = ?, decided_at = ?,"
	    " resolved_at = ?, starts = ?, ends = ?, expected_end = ?,"
	    " planned = ?, reminded = ?, notices = ?, last_notice_at = ?,"
	    " last_change_at = ?, due_at = ?, change = ?, fresh = ?,"
	    " change_reason = ?, over = ?,"
	    " told_effect = ?, told_online = ?, audience = ?, drill_ends = ?,"
	    " itself = ?"
	    " WHERE id = ?",
	    FORMAT, VALUES(i));
	if (n == 0)
		return err_set(
		    e, "there is no incident %lld", (long long)i->id);
	return n == 1 ? 0 : -1;
}

int
store_incident_next(struct store *s, int64_t *id, struct err *e)
{
	int r = sql_value(s, e, id, "incident.next",
	    "SELECT coalesce(" NEXT_ID
	    ", (SELECT coalesce(max(id), 0) + 1 FROM incident))",
	    "");

	return r == -1 ? -1 : 0;
}

int
store_incident_get(
    struct store *s, int64_t id, struct incident *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "incident.get",
	    "SELECT " COLUMNS " FROM incident WHERE id = ?", "i", id);
	if ((r = sql_step(&q)) == 1)
		read_row(&q, out);
	sql_close(&q);
	return r;
}

static int
read_all(struct sql *q, struct incidents *out)
{
	int r;

	while ((r = sql_step(q)) == 1) {
		out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
		read_row(q, &out->v[out->n++]);
	}
	sql_close(q);
	return r;
}

int
store_incidents_live(struct store *s, struct incidents *out, struct err *e)
{
	struct sql q;

	sql_open(&q, s, e, "incidents.live",
	    "SELECT " COLUMNS " FROM incident WHERE " LIVE " ORDER BY id", "");
	return read_all(&q, out);
}

int
store_incidents(
    struct store *s, size_t limit, struct incidents *out, struct err *e)
{
	struct sql q;

	sql_open(&q, s, e, "incidents",
	    "SELECT " COLUMNS " FROM incident ORDER BY id DESC LIMIT ?", "i",
	    limit == 0 ? (int64_t)-1 : (int64_t)limit);
	return read_all(&q, out);
}
