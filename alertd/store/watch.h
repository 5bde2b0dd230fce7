/*
 * watch.h: more of what the self-check (core/check.h) asks, beside checks.h:
 * what happened since it last looked, by the audit trail.
 */
#ifndef STORE_WATCH_H
#define STORE_WATCH_H

#include "store/audit.h"
#include "store/store.h"

/* The number of the newest record of the audit trail; 0 when there is none. */
int store_audit_newest(struct store *s, int64_t *seq, struct err *e);
/*
 * Reads the records after since, which must be there, and whether each fits
 * behind the one before: 0 and *out (nothing but fault, bad and records), or
 * -1 with *e. Erased texts are not looked for: store_audit_verify() does.
 */
int store_audit_recent(
    struct store *s, int64_t since, struct audit_check *out, struct err *e);

/*
 * A message that was taken for somebody, after the record since, who had a
 * newer notice of its incident already: 1 and its number, 0 when there is
 * none, -1 with *e.
 */
int store_watch_order(
    struct store *s, int64_t since, int64_t *message, struct err *e);

/*
 * How many municipalities heard the notice before the newest of the incident,
 * by a channel that is on and at an address that they still have, and have no
 * message of the newest; *name is one of them, free().
 */
int store_watch_left_out(struct store *s, int64_t incident, int newest,
    bool mail, bool sms, int64_t *n, char **name, struct err *e);

#endif
