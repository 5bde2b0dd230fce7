/*
 * reached.h: how many of very many municipalities have the newest notice of
 * an incident, or can be reached. They are counted a few at a time, so that no
 * page waits for all of them, and what was counted is kept for the next.
 */
#ifndef WEB_REACHED_H
#define WEB_REACHED_H

#include "web/map.h"

struct web;

#define REACHED 4 /* incidents that are kept */

/* Those of a region or of a vendor, whom it is for. */
struct reached_group {
	char *name; /* "" = none, or one of those for whom there is no room */
	size_t n, missing;
};

struct reached_groups {
	struct reached_group *v;
	size_t n; /* LIMIT_GROUPS, and the rest as one, at most */
};

struct reached_sum {
	size_t n; /* looked at */
	size_t by[MAP_STATES];
	size_t missing, asked, unanswered;
	struct reached_groups regions, vendors;
	/* Of those missing the first LIMIT_NAMED, by state. */
	struct reaches first[MAP_STATES];
};

/* Of an incident; {0} holds nothing yet. */
struct reached {
	bool used;
	int64_t incident; /* 0 = who can be reached */
	int notice; /* its newest */
	int64_t asked; /* UTC, when somebody last looked */
	struct reached_sum done; /* of all of them */
	int64_t at; /* when that was begun; TIME_NONE: there is none */
	struct reached_sum next; /* what is counted now, up to … */
	char *after; /* … this code; NULL: nothing is */
	int64_t begun;
};

/* Whether there are more municipalities than are drawn: 1, 0, or -1. */
int reached_many(struct web *w, struct err *e);
/*
 * What is known of the incident now. At most LIMIT_WEB_COUNTED are looked at
 * for it; what is left is for reached_step(). Borrowed until the next call;
 * NULL with *e.
 */
const struct reached *
reached_look(struct web *w, int64_t incident, int notice, struct err *e);
/* Whether something is half counted. */
bool reached_waits(const struct web *w);
/* A few more of it. 0, or -1 with *e, and that is counted no more. */
int reached_step(struct web *w, struct err *e);
void reached_clear(struct reached v[REACHED]);

/*
 * Adds what map_write() does in numbers, by region and by vendor, and who is
 * not reached, the worst first, with links to all of them.
 */
void reached_write(struct buf *b, const struct reached *r, int64_t now);

#endif
