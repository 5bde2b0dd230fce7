/* Unit tests of deliver/compose: what a mail looks like on the wire. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/attr.h"
#include "base/clock.h"
#include "base/limits.h"
#include "base/mem.h"
#include "deliver/compose.h"

static char from[] = "MedCom <fmk@medcom.example.dk>";
static char reply_to[] = "vagt@medcom.example.dk";
static char nothing[] = "";

static struct mail_conf
conf(void)
{
	return (struct mail_conf){.from = from,
	    .reply_to = reply_to,
	    .ehlo = nothing,
	    .maildir = nothing};
}

static struct recipient
who(const char *name, const char *address, bool due)
{
	return (struct recipient){.delivery = 1,
	    .name = xstrdup(name),
	    .address = xstrdup(address),
	    .due = due};
}

/* A usual mail: two contacts, one of them due, and one vendor in copy. */
static struct message
usual(void)
{
	struct message m = {.id = 42,
	    .incident = 7,
	    .notice = 3,
	    .channel = CHANNEL_MAIL,
	    .audience = ORG_MUNICIPALITY};

	m.org = xstrdup("0101");
	m.org_name = xstrdup("København");
	m.created = utc_from_civil(2026, 3, 28, 22, 13, 0);
	m.subject = xstrdup("FMK er nede – besked nr. 3");
	m.text = xstrdup("Hvad er ramt?\nFMK kan ikke bruges på grund af €.\n"
			 ".\nfrom mars\nFrom mars\n");
	m.html = xstrdup("<p>FMK kan ikke bruges. Æ.</p>\n");
	m.message_id = xstrdup("fmk-7-3-0101@example.dk");
	m.in_reply_to = xstrdup("fmk-7-1-0101@example.dk");
	m.to = xcalloc(2, sizeof(*m.to));
	m.n_to = 2;
	m.to[0] = who("Åse Ærø", "aase@kommune.example.dk", true);
	m.to[1] = who("", "bo@kommune.example.dk", false);
	m.cc = xcalloc(1, sizeof(*m.cc));
	m.n_cc = 1;
	m.cc[0] = who("Drift, EOJ", "drift@eoj.example.dk", false);
	return m;
}

static void
free_people(struct recipient *r, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		free(r[i].name);
		free(r[i].address);
	}
	free(r);
}

static void
release(struct message *m)
{
	free(m->org);
	free(m->org_name);
	free(m->subject);
	free(m->text);
	free(m->html);
	free(m->message_id);
	free(m->in_reply_to);
	free_people(m->to, m->n_to);
	free_people(m->cc, m->n_cc);
}

/* Composes, releases m, and returns the mail: release with free(). */
static char *
composed(struct message *m)
{
	struct mail_conf c = conf();
	struct buf out;
	struct err e = {""};

	buf_init(&out, LIMIT_MAIL_BYTES);
	if (compose(m, &c, NULL, &out, &e) == -1)
		fail_msg("%s", e.msg);
	release(m);
	return buf_steal(&out);
}

static void
has(const char *mail, const char *part)
{
	if (strstr(mail, part) == NULL)
		fail_msg("no \"%s\" in:\n%s", part, mail);
}

static void
has_not(const char *mail, const char *part)
{
	if (strstr(mail, part) != NULL)
		fail_msg("\"%s\" in:\n%s", part, mail);
}

/* CRLF only, 7-bit, no line above 76 bytes. */
static void
well_formed(const char *mail)
{
	size_t column = 0;

	for (const char *p = mail; *p != '\0'; p++) {
		assert_true((unsigned char)*p < 0x7f);
		if (*p == '\r') {
			assert_int_equal(p[1], '\n');
		} else if (*p == '\n') {
			assert_true(p > mail && p[-1] == '\r');
			column = 0;
		} else if (++column > 76) {
			fail_msg("a long line: %.90s", p - column + 1);
		}
	}
}

