#include <stdlib.h>

#include "base/mem.h"
#include "base/str.h"
#include "store/queue.h"
#include "store/settled.h"
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

#define TAKEN(a) a ".action = 'delivery.accepted'"

/* Whether two records of deliveries name the same recipient. */
static bool
same_name(const char *a, const char *b)
{
	struct strv x = {0}, y = {0};
	bool same = false;

	settled_names(a, &x);
	settled_names(b, &y);
	for (size_t i = 0; i < x.n && !same; i++)
		same = strv_has(&y, x.v[i]);
	strv_clear(&x);
	strv_clear(&y);
	return same;
}

/*
 * By the numbers of the records: they know no clock. All that come are of a
 * notice before one that the same organisation had already.
 */
int
store_watch_order(
    struct store *s, int64_t since, int64_t *message, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "watch.order",
	    "SELECT m.id, a.detail, b.detail FROM audit a CROSS JOIN message m"
	    " ON m.id = CAST(substr(a.object, 9) AS INTEGER)"
	    " CROSS JOIN message x CROSS JOIN audit b WHERE a.seq > ? "
	    "AND " TAKEN(
		"a") " AND m.number > 0 AND x.incident = m.incident"
		     " AND x.channel = m.channel AND x.org = m.org"
		     " AND x.number > m.number AND b.incident = m.incident"
		     " AND b.seq < a.seq AND b.object = 'message ' || x.id "
		     "AND " TAKEN("b"),
	    "i", since);
	while ((r = sql_step(&q)) == 1) {
		if (!same_name(sql_peek(&q, 1), sql_peek(&q, 2)))
			continue;
		*message = sql_int(&q, 0);
		break;
	}
	sql_close(&q);
	return r;
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
	    " AND o.audience = 'municipality' AND CASE o.channel"
	    " WHEN 'mail' THEN ?3 ELSE ?4 END AND EXISTS (SELECT 1"
	    " FROM delivery d JOIN org g  ON g.code = " DELIVERY_ORG("d.",
		"o.") " JOIN contact k ON k.org = g.id"
		      "  AND k.enabled = 1 AND d.address IN (k.email, k.phone) "
		      " WHERE " DELIVERY_IN("d.",
			  "o.") " AND d.told = 1) AND NOT EXISTS (SELECT 1"
				" FROM message x WHERE x.incident = ?1  AND "
				"x.org = o.org"
				" AND x.number = ?2)",
	    "inbb", incident, newest, mail, sms);
	if ((r = sql_step(&q)) == 1) {
		*n = sql_int(&q, 0);
		*name = sql_text(&q, 1);
	}
	sql_close(&q);
	return r == -1 ? -1 : 0;
}
