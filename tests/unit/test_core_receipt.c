/* Unit tests of the core: who is asked for a receipt, and who gives none. */
#include "core_house.h"

#include <unistd.h>

#include "base/file.h"
#include "base/personal.h"
#include "core/answer.h"
#include "outbox/outbox.h"
#include "store/audit.h"
#include "store/calls.h"
#include "store/receipts.h"

#define MINUTE 60
#define DAY INT64_C(86400)
#define LINK "https://alertd.example.dk/kvittering/"

static void
add_contact(
    struct house *h, const char *org, const char *email, const char *phone)
{
	struct contact c = {.org = xstrdup(org),
	    .name = xstrdup("Vagt"),
	    .email = xstrdup(email),
	    .phone = xstrdup(phone),
	    .enabled = true};
	struct err e = {""};

	must(store_contact_put(h->store, &c, &e), &e);
	contact_clear(&c);
}

/* København has mail and SMS, Frederiksberg mail, Ballerup SMS alone. */
static int
build_receipts(void **state)
{
	struct house *h;

	build(state);
	h = *state;
	h->setup.conf->notices.receipts = ANSWER_YES;
	h->setup.conf->web.off = false;
	xreplace(&h->setup.conf->web.base_url, "https://alertd.example.dk");
	h->setup.conf->escalation.ack_lapse = 1000 * DAY;
	add_contact(h, "0147", "frb@example.dk", "");
	add_contact(h, "0151", "", "+4500000003");
	add_contact(h, "kmd", "kmd@example.dk", "");
	return 0;
}

static void
opens(struct house *h, bool exercise)
{
	struct statement s = {.effect = EFFECT_OUTAGE,
	    .title = "FMK er nede",
	    .since = TIME_NONE,
	    .expected_end = TIME_NONE,
	    .starts = TIME_NONE,
	    .ends = TIME_NONE,
	    .exercise = exercise};
	struct err e = {""};
	int64_t id;

	must(core_send(&h->core, &s, h->now, &id, &e), &e);
	assert_int_equal(id, 1);
}

static void
resolves(struct house *h)
{
	struct statement s = {.since = TIME_NONE,
	    .expected_end = TIME_NONE,
	    .starts = TIME_NONE,
	    .ends = TIME_NONE};
	struct err e = {""};

	must(core_resolve(&h->core, 1, &s, h->now, &e), &e);
	turn(h);
}

/* All that a worker of the channel would be given now, marked as sent. */
static struct messages
sends(struct house *h, enum channel channel)
{
	static const struct outbox_conf conf = {.give_up = DAY};
	struct messages all = {0}, l;
	struct err e = {""};

	while (outbox_claim(h->store, channel, h->now, 1, 64, &l, &e) == 1) {
		all.v = xreallocarray(all.v, all.n + l.n, sizeof(*all.v));
		for (size_t i = 0; i < l.n; i++) {
			struct message *m = &l.v[i];
			char ok[] = "250", none[] = "";
			struct result r = {m->to[0].delivery, OUTCOME_ACCEPTED,
			    250, ok, none, none, 0};

			must(outbox_result(
				 h->store, m, &r, 1, &conf, h->now, &e),
			    &e);
			all.v[all.n++] = *m;
		}
		free(l.v);
	}
	return all;
}

/* The message to the organisation. */
static const struct message *
to(const struct messages *l, const char *org)
{
	size_t i = 0;

	while (i < l->n && !str_eq(l->v[i].org, org))
		i++;
	if (i == l->n)
		fail_msg("nothing to %s", org);
	return &l->v[i];
}

/* What the link of a mail says behind LINK, in the text as in the HTML. */
static char *
token_of(const struct message *m)
{
	const char *text = strstr(m->text, LINK), *html, *found;
	char *href;

	if (text == NULL)
		fail_msg("no link in:\n%s", m->text);
	found = text + strlen(LINK);
	assert_int_equal(strspn(found, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijkl"
				       "mnopqrstuvwxyz0123456789-_"),
	    TOKEN_SIZE - 1);
	assert_int_equal(found[TOKEN_SIZE - 1], '\n');
	href = xasprintf("<a href=\"" LINK "%.*s\">", TOKEN_SIZE - 1, found);
	html = strstr(m->html, href);
	free(href);
	if (html == NULL)
		fail_msg("no link in:\n%s", m->html);
	return xstrndup(found, TOKEN_SIZE - 1);
}

