#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/attr.h"
#include "base/buf.h"
#include "base/fault.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/str.h"
#include "lastresort.h"
#include "lasttext.h"
#include "lastway.h"
#include "store/audit.h"

#define LOOK_EVERY 10000 /* ms while there is something to be looked at */
#define PAUSE_FIRST 30000 /* ms after a try that reached nobody */
#define PAUSE_MOST 900000
#define KEPT_BACK 6 /* descriptors: two ways of two pipes, less an end each */
#define KEPT_FILE "last-resort"
#define KEPT_BYTES 4096

static const struct {
	const char *name, *program;
	char *(*text)(const struct last_facts *);
} parts[] = {
    [CHANNEL_MAIL] = {"mail", "alertd-mail", last_mail},
    [CHANNEL_SMS] = {"SMS", "alertd-sms", last_sms},
};

/* One of the two. Times are monotonic ms but for last. */
struct way {
	struct lastway run;
	enum last_tell telling; /* what runs tells */
	bool telling_down;
	bool told; /* that it is not well, and not yet that it is */
	bool told_down; /* that FMK is, meanwhile */
	int64_t told_at;
	int64_t last; /* UTC */
	int64_t times; /* told and not on record yet */
	int tries; /* in vain, in a row */
	int64_t due; /* of the next */
};

struct lastresort {
	const struct config *conf;
	struct starter *starter;
	bool faulty;
	int64_t since; /* UTC */
	int64_t began; /* monotonic ms */
	int64_t well; /* since when, monotonic ms; 0 not known */
	enum fault_kind kind;
	struct err why;
	int64_t open;
	char *feed; /* that says that FMK is down, or NULL */
	char *holder; /* the process that holds the database, or NULL */
	struct way ways[LENGTH(parts)];
	int spare[KEPT_BACK];
	char *kept; /* path of what a restart is to know, or NULL */
};

static void
keep_back(struct lastresort *l)
{
	for (size_t i = 0; i < LENGTH(l->spare); i++)
		if (l->spare[i] == -1)
			l->spare[i] = open("/dev/null", O_RDONLY | O_CLOEXEC);
}

static void
give_back(struct lastresort *l)
{
	for (size_t i = 0; i < LENGTH(l->spare); i++) {
		if (l->spare[i] != -1)
			close(l->spare[i]);
		l->spare[i] = -1;
	}
}

static bool
is_on(const struct lastresort *l, size_t i)
{
	return i == CHANNEL_SMS ? l->conf->alarm.sms.n > 0
				: l->conf->alarm.mail.n > 0;
}

static bool
any_told(const struct lastresort *l)
{
	for (size_t i = 0; i < LENGTH(l->ways); i++)
		if (l->ways[i].told)
			return true;
	return false;
}

/* --- over a restart ------------------------------------------------------- */

/* A way that told something: its line. A fault that lasts has the same since.
 */
static void
keep(const struct lastresort *l)
{
	struct buf b;
	struct err e;

	if (l->kept == NULL)
		return;
	buf_init(&b, KEPT_BYTES);
	for (size_t i = 0; i < LENGTH(l->ways); i++)
		if (l->ways[i].told)
			buf_addf(&b, "%s %lld %d %lld %lld %lld %d\n",
			    channel_name((enum channel)i),
			    (long long)l->ways[i].told_at, l->ways[i].told_down,
			    (long long)l->ways[i].last,
			    (long long)l->ways[i].times, (long long)l->since,
			    (int)l->kind);
	if (file_write(l->kept, buf_str(&b), b.len, 0600, &e) == -1)
		log_warn("last resort: %s", e.msg);
	buf_clear(&b);
}

static void
take_kept(struct lastresort *l, char *line, int64_t mono_ms)
{
	struct strv v = {0};
	int64_t at, down, last, times, since, kind;
	struct way *w;

	strv_split(&v, line, " ");
	if (v.n == 7 && parse_int(v.v[1], 0, mono_ms, &at) == 0 &&
	    parse_int(v.v[2], 0, 1, &down) == 0 &&
	    parse_int(v.v[3], 0, TIME_MAX, &last) == 0 &&
	    parse_int(v.v[4], 0, INT32_MAX, &times) == 0 &&
	    parse_int(v.v[5], 0, TIME_MAX, &since) == 0 &&
	    parse_int(v.v[6], 0, FAULT_KINDS - 1, &kind) == 0) {
		w = &l->ways[str_eq(v.v[0], "sms") ? CHANNEL_SMS
						   : CHANNEL_MAIL];
		w->told = true;
		w->told_at = at;
		w->told_down = down != 0;
		w->last = last;
		w->times = times;
		l->since = since;
		l->kind = (enum fault_kind)kind;
	}
	strv_clear(&v);
}

