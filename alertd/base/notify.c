#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/notify.h"
#include "base/str.h"

void
notify(const char *fmt, ...)
{
	static const struct timeval patience = {.tv_sec = 1};
	const char *path = getenv("NOTIFY_SOCKET");
	struct sockaddr_un to = {.sun_family = AF_UNIX};
	va_list ap;
	char *text;
	size_t n;
	int fd;

	n = path == NULL ? 0 : strlen(path);
	if (n == 0 || n >= sizeof(to.sun_path))
		return;
	fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
	if (fd == -1)
		return;
	memcpy(to.sun_path, path, n);
	if (to.sun_path[0] == '@')
		to.sun_path[0] = '\0';
	va_start(ap, fmt);
	text = xvasprintf(fmt, ap);
	va_end(ap);
	/* Nobody to tell, or to wait for, when the manager does not listen. */
	setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof(patience));
	(void)sendto(fd, text, strlen(text), MSG_NOSIGNAL,
	    (const struct sockaddr *)&to,
	    (socklen_t)(offsetof(struct sockaddr_un, sun_path) + n));
	free(text);
	close(fd);
}

/* A number of the environment; 0 when it is none. */
static int64_t
number_of(const char *name)
{
	const char *value = getenv(name);
	int64_t n;

	return value != NULL && parse_int(value, 1, INT64_MAX, &n) == 0 ? n : 0;
}

int64_t
notify_watchdog(void)
{
	int64_t us = number_of("WATCHDOG_USEC"), pid;

	pid = number_of("WATCHDOG_PID");
	if (us == 0 || (pid != 0 && pid != getpid()))
		return INT64_MAX;
	return us < 2000 ? 1 : us / 2000;
}
