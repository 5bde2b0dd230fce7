#include <stdlib.h>

#include "base/attr.h"
#include "base/buf.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/personal.h"
#include "store/audit.h"
#include "store/callback.h"
#include "store/chain.h"
#include "store/codes.h"
#include "store/forget.h"
#include "store/incidents.h"
#include "store/queue.h"
#include "store/secrets.h"
#include "store/settled.h"
#include "store/sql.h"
#include "store/standing.h"

#define DOUBTED DELIVERY_DOUBTED("")
#define SENDING DELIVERY_SENDING("")
#define WAITING DELIVERY_WAITING("")
/* By it no more of what is open of a message is read than is asked for. */
#define BY_OPEN " INDEXED BY delivery_open "
#define NEXT_DUE                                                              \
	"(SELECT due FROM delivery" BY_OPEN "WHERE message = ?1 AND " WAITING \
	" ORDER BY due LIMIT 1)"
/* Who of a message is taken next, at most so many. */
#define TAKEN_NEXT(now, most)                                               \
	"SELECT id FROM delivery" BY_OPEN "WHERE message = ?1 AND " WAITING \
	" AND due <= " now " ORDER BY due, id LIMIT " most
#define PAUSE_MOST 1200 /* s: more than the longest pause between tries */

/* A page whose call somebody has, is over, or has paged him anew since. */
#define ANSWERED                                                           \
	"EXISTS (SELECT 1 FROM code k JOIN call l ON l.id = k.call"        \
	" WHERE k.notice = m.notice AND k.org = m.org"                     \
	" AND (l.closed IS NOT NULL OR l.owner <> '' OR EXISTS"            \
	"  (SELECT 1 FROM code o WHERE o.call = k.call AND o.used IS NULL" \
	"   AND o.org = k.org AND o.notice > k.notice)))"

/* A test, or a mail that all is well, of which there is a newer one. */
#define OUTDATED                                                      \
	"EXISTS (SELECT 1 FROM test t JOIN test x ON x.kind = t.kind" \
	" AND x.channel = t.channel AND x.notice > t.notice"          \
	" WHERE t.notice = m.notice AND t.channel = m.channel)"

/*
 * In the order of its index, which is named: without statistics SQLite reads
 * all that is due to find no page.
 */
#define DUE(index, which)                                                 \
	"SELECT m.id, m.notice, m.incident, m.audience, m.number > 0 AND" \
	" EXISTS (SELECT 1 FROM notice x WHERE x.incident = m.incident"   \
	"  AND x.number > m.number AND x.number > 0),"                    \
	" n.type IN ('resolved', 'correction'), n.type = 'receipt' AND"   \
	" ((SELECT state FROM incident WHERE id = m.incident) <> 'open'"  \
	"  OR EXISTS (SELECT 1 FROM receipt r"                            \
	"  WHERE r.incident = m.incident AND r.org = m.org))"             \
	" OR " ANSWERED " OR " OUTDATED ", m.deaths >= ?4, m.due"         \
	" FROM message m INDEXED BY " index                               \
	" CROSS JOIN notice n ON n.id = m.notice"                         \
	" WHERE m.channel = ?1 AND m.due <= ?2 AND m.due IS NOT NULL"     \
	" AND m.worker IS NULL AND m.deaths < ?5 AND " which              \
	" ORDER BY m.due, m.notice, m.audience, m.id LIMIT ?3"

static const char due_pages[] = DUE(
    "message_page", "m.number = 0 AND m.audience = 'oncall'");
/* SQL: from notices before that of m, of the incident, to the same. */
#define EARLIER_BY(by)                                                    \
	" FROM message o CROSS JOIN delivery h" by                        \
	" WHERE o.incident = m.incident AND o.channel IN ('mail', 'sms')" \
	" AND o.org = m.org AND o.number > 0 AND o.number < m.number"
