#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/program.h"
#include "supervisor.h"

#define PAUSE_FIRST 1000 /* ms before a dead worker is started again */
#define PAUSE_MOST 60000
#define PAUSE_FORGET 60000 /* a worker that lived so long had no fault */

struct child {
	const char *name; /* "alertd-mail" */
	const char *path; /* borrowed from the supervisor */
	pid_t pid; /* 0 = not running */
	int wake; /* our end, -1 = none */
	int64_t started; /* monotonic ms */
	int64_t due; /* monotonic ms of the next start */
	int64_t pause;
};

struct supervisor {
	const struct config *conf;
	int lock;
	char *mail_path, *sms_path, *web_path;
	struct child *children;
	size_t n;
};

static void
add_children(
    struct supervisor *s, const char *name, const char *path, int64_t count)
{
	for (int64_t i = 0; i < count; i++) {
		s->children = xreallocarray(
		    s->children, s->n + 1, sizeof(*s->children));
		s->children[s->n++] = (struct child){
		    .name = name, .path = path, .wake = -1};
	}
}

struct supervisor *
supervisor_open(const struct config *conf, int lock, struct err *e)
{
	struct supervisor *s = xcalloc(1, sizeof(*s));
	const char *missing;

	s->conf = conf;
	s->lock = lock;
	s->mail_path = program_path("alertd-mail");
	s->sms_path = program_path("alertd-sms");
	s->web_path = program_path("alertd-web");
	missing = s->mail_path == NULL	? "alertd-mail"
		  : s->sms_path == NULL ? "alertd-sms"
		  : s->web_path == NULL ? "alertd-web"
					: NULL;
	if (missing != NULL) {
		err_set(e,
		    "%s is not beside this program nor in "
		    "../libexec/alertd: install it there",
		    missing);
		supervisor_close(s, 0);
		return NULL;
	}
	if (*conf->mail.disabled_reason == '\0')
		add_children(
		    s, "alertd-mail", s->mail_path, conf->mail.workers);
	if (!conf->sms.off)
		add_children(s, "alertd-sms", s->sms_path, conf->sms.workers);
	if (!conf->web.off)
		add_children(s, "alertd-web", s->web_path, 1);
	return s;
}

/* In the new process: becomes the worker, or ends. */
static void
become(
    const struct supervisor *s, const struct child *c, int wake, pid_t parent)
{
	char fd[16];
	sigset_t none;

	/* Die with the daemon, at once: its successor takes over the queue. */
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != parent)
		_exit(0);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	/* Libraries open theirs without it. */
	close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
	fcntl(s->lock, F_SETFD, 0);
	fcntl(wake, F_SETFD, 0);
	snprintf(fd, sizeof(fd), "%d", wake);
	execl(c->path, c->name, "-c", s->conf->file, "-w", fd, (char *)NULL);
	log_error("worker %s: %s: %s", c->name, c->path, strerror(errno));
	_exit(127);
}

static int
start(const struct supervisor *s, struct child *c)
{
	pid_t parent = getpid();
	int pair[2];

	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) == -1)
		return -1;
	c->pid = fork();
	if (c->pid == 0)
		become(s, c, pair[1], parent);
	close(pair[1]);
	if (c->pid == -1) {
		c->pid = 0;
		close(pair[0]);
		return -1;
	}
	c->wake = pair[0];
	return 0;
}

static void
pause_grows(struct child *c, int64_t mono_ms)
{
	if (mono_ms - c->started > PAUSE_FORGET || c->pause == 0)
		c->pause = PAUSE_FIRST;
	else if (c->pause < PAUSE_MOST)
		c->pause = c->pause * 2 > PAUSE_MOST ? PAUSE_MOST
						     : c->pause * 2;
	c->due = mono_ms + c->pause;
}

