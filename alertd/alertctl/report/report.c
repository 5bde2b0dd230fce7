#include <inttypes.h>
#include <stdio.h>

#include "alertctl/report/report.h"
#include "alertctl/run.h"
#include "base/tr.h"
#include "store/incidents.h"

#define NUMBER_SIZE 24

/* One form at a time; JSON is the option that all commands have. */
static int
one_form(struct ctl *c)
{
	int n = ctl_flag(c, "html") + ctl_flag(c, "pdf-ready") +
		ctl_flag(c, "csv") + c->json;

	if (n > 1)
		return ctl_fail(EX_USAGE,
		    _("one form at a time: --html, --pdf-ready, --csv or "
		      "--json"));
	if (ctl_flag(c, "unreached") &&
	    (ctl_flag(c, "html") || ctl_flag(c, "pdf-ready")))
		return ctl_fail(EX_USAGE,
		    _("--unreached is a list to telephone by: as text, with "
		      "--csv or with --json"));
	return 0;
}

/* Without a number it is the only one that is open. */
static int
only_open(struct ctl *c, char number[NUMBER_SIZE])
{
	struct incidents l = {0};
	struct err e;
	size_t n = 0;
	int status = ctl_store_reading(c);

	if (status != 0)
		return status;
	if (store_incidents_live(c->store, &l, &e) == -1)
		return ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	for (size_t k = 0; k < l.n; k++) {
		if (l.v[k].state != INCIDENT_OPEN)
			continue;
		n++;
		snprintf(number, NUMBER_SIZE, "%" PRId64, l.v[k].id);
	}
	if (n == 0)
		status = ctl_fail(EX_NOINPUT,
		    _("no incident is open: give the number of one that has "
		      "ended; \"alertctl show\" lists them"));
	else if (n > 1)
		status = ctl_fail(EX_USAGE,
		    _("several incidents are open: give the number of one; "
		      "\"alertctl show\" lists them"));
	incidents_clear(&l);
	return status;
}

int
run_report(struct ctl *c)
{
	struct proof p = {0};
	struct err e = {""};
	char number[NUMBER_SIZE];
	const char *arg = c->n_args > 0 ? c->args[0] : number;
	bool print = ctl_flag(c, "pdf-ready");
	int r, status = one_form(c);

	if (status == 0 && c->n_args == 0)
		status = only_open(c, number);
	if (status != 0)
		return status;
	if (ctl_flag(c, "unreached"))
		return run_unreached(c, arg);
	status = proof_read(c, arg, &p);
	if (status == 0) {
		if (c->json)
			r = proof_json(c, &p, &e);
		else if (ctl_flag(c, "csv"))
			r = proof_csv(c, &p, &e);
		else
			r = proof_tell(
			    c, &p, print || ctl_flag(c, "html"), print, &e);
		if (r == -1)
			status = ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	}
	proof_clear(&p);
	return status;
}
