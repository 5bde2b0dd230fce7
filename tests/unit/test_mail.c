/* Unit tests of feed/mail.c and mailbody.c: one mail, however it is made. */
#include "mails.h"

#include "feed/charset.h"

#define FROM "From: drift@example.dk\n"
#define PLAIN FROM "Content-Type: text/plain; charset="
#define QP "\nContent-Transfer-Encoding: quoted-printable\n\n"
#define MIXED FROM "Content-Type: multipart/mixed; boundary=b\n\n"
#define ALTERNATIVE FROM "Content-Type: multipart/alternative; boundary=b\n\n"

static void
check_texts(const char *mail, const char *text, bool whole)
{
	struct mail m = mail_from(mail);

	assert_string_equal(m.text, text);
	if (m.whole != whole)
		fail_msg("%s is%s whole", mail, m.whole ? "" : " not");
	mail_clear(&m);
}

static void
test_charsets(void **state)
{
	static const struct {
		const char *mail, *text;
		bool whole;
	} cases[] = {
	    {PLAIN "utf-8\n\np\u00e5 \u00f8en", "p\u00e5 \u00f8en", true},
	    {PLAIN "iso-8859-1\n\np\xe5 \xf8"
		   "en",
		"p\u00e5 \u00f8en", true},
	    /* windows-1252, whatever is declared */
	    {PLAIN "iso-8859-1" QP "=93nede=94 =96 p=E5",
		"\u201cnede\u201d \u2013 p\u00e5", true},
	    {PLAIN "us-ascii\n\nf\xf8r", "f\u00f8r", true},
	    {PLAIN "x-unknown\n\nf\xf8r", "f\u00f8r", true},
	    {FROM "\nf\xf8r", "f\u00f8r", true},
	    /* UTF-8, whatever is declared */
	    {FROM "\nf\u00f8r", "f\u00f8r", true},
	    {PLAIN "iso-8859-1\n\nf\u00f8r", "f\u00f8r", true},
	    {PLAIN "x-unknown\n\nf\u00f8r", "f\u00f8r", true},
	    {PLAIN "\"../../etc/passwd\"\n\nf\u00f8r", "f\u00f8r", true},
	    {PLAIN "iso-8859-15" QP "10 =A4", "10 \u20ac", true},
	    {PLAIN "utf-16le\nContent-Transfer-Encoding: base64\n\nZgD4AHI=\n",
		"f\u00f8\ufffd", false},
	    {PLAIN "utf-16le\nContent-Transfer-Encoding: base64\n\n"
		   "ZgD4AHIA\n",
		"f\u00f8r", true},
	    {PLAIN "utf-32be\nContent-Transfer-Encoding: base64\n\n"
		   "AAAAZgAAAPgAAABy\n",
		"f\u00f8r", true},
	    /* one torn character does not spoil the others */
	    {PLAIN "utf-8\n\nf\u00f8r og p\xc3", "f\u00f8r og p\ufffd", false},
	    {PLAIN "iso-8859-1\n\n\x81 f\xf8r", "\ufffd f\u00f8r", false},
	    /* base64 that is torn */
	    {PLAIN "utf-8\nContent-Transfer-Encoding: base64\n\nRk1LIGVyIG5l\n",
		"FMK er ne", true},
	    {PLAIN
		"utf-8\nContent-Transfer-Encoding: base64\n\nRk1LIGVyIG5lZG\n",
		"FMK er ne", false},
	    {PLAIN "utf-8\nContent-Transfer-Encoding: base64\n\nRk1LIGvDuHJl\n",
		"FMK k\u00f8re", true},
	    {PLAIN "utf-8\nContent-Transfer-Encoding: base64\n\nRk1LIGvDuHJ\n",
		"FMK k\ufffd", false},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++)
		check_texts(cases[i].mail, cases[i].text, cases[i].whole);
}

