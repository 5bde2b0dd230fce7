#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/fault.h"
#include "base/log.h"
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
	int fd, r, one = 1;

	if (address(path, &a) == -1)
		return err_set(e,
		    "%s: longer than a socket's name may be "
		    "(107 bytes): choose a shorter store:",
		    path);
	fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (fd == -1)
		return fault_errno(e, path, errno);
	/* Who sends is added to each datagram by the kernel. */
	if (setsockopt(fd, SOL_SOCKET, SO_PASSCRED, &one, sizeof(one)) == -1) {
		fault_errno(e, path, errno);
		close(fd);
		return -1;
	}
	unlink(path);
	mask = umask(0177);
	r = bind(fd, (const struct sockaddr *)&a, sizeof(a));
	umask(mask);
	if (r == -1) {
		fault_errno(e, path, errno);
		close(fd);
		return -1;
	}
	return fd;
}

static bool
believed(const struct msghdr *m)
{
	static bool said;
	const struct cmsghdr *c = CMSG_FIRSTHDR(m);
	struct ucred who;

	if (c == NULL || c->cmsg_level != SOL_SOCKET ||
	    c->cmsg_type != SCM_CREDENTIALS)
		return false;
	memcpy(&who, CMSG_DATA(c), sizeof(who));
	if (who.uid == 0 || who.uid == geteuid())
		return true;
	if (!said)
		log_warn("wake-up socket: user %u, process %d, is not heard",
		    who.uid, (int)who.pid);
	said = true;
	return false;
}

bool
wake_drain(int fd)
{
	bool woken = false;

	for (;;) {
		char c[16];
		struct iovec part = {c, sizeof(c)};
		_Alignas(
		    struct cmsghdr) char who[CMSG_SPACE(sizeof(struct ucred))];
		struct msghdr m = {.msg_iov = &part,
		    .msg_iovlen = 1,
		    .msg_control = who,
		    .msg_controllen = sizeof(who)};

		if (recvmsg(fd, &m, MSG_DONTWAIT | MSG_CMSG_CLOEXEC) == -1)
			return woken;
		if (believed(&m))
			woken = true;
	}
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
