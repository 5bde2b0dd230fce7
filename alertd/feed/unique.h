/* unique.h: one report for each event, whatever identities a body gives. */
#ifndef FEED_UNIQUE_H
#define FEED_UNIQUE_H

#include <stdbool.h>
#include <stddef.h>

#include "feed/report.h"

/*
 * Among the reports from the first on, those with one id:
 * - that say the same are one, and the others go;
 * - with revisions that are numbers (revisions), the highest stays;
 * - else they are events of their own, since one must not end the other: each
 *   gets its title and date into its id, all that it says where these are the
 *   same too, and the older one comes first in the list.
 * Clears l->complete unless all that went said the same.
 */
void reports_unique(struct reports *l, size_t first, bool revisions);

#endif