#define H_SENDING DELIVERY_SENDING("h.")
#define EARLIER EARLIER_BY(" ON " DELIVERY_IN("h.", "o."))
#define EARLIER_OPEN EARLIER_BY(BY_OPEN "ON h.message = o.id") " AND " H_SENDING
/* Whether anybody there was told is not known yet. */
#define OPEN_END                               \
	"n.type IN ('resolved', 'correction')" \
	" AND EXISTS (SELECT 1" EARLIER_OPEN   \
	") AND NOT EXISTS (SELECT 1" EARLIER "  AND h.told = 1)"
/* SQL: an older notice of the incident is in a worker's hands. */
#define OLDER_HELD                                                \
	"EXISTS (SELECT 1 FROM message w INDEXED BY message_held" \
	" WHERE w.worker IS NOT NULL AND w.incident = m.incident" \
	" AND w.number > 0 AND w.number < m.number)"
/* Only then its recipients are looked through, who may be very many. */
#define NOTICES(kind)                                                         \
	"m.audience <> 'oncall'"                                              \
	" AND (SELECT kind FROM incident WHERE id = m.incident) " kind        \
	" AND NOT (" OLDER_HELD                                               \
	" AND EXISTS (SELECT 1 FROM delivery d" BY_OPEN                       \
	"CROSS JOIN delivery o"                                               \
	" INDEXED BY delivery_sending ON o.incident = m.incident"             \
	" AND o.address = d.address AND o.number > 0 AND o.number < m.number" \
	" AND o.state = 'sending' WHERE d.message = m.id "                    \
	"AND " DELIVERY_WAITING("d.") "))"                                    \
				      " AND NOT (" OPEN_END ")"
static const char due_notices[] = DUE(
    "message_due", NOTICES("IS NOT 'exercise'"));
/* What is real does not wait for an exercise. */
static const char due_exercises[] = DUE("message_due", NOTICES("= 'exercise'"));

static int
read_due(struct store *s, const char *sql, enum channel channel, int64_t now,
    size_t limit, struct dues *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "queue.due", sql, "tiinn", channel_name(channel),
	    now, (int64_t)limit, LIMIT_DEATHS_ALONE, LIMIT_DEATHS_MOST);
	while ((r = sql_step(&q)) == 1) {
		struct due *d;

		out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
		d = &out->v[out->n++];
		*d = (struct due){
		    .message = sql_int(&q, 0),
		    .notice = sql_int(&q, 1),
		    .incident = sql_int(&q, 2),
		    .old = sql_bool(&q, 4),
		    .ends = sql_bool(&q, 5),
		    .late = sql_bool(&q, 6),
		    .alone = sql_bool(&q, 7),
		    .since = sql_int(&q, 8),
		};
		org_kind_parse(sql_peek(&q, 3), &d->audience);
	}
	sql_close(&q);
	return r;
}

int
queue_due(struct store *s, enum channel channel, int64_t now, size_t limit,
    struct dues *out, struct err *e)
{
	static const char *const all[] = {
	    due_pages, due_notices, due_exercises};
	int r = 0;

	for (size_t i = 0; r == 0 && i < LENGTH(all) && out->n < limit; i++)
		r = read_due(s, all[i], channel, now, limit - out->n, out, e);
	return r;
}

int
queue_page(struct store *s, enum channel channel, int64_t now, struct err *e)
{
	struct dues l = {0};
	int r = read_due(s, due_pages, channel, now, 1, &l, e);

	free(l.v);
	return r == -1 ? -1 : l.n > 0;
}

#define AHEAD                                                              \
	"SELECT id FROM message INDEXED BY message_due WHERE channel = ?1" \
	" AND due > ?2 + ?3 AND due IS NOT NULL AND worker IS NULL"

static const char pull_deliveries[] = "UPDATE delivery" BY_OPEN
				      "SET due = ?2 WHERE message IN (" AHEAD
				      ")"
				      " AND " WAITING;

