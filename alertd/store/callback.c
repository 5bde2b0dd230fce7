#include <stdlib.h>

#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "store/audit.h"
#include "store/callback.h"
#include "store/forget.h"
#include "store/queue.h"
#include "store/reported.h"
#include "store/sql.h"
#include "store/standing.h"

#define DAY 86400

/* A delivery that a report is about. */
struct subject {
	int64_t delivery, message, incident;
	char *address;
	char *via;
	char *said; /* what its message has; see DELIVERY_ANSWER */
	char *said_via;
	bool sms;
	enum delivery_state state;
	const char *actor; /* NULL: the gateway itself */
};

struct subjects {
	struct subject *v;
	size_t n;
};

static void
subject_clear(struct subject *b)
{
	free(b->address);
	free(b->via);
	free(b->said);
	free(b->said_via);
	*b = (struct subject){0};
}

static void
subjects_clear(struct subjects *l)
{
	for (size_t i = 0; i < l->n; i++)
		subject_clear(&l->v[i]);
	free(l->v);
	*l = (struct subjects){0};
}

#define SUBJECT                                                  \
	"d.id, m.id, coalesce(m.incident, 0), d.address, " D_VIA \
	", d.state, m.answer, m.via, m.channel = 'sms'"
#define SUBJECT_COLUMNS 9

static void
read_subject(const struct sql *q, struct subject *b)
{
	*b = (struct subject){
	    .delivery = sql_int(q, 0),
	    .message = sql_int(q, 1),
	    .incident = sql_int(q, 2),
	    .address = sql_text(q, 3),
	    .via = sql_text(q, 4),
	    .said = sql_text(q, 6),
	    .said_via = sql_text(q, 7),
	    .sms = sql_bool(q, 8),
	};
	delivery_state_parse(sql_peek(q, 5), &b->state);
}

static int
take_subjects(struct sql *q, struct subjects *out)
{
	int r;

	while ((r = sql_step(q)) == 1) {
		out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
		read_subject(q, &out->v[out->n++]);
	}
	sql_close(q);
	return r;
}

/* In the words of its index: of what was delivered no report is news. */
static int
find_by_id(struct store *s, const struct delivery_report *r,
    struct subjects *out, struct err *e)
{
	struct sql q;

	sql_open(&q, s, e, "report.id",
	    "SELECT " SUBJECT " FROM delivery d JOIN message m"
	    " ON m.id = d.message WHERE " D_VIA " = ?1 AND d.remote_id = ?2"
	    " AND d.remote_id <> '' AND d.state <> 'delivered'"
	    " AND (?3 = '' OR d.address = ?3)",
	    "ttt", r->via, r->id, r->number);
	return take_subjects(&q, out);
}

#define TO "CASE ?1 WHEN '' THEN o.address ELSE ?1 END"

/* o is the delivery that the reference was made for. */
static int
find_by_ref(struct store *s, const struct delivery_report *r,
    struct subjects *out, struct err *e)
{
	struct message_ref ref;
	struct sql q;

	if (message_ref_parse(r->ref, &ref) == -1)
		return 0;
	sql_open(&q, s, e, "report.ref",
	    "SELECT " SUBJECT " FROM delivery o CROSS JOIN message h"
	    " ON h.id = o.message CROSS JOIN message m ON m.notice = h.notice"
	    " AND m.channel = h.channel AND m.audience = h.audience"
	    " CROSS JOIN delivery d ON " DELIVERY_AT("d.", "m.",
		TO) " WHERE o.id = ?2 AND h.created = ?3 AND h.number = ?4"
		    " AND coalesce(h.incident, 0) = ?5 AND h.channel = 'sms'",
	    "tiiii", r->number, ref.delivery, ref.created, ref.notice,
	    ref.incident);
	return take_subjects(&q, out);
}

static int
find_subjects(struct store *s, const struct delivery_report *r,
    struct subjects *out, struct err *e)
{
	if (r->id[0] != '\0' && find_by_id(s, r, out, e) == -1)
		return -1;
	if (out->n > 0 || r->ref[0] == '\0')
		return 0;
	return find_by_ref(s, r, out, e);
}

