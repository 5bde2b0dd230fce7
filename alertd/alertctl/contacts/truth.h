/* truth.h: a mail of kind test that a mailbox hands back. */
#ifndef ALERTCTL_CONTACTS_TRUTH_H
#define ALERTCTL_CONTACTS_TRUTH_H

#include "alertctl/ctl.h"

/* Books it and says so: an exit status, or -1 when the mail is none. */
int truth_take(struct ctl *c, struct core *core, const char *mail, size_t len);

#endif
