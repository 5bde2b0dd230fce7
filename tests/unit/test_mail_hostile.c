/* Unit tests of feed/mail.c and what is behind it: mails made to hurt. */
#include <time.h>

#include "mails.h"

#include "conf/config.h"
#include "feed/mailauth.h"
#include "feed/mailthread.h"

#define SECONDS 10 /* of CPU for one mail, sanitizers and all */
#define FROM "From: drift@example.dk\n"

static struct buf body;
static struct mail mail;

static int
set_up(void **state)
{
	(void)state;
	buf_init(&body, 2 * LIMIT_FEED_BODY);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	buf_clear(&body);
	mail_clear(&mail);
	return 0;
}

static void
repeat(const char *s, size_t times)
{
	for (size_t i = 0; i < times; i++)
		buf_adds(&body, s);
}

/* Until the body is as large as one may be. */
static void
fill(const char *s)
{
	repeat(s, (LIMIT_FEED_BODY - body.len) / strlen(s));
}

static void
check_limits(void)
{
	const struct mail *one = &mail;
	struct reports l = {0};

	assert_true(strlen(mail.id) <= LIMIT_TITLE);
	assert_true(strlen(mail.from) <= LIMIT_ADDRESS);
	assert_true(strlen(mail.subject) <= LIMIT_TITLE);
	assert_true(strlen(mail.text) <= LIMIT_TEXT);
	assert_true(strlen(mail.quoted) <= LIMIT_TEXT);
	assert_true(mail.links.n <= LIMIT_MAIL_REFERENCES);
	assert_true(mail.results.n <= LIMIT_MAIL_REFERENCES);
	assert_true(utf8_valid(mail.text, strlen(mail.text)));
	assert_true(utf8_valid(mail.subject, strlen(mail.subject)));
	mailthread_reports("f", &one, 1, INT64_MIN, &l);
	assert_int_equal(l.n, 1);
	assert_true(strlen(l.v[0].id) <= LIMIT_TITLE);
	assert_true(strlen(l.v[0].title) <= LIMIT_TITLE);
	assert_true(strlen(l.v[0].text) <= LIMIT_TEXT);
	assert_true(l.v[0].newest <= strlen(l.v[0].text));
	reports_clear(&l);
}

static void
check_auth(void)
{
	char *senders[] = {(char[]){"drift@example.dk"}};
	char *auth[] = {(char[]){"dmarc"}};
	struct feed_conf f = {.senders = {senders, 1},
	    .authserv_id = (char[]){"mx.example.dk"},
	    .auth = {auth, 1}};
	struct err e;

	assert_int_equal(mailauth_check(&f, &mail, &e), -1);
}

/* Reads it, however long that may take, and checks what came of it. */
static void
read_body(void)
{
	clock_t start = clock();

	assert_false(buf_failed(&body));
	mail_of(buf_str(&body), body.len, &mail);
	check_limits();
	check_auth();
	if (clock() - start > (clock_t)SECONDS * CLOCKS_PER_SEC)
		fail_msg(
		    "took %ld s", (long)((clock() - start) / CLOCKS_PER_SEC));
}

static void
test_deep_multiparts(void **state)
{
	(void)state;
	buf_adds(&body, FROM);
	for (int i = 0; body.len < LIMIT_FEED_BODY - 128; i++)
		buf_addf(&body,
		    "Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n", i,
		    i);
	read_body();
	assert_false(mail.whole);
}

static void
test_deep_messages(void **state)
{
	(void)state;
	buf_adds(&body, FROM);
	fill("Content-Type: message/rfc822\n\n");
	read_body();
	assert_false(mail.whole);
}

/* Not deeper than may be: the text is found, and all of it was read. */
static void
test_nested(void **state)
{
	(void)state;
	buf_adds(&body, FROM);
	for (int i = 0; i < 10; i++)
		buf_addf(&body,
		    "Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n", i,
		    i);
	buf_adds(&body, "\nFMK er nede\n");
	for (int i = 9; i >= 0; i--)
		buf_addf(&body, "--b%d--\n", i);
	read_body();
	assert_string_equal(mail.text, "FMK er nede");
	assert_true(mail.whole);
}

static void
test_many_parts(void **state)
{
	(void)state;
	buf_adds(&body,
	    FROM "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nfirst\n");
	fill("--b\n\nx\n");
	buf_adds(&body, "\n--b--\n");
	read_body();
	assert_true(str_starts(mail.text, "first"));
	assert_false(mail.whole);
}

static void
test_alternatives(void **state)
{
	(void)state;
	buf_adds(&body, FROM);
	for (int i = 0; i < LIMIT_MIME_DEPTH - 2; i++)
		buf_addf(&body,
		    "Content-Type: multipart/alternative; boundary=b%d\n\n"
		    "--b%d\n\nx\n--b%d\n",
		    i, i, i);
	fill("\nyyyyyyyyyyyyyyyyyyy");
	read_body();
	assert_false(mail.whole);
}

