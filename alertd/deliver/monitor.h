/*
 * monitor.h: watches the lines between libesmtp and the relay, through its
 * monitor callback, and mends what libesmtp gets wrong.
 */
#ifndef DELIVER_MONITOR_H
#define DELIVER_MONITOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/limits.h"
#include "deliver/pulse.h"
#include "deliver/reply.h"

struct pollfd;

enum command {
	COMMAND_NONE, /* the greeting is awaited */
	COMMAND_EHLO,
	COMMAND_AUTH,
	COMMAND_MAIL,
	COMMAND_RCPT,
	COMMAND_DATA,
	COMMAND_BODY, /* the final dot is on its way */
	COMMAND_RSET,
	COMMAND_QUIT
};

/* Answers that may be due behind another: RSET, MAIL, RCPT and DATA. */
#define MONITOR_DUE (LIMIT_MAIL_RCPT + 3)

struct monitor {
	int fd; /* -1 before it is connected */
	int timeout_ms; /* for one whole answer */
	bool auth_needed;
	bool authenticated;
	bool begun; /* MAIL was said for the transaction at hand */
	enum command command; /* whose answer is awaited, or was the last */
	bool awaited; /* it has not come as a whole */
	int64_t until_answer; /* it must have, clock_read().mono_ms */
	struct reply reply; /* as much of it as has come */
	unsigned char due[MONITOR_DUE]; /* commands with answers after it */
	size_t n_due;
	bool gathers; /* what is sent goes in whole segments */
	bool guarded; /* libesmtp asks monitor_poll() before it reads */
	/* libesmtp must not read on; does not return. */
	void (*give_up)(void *arg);
	void *arg;
	int64_t until; /* the end of the message must be sent; 0 = never */
	struct pulse *pulse; /* hears what the relay says; NULL: nobody does */
	char answer[512]; /* its first line */
	size_t kept; /* bytes of that */
	char tired[512]; /* "RCPT: 421 …", and others were due after it */
	char auth_answer[512]; /* why AUTH failed */
	unsigned column; /* of the next byte of the answer */
	char why[1024]; /* why the session was broken off, or "" */
};

/* until, pulse, give_up and arg are set after it. */
void monitor_start(struct monitor *m, int fd, int timeout_ms, bool auth_needed);
/*
 * For smtp_set_monitorcb(), arg is the struct monitor. In the answer to EHLO
 * it makes CHUNKING, ENHANCEDSTATUSCODES and XUSR unknown words; it lets no
 * MAIL pass without the AUTH that is needed, and no answer take longer than
 * the timeout as a whole; it says QUIT itself.
 *
 * With PIPELINING (RFC 2920) several answers are due at once. libesmtp crashes
 * when one of them does not come, or is no answer, and another is due after
 * it; and what nobody asked for it takes for the next answer, of whomever. So
 * the word passes only where monitor_poll() tells libesmtp that the relay has
 * gone; and give_up() is called at what is no answer, or more than was due.
 * Only more behind the last answer of a transaction is let be: that counts,
 * and why says that there must be no other.
 */
void monitor_callback(const char *buf, int len, int writing, void *arg);
/*
 * poll() in libesmtp's place, n of fds; -1 with errno when several answers are
 * due and the relay has gone, the first is late, or the connection was broken
 * off.
 */
int monitor_poll(
    struct monitor *m, struct pollfd *fds, unsigned long n, int timeout_ms);
/*
 * How long the whole message, and then the answer to it, may take: ten times
 * an answer's time, but at most ten minutes (or that time, if it is longer).
 * To give up on a message that the relay took means to send it twice.
 */
int monitor_body_timeout(int timeout_ms);
/*
 * How long a message may take with one relay until its end is sent, whatever
 * the relay does answer: five times an answer's time. Set as until, it breaks
 * the connection off with the first command, or part of the message, after
 * it; what is on the way then has its own time.
 */
int monitor_message_timeout(int timeout_ms);
/* The final dot is about to be sent: monitor_body_timeout() begins. */
void monitor_body_ended(struct monitor *m);
/*
 * Waits until the relay takes more of the message. False when it does not,
 * or has gone: the connection is then broken off.
 */
bool monitor_flow(struct monitor *m);
/*
 * While it gathers, what libesmtp sends in pieces of 2,048 bytes goes out in
 * whole segments; what is left goes when it ends, or when room is waited for.
 */
void monitor_gather(struct monitor *m, bool gathers);
/* True while the relay has not closed its side. */
bool monitor_alive(const struct monitor *m);
/* Breaks the connection off; the first reason stays. */
void monitor_break(struct monitor *m, const char *why);
/* How the session failed, in words, for a result or the log. */
const char *monitor_reason(struct monitor *m);

#endif
