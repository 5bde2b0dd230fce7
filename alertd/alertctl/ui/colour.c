#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alertctl/ui/colour.h"
#include "base/str.h"

#define ESC "\033["

const char screen_begin[] = ESC "?1049h" ESC "?25l";
const char screen_end[] = ESC "?25h" ESC "?1049l";
const char screen_home[] = ESC "H";
const char screen_next[] = ESC "K\r\n";
const char screen_rest[] = ESC "J";

static const char *const begins[PAINT_N] = {
    [PAINT_NONE] = "",
    [PAINT_LOUD] = ESC "1;37;41m",
    [PAINT_BAD] = ESC "1;31m",
    [PAINT_WAIT] = ESC "1;33m",
    [PAINT_GOOD] = ESC "32m",
    [PAINT_DIM] = ESC "2m",
};

static bool on;

static bool
able(const char *term)
{
	return !str_empty(term) && strcmp(term, "dumb") != 0;
}

bool
colour_wanted(
    bool refused, bool terminal, const char *no_color, const char *term)
{
	return !refused && terminal &&
	       (no_color == NULL || *no_color == '\0') && able(term);
}

bool
colour_cursor(void)
{
	return isatty(STDOUT_FILENO) == 1 && able(getenv("TERM"));
}

void
colour_open(bool refused)
{
	on = colour_wanted(refused, isatty(STDOUT_FILENO) == 1,
	    getenv("NO_COLOR"), getenv("TERM"));
}

const char *
colour(enum paint p)
{
	return on ? begins[p] : "";
}

const char *
colour_end(enum paint p)
{
	return on && p != PAINT_NONE ? ESC "0m" : "";
}
