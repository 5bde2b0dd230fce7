/* updates.h: which part of a text that holds several updates is the newest. */
#ifndef FILTER_UPDATES_H
#define FILTER_UPDATES_H

#include "filter/scan.h"

/*
 * The newest update within text, a piece of what was scanned. An update
 * begins with a line such as "Jan 1, 09:09 CET", "Resolved - …", "OPDATERING
 * kl. 14.05:" or "kl. 14.05: …" (lists status_open, status_over and update),
 * a quoted older one with one of the list older. Who puts the newest first
 * and who adds at the end are told apart by the times, where there are any.
 */
struct span updates_newest(const struct scan *s, struct span text);

#endif
