/*
 * Rows go in without triggers and indexes, which are made again after; what
 * the triggers keep is computed once.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/attr.h"
#include "base/clock.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/personal.h"
#include "base/str.h"
#include "contacts/seed.h"
#include "past.h"
#include "store/chain.h"
#include "store/incidents.h"
#include "store/orgs.h"
#include "store/queue.h"
#include "store/reports.h"
#include "store/schema.h"
#include "store/sql.h"

#define YEAR 31557600
#define IGNORED 5 /* events that are not told, for each incident */
#define CHECK 60 /* s between two self-checks */
#define REFUSED 97 /* every so manieth mail is, if nothing is said */

static struct past want;
static struct past_made made;
static struct store *store;
static struct orgs orgs; /* those who are told */
static char *text, *html;
static int64_t now;
static char before[HASH_SIZE]; /* of the last record */
static int64_t n_notices, n_calls, n_mails;
static bool many; /* the newest message is to many */

static void
must(int rc, const struct err *e)
{
	if (rc != -1)
		return;
	fprintf(stderr, "past: %s\n", e->msg);
	exit(1);
}

#define RUN(...)                                                           \
	do {                                                               \
		struct err run_e;                                          \
		must(sql_run(store, &run_e, "past", __VA_ARGS__), &run_e); \
	} while (0)

static void
execute(const char *sql)
{
	RUN(sql, "");
}

/* --- the audit trail ------------------------------------------------------
 */

static void
record(int64_t at, const char *actor, const char *action, int64_t incident,
    const char *object, const char *detail)
{
	struct link l = {
	    .a = {.seq = ++made.records,
		.at = at,
		.actor = xstrdup(actor),
		.action = xstrdup(action),
		.incident = incident,
		.object = xstrdup(object),
		.detail = xstrdup(detail)},
	};
	struct err e;

	must(link_add(store, &l, before, &e), &e);
	memcpy(before, l.a.hash, sizeof(before));
	link_clear(&l);
}

static void
record_incident(int64_t at, const char *action, int64_t id, const char *detail)
{
	char object[32];

	snprintf(object, sizeof(object), "incident %lld", (long long)id);
	record(at, "alertd", action, id, object, detail);
}

static void
record_message(int64_t at, const char *actor, const char *action,
    int64_t incident, const char *detail)
{
	char object[32];

	snprintf(
	    object, sizeof(object), "message %lld", (long long)made.messages);
	record(at, actor, action, incident, object, detail);
}

/* What a notice, a page or a test is, and where it goes. */
struct sending {
	int64_t incident, at;
	int64_t number; /* of the notice; 0 a page */
	bool waits; /* of an incident that is open */
};

/* --- what telephones report ----------------------------------------------- */

/* Not on record yet. */
struct pending {
	int64_t at, incident, notice, message;
	char address[24];
};

static struct pending *pending;
static size_t n_pending, room;

/*
 * Seconds after an SMS was taken: most telephones report within half a minute,
 * a fifth later, one of twenty when it is on again.
 */
static int64_t
delay_of(int64_t k)
{
	int64_t of = k * 7919 % 100;

	return of < 80	 ? 2 + k % 38
	       : of < 95 ? 40 + k % 80
	       : of < 99 ? 120 + k * 31 % 3480
			 : 3600 + k * 131 % 82800;
}

static void
report(const struct sending *s, const char *address, int64_t at)
{
	struct pending *p;

	if (n_pending == room) {
		room = 2 * room + 64;
		pending = xreallocarray(pending, room, sizeof(*pending));
	}
	p = &pending[n_pending++];
	*p = (struct pending){at, s->incident, n_notices, made.messages, ""};
	snprintf(p->address, sizeof(p->address), "%s", address);
}

/* By the self-check that puts them on record, and what they are of. */
static int
compare(const void *a, const void *b)
{
	const struct pending *x = a, *y = b;

	if (x->at / CHECK != y->at / CHECK)
		return x->at < y->at ? -1 : 1;
	if (x->notice != y->notice)
		return x->notice < y->notice ? -1 : 1;
	return x->message < y->message ? -1 : x->message > y->message;
}

