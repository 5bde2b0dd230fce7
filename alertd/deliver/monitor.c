#include <assert.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>

#include "base/attr.h"
#include "base/clock.h"
#include "base/str.h"
#include "deliver/dial.h"
#include "deliver/monitor.h"

#define GOODBYE_MS 2000
#define BODY_TIMEOUTS 10
#define MESSAGE_TIMEOUTS 5
#define BODY_MOST_MS 600000 /* RFC 5321 4.5.3.2.6 */
#define TOO_LONG "the message took too long"
#define KEYWORD_COLUMN 4 /* "250-SIZE" */
#define NAME_MOST 16 /* of a command, with ": " */

static const struct {
	const char *verb;
	enum command command;
} verbs[] = {{"EHLO ", COMMAND_EHLO}, {"HELO ", COMMAND_EHLO},
    {"AUTH ", COMMAND_AUTH}, {"MAIL ", COMMAND_MAIL}, {"RCPT ", COMMAND_RCPT},
    {"DATA\r", COMMAND_DATA}, {"RSET\r", COMMAND_RSET},
    {"QUIT\r", COMMAND_QUIT}};

static const char *const names[] = {[COMMAND_NONE] = "greeting",
    [COMMAND_EHLO] = "EHLO",
    [COMMAND_AUTH] = "AUTH",
    [COMMAND_MAIL] = "MAIL",
    [COMMAND_RCPT] = "RCPT",
    [COMMAND_DATA] = "DATA",
    [COMMAND_BODY] = "message",
    [COMMAND_RSET] = "RSET",
    [COMMAND_QUIT] = "QUIT"};

/*
 * Extensions that libesmtp must not hear of, or only when it is guarded. XUSR
 * is a command that it sends together with RSET.
 */
static const struct {
	const char *keyword;
	bool guarded;
} hidden[] = {{"PIPELINING", true}, {"CHUNKING", false},
    {"ENHANCEDSTATUSCODES", false}, {"XUSR", false}};

void
monitor_start(struct monitor *m, int fd, int timeout_ms, bool auth_needed)
{
	*m = (struct monitor){.fd = fd,
	    .timeout_ms = timeout_ms,
	    .auth_needed = auth_needed,
	    .awaited = true,
	    .until_answer = clock_read().mono_ms + timeout_ms};
}

int
monitor_body_timeout(int timeout_ms)
{
	if (timeout_ms >= BODY_MOST_MS)
		return timeout_ms;
	if (timeout_ms >= BODY_MOST_MS / BODY_TIMEOUTS)
		return BODY_MOST_MS;
	return BODY_TIMEOUTS * timeout_ms;
}

int
monitor_message_timeout(int timeout_ms)
{
	return MESSAGE_TIMEOUTS * timeout_ms;
}

void
monitor_break(struct monitor *m, const char *why)
{
	if (m->why[0] == '\0')
		snprintf(m->why, sizeof(m->why), "%s", why);
	if (m->fd != -1)
		shutdown(m->fd, SHUT_RDWR);
}

static void
expect_answer(struct monitor *m, enum command command, int timeout_ms)
{
	m->command = command;
	m->awaited = true;
	m->reply = (struct reply){0};
	m->answer[m->kept = 0] = '\0';
	m->column = 0;
	m->until_answer = clock_read().mono_ms + timeout_ms;
}

/*
 * Whether libesmtp waits for another answer after the one that is awaited.
 * Behind a recipient there may be commands that it has not sent yet.
 */
static bool
several_due(const struct monitor *m)
{
	return m->awaited && (m->n_due > 0 || m->command == COMMAND_RCPT);
}

static bool
is_late(const struct monitor *m)
{
	return clock_read().mono_ms >= m->until_answer;
}

/* A command that libesmtp sends before it has the answer to the last one. */
static bool
is_pipelined(const struct monitor *m, enum command command)
{
	int last = m->n_due > 0 ? m->due[m->n_due - 1] : (int)m->command;

	if (!m->awaited || !m->guarded)
		return false;
	return last == COMMAND_RSET
		   ? command == COMMAND_MAIL
		   : last == COMMAND_RCPT &&
			 (command == COMMAND_RCPT || command == COMMAND_DATA);
}

