/*
 * calls_house.h: the house of core_house.h with two teams: MedCom, whose rota
 * has Anna and Bo in turn and Carl beside them, and KL with Dorte.
 */
#ifndef TESTS_UNIT_CALLS_HOUSE_H
#define TESTS_UNIT_CALLS_HOUSE_H

#include "core/answer.h"
#include "core_house.h"
#include "outbox/outbox.h"
#include "store/audit.h"
#include "store/calls.h"

#define MINUTE 60

static struct rota_conf duty;

static inline void
add_contact(struct house *h, const char *org, const char *name,
    const char *email, const char *phone)
{
	struct contact c = {
	    .org = xstrdup(org),
	    .name = xstrdup(name),
	    .email = xstrdup(email),
	    .phone = xstrdup(phone),
	    .enabled = true,
	};
	struct err e = {""};

	must(store_contact_put(h->store, &c, &e), &e);
	contact_clear(&c);
}

static inline int
staff(void **state)
{
	struct house *h;
	struct config *conf;

	build(state);
	h = *state;
	conf = h->setup.conf;
	conf->escalation.after = 30 * MINUTE;
	xreplace(&conf->escalation.reply_number, "00 00 00 09");
	conf->web.off = false;
	xreplace(&conf->web.base_url, "https://alertd.example.dk");
	strv_clear(&conf->alarm.mail);
	add_contact(h, "medcom", "Anna Berg", "anna@example.dk", "+4500000011");
	add_contact(h, "medcom", "Bo Dam", "bo@example.dk", "+4500000012");
	add_contact(h, "medcom", "Carl Eg", "carl@example.dk", "");
	add_contact(h, "kl", "Dorte Falk", "dorte@example.dk", "+4500000013");
	duty = (struct rota_conf){.name = xstrdup("uge"),
	    .team = xstrdup("medcom"),
	    .handover = 8 * 60, /* Monday 08:00 */
	    .start = 20535, /* 2026-03-23, the Monday before NOW */
	    .length = 1,
	    .calendar = xstrdup("")};
	strv_add(&duty.people, "Anna Berg");
	strv_add(&duty.people, "Bo Dam");
	conf->rotas = &duty;
	conf->n_rotas = 1;
	warm(h, "nspop");
	return 0;
}

static inline int
dismiss_staff(void **state)
{
	struct house *h = *state;

	h->setup.conf->rotas = NULL;
	h->setup.conf->n_rotas = 0;
	free(duty.name);
	free(duty.team);
	free(duty.calendar);
	strv_clear(&duty.people);
	return raze(state);
}

/* Contacts, in the order in which they were added. */
enum { ANNA = 2, BO, CARL, DORTE };

/* What the last page on record says: "to Anna Berg: …"; "" = none yet. */
static inline char *
last_page(struct house *h)
{
	struct audits l = {0};
	struct err e = {""};
	char *s = xstrdup("");

	must(store_audits(h->store, 0, 0, &l, &e), &e);
	for (size_t i = 0; i < l.n; i++)
		if (str_eq(l.v[i].action, "page.queued"))
			xreplace(&s, l.v[i].detail);
	audits_clear(&l);
	return s;
}

/* How many pages there are on record. */
static inline int
pages(struct house *h)
{
	struct audits l = {0};
	struct err e = {""};
	int n = 0;

	must(store_audits(h->store, 0, 0, &l, &e), &e);
	for (size_t i = 0; i < l.n; i++)
		n += str_eq(l.v[i].action, "page.queued");
	audits_clear(&l);
	return n;
}

/* The last page went to these, and says that. */
static inline void
expect_page(struct house *h, const char *names, const char *what)
{
	char *s = last_page(h), *to = xasprintf("to %s: ", names);

	if (!str_starts(s, to))
		fail_msg("not to %s, but %s", names, s);
	if (strstr(s, what) == NULL)
		fail_msg("\"%s\" is not in: %s", what, s);
	free(s);
	free(to);
}

/* Turns at now + seconds. */
static inline void
later(struct house *h, int64_t seconds)
{
	h->now += seconds;
	turn(h);
}

/* The newest code of a contact of the team for the action; must be there. */
static inline struct code
code_of(struct house *h, const char *team, int contact, enum code_action action)
{
	struct notices l = {0};
	struct code found = {.id = 0};
	char *key = xasprintf("%s.%d", team, contact);
	struct err e = {""};

	must(store_notices(h->store, 0, 0, &l, &e), &e);
	for (size_t i = 0; i < l.n; i++) {
		struct codes codes = {0};

		must(store_codes(h->store, l.v[i].id, key, &codes, &e), &e);
		for (size_t k = 0; k < codes.n; k++)
			if (codes.v[k].action == action) {
				found = codes.v[k];
				found.org = found.name = found.phone = NULL;
			}
		codes_clear(&codes);
	}
	notices_clear(&l);
	free(key);
	assert_true(found.id != 0);
	return found;
}

/* What comes of answering by the link. */
static inline enum answer_result
follow(struct house *h, const struct code *c)
{
	struct answer a;
	struct err e = {""};
	enum answer_result r;

	must(core_answer(&h->core, c->token, h->now, &a, &e), &e);
	r = a.result;
	answer_clear(&a);
	return r;
}

static inline void
reply(struct house *h, const char *from, const char *word, const char *digits)
{
	char *text = xasprintf("%s %s", word, digits);
	struct err e = {""};

	must(core_reply(&h->core, from, text, h->now, &e), &e);
	free(text);
}

/* Five replies from a telephone whose digits are nearly those of the code. */
static inline void
guess(struct house *h, const char *from, const struct code *c)
{
	for (int k = 0; k < 5; k++) {
		char digits[REPLY_SIZE];

		memcpy(digits, c->reply, sizeof(digits));
		digits[k] = digits[k] == '9' ? '0' : (char)(digits[k] + 1);
		reply(h, from, "OK", digits);
	}
}

/* Who has the call of the incident: "" nobody, "-" it has none open. */
static inline char *
owner(struct house *h, int64_t incident)
{
	struct call k;
	struct err e = {""};
	int r = store_call_of(h->store, incident, &k, &e);
	char *s;

	must(r, &e);
	if (r == 0)
		return xstrdup("-");
	s = xstrdup(k.owner);
	call_clear(&k);
	return s;
}

static inline void
expect_owner(struct house *h, int64_t incident, const char *who)
{
	char *s = owner(h, incident);

	assert_string_equal(s, who);
	free(s);
}

/* A worker takes all that is due; each recipient comes to this outcome. */
static inline void
work(struct house *h, enum channel channel, enum outcome outcome)
{
	static char answer[] = "no such user", via[] = "mx", none[] = "";
	struct messages l = {0};
	struct outbox_conf conf = {.give_up = 86400};
	struct err e = {""};
	int r;

	while (
	    (r = outbox_claim(h->store, channel, h->now, 1, 10, &l, &e)) == 1) {
		for (size_t i = 0; i < l.n; i++) {
			struct result v[8] = {0};

			for (size_t k = 0; k < l.v[i].n_to; k++)
				v[k] = (struct result){l.v[i].to[k].delivery,
				    outcome, 550, answer, via, none, 0};
			must(outbox_result(h->store, &l.v[i], v, l.v[i].n_to,
				 &conf, h->now, &e),
			    &e);
		}
		messages_clear(&l);
	}
	must(r, &e);
}

#define CALL_TEST(f) cmocka_unit_test_setup_teardown(f, staff, dismiss_staff)

#endif
