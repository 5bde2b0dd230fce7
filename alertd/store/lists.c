#include <stdlib.h>

#include "base/mem.h"
#include "store/blame.h"
#include "store/forget.h"
#include "store/messages.h"
#include "store/queue.h"
#include "store/sql.h"

#define OPEN DELIVERY_OPEN("d.")

void
delivery_clear(struct delivery *d)
{
	free(d->org);
	free(d->org_name);
	free(d->name);
	free(d->address);
	free(d->answer);
	free(d->via);
	*d = (struct delivery){0};
}

void
deliveries_clear(struct deliveries *l)
{
	for (size_t i = 0; i < l->n; i++)
		delivery_clear(&l->v[i]);
	free(l->v);
	*l = (struct deliveries){0};
}

static void
read_delivery(const struct sql *q, struct delivery *d)
{
	*d = (struct delivery){
	    .id = sql_int(q, 0),
	    .message = sql_int(q, 1),
	    .incident = sql_int(q, 2),
	    .notice = sql_small(q, 3),
	    .org = sql_text(q, 7),
	    .org_name = sql_text(q, 8),
	    .name = sql_text(q, 9),
	    .address = sql_text(q, 10),
	    .attempts = sql_small(q, 12),
	    .code = sql_small(q, 13),
	    .answer = sql_text(q, 14),
	    .via = sql_text(q, 15),
	    .created = sql_int(q, 16),
	    .due = sql_time(q, 17),
	    .done = sql_time(q, 18),
	};
	/* The CHECKs of the tables let no other word in. */
	notice_type_parse(sql_peek(q, 4), &d->type);
	channel_parse(sql_peek(q, 5), &d->channel);
	org_kind_parse(sql_peek(q, 6), &d->audience);
	delivery_state_parse(sql_peek(q, 11), &d->state);
}

/* The newest of all that failed, or of all: the end of an index. */
static const char *
newest_first(const struct delivery_query *w)
{
	if (w->first)
		return w->unfinished ? "+d.id" : "d.id";
	if (w->incident != 0 || w->message != 0 || w->unfinished)
		return "+d.id DESC";
	return w->failed ? "d.message DESC, d.id DESC" : "d.id DESC";
}

/* What is open is found by being that. */
static const char *
of_incident(const struct delivery_query *w)
{
	if (w->incident == 0)
		return "?1 IS NULL";
	if (w->unfinished)
		return "d.incident = ?1";
	return w->notice == 0 ? "m.incident = ?1 AND " D_IN_M
			      : "d.incident = ?1 AND d.id " DELIVERY_BETWEEN(
				    NOTICE_OF("?1", "?2"));
}

/*
 * The conditions are put together so that each uses its index; ?1 to ?5
 * stand in each, for they are always bound.
 */
static char *
deliveries_sql(const struct delivery_query *w)
{
	return xasprintf(
	    "SELECT * FROM (SELECT d.id AS id, m.id, m.incident, m.number,"
	    " n.type, m.channel, m.audience, " D_ORG ", m.org_name, d.name,"
	    " d.address, d.state, d.attempts, d.code, " D_ANSWER ", " D_VIA
	    ", m.created, nullif(d.due, 0), d.done FROM delivery d"
	    " JOIN message m ON m.id = d.message JOIN notice n"
	    " ON n.id = m.notice WHERE %s AND %s AND %s AND %s%s%s"
	    " ORDER BY %s LIMIT ?4) ORDER BY id",
	    of_incident(w), w->notice != 0 ? "d.number = ?2" : "?2 = 0",
	    w->message != 0 ? DELIVERY_OF("d.", "?3") : "?3 IS NULL",
	    !w->first	    ? "?5 = 0"
	    : w->unfinished ? "+d.id > ?5"
			    : "d.id > ?5",
	    w->unfinished ? " AND " OPEN : "",
	    w->failed ? " AND " DELIVERY_LOST("d.") : "", newest_first(w));
}

int
store_deliveries(struct store *s, const struct delivery_query *w,
    struct deliveries *out, struct err *e)
{
	char *text = deliveries_sql(w);
	struct sql q;
	int r;