static void
test_parts(void **state)
{
	static const struct {
		const char *mail, *text;
		bool whole;
	} cases[] = {
	    {FROM "Content-Type: text/html\n\n<p>FMK er <b>nede</b></p><p>x",
		"FMK er nede\n\nx", true},
	    /* plain before HTML, unless it is empty or a stub */
	    {ALTERNATIVE "--b\n\nplain text\n--b\nContent-Type: "
			 "text/html\n\n<p>html text</p>\n--b--\n",
		"plain text", true},
	    {ALTERNATIVE "--b\nContent-Type: text/html\n\n<p>html text</p>\n"
			 "--b\n\nplain text\n--b--\n",
		"plain text", true},
	    {ALTERNATIVE "--b\n\n \n\n--b\nContent-Type: "
			 "text/html\n\n<p>html text</p>\n--b--\n",
		"html text", true},
	    {ALTERNATIVE "--b\n\nSe HTML.\n--b\nContent-Type: text/html\n\n"
			 "<p>Der er en fejl i FMK, og den er ikke "
			 "rettet.</p>\n--b--\n",
		"Der er en fejl i FMK, og den er ikke rettet.", true},
	    /* one that is not so much shorter, but tells something else */
	    {ALTERNATIVE "--b\n\nDin mail kan ikke vise HTML.\n--b\n"
			 "Content-Type: text/html\n\n<p>Der er en fejl i FMK, "
			 "og den er ikke rettet.</p>\n--b--\n",
		"Der er en fejl i FMK, og den er ikke rettet.", true},
	    {ALTERNATIVE "--b\nContent-Type: text/html\n\n<p>Der er en fejl i "
			 "FMK, og den er ikke rettet.</p>\n--b\n\nDin mail kan "
			 "ikke vise HTML.\n--b--\n",
		"Der er en fejl i FMK, og den er ikke rettet.", true},
	    {ALTERNATIVE "--b\n\nFMK er nede.\n--b\nContent-Type: "
			 "text/html\n\n<p>Se mere</p>\n--b--\n",
		"FMK er nede.", true},
	    {ALTERNATIVE "--b\n\nFejl i *FMK*\n--b\nContent-Type: text/html\n\n"
			 "<p>Fejl i <b>FMK</b></p><p>afmeld her</p>\n--b--\n",
		"Fejl i *FMK*", true},
	    /* attachments are no text, and not named */
	    {MIXED "--b\n\ntext\n--b\nContent-Type: text/plain; "
		   "name=log.txt\n\nlog\n--b\nContent-Disposition: "
		   "attachment\n\nmore\n--b\nContent-Type: "
		   "application/pdf\n\n%PDF\n--b--\n",
		"text", true},
	    {MIXED "--b\nContent-Type: application/pdf\n\n%PDF\n--b--\n", "",
		false},
	    {MIXED "--b\n\none\n--b\n\ntwo\n--b--\n", "one\n\ntwo", true},
	    /* a mail within the mail */
	    {MIXED "--b\n\nTil orientering.\n--b\nContent-Type: "
		   "message/rfc822\n\nSubject: Inner\n\nFMK er nede.\n--b--\n",
		"Til orientering.\n\nInner\n\nFMK er nede.", true},
	    /* what is torn: the last boundary is missing */
	    {MIXED "--b\n\ntext\n", "text", false},
	    {MIXED "--b\n\ntext\n--b\nContent-Type: text/html\n\n<p>mo",
		"text\n\nmo", false},
	    {FROM "Content-Type: multipart/mixed\n\n--b\n\ntext\n--b--\n", NULL,
		false},
	    {FROM "Content-Type: multipart/mixed; boundary=b\n\ntext", "",
		false},
	    /* locked, or in pieces */
	    {FROM "Content-Type: multipart/encrypted; boundary=b; "
		  "protocol=\"application/pgp-encrypted\"\n\n--b\n\nx\n--b--\n",
		"", false},
	    {FROM "Content-Type: message/partial; id=a; number=1; "
		  "total=2\n\nSubject: x\n\ntext",
		"", false},
	    {MIXED "--b\n\ntext\n--b\nContent-Type: message/partial; id=a; "
		   "number=1; total=2\n\nSubject: x\n\nmore\n--b--\n",
		"text", false},
	    /* signed; with pictures */
	    {FROM "Content-Type: multipart/signed; boundary=b\n\n--b\n\ntext\n"
		  "--b\nContent-Type: text/plain\n\nsignature\n--b--\n",
		"text", true},
	    {FROM "Content-Type: multipart/related; boundary=b\n\n--b\n"
		  "Content-Type: text/html\n\n<p>text\n"
		  "--b\nContent-Type: image/png\n\nx\n--b--\n",
		"text", true},
	    {PLAIN "utf-8; format=flowed\n\nFMK er \nnede.\n\n-- \nDrift\n",
		"FMK er nede.", true},
	    {PLAIN "utf-8; format=flowed; delsp=yes\n\nFMK-on \nline\n",
		"FMK-online", true},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct mail m = mail_from(cases[i].mail);

		if (cases[i].text != NULL)
			assert_string_equal(m.text, cases[i].text);
		if (m.whole != cases[i].whole)
			fail_msg("%s is%s whole", cases[i].mail,
			    m.whole ? "" : " not");
		mail_clear(&m);
	}
}

