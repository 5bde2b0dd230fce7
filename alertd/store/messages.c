#include <stdlib.h>

#include "base/mem.h"
#include "store/audit.h"
#include "store/messages.h"
#include "store/posting.h"
#include "store/queue.h"
#include "store/sql.h"

int
store_message_add(struct store *s, const struct notice *n, enum channel channel,
    const struct org *o, const struct contact *contacts, size_t n_contacts,
    const char *message_id, int64_t now, struct err *e)
{
	struct posting *p;
	int r = -1;

	if (store_begin(s, e) == -1)
		return -1;
	p = posting_open(s, n, message_id, now, e);
	if (p != NULL)
		r = posting_end(
		    p, posting_add(p, channel, o, contacts, n_contacts));
	if (r == -1) {
		store_rollback(s);
		return -1;
	}
	return store_commit(s, e) == -1 ? -1 : r;
}

/* When the notice that supersedes was queued: the store has no clock. */
static int64_t
queued_at(struct store *s, int64_t incident, int number)
{
	int64_t at = clock_read().wall;

	sql_value(s, NULL, &at, "notice.at",
	    "SELECT at FROM notice WHERE incident = ? AND number = ?"
	    " AND number > 0",
	    "in", incident, number);
	return at;
}

int
store_supersede(struct store *s, int64_t incident, int number, struct err *e)
{
	int64_t at = queued_at(s, incident, number);
	struct dues l = {0};
	struct sql q;
	int r;

	if (store_begin(s, e) == -1)
		return -1;
	sql_open(&q, s, e, "supersede",
	    "SELECT id FROM message WHERE incident = ? AND number > 0"
	    " AND number < ? AND due IS NOT NULL ORDER BY id",
	    "in", incident, number);
	while ((r = sql_step(&q)) == 1) {
		l.v = xreallocarray(l.v, l.n + 1, sizeof(*l.v));
		l.v[l.n++] = (struct due){
		    .message = sql_int(&q, 0), .incident = incident};
	}
	sql_close(&q);
	for (size_t i = 0; r == 0 && i < l.n; i++)
		r = queue_drop(s, &l.v[i], DROP_OLD, at, e);
	free(l.v);
	if (r == -1) {
		store_rollback(s);
		return -1;
	}
	return store_commit(s, e);
}

int
store_was_told(
    struct store *s, int64_t incident, int64_t org, bool *told, struct err *e)
{
	int64_t n = 0;
	int r = sql_value(s, e, &n, "was_told",
	    "SELECT EXISTS (SELECT 1 FROM org o CROSS JOIN message m"
	    " CROSS JOIN delivery d ON " D_IN_M
	    " WHERE o.id = ?2 AND " MESSAGES_TO(
		"?1", "o.code") " AND (d.told = 1 OR d.state ="
				" 'sending'))",
	    "ii", incident, org);

	*told = n != 0;
	return r == -1 ? -1 : 0;
}
