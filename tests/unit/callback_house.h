/*
 * callback_house.h: a database with an incident and its first notice, gateways
 * that have callbacks, and SMS on their way, for the tests of what gateways
 * tell.
 */
#ifndef TESTS_UNIT_CALLBACK_HOUSE_H
#define TESTS_UNIT_CALLBACK_HOUSE_H

#include "callbacks.h"

#include "base/str.h"
#include "conf/config.h"
#include "outbox/outbox.h"
#include "setup.h"
#include "store/callback.h"
#include "store/incidents.h"
#include "store/messages.h"
#include "store/reported.h"
#include "store/sql.h"
#include "web/web.h"

#define T0 CALLBACK_NOW
#define S(text) ((char[]){text})
#define NUMBER "+4500000001"
#define GATEWAYS 5

static const struct outbox_conf outbox = {.give_up = 3600};
static struct {
	struct store *s;
	struct setup setup;
	struct config *conf; /* of it */
	struct core core;
	struct web web;
	struct notice notice;
	struct err e;
} t;

#define OK(call)                                            \
	do {                                                \
		if ((call) != 0)                            \
			fail_msg("%s: %s", #call, t.e.msg); \
	} while (0)

static const char *const gateways[GATEWAYS] = {
    "gatewayapi", "kannel", "twilio", "cpsms", "inmobile"};

static inline int
set_up(void **state)
{
	static char title[] = "t", reason[] = "r";
	struct diags problems = {0};
	struct incident i;

	(void)state;
	t.s = store_open(":memory:", true, &t.e);
	if (t.s == NULL)
		return -1;
	if (setup_load(&t.setup, NULL, CONF_CHECK, &problems) == -1)
		return -1;
	t.conf = t.setup.conf;
	xreplace(&t.conf->web.base_url, CALLBACK_BASE);
	t.conf->sms.n_gateways = GATEWAYS;
	t.conf->sms.gateways = xcalloc(GATEWAYS, sizeof(struct gateway_conf));
	for (size_t k = 0; k < GATEWAYS; k++)
		callback_gateway(gateways[k], &t.conf->sms.gateways[k]);
	t.core = (struct core){.conf = t.conf,
	    .store = t.s,
	    .filter = t.setup.filter,
	    .templates = t.setup.templates,
	    .actor = "test"};
	t.web = (struct web){
	    .conf = t.conf, .store = t.s, .core = &t.core, .now = T0};
	incident_init(&i);
	i.state = INCIDENT_OPEN;
	OK(store_incident_put(t.s, &i, &t.e));
	t.notice = (struct notice){.incident = i.id,
	    .number = 1,
	    .type = NOTICE_FIRST,
	    .at = T0,
	    .next = TIME_NONE,
	    .title = title,
	    .reason = reason};
	OK(store_notice_add(t.s, &t.notice, &t.e));
	incident_clear(&i);
	return 0;
}

static inline int
tear_down(void **state)
{
	(void)state;
	store_close(t.s);
	setup_clear(&t.setup);
	return 0;
}

/* An SMS of the notice to the numbers of an organisation. */
static inline void
queue(const char *code, const char *a, const char *b)
{
	struct contact c[2] = {{0, S("0101"), S(""), S(""), xstrdup(a), true,
				   S(""), CHOICE_DEFAULT},
	    {0, S("0101"), S(""), S(""), xstrdup(b == NULL ? "" : b), true,
		S(""), CHOICE_DEFAULT}};
	struct org o = {0, ORG_MUNICIPALITY, xstrdup(code), S("By"), S(""),
	    S(""), S(""), CHOICE_DEFAULT};

	assert_int_equal(store_message_add(t.s, &t.notice, CHANNEL_SMS, &o, c,
			     2, code, T0, &t.e),
	    1);
	free(c[0].phone);
	free(c[1].phone);
	free(o.code);
}

static inline void
claim(int64_t now, struct messages *l)
{
	if (outbox_claim(t.s, CHANNEL_SMS, now, 7, 9, l, &t.e) != 1)
		fail_msg("claim: %s", t.e.msg);
}

/* The first message's result, and its first recipient's id at the gateway. */
static inline void
settle(const struct message *m, enum outcome o, const char *via, const char *id,
    int64_t now)
{
	static char answer[] = "HTTP 202";
	struct result r[4];

	for (size_t i = 0; i < m->n_to; i++)
		r[i] = (struct result){m->to[i].delivery, o, 202, answer,
		    xstrdup(via), xstrdup(id), 0};
	OK(outbox_result(t.s, m, r, m->n_to, &outbox, now, &t.e));
	for (size_t i = 0; i < m->n_to; i++) {
		free(r[i].via);
		free(r[i].remote_id);
	}
}

/* Its k-th recipient's reference. */
static inline char *
ref_of(const struct message *m, size_t k)
{
	struct message_ref r = {
	    m->incident, m->notice, m->to[k].delivery, m->created};
	char text[MESSAGE_REF_SIZE];

	return xstrdup(message_ref_format(&r, text));
}

/* One claimed SMS to NUMBER, and its reference. */
static inline char *
send_one(struct messages *l)
{
	queue("0101", NUMBER, NULL);
	claim(T0, l);
	return ref_of(&l->v[0], 0);
}

static inline struct delivery
delivery(size_t k)
{
	struct delivery_query q = {0};
	struct deliveries l = {0};
	struct delivery d;

	OK(store_deliveries(t.s, &q, &l, &t.e));
	assert_true(k < l.n);
	d = l.v[k];
	l.v[k] = l.v[--l.n];
	deliveries_clear(&l);
	return d;
}

static inline enum delivery_state
state_of(size_t k)
{
	struct delivery d = delivery(k);
	enum delivery_state s = d.state;

	delivery_clear(&d);
	return s;
}

static inline int64_t
count(const char *sql)
{
	int64_t n = -1;

	assert_int_equal(sql_value(t.s, &t.e, &n, "count", sql, ""), 1);
	return n;
}

#define COUNT_AUDIT "SELECT count(*) FROM audit WHERE action LIKE 'delivery.%'"

static inline int
report(const char *via, const char *ref, bool delivered)
{
	const struct delivery_report r = {.via = via,
	    .id = "",
	    .ref = ref,
	    .number = "",
	    .delivered = delivered,
	    .text = delivered ? "1 DELIVRD" : "2 absent"};
	int n = store_delivery_report(t.s, &r, T0 + 60, &t.e);

	if (n == -1 || store_reported_record(t.s, T0 + 60, &t.e) == -1)
		fail_msg("%s", t.e.msg);
	return n;
}

static inline void
put_state(enum delivery_state state)
{
	assert_int_equal(sql_run(t.s, &t.e, "put",
			     "UPDATE delivery SET state = ?, via = 'kannel'",
			     "t", delivery_state_name(state)),
	    1);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

#endif