/* As store/reported.c does it. */
static void
record_reports(const struct pending *v, size_t n)
{
	char first[RFC3339_SIZE], last[RFC3339_SIZE], object[32], *who, *detail;
	bool one = v[0].message == v[n - 1].message;
	int64_t from = v[0].at, to = v[0].at;
	struct strv names = {0};

	for (size_t i = 0; i < n; i++) {
		strv_add(&names, v[i].address);
		from = v[i].at < from ? v[i].at : from;
		to = v[i].at > to ? v[i].at : to;
	}
	who = strv_join(&names, ", ");
	format_rfc3339(from, first);
	format_rfc3339(to, last);
	detail = xasprintf("%s: reported %s%s%s: DELIVRD", who, first,
	    from == to ? "" : " to ", from == to ? "" : last);
	snprintf(object, sizeof(object), "%s %lld", one ? "message" : "notice",
	    (long long)(one ? v[0].message : v[0].notice));
	record((v[0].at / CHECK + 1) * CHECK, "gateway gateway",
	    "delivery.delivered", v[0].incident, object, detail);
	free(detail);
	free(who);
	strv_clear(&names);
}

/* Those of the self-checks before that time. */
static void
self_checks(int64_t until)
{
	size_t from = 0, to;

	if (n_pending > 0)
		qsort(pending, n_pending, sizeof(*pending), compare);
	while (from < n_pending &&
	       (pending[from].at / CHECK + 1) * CHECK <= until) {
		for (to = from + 1;
		     to < n_pending && to - from < LIMIT_RECORD_NAMED &&
		     pending[to].notice == pending[from].notice &&
		     pending[to].at / CHECK == pending[from].at / CHECK;)
			to++;
		record_reports(pending + from, to - from);
		from = to;
	}
	n_pending -= from;
	if (n_pending > 0)
		memmove(pending, pending + from, n_pending * sizeof(*pending));
}

/* --- who is told ---------------------------------------------------------- */

static void
add_org(size_t i)
{
	char code[16], name[32], none[] = "", region[] = "Region Hovedstaden";
	struct org o = {.kind = ORG_MUNICIPALITY,
	    .code = code,
	    .name = name,
	    .region = region,
	    .vendor = none,
	    .topics = none};
	struct err e;

	snprintf(code, sizeof(code), "x%05zu", i);
	snprintf(name, sizeof(name), "Apotek %zu", i);
	must(store_org_put(store, &o, &e), &e);
	orgs_add(&orgs, &o);
}

