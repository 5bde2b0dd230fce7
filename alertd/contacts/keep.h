/*
 * keep.h: every municipality keeps somebody who hears of outages of FMK by
 * e-mail, and somebody who does by SMS (one contact with both will do). What
 * changes contacts looks before and after, in one transaction, what it would
 * take away.
 */
#ifndef CONTACTS_KEEP_H
#define CONTACTS_KEEP_H

#include "base/str.h"
#include "store/messages.h"

/*
 * What each municipality had before a change; {0} is empty. Release with
 * reaches_clear().
 */
int keep_before(struct store *s, struct reaches *out, struct err *e);
/*
 * What it has lost since: "København by SMS", "Greve by e-mail and SMS", added
 * to *lost, and after, when not NULL, as it is now. What it did not have is no
 * loss. 0, or -1 with *e.
 */
int keep_after(struct store *s, const struct reaches *before, struct strv *lost,
    struct reaches *after, struct err *e);
/* The first few of them with commas between; free(). */
char *keep_list(const struct strv *lost);

#endif