	sql_open(&q, s, e, "deliveries", text, "znzii", w->incident, w->notice,
	    w->message, w->limit == 0 ? (int64_t)-1 : (int64_t)w->limit,
	    w->after);
	while ((r = sql_step(&q)) == 1) {
		out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
		read_delivery(&q, &out->v[out->n++]);
	}
	sql_close(&q);
	free(text);
	return r;
}

/* A row of COUNTS; the same channel and state may come again. */
static void
read_count(const struct sql *q, struct outbox_counts *out)
{
	enum channel channel = CHANNEL_MAIL;
	enum delivery_state state = DELIVERY_QUEUED;

	channel_parse(sql_peek(q, 0), &channel);
	delivery_state_parse(sql_peek(q, 1), &state);
	out->n[channel][state] += sql_int(q, 2);
	out->unfinished += sql_int(q, 4);
	clock_sooner(&out->oldest, sql_time(q, 3));
}

#define COUNTS(from, where)                                          \
	"SELECT m.channel, d.state, count(*),"                       \
	" min(CASE WHEN " OPEN " THEN m.created END), sum(" OPEN ")" \
	" FROM " from " WHERE " where " GROUP BY m.channel, d.state"
#define OF_MESSAGES "message m CROSS JOIN delivery d ON " D_IN_M
#define OF_OPEN                               \
	"delivery d INDEXED BY delivery_open" \
	" CROSS JOIN message m ON m.id = d.message"

static int
read_counts(struct sql *q, struct outbox_counts *out)
{
	int r;

	*out = (struct outbox_counts){.oldest = TIME_NONE};
	while ((r = sql_step(q)) == 1)
		read_count(q, out);
	sql_close(q);
	return r;
}

int
store_outbox_counts(struct store *s, int64_t incident, int notice,
    struct outbox_counts *out, struct err *e)
{
	struct sql q;

	sql_open(&q, s, e, "outbox.counts",
	    incident == 0
		? COUNTS(
		      OF_MESSAGES, "?1 IS NULL AND (?2 = 0 OR m.number = ?2)")
		: COUNTS(OF_MESSAGES,
		      "m.incident = ?1 AND (?2 = 0 OR m.number = ?2)"),
	    "zn", incident, notice);
	return read_counts(&q, out);
}

int
store_recipients_over(struct store *s, int64_t incident, int notice,
    int64_t most, bool *over, struct err *e)
{
	int64_t n = 0;
	int r = sql_value(s, e, &n, "recipients.over",
	    "SELECT count(*) FROM (SELECT 1 FROM delivery"
	    " WHERE id " DELIVERY_BETWEEN(NOTICE_OF(
		"?1", "?2")) " AND incident = ?1 AND number = ?2 LIMIT ?3)",
	    "ini", incident, notice, most + 1);

	*over = n > most;
	return r == -1 ? -1 : 0;
}

int
store_messages_over(
    struct store *s, int64_t since, int64_t most, bool *over, struct err *e)
{
	int64_t n = 0;
	int r = sql_value(s, e, &n, "messages.over",
	    "SELECT count(*) FROM (SELECT 1 FROM message WHERE created >= ?"
	    " LIMIT ?)",
	    "ii", since, most + 1);

	*over = n > most;
	return r == -1 ? -1 : 0;
}

int
store_lost_since(struct store *s, int64_t since, int64_t most, int64_t *failed,
    int64_t *unknown, struct err *e)
{
	struct sql q;
	int r;

	*failed = *unknown = 0;
	/* Messages are numbered as they are queued. */
	sql_open(&q, s, e, "lost.since",
	    "SELECT count(*), coalesce(sum(failed), 0) FROM"
	    " (SELECT d.state = 'failed' AS failed FROM delivery d"
	    "  INDEXED BY delivery_lost WHERE " DELIVERY_LOST(
		"d.") " AND d.message >= (SELECT id FROM message WHERE created "
		      ">= ?"
		      "  ORDER BY created, id LIMIT 1) LIMIT ?)",
	    "ii", since, most);
	if ((r = sql_step(&q)) == 1) {
		*failed = sql_int(&q, 1);
		*unknown = sql_int(&q, 0) - *failed;
	}
	sql_close(&q);
	return r == -1 ? -1 : 0;
}

