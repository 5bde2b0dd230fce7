#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/str.h"

#define PATIENCE 100 /* ms for a reader that is merely busy */

static struct {
	const char *name;
	enum log_level most;
	bool journal;
	size_t lost; /* lines since one could be written */
	int why; /* errno of the last */
} sink = {.name = "alertd", .most = LOG_LEVEL_INFO};

/* What is written to one of them fails, as it does when it is closed. */
static void
hold_standard(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) == -1 &&
		    open("/dev/null", O_RDONLY) == -1)
			return;
}

void
log_open(const char *name, enum log_level most)
{
	hold_standard();
	sink.name = name;
	sink.most = most;
	sink.journal = getenv("JOURNAL_STREAM") != NULL && !isatty(2);
}

/* Those of Unicode, too (U+0080 to U+009F): a terminal may obey them. */
static void
blank_controls(char *s)
{
	for (unsigned char *p = (unsigned char *)s; *p != '\0'; p++) {
		if (*p < ' ' || *p == 0x7f)
			*p = ' ';
		else if (p[0] == 0xc2 && (p[1] & 0xe0) == 0x80)
			p[0] = p[1] = ' ';
	}
}

/*
 * One line in one write, so that processes do not mix theirs: a pipe takes so
 * much whole, and where it says that there is room, at once.
 */
static bool
put(const char *line, size_t n)
{
	struct pollfd p = {.fd = STDERR_FILENO, .events = POLLOUT};

	if (poll(&p, 1, sink.lost == 0 ? PATIENCE : 0) != 1) {
		errno = EAGAIN;
		return false;
	}
	return write(STDERR_FILENO, line, n) == (ssize_t)n;
}

static bool
put_line(enum log_level level, const char *said)
{
	char time[RFC3339_SIZE], *line;
	char *text = utf8_repair(said, strlen(said));
	size_t n;
	bool done;

	blank_controls(text);
	if (sink.journal)
		line = xasprintf("<%d>%s\n", (int)level, text);
	else
		line = xasprintf("%s %s[%d] %s%s\n",
		    format_rfc3339(clock_read().wall, time), sink.name,
		    (int)getpid(),
		    level == LOG_LEVEL_ERROR	 ? "error: "
		    : level == LOG_LEVEL_WARNING ? "warning: "
						 : "",
		    text);
	free(text);
	n = strlen(line);
	if (n > PIPE_BUF) {
		n = utf8_cut(line, PIPE_BUF - 1);
		line[n++] = '\n';
	}
	done = put(line, n);
	if (!done)
		sink.why = errno;
	free(line);
	return done;
}

bool
log_failing(int *why)
{
	char *text;

	if (sink.lost == 0)
		return false;
	text = xasprintf(
	    "log: %zu lines are lost: %s", sink.lost, strerror(sink.why));
	if (put_line(LOG_LEVEL_WARNING, text))
		sink.lost = 0;
	free(text);
	*why = sink.why;
	return sink.lost > 0;
}

void
log_raw(const char *line)
{
	if (!put(line, strlen(line))) {
		sink.why = errno;
		sink.lost++;
	}
}

ATTR_PRINTF(2, 0)
static void
emit(enum log_level level, const char *fmt, va_list ap)
{
	char *text;
	int why, saved = errno;

	if (level > sink.most)
		return;
	text = xvasprintf(fmt, ap);
	if (log_failing(&why) || !put_line(level, text))
		sink.lost++;
	free(text);
	errno = saved;
}

#define LOG_FUNCTION(function, level)       \
	void function(const char *fmt, ...) \
	{                                   \
		va_list ap;                 \
                                            \
		va_start(ap, fmt);          \
		emit(level, fmt, ap);       \
		va_end(ap);                 \
	}

LOG_FUNCTION(log_error, LOG_LEVEL_ERROR)
LOG_FUNCTION(log_warn, LOG_LEVEL_WARNING)
LOG_FUNCTION(log_info, LOG_LEVEL_INFO)
LOG_FUNCTION(log_debug, LOG_LEVEL_DEBUG)
