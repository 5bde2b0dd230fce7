/*
 * Mails, with a line of one form feed between: each alone, and all as
 * threads. An input without one is a mail.
 */
#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/limits.h"
#include "feed/mail.h"
#include "feed/mailauth.h"
#include "feed/mailthread.h"
#include "invariant.h"
#include "target.h"

#define MAILS 8
#define PARTED "\n\f\n"
#define ARRIVED INT64_C(1778000000) /* 2026-05-05 */

struct mails {
	struct mail v[MAILS];
	size_t n;
};

/* Believed is only who is on the list and was found to be it. */
static int
check_believed(const struct mail *m, struct err *e)
{
	static char sender[] = "drift@example.dk", server[] = "mx.example.dk";
	static char dkim[] = "dkim", spf[] = "spf";
	static char *senders[] = {sender}, *methods[] = {dkim, spf};
	const struct feed_conf strict = {.senders = {senders, LENGTH(senders)},
	    .authserv_id = server,
	    .auth = {methods, LENGTH(methods)}};
	struct err said = {""};

	if (mailauth_check(&strict, m, &said) == -1)
		return check_error(&said, e);
	if (strcmp(m->from, senders[0]) != 0)
		return err_set(e, "\"%s\" was believed", m->from);
	return m->results.n > 0 ? 0 : err_set(e, "believed without a result");
}

static int
check_mail(const struct mail *m, struct err *e)
{
	if (check_string(m->id, SIZE_MAX, false, "id", e) == -1 ||
	    check_string(m->from, SIZE_MAX, false, "from", e) == -1 ||
	    check_string(m->subject, SIZE_MAX, false, "subject", e) == -1 ||
	    check_string(m->text, LIMIT_TEXT, true, "text", e) == -1 ||
	    check_string(m->quoted, LIMIT_TEXT, true, "quoted", e) == -1 ||
	    check_string(m->status, LIMIT_TITLE, false, "status", e) == -1 ||
	    check_string(m->machine, LIMIT_TITLE, false, "machine", e) == -1)
		return -1;
	if (*m->id == '\0')
		return err_set(e, "no id");
	if (m->links.n > LIMIT_MAIL_REFERENCES)
		return err_set(e, "%zu references", m->links.n);
	if (m->n_above > m->results.n)
		return err_set(e, "more results above than there are");
	if (check_time(m->at, "at", e) == -1)
		return -1;
	if (m->at == TIME_NONE || m->at > ARRIVED)
		return err_set(e, "written after it arrived, or never");
	return check_believed(m, e);
}

static int
read_one(struct mails *all, const char *s, size_t n, struct err *e)
{
	struct mail *m = &all->v[all->n];
	struct err said = {""};

	if (mail_read(s, n, false, ARRIVED, m, &said) == -1) {
		mail_clear(m);
		return check_error(&said, e);
	}
	all->n++;
	return check_mail(m, e);
}

/* The order in which mails are read says nothing of them. */
static int
check_threads(const struct mails *all, struct err *e)
{
	const struct mail *there[MAILS], *back[MAILS];
	struct reports a = {0}, b = {0};
	int rc;

	for (size_t i = 0; i < all->n; i++) {
		there[i] = &all->v[i];
		back[all->n - 1 - i] = &all->v[i];
	}
	mailthread_reports("fuzz", there, all->n, INT64_MIN, &a);
	mailthread_reports("fuzz", back, all->n, INT64_MIN, &b);
	rc = a.n == b.n ? 0 : err_set(e, "threads: not as many backwards");
	for (size_t i = 0; rc == 0 && i < a.n; i++) {
		rc = check_report(&a.v[i], e);
		if (rc == 0)
			rc = check_same_report(&a.v[i], &b.v[i], e);
	}
	reports_clear(&a);
	reports_clear(&b);
	return rc;
}

int
run_mails(const struct target *t, const char *s, size_t n, struct err *e)
{
	struct mails all = {.n = 0};
	const char *end = s + n;
	int rc = 0;

	(void)t;
	while (rc == 0 && s < end && all.n < MAILS) {
		size_t left = (size_t)(end - s);
		const char *next = memmem(s, left, PARTED, strlen(PARTED));

		rc = read_one(
		    &all, s, next == NULL ? left : (size_t)(next - s), e);
		s = next == NULL ? end : next + strlen(PARTED);
	}
	if (rc == 0)
		rc = check_threads(&all, e);
	for (size_t i = 0; i < all.n; i++)
		mail_clear(&all.v[i]);
	return rc;
}
