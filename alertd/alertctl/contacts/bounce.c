/* bounce: a mail that came back, on standard input of an alias of the MTA. */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "alertctl/contacts/truth.h"
#include "alertctl/ctl.h"
#include "alertctl/ui/out.h"
#include "alertctl/run.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/running.h"
#include "base/tr.h"
#include "core/bounce.h"
#include "deliver/dsn.h"

static const char *const words[][2] = {
    /* for a person, for scripts */
    [BOUNCED_BOOKED] = {N_("booked"), "booked"},
    [BOUNCED_KNOWN] = {N_("nothing new"), "known"},
    [BOUNCED_NOBODY] = {N_("not a recipient of the message"), "nobody"},
};

/*
 * Beside a mail that no second attempt makes right, all is for later: nothing
 * may be lost because a file is being edited or the store is busy.
 */
static int
open_core(struct ctl *c, struct core *core)
{
	struct err e;

	if (ctl_config(c, true) != 0 || ctl_templates(c) != 0)
		return EX_TEMPFAIL;
	if (*c->conf->mail.bounces == '\0')
		return ctl_fail(EX_TEMPFAIL,
		    _("mail.bounces is not set in %s: no mail can come back "
		      "here"),
		    c->config);
	if (c->store == NULL)
		c->store = store_open(c->conf->store, false, &e);
	if (c->store == NULL)
		return ctl_fail(EX_TEMPFAIL, "%s", e.msg);
	ctl_actor(c);
	*core = ctl_core_over(c, c->store);
	return 0;
}

/* A test that arrived at its mailbox is no bounce, and as welcome. */
static int
read_input(struct ctl *c, struct core *core, struct dsn *d)
{
	struct err e;
	char *mail;
	size_t len;
	int r, status = -1;

	if (file_read("-", LIMIT_BOUNCE, &mail, &len, &e) == -1) {
		if (errno != EFBIG)
			return ctl_fail(
			    EX_TEMPFAIL, _("standard input: %s"), e.msg);
		return ctl_fail(EX_DATAERR,
		    _("the mail is larger than %d bytes"), LIMIT_BOUNCE);
	}
	r = dsn_read(mail, len, d, &e);
	if (r != 0)
		status = truth_take(c, core, mail, len);
	free(mail);
	if (status != -1)
		return status;
	if (r == -1)
		return ctl_fail(EX_DATAERR, "%s", e.msg);
	if (r == 1)
		return ctl_fail(
		    EX_OK, _("it is an automatic answer, which says nothing"));
	return -1;
}

/* Where it came back to: as the MTA says it, else as the mail does. */
static const char *
came_to(const struct ctl *c, const struct dsn *d)
{
	const char *env = getenv("ORIGINAL_RECIPIENT");

	if (c->n_args > 0)
		return c->args[0];
	return env != NULL && *env != '\0' ? env : d->to;
}

/* The reports that say something. */
static size_t
reports(const struct dsn *d, struct bounce *v)
{
	static const enum bounce_kind kinds[] = {
	    [DSN_FAILED] = BOUNCE_FAILED,
	    [DSN_DELAYED] = BOUNCE_DELAYED,
	    [DSN_DELIVERED] = BOUNCE_DELIVERED,
	};
	size_t n = 0;

	for (size_t i = 0; i < d->n; i++)
		if (d->v[i].action != DSN_OTHER)
			v[n++] = (struct bounce){
			    .kind = kinds[d->v[i].action],
			    .address = d->v[i].final,
			    .original = d->v[i].original,
			    .text = d->v[i].text,
			};
	return n;
}

static void
tell(const struct ctl *c, int64_t message, const struct bounce *v,
    const enum bounced *became, size_t n)
{
	static const char *const kinds[] = {"failed", "delayed", "delivered"};
	json_t *list = json_array();

	for (size_t i = 0; i < n; i++) {
		const char *to = *v[i].original == '\0' ? v[i].address
							: v[i].original;

		if (!c->json)
			printf("%" PRId64 " %s %s: %s\n", message, to,
			    kinds[v[i].kind], _(words[became[i]][0]));
		json_array_append_new(
		    list, json_pack("{s:s, s:s, s:s, s:s}", "address", to,
			      "action", kinds[v[i].kind], "answer", v[i].text,
			      "result", words[became[i]][1]));
	}
	if (c->json)
		out_json(json_pack("{s:I, s:O}", "message", (json_int_t)message,
		    "recipients", list));
	json_decref(list);
}

static int
book(struct ctl *c, struct core *core, const struct dsn *d)
{
	struct bounce *v = xcalloc(d->n + 1, sizeof(*v));
	enum bounced *became = xcalloc(d->n + 1, sizeof(*became));
	const char *to = came_to(c, d);
	size_t n = reports(d, v);
	int64_t message = 0;
	struct err e;
	int status = 0, r = core_bounce_message(core, to, &message, &e);

	if (r == 1 && core_bounce(core, message, v, n, clock_read().wall,
			  became, &e) == -1)
		r = -1;
	if (r == -1) {
		status = ctl_fail(EX_TEMPFAIL, "%s", e.msg);
	} else if (r == 0) {
		status = ctl_fail(EX_DATAERR,
		    _("\"%s\" is no address that we have sent from: nothing "
		      "is booked"),
		    to);
	} else {
		c->done = true;
		daemon_wake(c->conf->store);
		tell(c, message, v, became, n);
	}
	free(became);
	free(v);
	return status;
}

static int
clear(struct ctl *c, const char *address)
{
	struct core core;
	struct err e;
	int r, status;

	if (c->n_args > 0)
		return ctl_fail(EX_USAGE,
		    _("with --clear no mail is read: leave the argument out"));
	status = ctl_core(c, &core);
	if (status != 0)
		return status;
	r = core_bounce_clear(&core, address, clock_read().wall, &e);
	if (r == -1)
		return ctl_fail(EX_TEMPFAIL, "%s", e.msg);
	if (r == 0)
		return ctl_fail(EX_NOINPUT,
		    _("nothing has come back from \"%s\"; \"alertctl "
		      "coverage\" lists what has"),
		    address);
	c->done = true;
	daemon_wake(c->conf->store);
	if (c->json)
		out_json(json_pack("{s:s}", "cleared", address));
	else
		printf(_("%s counts as good again.\n"), address);
	return 0;
}

int
run_bounce(struct ctl *c)
{
	const char *address = ctl_option(c, "clear");
	struct dsn d = {0};
	struct core core;
	int status;

	if (address != NULL)
		return clear(c, address);
	status = open_core(c, &core);
	if (status != 0)
		return status;
	status = read_input(c, &core, &d);
	if (status == -1)
		status = book(c, &core, &d);
	dsn_clear(&d);
	return status;
}
