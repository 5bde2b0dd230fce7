#include <stdlib.h>

#include "base/mem.h"
#include "store/sql.h"
#include "store/watch.h"

int
store_audit_newest(struct store *s, int64_t *seq, struct err *e)
{
	*seq = 0;
	return sql_value(s, e, seq, "watch.newest",
		   "SELECT coalesce(max(seq), 0) FROM audit", "") == -1
		   ? -1
		   : 0;
}

/* SQL: the address that a record of a delivery is about. */
#define ADDRESS(a) "substr(" a ".detail, 1, instr(" a ".detail, ': '))"
#define TAKEN(a) a ".action = 'delivery.accepted'"

/* By the numbers of the records: they know no clock. */
int
store_watch_order(
    struct store *s, int64_t since, int64_t *message, struct err *e)
{
	return sql_value(s, e, message, "watch.order",
	    "SELECT m.id FROM audit a CROSS JOIN message m"
	    " ON m.id = CAST(substr(a.object, 9) AS INTEGER)"
	    " WHERE a.seq > ? AND " TAKEN(
		"a") " AND m.number > 0"
		     " AND EXISTS (SELECT 1 FROM message x CROSS JOIN audit b"
		     "  WHERE x.incident = m.incident AND x.channel = m.channel"
		     "  AND x.org = m.org AND x.number > m.number"
		     "  AND b.incident = m.incident AND b.seq < a.seq "
		     "AND " TAKEN("b") "  AND b.object = 'message ' || x.id"
				       "  AND " ADDRESS("b") " = " ADDRESS(
					   "a") ") LIMIT 1",
	    "i", since);
}

int
store_watch_left_out(struct store *s, int64_t incident, int newest, bool mail,
    bool sms, int64_t *n, char **name, struct err *e)
{
	struct sql q;
	int r;

	*n = 0;
	*name = NULL;
	sql_open(&q, s, e, "watch.left",
	    "SELECT count(DISTINCT o.org), min(o.org_name) FROM message o"
	    " WHERE o.incident = ?1 AND o.number = ?2 - 1"
	    " AND o.audience = 'municipality'"
	    " AND CASE o.channel WHEN 'mail' THEN ?3 ELSE ?4 END"
	    " AND EXISTS (SELECT 1 FROM delivery d JOIN org g"
	    "  ON g.code = d.org JOIN contact k ON k.org = g.id"
	    "  AND k.enabled = 1 AND d.address IN (k.email, k.phone)"
	    "  WHERE d.message = o.id AND d.told = 1)"
	    " AND NOT EXISTS (SELECT 1 FROM message x WHERE x.incident = ?1"
	    "  AND x.org = o.org AND x.number = ?2)",
	    "inbb", incident, newest, mail, sms);
	if ((r = sql_step(&q)) == 1) {
		*n = sql_int(&q, 0);
		*name = sql_text(&q, 1);
	}
	sql_close(&q);
	return r == -1 ? -1 : 0;
}
