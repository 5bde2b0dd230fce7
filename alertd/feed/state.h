/* state.h: the words with which Statuspage tells the life of an event. */
#ifndef FEED_STATE_H
#define FEED_STATE_H

#include "base/words.h"
#include "feed/report.h"

/* The phase of "investigating", "in_progress" …; PHASE_UNKNOWN if none. */
enum phase state_phase(const char *status);
/*
 * Reads r->text as the updates that Statuspage writes into RSS and Atom
 * ("Jan 1, 09:09 PST", "Resolved - …", newest first): sets status, phase,
 * newest, and leaves the updates' own words in text. Text of another form is
 * left alone, newest all of it.
 */
void state_from_text(struct report *r);

#endif
