/*
 * forget_house.h: a store with people in it, for the tests of what forgets
 * them.
 */
#ifndef TESTS_UNIT_FORGET_HOUSE_H
#define TESTS_UNIT_FORGET_HOUSE_H

#include "store_house.h"

#include "outbox/outbox.h"
#include "store/audit.h"
#include "store/calls.h"
#include "store/codes.h"
#include "store/messages.h"

static const struct org team = {.kind = ORG_ONCALL,
    .code = S("medcom"),
    .name = S("MedCom"),
    .region = S(""),
    .vendor = S(""),
    .topics = S("")};

static void
add_contact(char *org, char *name, char *email, char *phone)
{
	struct contact k = {.org = org,
	    .name = name,
	    .email = email,
	    .phone = phone,
	    .enabled = true,
	    .topics = S("")};

	OK(store_contact_put(t.s, &k, &t.e));
}

static void
add_notice(struct notice *n, enum notice_type type, int number)
{
	*n = (struct notice){.incident = 1,
	    .number = number,
	    .type = type,
	    .effect = EFFECT_OUTAGE,
	    .at = T0,
	    .next = TIME_NONE,
	    .title = S("FMK er nede"),
	    .reason = S("taken by Eva Krog")};
	OK(store_notice_add(t.s, n, &t.e));
}

static void
send_all(const struct notice *n, const struct org *o, enum channel channel)
{
	struct contacts all = {0}, own = {0};

	OK(store_contacts(t.s, &all, &t.e));
	for (size_t i = 0; i < all.n; i++)
		if (strcmp(all.v[i].org, o->code) == 0)
			contacts_add(&own, &all.v[i]);
	assert_int_equal(
	    store_message_add(t.s, n, channel, o, own.v, own.n, "id", T0, &t.e),
	    1);
	contacts_clear(&own);
	contacts_clear(&all);
}

static void
add_page(void)
{
	struct org key = {.kind = ORG_ONCALL,
	    .code = S("medcom.3"),
	    .name = S("Eva Krog"),
	    .region = S(""),
	    .vendor = S(""),
	    .topics = S("")};
	struct contact eva = {.org = S("medcom"),
	    .name = S("Eva Krog"),
	    .email = S("eva@example.dk"),
	    .phone = S("+4500000003"),
	    .enabled = true,
	    .topics = S("")};
	struct notice_body b = {ORG_ONCALL, S("Eva Krog har sagen"),
	    S("Eva Krog har taget sagen."), S("<p>Eva Krog</p>"),
	    S("Eva Krog har den")};
	struct code code = {.action = CODE_ACK,
	    .org = S("medcom.3"),
	    .name = S("Eva Krog"),
	    .phone = S("+4500000003"),
	    .made = T0,
	    .lapses = T0 + 60};
	struct notice n;

	add_notice(&n, NOTICE_PAGE, 0);
	OK(store_notice_body_add(t.s, n.id, &b, &t.e));
	assert_int_equal(store_message_add(t.s, &n, CHANNEL_MAIL, &key, &eva, 1,
			     "alertd.0.1.0.2.medcom.3@x", T0, &t.e),
	    1);
	code.notice = n.id;
	OK(store_code_add(t.s, &code, &t.e));
}

static void
add_call(void)
{
	struct person p = {S("medcom.3"), S("medcom"), S("Eva Krog"),
	    S("eva@example.dk"), S("+4500000003"), 0};
	struct call k;

	call_init(&k);
	k.incident = 1;
	k.opened = k.began = T0;
	xreplace(&k.owner, "Eva Krog");
	k.attended = k.taken = T0;
	k.closed = T0 + 5;
	OK(store_call_put(t.s, &k, &t.e));
	OK(store_call_person(t.s, k.id, &p, T0, &t.e));
	call_clear(&k);
}

/*
 * Two contacts of a municipality and one of the on-call, who were told of an
 * incident that is over, and what is on record of it.
 */
static int
house(void **state)
{
	struct incident i = sample();
	struct notice n;

	if (setup(state) != 0)
		return -1;
	OK(store_org_put(t.s, &municipality, &t.e));
	OK(store_org_put(t.s, &team, &t.e));
	add_contact(
	    S("0101"), S("Anna Holm"), S("anna@example.dk"), S("+4500000001"));
	add_contact(
	    S("0101"), S("Bo Lund"), S("bo@example.dk"), S("+4500000002"));
	add_contact(
	    S("medcom"), S("Eva Krog"), S("eva@example.dk"), S("+4500000003"));
	OK(store_incident_put(t.s, &i, &t.e));
	incident_clear(&i);
	add_notice(&n, NOTICE_FIRST, 1);
	send_all(&n, &municipality, CHANNEL_MAIL);
	send_all(&n, &municipality, CHANNEL_SMS);
	add_page();
	add_call();
	OK(raw("UPDATE delivery SET state = 'accepted', told = 1, done = 9,"
	       " code = 250, answer = '2.1.5 <' || address || '> ok, '"
	       "  || 'bo as well'"));
	OK(raw("UPDATE message SET due = NULL"));
	OK(store_audit(t.s, T0, "user root", "contact.added", 0, "contact 1",
	    "0101 Anna Holm <anna@example.dk> +4500000001", &t.e));
	OK(store_audit(t.s, T0, "alertd-mail", "delivery.accepted", 1,
	    "message 1", "Anna@example.dk: accepted: 250 ok (relay)", &t.e));
	OK(store_audit(t.s, T0, "alertd-mail", "delivery.accepted", 1,
	    "message 1", "bo@example.dk: accepted: 250 ok (relay)", &t.e));
	OK(store_audit(t.s, T0, "Eva Krog", "incident.state", 1, "incident 1",
	    "resolved, was open: resolved by Eva Krog", &t.e));
	return 0;
}

/*
 * How many cells of the whole database hold the text. What is random may hold
 * anything.
 */
static int64_t
cells(const char *text)
{
	struct sql tables, q;
	int64_t n = 0;

	assert_int_equal(
	    sql_open(&tables, t.s, &t.e, "cells",
		"SELECT 'SELECT count(*) FROM \"' || m.name || '\" WHERE"
		" instr(lower(\"' || c.name || '\"), lower(?)) > 0'"
		" FROM sqlite_schema m JOIN pragma_table_info(m.name) c"
		" WHERE m.type = 'table' AND c.name NOT IN ('salt',"
		" 'hash', 'actor_digest', 'detail_digest', 'token')",
		""),
	    0);
	while (sql_step(&tables) == 1) {
		assert_int_equal(sql_open(&q, t.s, &t.e, "cells",
				     sql_peek(&tables, 0), "t", text),
		    0);
		assert_int_equal(sql_step(&q), 1);
		n += sql_int(&q, 0);
		sql_close(&q);
	}
	sql_close(&tables);
	return n;
}

#define HOUSE(f) cmocka_unit_test_setup_teardown(f, house, teardown)

#endif
