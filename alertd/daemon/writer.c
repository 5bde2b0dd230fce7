#include "base/log.h"
#include "base/mem.h"
#include "daemon/parts.h"
#include "store/writer.h"

#define LOOK_EVERY 1000 /* ms between two looks */
#define LOOK_COUNTS TURN_ERROR /* at most, however long nobody looked */
#define HASTE 100 /* ms to wait for who is seen to keep us from writing */

static const char *
name_of(const struct daemon *d, int64_t pid, char name[PROCESS_SIZE])
{
	return pid == WRITER_UNSEEN ? "that is not to be seen from here"
				    : starter_named(d->starter, pid, name);
}

/* What of ours it is dies, and is replaced as any that dies. */
static void
end_ours(struct daemon *d, const char *program, const char *span)
{
	struct writer *w = &d->writer;
	char *what = xasprintf("worker %s[%lld] kept everybody from writing "
			       "the database for %s: it is replaced",
	    program, (long long)w->pid, span);

	log_error("%s", what);
	free(w->replaced);
	w->replaced = what;
	supervisor_kill_writer(d->supervisor, w->pid);
}

/* One of ours whom nobody can end is named to the on-call, too. */
static void
tell(struct daemon *d)
{
	int64_t pid = d->writer.pid;
	char name[PROCESS_SIZE];

	lastresort_holder(d->resort,
	    pid == WRITER_UNSEEN ? NULL : starter_named(d->starter, pid, name));
}

/*
 * Who waits for a disk goes on when that answers, and before that a signal
 * would free nothing: it would only put in doubt what is being sent.
 */
static void
too_long(struct daemon *d)
{
	struct writer *w = &d->writer;
	char *span = format_duration(w->held / 1000);
	const char *ours = d->supervisor == NULL
			       ? NULL
			       : supervisor_name(d->supervisor, w->pid);
	bool waits = ours != NULL && starter_waits(d->starter, w->pid);
	char name[PROCESS_SIZE];

	if (!w->told)
		tell(d);
	if (ours != NULL && !waits)
		end_ours(d, ours, span);
	else if (!w->told)
		log_error("database: process %s has kept everybody from "
			  "writing it for %s: %s",
		    name_of(d, w->pid, name), span,
		    waits ? "it waits for a disk" : "end that process");
	w->told = true;
	w->done = !waits;
	free(span);
}

/* What waited for it is done at once, and looked at. */
static void
lets_go(struct daemon *d, const struct writer *w)
{
	char *span = format_duration(w->held / 1000);
	char name[PROCESS_SIZE];

	log_info("database: process %s has let go of it, after %s",
	    name_of(d, w->pid, name), span);
	free(span);
	lastresort_holder(d->resort, NULL);
	d->check_at = d->open_at = clock_read().mono_ms;
}

bool
writer_is_same(struct writer *w, int64_t pid, int64_t version, int64_t mono_ms)
{
	int64_t passed = mono_ms - w->seen;

	w->seen = mono_ms;
	if (pid == w->pid && version == w->version) {
		w->held += passed < LOOK_COUNTS ? passed : LOOK_COUNTS;
		return true;
	}
	w->pid = pid;
	w->version = version;
	w->held = 0;
	w->told = w->done = false;
	return false;
}

/*
 * Without a store it has to be the reason for that: it cannot be seen whether
 * anything is committed. What would be waited for in vain is not waited for.
 */
void
daemon_watch_writer(struct daemon *d)
{
	const struct writer before = d->writer;
	int64_t pid = 0, version = 0;

	if (d->store != NULL || d->locked)
		pid = store_writer(d->store, d->setup.conf->store);
	if (pid == 0 && d->writer.pid == 0)
		return;
	if (pid != 0 && d->store != NULL)
		version = store_version(d->store);
	if (!writer_is_same(&d->writer, pid, version, clock_read().mono_ms) &&
	    before.told)
		lets_go(d, &before);
	if (d->store != NULL)
		store_patience(d->store,
		    d->writer.held >= STORE_PATIENCE ? HASTE : STORE_PATIENCE);
	if (!d->writer.done && d->writer.held >= LIMIT_WRITER * INT64_C(1000))
		too_long(d);
}

int64_t
daemon_watch_next(const struct daemon *d)
{
	if (d->writer.pid == 0)
		return INT64_MAX;
	return d->writer.told ? TURN_ERROR : LOOK_EVERY;
}