int
queue_pull(struct store *s, enum channel channel, int64_t now, struct err *e)
{
	const char *name = channel_name(channel);
	int64_t most = PAUSE_MOST;
	int n = sql_run(
	    s, e, "queue.pull", pull_deliveries, "tii", name, now, most);

	if (n > 0)
		n = sql_run(s, e, "queue.pull",
		    "UPDATE message SET due = ?2 WHERE id IN (" AHEAD ")",
		    "tii", name, now, most);
	return n == -1 ? -1 : 0;
}

/*
 * SQL: the address of the delivery d was told by a notice so old: mostly as
 * one of its organisation. As one of another it is looked for in all messages
 * of the incident, unless it was told of none that is so new.
 */
#define TOLD(d, old, where)                                           \
	"EXISTS (SELECT 1 FROM message g CROSS JOIN message o"        \
	" ON o.incident = g.incident AND o.channel = g.channel" where \
	" AND o.number > 0 AND o.number " old " g.number"             \
	" CROSS JOIN delivery t ON t.told = 1 AND " DELIVERY_AT(      \
	    "t.", "o.", d ".address") " WHERE g.id = " d ".message)"
#define TOLD_SINCE(d)                                             \
	"EXISTS (SELECT 1 FROM message g CROSS JOIN address a"    \
	" ON a.channel = g.channel AND a.address = " d ".address" \
	" AND a.told >= g.incident WHERE g.id = " d ".message)"
#define HEARD(d, old)                                              \
	"(" TOLD(d, old, " AND o.org = g.org") " OR (" TOLD_SINCE( \
	    d) " AND " TOLD(d, old, "") "))"
#define HEARD_SELF HEARD("delivery", "<=")
#define HEARD_FELLOW KNOWN("f") " AND " HEARD("f", "<")
#define FELLOW DELIVERY_OF("f.", "delivery.message")
#define H_ORG DELIVERY_ORG("h.", "o.")
#define OWN_ORG DELIVERY_ORG("delivery.", "m.")
#define B_TO_HIM DELIVERY_AT("b.", "p.", "delivery.address")
/*
 * The organisation was told, but no address that it has now on the channel:
 * somebody of it must hear that it is over. That one of them has the end
 * already, while the relay was late with another, is nothing against that. An
 * address that an earlier notice did not reach is no new one: it hears the end
 * only where others of the channel had the beginning.
 */
#define MOVED                                                         \
	"NOT EXISTS (SELECT 1 FROM delivery f"                        \
	" WHERE " FELLOW " AND f.org IS delivery.org"                 \
	" AND " HEARD_FELLOW ") AND EXISTS (SELECT 1 FROM message m"  \
	" WHERE m.id = delivery.message AND EXISTS (SELECT 1" EARLIER \
	" AND " H_ORG " = " OWN_ORG " AND h.told = 1"                 \
	" AND (o.channel = m.channel OR NOT EXISTS (SELECT 1 FROM"    \
	"  message p CROSS JOIN delivery b ON " B_TO_HIM              \
	"  WHERE p.incident = m.incident AND p.channel = m.channel"   \
	"  AND p.org = m.org AND p.number > 0 AND p.number < m.number))))"

#define DROP                                                               \
	"UPDATE delivery SET state = CASE state WHEN 'unknown' THEN state" \
	" ELSE 'superseded' END, done = ?2 WHERE "

static int
record_drop(struct store *s, const struct due *d, int n, const char *reason,
    int64_t now, struct err *e)
{
	char *detail = xasprintf("%d recipients: %s", n, reason);
	int r = store_audit_message(s, now, "alertd", "delivery.superseded",
	    d->incident, d->message, detail, e);

	free(detail);
	return r;
}

