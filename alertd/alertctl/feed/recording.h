/*
 * recording.h: a folder of bodies of one feed, each named by the time of its
 * poll: 2026-03-28T221300Z.json.
 */
#ifndef ALERTCTL_FEED_RECORDING_H
#define ALERTCTL_FEED_RECORDING_H

#include <stddef.h>
#include <stdint.h>

#include "base/err.h"

struct recorded {
	int64_t at; /* UTC */
	char *path;
};

struct recording {
	struct recorded *v; /* oldest first */
	size_t n;
};

/*
 * Lists the folder; names that begin with a dot are passed over. -1 with *e
 * when it cannot be read or holds a file of another name.
 */
int recording_open(const char *folder, struct recording *out, struct err *e);
void recording_clear(struct recording *r);

#endif
