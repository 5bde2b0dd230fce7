#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alertctl/backup/facts.h"
#include "alertctl/ctl.h"
#include "alertctl/run.h"
#include "alertctl/send/confirm.h"
#include "alertctl/send/running.h"
#include "alertctl/ui/out.h"
#include "alertctl/ui/wrap.h"
#include "base/clock.h"
#include "base/limits.h"
#include "base/lock.h"
#include "base/mem.h"
#include "base/running.h"
#include "base/tr.h"
#include "store/restore.h"

/* One restoring, from the words of the command line on. */
struct restore {
	struct ctl *c;
	const char *file;
	struct backup_facts backup, there;
	enum store_fault fault; /* of the database that is there */
	struct err why;
	int lock;
};

static int
look(struct restore *r)
{
	enum store_fault fault;
	struct err e;

	if (store_examine(r->file, false, &r->backup, &fault, &e) == -1)
		return ctl_fail(
		    facts_status(fault), _("%s; nothing was restored"), e.msg);
	if (store_examine(
		r->c->conf->store, true, &r->there, &r->fault, &r->why) == -1)
		r->there = (struct backup_facts){.newest = TIME_NONE};
	else
		r->fault = STORE_WELL;
	return 0;
}

/* --- what it means ----------------------------------------------------------
 */

static void
say(const char *text)
{
	wrap_print(stdout, text, 0, 0);
}

/* What happened between the two is not in the backup. */
static void
print_lost(const struct restore *r)
{
	char from[WHEN_SIZE], to[WHEN_SIZE], span[WHEN_SIZE];
	int64_t a = r->backup.newest, b = r->there.newest;
	char *s;

	if (r->fault != STORE_WELL || a == TIME_NONE || b == TIME_NONE)
		return;
	if (b > a)
		s = xasprintf(
		    _("Lost by it is what was done from %s to %s (%s)."),
		    out_when(a, from), out_when(b, to), out_span(b - a, span));
	else
		s = xstrdup(_("The backup is as new as what is there."));
	say(s);
	free(s);
	if (r->there.forgotten <= r->backup.forgotten)
		return;
	s = xasprintf(tr_n("%" PRId64 " person was forgotten since and is in "
			   "the backup: forget him or her again, \"alertctl "
			   "contacts forget\".",
			  "%" PRId64 " persons were forgotten since and are "
			  "in the backup: forget them again, \"alertctl "
			  "contacts forget\".",
			  r->there.forgotten - r->backup.forgotten),
	    r->there.forgotten - r->backup.forgotten);
	say(s);
	free(s);
}

static void
print_held(const struct restore *r)
{
	char *s = xasprintf(
	    _("What happened since is not known to the backup. Who is still "
	      "to be told in it is not told: that may have been done. Of what "
	      "is open in it nothing goes out for %d minutes: look at it "
	      "first."),
	    LIMIT_RESTORE_HOLD / 60);

	say(s);
	free(s);
	if (r->backup.queued > 0)
		printf(_("  not told   %" PRId64 " recipients\n"),
		    r->backup.queued);
	if (r->backup.open > 0)
		printf(
		    _("  waiting    %" PRId64 " incidents\n"), r->backup.open);
}

static void
print_text(const struct restore *r)
{
	char *title = xasprintf(_("The backup, whole: %s"), r->file);

	facts_print(title, &r->backup);
	free(title);
	if (r->fault == STORE_WELL) {
		title = xasprintf(
		    _("What is there now: %s"), r->c->conf->store);
		facts_print(title, &r->there);
	} else if (r->fault == STORE_MISSING) {
		title = xasprintf(
		    _("What is there now: nothing, %s"), r->c->conf->store);
		say(title);
	} else {
		title = xasprintf(
		    _("What is there now cannot be read: %s"), r->why.msg);
		say(title);
	}
	free(title);
	print_lost(r);
	print_held(r);
}

static json_t *
to_json(const struct restore *r, bool dry)
{
	json_t *j = json_pack("{s:b, s:o}", "dry_run", dry, "backup",
	    facts_json(r->file, &r->backup));

	json_object_set_new(j, "there",
	    r->fault == STORE_WELL ? facts_json(r->c->conf->store, &r->there)
				   : json_null());
	json_object_set_new(
	    j, "fault", json_string(store_fault_name(r->fault)));
	return j;
}

