/* mailauth.h: whether a mail comes from whom it says, and is to be read. */
#ifndef FEED_MAILAUTH_H
#define FEED_MAILAUTH_H

#include "base/err.h"
#include "conf/config.h"
#include "feed/mail.h"

/*
 * The sender is on the feed's list, and the Authentication-Results (RFC 8601)
 * of the own mail server say what is asked for, for the sender's own domain.
 * Anybody can write such a header into his mail, and servers add theirs on
 * top: those above the first Received count; where our server put none
 * there, the topmost of its name. 0, or -1 with *e saying what is missing.
 */
int
mailauth_check(const struct feed_conf *f, const struct mail *m, struct err *e);

#endif
