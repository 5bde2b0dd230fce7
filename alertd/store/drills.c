#include "store/drills.h"
#include "store/sql.h"

int
store_drill_before(struct store *s, int64_t before, int64_t *id, struct err *e)
{
	return sql_value(s, e, id, "drill.before",
		   "SELECT coalesce(max(id), 0) FROM incident"
		   " WHERE drill_ends IS NOT NULL AND (?1 = 0 OR id < ?1)",
		   "i", before) == -1
		   ? -1
		   : 0;
}

/* A time that may be NULL. */
static int
read_time(struct sql *q, int64_t *at)
{
	int r = sql_step(q);

	*at = r == 1 ? sql_time(q, 0) : TIME_NONE;
	sql_close(q);
	return r == -1 ? -1 : 0;
}

int
store_drill_last(struct store *s, int64_t *at, struct err *e)
{
	struct sql q;

	sql_open(&q, s, e, "drill.last",
	    "SELECT coalesce((SELECT max(opened_at) FROM incident"
	    " WHERE drill_ends IS NOT NULL AND audience = ''),"
	    " (SELECT at FROM audit ORDER BY seq LIMIT 1))",
	    "");
	return read_time(&q, at);
}

int
store_reminded(struct store *s, const char *what, int64_t *at, struct err *e)
{
	struct sql q;

	sql_open(&q, s, e, "reminded", "SELECT at FROM reminded WHERE what = ?",
	    "t", what);
	return read_time(&q, at);
}

int
store_remind(struct store *s, const char *what, int64_t at, struct err *e)
{
	return sql_run(s, e, "remind",
		   "INSERT INTO reminded VALUES (?, ?)"
		   " ON CONFLICT (what) DO UPDATE SET at = excluded.at",
		   "ti", what, at) == -1
		   ? -1
		   : 0;
}