void
supervisor_start(struct supervisor *s, int64_t mono_ms)
{
	for (size_t i = 0; i < s->n; i++) {
		struct child *c = &s->children[i];

		if (c->pid != 0 || c->due > mono_ms)
			continue;
		if (start(s, c) == 0) {
			c->started = mono_ms;
			log_info(
			    "worker %s[%d]: started", c->name, (int)c->pid);
		} else {
			log_error("worker %s: %s", c->name, strerror(errno));
			pause_grows(c, mono_ms);
		}
	}
}

static struct child *
find(struct supervisor *s, pid_t pid)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->children[i].pid == pid)
			return &s->children[i];
	return NULL;
}

static void
buried(struct child *c, int status, int64_t mono_ms)
{
	if (WIFSIGNALED(status))
		log_error("worker %s[%d]: killed by signal %d", c->name,
		    (int)c->pid, WTERMSIG(status));
	else
		log_error("worker %s[%d]: ended with status %d", c->name,
		    (int)c->pid, WEXITSTATUS(status));
	close(c->wake);
	c->wake = -1;
	c->pid = 0;
	pause_grows(c, mono_ms);
}

int
supervisor_reap(struct supervisor *s, int64_t mono_ms)
{
	int status, n = 0;
	pid_t pid;

	while ((pid = waitpid(-1, &status, WNOHANG)) > 0) {
		struct child *c = find(s, pid);

		if (c == NULL)
			continue;
		buried(c, status, mono_ms);
		n++;
	}
	return n;
}

void
supervisor_wake(struct supervisor *s)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->children[i].wake != -1)
			/* A full socket means that it will look anyway. */
			(void)send(s->children[i].wake, "w", 1,
			    MSG_DONTWAIT | MSG_NOSIGNAL);
}

int64_t
supervisor_next(const struct supervisor *s)
{
	int64_t next = INT64_MAX;

	for (size_t i = 0; i < s->n; i++)
		if (s->children[i].pid == 0 && s->children[i].due < next)
			next = s->children[i].due;
	return next;
}

size_t
supervisor_alive(const struct supervisor *s, int64_t *pids, size_t max)
{
	size_t n = 0;

	for (size_t i = 0; i < s->n && n < max; i++)
		if (s->children[i].pid != 0)
			pids[n++] = s->children[i].pid;
	return n;
}

size_t
supervisor_channel(
    const struct supervisor *s, enum channel channel, int64_t *pids, size_t max)
{
	const char *path = channel == CHANNEL_SMS ? s->sms_path : s->mail_path;
	size_t n = 0;

	for (size_t i = 0; i < s->n && n < max; i++)
		if (s->children[i].pid != 0 && s->children[i].path == path)
			pids[n++] = s->children[i].pid;
	return n;
}

void
supervisor_kill(struct supervisor *s, int64_t pid)
{
	struct child *c = pid <= 0 ? NULL : find(s, (pid_t)pid);

	if (c == NULL)
		return;
	log_error("worker %s[%d]: hangs", c->name, (int)c->pid);
	kill(c->pid, SIGKILL);
}

/* Takes the dead without starting them again; true while one lives. */
static bool
living(struct supervisor *s)
{
	int status;
	pid_t pid;

	while ((pid = waitpid(-1, &status, WNOHANG)) > 0) {
		struct child *c = find(s, pid);

		if (c != NULL)
			c->pid = 0;
	}
	for (size_t i = 0; i < s->n; i++)
		if (s->children[i].pid != 0)
			return true;
	return false;
}

void
supervisor_close(struct supervisor *s, int patience_ms)
{
	int64_t end = clock_read().mono_ms + patience_ms;
	static const struct timespec tick = {0, 20 * 1000 * 1000};

	for (size_t i = 0; i < s->n; i++)
		if (s->children[i].wake != -1)
			close(s->children[i].wake);
	while (living(s) && clock_read().mono_ms < end)
		nanosleep(&tick, NULL);
	for (size_t i = 0; i < s->n; i++) {
		if (s->children[i].pid == 0)
			continue;
		kill(s->children[i].pid, SIGKILL);
		waitpid(s->children[i].pid, NULL, 0);
	}
	free(s->children);
	free(s->mail_path);
	free(s->sms_path);
	free(s->web_path);
	free(s);
}
