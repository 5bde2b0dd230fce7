#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alertctl/status/map.h"
#include "alertctl/ui/out.h"
#include "alertctl/run.h"
#include "alertctl/status/screen.h"
#include "alertctl/ui/tty.h"
#include "alertctl/status/watch.h"
#include "base/clock.h"
#include "base/str.h"

#define NAMES 10 /* on a terminal, of who is not reached */
#define EVERY 2 /* seconds of --watch */
#define EVERY_MOST 3600
#define BYTES (4 * 1024 * 1024)

static void
add_map(const struct screen *s, enum map_form form, size_t columns,
    struct sheet *out)
{
	sheet_clear(out);
	map_add(&s->reach, s->reach_of != 0, form, columns,
	    columns > 0 ? NAMES : 0, out);
}

void
status_sheet(struct ctl *c, struct screen *s, int64_t now, size_t columns,
    size_t rows, struct sheet *out)
{
	struct sheet lines = {0}, map = {0};
	bool tiles = tty_utf8() && columns >= map_columns() && columns > 0;
	enum map_form form = tiles ? MAP_TILES : MAP_REGIONS;
	size_t used;

	screen_lines(c, s, now, &lines);
	used = sheet_rows(&lines, columns);
	add_map(s, form, columns, &map);
	/* The map gives way to what has to be read. */
	for (; form < MAP_COUNT && rows > 0 &&
	       used + sheet_rows(&map, columns) > rows;)
		add_map(s, ++form, columns, &map);
	sheet_move(out, &lines);
	sheet_move(out, &map);
}

static void
print_screen(struct ctl *c, struct screen *s)
{
	struct sheet sheet = {0};
	size_t columns, rows;
	struct buf b;

	tty_size(&columns, &rows);
	buf_init(&b, BYTES);
	/* The last row is the prompt's. */
	status_sheet(c, s, s->now, columns, rows > 1 ? rows - 1 : rows, &sheet);
	sheet_print(&sheet, columns, 0, "\n", &b);
	printf("%s", buf_str(&b));
	buf_clear(&b);
	sheet_clear(&sheet);
}

/* -1: not to be watched; else the exit status. */
static int
watch_wanted(struct ctl *c)
{
	const char *arg = ctl_option(c, "watch");
	int64_t every = EVERY;
	size_t columns, rows;

	if (arg == NULL)
		return -1;
	if (*arg != '\0' && parse_int(arg, 1, EVERY_MOST, &every) == -1)
		return ctl_fail(EX_USAGE,
		    _("--watch=%s: must be seconds from 1 to %d"), arg,
		    EVERY_MOST);
	if (c->json)
		return ctl_fail(EX_USAGE,
		    _("--watch is for people: take --json without it, again "
		      "and again"));
	if (!tty_size(&columns, &rows) || !colour_cursor())
		return ctl_fail(EX_USAGE,
		    _("--watch needs a terminal: take \"alertctl status\" "
		      "alone here"));
	return watch(c, every);
}

int
run_status(struct ctl *c)
{
	struct screen s = {0};
	struct err e;
	int status = ctl_store_reading(c);

	if (status != 0 || (status = watch_wanted(c)) != -1)
		return status;
	status = EX_OK;
	if (screen_read(c, clock_read().wall, &s, &e) == -1)
		status = ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	else if (c->json)
		out_json(screen_json(c, &s));
	else
		print_screen(c, &s);
	screen_clear(&s);
	return status;
}
