/*
 * draft.h: what was said, as JSON, for the draft of it. Pure. The name of
 * each part is that of its option.
 */
#ifndef ALERTCTL_SEND_DRAFT_H
#define ALERTCTL_SEND_DRAFT_H

#include "alertctl/send/statement.h"

/*
 * Release with free(). Bytes that are no UTF-8 become U+FFFD, and what looks
 * like a patient's number is masked: neither is ever sent.
 */
char *draft_write(const struct said *s);
/*
 * What draft_write() wrote; *out as said_init() leaves it, release with
 * said_clear() either way. -1 with *e: it is none, or says what cannot be
 * said.
 */
int draft_read(const char *json, struct said *out, struct err *e);
/* "FMK, outage: FMK er nede", what there is of it, on one line. free(). */
char *draft_label(const struct said *s);

#endif
