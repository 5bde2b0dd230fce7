#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fault.h"
#include "base/lock.h"
#include "base/str.h"

static const char alertctl[] = "alertctl";

/* "4711 alertd"; without a name it is the daemon's. */
static enum lock_holder
read_holder(int fd, int64_t *pid)
{
	char text[64], *name;
	ssize_t n = pread(fd, text, sizeof(text) - 1, 0);

	*pid = 0;
	if (n <= 0)
		return LOCK_DAEMON;
	text[n] = '\0';
	str_trim(text);
	name = strchr(text, ' ');
	if (name != NULL)
		*name++ = '\0';
	if (parse_int(text, 1, INT32_MAX, pid) == -1)
		*pid = 0;
	return name != NULL && str_eq(name, alertctl) ? LOCK_ALERTCTL
						      : LOCK_DAEMON;
}

int
lock_take(const char *path, enum lock_holder self, int *fd, int64_t *holder,
    struct err *e)
{
	struct stat st;
	char text[64];
	int n;

	*fd = open(path, O_RDWR | O_CREAT | O_NOFOLLOW, 0600);
	if (*fd == -1)
		return fault_errno(e, path, errno);
	/* Its process id would be written over what it is another name of. */
	if (fstat(*fd, &st) == -1 || !S_ISREG(st.st_mode) || st.st_nlink > 1) {
		close(*fd);
		return err_set(e, "%s: not a file of its own; remove it", path);
	}
	if (flock(*fd, LOCK_EX | LOCK_NB) == -1) {
		n = errno == EWOULDBLOCK ? 0 : fault_errno(e, path, errno);
		read_holder(*fd, holder);
		close(*fd);
		return n;
	}
	n = snprintf(text, sizeof(text), "%ld %s\n", (long)getpid(),
	    self == LOCK_ALERTCTL ? alertctl : "alertd");
	if (ftruncate(*fd, 0) == -1 ||
	    pwrite(*fd, text, (size_t)n, 0) != (ssize_t)n) {
		fault_errno(e, path, errno);
		close(*fd);
		return -1;
	}
	return 1;
}

enum lock_holder
lock_find(const char *path, int64_t *pid)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	enum lock_holder holder = LOCK_NOBODY;

	*pid = 0;
	if (fd == -1)
		return LOCK_NOBODY;
	/* A shared try, undone at once, does not keep a daemon from it. */
	if (flock(fd, LOCK_SH | LOCK_NB) == -1 && errno == EWOULDBLOCK)
		holder = read_holder(fd, pid);
	close(fd);
	return holder;
}
