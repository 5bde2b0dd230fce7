#include <errno.h>
#include <poll.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "base/attr.h"
#include "base/mem.h"
#include "base/program.h"
#include "deliver/drain.h"

#define TURN_MS 100

extern char **environ;

static int
start(const char *name, const char *file, pid_t *pid, struct err *e)
{
	char *path = program_path(name), *argv[5];
	char c[] = "-c", one[] = "-1";
	int r;

	if (path == NULL)
		return err_set(e, "%s is not installed beside alertctl", name);
	argv[0] = xstrdup(name);
	argv[1] = c;
	argv[2] = xstrdup(file);
	argv[3] = one;
	argv[4] = NULL;
	r = posix_spawn(pid, path, NULL, NULL, argv, environ);
	if (r != 0)
		err_set(e, "%s: %s", path, strerror(r));
	free(argv[0]);
	free(argv[2]);
	free(path);
	return r == 0 ? 0 : -1;
}

/* What is done while they work. */
struct meanwhile {
	void (*turn)(void *);
	void *arg;
};

static int
finish(const char *name, pid_t pid, const struct meanwhile *m, struct err *e)
{
	int status = 0;
	pid_t r;

	while (
	    (r = waitpid(pid, &status, m->turn != NULL ? WNOHANG : 0)) != pid) {
		if (r == -1 && errno != EINTR)
			return err_set(e, "%s: %s", name, strerror(errno));
		if (r == 0) {
			m->turn(m->arg);
			poll(NULL, 0, TURN_MS);
		}
	}
	if (WIFSIGNALED(status))
		return err_set(
		    e, "%s was ended by signal %d", name, WTERMSIG(status));
	if (WEXITSTATUS(status) != 0)
		return err_set(
		    e, "%s ended with status %d", name, WEXITSTATUS(status));
	return 0;
}

int
drain(const struct config *conf, void (*turn)(void *), void *arg, struct err *e)
{
	static const char *const names[] = {"alertd-mail", "alertd-sms"};
	bool wanted[2] = {
	    conf->mail.disabled_reason[0] == '\0', !conf->sms.off};
	const struct meanwhile m = {turn, arg};
	pid_t pids[2] = {0};
	int r = 0;

	for (size_t i = 0; i < LENGTH(names); i++)
		if (wanted[i] && start(names[i], conf->file, &pids[i], e) == -1)
			r = -1;
	for (size_t i = 0; i < LENGTH(names); i++)
		if (pids[i] != 0 && finish(names[i], pids[i], &m, e) == -1)
			r = -1;
	return r;
}
