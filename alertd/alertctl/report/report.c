#include "alertctl/report/report.h"
#include "alertctl/run.h"
#include "base/tr.h"

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

int
run_report(struct ctl *c)
{
	struct proof p = {0};
	struct err e = {""};
	bool print = ctl_flag(c, "pdf-ready");
	int r, status = one_form(c);

	if (status != 0)
		return status;
	if (ctl_flag(c, "unreached"))
		return run_unreached(c);
	status = proof_read(c, c->args[0], &p);
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
