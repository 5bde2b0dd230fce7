/*
 * Recipients are claimed, and their results stored, several by one statement:
 * what becomes of each is what became of him alone. Outcomes, and the order in
 * which they are told, are made at random from seeds that a failure names.
 */
#include "store_house.h"

#include "base/attr.h"
#include "base/buf.h"
#include "outbox/outbox.h"
#include "store/messages.h"

#define PERSONS 9
#define TRIES 200

static const struct outbox_conf alone = {.give_up = 3600, .part = true};
static uint64_t seed;

static size_t
below(size_t n)
{
	seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407U;
	return (size_t)(seed >> 33) % n;
}

static void
run(const char *sql)
{
	if (sqlite3_exec(t.s->db, sql, NULL, NULL, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(t.s->db));
}

/* Everything that the SQL gives, as a text; release with free(). */
static char *
all_of(const char *sql)
{
	struct buf b;
	struct sql q;
	int r;

	buf_init(&b, 1 << 20);
	OK(sql_open(&q, t.s, &t.e, "test", sql, ""));
	while ((r = sql_step(&q)) == 1) {
		for (int i = 0; i < sqlite3_column_count(q.st); i++)
			buf_addf(&b, "%s|", sql_peek(&q, i));
		buf_adds(&b, "\n");
	}
	OK(r);
	sql_close(&q);
	return b.data;
}

/* What a result changes. */
static void
known(char *out[3])
{
	out[0] = all_of("SELECT * FROM delivery ORDER BY id");
	out[1] = all_of("SELECT * FROM address ORDER BY address");
	out[2] = all_of("SELECT * FROM tally_delivery ORDER BY channel");
}

/* A message by SMS in a worker's hands; some have been tried before. */
static void
claim(struct messages *l)
{
	static char none[] = "";
	struct contact v[PERSONS];
	struct notice first = {.number = 1,
	    .type = NOTICE_FIRST,
	    .effect = EFFECT_OUTAGE,
	    .at = T0,
	    .next = TIME_NONE,
	    .title = none,
	    .reason = none};

	put_notice(&first);
	for (int k = 0; k < PERSONS; k++)
		v[k] = (struct contact){.org = municipality.code,
		    .name = none,
		    .email = none,
		    .phone = xasprintf("+45%08d", k + 1)};
	assert_int_equal(store_message_add(t.s, &first, CHANNEL_SMS,
			     &municipality, v, PERSONS, "id", T0, &t.e),
	    1);
	for (int k = 0; k < PERSONS; k++)
		free(v[k].phone);
	assert_int_equal(outbox_claim(t.s, CHANNEL_SMS, T0, 7, 1, l, &t.e), 1);
	run("UPDATE delivery SET attempts = 2 WHERE id % 4 = 0");
	run("UPDATE delivery SET told = 1 WHERE id % 5 = 0");
	run("UPDATE delivery SET state = 'delivered', done = 5 WHERE id = 3");
}

/* In any order, alike or not, and one that is no recipient. */
static void
make_results(const struct message *m, struct result v[PERSONS + 1])
{
	static const enum outcome outcomes[] = {OUTCOME_ACCEPTED,
	    OUTCOME_ACCEPTED, OUTCOME_ACCEPTED, OUTCOME_TEMPFAIL,
	    OUTCOME_PERMFAIL, OUTCOME_UNKNOWN};
	static char ids[][4] = {"", "1", "2", "33"};
	static char answers[2][8] = {"ok", "fine"}, way[] = "a";
	size_t kinds = below(LENGTH(outcomes)) + 1;
	bool mixed = below(2) == 0;

	for (size_t i = 0; i <= PERSONS; i++)
		v[i] = (struct result){
		    .delivery = i == PERSONS ? 9999 : m->to[i].delivery,
		    .outcome = outcomes[below(kinds)],
		    .code = 200,
		    .answer = answers[below(8) == 0],
		    .via = way,
		    .remote_id = ids[below(LENGTH(ids))],
		    .pause = below(8) == 0 ? 300 : 0};
	for (size_t i = 0; mixed && i <= PERSONS; i++) {
		size_t k = below(PERSONS + 1);
		struct result r = v[i];

		v[i] = v[k];
		v[k] = r;
	}
}

/* Told by calls of so many; nothing of it stays. */
static void
settle(uint64_t from, size_t at_once, char *out[3])
{
	struct result v[PERSONS + 1];
	struct messages l;

	OK(store_begin(t.s, &t.e));
	seed = from;
	claim(&l);
	make_results(&l.v[0], v);
	for (size_t i = 0; i <= PERSONS; i += at_once)
		OK(outbox_result(t.s, &l.v[0], &v[i],
		    at_once < PERSONS + 1 - i ? at_once : PERSONS + 1 - i,
		    &alone, T0 + 1, &t.e));
	messages_clear(&l);
	known(out);
	store_rollback(t.s);
}

static void
test_as_alone(void **state)
{
	(void)state;
	for (uint64_t i = 1; i <= TRIES; i++) {
		char *one[3], *all[3];

		settle(i, 1, one);
		settle(i, PERSONS + 1, all);
		for (int k = 0; k < 3; k++) {
			if (!str_eq(one[k], all[k]))
				fail_msg("seed %llu:\n%s---\n%s",
				    (unsigned long long)i, one[k], all[k]);
			free(one[k]);
			free(all[k]);
		}
	}
}

/* --- an end, of which a part is claimed ----------------------------------- */

/* By SMS to two organisations of four. */
static void
queue_notice(int64_t incident, enum notice_type type)
{
	static char none[] = "";
	struct notice n = {.incident = incident,
	    .number = type == NOTICE_FIRST ? 1 : 2,
	    .type = type,
	    .effect = EFFECT_OUTAGE,
	    .at = T0,
	    .next = TIME_NONE,
	    .title = none,
	    .reason = none};
	struct org o = municipality;
	struct contact v[4];

	OK(store_notice_add(t.s, &n, &t.e));
	for (int i = 0; i < 2; i++) {
		char code[2][8] = {"0101", "0147"};

		o.code = code[i];
		for (int k = 0; k < 4; k++)
			v[k] = (struct contact){.org = code[i],
			    .name = none,
			    .email = none,
			    .phone = xasprintf("+45%08d", 10 * i + k)};
		assert_int_equal(store_message_add(t.s, &n, CHANNEL_SMS, &o, v,
				     4, "id", T0, &t.e),
		    1);
		for (int k = 0; k < 4; k++)
			free(v[k].phone);
	}
}

/* Claims of so many recipients at most: the last digits of whom. */
static void
expect_claim(size_t recipients, const char *want)
{
	const struct claim c = {.channel = CHANNEL_SMS,
	    .now = T0,
	    .worker = 7,
	    .messages = 9,
	    .recipients = recipients};
	struct messages l;
	struct buf b;

	buf_init(&b, 1 << 10);
	OK(outbox_claim_by(t.s, &c, &l, &t.e) == -1 ? -1 : 0);
	for (size_t i = 0; i < l.n; i++)
		for (size_t k = 0; k < l.v[i].n_to; k++)
			buf_addf(&b, "%s%s", k > 0 || i == 0 ? "," : " ",
			    l.v[i].to[k].address + 9);
	assert_string_equal(buf_str(&b) + (b.len > 0), want);
	buf_clear(&b);
	messages_clear(&l);
}

/*
 * Of an end with more recipients than are asked for only those are taken whom
 * it was looked for: nobody is told of it who was never told of an outage.
 */
static void
test_end_in_parts(void **state)
{
	struct incident i = sample();

	(void)state;
	OK(store_incident_put(t.s, &i, &t.e));
	queue_notice(i.id, NOTICE_FIRST);
	expect_claim(6, "00,01,02,03 10,11");
	run("UPDATE delivery SET state = 'failed', done = due"
	    " WHERE id IN (1, 3)");
	run("UPDATE delivery SET state = 'accepted', told = 1, done = due"
	    " WHERE state <> 'failed'");
	run("UPDATE message SET worker = NULL, due = NULL");
	queue_notice(i.id, NOTICE_RESOLVED);
	expect_claim(2, "01 10");
	run("UPDATE delivery SET state = 'queued' WHERE state = 'sending'");
	run("UPDATE message SET worker = NULL, due = 0 WHERE number = 2");
	expect_claim(8, "01,03 10,11,12,13");
	incident_clear(&i);
}

/* Of what has nobody due, though it says so: who is behind it is held. */
static void
test_first_is_empty(void **state)
{
	struct incident i = sample();

	(void)state;
	OK(store_incident_put(t.s, &i, &t.e));
	queue_notice(i.id, NOTICE_FIRST);
	run("UPDATE delivery SET state = 'cancelled', done = due"
	    " WHERE message IN (SELECT id FROM message WHERE org = '0101')");
	expect_claim(4, "10,11,12,13");
	expect_claim(4, "");
	incident_clear(&i);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(test_as_alone),
	    TEST(test_end_in_parts),
	    TEST(test_first_is_empty),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
