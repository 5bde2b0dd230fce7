#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "deliver/frame.h"

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

static int
send_all(int fd, const char *p, size_t n)
{
	while (n > 0) {
		ssize_t sent = send(fd, p, n, MSG_NOSIGNAL);

		if (sent == -1 && errno == EINTR)
			continue;
		if (sent == -1)
			return -1;
		p += sent;
		n -= (size_t)sent;
	}
	return 0;
}

int
frame_send(int fd, const struct buf *b)
{
	char head[FRAME_HEAD];

	frame_head(head, b->len);
	return send_all(fd, head, sizeof(head)) == -1 ||
		       send_all(fd, b->data, b->len) == -1
		   ? -1
		   : 0;
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
	char head[FRAME_HEAD], part[4096];
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
