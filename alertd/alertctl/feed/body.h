/* body.h: a recorded body of a feed from a file, judged by the rules. */
#ifndef ALERTCTL_FEED_BODY_H
#define ALERTCTL_FEED_BODY_H

#include "alertctl/ctl.h"
#include "feed/report.h"
#include "filter/finding.h"

/* --kind of the command, FEED_AUTO without it. 0 or an exit status. */
int kind_option(struct ctl *c, enum feed_kind *kind);
/*
 * Reads and parses the command's FILE. 0 or an exit status that was told;
 * release *out with reports_clear() either way.
 */
int body_read(struct ctl *c, const char *path, struct reports *out);
/*
 * The feed that what is recorded is of, as the rules and the store know it:
 * --feed; else the first configured one of --kind, or the only one; else path.
 * 0 or an exit status that was told; release *feed with free() either way.
 */
int body_feed(struct ctl *c, const char *path, char **feed);
/* Judges; a rule that failed is told on stderr, the finding is valid. */
void body_judge(struct ctl *c, const struct report *r, struct finding *out);

#endif
