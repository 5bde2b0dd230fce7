/*
 * bodies.h: made events, and the bodies that feeds of the five shapes of life
 * make of them (DESIGN: From report to incident).
 */
#ifndef TESTS_SIM_BODIES_H
#define TESTS_SIM_BODIES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

#define FEED_LISTS 6 /* events that a feed lists at most */

/* What an event is, by the plainest words that there are. */
enum matter {
	MATTER_DOWN, /* FMK is down: told to all */
	MATTER_SLOW, /* FMK is slow: told to all */
	MATTER_LOGIN, /* only asked */
	MATTER_OTHER, /* no matter of FMK's */
	MATTERS
};

/* An event as its feed tells it now. */
struct made_event {
	int number;
	enum matter matter;
	bool over, listed;
	int revision; /* of its text; 1 is the first */
	int words; /* which of the updates its newest text is */
	int64_t began, changed;
	/* What the core has read of it, in a body that was whole. */
	bool read, read_over, read_loud; /* loud: it was plainly told */
	int64_t read_back; /* when it was read as open after over */
};

bool matter_is_loud(enum matter m);
const char *matter_title(enum matter m);
/* The newest text. */
const char *event_words(const struct made_event *e);
/* The id that the parser of that feed gives the event. */
void event_id(int feed, const struct made_event *e, char *out, size_t size);
/* The body of the feed, of those that are listed. */
void body_make(int feed, const struct made_event *v, size_t n, struct buf *out);

#endif
