#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/limits.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/program.h"
#include "conf/ways.h"
#include "starter.h"
#include "supervisor_parts.h"

#define PAUSE_FIRST 1000 /* ms before a dead worker is started again */
#define PAUSE_MOST 60000
#define PAUSE_FORGET 60000 /* a worker that lived so long came up */
#define PAUSE_HALVES 300000 /* for each such time that it lived */
#define ASK_EVERY 10000 /* ms between two questions, at the least */

const struct supervisor_part supervisor_parts[PARTS] = {
    [PART_MAIL] = {"alertd-mail", "mail is sent late or not at all", false},
    [PART_SMS] = {"alertd-sms", "SMS are sent late or not at all", false},
    [PART_PAGE] = {"alertd-web", "the page and its links do not work", true},
};

/* 0 with its path; -1 when it is not there. */
static int
find_part(struct supervisor *s, enum part part, struct err *e)
{
	if (s->path[part] == NULL)
		s->path[part] = program_path(supervisor_parts[part].name);
	if (s->path[part] != NULL)
		return 0;
	return err_set(e,
	    "%s is not beside this program nor in ../libexec/alertd: install "
	    "it there",
	    supervisor_parts[part].name);
}

static void
add_children(struct supervisor *s, enum part part, int64_t count)
{
	for (int64_t i = 0; i < count; i++) {
		s->children = xreallocarray(
		    s->children, s->n + 1, sizeof(*s->children));
		s->children[s->n++] = (struct child){.part = part, .wake = -1};
	}
}

struct supervisor *
supervisor_open(
    const struct config *conf, struct starter *starter, int lock, struct err *e)
{
	struct supervisor *s = xcalloc(1, sizeof(*s));
	bool mail = config_sends(conf, CHANNEL_MAIL);
	bool sms = config_sends(conf, CHANNEL_SMS);

	s->starter = starter;
	s->lock = lock;
	if ((mail && find_part(s, PART_MAIL, e) == -1) ||
	    (sms && find_part(s, PART_SMS, e) == -1)) {
		supervisor_close(s, 0);
		return NULL;
	}
	if (!conf->web.off)
		(void)find_part(s, PART_PAGE, NULL); /* told by start() */
	add_children(s, PART_MAIL, mail ? conf->mail.workers : 0);
	add_children(s, PART_SMS, sms ? conf->sms.workers : 0);
	add_children(s, PART_PAGE, conf->web.off ? 0 : 1);
	return s;
}

static enum part
part_of(enum channel channel)
{
	return channel == CHANNEL_SMS ? PART_SMS : PART_MAIL;
}

const char *
child_name(const struct child *c)
{
	return supervisor_parts[c->part].name;
}

bool
child_lived(const struct child *c, int64_t mono_ms)
{
	int64_t seen = supervisor_parts[c->part].answers ? c->heard : mono_ms;

	return seen - c->started > PAUSE_FORGET;
}

bool
child_down(const struct child *c, int64_t ms, int64_t mono_ms)
{
	return c->down != 0 && mono_ms - c->down > ms &&
	       (c->pid == 0 || !child_lived(c, mono_ms));
}

static int
start(struct supervisor *s, struct child *c, struct err *e)
{
	int pair[2];

	if (find_part(s, c->part, e) == -1)
		return -1;
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) == -1)
		return err_set(e, "socketpair: %s", strerror(errno));
	c->pid = starter_start(
	    s->starter, child_name(c), c->spare, pair[1], s->lock, e);
	close(pair[1]);
	if (c->pid == -1) {
		c->pid = 0;
		close(pair[0]);
		return -1;
	}
	c->wake = pair[0];
	return 0;
}

/* It is not up: since when, and when it is started next. */
static void
is_down(struct child *c, bool had_lived, int64_t mono_ms)
{
	if (had_lived || c->down == 0)
		c->down = mono_ms;
	c->pause = c->pause == 0 ? PAUSE_FIRST : c->pause * 2;
	if (c->pause > PAUSE_MOST)
		c->pause = PAUSE_MOST;
	c->due = mono_ms + c->pause;
}

