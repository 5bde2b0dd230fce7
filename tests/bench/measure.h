/*
 * measure.h: what the benches that use the library begin with: how they fail,
 * and what they have taken.
 */
#ifndef BENCH_MEASURE_H
#define BENCH_MEASURE_H

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/err.h"

/* Ends the program, with its name and why, when r is -1. */
static inline void
must(int r, const struct err *e)
{
	if (r != -1)
		return;
	fprintf(stderr, "%s: %s\n", program_invocation_short_name, e->msg);
	exit(1);
}

/* Of CLOCK_PROCESS_CPUTIME_ID: the machine may have other things to do. */
static inline double
seconds(clockid_t which)
{
	struct timespec t;

	clock_gettime(which, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* The most memory that the process has held. */
static inline long
peak_kb(void)
{
	FILE *f = fopen("/proc/self/status", "r");
	char line[256];
	long kb = 0;

	while (f != NULL && fgets(line, sizeof(line), f) != NULL)
		if (strncmp(line, "VmHWM:", 6) == 0)
			kb = strtol(line + 6, NULL, 10);
	if (f != NULL)
		fclose(f);
	return kb;
}

#endif