static enum command
command_of(const struct monitor *m, const char *buf, size_t len)
{
	/* Base64 in answer to a challenge can begin with any word. */
	if (m->command == COMMAND_AUTH && str_starts(m->answer, "334"))
		return COMMAND_AUTH;
	for (size_t i = 0; i < LENGTH(verbs); i++)
		if (len >= 5 && memcmp(buf, verbs[i].verb, 5) == 0)
			return verbs[i].command;
	return m->command;
}

static void
refuse_without_auth(struct monitor *m)
{
	char why[sizeof(m->why)];

	if (m->auth_answer[0] != '\0')
		snprintf(why, sizeof(why), "AUTH: %s", m->auth_answer);
	else
		snprintf(why, sizeof(why),
		    "AUTH: the relay offers no way that can be used, and a "
		    "user is configured (a password is not sent without TLS)");
	monitor_break(m, why);
}

/*
 * libesmtp would wait for the answer to QUIT as long as for that to the
 * message. All results are stored by now: a moment is enough.
 */
static void
say_goodbye(struct monitor *m)
{
	if (send(m->fd, "QUIT\r\n", 6, MSG_NOSIGNAL) == 6)
		wait_fd(m->fd, POLLIN, clock_read().mono_ms + GOODBYE_MS);
	shutdown(m->fd, SHUT_RDWR);
}

static bool
overdue(const struct monitor *m)
{
	return m->until != 0 && clock_read().mono_ms > m->until;
}

static void
begin(struct monitor *m)
{
	m->begun = true;
	if (m->pulse != NULL)
		pulse_stage(m->pulse, PACE_SENDING);
}

static void
on_command(struct monitor *m, const char *line, size_t len)
{
	enum command next = command_of(m, line, len);

	/* Why libesmtp gives up, kept before QUIT covers it. */
	if (next == COMMAND_QUIT && m->answer[0] != '2' && m->answer[0] != '3')
		monitor_reason(m);
	if (is_pipelined(m, next)) {
		assert(m->n_due < LENGTH(m->due));
		m->due[m->n_due++] = (unsigned char)next;
	} else {
		m->n_due = 0;
		expect_answer(m, next, m->timeout_ms);
	}
	if (next < COMMAND_BODY && overdue(m))
		monitor_break(m, TOO_LONG);
	else if (next == COMMAND_MAIL && m->auth_needed && !m->authenticated)
		refuse_without_auth(m);
	else if (next == COMMAND_MAIL)
		begin(m);
	else if (next == COMMAND_QUIT)
		say_goodbye(m);
}

/* libesmtp sends whole commands. */
static void
on_write(struct monitor *m, const char *buf, size_t len)
{
	while (len > 0) {
		const char *end = memchr(buf, '\n', len);
		size_t n = end == NULL ? len : (size_t)(end - buf) + 1;

		on_command(m, buf, n);
		buf += n;
		len -= n;
	}
}

/*
 * A keyword can be cut by the end of what was read, even after one letter:
 * whatever can still become a hidden one is hidden.
 */
static bool
may_be_hidden(const struct monitor *m, const char *s, size_t len)
{
	for (size_t i = 0; i < LENGTH(hidden); i++) {
		const char *keyword = hidden[i].keyword;
		size_t n = strlen(keyword);

		if (!(m->guarded && hidden[i].guarded) &&
		    strncasecmp(s, keyword, len < n ? len : n) == 0)
			return true;
	}
	return false;
}

/* What libesmtp skips before a keyword. */
static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\v' || c == '\r';
}

static void
hide_keywords(struct monitor *m, char *buf, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (m->column == KEYWORD_COLUMN && is_blank(buf[i]))
			continue;
		if (m->column == KEYWORD_COLUMN &&
		    may_be_hidden(m, buf + i, len - i))
			buf[i] = '?';
		m->column = buf[i] == '\n' ? 0 : m->column + 1;
	}
}

/* Keeps the first line, whole only when its end has come. */
static void
keep_byte(struct monitor *m, char c)
{
	size_t n = m->kept;

	if (c == '\0' || n + 1 >= sizeof(m->answer) ||
	    (n > 0 && m->answer[n - 1] == '\n'))
		return;
	m->answer[n] = c;
	m->answer[++m->kept] = '\0';
}

