/*
 * tls.h: TLS around a socket, done outside libesmtp, which has no implicit
 * TLS and crashes, stalls or can be injected into with its own STARTTLS (see
 * tls.c). A child process encrypts; libesmtp sees a plain local socket.
 */
#ifndef DELIVER_TLS_H
#define DELIVER_TLS_H

#include <sys/types.h>

#include "base/err.h"
#include "conf/config.h"

struct tls {
	int fd; /* the plain side; the caller's to close, before tls_end() */
	pid_t child;
};

/*
 * Starts TLS with the relay on the connected, non-blocking socket net, after
 * the STARTTLS dialogue when relay->tls says so (ehlo is then the name we
 * give). The certificate must be valid for relay->host under relay->ca_file
 * (or the system's). Each answer has timeout_ms to come. Takes ownership of
 * net, also on error. Returns 0 and *out, or -1 with *e; nothing but the
 * STARTTLS dialogue was then sent in clear.
 *
 * After STARTTLS the plain side begins with a greeting of our own, since the
 * relay gives none there.
 */
int tls_begin(int net, const struct relay_conf *relay, const char *ehlo,
    int timeout_ms, struct tls *out, struct err *e);
/* Ends the child; waits for its goodbye for a moment only. */
void tls_end(struct tls *t);

#endif