static void
test_header(void **state)
{
	struct mail m = mail_from(
	    "From drift@example.dk Sat Mar 28 22:13:00 2026\n"
	    "Authentication-Results: a\n"
	    "Received: by a; Sat, 28 Mar 2026 22:13:05 +0100 (CET)\n"
	    "Authentication-Results: b;\n x\n"
	    "Received: by b; Sat, 28 Mar 2026 21:13:05 +0100\n"
	    "FROM: \"evil@example.org\" <Drift@Example.DK>\n"
	    "Subject: =?iso-8859-1?Q?SV:_FMK_er_nede_p=E5?=\n"
	    " =?utf-8?B?IMO4ZW4=?=\n"
	    "Date: Sat, 28 Mar 2026 22:13:00 +0100 (CET)\n"
	    "Message-ID: <3@example.dk>\n"
	    "In-Reply-To: <2@example.dk> (a comment)\n"
	    "References: <1@example.dk>\n\t<2@example.dk> <1@example.dk>\n"
	    "\ntext\n");

	(void)state;
	assert_string_equal(m.from, "drift@example.dk");
	assert_string_equal(m.subject, "SV: FMK er nede p\u00e5 \u00f8en");
	assert_string_equal(m.id, "3@example.dk");
	assert_int_equal(m.links.n, 2);
	assert_string_equal(m.links.v[0], "1@example.dk");
	assert_string_equal(m.links.v[1], "2@example.dk");
	assert_int_equal(m.at, utc_from_civil(2026, 3, 28, 21, 13, 0));
	assert_int_equal(m.results.n, 2);
	assert_int_equal(m.n_above, 1);
	assert_string_equal(m.text, "text");
	assert_true(m.whole);
	mail_clear(&m);
}

static void
test_senders(void **state)
{
	static const struct {
		const char *mail, *from;
	} cases[] = {
	    {"Subject: x\n\n", ""},
	    {"From: a@example.dk, b@example.dk\n\n", ""},
	    {"From: a@example.dk\nFrom: b@example.dk\n\n", ""},
	    {"From: a@example.dk\nFrom:\n\n", ""},
	    {"From: group: a@example.dk;\n\n", ""},
	    {"From: a@example.dk (b@example.org)\n\n", "a@example.dk"},
	    {"From: =?utf-8?q?a=40example=2Edk?= <b@example.org>\n\n",
		"b@example.org"},
	};
	static const char nul[] = "From: a@example.dk\0@example.org\n\ntext";
	struct mail m;

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		m = mail_from(cases[i].mail);
		assert_string_equal(m.from, cases[i].from);
		mail_clear(&m);
	}
	mail_of(nul, sizeof(nul) - 1, &m);
	assert_string_equal(m.from, "");
	mail_clear(&m);
	/* In the text it does no harm. */
	mail_of("From: a@example.dk\n\nx\0y", 23, &m);
	assert_string_equal(m.from, "a@example.dk");
	assert_string_equal(m.text, "x\ufffdy");
	assert_false(m.whole);
	mail_clear(&m);
}

static int64_t
at(const char *header, int64_t arrived)
{
	char *s = xasprintf("%s\n\nx", header);
	struct mail m;
	struct err e;
	int64_t t;

	assert_int_equal(mail_read(s, strlen(s), false, arrived, &m, &e), 0);
	t = m.at;
	mail_clear(&m);
	free(s);
	return t;
}