int
queue_drop(struct store *s, const struct due *d, enum drop why, int64_t now,
    struct err *e)
{
	static const char *const reasons[] = {
	    [DROP_OLD] = "a newer notice exists",
	    [DROP_LATE] = "answered, over, or there is a newer one",
	};
	int n = sql_run(s, e, "queue.drop",
	    DROP "id IN (SELECT id FROM delivery" BY_OPEN
		 "WHERE message = ?1 AND " WAITING ")",
	    "ii", d->message, now);

	if (n <= 0)
		return n;
	if (record_drop(s, d, n, reasons[why], now, e) == -1)
		return -1;
	return queue_refresh(s, d->message, e);
}

int64_t
queue_drop_untold(struct store *s, const struct due *d, int64_t now,
    size_t most, struct err *e)
{
	int64_t looked = 0;
	int n;

	do {
		if (sql_value(s, e, &looked, "queue.looked",
			"SELECT count(*) FROM (" TAKEN_NEXT("?2", "?3") ")",
			"iii", d->message, now, (int64_t)most) == -1)
			return -1;
		n = sql_run(s, e, "queue.untold",
		    DROP "id IN (" TAKEN_NEXT(
			"?2", "?3") ") AND NOT (" HEARD_SELF " OR " MOVED ")",
		    "iii", d->message, now, (int64_t)most);
		if (n == -1 || (n > 0 && record_drop(s, d, n,
					     "never told of it", now, e) == -1))
			return -1;
	} while (n > 0 && n == looked);
	return looked - n;
}

static void
add_recipient(const struct sql *q, struct recipient **v, size_t *n)
{
	*v = xreallocarray(*v, *n + 1, sizeof(**v));
	(*v)[(*n)++] = (struct recipient){
	    .delivery = sql_int(q, 0),
	    .name = sql_text(q, 1),
	    .address = sql_text(q, 2),
	    .due = sql_bool(q, 3),
	};
}

/* Whether the municipality is asked for a receipt, which is not there yet. */
#define ASKS                                                  \
	"b.asks <> '' AND EXISTS (SELECT 1 FROM code k"       \
	" WHERE k.notice = m.notice AND k.org = m.org"        \
	" AND k.action = 'receipt') AND NOT EXISTS (SELECT 1" \
	" FROM receipt r WHERE r.incident = m.incident AND r.org = m.org)"

static const char message_of[] =
    "SELECT m.id, m.incident, m.number, m.audience, m.org, m.org_name,"
    " m.worker, m.created, " MESSAGE_ID(
	"m.") ", b.subject, CASE"
	      " WHEN m.channel = 'sms' THEN b.sms  WHEN " ASKS " THEN b.asks"
	      " ELSE b.text END, CASE WHEN m.channel = 'sms' THEN ''  "
	      "WHEN " ASKS
	      " THEN b.asks_html ELSE b.html END, coalesce((SELECT " MESSAGE_ID(
		  "f.") " FROM message f  WHERE f.incident = m.incident AND "
			"f.channel = m.channel"
			"  AND f.org = m.org AND f.number = 1 AND m.number <> 1"
			"  AND m.audience <> 'oncall'), ''), (SELECT "
			"max(attempts) FROM delivery d" BY_OPEN
			"  WHERE d.message = m.id AND " DELIVERY_SENDING(
			    "d.") "), m.channel, m.notice FROM message m LEFT "
				  "JOIN notice_body b"
				  " ON b.notice = m.notice  AND b.audience = "
				  "m.audience WHERE m.id = ?";

static int
read_message(struct store *s, int64_t id, struct message *m, int64_t *notice,
    struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "queue.message", message_of, "i", id);
	if ((r = sql_step(&q)) == 1) {
		*m = (struct message){
		    .id = sql_int(&q, 0),
		    .incident = sql_int(&q, 1),
		    .notice = sql_small(&q, 2),
		    .org = sql_text(&q, 4),
		    .org_name = sql_text(&q, 5),
		    .worker = sql_int(&q, 6),
		    .created = sql_int(&q, 7),
		    .message_id = sql_text(&q, 8),
		    .subject = sql_text(&q, 9),
		    .text = sql_text(&q, 10),
		    .html = sql_text(&q, 11),
		    .in_reply_to = sql_text(&q, 12),
		    .attempts = sql_small(&q, 13),
		};
		org_kind_parse(sql_peek(&q, 3), &m->audience);
		channel_parse(sql_peek(&q, 14), &m->channel);
		*notice = sql_int(&q, 15);
	}
	sql_close(&q);
	return r;
}

