/* Unit tests of escalation/: the chain, its steps, and answers by SMS. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/attr.h"
#include "base/mem.h"
#include "escalation/chain.h"
#include "escalation/reply.h"
#include "escalation/step.h"

#define MINUTE 60
#define T0 INT64_C(1774735980)

static const struct escalation_conf conf = {
    .rounds = 2, .after = 30 * MINUTE, .ack_lapse = 4 * 3600};

static struct call
rings(int64_t now)
{
	struct call c;

	call_init(&c);
	c.opened = now;
	chain_ring(&c, now);
	return c;
}

static void
at_place(const struct call *c, size_t n, bool all, size_t step, int64_t round,
    int64_t at)
{
	struct chain_place p = chain_next(c, &conf, n);

	assert_int_equal(p.all, all);
	assert_int_equal(p.step, step);
	assert_int_equal(p.round, round);
	assert_true(p.at == at);
}

/* Two steps of 10 and 15 min, two rounds, then everybody each half hour. */
static void
test_climbs(void **state)
{
	static const int64_t waits[] = {10 * MINUTE, 15 * MINUTE};
	struct call c = rings(T0);
	int64_t now = T0;

	(void)state;
	for (int64_t k = 0; k < 4; k++) {
		struct chain_place p = chain_next(&c, &conf, 2);

		at_place(&c, 2, false, (size_t)(k % 2), k / 2, now);
		chain_paged(&c, &p, waits[k % 2], now);
		now += waits[k % 2];
	}
	for (int k = 0; k < 3; k++) {
		struct chain_place p = chain_next(&c, &conf, 2);

		at_place(&c, 2, true, 0, 2, now);
		chain_paged(&c, &p, conf.after, now);
		now += conf.after;
	}
	call_clear(&c);
}

static void
test_without_steps_all_are_paged(void **state)
{
	struct call c = rings(T0);

	(void)state;
	at_place(&c, 0, true, 0, 2, T0);
	call_clear(&c);
}

static void
test_skipped_are_named_once(void **state)
{
	struct call c = rings(T0);
	struct chain_place p = chain_next(&c, &conf, 3);

	(void)state;
	chain_skipped(&c, &p, "MedCom");
	at_place(&c, 3, false, 1, 0, T0); /* at once */
	p = chain_next(&c, &conf, 3);
	chain_skipped(&c, &p, NULL); /* all of it was paged before */
	p = chain_next(&c, &conf, 3);
	chain_skipped(&c, &p, "KL");
	assert_string_equal(c.skipped, "MedCom, KL");
	p = chain_next(&c, &conf, 3);
	chain_paged(&c, &p, MINUTE, T0);
	assert_string_equal(c.skipped, "");
	assert_int_equal(c.steps, 4);
	call_clear(&c);
}

static void
test_taken_lapses_and_rings_anew(void **state)
{
	struct call c = rings(T0);
	struct chain_place p = chain_next(&c, &conf, 2);

	(void)state;
	assert_true(chain_lapses(&c, &conf) == TIME_NONE);
	chain_paged(&c, &p, MINUTE, T0);
	chain_taken(&c, "Anna", T0 + 5);
	assert_true(chain_next(&c, &conf, 2).at == TIME_NONE);
	assert_true(chain_lapses(&c, &conf) == T0 + 5 + 4 * 3600);
	chain_ring(&c, T0 + 5 + 4 * 3600);
	at_place(&c, 2, false, 0, 0, T0 + 5 + 4 * 3600);
	c.closed = T0 + 9 * 3600;
	assert_true(chain_next(&c, &conf, 2).at == TIME_NONE);
	call_clear(&c);
}

static void
test_clock_back(void **state)
{
	struct call c = rings(T0);
	struct chain_place p = chain_next(&c, &conf, 2);

	(void)state;
	chain_paged(&c, &p, 10 * MINUTE, T0);
	assert_false(chain_clock_back(&c, 30 * MINUTE, T0));
	assert_true(chain_clock_back(&c, 30 * MINUTE, T0 - 36000));
	assert_true(chain_next(&c, &conf, 2).at == T0 - 36000);
	assert_true(c.paged_at == T0 - 36000 && c.began == T0 - 36000);
	call_clear(&c);
}

static void
is_step(const struct steps *l, size_t i, const char *name, const char *team,
    const char *rota, int64_t minutes)
{
	assert_true(i < l->n);
	assert_string_equal(l->v[i].name, name);
	assert_string_equal(l->v[i].team, team);
	assert_string_equal(l->v[i].rota, rota);
	assert_int_equal(l->v[i].wait, minutes * MINUTE);
}

#define S(s) ((char[]){s})

/* On call 10 min, the rest 10 min, the other team 15 min. */
static void
test_steps_are_made(void **state)
{
	const struct team_conf teams[] = {
	    {S("medcom"), S("MedCom")}, {S("kl"), S("KL")}};
	struct rota_conf rota = {.name = S("uge"), .team = S("medcom")};
	struct config c = {.rotas = &rota, .n_rotas = 1, .escalation = conf};
	struct steps l;

	(void)state;
	steps_make(&c, teams, LENGTH(teams), &l);
	assert_int_equal(l.n, 3);
	is_step(&l, 0, "vagten hos MedCom", "medcom", "uge", 10);
	is_step(&l, 1, "MedCom", "medcom", "", 10);
	is_step(&l, 2, "KL", "kl", "", 15);
	assert_true(l.v[2].mail && l.v[2].sms);
	assert_int_equal(steps_longest(&l, &conf), 30 * MINUTE);
	steps_clear(&l);
	c.n_rotas = 0;
	steps_make(&c, teams, LENGTH(teams), &l);
	assert_int_equal(l.n, 2);
	is_step(&l, 0, "MedCom", "medcom", "", 10);
	steps_clear(&l);
}

