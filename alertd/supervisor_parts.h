/*
 * supervisor_parts.h: what the supervisor knows of its processes, shared with
 * supervisor_faults.c, which says what is wrong with them; supervisor.h is for
 * the rest.
 */
#ifndef SUPERVISOR_PARTS_H
#define SUPERVISOR_PARTS_H

#include <sys/types.h>

#include "supervisor.h"

enum part { PART_MAIL, PART_SMS, PART_PAGE, PARTS };

struct supervisor_part {
	const char *name;
	const char *harm; /* what is wrong while it is not up */
	bool answers; /* a "?" on its socket pair */
};

extern const struct supervisor_part supervisor_parts[PARTS];

enum ending { ENDING_NONE, ENDING_STATUS, ENDING_SIGNAL, ENDING_HUNG };

/* Times are monotonic ms, 0 = never. */
struct child {
	enum part part;
	bool spare; /* until nothing is due; not started again */
	pid_t pid; /* 0 = not running */
	int wake; /* our end, -1 = none */
	int64_t started;
	int64_t due; /* of the next start */
	int64_t pause;
	int64_t asked; /* when last */
	bool waits; /* for the answer */
	int64_t heard; /* when it last answered */
	bool hung; /* and was killed for it */
	bool wrote; /* for that it kept all others from writing, too */
	int64_t down; /* since when it has not been up for long */
	enum ending ending; /* the last */
	int code; /* exit status or signal */
};

struct supervisor {
	struct starter *starter;
	int lock;
	char *path[PARTS]; /* NULL = not found */
	struct child *children;
	size_t n;
	int64_t no_spare[PARTS]; /* until then: the last one ended badly */
	struct deaths deaths;
	bool told[PARTS]; /* that it is down */
};

/* Of its program. */
const char *child_name(const struct child *c);
/* Whether it has been up for so long that nothing is wrong with it. */
bool child_lived(const struct child *c, int64_t mono_ms);
/* Whether c has not been up for long, and has had ms to get up. */
bool child_down(const struct child *c, int64_t ms, int64_t mono_ms);
/* What to do about its last ending; NULL: the log says why. */
const char *child_remedy(const struct child *c);

#endif
