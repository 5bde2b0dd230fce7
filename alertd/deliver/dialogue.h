/* dialogue.h: lines of SMTP that are said without libesmtp. */
#ifndef DELIVER_DIALOGUE_H
#define DELIVER_DIALOGUE_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/err.h"

#define DIALOGUE_ANSWER 16384 /* bytes of an answer at most */

/*
 * Sends a command with its CR LF (NULL: none, the greeting is awaited) on fd
 * and reads one whole answer, and not one byte more, into *answer within
 * timeout_ms. 0 when it begins with code; else -1 with *e, its first line or
 * why there is none.
 */
int dialogue_ask(int fd, const char *command, const char *code, int timeout_ms,
    struct buf *answer, struct err *e);
/*
 * The line of an answer to EHLO that begins with the keyword, behind it; NULL
 * when it is not offered.
 */
const char *dialogue_offer(const char *answer, const char *keyword);

#endif
