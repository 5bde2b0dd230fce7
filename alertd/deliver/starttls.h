/* starttls.h: the few lines of SMTP that stand before TLS. */
#ifndef DELIVER_STARTTLS_H
#define DELIVER_STARTTLS_H

#include "base/err.h"

/*
 * Greeting, EHLO and STARTTLS on the non-blocking socket fd; each answer must
 * be complete within timeout_ms. Returns 0 when the relay said 220 and not
 * one byte more (which would be taken for the answer to what we say under
 * TLS), or -1 with *e.
 */
int starttls(int fd, const char *ehlo, int timeout_ms, struct err *e);

#endif