static void
test_usual(void **state)
{
	struct message m = usual();
	char *mail = composed(&m);

	(void)state;
	well_formed(mail);
	has(mail, "From: MedCom <fmk@medcom.example.dk>\r\n");
	has(mail, "Reply-To: vagt@medcom.example.dk\r\n");
	has(mail, "To: =?UTF-8?");
	has(mail, "<aase@kommune.example.dk>");
	has(mail, "bo@kommune.example.dk");
	has(mail, "Cc: \"Drift, EOJ\" <drift@eoj.example.dk>\r\n");
	has(mail, "Date: Sat, 28 Mar 2026 23:13:00 +0100\r\n");
	has(mail, "Message-Id: <fmk-7-3-0101@example.dk>\r\n");
	has(mail, "In-Reply-To: <fmk-7-1-0101@example.dk>\r\n");
	has(mail, "References: <fmk-7-1-0101@example.dk>\r\n");
	has(mail, "Auto-Submitted: auto-generated\r\n");
	has(mail, "MIME-Version: 1.0\r\n");
	has(mail, "Content-Type: multipart/alternative;");
	assert_true(strstr(mail, "text/plain") < strstr(mail, "text/html"));
	has(mail, "FMK kan ikke bruges p=C3=A5 grund af =E2=82=AC.\r\n");
	has(mail, "\r\n.\r\n");
	has(mail, "<p>FMK kan ikke bruges. =C3=86.</p>\r\n");
	has_not(mail, "Return-Path");
	free(mail);
}

static void
test_same_bytes(void **state)
{
	struct message a = usual(), b = usual();
	char *first = composed(&a), *second = composed(&b);

	(void)state;
	assert_string_equal(first, second);
	free(first);
	free(second);
}

/* Each has its own text, though that of the last is kept encoded. */
static void
test_changed_text(void **state)
{
	static const char *const texts[] = {"en\n", "to\n", "", "en\n"};

	(void)state;
	for (size_t i = 0; i < LENGTH(texts); i++) {
		struct message m = usual();
		char *mail;

		xreplace(&m.text, texts[i]);
		if (i == 1)
			xreplace(&m.html, "<p>to</p>");
		mail = composed(&m);
		assert_int_equal(
		    strstr(mail, "\r\nen\r\n") != NULL, i % 3 == 0);
		assert_int_equal(strstr(mail, "\r\nto\r\n") != NULL, i == 1);
		assert_int_equal(strstr(mail, "<p>to</p>") != NULL, i == 1);
		assert_int_equal(strstr(mail, "<p>FMK kan") != NULL, i != 1);
		well_formed(mail);
		free(mail);
	}
}

static void
test_vendors_copy(void **state)
{
	struct message m = usual();
	char *mail;

	(void)state;
	m.audience = ORG_VENDOR;
	mail = composed(&m);
	has(mail, "To: FMK-kontakter i kommunerne:;\r\n");
	has(mail, "bo@kommune.example.dk");
	assert_true(strstr(mail, "\r\nCc: ") < strstr(mail, "bo@kommune"));
	well_formed(mail);
	free(mail);
}

static void
test_text_only(void **state)
{
	struct message m = usual();
	char *mail;

	(void)state;
	xreplace(&m.html, "");
	mail = composed(&m);
	has_not(mail, "multipart");
	has(mail, "Content-Type: text/plain; charset=utf-8\r\n");
	has(mail, "Content-Transfer-Encoding: quoted-printable\r\n");
	free(mail);
}

/* Whatever field it stands in, a line end cannot begin a header. */
static void
test_no_injection(void **state)
{
	static const char evil[] = "x\r\nBcc: evil@example.dk\r\n\r\nbody";
	struct message m = usual();
	char *mail;

	(void)state;
	xreplace(&m.subject, evil);
	xreplace(&m.to[0].name, evil);
	xreplace(&m.to[1].address, "a@b.dk>\r\nBcc: <evil@example.dk");
	xreplace(&m.cc[0].name, "\"\r\nBcc: evil@example.dk");
	xreplace(&m.message_id, "a@b\r\nBcc: evil@example.dk");
	xreplace(&m.in_reply_to, "a@b> <c@d>\nBcc: evil@example.dk");
	mail = composed(&m);
	has_not(mail, "\nBcc:");
	has_not(mail, "\r\n\r\nbody");
	has_not(mail, "In-Reply-To:");
	has_not(mail, "a@b.dk");
	well_formed(mail);
	free(mail);
}

