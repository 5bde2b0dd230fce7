/* Unit tests of feed/mailauth.c: whom a mail is believed to come from. */
#include "mails.h"

#include "conf/config.h"
#include "feed/mailauth.h"

#define A "Authentication-Results: mx.example.dk; "
#define FROM "From: drift@example.dk\n"
#define RECEIVED "Received: by mx.example.dk; Sat, 28 Mar 2026 22:13:00 GMT\n"

static char *senders[] = {
    (char[]){"Drift@Example.dk"}, (char[]){"@status.example.org"}};
static char *dkim[] = {(char[]){"dkim"}, (char[]){"dmarc"}};
static char *spf[] = {(char[]){"spf"}};
static char *none[] = {(char[]){"none"}};
static char server[] = "mx.example.dk";

static const char *
verdict(struct strv auth, const char *mail)
{
	static struct err e;
	struct feed_conf f = {
	    .senders = {senders, LENGTH(senders)},
	    .authserv_id = server,
	    .auth = auth,
	};
	char *whole = xasprintf("%s\ntext\n", mail);
	struct mail m = mail_from(whole);

	e.msg[0] = '\0';
	if (mailauth_check(&f, &m, &e) == 0)
		assert_string_equal(e.msg, "");
	else
		assert_string_not_equal(e.msg, "");
	mail_clear(&m);
	free(whole);
	return e.msg;
}

static void
check(struct strv auth, const char *const *good, const char *const *bad,
    const char *why)
{
	for (; good != NULL && *good != NULL; good++) {
		const char *said = verdict(auth, *good);

		if (*said != '\0')
			fail_msg("%s: %s", *good, said);
	}
	for (; bad != NULL && *bad != NULL; bad++)
		if (strstr(verdict(auth, *bad), why) == NULL)
			fail_msg("%s: \"%s\"", *bad, verdict(auth, *bad));
}

#define LIST(...)                 \
	(const char *const[])     \
	{                         \
		__VA_ARGS__, NULL \
	}

static void
test_senders(void **state)
{
	const struct strv auth = {none, 1};

	(void)state;
	check(auth,
	    LIST(FROM, "From: DRIFT@EXAMPLE.DK\n",
		"From: NN <noreply@status.example.org>\n"),
	    LIST("From: other@example.dk\n", "From: drift@example.dk.evil.dk\n",
		"From: a@sub.status.example.org\n",
		"From: a@xstatus.example.org\n",
		"From: \"drift@example.dk\" <a@evil.dk>\n"),
	    "not one of senders");
	check(auth, NULL,
	    LIST("Subject: x\n", FROM FROM,
		"From: drift@example.dk, a@evil.dk\n"),
	    "no sender, or several");
	check(auth, NULL, LIST(FROM "Auto-Submitted: auto-replied\n"),
	    "an automatic reply");
}

static void
test_results(void **state)
{
	const struct strv auth = {dkim, LENGTH(dkim)};

	(void)state;
	check(auth,
	    LIST(A "dkim=pass header.d=example.dk\n" FROM,
		A "dkim=pass header.i=@example.dk\n" FROM,
		A "dkim=pass header.i=\"@mail.example.dk\"\n" FROM,
		A "dkim=pass header.d=mail.example.dk\n" FROM,
		A "dkim=pass header.d=example.org\n"
		  "From: a@status.example.org\n",
		A
		"dkim=fail header.d=a.dk; dkim=pass header.d=example.dk\n" FROM,
		A "spf=fail smtp.mailfrom=a.dk;\n"
		  "\tdkim=pass (2048-bit (rsa; \\) key)) reason=\"x;y\"\n"
		  "\theader.d=example.dk header.s=k; dmarc=none\n" FROM,
		A "DKIM/1 = PASS Header.D = Example.DK\n" FROM,
		A "dmarc=pass (p=none) header.from=example.dk\n" FROM,
		A "dmarc=pass\n" FROM,
		"Authentication-Results: (c) \"MX.example.dk\" 1; "
		"dmarc=pass\n" FROM),
	    LIST(A "dkim=fail header.d=example.dk\n" FROM,
		A "dkim=pass header.d=evil.dk\n" FROM,
		A "dkim=pass header.d=evilexample.dk\n" FROM,
		A "dkim=pass header.d=dk\n" FROM, A "dkim=pass\n" FROM,
		A "dkim=pass header.d=evil.dk header.i=@example.dk\n" FROM,
		A "dkim=fail (dkim=pass header.d=example.dk)\n" FROM,
		A "dkim=fail reason=\"; dkim=pass header.d=example.dk\"\n" FROM,
		A "dmarc=pass header.from=evil.dk\n" FROM,
		A "spf=pass smtp.mailfrom=drift@example.dk\n" FROM,
		A "none\n" FROM, A "\n" FROM, A ";;=;\"\n" FROM,
		A "arc=pass; x=\"dmarc=pass\n" FROM),
	    "mx.example.dk does not say dkim or dmarc=pass for example.dk");
	check(auth, NULL,
	    LIST(FROM, "Authentication-Results: evil.dk; dmarc=pass\n" FROM,
		"Authentication-Results: mx.example.dk.evil.dk; "
		"dmarc=pass\n" FROM,
		"Authentication-Results:\n" FROM,
		"X-Authentication-Results: mx.example.dk; dmarc=pass\n" FROM,
		"Authentication-Results: (mx.example.dk; dmarc=pass\n" FROM),
	    "no Authentication-Results of mx.example.dk");
}

static void
test_spf(void **state)
{
	const struct strv auth = {spf, LENGTH(spf)};

	(void)state;
	check(auth,
	    LIST(A "spf=pass smtp.mailfrom=bounce@example.dk\n" FROM,
		A "spf=pass smtp.mailfrom=mail.example.dk\n" FROM),
	    LIST(A "spf=pass smtp.mailfrom=evil.dk\n" FROM,
		A "spf=softfail smtp.mailfrom=example.dk\n" FROM,
		A "spf=pass smtp.helo=example.dk\n" FROM,
		A "dkim=pass header.d=example.dk\n" FROM),
	    "does not say spf=pass");
}

/* What a sender writes into his mail stands below what our server puts. */
static void
test_forged(void **state)
{
	const struct strv auth = {dkim, LENGTH(dkim)};

	(void)state;
	check(auth,
	    LIST(
		/* all that stand above the first Received */
		A "dkim=pass header.d=example.dk\n" A
		  "dmarc=fail\n" RECEIVED FROM,
		A "dmarc=fail\n" A
		  "dkim=pass header.d=example.dk\n" RECEIVED FROM,
		/* of those below, the topmost */
		RECEIVED A "dmarc=pass\n" A "dmarc=fail\n" FROM,
		"Authentication-Results: other; dmarc=fail\n" RECEIVED A
		"dmarc=pass\n" FROM),
	    LIST(A "dmarc=fail\n" RECEIVED A "dmarc=pass\n" FROM,
		RECEIVED A "dmarc=fail\n" A "dmarc=pass\n" FROM,
		RECEIVED A "dmarc=fail\n" RECEIVED A "dmarc=pass\n" FROM),
	    "does not say");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_senders),
	    cmocka_unit_test(test_results),
	    cmocka_unit_test(test_spf),
	    cmocka_unit_test(test_forged),
	};

	return cmocka_run_group_tests(tests, mails_strict, NULL);
}
