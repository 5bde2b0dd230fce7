#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/str.h"

static struct {
	const char *name;
	enum log_level most;
	bool journal;
} sink = {"alertd", LOG_LEVEL_INFO, false};

void
log_open(const char *name, enum log_level most)
{
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

/* One line in one write, so that processes do not mix theirs. */
ATTR_PRINTF(2, 0)
static void
emit(enum log_level level, const char *fmt, va_list ap)
{
	char time[RFC3339_SIZE], *said, *text, *line;

	if (level > sink.most)
		return;
	said = xvasprintf(fmt, ap);
	text = utf8_repair(said, strlen(said));
	free(said);
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
	fputs(line, stderr);
	free(line);
	free(text);
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
