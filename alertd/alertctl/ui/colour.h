/*
 * colour.h: the one place that emits escapes: colours, and what "status
 * --watch" does with the screen. Colours only underline what the words or
 * signs beside them say; where they are off each of these is "".
 */
#ifndef ALERTCTL_UI_COLOUR_H
#define ALERTCTL_UI_COLOUR_H

#include <stdbool.h>

enum paint {
	PAINT_NONE,
	PAINT_LOUD, /* somebody has to do something now */
	PAINT_BAD, /* it failed, or is down */
	PAINT_WAIT, /* not yet */
	PAINT_GOOD,
	PAINT_DIM, /* not there, or less important */
	PAINT_N
};

/*
 * Whether colours are wanted: not with a flag against it, not when NO_COLOR
 * is set to anything (no_color), not off a terminal, and not on a dumb one.
 * Each may be NULL where it is not set.
 */
bool colour_wanted(
    bool refused, bool terminal, const char *no_color, const char *term);
/* Decides it for standard output; before that they are off. */
void colour_open(bool refused);
/* Whether the terminal can be drawn on: it is one, and not a dumb one. */
bool colour_cursor(void);

/* Begins it; "" for PAINT_NONE. */
const char *colour(enum paint p);
/* Ends what colour(p) began. */
const char *colour_end(enum paint p);

/*
 * A screen of its own, without a cursor; and back to what was there before.
 * Whole strings, so that a signal handler can write them.
 */
extern const char screen_begin[], screen_end[];
/* To the upper left corner; to the next line, the rest of this one cleared;
 * the rest of the screen cleared. */
extern const char screen_home[], screen_next[], screen_rest[];

#endif
