#include <stdlib.h>

#include "base/mem.h"
#include "store/receipts.h"
#include "store/sql.h"

void
asked_list_clear(struct asked_list *l)
{
	for (size_t i = 0; i < l->n; i++) {
		free(l->v[i].org);
		free(l->v[i].name);
	}
	free(l->v);
	*l = (struct asked_list){0};
}

int
store_receipt_add(struct store *s, int64_t incident, const char *org,
    int64_t notice, const char *by, int64_t now, struct err *e)
{
	return sql_run(s, e, "receipt.add",
	    "INSERT INTO receipt (incident, org, notice, at, by)"
	    " VALUES (?, ?, ?, ?, ?) ON CONFLICT (incident, org) DO NOTHING",
	    "itiit", incident, org, notice, now, by);
}

int
store_receipted(struct store *s, int64_t incident, const char *org, bool *yes,
    struct err *e)
{
	int64_t n = 0;
	int r = sql_value(s, e, &n, "receipted",
	    "SELECT EXISTS (SELECT 1 FROM receipt WHERE incident = ?"
	    " AND org = ?)",
	    "it", incident, org);

	*yes = n != 0;
	return r == -1 ? -1 : 0;
}

int
store_ask(struct store *s, int64_t incident, const struct org *o, bool anew,
    int64_t now, struct err *e)
{
	int n = sql_run(s, e, "asked.add",
	    "INSERT INTO asked (incident, org, name, at) VALUES (?, ?, ?, ?)"
	    " ON CONFLICT (incident, org) DO UPDATE SET at = excluded.at,"
	    " reminded = NULL, told = NULL WHERE ?",
	    "ittib", incident, o->code, o->name, now, anew);

	return n == -1 ? -1 : 0;
}

int
store_asked(
    struct store *s, int64_t incident, struct asked_list *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "asked",
	    "SELECT a.org, a.name, a.at, a.reminded, a.told, r.at FROM asked a"
	    " LEFT JOIN receipt r ON r.incident = a.incident AND r.org = a.org"
	    " WHERE a.incident = ? ORDER BY a.org",
	    "i", incident);
	while ((r = sql_step(&q)) == 1) {
		out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
		out->v[out->n++] = (struct asked){
		    .org = sql_text(&q, 0),
		    .name = sql_text(&q, 1),
		    .at = sql_int(&q, 2),
		    .reminded = sql_time(&q, 3),
		    .told = sql_time(&q, 4),
		    .receipted = sql_time(&q, 5),
		};
	}
	sql_close(&q);
	return r;
}

int
store_asked_reminded(struct store *s, int64_t incident, const char *org,
    int64_t now, struct err *e)
{
	int n = sql_run(s, e, "asked.reminded",
	    "UPDATE asked SET reminded = ? WHERE incident = ? AND org = ?",
	    "iit", now, incident, org);

	return n == -1 ? -1 : 0;
}

int
store_asked_told(struct store *s, int64_t incident, int64_t before, int64_t now,
    struct err *e)
{
	int n = sql_run(s, e, "asked.told",
	    "UPDATE asked SET told = ? WHERE incident = ? AND told IS NULL"
	    " AND reminded <= ?",
	    "iii", now, incident, before);

	return n == -1 ? -1 : 0;
}

int
store_asked_pull(struct store *s, int64_t incident, int64_t now, struct err *e)
{
	int n = sql_run(s, e, "asked.pull",
	    "UPDATE asked SET at = min(at, ?1), reminded = min(reminded, ?1)"
	    " WHERE incident = ?2 AND (at > ?1 OR reminded > ?1)",
	    "ii", now, incident);

	return n == -1 ? -1 : 0;
}
