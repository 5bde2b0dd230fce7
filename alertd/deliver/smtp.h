/*
 * smtp.h: mail to one relay by libesmtp, which blocks, and can crash where a
 * relay misbehaves: in a process of its own, a session of relays_parts.h.
 */
#ifndef DELIVER_SMTP_H
#define DELIVER_SMTP_H

#include "conf/config.h"
#include "deliver/pulse.h"

struct pollfd;

struct smtp_conf {
	const struct mail_conf *mail;
	const char *from; /* the envelope's sender */
	const char *ehlo;
};

/*
 * Takes one message after another from the worker over fd, each as a frame
 * (frame.h) of pack_message(), gives it to the relay, and answers with one of
 * pack_tidings(); the connection is kept over several messages, up to
 * LIMIT_MAIL_SESSION, and for a few seconds when there is none. Shows in pulse
 * what the relay says, and ends no message that was taken back. Returns when
 * fd has ended.
 */
void smtp_session(const struct smtp_conf *smtp, const struct relay_conf *relay,
    int fd, struct pulse *pulse);

/*
 * libesmtp's connect() ignores every timeout and knows no implicit TLS, so
 * the program that sends by it must define connect() as a call of this
 * (the dynamic linker then gives it to libesmtp). Outside of a session it is
 * the system's connect().
 */
int smtp_connect(int fd, const void *address, unsigned int length);
/*
 * In the same way the program must define poll() as a call of this: without
 * it a session uses no PIPELINING. Elsewhere it is the system's poll().
 */
int smtp_poll(struct pollfd *fds, unsigned long n, int timeout_ms);

#endif
