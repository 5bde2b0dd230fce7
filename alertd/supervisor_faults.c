#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sysexits.h>

#include "base/attr.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "deaths.h"
#include "supervisor_parts.h"

#define STATUS_NO_PROGRAM 127

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

const char *
child_remedy(const struct child *c)
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
	const char *known = child_remedy(c);

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
	const char *name = child_name(c),
		   *harm = supervisor_parts[c->part].harm;
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
	const char *name = supervisor_parts[part].name;
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

/* The first of the part that is down, or not there; NULL: none. */
static const struct child *
first_down(const struct supervisor *s, enum part part, int64_t mono_ms)
{
	for (size_t i = 0; i < s->n; i++) {
		const struct child *c = &s->children[i];

		if (c->part == part &&
		    (s->path[part] == NULL ||
			child_down(
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
		faults_add(out, child_name(c), wrong(s, c));
		s->told[part] = true;
	}
	for (enum part part = 0; part < PARTS; part++)
		if (s->told[part] && first_down(s, part, mono_ms) == NULL) {
			/* What was told as one does not count again. */
			deaths_forget(&s->deaths, supervisor_parts[part].name);
			s->told[part] = false;
		}
}
