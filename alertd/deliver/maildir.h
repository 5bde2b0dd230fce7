/*
 * maildir.h: mail into a Maildir that mutt opens, for trying out and for the
 * demonstration. Opened by maildir_open() of transport.h.
 */
#ifndef DELIVER_MAILDIR_H
#define DELIVER_MAILDIR_H

#include <stddef.h>

#include "base/err.h"

/* Makes the folder with tmp, new and cur; what exists is fine. */
int maildir_make(const char *path, struct err *e);
/*
 * Puts one mail (CRLF becomes LF) into new/, durably, or not at all: written
 * in tmp/, fsync, rename, fsync of new/. The names sort by time. Returns 0,
 * or -1 with *e.
 */
int maildir_put(const char *path, const char *mail, size_t len, struct err *e);

#endif
