#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/mem.h"
#include "store/forget.h"
#include "store/queue.h"
#include "store/scrub.h"
#include "store/settled.h"

/* His: at one of his addresses, or by his name in one of his organisations. */
struct selector {
	const char *name;
	const char *by_address; /* ?1 */
	const char *by_name; /* ?1 name, ?2 organisation; NULL none */
};

static int
read_selected(struct store *s, const char *name, const char *sql, const char *a,
    const char *b, struct ids *out, struct err *e)
{
	struct sql q;

	sql_open(&q, s, e, name, sql, "tt", a, b);
	return ids_read(out, &q);
}

/* ?2 counts as a use of it, so that both forms bind the same. */
static int
select_his(struct store *s, const struct identity *p, const struct selector *f,
    struct ids *out, struct err *e)
{
	int r = 0;

	for (size_t i = 0; r == 0 && i < p->addresses.n; i++)
		r = read_selected(
		    s, f->name, f->by_address, p->addresses.v[i], "", out, e);
	for (size_t i = 0; r == 0 && f->by_name != NULL && i < p->who.n; i++)
		if (*p->who.v[i].name != '\0')
			r = read_selected(s, f->name, f->by_name,
			    p->who.v[i].name, p->who.v[i].org, out, e);
	ids_sort(out);
	return r;
}

/* --- what forbids it ------------------------------------------------------
 */

#define WAITS                                                             \
	"SELECT m.id FROM delivery d INDEXED BY delivery_open"            \
	" CROSS JOIN message m ON m.id = d.message WHERE " DELIVERY_OPEN( \
	    "d.") " AND ?2 IS NOT NULL AND "
static const struct selector waiting = {"forget.waiting",
    WAITS "d.address = ?1 COLLATE NOCASE",
    WAITS "d.name = ?1 COLLATE NOCASE AND " D_ORG " = ?2"};

#define RINGS                                                         \
	"SELECT k.id FROM call k JOIN call_person h ON h.call = k.id" \
	" WHERE k.closed IS NULL AND ?2 IS NOT NULL AND "
static const struct selector ringing = {"forget.ringing",
    RINGS "(h.email = ?1 COLLATE NOCASE OR h.phone = ?1)",
    RINGS "h.name = ?1 COLLATE NOCASE AND h.org = ?2"};

static int
first_of(struct store *s, const struct identity *p, const struct selector *f,
    enum forget_bar what, struct bar *out, struct err *e)
{
	struct ids l = {0};
	int r = select_his(s, p, f, &l, e);

	if (r == 0 && l.n > 0)
		*out = (struct bar){.what = what, .id = l.v[0]};
	free(l.v);
	return r;
}

/* A value that belongs to the name of one of his contacts. */
static int
first_by_name(struct store *s, const struct identity *p, const char *name,
    const char *sql, int64_t now, enum forget_bar what, struct bar *out,
    struct err *e)
{
	int r = 0;

	for (size_t i = 0; r == 0 && i < p->names.n; i++)
		r = sql_value(
		    s, e, &out->id, name, sql, "ti", p->names.v[i], now);
	if (r == 1)
		out->what = what;
	return r == -1 ? -1 : 0;
}

int
store_forget_bar(struct store *s, const struct identity *p, int64_t now,
    struct bar *out, struct err *e)
{
	*out = (struct bar){0};
	if (first_of(s, p, &waiting, BAR_MESSAGE, out, e) == -1)
		return -1;
	if (out->what == BAR_NONE &&
	    first_of(s, p, &ringing, BAR_CALL, out, e) == -1)
		return -1;
	if (out->what == BAR_NONE &&
	    first_by_name(s, p, "forget.owner",
		"SELECT id FROM call WHERE closed IS NULL"
		" AND owner = ?1 COLLATE NOCASE AND ?2 IS NOT NULL",
		now, BAR_CALL, out, e) == -1)
		return -1;
	if (out->what == BAR_NONE &&
	    first_by_name(s, p, "forget.cover",
		"SELECT id FROM cover WHERE who = ?1 COLLATE NOCASE"
		" AND ends > ?2",
		now, BAR_COVER, out, e) == -1)
		return -1;
	return 0;
}

/* --- what is done ---------------------------------------------------------
 */

static const struct selector deliveries = {"forget.deliveries",
    "SELECT id FROM delivery WHERE address = ?1 COLLATE NOCASE"
    " AND ?2 IS NOT NULL",
    "SELECT d.id FROM delivery d CROSS JOIN message m ON m.id = d.message"
    " WHERE d.name = ?1 COLLATE NOCASE AND " D_ORG " = ?2"};