static int
forget_early(struct store *s, int64_t delivery, struct err *e)
{
	int n = sql_run(s, e, "report.forget",
	    "DELETE FROM early_report WHERE delivery = ?", "i", delivery);

	return n == -1 ? -1 : 0;
}

static int
keep_early(struct store *s, const struct subject *b,
    const struct delivery_report *r, struct err *e)
{
	int n = sql_run(s, e, "report.keep",
	    "INSERT INTO early_report (delivery, via, answer) VALUES (?, ?, ?)"
	    " ON CONFLICT (delivery) DO UPDATE"
	    " SET via = excluded.via, answer = excluded.answer",
	    "itt", b->delivery, r->via, r->text);

	return n == -1 ? -1 : 0;
}

/*
 * What a gateway reports, or a relay wrote: then actor says who took it in.
 * That it arrived is what hundreds of telephones report within minutes.
 */
static int
record(struct store *s, const struct subject *b,
    const struct delivery_report *r, enum delivery_state to, int64_t now,
    struct err *e)
{
	char *actor, *action, *detail;
	int n;

	if (b->actor == NULL && to == DELIVERY_DELIVERED)
		return store_reported_add(s, b->delivery, e);
	actor = b->actor == NULL ? xasprintf("gateway %s", r->via)
				 : xstrdup(b->actor);
	action = xasprintf("delivery.%s", delivery_state_name(to));
	detail = xasprintf("%s: reported: %s", b->address, r->text);
	n = store_audit_message(
	    s, now, actor, action, b->incident, b->message, detail, e);
	free(actor);
	free(action);
	free(detail);
	return n;
}

static int
read_said(struct store *s, struct subject *b, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "report.said",
	    "SELECT answer FROM message WHERE id = ?", "i", b->message);
	if ((r = sql_step(&q)) == 1)
		xreplace(&b->said, sql_peek(&q, 0));
	sql_close(&q);
	return r == -1 ? -1 : 0;
}

/*
 * Of an SMS its message keeps what was reported first. One report may be of
 * several, and be said otherwise of one who was forgotten: without_him().
 */
static int
keep_said(struct store *s, struct subject *b, const struct delivery_report *r,
    struct err *e)
{
	int n;

	if (!b->sms || *b->said != '\0' || r->text == NULL)
		return 0;
	n = sql_run(s, e, "report.said",
	    "UPDATE message SET answer = ? WHERE id = ? AND answer = ''", "ti",
	    r->text, b->message);
	if (n == 0)
		return read_said(s, b, e);
	if (n > 0)
		xreplace(&b->said, r->text);
	return n == -1 ? -1 : 0;
}

/*
 * What is unknown and did arrive is not sent again; of what is being sent the
 * result will not be counted.
 */
static int
move(struct store *s, struct subject *b, const struct delivery_report *r,
    enum delivery_state to, int64_t now, struct err *e)
{
	bool arrived = to == DELIVERY_DELIVERED;
	int n = arrived ? keep_said(s, b, r, e) : 0;

	if (n != -1)
		n = sql_run(s, e, "report.move",
		    "UPDATE delivery SET state = ?, answer = ?, via = ?,"
		    " accepted = coalesce(accepted,"
		    "  CASE state WHEN 'accepted' THEN done END), done = ?,"
		    " told = max(told, ?),"
		    " attempts = attempts + (state = 'sending') WHERE id = ?",
		    "tNNibi", delivery_state_name(to),
		    standing_own(r->text, arrived ? b->said : ""),
		    standing_own(r->via, b->said_via), now, arrived,
		    b->delivery);
	if (n == -1 || record(s, b, r, to, now, e) == -1 ||
	    forget_early(s, b->delivery, e) == -1)
		return -1;
	return queue_refresh(s, b->message, e);
}

/* Whose worker died may have gone through any gateway. */
static bool
may_tell(const struct subject *b, const struct delivery_report *r)
{
	return str_eq(b->via, r->via) ||
	       (b->state == DELIVERY_UNKNOWN && *b->via == '\0');
}