static void
asks_not(const struct message *m)
{
	assert_null(strstr(m->text, "kvitter"));
	assert_null(strstr(m->text, "Kvitt"));
	assert_null(strstr(m->html, "kvitter"));
	assert_null(strstr(m->text, "@receipt"));
}

static enum answer_result
answers(struct house *h, const char *token)
{
	enum answer_result r;
	struct answer a;
	struct err e = {""};

	must(core_answer(&h->core, token, h->now, &a, &e), &e);
	r = a.result;
	answer_clear(&a);
	return r;
}

/* The token in the newest mail to the organisation, of what is sent now. */
static char *
asked_of(struct house *h, const char *org)
{
	struct messages l = sends(h, CHANNEL_MAIL);
	char *token;

	token = token_of(to(&l, org));
	messages_clear(&l);
	return token;
}

static void
later(struct house *h, int64_t seconds)
{
	h->now += seconds;
	turn(h);
}

/* Mails and SMS that go out now, but those to the on-call. */
static void
expect_sent(struct house *h, const char *mails, const char *sms)
{
	const char *const expected[] = {mails, sms};

	for (int k = CHANNEL_MAIL; k <= CHANNEL_SMS; k++) {
		struct messages l = sends(h, (enum channel)k);
		struct strv names = {0};
		char *s;

		for (size_t i = 0; i < l.n; i++)
			if (l.v[i].audience != ORG_ONCALL)
				strv_add(&names, l.v[i].org);
		s = strv_join(&names, " ");
		assert_string_equal(s, expected[k]);
		free(s);
		strv_clear(&names);
		messages_clear(&l);
	}
}

static void
test_asks(void **state)
{
	struct house *h = *state;
	struct messages l;
	char *a, *b;

	opens(h, false);
	l = sends(h, CHANNEL_MAIL);
	a = token_of(to(&l, "0101"));
	b = token_of(to(&l, "0147"));
	assert_string_not_equal(a, b);
	asks_not(to(&l, "vendors"));
	assert_true(str_ends(to(&l, "0101")->text, "FMK-driftsinformation.\n"));
	messages_clear(&l);
	l = sends(h, CHANNEL_SMS);
	assert_int_equal(l.n, 2);
	for (size_t i = 0; i < l.n; i++) {
		assert_null(strstr(l.v[i].text, "http"));
		assert_null(strstr(l.v[i].text, "vitt"));
	}
	messages_clear(&l);
	free(a);
	free(b);
}

/* Off is the default, and then the mails are what they were. */
static void
test_off(void **state)
{
	struct house *h = *state;
	struct messages l, on;
	char *link, *without;
	const char *line;

	opens(h, false);
	on = sends(h, CHANNEL_MAIL);
	raze(state);
	build(state);
	h = *state;
	assert_int_equal(h->setup.conf->notices.receipts, ANSWER_NO);
	h->setup.conf->web.off = false;
	xreplace(&h->setup.conf->web.base_url, "https://alertd.example.dk");
	h->setup.conf->escalation.ack_lapse = 1000 * DAY;
	opens(h, false);
	l = sends(h, CHANNEL_MAIL);
	asks_not(to(&l, "0101"));
	/* With it, there is one paragraph more and nothing else. */
	link = to(&on, "0101")->text;
	line = strstr(link, "Har I fået beskeden?\n");
	assert_non_null(line);
	without = xasprintf(
	    "%.*s%s", (int)(line - link), link, strstr(line, "\n\n") + 2);
	assert_string_equal(to(&l, "0101")->text, without);
	assert_string_equal(to(&l, "0101")->subject, to(&on, "0101")->subject);
	messages_clear(&l);
	messages_clear(&on);
	free(without);
	later(h, DAY);
	expect(h, "first repeat", 0);
}