/* The texts are the notice's; the codes in them are the message's own. */
static int
fill_codes(struct store *s, struct message *m, int64_t notice, struct err *e)
{
	struct codes l = {0};
	char *const texts[] = {m->text, m->html};
	int r = store_codes(s, notice, m->org, &l, e);

	for (size_t i = 0; i < l.n; i++) {
		const struct code *c = &l.v[i];

		for (size_t k = 0; k < LENGTH(texts); k++) {
			personal_fill(
			    texts[k], personal_token(c->action), c->token);
			personal_fill(
			    texts[k], personal_reply(c->action), c->reply);
		}
	}
	codes_clear(&l);
	return r;
}

static const char all_recipients[] =
    "SELECT d.id, d.name, d.address, d.state = 'sending' FROM message m"
    " CROSS JOIN delivery d ON " D_IN_M " WHERE m.id = ? AND d.state NOT IN"
    " ('superseded', 'cancelled') AND " KNOWN("d") " ORDER BY d.id";

/*
 * An SMS has no header: only who is due. Who does not get it is not named.
 * The vendors' own copy has its recipients in m->to as any other message:
 * which header names them is compose()'s affair.
 */
static int
read_recipients(struct store *s, struct message *m, struct err *e)
{
	static const char sent_to[] =
	    "SELECT id, name, address, 1 FROM delivery" BY_OPEN
	    "WHERE message = ? AND " SENDING
	    " AND " KNOWN("delivery") " ORDER BY id";
	struct sql q;
	int r;

	sql_open(&q, s, e, "queue.recipients",
	    m->channel == CHANNEL_SMS ? sent_to : all_recipients, "i", m->id);
	while ((r = sql_step(&q)) == 1)
		add_recipient(&q, &m->to, &m->n_to);
	sql_close(&q);
	return r;
}

/* Cc names exactly the vendors that have a copy of the same notice. */
static const char copies_of[] =
    "SELECT d.id, d.name, d.address, 0 FROM message v CROSS JOIN delivery d"
    " ON " DELIVERY_IN("d.",
	"v.") " JOIN notice n ON n.id = v.notice"
	      " JOIN message m ON m.id = ? WHERE v.notice = ? AND v.channel = "
	      "'mail'"
	      " AND v.org = 'vendors' AND v.audience = 'vendor'"
	      " AND d.state NOT IN ('superseded', 'cancelled') AND " KNOWN(
		  "d") " AND (n.cc_own = 0 OR " DELIVERY_ORG("d.",
		  "v.") " = m.vendor)"
			" ORDER BY d.id";

static int
read_copies(struct store *s, struct message *m, int64_t notice, struct err *e)
{
	struct sql q;
	int r;

	if (m->audience != ORG_MUNICIPALITY || m->channel != CHANNEL_MAIL)
		return 0;
	sql_open(&q, s, e, "queue.copies", copies_of, "ii", m->id, notice);
	while ((r = sql_step(&q)) == 1)
		add_recipient(&q, &m->cc, &m->n_cc);
	sql_close(&q);
	return r;
}

/* Its bounces come back to an address of its own. */
static int
fill_check(struct store *s, struct message *m, struct err *e)
{
	char check[SENDER_CHECK];

	if (m->channel != CHANNEL_MAIL)
		return 0;
	if (store_sender_check(s, m->id, check, e) == -1)
		return -1;
	m->check = xstrdup(check);
	return 0;
}

