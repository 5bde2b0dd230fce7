#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alertctl/ui/out.h"
#include "alertctl/ui/tty.h"
#include "alertctl/status/watch.h"
#include "base/clock.h"

#define PATIENCE_MS 500 /* for a lock: the clock goes on */
#define SCREEN_BYTES (1024 * 1024)

struct watching {
	struct ctl *c;
	struct tty tty;
	struct screen screen; /* what was read last */
	bool read; /* there is one */
	struct err failed; /* why it is not newer; "" = it is */
	int64_t failed_at;
	int64_t every, due; /* monotonic ms */
	bool gone; /* the terminal cannot be written to */
};

/* Opened again where it failed: another file may have taken its place. */
static int
open_store(struct watching *w, struct err *e)
{
	if (w->c->store == NULL)
		w->c->store = store_open_reading(w->c->conf->store, e);
	if (w->c->store == NULL)
		return -1;
	store_patience(w->c->store, PATIENCE_MS);
	return 0;
}

static void
read_again(struct watching *w)
{
	struct screen next = {0};
	struct err e = {""};
	int64_t now = clock_read().wall;

	if (open_store(w, &e) == 0 && screen_read(w->c, now, &next, &e) == 0) {
		screen_clear(&w->screen);
		w->screen = next;
		w->read = true;
		w->failed.msg[0] = '\0';
		return;
	}
	screen_clear(&next);
	store_close(w->c->store);
	w->c->store = NULL;
	if (w->failed.msg[0] == '\0')
		w->failed_at = now;
	w->failed = e;
}

static void
add_failure(const struct watching *w, struct sheet *out)
{
	char when[WHEN_SIZE];

	if (w->failed.msg[0] == '\0')
		return;
	sheet_add(out, PAINT_LOUD, _("PROBLEM"),
	    _("since %s the database cannot be read: %s; it is tried again, "
	      "and what stands below is from before"),
	    out_clock(w->failed_at, w->failed_at, when), w->failed.msg);
}

/* All of it at once, or it would flicker. */
static void
write_all(struct watching *w, const char *s, size_t n)
{
	while (n > 0) {
		ssize_t done = write(STDOUT_FILENO, s, n);

		if (done == -1 && errno == EINTR)
			continue;
		if (done <= 0) {
			w->gone = true;
			return;
		}
		s += done;
		n -= (size_t)done;
	}
}

static void
add_foot(size_t used, size_t rows, struct buf *b)
{
	for (; used + 1 < rows; used++)
		buf_adds(b, screen_next);
	if (used < rows)
		buf_addf(b, "%s%s%s", colour(PAINT_DIM), _("q leaves"),
		    colour_end(PAINT_DIM));
}

static void
draw(struct watching *w)
{
	struct sheet sheet = {0};
	struct buf b;
	size_t columns, rows, used;
	int64_t now = clock_read().wall;

	buf_init(&b, SCREEN_BYTES);
	tty_size(&columns, &rows);
	add_failure(w, &sheet);
	used = sheet_rows(&sheet, columns);
	if (w->read)
		status_sheet(w->c, &w->screen, now, columns,
		    rows > used ? rows - used - 1 : 1, &sheet);
	buf_adds(&b, screen_home);
	/* The last row is not ended: the screen would roll. */
	sheet_print(&sheet, columns, rows - 1, screen_next, &b);
	used = sheet_rows(&sheet, columns);
	add_foot(used < rows ? used : rows - 1, rows, &b);
	buf_adds(&b, screen_rest);
	write_all(w, buf_str(&b), b.len);
	buf_clear(&b);
	sheet_clear(&sheet);
}

/* Until the next whole second, when the clock is drawn again. */
static int
until_tick(void)
{
	return 1000 - (int)(clock_read().mono_ms % 1000);
}

static void
screen_on(struct watching *w)
{
	write_all(w, screen_begin, strlen(screen_begin));
}

static void
screen_off(struct watching *w)
{
	write_all(w, screen_end, strlen(screen_end));
}

/* False when it is to end. */
static bool
turn(struct watching *w)
{
	enum tty_event event;

	if (clock_read().mono_ms >= w->due) {
		read_again(w);
		w->due = clock_read().mono_ms + w->every * 1000;
	}
	draw(w);
	event = tty_wait(&w->tty, until_tick());
	if (event == TTY_STOP) {
		screen_off(w);
		tty_stop(&w->tty);
		screen_on(w);
	}
	return !w->gone && event != TTY_END &&
	       (event != TTY_KEY || (w->tty.key != 'q' && w->tty.key != 'Q'));
}

int
watch(struct ctl *c, int64_t every)
{
	struct watching w = {.c = c, .every = every};
	struct err e;

	fflush(stdout);
	if (tty_open(&w.tty, true, &e) == -1)
		return ctl_fail(EX_IOERR, "%s", e.msg);
	screen_on(&w);
	while (turn(&w))
		;
	screen_off(&w);
	tty_close(&w.tty);
	screen_clear(&w.screen);
	return EX_OK;
}
