/*
 * report.h: one event as a feed tells it at one moment. The data type that
 * the feed stage hands to the filter and the store.
 */
#ifndef FEED_REPORT_H
#define FEED_REPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/clock.h"
#include "base/words.h"

struct component {
	char *name; /* "FMK-online" */
	char *status; /* "major_outage"; "" when the feed has none */
};

/*
 * All strings are UTF-8, never NULL ("" when the feed says nothing), without
 * control characters but \n in text. Lengths are within base/limits.h.
 */
struct report {
	char *feed; /* the feed's name in the configuration */
	char *id; /* the event's identity, stable over its revisions */
	char *revision; /* changes when the feed says something new */
	char *title;
	char *text; /* plain text, newest update first, updates parted by "\n\n"
		     */
	size_t newest; /* bytes of text that are the newest update */
	char *url; /* for people */
	int64_t published; /* UTC, TIME_NONE if unknown */
	int64_t updated; /* UTC, TIME_NONE if unknown */
	int64_t starts; /* announced start of planned work, or TIME_NONE */
	int64_t ends; /* announced end of planned work, or TIME_NONE */
	struct component *components;
	size_t n_components;
	char *impact; /* "critical" …, "" if the feed has none */
	char *status; /* "investigating" …, "" if the feed has none */
	enum phase phase; /* from the status; PHASE_UNKNOWN when text only */
};

struct reports {
	struct report *v;
	size_t n;
	/* The whole body was understood, so that absence may mean something. */
	bool complete;
	/*
	 * The body ends before it should: what is new in it counts, but it
	 * changes nothing that is known, and nothing in it is over.
	 */
	bool torn;
	/* The feed lists open events only: one that is over is not listed. */
	bool only_open;
};

void report_init(struct report *r); /* all strings "", times TIME_NONE */
void report_clear(struct report *r);
/* Adds a component; copies. Ignored past LIMIT_COMPONENTS. */
void report_component(struct report *r, const char *name, const char *status);
/*
 * Sets the revision: the newest date or identity that the feed gives (of
 * which 100 bytes count), and a mark of all that is told.
 */
void report_revise(struct report *r, const char *newest);
/* A new initialised report at the end of the list; borrowed. */
struct report *reports_add(struct reports *l);
/* Moves the reports of *from behind those of *l; *from is empty then. */
void reports_move(struct reports *l, struct reports *from);
void reports_clear(struct reports *l);

#endif