static void
test_steps_are_configured(void **state)
{
	const struct team_conf teams[] = {{S("medcom"), S("MedCom")}};
	struct rota_conf rota = {.name = S("uge"), .team = S("medcom")};
	char *mail[] = {S("mail")};
	struct step_conf steps[] = {
	    {.name = S(""),
		.team = S(""),
		.rota = S("uge"),
		.wait = 60,
		.channels = {mail, 1}},
	    {.name = S("alle"), .team = S("kl"), .rota = S(""), .wait = 7200},
	};
	struct config c = {.rotas = &rota, .n_rotas = 1, .escalation = conf};
	struct steps l;

	(void)state;
	c.escalation.steps = steps;
	c.escalation.n_steps = LENGTH(steps);
	steps_make(&c, teams, LENGTH(teams), &l);
	assert_int_equal(l.n, 2);
	is_step(&l, 0, "MedCom", "medcom", "uge", 1);
	assert_true(l.v[0].mail && !l.v[0].sms);
	is_step(&l, 1, "alle", "kl", "", 120);
	assert_int_equal(steps_longest(&l, &conf), 7200);
	steps_clear(&l);
}

static void
test_replies(void **state)
{
	static const struct {
		const char *text;
		bool is;
		enum code_action action;
		const char *digits;
	} cases[] = {
	    {"OK 471123", true, CODE_ACK, "471123"},
	    {" ok471123 ", true, CODE_ACK, "471123"},
	    {"Ok: 471123. Tak", true, CODE_ACK, "471123"},
	    {"\"OK\" \"471123\"", true, CODE_ACK, "471123"},
	    {"SEND 004711", true, CODE_APPROVE, "004711"},
	    {"send\n004711", true, CODE_APPROVE, "004711"},
	    {"NEJ 999999", true, CODE_DISMISS, "999999"},
	    {"OK", false, 0, ""},
	    {"OK 47112", false, 0, ""},
	    {"OK 4711234", false, 0, ""},
	    {"OKAY 471123", false, 0, ""},
	    {"471123", false, 0, ""},
	    {"OK 4711 23", false, 0, ""},
	    {"Jeg siger OK 471123", false, 0, ""},
	    {"OK \xc3\xa6 471123", false, 0, ""},
	    {"", false, 0, ""},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		enum code_action action = CODE_RECEIPT;
		char digits[REPLY_SIZE] = "";

		assert_int_equal(
		    reply_parse(cases[i].text, &action, digits), cases[i].is);
		if (!cases[i].is)
			continue;
		assert_int_equal(action, cases[i].action);
		assert_string_equal(digits, cases[i].digits);
	}
}

/* As long as what they stand for, in letters that every SMS has. */
static void
test_places(void **state)
{
	(void)state;
	for (int a = CODE_ACK; a <= CODE_RECEIPT; a++) {
		enum code_action action = (enum code_action)a;
		char text[64] = "x ", token[TOKEN_SIZE], again[TOKEN_SIZE];

		assert_int_equal(
		    strlen(personal_token(action)), TOKEN_SIZE - 1);
		if (action != CODE_RECEIPT)
			assert_int_equal(
			    strlen(personal_reply(action)), REPLY_SIZE - 1);
		personal_new_token(token);
		personal_new_token(again);
		assert_int_equal(strlen(token), TOKEN_SIZE - 1);
		assert_string_not_equal(token, again);
		assert_int_equal(strspn(token, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
					       "abcdefghijklmnopqrstuvwxyz"
					       "0123456789-_"),
		    TOKEN_SIZE - 1);
		strcat(text, personal_token(action));
		strcat(text, " y");
		personal_fill(text, personal_token(action), token);
		assert_memory_equal(text + 2, token, TOKEN_SIZE - 1);
		assert_string_equal(text + 2 + TOKEN_SIZE - 1, " y");
	}
}

static void
test_reply_digits_are_spread(void **state)
{
	int first[10] = {0};

	(void)state;
	for (int i = 0; i < 2000; i++) {
		char digits[REPLY_SIZE];

		personal_new_reply(digits);
		assert_int_equal(strspn(digits, "0123456789"), 6);
		first[digits[0] - '0']++;
	}
	/* 200 each; less than 100 has a chance below 1e-12. */
	for (int i = 0; i < 10; i++)
		assert_true(first[i] > 100);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_climbs),
	    cmocka_unit_test(test_without_steps_all_are_paged),
	    cmocka_unit_test(test_skipped_are_named_once),
	    cmocka_unit_test(test_taken_lapses_and_rings_anew),
	    cmocka_unit_test(test_clock_back),
	    cmocka_unit_test(test_steps_are_made),
	    cmocka_unit_test(test_steps_are_configured),
	    cmocka_unit_test(test_replies),
	    cmocka_unit_test(test_places),
	    cmocka_unit_test(test_reply_digits_are_spread),
	};

	return cmocka_run_group_tests_name("chain", tests, NULL, NULL);
}