static void
test_one_covers(void **state)
{
	struct house *h = *state;
	struct messages l;
	char *first, *again, *other;

	opens(h, false);
	l = sends(h, CHANNEL_MAIL);
	first = token_of(to(&l, "0101"));
	messages_clear(&l);
	later(h, 2 * HOUR);
	l = sends(h, CHANNEL_MAIL);
	again = token_of(to(&l, "0101"));
	other = token_of(to(&l, "0147"));
	messages_clear(&l);
	assert_int_equal(answers(h, first), ANSWER_GOOD);
	assert_int_equal(answers(h, first), ANSWER_USED);
	assert_int_equal(answers(h, again), ANSWER_GOOD);
	later(h, 2 * HOUR);
	l = sends(h, CHANNEL_MAIL);
	asks_not(to(&l, "0101"));
	free(token_of(to(&l, "0147")));
	messages_clear(&l);
	free(first);
	free(again);
	free(other);
}

/* The answer comes while the mail is in the queue. */
static void
test_answered_in_queue(void **state)
{
	struct house *h = *state;
	char *token;
	struct messages l;

	opens(h, false);
	token = asked_of(h, "0101");
	later(h, 2 * HOUR);
	assert_int_equal(answers(h, token), ANSWER_GOOD);
	l = sends(h, CHANNEL_MAIL);
	asks_not(to(&l, "0101"));
	messages_clear(&l);
	free(token);
}

static void
test_reach(void **state)
{
	struct house *h = *state;
	struct reaches l = {0};
	struct err e = {""};
	char *token;

	opens(h, false);
	token = asked_of(h, "0101");
	assert_int_equal(answers(h, token), ANSWER_GOOD);
	must(store_reach(h->store, 1, 0, &l, &e), &e);
	for (size_t i = 0; i < l.n; i++) {
		bool a = str_eq(l.v[i].code, "0101");
		bool b = str_eq(l.v[i].code, "0147");

		assert_true(l.v[i].asked == (a || b));
		assert_true(l.v[i].receipted == a);
	}
	reaches_clear(&l);
	free(token);
}

static void
test_reminded(void **state)
{
	struct house *h = *state;
	struct messages l;

	opens(h, false);
	turn(h);
	expect_sent(h, "0101 0147 vendors", "0101 0151");
	assert_true(h->next == h->now + 30 * MINUTE);
	later(h, 30 * MINUTE - 1);
	expect_sent(h, "", "");
	later(h, 1);
	/* København by SMS, Frederiksberg has no number: by mail. */
	l = sends(h, CHANNEL_SMS);
	assert_int_equal(l.n, 1);
	assert_string_equal(l.v[0].text,
	    "Vi har ikke set jeres kvittering for besked nr. 1 om FMK, sendt "
	    "kl. 23.13. Læs mailen, og brug linket i den. Kontakt: "
	    "FMK-driftsinformation. Sag FMK-2026-0001, kl. 23.43.");
	messages_clear(&l);
	l = sends(h, CHANNEL_MAIL);
	assert_int_equal(l.n, 1);
	assert_string_equal(l.v[0].org, "0147");
	assert_string_not_equal(l.v[0].message_id, "");
	assert_string_not_equal(l.v[0].in_reply_to, "");
	assert_string_not_equal(l.v[0].message_id, l.v[0].in_reply_to);
	assert_string_equal(l.v[0].subject,
	    "Vi mangler jeres kvittering for besked nr. 1 om FMK");
	free(token_of(&l.v[0]));
	messages_clear(&l);
	/* Once. And it is no notice: the repeat comes when it would. */
	later(h, 29 * MINUTE);
	expect_sent(h, "", "");
	later(h, 61 * MINUTE);
	expect_sent(h, "0101 0147 vendors", "0101 0151");
	expect(h, "first receipt repeat", 1);
}