/*
 * A gateway that names no number reports also of who was forgotten, and may
 * name him in its words.
 */
static struct delivery_report
without_him(const struct subject *b, const struct delivery_report *r)
{
	struct delivery_report said = *r;

	if (str_starts(b->address, FORGOTTEN))
		said.text = AUDIT_ERASED;
	return said;
}

/* 1 when the delivery changed, 0, -1. */
static int
step(struct store *s, struct subject *b, const struct delivery_report *r,
    int64_t now, struct err *e)
{
	struct delivery_report said = without_him(b, r);
	enum life to;

	/* Until the result is there. */
	if (b->state == DELIVERY_SENDING && !r->delivered)
		return keep_early(s, b, r, e);
	to = life_next(life_of(b->state, false, true),
	    r->delivered ? LIFE_ARRIVED : LIFE_BOUNCED);
	if (to == LIFE_NONE || (!r->delivered && !may_tell(b, r)))
		return 0;
	return move(s, b, &said, life_state(to), now, e) == -1 ? -1 : 1;
}

int
store_delivery_report(struct store *s, const struct delivery_report *r,
    int64_t now, struct err *e)
{
	struct subjects l = {0};
	int n, changed = 0;

	if (store_begin(s, e) == -1)
		return -1;
	n = find_subjects(s, r, &l, e);
	for (size_t i = 0; n != -1 && i < l.n; i++) {
		n = step(s, &l.v[i], r, now, e);
		changed += n > 0;
	}
	subjects_clear(&l);
	if (n == -1) {
		store_rollback(s);
		return -1;
	}
	return store_commit(s, e) == -1 ? -1 : changed;
}

/* --- mail ----------------------------------------------------------------- */

void
mail_reported_clear(struct mail_reported *m)
{
	free(m->org);
	free(m->key);
	free(m->org_name);
	free(m->address);
	*m = (struct mail_reported){0};
}

/* With its state for the table; 1, 0 when there is no such recipient, -1. */
static int
find_mail(struct store *s, int64_t message, const char *address,
    struct subject *b, struct mail_reported *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "report.mail",
	    "SELECT " SUBJECT ", m.number, " D_ORG ", m.org_name, m.org"
	    " FROM message m CROSS JOIN delivery d ON " D_IN_M " WHERE m.id ="
	    " ? AND m.channel = 'mail' AND d.address = ? COLLATE NOCASE"
	    " ORDER BY d.id LIMIT 1",
	    "it", message, address);
	if ((r = sql_step(&q)) == 1) {
		read_subject(&q, b);
		*out = (struct mail_reported){
		    .delivery = b->delivery,
		    .incident = b->incident,
		    .notice = sql_small(&q, SUBJECT_COLUMNS),
		    .org = sql_text(&q, SUBJECT_COLUMNS + 1),
		    .org_name = sql_text(&q, SUBJECT_COLUMNS + 2),
		    .key = sql_text(&q, SUBJECT_COLUMNS + 3),
		    .address = sql_text(&q, 3),
		};
	}
	sql_close(&q);
	return r;
}

int
store_mail_recipient(struct store *s, int64_t message, const char *address,
    struct mail_reported *out, struct err *e)
{
	struct subject b = {0};
	int r;

	*out = (struct mail_reported){0};
	r = find_mail(s, message, address, &b, out, e);
	subject_clear(&b);
	return r == -1 ? -1 : 0;
}

/* Kept without a relay while it is in a worker's hands: it has named none. */
static int
step_mail(struct store *s, const struct mail_report *r, struct subject *b,
    const char *actor, int64_t now, struct err *e)
{
	struct delivery_report report = {
	    .via = b->state == DELIVERY_SENDING && !r->delivered ? "" : b->via,
	    .delivered = r->delivered,
	    .text = r->text,
	};

	b->actor = actor;
	return step(s, b, &report, now, e);
}

