#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <sysexits.h>
#include <time.h>
#include <unistd.h>

#include "base/attr.h"
#include "base/clock.h"
#include "base/limits.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/program.h"
#include "base/str.h"
#include "deaths.h"
#include "starter.h"
#include "supervisor.h"

#define PAUSE_FIRST 1000 /* ms before a dead worker is started again */
#define PAUSE_MOST 60000
#define PAUSE_FORGET 60000 /* a worker that lived so long came up */
#define PAUSE_HALVES 300000 /* for each such time that it lived */
#define STATUS_NO_PROGRAM 127

#define ASK_EVERY 10000 /* ms between two questions, at the least */

enum part { PART_MAIL, PART_SMS, PART_PAGE, PARTS };

static const struct {
	const char *name;
	const char *harm; /* what is wrong while it is not up */
	bool answers; /* a "?" on its socket pair */
} parts[PARTS] = {
    [PART_MAIL] = {"alertd-mail", "mail is sent late or not at all", false},
    [PART_SMS] = {"alertd-sms", "SMS are sent late or not at all", false},
    [PART_PAGE] = {"alertd-web", "the page and its links do not work", true},
};

/* What the exit statuses of a part mean for who reads of it. */
static const struct {
	int status;
	const char *remedy;
} remedies[] = {
    {EX_UNAVAILABLE, "is another program at web.listen?"},
    {EX_TEMPFAIL, "is the disk full, and the database readable?"},
    {EX_CONFIG, "alertctl config check says more"},
    {STATUS_NO_PROGRAM, "is its program damaged?"},
};

enum ending { ENDING_NONE, ENDING_STATUS, ENDING_SIGNAL, ENDING_HUNG };

/* Times are monotonic ms, 0 = never. */
struct child {
	enum part part;
	bool spare; /* until nothing is due; not started again */
	pid_t pid; /* 0 = not running */
	int wake; /* our end, -1 = none */
	int64_t started;
	int64_t due; /* of the next start */
	int64_t pause;
	int64_t asked; /* when last */
	bool waits; /* for the answer */
	int64_t heard; /* when it last answered */
	bool hung; /* and was killed for it */
	int64_t down; /* since when it has not been up for long */
	enum ending ending; /* the last */
	int code; /* exit status or signal */
};

struct supervisor {
	struct starter *starter;
	int lock;
	char *path[PARTS]; /* NULL = not found */
	struct child *children;
	size_t n;
	int64_t no_spare[PARTS]; /* until then: the last one ended badly */
	struct deaths deaths;
	bool told[PARTS]; /* that it is down */
};

/* 0 with its path; -1 when it is not there. */
static int
find_part(struct supervisor *s, enum part part, struct err *e)
{
	if (s->path[part] == NULL)
		s->path[part] = program_path(parts[part].name);
	if (s->path[part] != NULL)
		return 0;
	return err_set(e,
	    "%s is not beside this program nor in ../libexec/alertd: install "
	    "it there",
	    parts[part].name);
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
	bool mail = *conf->mail.disabled_reason == '\0';

	s->starter = starter;
	s->lock = lock;
	if ((mail && find_part(s, PART_MAIL, e) == -1) ||
	    (!conf->sms.off && find_part(s, PART_SMS, e) == -1)) {
		supervisor_close(s, 0);
		return NULL;
	}
	if (!conf->web.off)
		(void)find_part(s, PART_PAGE, NULL); /* told by start() */
	add_children(s, PART_MAIL, mail ? conf->mail.workers : 0);
	add_children(s, PART_SMS, conf->sms.off ? 0 : conf->sms.workers);
	add_children(s, PART_PAGE, conf->web.off ? 0 : 1);
	return s;
}

static enum part
part_of(enum channel channel)
{
	return channel == CHANNEL_SMS ? PART_SMS : PART_MAIL;
}

static const char *
name_of(const struct child *c)
{
	return parts[c->part].name;
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
	    s->starter, name_of(c), c->spare, pair[1], s->lock, e);
	close(pair[1]);
	if (c->pid == -1) {
		c->pid = 0;
		close(pair[0]);
		return -1;
	}
	c->wake = pair[0];
	return 0;
}

/* Whether it has been up for so long that nothing is wrong with it. */
static bool
lived(const struct child *c, int64_t mono_ms)
{
	int64_t seen = parts[c->part].answers ? c->heard : mono_ms;

	return seen - c->started > PAUSE_FORGET;
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
			c->waits = c->hung = false;
			log_info("worker %s[%d]: started%s", name_of(c),
			    (int)c->pid, c->spare ? ", a spare one" : "");
		} else {
			log_error("worker %s: %s", name_of(c), e.msg);
			is_down(c, false, mono_ms);
			s->no_spare[c->part] = c->due;
		}
	}
	drop_spares(s);
}

static struct child *
find(struct supervisor *s, pid_t pid)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->children[i].pid == pid)
			return &s->children[i];
	return NULL;
}

static const char *remedy(const struct child *c);

/*
 * What lies in the configuration or the machine has a remedy of its own; all
 * else may lie in the message that it had in its hands.
 */
static bool
is_odd(const struct child *c)
{
	return c->ending != ENDING_STATUS ||
	       (c->code != 0 && remedy(c) == NULL);
}

