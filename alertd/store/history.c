#include <stdlib.h>

#include "base/mem.h"
#include "store/history.h"
#include "store/queue.h"
#include "store/sql.h"

void
past_clear(struct past *p)
{
	free(p->service);
	free(p->title);
	*p = (struct past){0};
}

void
pasts_clear(struct pasts *l)
{
	for (size_t i = 0; i < l->n; i++)
		past_clear(&l->v[i]);
	free(l->v);
	*l = (struct pasts){0};
}

/* Each row costs what its own notices and events do. */
#define PAST                                                                   \
	"SELECT i.id, i.state, i.kind, i.effect, i.service, i.title, i.since," \
	" i.opened_at, i.resolved_at, i.notices,"                              \
	" min(coalesce((SELECT min(v.first_seen) FROM event v"                 \
	"  WHERE v.incident = i.id), i.opened_at), i.opened_at),"              \
	" (SELECT n.at FROM notice n WHERE n.incident = i.id"                  \
	"  AND n.number > 0 ORDER BY n.number LIMIT 1),"                       \
	" coalesce((SELECT max(g.gap) FROM (SELECT n.at - lag(n.at)"           \
	"  OVER (ORDER BY n.number) AS gap FROM notice n"                      \
	"  WHERE n.incident = i.id AND n.number > 0) g), -1),"                 \
	" (SELECT n.at FROM notice n WHERE n.incident = i.id"                  \
	"  AND n.number > 0 ORDER BY n.number DESC LIMIT 1), i.starts"         \
	" FROM incident i WHERE "

static void
read_past(const struct sql *q, struct past *p)
{
	*p = (struct past){
	    .id = sql_int(q, 0),
	    .service = sql_text(q, 4),
	    .title = sql_text(q, 5),
	    .since = sql_time(q, 6),
	    .opened_at = sql_time(q, 7),
	    .resolved_at = sql_time(q, 8),
	    .notices = sql_small(q, 9),
	    .heard = sql_time(q, 10),
	    .first_notice = sql_time(q, 11),
	    .gap = sql_int(q, 12),
	    .last_notice = sql_time(q, 13),
	};
	/* The CHECKs of the tables let no other word in. */
	incident_state_parse(sql_peek(q, 1), &p->state);
	incident_kind_parse(sql_peek(q, 2), &p->kind);
	effect_parse(sql_peek(q, 3), &p->effect);
	p->starts = p->effect == EFFECT_PLANNED ? sql_time(q, 14) : TIME_NONE;
}

int
store_past(struct store *s, int64_t id, struct past *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "past", PAST "i.id = ?", "i", id);
	if ((r = sql_step(&q)) == 1)
		read_past(&q, out);
	sql_close(&q);
	return r;
}

int
store_pasts(struct store *s, int64_t from, int64_t to, size_t limit,
    size_t skip, struct pasts *out, struct err *e)
{
	struct sql q;
	int r;

	/* Ids first: what is skipped is not computed. */
	sql_open(&q, s, e, "pasts",
	    PAST "i.id IN (SELECT id FROM incident WHERE opened_at >= ?"
		 " AND opened_at < ? ORDER BY opened_at DESC, id DESC"
		 " LIMIT ? OFFSET ?) ORDER BY i.opened_at DESC, i.id DESC",
	    "iiii", from, to, (int64_t)limit, (int64_t)skip);
	while ((r = sql_step(&q)) == 1) {
		out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
		read_past(&q, &out->v[out->n++]);
	}
	sql_close(&q);
	return r;
}

int
store_pasts_count(
    struct store *s, int64_t from, int64_t to, int64_t *n, struct err *e)
{
	int r = sql_value(s, e, n, "pasts.count",
	    "SELECT count(*) FROM incident WHERE opened_at >= ?"
	    " AND opened_at < ?",
	    "ii", from, to);

	return r == -1 ? -1 : 0;
}