static void
note_auth(struct monitor *m)
{
	if (str_starts(m->answer, "235"))
		m->authenticated = true;
	else if (m->answer[0] == '4' || m->answer[0] == '5')
		snprintf(m->auth_answer, sizeof(m->auth_answer), "%.*s",
		    (int)strcspn(m->answer, "\r\n"), m->answer);
}

static void
sign(const struct monitor *m)
{
	if (m->pulse != NULL)
		pulse_sign(m->pulse);
}

/* "RCPT: 550 no such user" */
static void
say_answer(const struct monitor *m, char *out, size_t size)
{
	snprintf(out, size, "%s: %.*s", names[m->command],
	    (int)strcspn(m->answer, "\r\n"), m->answer);
}

/* The awaited answer has come as a whole: the next one is awaited. */
static void
on_answer(struct monitor *m)
{
	m->awaited = false;
	if (m->n_due == 0)
		return;
	/* RFC 5321 3.8: then it may close, and the next ones do not come. */
	if (str_starts(m->answer, "421"))
		say_answer(m, m->tired, sizeof(m->tired));
	expect_answer(m, m->due[0], m->timeout_ms);
	memmove(m->due, m->due + 1, --m->n_due);
	if (overdue(m))
		monitor_break(m, TOO_LONG);
}

enum heard {
	HEARD_RIGHT,
	HEARD_NONE, /* no answer */
	HEARD_MORE /* than was due */
};

static enum heard
hear(struct monitor *m, const char *buf, size_t len)
{
	bool is_none = false;
	size_t i;

	for (i = 0; i < len && m->awaited; i++) {
		keep_byte(m, buf[i]);
		if (is_none)
			continue;
		switch (reply_byte(&m->reply, buf[i])) {
		case REPLY_NONE:
			is_none = true;
			break;
		case REPLY_WHOLE:
			on_answer(m);
			break;
		case REPLY_OPEN:
			break;
		}
	}
	if (is_none)
		return HEARD_NONE;
	return i < len ? HEARD_MORE : HEARD_RIGHT;
}

/*
 * libesmtp would take more than was due for the answer to what it has not sent
 * yet. Where the transaction is over, what was due counts, and there is no
 * next one; before the text, nothing was taken.
 */
static bool
may_read_more(const struct monitor *m)
{
	if (m->command == COMMAND_MAIL)
		return m->answer[0] == '4' || m->answer[0] == '5';
	return m->command == COMMAND_DATA || m->command == COMMAND_BODY ||
	       m->command == COMMAND_QUIT;
}

static void
break_more(struct monitor *m)
{
	char said[sizeof(m->answer) + NAME_MOST];
	char why[sizeof(m->why)];

	say_answer(m, said, sizeof(said));
	snprintf(why, sizeof(why), "%s, and more than was asked", said);
	monitor_break(m, why);
}

/* Whether libesmtp may read it. */
static bool
bears(struct monitor *m, enum heard heard, bool several)
{
	switch (heard) {
	case HEARD_NONE:
		monitor_break(m, monitor_reason(m));
		return false;
	case HEARD_MORE:
		break_more(m);
		return may_read_more(m);
	case HEARD_RIGHT:
		break;
	}
	/* It may have given up on the answer whose rest this is. */
	return !several || m->why[0] == '\0';
}

static void
on_read(struct monitor *m, char *buf, size_t len)
{
	bool several = several_due(m);
	enum heard heard;

	if (is_late(m))
		monitor_break(m, "an answer took too long");
	else
		sign(m);
	if (m->command == COMMAND_EHLO)
		hide_keywords(m, buf, len);
	heard = hear(m, buf, len);
	if (m->command == COMMAND_AUTH)
		note_auth(m);
	if (!bears(m, heard, several))
		m->give_up(m->arg);
}

/*
 * libesmtp looks before and after each command that it puts together, too.
 * Where no answer is due there is nothing to read, and it may send: a write
 * that cannot be done waits by itself, for POLLOUT alone.
 */
