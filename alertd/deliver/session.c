#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/limits.h"
#include "base/mem.h"
#include "deliver/compose.h"
#include "deliver/frame.h"
#include "deliver/session.h"

#define FD_MOST 64 /* an inherited lock is below */

int
session_find_lock(const char *path)
{
	struct stat want, is;

	if (stat(path, &want) == -1)
		return -1;
	for (int fd = STDERR_FILENO + 1; fd < FD_MOST; fd++)
		if (fstat(fd, &is) == 0 && is.st_dev == want.st_dev &&
		    is.st_ino == want.st_ino)
			return fd;
	return -1;
}

/* The store, and the ways to the other sessions, are none of its business. */
static void
close_others(int fd, int lock)
{
	unsigned low = (unsigned)(fd < lock ? fd : lock);
	unsigned high = (unsigned)(fd < lock ? lock : fd);

	if (lock == -1)
		low = high;
	if (low > STDERR_FILENO + 1)
		syscall(SYS_close_range, STDERR_FILENO + 1U, low - 1, 0U);
	if (high > low + 1)
		syscall(SYS_close_range, low + 1, high - 1, 0U);
	syscall(SYS_close_range, high + 1, ~0U, 0U);
}

static _Noreturn void
child(const struct smtp_conf *smtp, const struct relay_conf *relay, int fd,
    int lock, struct pulse *pulse, pid_t parent)
{
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != parent)
		_exit(EXIT_FAILURE);
	close_others(fd, lock);
	/* Who encrypts for it hears the relay, and is not to write in there. */
	pulse_keep(pulse);
	smtp_session(smtp, relay, fd, pulse);
	_exit(EXIT_SUCCESS);
}

struct session *
session_open(const struct smtp_conf *smtp, const struct relay_conf *relay,
    int lock, struct err *e)
{
	pid_t pid, parent = getpid();
	struct session *s;
	struct pulse *pulse;
	int pair[2];

	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) == -1) {
		err_set(e, "socketpair: %s", strerror(errno));
		return NULL;
	}
	pulse = pulse_open();
	compose_ready();
	pid = pulse == NULL ? -1 : fork();
	if (pid == 0)
		child(smtp, relay, pair[1], lock, pulse, parent);
	close(pair[1]);
	if (pid == -1) {
		err_set(e, "fork: %s", strerror(errno));
		pulse_close(pulse);
		close(pair[0]);
		return NULL;
	}
	pulse_keep(pulse);
	fcntl(pair[0], F_SETFL, O_NONBLOCK);
	s = xcalloc(1, sizeof(*s));
	s->pid = pid;
	s->pulse = pulse;
	s->fd = pair[0];
	buf_init(&s->in, LIMIT_PACKED + FRAME_HEAD);
	buf_init(&s->out, LIMIT_PACKED + FRAME_HEAD);
	return s;
}

int
session_go_on(struct session *s)
{
	while (s->sent < s->out.len) {
		ssize_t n = send(s->fd, s->out.data + s->sent,
		    s->out.len - s->sent, MSG_NOSIGNAL);

		if (n == -1 && errno == EINTR)
			continue;
		if (n == -1)
			return errno == EAGAIN ? 0 : -1;
		s->sent += (size_t)n;
	}
	buf_clear(&s->out);
	buf_init(&s->out, LIMIT_PACKED + FRAME_HEAD);
	return 1;
}

int
session_give(struct session *s, const struct buf *packed)
{
	char head[FRAME_HEAD];

	frame_head(head, packed->len);
	buf_add(&s->out, head, sizeof(head));
	buf_add(&s->out, packed->data, packed->len);
	s->sent = 0;
	s->given = clock_read().mono_ms;
	pulse_give(s->pulse);
	return session_go_on(s) == -1 ? -1 : 0;
}

static int
heard_whole(const struct session *s)
{
	size_t want;

	if (s->in.len < FRAME_HEAD)
		return 0;
	want = frame_length(s->in.data) + FRAME_HEAD;
	if (s->in.len > want || want > s->in.max)
		return -1;
	return s->in.len == want;
}

int
session_hear(struct session *s)
{
	char part[16384];

	for (;;) {
		ssize_t n = recv(s->fd, part, sizeof(part), 0);

		if (n == -1 && errno == EINTR)
			continue;
		if (n == -1 && errno == EAGAIN)
			return heard_whole(s);
		/* Unasked it says nothing. */
		if (n <= 0 || s->work == NULL ||
		    buf_add(&s->in, part, (size_t)n) == -1)
			return -1;
		if ((size_t)n < sizeof(part))
			return heard_whole(s);
	}
}

void
session_heard(struct session *s)
{
	buf_reset(&s->in);
}

void
session_end(struct session *s)
{
	if (s->fd != -1)
		close(s->fd);
	s->fd = -1;
}

bool
session_gone(const struct session *s, int *status)
{
	return waitpid(s->pid, status, WNOHANG) == s->pid;
}

int
session_kill(const struct session *s)
{
	int status = 0;

	kill(s->pid, SIGKILL);
	while (waitpid(s->pid, &status, 0) == -1 && errno == EINTR)
		;
	return status;
}

void
session_free(struct session *s)
{
	session_end(s);
	pulse_close(s->pulse);
	buf_clear(&s->in);
	buf_clear(&s->out);
	free(s);
}