static int
forget_deliveries(
    struct store *s, const struct identity *p, int64_t *count, struct err *e)
{
	struct ids l = {0};
	int r = select_his(s, p, &deliveries, &l, e);

	for (size_t i = 0; r == 0 && i < l.n; i++)
		r = scrub_delivery(s, l.v[i], e);
	*count = (int64_t)l.n;
	free(l.v);
	return r;
}

/* Rows that are nothing but his; how many of them go. */
static int
remove_rows(struct store *s, const struct identity *p, const struct selector *f,
    int64_t *count, struct err *e)
{
	int n = 0;

	for (size_t i = 0; n != -1 && i < p->addresses.n; i++) {
		n = sql_run(
		    s, e, f->name, f->by_address, "tt", p->addresses.v[i], "");
		*count += n > 0 ? n : 0;
	}
	for (size_t i = 0; n != -1 && f->by_name != NULL && i < p->who.n; i++) {
		if (*p->who.v[i].name == '\0')
			continue;
		n = sql_run(s, e, f->name, f->by_name, "tt", p->who.v[i].name,
		    p->who.v[i].org);
		*count += n > 0 ? n : 0;
	}
	return n == -1 ? -1 : 0;
}

static const struct selector people = {"forget.people",
    "DELETE FROM call_person WHERE ?2 IS NOT NULL"
    " AND (email = ?1 COLLATE NOCASE OR phone = ?1)",
    "DELETE FROM call_person WHERE name = ?1 COLLATE NOCASE AND org = ?2"};
/* A code of the on-call is of "team.number"; that of a receipt is nobody's. */
static const struct selector codes = {"forget.codes",
    "DELETE FROM code WHERE action <> 'receipt' AND ?2 IS NOT NULL"
    " AND (phone = ?1 OR name = ?1 COLLATE NOCASE)",
    "DELETE FROM code WHERE action <> 'receipt'"
    " AND name = ?1 COLLATE NOCASE AND substr(org, 1, length(?2) + 1)"
    "  = ?2 || '.'"};
static const struct selector replies = {"forget.replies",
    "DELETE FROM wrong_reply WHERE phone = ?1 AND ?2 IS NOT NULL", NULL};
static const struct selector proofs = {"forget.addresses",
    "DELETE FROM address WHERE address = ?1 COLLATE NOCASE"
    " AND ?2 IS NOT NULL",
    NULL};
static const struct selector covers = {"forget.covers",
    "DELETE FROM cover WHERE who = ?1 AND ?2 IS NOT NULL",
    "DELETE FROM cover WHERE who = ?1 COLLATE NOCASE AND EXISTS"
    " (SELECT 1 FROM org WHERE code = ?2 AND kind = 'oncall')"};

/* Where people are named in free text; bodies only those of pages. */
#define PAGES(column)                                            \
	{                                                        \
		"forget.page",                                   \
		    "SELECT notice, " column " FROM notice_body" \
		    " WHERE audience = 'oncall'",                \
		    "UPDATE notice_body SET " column " = ?"      \
		    " WHERE notice = ? AND audience = 'oncall'"  \
	}
#define COLUMN(table, column)                                          \
	{                                                              \
		"forget." table, "SELECT id, " column " FROM " table,  \
		    "UPDATE " table " SET " column " = ? WHERE id = ?" \
	}
static const struct text_column texts[] = {PAGES("subject"), PAGES("text"),
    PAGES("html"), PAGES("sms"), COLUMN("notice", "reason"),
    COLUMN("incident", "reason"),
    {"forget.title", "SELECT id, title FROM notice WHERE type = 'page'",
	"UPDATE notice SET title = ? WHERE id = ?"},
    /* Open ones are told apart by what they are about. */
    {"forget.about", "SELECT id, about FROM call",
	"UPDATE call SET about = ?1 || ' ' || ?2 WHERE id = ?2"},
    COLUMN("call", "detail"), COLUMN("call", "skipped"),
    COLUMN("call", "owner"), COLUMN("call", "had"), COLUMN("low", "about"),
    COLUMN("low", "detail")};

static int
forget_texts(
    struct store *s, const struct identity *p, int64_t *count, struct err *e)
{
	for (size_t i = 0; i < LENGTH(texts); i++) {
		int64_t n = scrub_column(s, &texts[i], &p->words, e);

		if (n == -1)
			return -1;
		*count += n;
	}
	return 0;
}

