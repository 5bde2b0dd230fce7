#include <stdlib.h>

#include "base/mem.h"
#include "store/published.h"
#include "store/sql.h"

void
published_clear(struct published_list *l)
{
	for (size_t i = 0; i < l->n; i++) {
		free(l->v[i].title);
		free(l->v[i].subject);
		free(l->v[i].text);
		free(l->v[i].said);
	}
	free(l->v);
	*l = (struct published_list){0};
}

int
store_published_newest(struct store *s, int64_t *id, struct err *e)
{
	/* The end of the index notice_told. */
	return sql_value(s, e, id, "published.newest",
		   "SELECT coalesce(max(id), 0) FROM notice WHERE number > 0",
		   "") == -1
		   ? -1
		   : 0;
}

int
store_published_incidents(struct store *s, bool planned, size_t limit,
    struct incidents *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "published.incidents",
	    "SELECT id FROM incident"
	    " WHERE notices > 0 AND kind = 'actual'"
	    " AND (told_effect = 'planned') = ?"
	    " ORDER BY id DESC LIMIT ?",
	    "bi", planned, (int64_t)limit);
	while ((r = sql_step(&q)) == 1) {
		struct incident i;

		if (store_incident_get(s, sql_int(&q, 0), &i, e) != 1) {
			r = -1;
			break;
		}
		out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
		i.effect = i.told_effect;
		i.online = i.told_online;
		out->v[out->n++] = i;
	}
	sql_close(&q);
	return r;
}

int
store_publish(struct store *s, int64_t notice, const char *said, struct err *e)
{
	return sql_run(s, e, "notice.said",
		   "UPDATE notice SET said = ? WHERE id = ?", "ti", said,
		   notice) == -1
		   ? -1
		   : 0;
}

/* The condition decides the index. */
#define SELECT(where, order)                                                \
	"SELECT n.incident, f.at, i.opened_at, n.number, n.type, n.effect," \
	" n.at, n.title, coalesce(b.subject, ''), coalesce(b.text, ''),"    \
	" n.said"                                                           \
	" FROM notice n CROSS JOIN incident i ON i.id = n.incident"         \
	" CROSS JOIN notice f ON f.incident = n.incident AND f.number = 1"  \
	"  AND f.number > 0"                                                \
	" LEFT JOIN notice_body b ON b.notice = n.id AND b.audience = ?2"   \
	" WHERE n.number > 0 AND " where " AND i.kind = 'actual'"           \
	" ORDER BY " order " DESC LIMIT ?3"

int
store_published(struct store *s, int64_t incident, enum org_kind audience,
    size_t limit, struct published_list *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "published",
	    incident == 0 ? SELECT("?1 IS NULL", "n.id")
			  : SELECT("n.incident = ?1", "n.number"),
	    "zti", incident, org_kind_name(audience), (int64_t)limit);
	while ((r = sql_step(&q)) == 1) {
		struct published *p;

		out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
		p = &out->v[out->n++];
		*p = (struct published){
		    .incident = sql_int(&q, 0),
		    .began = sql_int(&q, 1),
		    .opened_at = sql_time(&q, 2),
		    .number = sql_small(&q, 3),
		    .at = sql_int(&q, 6),
		    .title = sql_text(&q, 7),
		    .subject = sql_text(&q, 8),
		    .text = sql_text(&q, 9),
		    .said = sql_text(&q, 10),
		};
		notice_type_parse(sql_peek(&q, 4), &p->type);
		effect_parse(sql_peek(&q, 5), &p->effect);
	}
	sql_close(&q);
	return r;
}
