#include <stdlib.h>

#include "base/limits.h"
#include "base/mem.h"
#include "store/audit.h"
#include "store/blame.h"
#include "store/queue.h"
#include "store/sql.h"

/* SQL: what is suspected when worker ?1 is dead. */
#define SUSPECTS                                                          \
	"worker = ?1 AND (begun = 1 OR NOT EXISTS (SELECT 1 FROM message" \
	" b WHERE b.worker = ?1 AND b.begun = 1))"

/*
 * What was begun goes behind the others when it is given back: queue_release().
 * What was not must, too, or nothing else would ever be sent.
 */
static int
count(struct store *s, int64_t worker, struct err *e)
{
	if (sql_run(s, e, "blame.behind",
		"UPDATE delivery SET due = due + 30 WHERE state = 'sending'"
		" AND message IN (SELECT id FROM message WHERE " SUSPECTS
		"  AND begun = 0)",
		"i", worker) == -1 ||
	    sql_run(s, e, "blame.count",
		"UPDATE message SET deaths = deaths + 1 WHERE " SUSPECTS, "i",
		worker) == -1)
		return -1;
	return 0;
}

int
store_blame(
    struct store *s, int64_t worker, bool odd, int64_t *message, struct err *e)
{
	*message = 0;
	if (store_begin(s, e) == -1)
		return -1;
	if (sql_value(s, e, message, "blame.held",
		"SELECT id FROM message WHERE " SUSPECTS
		" ORDER BY deaths DESC, id LIMIT 1",
		"i", worker) == -1 ||
	    (odd && *message != 0 && count(s, worker, e) == -1)) {
		store_rollback(s);
		return -1;
	}
	return store_commit(s, e);
}

int
store_unblame(struct store *s, int64_t message, struct err *e)
{
	int n = sql_run(s, e, "blame.lived",
	    "UPDATE message SET deaths = 0 WHERE id = ? AND deaths > 0", "i",
	    message);

	return n == -1 ? -1 : 0;
}

void
doomed_clear(struct doomed *d)
{
	free(d->org_name);
	*d = (struct doomed){0};
}

int
store_doomed(struct store *s, struct doomed *out, struct err *e)
{
	int64_t most = LIMIT_DEATHS_MOST;
	struct sql q;
	int r;

	*out = (struct doomed){0};
	sql_open(&q, s, e, "blame.doomed",
	    "SELECT id, incident, number, deaths, channel, audience, org_name"
	    " FROM message INDEXED BY message_deaths WHERE deaths > 0"
	    " AND deaths >= ? AND due IS NOT NULL AND worker IS NULL"
	    " ORDER BY id LIMIT 1",
	    "i", most);
	if ((r = sql_step(&q)) == 1) {
		*out = (struct doomed){
		    .message = sql_int(&q, 0),
		    .incident = sql_int(&q, 1),
		    .number = sql_small(&q, 2),
		    .deaths = sql_small(&q, 3),
		    .org_name = sql_text(&q, 6),
		};
		channel_parse(sql_peek(&q, 4), &out->channel);
		org_kind_parse(sql_peek(&q, 5), &out->audience);
	}
	sql_close(&q);
	return r;
}

int
store_set_aside(struct store *s, const struct doomed *d, const char *why,
    int64_t now, struct err *e)
{
	int r = sql_run(s, e, "blame.aside",
	    "UPDATE delivery SET answer = ?, done = ?, state ="
	    " CASE state WHEN 'queued' THEN 'failed' ELSE state END"
	    " WHERE " DELIVERY_OF("", "?3") " AND " DELIVERY_WAITS(""),
	    "tii", why, now, d->message);

	if (r != -1)
		r = store_audit_message(s, now, "alertd", "delivery.failed",
		    d->incident, d->message, why, e);
	if (r == 0)
		r = queue_refresh(s, d->message, e);
	return r;
}