/* Spares that have ended, or could not be started, are gone. */
static void
drop_spares(struct supervisor *s)
{
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++)
		if (!s->children[i].spare || s->children[i].pid != 0)
			s->children[n++] = s->children[i];
	s->n = n;
}

void
supervisor_spare(struct supervisor *s, enum channel channel, int64_t mono_ms)
{
	enum part part = part_of(channel);
	size_t spares = 0, workers = 0;

	for (size_t i = 0; i < s->n; i++)
		if (s->children[i].part == part) {
			spares += s->children[i].spare;
			workers += !s->children[i].spare;
		}
	if (spares >= workers || mono_ms < s->no_spare[part])
		return;
	add_children(s, part, 1);
	s->children[s->n - 1].spare = true;
}

/* Who lived was not wrong all the time: the next pause is shorter for it. */
static void
shorten_pause(struct child *c, int64_t mono_ms)
{
	int64_t times = (mono_ms - c->started) / PAUSE_HALVES;

	while (times-- > 0 && c->pause > 0)
		c->pause = c->pause > PAUSE_FIRST ? c->pause / 2 : 0;
}

void
supervisor_start(struct supervisor *s, int64_t mono_ms)
{
	struct err e;

	for (size_t i = 0; i < s->n; i++) {
		struct child *c = &s->children[i];

		if (c->pid != 0 || c->due > mono_ms)
			continue;
		if (start(s, c, &e) == 0) {
			c->started = mono_ms;
			c->asked = c->heard = 0;
			c->waits = c->hung = c->wrote = false;
			log_info("worker %s[%d]: started%s", child_name(c),
			    (int)c->pid, c->spare ? ", a spare one" : "");
		} else {
			log_error("worker %s: %s", child_name(c), e.msg);
			is_down(c, false, mono_ms);
			s->no_spare[c->part] = c->due;
		}
	}
	drop_spares(s);
}

/* NULL where it is none of ours. */
static struct child *
find(const struct supervisor *s, int64_t pid)
{
	for (size_t i = 0; pid > 0 && i < s->n; i++)
		if (s->children[i].pid == pid)
			return &s->children[i];
	return NULL;
}

const char *
supervisor_name(const struct supervisor *s, int64_t pid)
{
	const struct child *c = find(s, pid);

	return c == NULL ? NULL : child_name(c);
}

/*
 * What lies in the configuration or the machine has a remedy of its own; all
 * else may lie in the message that it had in its hands.
 */
static bool
is_odd(const struct child *c)
{
	return c->ending != ENDING_STATUS ||
	       (c->code != 0 && child_remedy(c) == NULL);
}

/* It may have been stopped: its message is looked at when it is so again. */
static bool
is_excused(const struct supervisor *s, const struct child *c, int64_t mono_ms)
{
	return c->wrote &&
	       deaths_within(&s->deaths, child_name(c),
		   LIMIT_WORKER_DEATHS_IN * INT64_C(1000), mono_ms, NULL) == 0;
}

static void
has_died(struct supervisor *s, const struct child *c, int64_t mono_ms)
{
	bool killed = c->ending != ENDING_STATUS;
	bool odd = is_odd(c) && !is_excused(s, c, mono_ms);
	char how[DEATH_HOW];

	log_error("worker %s[%d]: %s %d", child_name(c), (int)c->pid,
	    killed ? "killed by signal" : "ended with status", c->code);
	snprintf(how, sizeof(how), "%s %d",
	    c->hung  ? "hanging, killed by signal"
	    : killed ? "signal"
		     : "status",
	    c->code);
	deaths_add(&s->deaths, child_name(c), c->pid, how, odd, mono_ms);
}

static void
buried(struct supervisor *s, struct child *c, int status, int64_t mono_ms)
{
	bool killed = WIFSIGNALED(status);
	bool served = c->spare && status == 0;

	c->code = killed ? WTERMSIG(status) : WEXITSTATUS(status);
	c->ending = c->hung  ? ENDING_HUNG
		    : killed ? ENDING_SIGNAL
			     : ENDING_STATUS;
	if (served)
		log_info("worker %s[%d]: the spare one has ended",
		    child_name(c), (int)c->pid);
	else
		has_died(s, c, mono_ms);
	close(c->wake);
	c->wake = -1;
	c->pid = 0;
	if (!served) {
		shorten_pause(c, mono_ms);
		is_down(c, child_lived(c, mono_ms), mono_ms);
	}
	if (c->spare && !served)
		s->no_spare[c->part] = mono_ms + PAUSE_MOST;
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
		buried(s, c, status, mono_ms);
		n++;
	}
	drop_spares(s);
	return n;
}

