#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/attr.h"
#include "base/env.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/program.h"
#include "base/rest.h"
#include "base/str.h"
#include "starter.h"

#define STATUS_NO_PROGRAM 127
/*
 * malloc sets aside seven pieces of each small size that were freed, and each
 * of them keeps its page from being given back. Up to this size most are.
 */
#define MALLOC "glibc.malloc.tcache_max=128"
#define FDS 2 /* wake and lock, or what is read and written */

static const char *const programs[] = {
    "alertd-mail", "alertd-sms", "alertd-web"};

struct starter {
	int fd;
};

enum mode { MODE_WORK, MODE_SPARE, MODE_RESORT, MODE_NAMED, MODE_WAITS };

struct request {
	unsigned char program, mode;
	int64_t pid; /* that is asked about; then no descriptors come */
};

/* Of the process that starts. */
struct starting {
	int fd;
	pid_t daemon;
	const char *config;
};

/* What a request is carried in. */
struct parcel {
	struct iovec part;
	struct msghdr head;
	_Alignas(struct cmsghdr) char fds[CMSG_SPACE(FDS * sizeof(int))];
};

static void
parcel_init(struct parcel *p, void *data, size_t n)
{
	*p = (struct parcel){.part = {data, n}};
	p->head.msg_iov = &p->part;
	p->head.msg_iovlen = 1;
	p->head.msg_control = p->fds;
	p->head.msg_controllen = sizeof(p->fds);
}

static void
run_as(const struct starting *s, const char *path, const char *name,
    const int fds[FDS], const char *more)
{
	char number[16];

	/* Die with the daemon, at once: its successor takes over the queue. */
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != s->daemon)
		_exit(0);
	fcntl(fds[0], F_SETFD, 0);
	fcntl(fds[1], F_SETFD, 0);
	snprintf(number, sizeof(number), "%d", fds[0]);
	execl(path, name, "-c", s->config, "-w", number, more, (char *)NULL);
}

static void
run_worker(const struct starting *s, const char *path, const char *name,
    const int fds[FDS])
{
	run_as(s, path, name, fds, NULL);
}

static void
run_spare(const struct starting *s, const char *path, const char *name,
    const int fds[FDS])
{
	run_as(s, path, name, fds, "-1");
}

/* It does not die with the daemon, of which it may have to tell. */
static void
run_resort(const struct starting *s, const char *path, const char *name,
    const int fds[FDS])
{
	if (dup2(fds[0], STDIN_FILENO) != -1 &&
	    dup2(fds[1], STDOUT_FILENO) != -1)
		execl(path, name, "-r", "-c", s->config, (char *)NULL);
}

/* In the new process: becomes the program, or ends. */
static void
become(const struct starting *s, const struct request *q, const int fds[FDS])
{
	static void (*const run[])(const struct starting *, const char *,
	    const char *, const int *) = {[MODE_WORK] = run_worker,
	    [MODE_SPARE] = run_spare,
	    [MODE_RESORT] = run_resort};
	const char *name = programs[q->program];
	char *path = program_path(name);
	sigset_t none;

	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	setenv("GLIBC_TUNABLES", MALLOC, 0);
	if (path != NULL)
		run[q->mode](s, path, name, fds);
	log_error("worker %s: %s", name, strerror(errno));
	_exit(STATUS_NO_PROGRAM);
}

/* The child becomes the daemon's, not ours. */
static pid_t
start(const struct starting *s, const struct request *q, const int fds[FDS])
{
	pid_t pid;

	if (q->program >= LENGTH(programs) || q->mode > MODE_RESORT)
		return -EINVAL;
	pid = (pid_t)syscall(
	    SYS_clone, (unsigned long)CLONE_PARENT | SIGCHLD, 0, 0, 0, 0);
	if (pid == 0)
		become(s, q, fds);
	return pid == -1 ? -errno : pid;
}

static bool
is_question(const struct request *q)
{
	return q->mode == MODE_NAMED || q->mode == MODE_WAITS;
}

/* 1 with a request, 0 when there will be none any more. */
static int
receive(const struct starting *s, struct request *q, int fds[FDS])
{
	struct parcel p;
	const struct cmsghdr *c;
	struct pollfd asked = {.fd = s->fd, .events = POLLIN};
	ssize_t n;

	(void)rest_poll(&asked, 1, -1); /* else it waits below */
	parcel_init(&p, q, sizeof(*q));
	do
		n = recvmsg(s->fd, &p.head, MSG_CMSG_CLOEXEC);
	while (n == -1 && errno == EINTR);
	c = CMSG_FIRSTHDR(&p.head);
	if (n != (ssize_t)sizeof(*q))
		return 0;
	if (is_question(q))
		return c == NULL;
	if (c == NULL || c->cmsg_type != SCM_RIGHTS ||
	    c->cmsg_len != CMSG_LEN(FDS * sizeof(int)))
		return 0;
	memcpy(fds, CMSG_DATA(c), FDS * sizeof(int));
	return 1;
}

