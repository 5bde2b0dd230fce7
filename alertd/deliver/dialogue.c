#include <ctype.h>
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/clock.h"
#include "deliver/dial.h"
#include "deliver/dialogue.h"

/* Where the answer in b ends (past its last line), or 0: not all here yet. */
static size_t
answer_end(const struct buf *b)
{
	const char *line = buf_str(b), *end;

	while ((end = strchr(line, '\n')) != NULL) {
		if (end - line < 4 || line[3] != '-')
			return (size_t)(end + 1 - buf_str(b));
		line = end + 1;
	}
	return 0;
}

/* Reads until one whole answer is in b, and nothing after it. */
static int
read_answer(int fd, struct buf *b, int64_t until, struct err *e)
{
	char bytes[2048];
	size_t end;

	buf_reset(b);
	while ((end = answer_end(b)) == 0) {
		ssize_t n;

		if (wait_fd(fd, POLLIN, until) <= 0)
			return err_set(e, "no answer in time");
		n = recv(fd, bytes, sizeof(bytes), 0);
		if (n == -1 && (errno == EAGAIN || errno == EINTR))
			continue;
		if (n <= 0)
			return err_set(e, "the connection was lost");
		if (buf_add(b, bytes, (size_t)n) == -1)
			return err_set(e, "an answer without end");
	}
	if (end != b->len)
		return err_set(e, "more was sent than was asked for");
	return 0;
}

/* The first line of the answer, without its end. */
static int
unexpected(struct err *e, const struct buf *b)
{
	const char *s = buf_str(b);

	return err_set(e, "%.*s", (int)strcspn(s, "\r\n"), s);
}

int
dialogue_ask(int fd, const char *command, const char *code, int timeout_ms,
    struct buf *answer, struct err *e)
{
	int64_t until = clock_read().mono_ms + timeout_ms;

	if (command != NULL && send(fd, command, strlen(command),
				   MSG_NOSIGNAL) != (ssize_t)strlen(command))
		return err_set(e, "the connection was lost");
	if (read_answer(fd, answer, until, e) == -1)
		return -1;
	if (strncmp(buf_str(answer), code, 3) != 0)
		return unexpected(e, answer);
	return 0;
}

const char *
dialogue_offer(const char *answer, const char *keyword)
{
	size_t n = strlen(keyword);

	for (const char *line = answer; line != NULL && *line != '\0';) {
		if (strlen(line) > n + 4 &&
		    strncasecmp(line + 4, keyword, n) == 0 &&
		    isspace((unsigned char)line[n + 4]))
			return line + n + 4;
		line = strchr(line, '\n');
		if (line != NULL)
			line++;
	}
	return NULL;
}