/*
 * In their order, the first due of each first. A statement costs as much as
 * five recipients do, so it is one for all.
 */
static const char take_next[] =
    "UPDATE delivery SET state = 'sending' WHERE id IN (SELECT d.id"
    " FROM json_each(?1) l CROSS JOIN delivery d" BY_OPEN
    "WHERE d.message = l.value AND " DELIVERY_WAITING(
	"d.") " AND d.due <= ?2 LIMIT ?3)";
static const char hold[] =
    "UPDATE message SET worker = ?2, begun = 0, held = ?3, way = '',"
    " passed = 0, due = " NEXT_DUE
    " WHERE id = ?1 AND EXISTS (SELECT 1 FROM delivery" BY_OPEN
    "WHERE message = ?1 AND " SENDING ")";

/* As a list of JSON; release with free(). */
static char *
ids_of(const struct due *const *v, size_t n)
{
	struct buf b;

	buf_init(&b, SIZE_MAX / 2);
	for (size_t i = 0; i < n; i++)
		buf_addf(
		    &b, "%c%lld", i == 0 ? '[' : ',', (long long)v[i]->message);
	buf_adds(&b, n == 0 ? "[]" : "]");
	return buf_steal(&b);
}

int
queue_take(struct store *s, const struct due *const *v, size_t n, int64_t now,
    size_t most, struct err *e)
{
	char *ids = ids_of(v, n);
	int r = sql_run(
	    s, e, "queue.take", take_next, "tii", ids, now, (int64_t)most);

	free(ids);
	return r;
}

int
queue_hold(struct store *s, const struct due *d, int64_t now, int64_t worker,
    struct message *out, struct err *e)
{
	int64_t notice = 0;
	int n = sql_run(
	    s, e, "queue.hold", hold, "iii", d->message, worker, now);

	if (n <= 0)
		return n;
	if (read_message(s, d->message, out, &notice, e) != 1)
		return -1;
	if (fill_codes(s, out, notice, e) == -1 ||
	    read_recipients(s, out, e) == -1 ||
	    read_copies(s, out, notice, e) == -1 || fill_check(s, out, e) == -1)
		goto fail;
	return 1;
fail:
	message_clear(out);
	return -1;
}

static const char begin_message[] =
    "UPDATE message SET begun = 1, held = ?, way = ?, passed = 0"
    " WHERE id = ? AND worker = ?";

int
queue_begin(struct store *s, int64_t message, int64_t worker, const char *way,
    int64_t now, struct err *e)
{
	return sql_run(s, e, "queue.begin", begin_message, "itii", now, way,
	    message, worker);
}

static int
record_doubt(struct store *s, int64_t message, int n, const char *why,
    bool once, int64_t now, struct err *e)
{
	int64_t incident = 0;
	char *detail;
	int r;

	if (sql_value(s, e, &incident, "queue.incident",
		"SELECT incident FROM message WHERE id = ?", "i",
		message) == -1)
		return -1;
	detail = xasprintf("%s; %d recipients unknown%s", why, n,
	    n > 0 && once ? ", not sent again" : "");
	r = store_audit_message(s, now, "alertd", "message.recovered", incident,
	    message, detail, e);
	free(detail);
	return r;
}

/*
 * One that ends its worker each time moves behind the others, or nothing
 * else would ever be sent. Through whom it went is not known, either.
 */
int
queue_doubt(
    struct store *s, int64_t message, bool once, const char *why, struct err *e)
{
	int64_t now = clock_read().wall;
	int n = sql_run(s, e, "queue.doubt",
	    "UPDATE delivery" BY_OPEN "SET state = 'unknown', told = 1,"
	    " due = due + attempts * 30, attempts = attempts + 1,"
	    " code = 0, answer = ?, via = '', remote_id = '', done = ?"
	    " WHERE message = ? AND " SENDING,
	    "tTi", why, once ? now : TIME_NONE, message);

