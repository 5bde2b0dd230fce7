/* Messages that are stored some at a time: each with all of its recipients. */
#include "store_house.h"

#include "store/messages.h"
#include "store/posting.h"
#include "store/progress.h"
#include "store/queue.h"
#include "store/sql.h"

#define ORGS 21
#define MOST 40

static char none[] = "";
static struct contact people[MOST];
static struct notice first = {.number = 1,
    .type = NOTICE_FIRST,
    .effect = EFFECT_OUTAGE,
    .at = T0,
    .next = TIME_NONE,
    .title = none,
    .reason = none};

/* How many of people are of the k-th organisation. */
static int
persons(int k)
{
	return k * 7 % (MOST + 1);
}

/* Who has a number: all but each third; the fifth has the fourth's. */
static void
make_people(void)
{
	for (int k = 0; k < MOST; k++) {
		people[k] = (struct contact){.org = municipality.code,
		    .name = xasprintf("Person %d", k),
		    .email = xasprintf("p%d@example.dk", k == 4 ? 3 : k),
		    .phone = k % 3 == 2 ? xstrdup("")
					: xasprintf("+45%08d", k + 1)};
	}
}

static void
free_people(void)
{
	for (int k = 0; k < MOST; k++) {
		free(people[k].name);
		free(people[k].email);
		free(people[k].phone);
	}
}

static int
post(struct posting *p, enum channel channel, int k)
{
	char *code = xasprintf("%04d", k);
	struct org o = municipality;
	int r;

	o.code = o.name = code;
	r = posting_add(p, channel, &o, people, (size_t)persons(k));
	free(code);
	return r;
}

/* In the order of their ids: whom, and by which message. */
static void
expect_all(const char *channel)
{
	struct sql q;
	char id[32];

	OK(sql_open(&q, t.s, &t.e, "test",
	    "SELECT m.org, " MESSAGE_ID(
		"m.") ", d.name, d.address, d.state, d.due,"
		      " d.incident, m.incident, m.due, m.created FROM message m"
		      " JOIN delivery d ON d.message = m.id WHERE m.channel = ?"
		      " ORDER BY d.id",
	    "t", channel));
	for (int k = 0; k < ORGS; k++)
		for (int i = 0; i < persons(k); i++) {
			const char *to = *channel == 's' ? people[i].phone
							 : people[i].email;
			char *code = xasprintf("%04d", k);

			if (*to == '\0' || (*channel == 'm' && i == 4)) {
				free(code);
				continue;
			}
			assert_int_equal(sql_step(&q), 1);
			assert_string_equal(sql_peek(&q, 0), code);
			snprintf(id, sizeof(id), "m.%s@x", code);
			assert_string_equal(sql_peek(&q, 1), id);
			assert_string_equal(sql_peek(&q, 2), people[i].name);
			assert_string_equal(sql_peek(&q, 3), to);
			assert_string_equal(sql_peek(&q, 4), "queued");
			assert_int_equal(sql_int(&q, 5), T0 + 9);
			assert_int_equal(sql_int(&q, 6), first.incident);
			assert_int_equal(sql_int(&q, 7), first.incident);
			assert_int_equal(sql_int(&q, 8), T0 + 9);
			assert_int_equal(sql_int(&q, 9), T0 + 9);
			free(code);
		}
	assert_int_equal(sql_step(&q), 0);
	sql_close(&q);
}

static void
test_all(void **state)
{
	struct posting *p;

	(void)state;
	make_people();
	put_notice(&first);
	OK(store_begin(t.s, &t.e));
	p = posting_open(t.s, &first, "m.*@x", T0 + 9, &t.e);
	assert_non_null(p);
	for (int k = 0; k < ORGS; k++) {
		int any = persons(k) > 0;

		assert_int_equal(post(p, CHANNEL_MAIL, k), any);
		assert_int_equal(post(p, CHANNEL_SMS, k), any);
	}
	OK(posting_end(p, 0));
	OK(store_commit(t.s, &t.e));
	expect_all("mail");
	expect_all("sms");
	free_people();
}

/* A notice has one for all, a message that has another its own. */
static void
test_ids(void **state)
{
	struct posting *p;

	(void)state;
	make_people();
	put_notice(&first);
	for (int k = 0; k < 2; k++) {
		OK(store_begin(t.s, &t.e));
		p = posting_open(
		    t.s, &first, k == 0 ? "a.*@x" : "b.*@x", T0, &t.e);
		assert_int_equal(post(p, CHANNEL_MAIL, k + 1), 1);
		OK(posting_end(p, 0));
		OK(store_commit(t.s, &t.e));
	}
	assert_int_equal(number("SELECT count(*) FROM notice"
				" WHERE message_id = 'a.*@x'"),
	    1);
	assert_int_equal(
	    number(
		"SELECT count(*) FROM message m WHERE"
		" (m.id = 1 AND message_id IS NULL "
		"AND " MESSAGE_ID("m.") " = 'a.0001@x') OR (m.id = 2 "
					"AND " MESSAGE_ID("m.") " = "
								"'b.0002@x')"),
	    2);
	free_people();
}