static int64_t
at_least(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

static int64_t
messages_of(int64_t incident)
{
	return incident == 1 && want.first > 0 ? want.first : want.messages;
}

static void
add_orgs(void)
{
	int64_t each = (at_least(want.messages, want.first) + 1) / 2;
	int64_t most = (want.contacts + want.recipients - 1) / want.recipients;
	struct orgs all = {0};
	struct err e;

	must(store_seed(store, &e), &e);
	must(store_orgs(store, &all, &e), &e);
	for (size_t i = 0; i < all.n; i++)
		if (all.v[i].kind == ORG_MUNICIPALITY)
			orgs_add(&orgs, &all.v[i]);
	orgs_clear(&all);
	for (size_t i = orgs.n; i < (size_t)at_least(each, most); i++)
		add_org(i);
}

/* The k-th person of an organisation. */
static void
address_of(char *out, size_t size, enum channel channel, size_t org, int64_t k)
{
	if (channel == CHANNEL_MAIL)
		snprintf(out, size, "person%lld@org%zu.example.dk",
		    (long long)k, org);
	else
		snprintf(out, size, "+45%08lld",
		    (long long)((int64_t)org * want.recipients + k + 1));
}

static void
add_contacts(void)
{
	for (int64_t i = 0; i < want.contacts; i++) {
		size_t org = (size_t)(i / want.recipients);
		int64_t k = i % want.recipients;
		char mail[64], phone[32], name[32];
		struct contact c = {.org = orgs.v[org].code,
		    .name = name,
		    .email = mail,
		    .phone = phone,
		    .enabled = true,
		    .topics = (char[]){""}};
		struct err e;

		snprintf(name, sizeof(name), "Person %lld", (long long)k);
		address_of(mail, sizeof(mail), CHANNEL_MAIL, org, k);
		address_of(phone, sizeof(phone), CHANNEL_SMS, org, k);
		must(store_contact_put(store, &c, &e), &e);
	}
}

/* --- one incident --------------------------------------------------------- */

/* Of one message: who was taken, and who was refused. */
static struct strv taken, turned;

static void
record_results(const struct sending *s, enum channel channel, int64_t at)
{
	static const char *const said[] = {
	    "accepted: 250 2.0.0 Ok: queued (relay.example.dk)",
	    "accepted: 200 2.0.0 Ok: queued (gateway)"};
	bool mail = channel == CHANNEL_MAIL;
	const char *actor = mail ? "alertd-mail" : "alertd-sms";

	if (taken.n > 0) {
		char *who = strv_join(&taken, ", ");
		char *detail = xasprintf("%s: %s", who, said[!mail]);

		record_message(
		    at, actor, "delivery.accepted", s->incident, detail);
		free(detail);
		free(who);
	}
	for (size_t i = 0; i < turned.n; i++) {
		char *detail = xasprintf("%s: permfail: 554 5.7.1 refused by "
					 "policy (relay.example.dk)",
		    turned.v[i]);

		record_message(
		    at, actor, "delivery.failed", s->incident, detail);
		free(detail);
	}
	strv_clear(&taken);
	strv_clear(&turned);
}

static void
add_delivery(const struct sending *s, enum channel channel, const char *org,
    const char *name, const char *address)
{
	bool mail = channel == CHANNEL_MAIL, page = s->number == 0;
	int64_t every = want.refused == 0 ? REFUSED : want.refused;
	bool refused = mail && !page && n_mails++ % every == 0;
	const char *state = refused ? "failed"
			    : mail  ? "accepted"
				    : "delivered";
	int64_t accepted = s->at + 2 + made.deliveries % 20;
	int64_t done = accepted + (mail ? 0 : delay_of(made.deliveries));
	char id[32] = "";

	if (!mail)
		snprintf(id, sizeof(id), "%lld", (long long)made.deliveries);
	RUN("INSERT INTO delivery (id, message, incident, number, org, name,"
	    " address, state, attempts, code, answer, via, remote_id, due,"
	    " done, told, accepted, many) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?,"
	    " ?, ?, ?, ?, ?, ?, ?, ?)",
	    "iiziNtttnNNtiibTb", ++made.deliveries, made.messages, s->incident,
	    s->number, org, name, address, state,
	    refused ? 554
	    : mail  ? 250
		    : 200,
	    refused ? "5.7.1 refused by policy" : NULL, NULL, id, INT64_C(0),
	    done, !refused, mail ? TIME_NONE : accepted, many);
	strv_add(refused ? &turned : &taken, address);
	if (!mail)
		report(s, address, done);
}

static void
add_message(const struct sending *s, enum channel channel, const char *audience,
    const char *org, const char *name, int64_t recipients)
{
	bool mail = channel == CHANNEL_MAIL;

	RUN("INSERT INTO message (id, notice, incident, number, channel,"
	    " audience, org, org_name, vendor, created, first, last, answer,"
	    " via) VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?, ?, ?, ?)",
	    "iizittttiiitt", ++made.messages, n_notices, s->incident, s->number,
	    channel_name(channel), audience, org, name, s->at,
	    made.deliveries + 1, made.deliveries + recipients,
	    mail ? "2.0.0 Ok: queued" : "DELIVRD",
	    mail ? "relay.example.dk" : "gateway");
	many = recipients > DELIVERY_MANY;
}

static void
add_notice(const struct sending *s, const char *type, const char *reason,
    const char *said)
{
	bool page = s->number == 0;
	char id[96];

	snprintf(id, sizeof(id), "alertd.%lld.%lld.%lld.%lld.*@example.dk",
	    (long long)s->at, (long long)s->incident, (long long)s->number,
	    (long long)s->at);
	self_checks(s->at);
	RUN("INSERT INTO notice (id, incident, number, type, effect, at, next,"
	    " title, reason, cc_own, topic, said, message_id)"
	    " VALUES (?, ?, ?, ?, 'outage', ?, ?, ?, ?, 0, ?, ?, ?)",
	    "izitiTttttt", ++n_notices, s->incident, s->number, type, s->at,
	    page ? TIME_NONE : s->at + 7200,
	    "FMK er utilgængeligt i produktion", reason, page ? "" : "fmk",
	    said, id);
	RUN("INSERT INTO notice_body (notice, audience, subject, text, html,"
	    " sms) VALUES (?, ?, 'FMK er nede', ?, ?, 'FMK er nede.')",
	    "ittt", n_notices, page ? "oncall" : "municipality", text,
	    page ? "" : html);
}

static void
add_told(const struct sending *s, int64_t k)
{
	enum channel channel = k % 2 == 0 ? CHANNEL_MAIL : CHANNEL_SMS;
	size_t org = (size_t)(k / 2) % orgs.n;

	add_message(s, channel, "municipality", orgs.v[org].code,
	    orgs.v[org].name, want.recipients);
	for (int64_t i = 0; i < want.recipients; i++) {
		char address[64], name[32];

		snprintf(name, sizeof(name), "Person %lld", (long long)i);
		address_of(address, sizeof(address), channel, org, i);
		add_delivery(s, channel, NULL, name, address);
	}
	record_results(s, channel, s->at + 2 + made.messages % 20);
}

/* To the person on call, by mail and SMS. */
static void
add_page(const struct sending *s)
{
	char mail[] = "vagt@example.dk", phone[] = "+4500000011";
	char *detail = xasprintf("to Jens Lund, %s", mail);

	add_notice(s, "page", "an incident", "");
	record_incident(s->at, "page.queued", s->incident, detail);
	free(detail);
	add_message(s, CHANNEL_MAIL, "oncall", mail, "Jens Lund", 1);
	add_delivery(s, CHANNEL_MAIL, "medcom", "Jens Lund", mail);
	record_results(s, CHANNEL_MAIL, s->at + 2);
	add_message(s, CHANNEL_SMS, "oncall", phone, "Jens Lund", 1);
	add_delivery(s, CHANNEL_SMS, "medcom", "Jens Lund", phone);
	record_results(s, CHANNEL_SMS, s->at + 2);
}

static void
add_call(int64_t id, int64_t at)
{
	RUN("INSERT INTO call (id, incident, alarm, about, detail, opened,"
	    " began, steps, skipped, owner, had, taken, attended, closed)"
	    " VALUES (?1, ?2, '', '', '', ?3, ?3, 1, '', 'anna', '', ?4, ?4,"
	    " ?5)",
	    "iiiii", ++n_calls, id, at, at + 120, at + 7000);
	RUN("INSERT INTO call_person VALUES (?, 'jens', 'medcom', 'Jens Lund',"
	    " 'vagt@example.dk', '+4500000011', 1, ?)",
	    "ii", n_calls, at);
	record_incident(at, "call.rings", id, "incident");
	add_page(&(struct sending){.incident = id, .at = at});
	record_incident(at + 120, "call.taken", id, "taken by anna");
}

/* Each municipality that was told says that it has it. */
static void
add_receipts(int64_t incident, int64_t at, int64_t n)
{
	for (int64_t i = 0; i < n; i++) {
		RUN("INSERT INTO asked (incident, org, name, at)"
		    " VALUES (?, ?, ?, ?)",
		    "itti", incident, orgs.v[i].code, orgs.v[i].name, at);
		RUN("INSERT INTO receipt VALUES (?, ?, ?, ?, 'Person 0')",
		    "itii", incident, orgs.v[i].code, n_notices, at + 600 + i);
		record_incident(
		    at + 600 + i, "receipt.taken", incident, orgs.v[i].code);
	}
}

static void
add_event(int64_t incident, int64_t at, int64_t k, bool listed)
{
	char id[48];
	struct report r;
	struct finding f;
	struct err e;

	snprintf(
	    id, sizeof(id), "event-%lld-%lld", (long long)at, (long long)k);
	report_init(&r);
	finding_init(&f);
	xreplace(&r.feed, "nspop");
	xreplace(&r.id, id);
	xreplace(&r.title, incident != 0 ? "FMK er utilgængeligt i produktion"
					 : "SEB er langsom i test");
	xreplace(&r.text, text);
	f.verdict = incident != 0 ? VERDICT_BROADCAST : VERDICT_IGNORE;
	f.effect = incident != 0 ? EFFECT_OUTAGE : EFFECT_NONE;
	f.phase = PHASE_OPEN;
	xreplace(&f.reason, "rule 3: FMK: it is hit");
	must(store_report_put(store, &r, &f, incident, at, NULL, &e), &e);
	if (!listed)
		RUN("UPDATE event SET listed = 0 WHERE feed = ? AND ext = ?",
		    "tt", "nspop", id);
	finding_clear(&f);
	report_clear(&r);
}

static void
put_incident(int64_t id, int64_t at, int64_t last, bool open)
{
	struct incident i;
	struct err e;

	incident_init(&i);
	xreplace(&i.title, "FMK er utilgængeligt i produktion");
	xreplace(&i.reason, "rule 3: FMK: it is hit");
	xreplace(&i.news, text);
	xreplace(&i.service, "FMK");
	xreplace(&i.feed, "nspop");
	i.state = open ? INCIDENT_OPEN : INCIDENT_RESOLVED;
	i.effect = i.told_effect = EFFECT_OUTAGE;
	i.since = i.opened_at = i.decided_at = i.last_change_at = at;
	i.last_notice_at = last;
	i.resolved_at = open ? TIME_NONE : last;
	i.notices = (int)want.notices;
	must(store_incident_put(store, &i, &e), &e);
	incident_clear(&i);
	record_incident(at, "incident.opened", id, "open, outage");
	if (!open)
		record_incident(
		    last, "incident.state", id, "resolved, was open");
}

/* Two hours between notices; the last one of what is open is just out. */
static void
add_incident(int64_t id, int64_t step)
{
	bool open = id > want.incidents - want.open;
	int64_t length = (want.notices - 1) * 7200;
	int64_t first = open ? now - 60 - length
			     : now - (want.incidents - id) * step - length -
				   86400;
	static const char said[] = "FMK kan ikke bruges.";

	put_incident(id, first, first + length, open);
	for (int64_t k = 0; k < IGNORED; k++)
		add_event(
		    0, first - 3600 * (k + 1), k, id > want.incidents - 10);
	add_event(id, first, IGNORED, open);
	add_event(id, first + length, IGNORED, open);
	add_call(id, first);
	for (int64_t number = 1; number <= want.notices; number++) {
		int64_t at = first + (number - 1) * 7200;
		struct sending s = {id, at, number, open};

		add_notice(&s,
		    number == 1			      ? "first"
		    : number == want.notices && !open ? "resolved"
						      : "repeat",
		    "time for the next, nothing new", said);
		record_incident(at, "notice.queued", id, "notice");
		for (int64_t m = 0; m < messages_of(id); m++)
			add_told(&s, m);
	}
	add_receipts(id, first, (messages_of(id) + 1) / 2);
}

/* A mail that all is well, once for each incident; it is one for a year. */
static void
add_test(int64_t at)
{
	add_page(&(struct sending){.at = at});
	if (at <= now - YEAR)
		return;
	RUN("INSERT INTO test (notice, channel, kind, sent)"
	    " VALUES (?, 'mail', 'deadman', ?)",
	    "ii", n_notices, at);
}

/* --- the whole ------------------------------------------------------------ */

/* What is dropped, and made again as it was. */
static struct strv
drop(const char *type)
{
	struct strv dropped = {0}, names = {0};
	struct err e;
	struct sql q;
	int r;

	sql_open(&q, store, &e, "past",
	    "SELECT name, sql FROM sqlite_schema WHERE type = ?"
	    " AND sql IS NOT NULL",
	    "t", type);
	while ((r = sql_step(&q)) == 1) {
		strv_add(&names, sql_peek(&q, 0));
		strv_add(&dropped, sql_peek(&q, 1));
	}
	sql_close(&q);
	must(r, &e);
	for (size_t i = 0; i < names.n; i++) {
		char *sql = xasprintf("DROP %s %s", type, names.v[i]);

		execute(sql);
		free(sql);
	}
	strv_clear(&names);
	return dropped;
}

static void
make_again(struct strv *l)
{
	for (size_t i = 0; i < l->n; i++)
		execute(l->v[i]);
	strv_clear(l);
}

/* What the triggers keep; as in store/released.c. */
static const char *const kept[] = {
    "DELETE FROM tally",
    "INSERT INTO tally SELECT 'incident', kind, state, count(*) FROM incident"
    " GROUP BY kind, state",
    "INSERT INTO tally SELECT 'opened', kind, '', count(*) FROM incident"
    " GROUP BY kind",
    "INSERT INTO tally SELECT 'notice', type, '', count(*) FROM notice"
    " GROUP BY type",
    "INSERT INTO tally SELECT 'message', channel, audience, count(*)"
    " FROM message GROUP BY channel, audience",
    "INSERT OR REPLACE INTO tally_delivery (channel, accepted, done_accepted,"
    "  delivered, done_delivered, failed, done_failed, tried)"
    " SELECT m.channel, sum(d.state = 'accepted'), sum(d.state = 'accepted'),"
    " sum(d.state = 'delivered'), sum(d.state = 'delivered'),"
    " sum(d.state = 'failed'), sum(d.state = 'failed'), sum(d.attempts)"
    " FROM delivery d JOIN message m ON m.id = d.message GROUP BY m.channel",
    "INSERT INTO address (org, channel, address, proven, how, told)"
    " SELECT m.org, m.channel, d.address, max(d.done), d.state,"
    " coalesce(max(d.incident), 0) FROM delivery d"
    " JOIN message m ON m.id = d.message WHERE " DELIVERY_TAKEN(
	"d.") " IS NOT NULL"
	      " AND m.audience <> 'oncall' GROUP BY m.channel, d.address"
	      " ON CONFLICT (channel, address) DO UPDATE SET proven = "
	      "excluded.proven,"
	      " how = excluded.how, told = excluded.told",
    "INSERT INTO audit_head SELECT 1, seq, hash FROM audit"
    " ORDER BY seq DESC LIMIT 1",
};

static void
mark_erased(void)
{
	execute("UPDATE incident SET named = NULL, acted = NULL"
		" WHERE state = 'resolved'");
	RUN("INSERT INTO retention SELECT k.column1, k.column2, ? FROM (VALUES"
	    " ('incidents', 0), ('reasons', 0),"
	    " ('pages', (SELECT max(id) FROM message)),"
	    " ('calls', (SELECT max(id) FROM call)),"
	    " ('owners', (SELECT max(id) FROM call)), ('codes', 0),"
	    " ('covers', 0), ('addresses', 0), ('replies', 0),"
	    " ('records', (SELECT max(seq) FROM audit)),"
	    " ('operators', (SELECT max(seq) FROM audit))) k",
	    "i", now + 86400);
}

static void
fill(void)
{
	int64_t n = want.incidents;
	int64_t span = want.days > 0 ? want.days * 86400 : want.years * YEAR;
	int64_t step = n > 0 ? span / n : 0;
	struct strv triggers, indexes;
	struct err e;

	must(store_begin(store, &e), &e);
	add_orgs();
	add_contacts();
	triggers = drop("trigger");
	indexes = drop("index");
	for (int64_t id = 1; id <= n; id++) {
		add_incident(id, step);
		add_test(now - (n - id) * step);
	}
	self_checks(INT64_MAX);
	make_again(&indexes);
	for (size_t i = 0; i < LENGTH(kept); i++)
		execute(kept[i]);
	make_again(&triggers);
	if (want.erased)
		mark_erased();
	must(store_commit(store, &e), &e);
}

static char *
filler(int64_t n)
{
	static const char words[] =
	    "FMK kan ikke bruges lige nu. Skriv det ned "
	    "på papir, og indtast det senere.\n";
	char *s = xmalloc((size_t)n + 2);

	for (int64_t i = 0; i <= n; i++)
		s[i] = words[i % (int64_t)(sizeof(words) - 1)];
	s[n + 1] = '\0';
	s[utf8_cut(s, (size_t)n)] = '\0';
	return s;
}

void
past_make(const char *path, const struct past *wanted, struct past_made *out)
{
	struct err e;

	want = *wanted;
	made = (struct past_made){0};
	n_notices = n_calls = n_mails = 0;
	before[0] = '\0';
	now = clock_read().wall;
	text = filler(want.text);
	html = filler(2 * want.text);
	store = store_open(path, true, &e);
	must(store == NULL ? -1 : 0, &e);
	/* No log: half a database is of no use to anybody. */
	execute("PRAGMA journal_mode = OFF");
	execute("PRAGMA synchronous = OFF");
	execute("PRAGMA foreign_keys = OFF");
	execute("PRAGMA cache_size = -100000");
	fill();
	execute("PRAGMA journal_mode = WAL");
	store_close(store);
	orgs_clear(&orgs);
	free(text);
	free(html);
	free(pending);
	pending = NULL;
	n_pending = room = 0;
	*out = made;
}