static void
say(const struct child *c, const char *byte)
{
	if (c->wake != -1)
		/* A full socket means that it will look anyway. */
		(void)send(c->wake, byte, 1, MSG_DONTWAIT | MSG_NOSIGNAL);
}

void
supervisor_wake(struct supervisor *s)
{
	for (size_t i = 0; i < s->n; i++)
		say(&s->children[i], "w");
}

void
supervisor_ready(struct supervisor *s)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->children[i].part != PART_PAGE)
			say(&s->children[i], "r");
}

/* When something is to be done about c; questions go with any turn. */
static int64_t
next_of(const struct child *c)
{
	if (c->pid == 0)
		return c->due;
	return c->waits && !c->hung
		   ? c->asked + LIMIT_WORKER_SILENT * INT64_C(1000) + 1
		   : INT64_MAX;
}

int64_t
supervisor_next(const struct supervisor *s)
{
	int64_t next = INT64_MAX;

	for (size_t i = 0; i < s->n; i++)
		if (next_of(&s->children[i]) < next)
			next = next_of(&s->children[i]);
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
	enum part part = part_of(channel);
	size_t n = 0;

	for (size_t i = 0; i < s->n && n < max; i++)
		if (s->children[i].pid != 0 && s->children[i].part == part)
			pids[n++] = s->children[i].pid;
	return n;
}

static void
kill_hung(struct child *c)
{
	if (!c->hung)
		log_error("worker %s[%d]: hangs", child_name(c), (int)c->pid);
	c->hung = true;
	kill(c->pid, SIGKILL);
}

void
supervisor_kill(struct supervisor *s, int64_t pid)
{
	struct child *c = find(s, pid);

	if (c != NULL)
		kill_hung(c);
}

void
supervisor_kill_writer(struct supervisor *s, int64_t pid)
{
	struct child *c = find(s, pid);

	if (c == NULL)
		return;
	c->wrote = true;
	kill_hung(c);
}

/*
 * Silence is counted from a question on, and answers are taken first: who
 * answered while we, or the machine, stood still does not hang.
 */
static void
ask(struct child *c, int64_t mono_ms)
{
	char bytes[64];

	while (recv(c->wake, bytes, sizeof(bytes), MSG_DONTWAIT) > 0) {
		c->heard = mono_ms;
		c->waits = false;
	}
	if (c->waits) {
		if (mono_ms - c->asked > LIMIT_WORKER_SILENT * INT64_C(1000))
			kill_hung(c);
		return;
	}
	if (c->asked != 0 && mono_ms - c->asked < ASK_EVERY)
		return;
	c->asked = mono_ms;
	c->waits = true;
	(void)send(c->wake, "?", 1, MSG_DONTWAIT | MSG_NOSIGNAL);
}

void
supervisor_look(struct supervisor *s, int64_t mono_ms)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->children[i].pid != 0 &&
		    supervisor_parts[s->children[i].part].answers)
			ask(&s->children[i], mono_ms);
}

struct death *
supervisor_death(struct supervisor *s)
{
	return deaths_unlooked(&s->deaths);
}

void
supervisor_follow(
    struct supervisor *s, const struct supervisor *old, int64_t mono_ms)
{
	s->deaths = old->deaths;
	for (size_t i = 0; i < s->n; i++)
		for (size_t k = 0; k < old->n; k++) {
			struct child *c = &s->children[i];
			const struct child *o = &old->children[k];

			if (c->down != 0 || o->part != c->part ||
			    !child_down(o, 0, mono_ms))
				continue;
			c->down = o->down;
			c->ending = o->ending;
			c->code = o->code;
		}
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
	for (size_t i = 0; i < PARTS; i++)
		free(s->path[i]);
	free(s);
}
