/* truth arrived: a test came to its mailbox, which hands it back. */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "alertctl/contacts/truth.h"
#include "alertctl/ctl.h"
#include "alertctl/run.h"
#include "alertctl/ui/out.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/running.h"
#include "base/tr.h"
#include "core/truth.h"

int
truth_take(struct ctl *c, struct core *core, const char *mail, size_t len)
{
	enum truth_taken taken;
	int64_t number;
	struct err e;

	if (core_truth_mail(
		core, mail, len, clock_read().wall, &number, &taken, &e) == -1)
		return ctl_fail(EX_TEMPFAIL, "%s", e.msg);
	if (taken == TRUTH_NONE)
		return -1;
	c->done = true;
	daemon_wake(c->conf->store);
	if (c->json)
		out_json(json_pack("{s:I, s:s}", "test", (json_int_t)number,
		    "result", taken == TRUTH_BOOKED ? "booked" : "known"));
	else if (taken == TRUTH_BOOKED)
		printf(_("Test %" PRId64 " has arrived.\n"), number);
	else
		printf(
		    _("That test %" PRId64 " has arrived is known.\n"), number);
	return EX_OK;
}

int
run_truth_arrived(struct ctl *c)
{
	struct core core;
	struct err e;
	size_t len;
	char *mail;
	int status = ctl_core(c, &core);

	/* Nothing may be lost because a file is being edited. */
	if (status != 0)
		return EX_TEMPFAIL;
	if (file_read("-", LIMIT_BOUNCE, &mail, &len, &e) == -1)
		return errno != EFBIG
			   ? ctl_fail(
				 EX_TEMPFAIL, _("standard input: %s"), e.msg)
			   : ctl_fail(EX_DATAERR,
				 _("the mail is larger than %d bytes"),
				 LIMIT_BOUNCE);
	status = truth_take(c, &core, mail, len);
	free(mail);
	return status != -1
		   ? status
		   : ctl_fail(EX_DATAERR,
			 _("no test that we have sent stands in the mail: "
			   "nothing is booked"));
}