static void
test_header(void **state)
{
	(void)state;
	fill("X-Header: a\n");
	buf_adds(&body, "\nx");
	read_body();
	assert_string_equal(mail.from, "");
	tear_down(state);
	set_up(state);
	buf_adds(&body, FROM "References:");
	fill(" <x@y>");
	read_body();
	assert_int_equal(mail.links.n, 1);
	tear_down(state);
	set_up(state);
	buf_adds(&body, FROM "References:");
	for (int i = 0; body.len < LIMIT_FEED_BODY - 64; i++)
		buf_addf(&body, " <%d@y>", i);
	read_body();
	tear_down(state);
	set_up(state);
	buf_adds(&body, FROM "Message-ID: <");
	fill("x");
	buf_adds(&body, ">\nSubject:");
	repeat(" =?utf-8?B?IMO4ZW4=?=", 100000);
	read_body();
}

static void
test_addresses(void **state)
{
	(void)state;
	buf_adds(&body, "From: ");
	fill("a@b.dk, ");
	read_body();
	assert_string_equal(mail.from, "");
	tear_down(state);
	set_up(state);
	buf_adds(&body, "From: ");
	fill("(");
	read_body();
}

static void
test_results(void **state)
{
	static const char *const ends[] = {"(", "\"", ";", "=", "a=b ", "a;",
	    "\\", "()", "\"\"", "dmarc=pass;x"};

	(void)state;
	for (size_t i = 0; i < LENGTH(ends); i++) {
		tear_down(state);
		set_up(state);
		buf_adds(
		    &body, FROM "Authentication-Results: mx.example.dk; x=");
		repeat(ends[i], LIMIT_FEED_BODY / 8 / strlen(ends[i]));
		if (str_starts(ends[i], "dmarc"))
			break;
		read_body();
	}
	tear_down(state);
	set_up(state);
	buf_adds(&body, FROM);
	fill("Authentication-Results: mx.example.dk; dmarc=fail\n");
	read_body();
}

static void
test_texts(void **state)
{
	static const char *const texts[] = {"> ", ">", "\n", "\r", "x\n",
	    ">x\n>>x\n", "Fra: x\n", "From: x\nDate: x\nTo: x\n",
	    "Den 1. kl. 1.00 skrev\n", "-----Original Message-----\n",
	    "________________________\n", "a\n\n", "Resolved - x\n\n", "\xc3",
	    "<div>", "&nbsp;", "-- \n"};

	(void)state;
	for (size_t i = 0; i < LENGTH(texts); i++)
		for (int html = 0; html < 2; html++) {
			tear_down(state);
			set_up(state);
			buf_adds(&body, html ? FROM
					    "Content-Type: text/html\n\n"
					     : FROM "Content-Type: text/plain; "
						    "format=flowed\n\n");
			repeat(
			    texts[i], LIMIT_FEED_BODY / 32 / strlen(texts[i]));
			read_body();
		}
}

/* Words, and then nothing more for as long as there is room. */
static void
test_empty_lines(void **state)
{
	clock_t start = clock();

	(void)state;
	buf_adds(&body, FROM "\nFMK er nede\n");
	repeat("\n", LIMIT_TEXT);
	buf_adds(&body, "x\n");
	for (int i = 0; i < 4; i++) {
		mail_clear(&mail);
		read_body();
	}
	assert_true(clock() - start < (clock_t)SECONDS * CLOCKS_PER_SEC);
}

/* Bytes of a mail changed by chance: the same ones for the same SEED. */
static void
test_garbled(void **state)
{
	static const char good[] =
	    "Received: by a; Sat, 28 Mar 2026 22:13:05 +0100\n"
	    "Authentication-Results: mx.example.dk; dkim=pass "
	    "header.d=a.dk\n" FROM
	    "Subject: =?utf-8?B?IMO4ZW4=?=\nMessage-ID: <a@b>\n"
	    "Date: Sat, 28 Mar 2026 22:13:00 +0100\nReferences: <b@c> <c@d>\n"
	    "Content-Type: multipart/alternative; boundary=\"b\"\n\n"
	    "--b\nContent-Type: text/plain; charset=utf-8; format=flowed\n"
	    "Content-Transfer-Encoding: quoted-printable\n\nFMK =C3=B8 \nx\n"
	    "> y\n--b\nContent-Type: text/html; charset=iso-8859-1\n"
	    "Content-Transfer-Encoding: base64\n\nPHA+RksgPC9wPg==\n"
	    "--b\nContent-Type: message/rfc822\n\nSubject: x\n\ny\n--b--\n";
	const char *given = getenv("SEED");
	unsigned seed = given != NULL ? (unsigned)strtoul(given, NULL, 10)
				      : (unsigned)time(NULL);
	struct err e;

	(void)state;
	print_message("SEED=%u\n", seed);
	srandom(seed);
	for (int i = 0; i < 3000; i++) {
		char s[sizeof(good)];
		size_t n = (size_t)random() % (sizeof(good) - 1) + 1;

		memcpy(s, good, sizeof(good));
		for (long k = random() % 8; k >= 0; k--)
			s[(size_t)random() % n] = (char)random();
		tear_down(state);
		if (mail_read(s, n, false, TIME_NONE, &mail, &e) == 0)
			check_limits();
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(
		test_deep_multiparts, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(
		test_deep_messages, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_nested, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_many_parts, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(
		test_alternatives, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_header, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_addresses, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_results, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_texts, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(
		test_empty_lines, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(test_garbled, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, mails_strict, NULL);
}
