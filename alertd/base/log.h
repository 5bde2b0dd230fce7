/*
 * log.h: what the program says to its operator, one event a line, each
 * starting with the object it is about ("feed nspop: …"). Goes to stderr:
 * with a level "<6>" in front where the journal reads it, with a time where
 * a person does. Never a secret, never an address that is not needed.
 *
 * A line has at most PIPE_BUF bytes. One that cannot be written, because the
 * disk is full or nobody reads, is lost, counted, and stops nobody: the first
 * that can be written again is how many were lost.
 */
#ifndef BASE_LOG_H
#define BASE_LOG_H

#include <stdbool.h>

#include "base/attr.h"

enum log_level {
	LOG_LEVEL_ERROR = 3, /* syslog's numbers */
	LOG_LEVEL_WARNING = 4,
	LOG_LEVEL_INFO = 6,
	LOG_LEVEL_DEBUG = 7
};

/*
 * name stands before the object ("alertd-mail"); borrowed for ever. What of
 * standard input, output and error is closed is held open to nothing, so that
 * no file that is opened later takes its place and gets the log.
 */
void log_open(const char *name, enum log_level most);
void log_error(const char *fmt, ...) ATTR_PRINTF(1, 2);
void log_warn(const char *fmt, ...) ATTR_PRINTF(1, 2);
void log_info(const char *fmt, ...) ATTR_PRINTF(1, 2);
void log_debug(const char *fmt, ...) ATTR_PRINTF(1, 2);
/* That line, with its line feed, as it is; needs no memory. */
void log_raw(const char *line);
/* Whether the log cannot be written, tried anew; *why is an errno. */
bool log_failing(int *why);

#endif