static void
has_died(struct supervisor *s, const struct child *c, int64_t mono_ms)
{
	bool killed = c->ending != ENDING_STATUS;
	char how[DEATH_HOW];

	log_error("worker %s[%d]: %s %d", name_of(c), (int)c->pid,
	    killed ? "killed by signal" : "ended with status", c->code);
	snprintf(how, sizeof(how), "%s %d",
	    c->hung  ? "hanging, killed by signal"
	    : killed ? "signal"
		     : "status",
	    c->code);
	deaths_add(&s->deaths, name_of(c), c->pid, how, is_odd(c), mono_ms);
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
		log_info("worker %s[%d]: the spare one has ended", name_of(c),
		    (int)c->pid);
	else
		has_died(s, c, mono_ms);
	close(c->wake);
	c->wake = -1;
	c->pid = 0;
	if (!served) {
		shorten_pause(c, mono_ms);
		is_down(c, lived(c, mono_ms), mono_ms);
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

void
supervisor_wake(struct supervisor *s)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->children[i].wake != -1)
			/* A full socket means that it will look anyway. */
			(void)send(s->children[i].wake, "w", 1,
			    MSG_DONTWAIT | MSG_NOSIGNAL);
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
		log_error("worker %s[%d]: hangs", name_of(c), (int)c->pid);
	c->hung = true;
	kill(c->pid, SIGKILL);
}

void
supervisor_kill(struct supervisor *s, int64_t pid)
{
	struct child *c = pid <= 0 ? NULL : find(s, (pid_t)pid);

	if (c != NULL)
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
		    parts[s->children[i].part].answers)
			ask(&s->children[i], mono_ms);
}

static const char *
remedy(const struct child *c)
{
	if (c->ending == ENDING_SIGNAL && c->code == SIGSYS)
		return "it tried a system call that is forbidden to it, which "
		       "the log names";
	for (size_t i = 0; i < LENGTH(remedies); i++)
		if (c->ending == ENDING_STATUS && c->code == remedies[i].status)
			return remedies[i].remedy;
	return NULL;
}

static const char *
remedy_or_log(const struct child *c)
{
	const char *known = remedy(c);

	return known == NULL ? "the log says why" : known;
}

/* ", with message 42 in its hands" of the last that died, or ""; free(). */
static char *
in_hands(const struct supervisor *s, const char *name)
{
	const struct death *last;

	deaths_within(&s->deaths, name, 0, INT64_MAX, &last);
	return last == NULL || last->message == 0
		   ? xstrdup("")
		   : xasprintf(", with message %lld in its hands",
			 (long long)last->message);
}

/* What is wrong with c, as a sentence without its end; free(). */
static char *
wrong(const struct supervisor *s, const struct child *c)
{
	const char *name = name_of(c), *harm = parts[c->part].harm;
	char *held, *what;

	if (s->path[c->part] == NULL)
		return xasprintf("%s is not installed, so %s: put it beside "
				 "alertd or into ../libexec/alertd",
		    name, harm);
	if (c->ending == ENDING_NONE)
		return xasprintf("%s cannot be started, so %s: %s", name, harm,
		    remedy_or_log(c));
	held = in_hands(s, name);
	if (c->ending == ENDING_HUNG)
		what = xasprintf("%s does not answer, though it is replaced%s, "
				 "so %s: %s",
		    name, held, harm, remedy_or_log(c));
	else
		what = xasprintf("%s ends at once, %s %d%s, so %s: %s", name,
		    c->ending == ENDING_STATUS ? "status" : "signal", c->code,
		    held, harm, remedy_or_log(c));
	free(held);
	return what;
}

/* One that comes up each time, and dies again and again. */
static void
dies_often(const struct supervisor *s, enum part part, int64_t mono_ms,
    struct faults *out)
{
	const char *name = parts[part].name;
	const struct death *last;
	char fault[32], *held;
	size_t n = deaths_within(&s->deaths, name,
	    LIMIT_WORKER_DEATHS_IN * INT64_C(1000), mono_ms, &last);

	if (n < LIMIT_WORKER_DEATHS)
		return;
	held = in_hands(s, name);
	snprintf(fault, sizeof(fault), "%s dies", name);
	faults_add(out, fault,
	    xasprintf("%s has died %zu times within an hour, last of %s%s, and "
		      "is started again after a pause: the log says more",
		name, n, last->how, held));
	free(held);
}

/* Whether c has not been up for long, and has had ms to get up. */
static bool
down_for(const struct child *c, int64_t ms, int64_t mono_ms)
{
	return c->down != 0 && mono_ms - c->down > ms &&
	       (c->pid == 0 || !lived(c, mono_ms));
}

/* The first of the part that is down, or not there; NULL: none. */
static const struct child *
first_down(const struct supervisor *s, enum part part, int64_t mono_ms)
{
	for (size_t i = 0; i < s->n; i++) {
		const struct child *c = &s->children[i];

		if (c->part == part &&
		    (s->path[part] == NULL ||
			down_for(
			    c, LIMIT_WORKER_DOWN * INT64_C(1000), mono_ms)))
			return c;
	}
	return NULL;
}

void
supervisor_faults(struct supervisor *s, int64_t mono_ms, struct faults *out)
{
	for (enum part part = 0; part < PARTS; part++) {
		const struct child *c = first_down(s, part, mono_ms);

		if (c == NULL) {
			dies_often(s, part, mono_ms, out);
			continue;
		}
		faults_add(out, name_of(c), wrong(s, c));
		s->told[part] = true;
	}
	for (enum part part = 0; part < PARTS; part++)
		if (s->told[part] && first_down(s, part, mono_ms) == NULL) {
			/* What was told as one does not count again. */
			deaths_forget(&s->deaths, parts[part].name);
			s->told[part] = false;
		}
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
			    !down_for(o, 0, mono_ms))
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
