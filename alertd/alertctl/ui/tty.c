#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "alertctl/ui/tty.h"
#include "base/attr.h"
#include "base/str.h"

static const int caught[] = {SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGTSTP};

bool
tty_size(size_t *columns, size_t *rows)
{
	struct winsize w = {0};

	*columns = *rows = 0;
	if (isatty(STDOUT_FILENO) != 1)
		return false;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &w) == -1)
		w = (struct winsize){0};
	/* A terminal that does not know is taken for a usual one. */
	*columns = w.ws_col > 0 ? w.ws_col : 80;
	*rows = w.ws_row > 0 ? w.ws_row : 24;
	return true;
}

bool
locale_utf8(const char *all, const char *ctype, const char *lang)
{
	const char *name = !str_empty(all)     ? all
			   : !str_empty(ctype) ? ctype
					       : lang;

	return name != NULL && (strcasestr(name, "utf-8") != NULL ||
				   strcasestr(name, "utf8") != NULL);
}

bool
tty_utf8(void)
{
	return locale_utf8(
	    getenv("LC_ALL"), getenv("LC_CTYPE"), getenv("LANG"));
}

static sigset_t
signals(void)
{
	sigset_t set;

	sigemptyset(&set);
	for (size_t i = 0; i < LENGTH(caught); i++)
		sigaddset(&set, caught[i]);
	return set;
}

static void
set_keys(const struct tty *t)
{
	struct termios raw = t->before;

	raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
	raw.c_cc[VMIN] = 1;
	raw.c_cc[VTIME] = 0;
	if (t->keys)
		tcsetattr(STDIN_FILENO, TCSANOW, &raw);
}

static void
unset_keys(const struct tty *t)
{
	if (t->keys)
		tcsetattr(STDIN_FILENO, TCSANOW, &t->before);
}

int
tty_open(struct tty *t, bool keys, struct err *e)
{
	sigset_t set = signals();

	*t = (struct tty){.signals = signalfd(-1, &set, SFD_CLOEXEC)};
	if (t->signals == -1)
		return err_set(e, "signals: %s", strerror(errno));
	sigprocmask(SIG_BLOCK, &set, NULL);
	t->keys = keys && isatty(STDIN_FILENO) == 1 &&
		  tcgetattr(STDIN_FILENO, &t->before) == 0;
	set_keys(t);
	return 0;
}

void
tty_close(struct tty *t)
{
	sigset_t set = signals();

	unset_keys(t);
	close(t->signals);
	sigprocmask(SIG_UNBLOCK, &set, NULL);
}

void
tty_stop(struct tty *t)
{
	unset_keys(t);
	kill(getpid(), SIGSTOP);
	set_keys(t);
}

static enum tty_event
read_signal(const struct tty *t)
{
	struct signalfd_siginfo info;

	if (read(t->signals, &info, sizeof(info)) != sizeof(info))
		return TTY_END;
	switch (info.ssi_signo) {
	case SIGWINCH:
		return TTY_SIZE;
	case SIGTSTP:
		return TTY_STOP;
	default:
		return TTY_END;
	}
}

enum tty_event
tty_wait(struct tty *t, int ms)
{
	struct pollfd p[2] = {{.fd = t->signals, .events = POLLIN},
	    {.fd = t->keys ? STDIN_FILENO : -1, .events = POLLIN}};

	if (poll(p, 2, ms) <= 0)
		return TTY_TIME;
	if (p[0].revents != 0)
		return read_signal(t);
	if (read(STDIN_FILENO, &t->key, 1) != 1)
		return TTY_END;
	return TTY_KEY;
}
