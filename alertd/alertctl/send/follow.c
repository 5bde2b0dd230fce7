#include <stdio.h>
#include <stdlib.h>

#include "alertctl/send/follow.h"
#include "alertctl/send/progress.h"
#include "alertctl/send/running.h"
#include "alertctl/ui/sheet.h"
#include "alertctl/ui/tty.h"
#include "alertctl/ui/wrap.h"
#include "base/clock.h"
#include "base/running.h"

#define EVERY_MS 500

void
follow_begin(struct follow *f, struct ctl *c, int64_t incident, int notice)
{
	size_t columns, rows;

	*f = (struct follow){.c = c, .incident = incident, .notice = notice};
	f->on = !c->json && notice > 0 && tty_size(&columns, &rows);
}

/* Over what was there; the cursor waits where the next begins. */
static void
write_line(struct follow *f, const char *s)
{
	size_t columns, rows, n, width;

	tty_size(&columns, &rows);
	n = text_fits(s, columns > 1 ? columns - 1 : 1);
	printf("%.*s", (int)n, s);
	width = text_width(s) < columns ? text_width(s) : columns - 1;
	for (size_t i = width; i < f->width; i++)
		putchar(' ');
	putchar('\r');
	fflush(stdout);
	f->width = width;
}

/* False when it cannot be read now: what stands there stays. */
static bool
read_progress(struct follow *f, struct progress *p)
{
	struct err e;

	return store_progress(f->c->store, f->incident, f->notice,
		   clock_read().wall, p, &e) == 0;
}

void
follow_turn(void *arg)
{
	struct follow *f = arg;
	struct progress p;
	char *line;

	if (!f->on || clock_read().mono_ms < f->next || !read_progress(f, &p))
		return;
	f->next = clock_read().mono_ms + EVERY_MS;
	line = progress_line(&p, clock_read().wall);
	write_line(f, line);
	free(line);
}

void
follow_end(struct follow *f)
{
	if (f->on)
		write_line(f, "");
}

static void
say_end(const struct progress *p)
{
	char *s = progress_sentence(p, clock_read().wall, true);

	printf("%s.\n", s);
	if (p->later > 0)
		printf("%s\n", _("alertd tries again by itself; \"alertctl "
				 "status\" tells how far it is."));
	free(s);
}

static int
say_gone(struct ctl *c)
{
	char *start = daemon_start_hint(c->conf);
	int status = ctl_fail(EX_TEMPFAIL,
	    _("alertd has gone away meanwhile; what is not sent stays queued: "
	      "start it (%s), or \"alertctl outbox retry\""),
	    start);

	free(start);
	return status;
}

/* -1: go on. */
static int
look(struct follow *f)
{
	struct progress p = {0};
	int64_t pid;

	if (read_progress(f, &p) && p.waiting == 0) {
		follow_end(f);
		say_end(&p);
		return EX_OK;
	}
	if (!daemon_running(f->c->conf->store, &pid)) {
		follow_end(f);
		return say_gone(f->c);
	}
	follow_turn(f);
	return -1;
}

static int
leave(struct follow *f)
{
	follow_end(f);
	printf("%s\n", _("alertd goes on delivering; \"alertctl status "
			 "--watch\" shows how far it is."));
	return EX_OK;
}

int
follow_daemon(struct ctl *c, int64_t incident, int notice)
{
	struct follow f;
	struct tty t;
	struct err e;
	int status;

	follow_begin(&f, c, incident, notice);
	if (tty_open(&t, false, &e) == -1)
		return ctl_fail(EX_IOERR, "%s", e.msg);
	while ((status = look(&f)) == -1) {
		enum tty_event event = tty_wait(&t, EVERY_MS);

		if (event == TTY_STOP)
			tty_stop(&t);
		if (event == TTY_END) {
			status = leave(&f);
			break;
		}
	}
	tty_close(&t);
	return status;
}