static void
test_times(void **state)
{
	const int64_t noon = utc_from_civil(2026, 3, 28, 12, 0, 0);

	(void)state;
	assert_int_equal(
	    at("Date: 28 Mar 2026 11:00:00 GMT", noon), noon - 3600);
	assert_int_equal(
	    at("Date: 28 Mar 2026 11:00:00 GMT", TIME_NONE), noon - 3600);
	/* none, none that is one, or one that cannot be */
	assert_int_equal(at("Subject: x", noon), noon);
	assert_int_equal(at("Date: yesterday", noon), noon);
	assert_int_equal(at("Date: 1 Jan 9999 00:00:00 GMT", noon), noon);
	assert_int_equal(at("Date: 1 Jan 1980 00:00:00 GMT", noon), noon);
	/* A clock that is a little ahead does not come after the arrival. */
	assert_int_equal(at("Date: 28 Mar 2026 12:05:00 GMT", noon), noon);
	/* The server that took it knows better than the file. */
	assert_int_equal(at("Received: by a; 28 Mar 2026 11:30:00 GMT\n"
			    "Received: by b; 28 Mar 2026 09:30:00 GMT",
			     noon),
	    noon - 1800);
	assert_int_equal(
	    at("Received: by a; 28 Mar 2027 11:30:00 GMT", noon), noon);
	assert_int_equal(at("Received: by a", noon), noon);
	assert_true(at("Subject: x", TIME_NONE) == TIME_NONE);
}

static void
test_identity(void **state)
{
	struct mail a = mail_from(FROM "Subject: x\n\ny");
	struct mail b = mail_from(
	    "X-Other: 1\n" FROM "Message-ID: none\nSubject: x\n\ny");
	struct mail c = mail_from(FROM "Subject: x\n\nz");

	(void)state;
	assert_int_equal(strlen(a.id), 64);
	assert_string_equal(a.id, b.id);
	assert_string_not_equal(a.id, c.id);
	mail_clear(&a);
	mail_clear(&b);
	mail_clear(&c);
}

static void
test_machines(void **state)
{
	static const struct {
		const char *mail, *machine;
	} cases[] = {
	    {FROM "Content-Type: multipart/report; boundary=b\n\n--b--\n",
		"a delivery report"},
	    {FROM "Auto-Submitted: auto-replied\n\nx", "an automatic reply"},
	    {FROM "Auto-Submitted: auto-generated\n\nx", ""},
	    {FROM "\nx", ""},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct mail m = mail_from(cases[i].mail);

		assert_string_equal(m.machine, cases[i].machine);
		mail_clear(&m);
	}
}

static void
test_statuspage(void **state)
{
	struct mail m = mail_from(
	    FROM "\nNSP\nFMK er nede\n\nResolved - Driften er normal.\n\n"
		 "Mar 28, 22:13 CET\nInvestigating - Opslag fejler.\n");

	(void)state;
	assert_true(m.update);
	assert_string_equal(m.status, "resolved");
	assert_string_equal(m.text, "NSP\nFMK er nede\n\nDriften er normal.");
	assert_non_null(strstr(m.quoted, "Opslag fejler."));
	mail_clear(&m);
	m = mail_from(FROM "\nUpdate - Vi arbejder stadig.\n");
	assert_true(m.update);
	assert_string_equal(m.status, "");
	assert_string_equal(m.text, "Vi arbejder stadig.");
	mail_clear(&m);
	m = mail_from(FROM "\nStatus: FMK resolved - maybe.\n");
	assert_false(m.update);
	mail_clear(&m);
}

static void
test_no_mail(void **state)
{
	static const char *const cases[] = {
	    "", "\n", "\n\nFMK er nede", "From drift@example.dk\n"};
	struct mail m;
	struct err e;

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		assert_int_equal(mail_read(cases[i], strlen(cases[i]), false,
				     TIME_NONE, &m, &e),
		    -1);
		mail_clear(&m);
	}
	assert_int_equal(mail_read(FROM "\nx", 25, true, TIME_NONE, &m, &e), 0);
	assert_false(m.whole);
	mail_clear(&m);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_charsets),
	    cmocka_unit_test(test_parts),
	    cmocka_unit_test(test_header),
	    cmocka_unit_test(test_senders),
	    cmocka_unit_test(test_times),
	    cmocka_unit_test(test_identity),
	    cmocka_unit_test(test_machines),
	    cmocka_unit_test(test_statuspage),
	    cmocka_unit_test(test_no_mail),
	};

	return cmocka_run_group_tests(tests, mails_strict, NULL);
}