static void
test_reminder_has_a_code(void **state)
{
	struct house *h = *state;
	char *token;

	opens(h, false);
	expect_sent(h, "0101 0147 vendors", "0101 0151");
	later(h, 30 * MINUTE);
	token = asked_of(h, "0147");
	assert_int_equal(answers(h, token), ANSWER_GOOD);
	free(token);
}

/* Not to who has answered, though he did when it was queued already. */
static void
test_reminder_late(void **state)
{
	struct house *h = *state;
	struct messages l;
	char *a, *b;

	opens(h, false);
	l = sends(h, CHANNEL_MAIL);
	a = token_of(to(&l, "0101"));
	b = token_of(to(&l, "0147"));
	messages_clear(&l);
	expect_sent(h, "", "0101 0151");
	assert_int_equal(answers(h, a), ANSWER_GOOD);
	later(h, 30 * MINUTE);
	assert_int_equal(answers(h, b), ANSWER_GOOD);
	expect_sent(h, "", "");
	later(h, DAY);
	expect(h, "first receipt repeat", 0);
	free(a);
	free(b);
}

static void
test_nothing_after_the_end(void **state)
{
	struct house *h = *state;

	opens(h, false);
	expect_sent(h, "0101 0147 vendors", "0101 0151");
	later(h, 30 * MINUTE);
	resolves(h);
	expect_sent(h, "0101 0147 vendors", "0101 0151");
	later(h, DAY);
	expect_sent(h, "", "");
	expect(h, "first receipt resolved", 0);
}

static void
test_not_reminded_after_the_end(void **state)
{
	struct house *h = *state;

	opens(h, false);
	expect_sent(h, "0101 0147 vendors", "0101 0151");
	resolves(h);
	later(h, HOUR);
	later(h, HOUR);
	expect_sent(h, "0101 0147 vendors", "0101 0151");
	expect(h, "first resolved", 0);
}

static void
test_told(void **state)
{
	struct house *h = *state;
	struct err e = {""};
	struct call k;
	char *token;

	opens(h, false);
	token = asked_of(h, "0101");
	later(h, 30 * MINUTE);
	later(h, 30 * MINUTE - 1);
	expect(h, "first receipt", 0);
	assert_int_equal(answers(h, token), ANSWER_GOOD);
	later(h, 1);
	expect(h, "first receipt", 1);
	assert_int_equal(store_call_of(h->store, 1, &k, &e), 1);
	assert_string_equal(k.alarm, "unreceipted");
	assert_string_equal(k.about, "1");
	assert_string_equal(k.detail, "Frederiksberg");
	call_clear(&k);
	/* Once. */
	later(h, 31 * MINUTE);
	later(h, 20 * MINUTE);
	expect(h, "first receipt", 1);
	free(token);
}

static void
test_page(void **state)
{
	struct house *h = *state;
	struct messages l;
	const struct message *m;

	opens(h, false);
	later(h, 30 * MINUTE);
	later(h, 30 * MINUTE);
	l = sends(h, CHANNEL_MAIL);
	m = to(&l, ALARM_KEY);
	assert_non_null(strstr(m->text,
	    "2 kommuner har ikke kvitteret. Ring til dem (København, "
	    "Frederiksberg).\n"));
	assert_non_null(strstr(
	    m->text, "\n- Telefonliste: alertctl report 1 --unreached\n"));
	messages_clear(&l);
}

static void
test_lapses(void **state)
{
	struct house *h = *state;
	char *first, *last;

	opens(h, false);
	first = asked_of(h, "0101");
	later(h, 89 * DAY);
	assert_int_equal(answers(h, "AAAAAAAAAAAAAAAAAAAAAA"), ANSWER_UNKNOWN);
	resolves(h);
	last = asked_of(h, "0101");
	later(h, DAY - 1);
	assert_int_equal(answers(h, first), ANSWER_GOOD);
	later(h, 1);
	assert_int_equal(answers(h, last), ANSWER_LAPSED);
	free(first);
	free(last);
}

