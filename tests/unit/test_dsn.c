/*
 * Unit tests of deliver/dsn.h: reports as Postfix, Exchange and Sendmail write
 * them, what is none, and what nobody should write.
 */
#include "mails.h"

#include "base/file.h"
#include "deliver/dsn.h"

#define BO "bo@kommune.example.dk"
#define BO_LUND "bo.lund@kommune.example.dk"

/* "failed bo@… (bo.lund@…) 5.1.1: why", a line each. */
static char *
in_lines(const struct dsn *d)
{
	static const char *const actions[] = {
	    "failed", "delayed", "delivered", "other"};
	struct buf b;

	buf_init(&b, 4 * 1024 * 1024);
	for (size_t i = 0; i < d->n; i++) {
		const struct dsn_recipient *r = &d->v[i];

		buf_addf(&b, "%s %s (%s) %s: %s\n", actions[r->action],
		    r->final, r->original, r->status, r->text);
	}
	return buf_steal(&b);
}

static void
expect(const char *mail, size_t len, int result, const char *lines)
{
	struct dsn d;
	struct err e = {""};
	char *s;

	assert_int_equal(dsn_read(mail, len, &d, &e), result);
	s = in_lines(&d);
	assert_string_equal(s, lines);
	free(s);
	dsn_clear(&d);
}

static char *
load(const char *name, size_t *len)
{
	char *path = xasprintf("tests/data/bounce/%s.eml", name), *mail;
	struct err e;

	if (file_read(path, LIMIT_BOUNCE, &mail, len, &e) == -1)
		fail_msg("%s", e.msg);
	free(path);
	return mail;
}

static const struct {
	const char *file;
	int result;
	const char *lines;
} kept[] = {
    {"postfix-failed", 0,
	"failed " BO " (" BO_LUND ") 5.1.1: 550 5.1.1 <" BO
	">: Recipient address rejected: User unknown in local recipient "
	"table\n"},
    {"postfix-delayed", 0,
	"delayed " BO " (" BO_LUND ") 4.4.1: connect to "
	"mail.kommune.example.dk[192.0.2.7]:25: Connection timed out\n"},
    {"postfix-gave-up", 0,
	"failed " BO " (" BO_LUND ") 4.4.1: connect to "
	"mail.kommune.example.dk[192.0.2.7]:25: Connection timed out\n"},
    {"postfix-delivered", 0,
	"delivered " BO " (" BO_LUND
	") 2.0.0: 250 2.0.0 Ok: queued as 9F8E7D6C5B\n"},
    {"exchange-failed", 0,
	"failed " BO " () 5.1.10: 550 5.1.10 RESOLVER.ADR.RecipientNotFound; "
	"Recipient not found by SMTP address lookup\n"
	"failed Carl@Kommune.Example.DK () 5.2.2: 554 5.2.2 mailbox full\n"},
    {"sendmail-failed", 0,
	"failed " BO " () 5.1.1: 550 5.1.1 <" BO ">... User unknown\n"},
    {"utf8-failed", 0,
	"failed " BO " (" BO_LUND ") 5.1.1: 550 5.1.1 Modtageren findes ikke: "
	"Bø er ophørt\n"},
    {"reader-displayed", 0, "delivered " BO " () : no reason given\n"},
    {"relayed", 0,
	"other " BO " () 2.0.0: 2.0.0\n"
	"other liste@kommune.example.dk () 2.0.0: 2.0.0\n"
	"failed uden@kommune.example.dk () 5.7.1: 5.7.1\n"},
    {"old-bounce", -1, ""},
    {"vacation", 1, ""},
    /* Somebody passes on what came back to her: that is not ours. */
    {"forwarded", -1, ""},
    {"nobody", -1, ""},
};

static void
test_kept(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH(kept); i++) {
		size_t len;
		char *mail = load(kept[i].file, &len);

		print_message("%s\n", kept[i].file);
		expect(mail, len, kept[i].result, kept[i].lines);
		free(mail);
	}
}

/* With CRLF, as it goes over the wire, they say the same. */
static void
test_crlf(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH(kept); i++) {
		size_t len;
		char *mail = load(kept[i].file, &len);
		struct buf b;

		buf_init(&b, LIMIT_BOUNCE);
		for (size_t k = 0; k < len; k++)
			buf_adds(&b,
			    mail[k] == '\n' ? "\r\n" : (char[]){mail[k], 0});
		expect(b.data, b.len, kept[i].result, kept[i].lines);
		buf_clear(&b);
		free(mail);
	}
}

static void
test_to(void **state)
{
	static const struct {
		const char *file, *to;
	} all[] = {
	    {"postfix-failed", "fmk-bounce+42.0f1e2d3c4b5a6978@example.dk"},
	    {"exchange-failed", "fmk-bounce+42.0f1e2d3c4b5a6978@example.dk"},
	    {"nobody", ""},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(all); i++) {
		size_t len;
		char *mail = load(all[i].file, &len);
		struct dsn d;
		struct err e;

		dsn_read(mail, len, &d, &e);
		assert_string_equal(d.to, all[i].to);
		dsn_clear(&d);
		free(mail);
	}
}