static int
forget_contacts(
    struct store *s, const struct identity *p, int64_t *count, struct err *e)
{
	for (size_t i = 0; i < p->who.n; i++) {
		if (p->who.v[i].id == 0)
			continue;
		if (store_contact_remove(s, p->who.v[i].id, e) == -1)
			return -1;
		++*count;
	}
	return 0;
}

static int
record(struct store *s, const struct forgotten *n,
    const struct audit_erased *erased, const char *actor, int64_t now,
    struct err *e)
{
	char *detail = xasprintf(
	    "contacts %lld, deliveries %lld, calls %lld, codes %lld, covers "
	    "%lld, texts %lld, records %lld",
	    (long long)n->contacts, (long long)n->deliveries,
	    (long long)n->calls, (long long)n->codes, (long long)n->covers,
	    (long long)n->texts, (long long)n->records);
	int r;

	r = n->records == 0
		? store_audit(s, now, actor, AUDIT_FORGOTTEN, 0, "", detail, e)
		: store_audit_erasure(
		      s, now, actor, AUDIT_FORGOTTEN, detail, erased, e);
	free(detail);
	return r;
}

/*
 * What a record of deliveries says of others is put on record again, before it
 * is erased.
 */
static int
restate(struct store *s, const struct sql *q, int64_t seq,
    const struct strv *words, int64_t now, struct err *e)
{
	bool again = strcmp(sql_peek(q, 0), DELIVERY_RESTATED) == 0;
	char *object = again ? sql_text(q, 2)
			     : xasprintf("record %lld", (long long)seq);
	char *detail = settled_without(sql_peek(q, 3), words);
	int r = 0;

	if (detail != NULL)
		r = store_audit(s, now, "alertd", DELIVERY_RESTATED,
		    sql_int(q, 1), object, detail, e);
	free(detail);
	free(object);
	return r;
}

static int
forget_record(struct store *s, const struct naming *n, const struct strv *words,
    int64_t now, struct audit_erased *erased, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "forget.record",
	    "SELECT action, incident, object, detail FROM audit"
	    " WHERE seq = ? AND action LIKE 'delivery.%'",
	    "i", n->seq);
	r = sql_step(&q);
	if (r == 1 && n->detail)
		r = restate(s, &q, n->seq, words, now, e);
	sql_close(&q);
	if (r == -1)
		return -1;
	return store_audit_erase(s, n->seq, n->actor, n->detail, erased, e);
}

static int
forget_records(struct store *s, struct identity *p, const char *actor,
    int64_t now, struct forgotten *n, struct err *e)
{
	struct audit_erased erased = {0};
	int r = store_forget_scan(s, p, e);

	for (size_t i = 0; r == 0 && i < p->n; i++)
		r = forget_record(s, &p->v[i], &p->words, now, &erased, e);
	n->records = (int64_t)p->n;
	if (r == 0)
		r = record(s, n, &erased, actor, now, e);
	audit_erased_clear(&erased);
	return r;
}

static int
forget_all(struct store *s, struct identity *p, const char *actor, int64_t now,
    struct forgotten *n, struct err *e)
{
	int64_t other = 0;

	if (forget_contacts(s, p, &n->contacts, e) == -1 ||
	    forget_deliveries(s, p, &n->deliveries, e) == -1 ||
	    remove_rows(s, p, &people, &n->calls, e) == -1 ||
	    remove_rows(s, p, &codes, &n->codes, e) == -1 ||
	    remove_rows(s, p, &covers, &n->covers, e) == -1 ||
	    remove_rows(s, p, &replies, &other, e) == -1 ||
	    remove_rows(s, p, &proofs, &other, e) == -1 ||
	    forget_texts(s, p, &n->texts, e) == -1)
		return -1;
	return forget_records(s, p, actor, now, n, e);
}

int
store_forget(struct store *s, struct identity *p, const char *actor,
    int64_t now, struct forgotten *out, struct err *e)
{
	*out = (struct forgotten){0};
	if (store_begin(s, e) == -1)
		return -1;
	if (forget_all(s, p, actor, now, out, e) == 0)
		return store_commit(s, e);
	store_rollback(s);
	return -1;
}

int
store_forget_settle(struct store *s, struct err *e)
{
	struct sql q;
	int r;

	sql_open(
	    &q, s, e, "forget.settle", "PRAGMA wal_checkpoint(TRUNCATE)", "");
	r = sql_step(&q);
	sql_close(&q);
	return r == -1 ? -1 : 0;
}