static bool
needs_no_look(const struct monitor *m, struct pollfd *fds, unsigned long n,
    int timeout_ms, int *r)
{
	if (m->awaited || (fds[0].events & POLLIN) == 0 ||
	    (n == 1 && timeout_ms != 0))
		return false;
	*r = 0;
	for (unsigned long i = 0; i < n; i++) {
		fds[i].revents = (short)(fds[i].events & POLLOUT);
		*r += fds[i].revents != 0;
	}
	return true;
}

static bool
has_gone(const struct monitor *m, const struct pollfd *fds, unsigned long n)
{
	bool hung_up = false;

	for (unsigned long i = 0; i < n; i++)
		hung_up |= (fds[i].revents & (POLLRDHUP | POLLHUP)) != 0;
	return hung_up && !monitor_alive(m);
}

int
monitor_poll(
    struct monitor *m, struct pollfd *fds, unsigned long n, int timeout_ms)
{
	bool broken = several_due(m) && (m->why[0] != '\0' || is_late(m));
	int r = -1;

	m->guarded = true;
	if (needs_no_look(m, fds, n, timeout_ms, &r))
		return r;
	for (unsigned long i = 0; i < n; i++)
		fds[i].events |= several_due(m) ? POLLRDHUP : 0;
	if (!broken)
		r = system_poll(fds, n, timeout_ms);
	if (broken || (r > 0 && several_due(m) && has_gone(m, fds, n))) {
		errno = ECONNRESET;
		return -1;
	}
	return r;
}

void
monitor_callback(const char *buf, int len, int writing, void *arg)
{
	struct monitor *m = arg;

	if (len > 0 && writing == 1)
		on_write(m, buf, (size_t)len);
	else if (len > 0 && writing == 0)
		/* The library's own buffer, which it reads after us. */
		on_read(m, (char *)(uintptr_t)buf, (size_t)len);
	errno = 0;
}

void
monitor_body_ended(struct monitor *m)
{
	expect_answer(m, COMMAND_BODY, monitor_body_timeout(m->timeout_ms));
}

/* A TLS session's is no TCP socket: it refuses, and sends as before. */
void
monitor_gather(struct monitor *m, bool gathers)
{
	int on = gathers;

	m->gathers = gathers;
	setsockopt(m->fd, IPPROTO_TCP, TCP_CORK, &on, sizeof(on));
}

bool
monitor_alive(const struct monitor *m)
{
	char byte;
	ssize_t n = recv(m->fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT);

	return n > 0 || (n == -1 && (errno == EAGAIN || errno == EINTR));
}

/*
 * What is held back counts as taken from us, and the kernel keeps it for 200
 * ms: to a relay on this machine, whose segments have 64 KB, that is all there
 * is room for.
 */
static int
wait_for_room(struct monitor *m, int64_t now, int64_t until)
{
	int r = wait_fd(m->fd, POLLOUT, now);

	if (r != 0)
		return r;
	if (m->gathers) {
		monitor_gather(m, false);
		monitor_gather(m, true);
	}
	return wait_fd(m->fd, POLLOUT, until);
}

bool
monitor_flow(struct monitor *m)
{
	int64_t now = clock_read().mono_ms;
	int64_t end = m->until_answer - m->timeout_ms +
		      monitor_body_timeout(m->timeout_ms);
	int64_t until = now + m->timeout_ms;
	int r = wait_for_room(m, now, until < end ? until : end);

	if (overdue(m)) {
		monitor_break(m, TOO_LONG);
		return false;
	}
	if (r > 0 && (r & (POLLERR | POLLHUP)) == 0 && now < end) {
		sign(m);
		return true;
	}
	monitor_break(m, r > 0 && now < end
			     ? "the connection was lost in the message"
			     : "the relay stopped taking the message");
	return false;
}

const char *
monitor_reason(struct monitor *m)
{
	const char *what;

	if (m->why[0] != '\0')
		return m->why;
	if (m->answer[0] != '\0')
		say_answer(m, m->why, sizeof(m->why));
	else if (m->tired[0] != '\0')
		snprintf(m->why, sizeof(m->why), "%s", m->tired);
	else {
		what = is_late(m) ? "no answer in time"
				  : "the connection was lost";
		snprintf(
		    m->why, sizeof(m->why), "%s: %s", names[m->command], what);
	}
	return m->why;
}
