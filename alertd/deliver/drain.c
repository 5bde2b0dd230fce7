#include <errno.h>
#include <poll.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "base/attr.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/program.h"
#include "conf/ways.h"
#include "deliver/drain.h"
#include "outbox/pass.h"

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

/* The workers of one channel: the one, and a spare one. */
struct crew {
	const char *name;
	enum channel channel;
	pid_t pids[2]; /* 0 = it does not run */
	size_t started;
};

static int
join(struct crew *c, const char *file, struct err *e)
{
	if (start(c->name, file, &c->pids[c->started], e) == -1)
		return -1;
	c->started++;
	return 0;
}

static int
ending(const char *name, int status, struct err *e)
{
	if (WIFSIGNALED(status))
		return err_set(
		    e, "%s was ended by signal %d", name, WTERMSIG(status));
	if (WEXITSTATUS(status) != 0)
		return err_set(
		    e, "%s ended with status %d", name, WEXITSTATUS(status));
	return 0;
}

/* Takes one that has ended; 0, or -1 with *e when it did not end well. */
static int
bury(const char *name, pid_t *pid, struct err *e)
{
	int status = 0;
	pid_t r = waitpid(*pid, &status, WNOHANG);

	if (r == 0 || (r == -1 && errno == EINTR))
		return 0;
	*pid = 0;
	if (r == -1)
		return err_set(e, "%s: %s", name, strerror(errno));
	return ending(name, status, e);
}

/* How many of them work. */
static size_t
living(struct crew *c, int *worst, struct err *e)
{
	size_t n = 0;

	for (size_t i = 0; i < LENGTH(c->pids); i++) {
		if (c->pids[i] != 0 && bury(c->name, &c->pids[i], e) == -1)
			*worst = -1;
		n += c->pids[i] != 0;
	}
	return n;
}

/* The spare one comes when the other is behind a slow message, once. */
static void
relieve(
    const struct config *conf, struct store *s, struct crew *c, size_t alive)
{
	struct passing p;
	struct err e;

	if (alive == 0 || c->started == LENGTH(c->pids))
		return;
	if (outbox_pass(s, c->channel, config_slow_after(conf, c->channel),
		clock_read().wall, &p, &e) == -1 ||
	    (p.waits && p.busy >= alive && join(c, conf->file, &e) == -1))
		log_error("%s: %s", c->name, e.msg);
}

/* Until all have ended. */
static int
attend(const struct config *conf, struct store *s, struct crew *crews, size_t n,
    void (*turn)(void *), void *arg, struct err *e)
{
	int worst = 0;
	size_t alive;

	do {
		alive = 0;
		for (size_t i = 0; i < n; i++) {
			size_t here = living(&crews[i], &worst, e);

			alive += here;
			relieve(conf, s, &crews[i], here);
		}
		if (turn != NULL)
			turn(arg);
		if (alive > 0)
			poll(NULL, 0, TURN_MS);
	} while (alive > 0);
	return worst;
}

int
drain(const struct config *conf, struct store *s, void (*turn)(void *),
    void *arg, struct err *e)
{
	struct crew crews[] = {{"alertd-mail", CHANNEL_MAIL, {0}, 0},
	    {"alertd-sms", CHANNEL_SMS, {0}, 0}};
	int r = 0;

	for (size_t i = 0; i < LENGTH(crews); i++)
		if (config_sends(conf, crews[i].channel) &&
		    join(&crews[i], conf->file, e) == -1)
			r = -1;
	if (attend(conf, s, crews, LENGTH(crews), turn, arg, e) == -1)
		r = -1;
	return r;
}