/* Of this boot alone: the monotonic clock says so. */
static void
read_kept(struct lastresort *l)
{
	const char *folder = getenv("RUNTIME_DIRECTORY");
	struct strv lines = {0};
	char *text;

	if (folder == NULL || *folder != '/' || strchr(folder, ':') != NULL)
		return;
	l->kept = xasprintf("%s/" KEPT_FILE, folder);
	if (access(l->kept, F_OK) == -1 ||
	    file_read(l->kept, KEPT_BYTES, &text, NULL, NULL) == -1)
		return;
	strv_split(&lines, text, "\n");
	for (size_t i = 0; i < lines.n; i++)
		take_kept(l, lines.v[i], clock_read().mono_ms);
	strv_clear(&lines);
	free(text);
}

struct lastresort *
lastresort_open(const struct config *conf, struct starter *starter)
{
	struct lastresort *l = xcalloc(1, sizeof(*l));

	l->conf = conf;
	l->starter = starter;
	l->open = -1;
	for (size_t i = 0; i < LENGTH(l->ways); i++)
		l->ways[i].run.out = -1;
	for (size_t i = 0; i < LENGTH(l->spare); i++)
		l->spare[i] = -1;
	keep_back(l);
	read_kept(l);
	return l;
}

void
lastresort_close(struct lastresort *l)
{
	if (l == NULL)
		return;
	give_back(l);
	for (size_t i = 0; i < LENGTH(l->ways); i++)
		if (l->ways[i].run.out != -1)
			close(l->ways[i].run.out);
	free(l->feed);
	free(l->holder);
	free(l->kept);
	free(l);
}

void
lastresort_use(struct lastresort *l, const struct config *conf)
{
	l->conf = conf;
	for (size_t i = 0; i < LENGTH(l->ways); i++)
		l->ways[i].told = l->ways[i].told && is_on(l, i);
}

/* --- what is seen --------------------------------------------------------- */

void
lastresort_fault(
    struct lastresort *l, const char *why, int64_t open, struct clock now)
{
	enum fault_kind kind = fault_take();

	if (!l->faulty) {
		/* What is back before it was told to be over goes on. */
		if (!any_told(l))
			l->since = now.wall;
		l->began = now.mono_ms;
	}
	/* A consequence says less than its cause. */
	if (!l->faulty || kind != FAULT_OTHER) {
		l->kind = kind;
		err_set(&l->why, "%s", why);
	}
	l->faulty = true;
	l->well = 0;
	if (open != -1)
		l->open = open;
}

void
lastresort_down(struct lastresort *l, const char *feed)
{
	if (l->feed == NULL)
		log_error("feed %s: FMK is down, and it cannot be told", feed);
	xreplace(&l->feed, feed);
}

void
lastresort_holder(struct lastresort *l, const char *process)
{
	xreplace(&l->holder, process);
}

void
lastresort_well(struct lastresort *l, struct clock now)
{
	if (l->well == 0)
		l->well = now.mono_ms;
	fault_take();
	l->faulty = false;
	if (!any_told(l))
		xreplace(&l->feed, NULL);
}

bool
lastresort_faulty(const struct lastresort *l)
{
	return l->faulty;
}

/* --- what is told --------------------------------------------------------- */

/* What is to be told now over that way. */
static enum last_tell
wanted(const struct lastresort *l, const struct way *w, int64_t mono_ms)
{
	if (!l->faulty)
		return w->told && l->well != 0 &&
			       mono_ms - l->well >= LIMIT_RESORT_WELL * 1000
			   ? LAST_WELL
			   : LAST_NOTHING;
	if (mono_ms - l->began < LIMIT_RESORT_AFTER * 1000)
		return LAST_NOTHING;
	if (!w->told)
		return LAST_FAULT;
	if (l->feed != NULL && !w->told_down)
		return LAST_DOWN;
	return mono_ms - w->told_at >= LIMIT_RESORT_EVERY * INT64_C(1000)
		   ? LAST_STILL
		   : LAST_NOTHING;
}

