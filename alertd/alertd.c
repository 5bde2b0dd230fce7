/* alertd: main of the daemon. See alertd(8). */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <sysexits.h>
#include <unistd.h>

#include "base/log.h"
#include "base/version.h"
#include "daemon/daemon.h"

#define DEFAULT_CONFIG "/etc/alertd/alertd.yaml"

static int
usage(void)
{
	fprintf(stderr,
	    "usage: alertd [-hVv] [-c FILE]\n"
	    "Tells FMK's contacts when FMK is down; see alertd(8).\n");
	return EX_USAGE;
}

struct options {
	const char *config;
	enum log_level level;
};

/* -1: go on; else an exit status. */
static int
parse_options(int argc, char **argv, struct options *o)
{
	static const struct option names[] = {
	    {"config", required_argument, NULL, 'c'},
	    {"help", no_argument, NULL, 'h'},
	    {"version", no_argument, NULL, 'V'},
	    {"verbose", no_argument, NULL, 'v'},
	    {0},
	};
	const char *env = getenv("ALERTD_CONFIG");
	int opt;

	*o = (struct options){
	    env == NULL ? DEFAULT_CONFIG : env, LOG_LEVEL_INFO};
	while ((opt = getopt_long(argc, argv, "c:hVv", names, NULL)) != -1) {
		if (opt == 'h') {
			usage();
			return EX_OK;
		}
		if (opt == 'V')
			return printf("alertd " VERSION "\n") < 0 ||
				       fflush(stdout) != 0
				   ? EX_IOERR
				   : EX_OK;
		if (opt == '?')
			return usage();
		o->config = opt == 'c' ? optarg : o->config;
		o->level = opt == 'v' ? LOG_LEVEL_DEBUG : o->level;
	}
	return optind == argc ? -1 : usage();
}

int
main(int argc, char **argv)
{
	struct options o;
	struct daemon *d;
	struct err e = {""};
	int status = parse_options(argc, argv, &o);

	if (status != -1)
		return status;
	log_open("alertd", o.level);
	d = daemon_open(o.config, &status, &e);
	if (d == NULL)
		return log_error("%s", e.msg), status;
	status = daemon_run(d);
	daemon_close(d);
	return status;
}
