#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include "base/attr.h"
#include "deliver/frame.h"

#define PART 16384 /* a usual message is read at once */

void
frame_head(char out[FRAME_HEAD], size_t len)
{
	uint32_t n = (uint32_t)len;

	memcpy(out, &n, sizeof(n));
}

size_t
frame_length(const char head[FRAME_HEAD])
{
	uint32_t n;

	memcpy(&n, head, sizeof(n));
	return n;
}

/* What of n has been sent is left out of the part. */
static size_t
leave_out(struct iovec *part, size_t n)
{
	size_t gone = n < part->iov_len ? n : part->iov_len;

	part->iov_base = (char *)part->iov_base + gone;
	part->iov_len -= gone;
	return n - gone;
}

int
frame_send(int fd, const struct buf *b)
{
	char head[FRAME_HEAD];
	struct iovec parts[] = {{head, sizeof(head)}, {b->data, b->len}};
	struct msghdr all = {.msg_iov = parts, .msg_iovlen = LENGTH(parts)};

	frame_head(head, b->len);
	while (parts[0].iov_len + parts[1].iov_len > 0) {
		ssize_t sent = sendmsg(fd, &all, MSG_NOSIGNAL);

		if (sent == -1 && errno == EINTR)
			continue;
		if (sent == -1)
			return -1;
		leave_out(&parts[1], leave_out(&parts[0], (size_t)sent));
	}
	return 0;
}

/* 1 when all n have come, 0 at the end before the first, or -1. */
static int
receive_all(int fd, char *p, size_t n)
{
	size_t got = 0;

	while (got < n) {
		ssize_t r = recv(fd, p + got, n - got, 0);

		if (r == -1 && errno == EINTR)
			continue;
		if (r <= 0)
			return r == 0 && got == 0 ? 0 : -1;
		got += (size_t)r;
	}
	return 1;
}

int
frame_receive(int fd, struct buf *b)
{
	char head[FRAME_HEAD], part[PART];
	int r = receive_all(fd, head, sizeof(head));
	size_t left;

	buf_reset(b);
	if (r != 1)
		return r;
	for (left = frame_length(head); left > 0;) {
		size_t n = left < sizeof(part) ? left : sizeof(part);

		if (receive_all(fd, part, n) != 1 || buf_add(b, part, n) == -1)
			return -1;
		left -= n;
	}
	return 1;
}
