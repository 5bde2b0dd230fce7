#include "store/progress.h"
#include "store/queue.h"
#include "store/sql.h"

#define OPEN DELIVERY_OPEN("d.")
#define WAITS DELIVERY_WAITS("d.")
#define LOST DELIVERY_LOST("d.")

#define OF_NOTICE DELIVERY_BETWEEN(NOTICE_OF("?1", "?2"))

static const char progress_sql[] =
    "WITH sent AS MATERIALIZED (SELECT m.audience, " D_ORG " AS org,"
    "  CASE d.name WHEN '' THEN d.address ELSE d.name END AS who,"
    "  d.state IN ('accepted', 'delivered') AS told,"
    "  d.state = 'failed' AS failed,"
    "  d.state = 'unknown' AND d.done IS NOT NULL AS unknown,"
    "  " OPEN " AS open, " WAITS " AND d.attempts > 0 AND d.due > ?3 AS later,"
    "  d.due, d.done FROM delivery d CROSS JOIN message m ON m.id = d.message"
    "  WHERE d.id " OF_NOTICE "  AND d.incident = ?1 AND d.number = ?2"
    " AND m.audience <> 'oncall'),"
    " towns AS (SELECT max(told) AS told FROM sent"
    "  WHERE audience = 'municipality' GROUP BY org),"
    " people AS (SELECT max(told) AS told FROM sent GROUP BY org, who)"
    " SELECT (SELECT count(*) FROM towns),"
    " (SELECT coalesce(sum(told), 0) FROM towns),"
    " (SELECT count(*) FROM people),"
    " (SELECT coalesce(sum(told), 0) FROM people),"
    " count(*), coalesce(sum(failed), 0),"
    " coalesce(sum(open AND NOT later), 0),"
    " coalesce(sum(later), 0), min(CASE WHEN later THEN due END),"
    " coalesce(sum(NOT open), 0),"
    " min(CASE WHEN NOT open THEN done END),"
    " max(CASE WHEN NOT open THEN done END),"
    " coalesce(sum(unknown), 0) FROM sent";

int
store_progress(struct store *s, int64_t incident, int notice, int64_t now,
    struct progress *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(
	    &q, s, e, "progress", progress_sql, "ini", incident, notice, now);
	r = sql_step(&q);
	if (r == 1)
		*out = (struct progress){
		    .municipalities = sql_int(&q, 0),
		    .reached = sql_int(&q, 1),
		    .people = sql_int(&q, 2),
		    .told = sql_int(&q, 3),
		    .all = sql_int(&q, 4),
		    .failed = sql_int(&q, 5),
		    .waiting = sql_int(&q, 6),
		    .later = sql_int(&q, 7),
		    .next_try = sql_time(&q, 8),
		    .done = sql_int(&q, 9),
		    .first_done = sql_time(&q, 10),
		    .last_done = sql_time(&q, 11),
		    .unknown = sql_int(&q, 12),
		};
	sql_close(&q);
	return r == 1 ? 0 : -1;
}

int
store_failed(struct store *s, int64_t since, int64_t *failed, int64_t *unknown,
    struct err *e)
{
	struct sql q;
	int r;

	*failed = *unknown = 0;
	sql_open(&q, s, e, "failed",
	    "SELECT count(*), coalesce(sum(d.state = 'failed'), 0)"
	    " FROM delivery d INDEXED BY delivery_lost"
	    " WHERE " LOST " AND d.message IN ("
	    "SELECT id FROM message WHERE created >= ?1 UNION "
	    "SELECT m.id FROM incident i JOIN message m ON m.incident = i.id"
	    " WHERE i.state IN ('pending', 'open') OR i.over = 1)",
	    "i", since);
	if ((r = sql_step(&q)) == 1) {
		*failed = sql_int(&q, 1);
		*unknown = sql_int(&q, 0) - *failed;
	}
	sql_close(&q);
	return r == -1 ? -1 : 0;
}
