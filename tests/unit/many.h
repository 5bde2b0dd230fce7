/*
 * many.h: a database, as store_house.h has it, in which one more incident has a
 * notice by mail, made at a time, to n organisations of a kind, each with
 * one person.
 */
#ifndef TESTS_UNIT_MANY_H
#define TESTS_UNIT_MANY_H

#include "store_house.h"

#include "store/messages.h"

static inline void
queue_many(enum org_kind kind, int n, int64_t at)
{
	struct incident i = sample();
	struct notice notice = {.number = kind == ORG_ONCALL ? 0 : 1,
	    .type = kind == ORG_ONCALL ? NOTICE_PAGE : NOTICE_FIRST,
	    .at = at,
	    .next = TIME_NONE,
	    .title = S("FMK er nede"),
	    .reason = S("")};

	i.state = INCIDENT_OPEN;
	i.over = false;
	OK(store_incident_put(t.s, &i, &t.e));
	notice.incident = i.id;
	OK(store_notice_add(t.s, &notice, &t.e));
	OK(store_begin(t.s, &t.e));
	for (int k = 0; k < n; k++) {
		char code[16], mail[64], id[64];
		struct org o = {
		    0, kind, code, code, S(""), S(""), S(""), CHOICE_DEFAULT};
		struct contact c = {
		    k, code, S(""), mail, S(""), true, S(""), CHOICE_DEFAULT};

		snprintf(code, sizeof(code), "%04d", k);
		snprintf(mail, sizeof(mail), "p@%d.example.dk", k);
		snprintf(id, sizeof(id), "m-%lld-%d", (long long)i.id, k);
		assert_int_equal(store_message_add(t.s, &notice, CHANNEL_MAIL,
				     &o, &c, 1, id, at, &t.e),
		    1);
	}
	OK(store_commit(t.s, &t.e));
	incident_clear(&i);
}

#endif