static void
test_exercise(void **state)
{
	struct house *h = *state;
	struct messages l;

	opens(h, true);
	l = sends(h, CHANNEL_MAIL);
	free(token_of(to(&l, "0101")));
	assert_true(str_ends(to(&l, "0101")->text, "ØVELSE\n"));
	messages_clear(&l);
	l = sends(h, CHANNEL_SMS);
	messages_clear(&l);
	later(h, 30 * MINUTE);
	l = sends(h, CHANNEL_SMS);
	assert_int_equal(l.n, 1);
	assert_true(str_starts(l.v[0].text, "ØVELSE. Vi har"));
	assert_true(str_ends(l.v[0].text, "ØVELSE"));
	messages_clear(&l);
}

static void
test_planned_asks_not(void **state)
{
	struct house *h = *state;
	struct statement s = {.effect = EFFECT_PLANNED,
	    .title = "Servicevindue",
	    .since = TIME_NONE,
	    .expected_end = TIME_NONE,
	    .starts = h->now + DAY,
	    .ends = h->now + DAY + HOUR};
	struct messages l;
	struct err e = {""};
	int64_t id;

	must(core_send(&h->core, &s, h->now, &id, &e), &e);
	l = sends(h, CHANNEL_MAIL);
	asks_not(to(&l, "0101"));
	messages_clear(&l);
	later(h, HOUR);
	expect_sent(h, "", "0101 0151");
}

/* Who has answered is asked no more; who has not is, and reminded anew. */
static void
test_back(void **state)
{
	struct house *h = *state;
	struct messages l;
	char *token;

	warm(h, "nspop");
	feed_says(h, "nspop", &down, 1);
	token = asked_of(h, "0101");
	expect_sent(h, "", "0101 0151");
	assert_int_equal(answers(h, token), ANSWER_GOOD);
	later(h, 30 * MINUTE);
	expect_sent(h, "0147", "");
	feed_says(h, "nspop", &over, 1);
	expect_sent(h, "0101 0147 vendors", "0101 0151");
	h->now += HOUR;
	feed_says(h, "nspop", &down, 1);
	l = sends(h, CHANNEL_MAIL);
	asks_not(to(&l, "0101"));
	free(token_of(to(&l, "0147")));
	messages_clear(&l);
	expect_sent(h, "", "0101 0151");
	later(h, 30 * MINUTE - 1);
	expect_sent(h, "", "");
	later(h, 1);
	expect_sent(h, "0147", "");
	free(token);
}

/* A clock that was ahead when it was asked. */
static void
test_clock_back(void **state)
{
	struct house *h = *state;

	h->now += 365 * DAY;
	opens(h, false);
	turn(h);
	expect_sent(h, "0101 0147 vendors", "0101 0151");
	h->now -= 365 * DAY;
	turn(h);
	later(h, 30 * MINUTE - 1);
	expect_sent(h, "", "");
	later(h, 1);
	expect_sent(h, "0147", "0101");
}

/* What was queued before goes before it: it is no page. */
static void
test_order(void **state)
{
	struct house *h = *state;
	struct messages l;

	opens(h, false);
	later(h, 30 * MINUTE);
	l = sends(h, CHANNEL_SMS);
	assert_int_equal(l.n, 3);
	assert_true(l.v[0].notice == 1 && l.v[1].notice == 1);
	assert_int_equal(l.v[2].notice, 0);
	messages_clear(&l);
}

/* An own template that has no place for the link. */
static void
test_own_template(void **state)
{
	struct house *h = *state;
	char folder[] = "/tmp/test_receipt.XXXXXX", *path;
	struct diags problems = {0};
	struct templates *t;
	struct messages l;
	struct err e;

	assert_non_null(mkdtemp(folder));
	path = xasprintf("%s/notice.mail.txt", folder);
	must(file_write(path, "{{service}}", 11, 0600, &e), &e);
	t = templates_open(folder, "da", &problems);
	h->core.templates = t;
	opens(h, false);
	l = sends(h, CHANNEL_MAIL);
	assert_string_equal(to(&l, "0101")->text, "FMK\n");
	messages_clear(&l);
	later(h, DAY);
	expect(h, "first repeat", 0);
	templates_close(t);
	diags_clear(&problems);
	unlink(path);
	rmdir(folder);
	free(path);
}