	if (n == -1 || record_doubt(s, message, n, why, once, now, e) == -1 ||
	    store_early_doubt(s, message, now, e) == -1)
		return -1;
	return queue_refresh(s, message, e);
}

static const char leave[] = "UPDATE delivery" BY_OPEN
			    "SET state = CASE WHEN " DOUBTED
			    " THEN 'unknown' ELSE 'queued' END"
			    " WHERE message = ? AND " SENDING;

/* Who is not being sent to any more. */
static int
put_back(struct store *s, int64_t message, struct err *e)
{
	return sql_run(s, e, "queue.release", leave, "i", message);
}

int
queue_release(struct store *s, int64_t message, int64_t worker,
    enum release how, struct err *e)
{
	int64_t begun = 0;
	int n = sql_run(s, e, "queue.free",
	    "UPDATE message SET worker = NULL WHERE id = ? AND worker = ?",
	    "ii", message, worker);

	if (n <= 0)
		return n;
	if (sql_value(s, e, &begun, "queue.begun",
		"SELECT begun FROM message WHERE id = ?", "i", message) == -1)
		return -1;
	if (begun != 0 && how != RELEASE_IDLE)
		return queue_doubt(s, message, how == RELEASE_DOUBTED_ONCE,
		    "its worker ended without a result", e);
	if (put_back(s, message, e) == -1)
		return -1;
	return queue_refresh(s, message, e);
}

/* One that is the worker's no more says only what became of it. */
#define DONE(rest)                                                   \
	"UPDATE message SET deaths = 0, answer = ?2, via = ?3," rest \
	" due = " NEXT_DUE " WHERE id = ?1"

static const char done_held[] = DONE(" held = NULL, way = '', worker = NULL,");
static const char done_late[] = DONE("");

int
queue_done(struct store *s, const struct standing *at, struct err *e)
{
	if (at->held && put_back(s, at->message, e) == -1)
		return -1;
	return sql_run(s, e, "queue.done", at->held ? done_held : done_late,
		   "itt", at->message, at->answer, at->via) == -1
		   ? -1
		   : 0;
}

void
queue_prepare(struct store *s)
{
	static const char *const texts[] = {due_pages, due_notices,
	    due_exercises, pull_deliveries, take_next, hold, message_of,
	    all_recipients, copies_of, begin_message, leave, done_held};

	for (size_t i = 0; i < LENGTH(texts); i++)
		sql_prepare(s, texts[i]);
	standing_prepare(s);
	audit_prepare(s);
}

int
queue_refresh(struct store *s, int64_t message, struct err *e)
{
	int n = sql_run(s, e, "queue.refresh",
	    "UPDATE message SET due = " NEXT_DUE " WHERE id = ?1", "i",
	    message);

	return n == -1 ? -1 : 0;
}

int
queue_held(struct store *s, struct held **v, size_t *n, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "queue.held",
	    "SELECT id, worker, channel FROM message"
	    " WHERE worker IS NOT NULL",
	    "");
	while ((r = sql_step(&q)) == 1) {
		struct held *h;

		*v = xreallocarray(*v, *n + 1, sizeof(**v));
		h = &(*v)[(*n)++];
		*h = (struct held){
		    .message = sql_int(&q, 0), .worker = sql_int(&q, 1)};
		channel_parse(sql_peek(&q, 2), &h->channel);
	}
	sql_close(&q);
	return r;
}

int
queue_next(struct store *s, enum channel channel, int64_t *due, struct err *e)
{
	int r;

	*due = TIME_NONE;
	r = sql_value(s, e, due, "queue.next",
	    "SELECT due FROM message WHERE channel = ? AND due IS NOT NULL"
	    " AND worker IS NULL AND deaths < ? ORDER BY due LIMIT 1",
	    "tn", channel_name(channel), LIMIT_DEATHS_MOST);
	return r == -1 ? -1 : 0;
}
