/* alertctl: what operators have. The commands are in commands.c. */
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "alertctl/ui/colour.h"
#include "alertctl/ctl.h"
#include "base/log.h"

/* Whoever pipes into head(1) has seen what there was to see. */
static bool
reader_left(void)
{
	struct pollfd p = {STDOUT_FILENO, 0, 0};

	return poll(&p, 1, 0) == 1 && (p.revents & POLLERR) != 0;
}

static int
unwritten(bool done)
{
	if (done)
		return ctl_fail(EX_IOERR,
		    _("the output cannot be written; what was asked for is "
		      "done all the same"));
	return reader_left()
		   ? EX_IOERR
		   : ctl_fail(EX_IOERR, _("the output cannot be written"));
}

int
main(int argc, char **argv)
{
	struct ctl c = {0};
	int status;

	signal(SIGPIPE, SIG_IGN);
	tr_open();
	log_open("alertctl", LOG_LEVEL_WARNING);
	status = ctl_parse(&c, argc, argv);
	colour_open(c.no_color);
	if (status == -1)
		status = c.command->run(&c);
	ctl_clear(&c);
	/* Below EX_USAGE the status is an answer, which nobody has read. */
	if ((fflush(stdout) != 0 || ferror(stdout)) &&
	    (status < EX_USAGE || c.done))
		status = unwritten(c.done);
	return status;
}