/* --- doing it ---------------------------------------------------------------
 */

static void
print_next(const struct restore *r, const struct restoring *d)
{
	char *start = daemon_start_hint(r->c->conf);
	char *s;

	printf(_("Restored: %s\n"), d->db);
	if (d->aside != NULL)
		printf(_("What was there is kept: %s\n"), d->aside);
	printf(_("  not told   %" PRId64 " recipients\n"), d->held);
	printf(_("  waiting    %" PRId64 " incidents\n"), d->open);
	printf(_("  next       incident %" PRId64 "\n"), d->next);
	s = xasprintf(
	    _("Now start alertd (%s) and look at \"alertctl status\". What is "
	      "over: \"alertctl resolve\". What goes on: \"alertctl update\", "
	      "or let it wait. What was opened since the backup is not known: "
	      "end it with \"alertctl send\", or by telephone."),
	    start);
	say(s);
	free(s);
	free(start);
}

static int
carry_out(struct restore *r)
{
	struct ctl *c = r->c;
	struct restoring d = {
	    .db = c->conf->store,
	    .file = r->file,
	    .actor = ctl_actor(c),
	    .now = clock_read().wall,
	    .there = &r->there,
	};
	enum store_fault fault = STORE_OTHER;
	struct err e;
	json_t *j;

	if (store_restore(&d, &fault, &e) == -1) {
		free(d.aside);
		return ctl_fail(facts_status(fault),
		    _("%s; nothing was restored, and the database is as it "
		      "was"),
		    e.msg);
	}
	c->done = true;
	if (c->json) {
		j = to_json(r, false);
		json_object_set_new(j, "held", json_integer(d.held));
		json_object_set_new(j, "waiting", json_integer(d.open));
		json_object_set_new(j, "next_incident", json_integer(d.next));
		json_object_set_new(j, "kept",
		    d.aside == NULL ? json_null() : json_string(d.aside));
		out_json(j);
	} else {
		print_next(r, &d);
	}
	free(d.aside);
	return EX_OK;
}

/* Nobody may start to send from what is about to be replaced. */
static int
take_lock(struct restore *r)
{
	char *path = xasprintf("%s.lock", r->c->conf->store);
	int64_t holder = 0;
	struct err e;
	int n = lock_take(path, LOCK_ALERTCTL, &r->lock, &holder, &e);
	int status = 0;

	if (n == -1)
		status = ctl_fail(
		    errno == EACCES ? EX_NOPERM : EX_UNAVAILABLE, "%s", e.msg);
	else if (n == 0)
		status = ctl_fail(EX_TEMPFAIL,
		    _("process %" PRId64
		      " sends from this database: stop it first (systemctl "
		      "stop alertd); --check looks at the backup alone"),
		    holder);
	free(path);
	return status;
}

static int
restore(struct restore *r)
{
	struct ctl *c = r->c;
	bool dry = ctl_flag(c, "dry-run");
	int status = dry ? 0 : take_lock(r);

	if (status == 0)
		status = look(r);
	if (status != 0)
		return status;
	if (!c->json)
		print_text(r);
	else if (dry)
		out_json(to_json(r, true));
	if (dry)
		return EX_OK;
	status = confirm_phrase(c, "RESTORE");
	return status == CONFIRM_GO ? carry_out(r) : status;
}

/* The backup alone, beside whatever runs. */
static int
check(struct ctl *c)
{
	struct backup_facts f;
	enum store_fault fault;
	struct err e;
	char *title;

	/* For the time zone. */
	ctl_config(c, false);
	if (store_examine(c->args[0], false, &f, &fault, &e) == -1)
		return ctl_fail(facts_status(fault), "%s", e.msg);
	if (c->json) {
		out_json(facts_json(c->args[0], &f));
		return EX_OK;
	}
	title = xasprintf(_("The backup, whole: %s"), c->args[0]);
	facts_print(title, &f);
	free(title);
	return EX_OK;
}

int
run_restore(struct ctl *c)
{
	struct restore r = {.c = c, .file = c->args[0], .lock = -1};
	int status;

	if (ctl_flag(c, "check"))
		return check(c);
	status = ctl_config(c, true);
	if (status == 0)
		status = restore(&r);
	if (r.lock != -1)
		close(r.lock);
	return status;
}
