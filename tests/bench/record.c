#include "record.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"

struct taken {
	int64_t at;
	size_t counted; /* with those before */
};

static struct {
	size_t connections, open, at_once, counted, refused, bytes;
	int64_t connected, begun; /* the first; 0: none */
	struct taken *v;
	size_t n, room;
	size_t until; /* 0: nobody waits */
} r;

int64_t
record_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static void
report(void)
{
	printf("{\"connections\":%zu,\"at_once\":%zu,\"messages\":%zu,"
	       "\"counted\":%zu,\"refused\":%zu,\"bytes\":%zu,"
	       "\"connected\":%" PRId64 ",\"begun\":%" PRId64
	       ",\"first\":%" PRId64 ",\"last\":%" PRId64 "}\n",
	    r.connections, r.at_once, r.n, r.counted, r.refused, r.bytes,
	    r.connected, r.begun, r.n == 0 ? 0 : r.v[0].at,
	    r.n == 0 ? 0 : r.v[r.n - 1].at);
	fflush(stdout);
}

static void
times(void)
{
	printf("[");
	for (size_t i = 0; i < r.n; i++)
		printf("%s[%" PRId64 ",%zu]", i == 0 ? "" : ",", r.v[i].at,
		    r.v[i].counted);
	printf("]\n");
	fflush(stdout);
}

static void
look(void)
{
	if (r.until == 0 || r.counted < r.until)
		return;
	r.until = 0;
	report();
}

void
record_connected(void)
{
	if (r.connected == 0)
		r.connected = record_now();
	r.connections++;
	r.open++;
	if (r.open > r.at_once)
		r.at_once = r.open;
}

void
record_gone(void)
{
	r.open--;
}

void
record_begun(void)
{
	if (r.begun == 0)
		r.begun = record_now();
}

void
record_taken(size_t counted, size_t refused, size_t bytes)
{
	if (r.n == r.room) {
		r.room = r.room == 0 ? 1024 : r.room * 2;
		r.v = xreallocarray(r.v, r.room, sizeof(*r.v));
	}
	r.counted += counted;
	r.refused += refused;
	r.bytes += bytes;
	r.v[r.n++] = (struct taken){record_now(), r.counted};
	look();
}

void
record_refused(size_t refused)
{
	r.refused += refused;
}

static void
reset(void)
{
	r.connections = r.counted = r.refused = r.bytes = r.n = 0;
	r.at_once = r.open;
	r.connected = r.begun = 0;
	r.until = 0;
	printf("{\"open\":%zu}\n", r.open);
	fflush(stdout);
}

static void
command(const char *line)
{
	if (strncmp(line, "until ", 6) == 0) {
		r.until = strtoul(line + 6, NULL, 10);
		look();
	} else if (strcmp(line, "reset") == 0) {
		reset();
	} else if (strcmp(line, "times") == 0) {
		times();
	} else {
		report();
	}
}

void
record_asked(void)
{
	static char line[64];
	static size_t n;
	char c;

	/* One question at a time: a byte at a time costs nothing. */
	do {
		if (read(STDIN_FILENO, &c, 1) != 1)
			exit(0);
		if (c != '\n' && n < sizeof(line) - 1)
			line[n++] = c;
	} while (c != '\n');
	line[n] = '\0';
	n = 0;
	command(line);
}