/* -1 when nobody hears it. */
static int
say(const struct starting *s, const void *what, size_t n)
{
	return send(s->fd, what, n, MSG_NOSIGNAL) == -1 ? -1 : 0;
}

/* Does what is asked. */
static int
answer(const struct starting *s, const struct request *q, const int fds[FDS])
{
	char name[PROCESS_SIZE] = "";
	bool waits;
	pid_t pid;

	if (q->mode == MODE_NAMED)
		return say(s, process_named(q->pid, name), sizeof(name));
	if (q->mode == MODE_WAITS) {
		waits = process_waits(q->pid);
		return say(s, &waits, sizeof(waits));
	}
	pid = start(s, q, fds);
	for (size_t i = 0; i < FDS; i++)
		close(fds[i]);
	return say(s, &pid, sizeof(pid));
}

/* What a terminal or systemd sends to all of us is the daemon's business. */
static void
serve(const struct starting *s)
{
	sigset_t all;
	struct request q;
	int fds[FDS];

	sigfillset(&all);
	sigprocmask(SIG_SETMASK, &all, NULL);
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != s->daemon)
		return;
	env_private();
	while (receive(s, &q, fds) == 1 && answer(s, &q, fds) == 0)
		;
}

struct starter *
starter_open(const char *config, struct err *e)
{
	struct starter *s;
	struct starting child = {.daemon = getpid(), .config = config};
	int pair[2];
	pid_t pid;

	if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) == -1) {
		err_set(e, "socketpair: %s", strerror(errno));
		return NULL;
	}
	pid = fork();
	if (pid == 0) {
		/* Nothing of the daemon's reaches what is started. */
		dup3(pair[1], 3, O_CLOEXEC);
		close_range(4, ~0U, 0);
		child.fd = 3;
		serve(&child);
		_exit(0);
	}
	close(pair[1]);
	if (pid == -1) {
		err_set(e, "fork: %s", strerror(errno));
		close(pair[0]);
		return NULL;
	}
	s = xmalloc(sizeof(*s));
	s->fd = pair[0];
	return s;
}

void
starter_close(struct starter *s)
{
	if (s == NULL)
		return;
	close(s->fd);
	free(s);
}

bool
starter_lives(const struct starter *s)
{
	char byte;

	/* It says nothing unasked: no bytes are its end. */
	return recv(s->fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT) != 0;
}

/* What comes back goes into the n bytes at out. */
static int
hear(struct starter *s, void *out, size_t n)
{
	ssize_t got;

	do
		got = recv(s->fd, out, n, 0);
	while (got == -1 && errno == EINTR);
	return got == (ssize_t)n ? 0 : -1;
}

static int
ask(struct starter *s, struct request *q, const int fds[FDS], pid_t *pid)
{
	struct parcel p;
	struct cmsghdr *c;

	parcel_init(&p, q, sizeof(*q));
	c = CMSG_FIRSTHDR(&p.head);
	c->cmsg_level = SOL_SOCKET;
	c->cmsg_type = SCM_RIGHTS;
	c->cmsg_len = CMSG_LEN(FDS * sizeof(int));
	memcpy(CMSG_DATA(c), fds, FDS * sizeof(int));
	if (sendmsg(s->fd, &p.head, MSG_NOSIGNAL) != (ssize_t)sizeof(*q))
		return -1;
	return hear(s, pid, sizeof(*pid));
}

const char *
starter_named(struct starter *s, int64_t pid, char out[PROCESS_SIZE])
{
	const struct request q = {.mode = MODE_NAMED, .pid = pid};

	if (send(s->fd, &q, sizeof(q), MSG_NOSIGNAL) == -1 ||
	    hear(s, out, PROCESS_SIZE) == -1)
		snprintf(out, PROCESS_SIZE, "%lld", (long long)pid);
	return out;
}

bool
starter_waits(struct starter *s, int64_t pid)
{
	const struct request q = {.mode = MODE_WAITS, .pid = pid};
	bool waits;

	return send(s->fd, &q, sizeof(q), MSG_NOSIGNAL) != -1 &&
	       hear(s, &waits, sizeof(waits)) == 0 && waits;
}

static pid_t
begin(struct starter *s, const char *name, enum mode mode, const int fds[FDS],
    struct err *e)
{
	struct request q = {.mode = (unsigned char)mode};
	pid_t pid;

	while (
	    q.program < LENGTH(programs) && !str_eq(programs[q.program], name))
		q.program++;
	if (ask(s, &q, fds, &pid) == -1)
		return err_set(e,
		    "the process that starts programs is gone: restart alertd");
	if (pid < 0)
		return err_set(e, "fork: %s", strerror(-pid));
	return pid;
}

pid_t
starter_start(struct starter *s, const char *name, bool spare, int wake,
    int lock, struct err *e)
{
	const int fds[FDS] = {wake, lock};

	return begin(s, name, spare ? MODE_SPARE : MODE_WORK, fds, e);
}

pid_t
starter_resort(
    struct starter *s, const char *name, int in, int out, struct err *e)
{
	const int fds[FDS] = {in, out};

	return begin(s, name, MODE_RESORT, fds, e);
}