/* Every beginning of a good one is read without harm. */
static void
test_cut(void **state)
{
	size_t len;
	char *mail = load("postfix-failed", &len);

	(void)state;
	for (size_t n = 0; n <= len; n++) {
		char *part = xmalloc(n + 1);
		struct dsn d;
		struct err e = {""};

		memcpy(part, mail, n);
		if (dsn_read(part, n, &d, &e) == -1)
			assert_string_not_equal(e.msg, "");
		dsn_clear(&d);
		free(part);
	}
	free(mail);
}

#define HEAD                                                                 \
	"To: a@example.dk\nMIME-Version: 1.0\nContent-Type: "                \
	"multipart/report; report-type=delivery-status; boundary=b\n\n--b\n" \
	"Content-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\n"

static void
test_many(void **state)
{
	struct buf b;
	struct dsn d;
	struct err e;

	(void)state;
	buf_init(&b, LIMIT_BOUNCE);
	buf_adds(&b, HEAD);
	for (int i = 0; i < 2 * LIMIT_BOUNCE_RECIPIENTS; i++)
		buf_addf(&b,
		    "Final-Recipient: rfc822; k%d@example.dk\n"
		    "Action: failed\n\n",
		    i);
	buf_adds(&b, "--b--\n");
	assert_int_equal(dsn_read(b.data, b.len, &d, &e), 0);
	assert_int_equal(d.n, LIMIT_BOUNCE_RECIPIENTS);
	assert_string_equal(d.v[d.n - 1].final, "k999@example.dk");
	dsn_clear(&d);
	buf_clear(&b);
}

/* A long value is cut, a folded one joined, what is no text mended. */
static void
test_fields(void **state)
{
	struct buf b;
	struct dsn d;
	struct err e;

	(void)state;
	buf_init(&b, LIMIT_BOUNCE);
	buf_adds(&b, HEAD "final-recipient :\tignored\n"
			  "FINAL-RECIPIENT:rfc822;\r\n\ta@example.dk\r\n"
			  "Final-Recipient: rfc822; second@example.dk\n"
			  "no field\n: no name\nAction:failed\n"
			  "Status: 5.1.1111111\nDiagnostic-Code: smtp; \xff\x01"
			  "a\xc2\x9b"
			  "b");
	for (int i = 0; i < 100000; i++)
		buf_addc(&b, 'x');
	buf_adds(&b, "\n\n--b--\n");
	assert_int_equal(dsn_read(b.data, b.len, &d, &e), 0);
	assert_int_equal(d.n, 1);
	assert_string_equal(d.v[0].final, "a@example.dk");
	assert_string_equal(d.v[0].status, "");
	assert_true(strlen(d.v[0].text) <= LIMIT_REPLY + 4);
	assert_true(utf8_valid(d.v[0].text, strlen(d.v[0].text)));
	assert_null(strchr(d.v[0].text, '\x01'));
	/* Nor what a terminal obeys: CSI in one character. */
	assert_non_null(strstr(d.v[0].text, "a b"));
	dsn_clear(&d);
	buf_clear(&b);
}

/* Reports in reports, and parts without end. */
static void
test_deep(void **state)
{
	struct buf b;

	(void)state;
	buf_init(&b, LIMIT_BOUNCE);
	for (int i = 0; i < 500; i++)
		buf_addf(&b,
		    "Content-Type: multipart/report; boundary=b%d\n\n--b%d\n",
		    i, i);
	buf_adds(&b, "Content-Type: message/delivery-status\n\n"
		     "Final-Recipient: rfc822; a@example.dk\n\n");
	expect(b.data, b.len, -1, "");
	buf_reset(&b);
	buf_adds(&b, "Content-Type: multipart/report; boundary=b\n\n");
	for (int i = 0; i < 20000; i++)
		buf_adds(&b, "--b\n\nx\n");
	buf_adds(&b, "--b\nContent-Type: message/delivery-status\n\n"
		     "Final-Recipient: rfc822; a@example.dk\n\n--b--\n");
	expect(b.data, b.len, -1, "");
	buf_clear(&b);
	expect("", 0, -1, "");
	expect("\n", 1, -1, "");
	expect("From x\n", 7, -1, "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_kept),
	    cmocka_unit_test(test_crlf),
	    cmocka_unit_test(test_to),
	    cmocka_unit_test(test_cut),
	    cmocka_unit_test(test_many),
	    cmocka_unit_test(test_fields),
	    cmocka_unit_test(test_deep),
	};

	return cmocka_run_group_tests_name(
	    "delivery status notifications", tests, mails_strict, NULL);
}
