#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/wake.h"

static int
address(const char *path, struct sockaddr_un *a)
{
	*a = (struct sockaddr_un){.sun_family = AF_UNIX};
	if (strlen(path) >= sizeof(a->sun_path))
		return -1;
	memcpy(a->sun_path, path, strlen(path));
	return 0;
}

int
wake_listen(const char *path, struct err *e)
{
	struct sockaddr_un a;
	mode_t mask;
	int fd, r;

	if (address(path, &a) == -1)
		return err_set(e,
		    "%s: longer than a socket's name may be "
		    "(107 bytes): choose a shorter store:",
		    path);
	fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (fd == -1)
		return err_set(e, "%s: %s", path, strerror(errno));
	unlink(path);
	mask = umask(0177);
	r = bind(fd, (const struct sockaddr *)&a, sizeof(a));
	umask(mask);
	if (r == -1) {
		err_set(e, "%s: %s", path, strerror(errno));
		close(fd);
		return -1;
	}
	return fd;
}

void
wake_drain(int fd)
{
	char c[16];

	while (recv(fd, c, sizeof(c), MSG_DONTWAIT) >= 0)
		continue;
}

bool
wake_send(const char *path)
{
	struct sockaddr_un a;
	ssize_t n;
	int fd;

	if (address(path, &a) == -1)
		return false;
	fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (fd == -1)
		return false;
	n = sendto(
	    fd, "w", 1, MSG_NOSIGNAL, (const struct sockaddr *)&a, sizeof(a));
	/* A full queue will wake it all the same. */
	if (n == -1 && (errno == EAGAIN || errno == ENOBUFS))
		n = 1;
	close(fd);
	return n == 1;
}