int
store_outbox_recent(
    struct store *s, int64_t since, struct outbox_counts *out, struct err *e)
{
	struct sql q;

	/* Each half by its own index. */
	sql_open(&q, s, e, "outbox.recent",
	    COUNTS(OF_MESSAGES, "m.created >= ?1") " UNION ALL " COUNTS(
		OF_OPEN, OPEN " AND m.created < ?1"),
	    "i", since);
	return read_counts(&q, out);
}

/* Runs a query for ids of messages. */
static int
find_messages(struct store *s, const char *name, const char *sql,
    int64_t message, int64_t **ids, size_t *n, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, name, sql, "z", message);
	while ((r = sql_step(&q)) == 1) {
		*ids = xreallocarray(*ids, *n + 1, sizeof(**ids));
		(*ids)[(*n)++] = sql_int(&q, 0);
	}
	sql_close(&q);
	return r;
}

/* Runs an update of deliveries for each message; returns how many in all. */
static int
update_each(struct store *s, const int64_t *ids, size_t n, const char *name,
    const char *sql, int64_t now, struct err *e)
{
	int64_t total = 0;

	for (size_t i = 0; i < n; i++) {
		int changed = sql_run(s, e, name, sql, "ii", ids[i], now);

		if (changed == -1 || queue_refresh(s, ids[i], e) == -1 ||
		    store_unblame(s, ids[i], e) == -1)
			return -1;
		total += changed;
	}
	return (int)total;
}

/* What is found, and what is done with each. */
struct change {
	const char *name, *find, *update;
};

static int
change_queue(struct store *s, const struct change *c, int64_t message,
    int64_t now, struct err *e)
{
	int64_t *ids = NULL;
	size_t n = 0;
	int total = -1;

	if (store_begin(s, e) == -1)
		return -1;
	if (find_messages(s, c->name, c->find, message, &ids, &n, e) == 0)
		total = update_each(s, ids, n, c->name, c->update, now, e);
	free(ids);
	if (total == -1)
		store_rollback(s);
	else if (store_commit(s, e) == -1)
		total = -1;
	return total;
}

/*
 * What a worker holds is let be; what a newer notice exists of is not sent
 * after it, whoever that one went to.
 */
#define IDLE " AND m.worker IS NULL"
#define NEWEST                                                     \
	" AND (m.number = 0 OR NOT EXISTS (SELECT 1 FROM notice x" \
	" WHERE x.incident = m.incident AND x.number > m.number"   \
	" AND x.number > 0))"
#define HIS KNOWN("delivery")
#define HIS_MESSAGE DELIVERY_OF("", "?1")
#define AGAIN                                                   \
	"UPDATE delivery SET state = CASE state WHEN 'unknown'" \
	" THEN state ELSE 'queued' END, due = ?2, done = NULL," \
	" attempts = 0 WHERE " HIS_MESSAGE " AND " HIS " AND state IN "

static const struct change retry_one = {"outbox.retry",
    "SELECT m.id FROM message m WHERE m.id = ?1" IDLE NEWEST,
    AGAIN "('queued', 'unknown', 'failed')"};
static const struct change retry_failed = {"outbox.retry",
    "SELECT m.id FROM message m WHERE ?1 IS NULL AND m.id IN"
    " (SELECT message FROM delivery WHERE state = 'failed'"
    "  AND " HIS ")" IDLE NEWEST,
    AGAIN "('failed')"};
static const struct change cancel = {"outbox.cancel",
    "SELECT m.id FROM message m WHERE m.id = ?1" IDLE,
    "UPDATE delivery SET state = CASE state WHEN 'unknown' THEN state"
    "  ELSE 'cancelled' END, done = ?2"
    " WHERE " HIS_MESSAGE " AND " DELIVERY_WAITS("")};

int
store_outbox_retry(struct store *s, int64_t message, int64_t now, struct err *e)
{
	return change_queue(
	    s, message == 0 ? &retry_failed : &retry_one, message, now, e);
}

int
store_outbox_cancel(struct store *s, int64_t message, struct err *e)
{
	return change_queue(s, &cancel, message, clock_read().wall, e);
}
