#include <stdlib.h>

#include "base/mac.h"
#include "base/mem.h"
#include "base/str.h"
#include "core/bounce.h"
#include "core/parts.h"
#include "outbox/sender.h"
#include "store/addresses.h"
#include "store/audit.h"
#include "store/callback.h"
#include "store/drills.h"
#include "store/secrets.h"

#define DAY 86400

int
core_bounce_message(
    struct core *c, const char *address, int64_t *message, struct err *e)
{
	const struct mail_conf *conf = &c->conf->mail;
	char given[SENDER_CHECK], right[SENDER_CHECK];

	if (*conf->bounces == '\0' ||
	    sender_parse(conf->bounces, conf->bounces_delimiter, address,
		message, given) == -1)
		return 0;
	if (store_sender_check(c->store, *message, right, e) == -1)
		return -1;
	return mac_same(given, right);
}

/* The address that it was sent to says more than the one it came to. */
static int
find(struct core *c, int64_t message, const struct bounce *b,
    struct mail_reported *out, struct err *e)
{
	int r = 0;

	*out = (struct mail_reported){0};
	if (*b->original != '\0')
		r = store_mail_recipient(
		    c->store, message, b->original, out, e);
	if (r == 0 && out->delivery == 0)
		r = store_mail_recipient(c->store, message, b->address, out, e);
	return r;
}

/* Whether that was noted within a day; if not, it is now. Takes what. */
static int
was_noted(struct core *c, char *what, int64_t now, bool *noted, struct err *e)
{
	int64_t at;
	int r = store_reminded(c->store, what, &at, e);

	*noted = at != TIME_NONE && at <= now && now - at < DAY;
	if (r == 0 && !*noted)
		r = store_remind(c->store, what, now, e);
	free(what);
	return r;
}

/* A server may say so again and again: it is on record once a day. */
static int
book_delayed(struct core *c, int64_t message, const struct bounce *b,
    const struct mail_reported *who, int64_t now, enum bounced *out,
    struct err *e)
{
	char *detail = xasprintf("%s: reported: %s", who->address, b->text);
	char *what = xasprintf(
	    "delivery %lld is late", (long long)who->delivery);
	bool noted = false;
	int r = was_noted(c, what, now, &noted, e);

	*out = noted ? BOUNCED_KNOWN : BOUNCED_BOOKED;
	if (r == 0)
		r = store_address_delayed(c->store, who->address, now, e);
	if (r == 0 && !noted)
		r = store_audit_message(c->store, now, c->actor,
		    "delivery.delayed", who->incident, message, detail, e);
	free(detail);
	return r;
}

/*
 * Nobody is woken for one address, but for a municipality without notice.
 * What tells of a page that came back is a page: it could go round for ever.
 * Of each person it is told once a day.
 */
static int
tell_failed(struct core *c, const struct bounce *b,
    const struct mail_reported *who, int64_t now, struct err *e)
{
	bool waits = false;
	char *detail;
	int r = core_reach_waits(c, who->incident, who->notice, &waits, e);

	/* The look that is to come tells of all that failed. */
	if (r == 0 && !waits && who->notice == 0)
		r = was_noted(c, xasprintf("page to %s came back", who->key),
		    now, &waits, e);
	if (r == -1 || waits)
		return r;
	detail = xasprintf("%s: %s", who->org_name, b->text);
	r = core_alarm(
	    c, &(struct alarm){ALARM_BOUNCED, who->address, detail}, now, e);
	free(detail);
	if (r == 0 && who->notice > 0)
		r = core_reach_lost(
		    c, who->incident, who->notice, who->org, now, e);
	return r;
}

static int
book(struct core *c, int64_t message, const struct bounce *b,
    const struct mail_reported *who, int64_t now, enum bounced *out,
    struct err *e)
{
	const struct mail_report report = {.message = message,
	    .address = who->address,
	    .delivered = b->kind == BOUNCE_DELIVERED,
	    .text = b->text};
	struct mail_reported done = {0};
	int r;

	if (b->kind == BOUNCE_DELAYED)
		return book_delayed(c, message, b, who, now, out, e);
	r = store_mail_report(c->store, &report, c->actor, now, &done, e);
	*out = done.changed ? BOUNCED_BOOKED : BOUNCED_KNOWN;
	if (r == 0 && done.changed && b->kind == BOUNCE_FAILED)
		r = tell_failed(c, b, &done, now, e);
	mail_reported_clear(&done);
	return r;
}

int
core_bounce(struct core *c, int64_t message, const struct bounce *v, size_t n,
    int64_t now, enum bounced *out, struct err *e)
{
	int r = 0;

	if (store_begin(c->store, e) == -1)
		return -1;
	for (size_t i = 0; r == 0 && i < n; i++) {
		struct mail_reported who;

		out[i] = BOUNCED_NOBODY;
		r = find(c, message, &v[i], &who, e);
		if (r == 0 && who.delivery != 0)
			r = book(c, message, &v[i], &who, now, &out[i], e);
		mail_reported_clear(&who);
	}
	return core_finish(c, r, e);
}

int
core_bounce_clear(
    struct core *c, const char *address, int64_t now, struct err *e)
{
	int n, r;

	if (store_begin(c->store, e) == -1)
		return -1;
	n = store_address_clear(c->store, address, e);
	r = n == -1 ? -1 : 0;
	if (n > 0)
		r = core_audit(c, now, "bounce.cleared", 0, e, "%s", address);
	return core_finish(c, r, e) == -1 ? -1 : n > 0;
}