/* What is refused is told, at the latest by the end, and nothing is left. */
static void
test_refused(void **state)
{
	struct posting *p;

	(void)state;
	make_people();
	put_notice(&first);
	OK(store_begin(t.s, &t.e));
	p = posting_open(t.s, &first, "m.*@x", T0, &t.e);
	assert_non_null(p);
	assert_int_equal(post(p, CHANNEL_MAIL, 1), 1);
	assert_int_equal(post(p, CHANNEL_MAIL, 1), 1);
	assert_int_equal(posting_end(p, 0), -1);
	store_rollback(t.s);
	assert_int_equal(number("SELECT count(*) FROM message"), 0);
	free_people();
}

/* Nothing is stored of what has failed, nor after its transaction. */
static void
test_left(void **state)
{
	struct posting *p;

	(void)state;
	make_people();
	put_notice(&first);
	OK(store_begin(t.s, &t.e));
	p = posting_open(t.s, &first, "m.*@x", T0, &t.e);
	assert_int_equal(post(p, CHANNEL_MAIL, 1), 1);
	assert_int_equal(posting_end(p, -1), -1);
	assert_int_equal(number("SELECT count(*) FROM message"), 0);
	p = posting_open(t.s, &first, "m.*@x", T0, &t.e);
	assert_int_equal(post(p, CHANNEL_MAIL, 1), 1);
	/* As SQLite does by itself when the disk is full. */
	assert_int_equal(
	    sqlite3_exec(t.s->db, "ROLLBACK", NULL, NULL, NULL), SQLITE_OK);
	assert_int_equal(posting_end(p, 0), -1);
	store_rollback(t.s);
	assert_int_equal(number("SELECT count(*) FROM message"), 0);
	free_people();
}

static void
send(const struct notice *n, const struct org *o, enum channel channel, int k)
{
	char *id = xasprintf("n%lld.%s", (long long)n->id, o->code);

	assert_int_equal(store_message_add(t.s, n, channel, o, people,
			     (size_t)k, id, T0 + 9, &t.e),
	    1);
	free(id);
}

static void
expect_progress(int notice, int64_t n)
{
	struct progress p = {0};
	struct delivery_query w = {
	    .incident = first.incident, .notice = notice};
	struct deliveries l = {0};
	bool over;

	OK(store_progress(t.s, first.incident, notice, T0 + 9, &p, &t.e));
	assert_int_equal(p.all, n);
	OK(store_deliveries(t.s, &w, &l, &t.e));
	assert_int_equal(l.n, n);
	deliveries_clear(&l);
	OK(store_recipients_over(t.s, first.incident, notice, n, &over, &t.e));
	assert_false(over);
	OK(store_recipients_over(
	    t.s, first.incident, notice, n - 1, &over, &t.e));
	assert_true(over);
}

/* A message may come to any notice, also when newer ones have theirs. */
static void
test_later(void **state)
{
	struct org other = municipality, oncall = municipality;
	struct notice second, receipt;

	(void)state;
	other.code = S("0999");
	oncall.kind = ORG_ONCALL;
	oncall.code = S("vagt.1");
	make_people();
	put_notice(&first);
	second = receipt = first;
	second.number = 2;
	second.type = NOTICE_REPEAT;
	receipt.number = 0;
	receipt.type = NOTICE_RECEIPT;
	OK(store_notice_add(t.s, &receipt, &t.e));
	send(&first, &municipality, CHANNEL_MAIL, 2);
	OK(store_notice_add(t.s, &second, &t.e));
	send(&second, &municipality, CHANNEL_MAIL, 3);
	send(&receipt, &municipality, CHANNEL_SMS, 2);
	send(&first, &other, CHANNEL_SMS, 1);
	send(&receipt, &oncall, CHANNEL_MAIL, 1);
	send(&second, &other, CHANNEL_MAIL, 3);
	expect_progress(1, 3);
	expect_progress(2, 6);
	free_people();
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(test_all),
	    TEST(test_ids),
	    TEST(test_refused),
	    TEST(test_left),
	    TEST(test_later),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