static void
failed(struct way *w, const char *name, const char *why, int64_t mono_ms)
{
	int64_t pause = PAUSE_FIRST << (w->tries < 5 ? w->tries : 5);

	log_error("last resort: nobody was told by %s: %s", name, why);
	w->tries++;
	w->due = mono_ms + (pause < PAUSE_MOST ? pause : PAUSE_MOST);
}

static void
begin(struct lastresort *l, size_t i, enum last_tell tell, struct clock now)
{
	struct way *w = &l->ways[i];
	char machine[256] = "", *text;
	struct last_facts f = {.tell = tell,
	    .kind = l->kind,
	    .why = l->why.msg,
	    .holder = l->holder,
	    .machine = machine,
	    .feed = l->feed,
	    .open = l->open,
	    .since = l->since,
	    .now = now.wall};
	struct err e;

	gethostname(machine, sizeof(machine) - 1);
	text = parts[i].text(&f);
	give_back(l);
	if (lastway_start(&w->run, l->starter, parts[i].program, text,
		now.mono_ms, &e) == -1)
		failed(w, parts[i].name, e.msg, now.mono_ms);
	w->telling = tell;
	w->telling_down = l->feed != NULL;
	keep_back(l);
	free(text);
}

static void
ended(struct lastresort *l, size_t i, struct clock now)
{
	struct way *w = &l->ways[i];

	if (w->run.accepted == 0) {
		failed(
		    w, parts[i].name, "its lines above say why", now.mono_ms);
		return;
	}
	log_warn("last resort: %d told by %s that %s", w->run.accepted,
	    parts[i].name,
	    w->telling == LAST_WELL ? "it is well again" : last_kind(l->kind));
	w->told = w->telling != LAST_WELL;
	w->told_down = w->told && w->telling_down;
	w->told_at = now.mono_ms;
	w->last = now.wall;
	w->times++;
	w->tries = 0;
	w->due = 0;
	if (!any_told(l) && !l->faulty)
		xreplace(&l->feed, NULL);
	keep(l);
}

void
lastresort_turn(struct lastresort *l, struct clock now)
{
	for (size_t i = 0; i < LENGTH(l->ways); i++) {
		struct way *w = &l->ways[i];
		enum last_tell tell;

		if (lastway_look(&w->run, now.mono_ms) == 1)
			ended(l, i, now);
		tell = wanted(l, w, now.mono_ms);
		if (is_on(l, i) && w->run.pid == 0 && tell != LAST_NOTHING &&
		    now.mono_ms >= w->due)
			begin(l, i, tell, now);
	}
	keep_back(l);
}

int64_t
lastresort_next(const struct lastresort *l, int64_t mono_ms)
{
	bool any = l->faulty || any_told(l);

	for (size_t i = 0; i < LENGTH(l->ways); i++)
		any = any || l->ways[i].run.pid != 0;
	return any ? mono_ms + LOOK_EVERY : INT64_MAX;
}

/* Release with free(). */
static char *
record_of(const struct lastresort *l, const struct way *w, const char *name)
{
	char since[RFC3339_SIZE], last[RFC3339_SIZE];

	format_rfc3339(l->since, since);
	format_rfc3339(w->last, last);
	if (!w->told)
		return xasprintf("alarm.%s was told at %s that it is well "
				 "again: %s since %s",
		    name, last, last_kind(l->kind), since);
	return xasprintf("alarm.%s was told without the database, %lld times, "
			 "last at %s: %s since %s",
	    name, (long long)w->times, last, last_kind(l->kind), since);
}

int
lastresort_record(
    struct lastresort *l, struct store *s, int64_t now, struct err *e)
{
	for (size_t i = 0; i < LENGTH(l->ways); i++) {
		struct way *w = &l->ways[i];
		char *detail;
		int r;

		if (w->times == 0)
			continue;
		detail = record_of(l, w, channel_name((enum channel)i));
		r = store_audit(
		    s, now, "alertd", "lastresort.told", 0, "", detail, e);
		free(detail);
		if (r == -1)
			return -1;
		w->times = 0;
		keep(l);
	}
	return 0;
}