static void
test_long_subject_and_lines(void **state)
{
	struct message m = usual();
	char *mail;

	(void)state;
	free(m.subject);
	m.subject = xmalloc(601);
	memset(m.subject, 'a', 600);
	m.subject[600] = '\0';
	for (size_t i = 7; i < 600; i += 8)
		m.subject[i] = ' ';
	memcpy(m.subject + 300, "\xc3\xa6\xc3\xb8\xc3\xa5", 6);
	free(m.text);
	m.text = xmalloc(5001);
	memset(m.text, 'z', 5000);
	m.text[5000] = '\0';
	mail = composed(&m);
	well_formed(mail);
	free(mail);
}

static void
test_many_contacts(void **state)
{
	struct message m = usual();
	char *mail;

	(void)state;
	free_people(m.to, m.n_to);
	m.n_to = 300;
	m.to = xcalloc(m.n_to, sizeof(*m.to));
	for (size_t i = 0; i < m.n_to; i++) {
		char address[64];

		snprintf(
		    address, sizeof(address), "p%zu@kommune.example.dk", i);
		m.to[i] = who("Åse", address, true);
	}
	mail = composed(&m);
	well_formed(mail);
	has(mail, "p0@kommune");
	has(mail, "p299@kommune");
	free(mail);
}

static void
test_bad_utf8_and_controls(void **state)
{
	struct message m = usual();
	char *mail;

	(void)state;
	xreplace(&m.subject, "a\xff"
			     "b\x01"
			     "c");
	xreplace(&m.text, "linje\r\n\xff\x07slut");
	mail = composed(&m);
	well_formed(mail);
	has(mail, "linje\r\n=EF=BF=BDslut");
	free(mail);
}

/* A Cc without anybody in it is no field (RFC 5322, 3.6.3). */
static void
test_nobody_in_copy(void **state)
{
	struct message m = usual();
	char *mail;

	(void)state;
	free_people(m.cc, m.n_cc);
	m.cc = NULL;
	m.n_cc = 0;
	mail = composed(&m);
	has(mail, "\r\nTo: ");
	has_not(mail, "Cc:");
	free(mail);
}

static void
test_too_large(void **state)
{
	struct message m = usual();
	struct mail_conf c = conf();
	struct buf out;
	struct err e = {""};

	(void)state;
	free(m.text);
	m.text = xmalloc(LIMIT_MAIL_BYTES + 1);
	memset(m.text, 'z', LIMIT_MAIL_BYTES);
	m.text[LIMIT_MAIL_BYTES] = '\0';
	buf_init(&out, 4 * LIMIT_MAIL_BYTES);
	assert_int_equal(compose(&m, &c, NULL, &out, &e), -1);
	has(e.msg, "more than 262144");
	buf_clear(&out);
	release(&m);
}

static void
test_bad_from(void **state)
{
	struct message m = usual();
	struct mail_conf c = conf();
	struct buf out;
	struct err e = {""};
	static char bad[] = "MedCom <fmk>";

	(void)state;
	c.from = bad;
	buf_init(&out, LIMIT_MAIL_BYTES);
	assert_int_equal(compose(&m, &c, NULL, &out, &e), -1);
	has(e.msg, "mail.from: ");
	buf_clear(&out);
	release(&m);
}

static void
test_return_path(void **state)
{
	struct message m = usual();
	struct mail_conf c = conf();
	struct buf out;
	struct err e = {""};

	(void)state;
	buf_init(&out, LIMIT_MAIL_BYTES);
	assert_int_equal(compose(&m, &c, "fmk@example.dk", &out, &e), 0);
	assert_int_equal(
	    strncmp(buf_str(&out), "Return-Path: <fmk@example.dk>\r\n", 31), 0);
	buf_clear(&out);
	release(&m);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_usual),
	    cmocka_unit_test(test_same_bytes),
	    cmocka_unit_test(test_changed_text),
	    cmocka_unit_test(test_vendors_copy),
	    cmocka_unit_test(test_text_only),
	    cmocka_unit_test(test_no_injection),
	    cmocka_unit_test(test_long_subject_and_lines),
	    cmocka_unit_test(test_many_contacts),
	    cmocka_unit_test(test_bad_utf8_and_controls),
	    cmocka_unit_test(test_nobody_in_copy),
	    cmocka_unit_test(test_too_large),
	    cmocka_unit_test(test_bad_from),
	    cmocka_unit_test(test_return_path),
	};
	struct err e;

	if (zone_set("Europe/Copenhagen", &e) == -1)
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