int
store_mail_report(struct store *s, const struct mail_report *r,
    const char *actor, int64_t now, struct mail_reported *out, struct err *e)
{
	struct subject b = {0};
	int n;

	*out = (struct mail_reported){0};
	if (store_begin(s, e) == -1)
		return -1;
	n = find_mail(s, r->message, r->address, &b, out, e);
	if (n == 1) {
		n = step_mail(s, r, &b, actor, now, e);
		out->changed = n > 0;
	}
	subject_clear(&b);
	if (n == -1) {
		store_rollback(s);
		return -1;
	}
	return store_commit(s, e);
}

static int
book_early(struct store *s, const struct result *r, int64_t now, struct err *e)
{
	struct delivery_report report = {.via = r->via};
	struct subjects l = {0};
	char *text = NULL;
	struct sql q;
	int n;

	sql_open(&q, s, e, "report.early",
	    "SELECT answer, via IN ('', ?) FROM early_report"
	    " WHERE delivery = ?",
	    "ti", r->via, r->delivery);
	n = sql_step(&q);
	if (n == 1 && sql_bool(&q, 1) &&
	    (r->outcome == OUTCOME_ACCEPTED || r->outcome == OUTCOME_UNKNOWN))
		text = sql_text(&q, 0);
	sql_close(&q);
	if (n <= 0)
		return n;
	report.text = text;
	if (text == NULL) {
		n = forget_early(s, r->delivery, e);
	} else {
		sql_open(&q, s, e, "report.one",
		    "SELECT " SUBJECT " FROM delivery d JOIN message m"
		    " ON m.id = d.message WHERE d.id = ?",
		    "i", r->delivery);
		n = take_subjects(&q, &l);
		if (n == 0 && l.n == 1)
			n = step(s, &l.v[0], &report, now, e);
	}
	subjects_clear(&l);
	free(text);
	return n == -1 ? -1 : 0;
}

/* Almost always there is none of anybody, so that is asked once. */
int
store_early_results(struct store *s, const struct settled *v, size_t n,
    int64_t now, struct err *e)
{
	int64_t any = 0;
	int r = 0;

	if (sql_value(s, e, &any, "report.any",
		"SELECT coalesce(max(delivery), 0) FROM early_report",
		"") == -1)
		return -1;
	for (size_t i = 0; r == 0 && any != 0 && i < n; i++)
		if (v[i].to != LIFE_NONE)
			r = book_early(s, v[i].result, now, e);
	return r;
}

/* They have no via yet: that of the report is its own. */
int
store_early_doubt(struct store *s, int64_t message, int64_t now, struct err *e)
{
	struct result *v = NULL;
	size_t n = 0;
	struct sql q;
	int r;

	sql_open(&q, s, e, "report.doubt",
	    "SELECT r.delivery, r.via FROM message m"
	    " CROSS JOIN early_report r"
	    " ON r.delivery BETWEEN m.first AND m.last WHERE m.id = ?",
	    "i", message);
	while ((r = sql_step(&q)) == 1) {
		v = xreallocarray(v, n + 1, sizeof(*v));
		v[n++] = (struct result){.delivery = sql_int(&q, 0),
		    .outcome = OUTCOME_UNKNOWN,
		    .via = sql_text(&q, 1)};
	}
	sql_close(&q);
	for (size_t i = 0; i < n; i++) {
		if (r == 0)
			r = book_early(s, &v[i], now, e);
		free(v[i].via);
	}
	free(v);
	return r == -1 ? -1 : 0;
}

int
store_inbound(struct store *s, const char *gateway, const char *ident,
    int64_t now, struct err *e)
{
	int64_t since = now - (int64_t)LIMIT_INBOUND_DAYS * DAY;

	if (sql_run(s, e, "inbound.forget", "DELETE FROM inbound WHERE at < ?",
		"i", since) == -1)
		return -1;
	return sql_run(s, e, "inbound.add",
	    "INSERT INTO inbound (gateway, ident, at) VALUES (?, ?, ?)"
	    " ON CONFLICT (gateway, ident) DO NOTHING",
	    "tti", gateway, ident, now);
}
