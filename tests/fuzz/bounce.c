/* A mail that came back: what it names is short, of one line, and the same
 * again; and so is whose it is. */
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "deliver/dsn.h"
#include "invariant.h"
#include "outbox/sender.h"
#include "target.h"

/* str_line() may put three bytes for each of one. */
#define LINE_MOST (3 * LIMIT_REPLY)

static int
check_one_line(const char *s, size_t max, const char *what, struct err *e)
{
	const char *p = s;
	uint32_t c, before = ' ';

	if (strlen(s) > max || !utf8_valid(s, strlen(s)))
		return err_set(e, "%s: too long, or no UTF-8", what);
	while ((c = utf8_next(&p)) != 0) {
		if (c < ' ' || (c >= 0x7f && c < 0xa0))
			return err_set(e, "%s: U+%04X", what, (unsigned)c);
		if (c == ' ' && before == ' ')
			return err_set(e, "%s: two spaces", what);
		before = c;
	}
	return 0;
}

static int
check_recipient(const struct dsn_recipient *r, struct err *e)
{
	int rc = check_one_line(r->final, LINE_MOST, "final", e);

	if (rc == 0)
		rc = check_one_line(r->original, LINE_MOST, "original", e);
	if (rc == 0)
		rc = check_one_line(r->text, LINE_MOST, "text", e);
	if (rc == 0 && *r->text == '\0')
		rc = err_set(e, "no text");
	if (rc == 0 && *r->status != '\0' &&
	    (strchr("245", r->status[0]) == NULL || strlen(r->status) > 9))
		rc = err_set(e, "no status: \"%s\"", r->status);
	if (rc == 0 && (unsigned)r->action > DSN_OTHER)
		rc = err_set(e, "no action");
	return rc;
}

static int
check_same(const struct dsn *a, const struct dsn *b, struct err *e)
{
	if (a->n != b->n)
		return err_set(e, "not as many again");
	for (size_t i = 0; i < a->n; i++)
		if (!str_eq(a->v[i].final, b->v[i].final) ||
		    !str_eq(a->v[i].original, b->v[i].original) ||
		    !str_eq(a->v[i].status, b->v[i].status) ||
		    !str_eq(a->v[i].text, b->v[i].text) ||
		    a->v[i].action != b->v[i].action)
			return err_set(e, "another again");
	return check_same_text(a->to, b->to, "to", e);
}

/* What is read of an address is written as it was, but for letters. */
static int
check_sender(const char *address, struct err *e)
{
	char check[SENDER_CHECK];
	int64_t message;
	char *s;
	int rc = 0;

	if (sender_parse("fmk@example.dk", "+", address, &message, check) == -1)
		return 0;
	s = sender_format("fmk@example.dk", "+", message, check);
	if (message < 1 || strlen(check) != SENDER_CHECK - 1)
		rc = err_set(e, "a sender of nothing");
	else if (strlen(s) > LIMIT_ADDRESS)
		rc = err_set(e, "a long sender");
	free(s);
	return rc;
}

int
run_bounce(const struct target *t, const char *s, size_t n, struct err *e)
{
	struct dsn a, b;
	struct err said = {""};
	int first = dsn_read(s, n, &a, &said), rc = 0;

	(void)t;
	if (a.n > LIMIT_BOUNCE_RECIPIENTS)
		rc = err_set(e, "too many recipients");
	for (size_t i = 0; rc == 0 && i < a.n; i++)
		rc = check_recipient(&a.v[i], e);
	if (rc == 0)
		rc = check_one_line(a.to, 3 * LIMIT_ADDRESS, "to", e);
	if (rc == 0 && (first == 0) != (a.n > 0))
		rc = err_set(e, "understood, and names nobody");
	if (rc == 0 && first == -1)
		rc = check_error(&said, e);
	if (rc == 0)
		rc = check_sender(a.to, e);
	if (dsn_read(s, n, &b, &said) != first && rc == 0)
		rc = err_set(e, "understood once, and not again");
	if (rc == 0)
		rc = check_same(&a, &b, e);
	dsn_clear(&a);
	dsn_clear(&b);
	return rc;
}