int
store_pasts_all(struct store *s, int64_t *n, struct err *e)
{
	int r = sql_value(s, e, n, "pasts.all",
	    "SELECT coalesce(sum(n), 0) FROM tally WHERE what = 'opened'", "");

	return r == -1 ? -1 : 0;
}

int
store_pasts_span(struct store *s, int64_t *first, int64_t *last, struct err *e)
{
	struct sql q;
	int r;

	*first = *last = TIME_NONE;
	/* One by one, each is the end of the index. */
	sql_open(&q, s, e, "pasts.span",
	    "SELECT (SELECT min(opened_at) FROM incident),"
	    " (SELECT max(opened_at) FROM incident)",
	    "");
	if ((r = sql_step(&q)) == 1) {
		*first = sql_time(&q, 0);
		*last = sql_time(&q, 1);
	}
	sql_close(&q);
	return r == -1 ? -1 : 0;
}

void
paged_list_clear(struct paged_list *l)
{
	for (size_t i = 0; i < l->n; i++) {
		free(l->v[i].name);
		free(l->v[i].address);
	}
	free(l->v);
	*l = (struct paged_list){0};
}

int
store_paged(
    struct store *s, int64_t notice, struct paged_list *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "paged",
	    "SELECT d.name, d.address, m.channel, d.state FROM message m"
	    " CROSS JOIN delivery d ON " D_IN_M " WHERE m.notice = ?"
	    " ORDER BY d.id",
	    "i", notice);
	while ((r = sql_step(&q)) == 1) {
		struct paged *p;

		out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
		p = &out->v[out->n++];
		*p = (struct paged){sql_text(&q, 0), sql_text(&q, 1),
		    CHANNEL_MAIL, DELIVERY_QUEUED};
		channel_parse(sql_peek(&q, 2), &p->channel);
		delivery_state_parse(sql_peek(&q, 3), &p->state);
	}
	sql_close(&q);
	return r;
}

int
store_receipts_count(
    struct store *s, int64_t incident, int64_t *n, int64_t *last, struct err *e)
{
	struct sql q;
	int r;

	*n = 0;
	*last = TIME_NONE;
	sql_open(&q, s, e, "receipts.count",
	    "SELECT count(*), max(at) FROM receipt WHERE incident = ?", "i",
	    incident);
	if ((r = sql_step(&q)) == 1) {
		*n = sql_int(&q, 0);
		*last = sql_time(&q, 1);
	}
	sql_close(&q);
	return r == -1 ? -1 : 0;
}

void
report_lines_clear(struct report_lines *l)
{
	for (size_t i = 0; i < l->n; i++) {
		free(l->v[i].feed);
		free(l->v[i].ext);
		free(l->v[i].title);
		free(l->v[i].reason);
	}
	free(l->v);
	*l = (struct report_lines){0};
}

static void
read_line(const struct sql *q, struct report_line *l)
{
	*l = (struct report_line){
	    .seen = sql_int(q, 0),
	    .feed = sql_text(q, 1),
	    .ext = sql_text(q, 2),
	    .title = sql_text(q, 3),
	    .reason = sql_text(q, 7),
	};
	phase_parse(sql_peek(q, 4), &l->phase);
	effect_parse(sql_peek(q, 5), &l->effect);
	verdict_parse(sql_peek(q, 6), &l->verdict);
}

int
store_report_lines(struct store *s, int64_t incident, size_t limit,
    struct report_lines *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "report.lines",
	    "SELECT * FROM (SELECT r.seen, e.feed, e.ext, r.title, r.judged,"
	    "  r.effect, r.verdict, r.reason, r.id AS id FROM event e"
	    "  JOIN report r ON r.event = e.id WHERE e.incident = ?"
	    "  ORDER BY r.id DESC LIMIT ?) ORDER BY id",
	    "ii", incident, (int64_t)limit);
	while ((r = sql_step(&q)) == 1) {
		out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
		read_line(&q, &out->v[out->n++]);
	}
	sql_close(&q);
	return r;
}
