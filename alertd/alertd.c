/* alertd: main of the daemon. See alertd(8). */
#include <stdio.h>
#include <sysexits.h>
#include <unistd.h>

#include "base/log.h"
#include "daemon.h"

#define DEFAULT_CONFIG "/etc/alertd/alertd.yaml"

static int
usage(void)
{
	fprintf(stderr,
	    "usage: alertd [-v] [-c FILE]\n"
	    "Tells FMK's contacts when FMK is down; see alertd(8).\n");
	return EX_USAGE;
}

int
main(int argc, char **argv)
{
	const char *config = DEFAULT_CONFIG;
	enum log_level level = LOG_LEVEL_INFO;
	struct daemon *d;
	struct err e = {""};
	int opt, status;

	while ((opt = getopt(argc, argv, "c:v")) != -1) {
		if (opt != 'c' && opt != 'v')
			return usage();
		config = opt == 'c' ? optarg : config;
		level = opt == 'v' ? LOG_LEVEL_DEBUG : level;
	}
	if (optind != argc)
		return usage();
	log_open("alertd", level);
	d = daemon_open(config, &status, &e);
	if (d == NULL)
		return log_error("%s", e.msg), status;
	status = daemon_run(d);
	daemon_close(d);
	return status;
}
