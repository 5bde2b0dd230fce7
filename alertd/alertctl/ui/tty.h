/*
 * tty.h: the terminal that alertctl talks to: how large it is, what it can
 * show, and waiting for keys and signals without losing either.
 */
#ifndef ALERTCTL_UI_TTY_H
#define ALERTCTL_UI_TTY_H

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

#include "base/err.h"

/* The size of standard output; false, and both 0, when it is no terminal. */
bool tty_size(size_t *columns, size_t *rows);
/* Whether letters are UTF-8, by LC_ALL, LC_CTYPE and LANG. */
bool tty_utf8(void);
/* The same of three values, each NULL where it is not set. Pure. */
bool locale_utf8(const char *all, const char *ctype, const char *lang);

enum tty_event {
	TTY_TIME, /* the time is over */
	TTY_KEY, /* key has it */
	TTY_SIZE, /* the terminal has another size */
	TTY_STOP, /* Ctrl-Z: to be put in order, then tty_stop() */
	TTY_END /* Ctrl-C, SIGTERM, the terminal is gone */
};

struct tty {
	int signals; /* signalfd */
	struct termios before;
	bool keys; /* standard input is a terminal, and read key by key */
	char key;
};

/*
 * From here on the signals of a terminal come as events, and with keys its
 * keys, unseen. tty_close() puts all back. -1 with *e.
 */
int tty_open(struct tty *t, bool keys, struct err *e);
void tty_close(struct tty *t);
enum tty_event tty_wait(struct tty *t, int ms);
/* Stops the process until it is continued, with the terminal as it was. */
void tty_stop(struct tty *t);

#endif
