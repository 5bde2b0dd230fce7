#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/lock.h"
#include "base/str.h"

static int64_t
read_pid(int fd)
{
	char text[32];
	ssize_t n = pread(fd, text, sizeof(text) - 1, 0);
	int64_t pid = 0;

	if (n <= 0)
		return 0;
	text[n] = '\0';
	str_trim(text);
	if (parse_int(text, 1, INT32_MAX, &pid) == -1)
		return 0;
	return pid;
}

int
lock_take(const char *path, int *fd, int64_t *holder, struct err *e)
{
	char text[32];
	int n;

	*fd = open(path, O_RDWR | O_CREAT, 0600);
	if (*fd == -1)
		return err_set(e, "%s: %s", path, strerror(errno));
	if (flock(*fd, LOCK_EX | LOCK_NB) == -1) {
		*holder = read_pid(*fd);
		n = errno == EWOULDBLOCK
			? 0
			: err_set(e, "%s: %s", path, strerror(errno));
		close(*fd);
		return n;
	}
	n = snprintf(text, sizeof(text), "%ld\n", (long)getpid());
	if (ftruncate(*fd, 0) == -1 ||
	    pwrite(*fd, text, (size_t)n, 0) != (ssize_t)n) {
		err_set(e, "%s: %s", path, strerror(errno));
		close(*fd);
		return -1;
	}
	return 1;
}

int64_t
lock_holder(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	int64_t pid = -1;

	if (fd == -1)
		return -1;
	/* A shared try, undone at once, does not keep a daemon from it. */
	if (flock(fd, LOCK_SH | LOCK_NB) == -1 && errno == EWOULDBLOCK)
		pid = read_pid(fd);
	close(fd);
	return pid;
}