/* A preview shows what most will read; the vendors' has no link. */
static void
test_preview(void **state)
{
	struct house *h = *state;
	struct notice_texts x;
	struct incident i;
	struct err e = {""};

	incident_init(&i);
	i.effect = EFFECT_OUTAGE;
	must(core_preview(
		 &h->core, &i, NOTICE_FIRST, ORG_MUNICIPALITY, h->now, &x, &e),
	    &e);
	assert_non_null(strstr(x.text, LINK));
	notice_texts_clear(&x);
	must(core_preview(
		 &h->core, &i, NOTICE_FIRST, ORG_VENDOR, h->now, &x, &e),
	    &e);
	assert_null(strstr(x.text, LINK));
	notice_texts_clear(&x);
	incident_clear(&i);
}

/* Without a number and with SMS off it is the mail for all. */
static void
test_sms_off(void **state)
{
	struct house *h = *state;

	h->setup.conf->sms.off = true;
	opens(h, false);
	expect_sent(h, "0101 0147 vendors", "");
	later(h, 30 * MINUTE);
	expect_sent(h, "0101 0147", "");
}

/* Whose contacts are gone meanwhile is told of all the same. */
static void
test_contacts_gone(void **state)
{
	struct house *h = *state;
	struct contacts l = {0};
	struct err e = {""};

	opens(h, false);
	must(store_contacts(h->store, &l, &e), &e);
	for (size_t i = 0; i < l.n; i++)
		must(store_contact_remove(h->store, l.v[i].id, &e), &e);
	contacts_clear(&l);
	later(h, 30 * MINUTE);
	later(h, 30 * MINUTE);
	expect(h, "first receipt", 1);
	assert_true(h->next > h->now);
}

static void
test_record(void **state)
{
	struct house *h = *state;
	struct audits l = {0};
	struct err e = {""};
	char *token;
	size_t taken = 0, asked = 0;

	opens(h, false);
	token = asked_of(h, "0101");
	assert_int_equal(answers(h, token), ANSWER_GOOD);
	later(h, 30 * MINUTE);
	must(store_audits(h->store, 1, 0, &l, &e), &e);
	for (size_t i = 0; i < l.n; i++) {
		const struct audit *a = &l.v[i];

		if (str_eq(a->action, "receipt.taken")) {
			taken++;
			assert_string_equal(a->actor, "København");
			assert_string_equal(a->detail, "København (0101)");
		}
		if (str_eq(a->action, "receipt.asked")) {
			asked++;
			assert_string_equal(
			    a->detail, "no receipt from 1: Frederiksberg");
		}
	}
	assert_int_equal(taken, 1);
	assert_int_equal(asked, 1);
	audits_clear(&l);
	free(token);
}

#define RECEIPT_TEST(f) cmocka_unit_test_setup_teardown(f, build_receipts, raze)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    RECEIPT_TEST(test_asks),
	    RECEIPT_TEST(test_off),
	    RECEIPT_TEST(test_one_covers),
	    RECEIPT_TEST(test_answered_in_queue),
	    RECEIPT_TEST(test_reach),
	    RECEIPT_TEST(test_reminded),
	    RECEIPT_TEST(test_reminder_has_a_code),
	    RECEIPT_TEST(test_reminder_late),
	    RECEIPT_TEST(test_nothing_after_the_end),
	    RECEIPT_TEST(test_not_reminded_after_the_end),
	    RECEIPT_TEST(test_told),
	    RECEIPT_TEST(test_page),
	    RECEIPT_TEST(test_lapses),
	    RECEIPT_TEST(test_exercise),
	    RECEIPT_TEST(test_planned_asks_not),
	    RECEIPT_TEST(test_back),
	    RECEIPT_TEST(test_clock_back),
	    RECEIPT_TEST(test_order),
	    RECEIPT_TEST(test_own_template),
	    RECEIPT_TEST(test_preview),
	    RECEIPT_TEST(test_sms_off),
	    RECEIPT_TEST(test_contacts_gone),
	    RECEIPT_TEST(test_record),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
