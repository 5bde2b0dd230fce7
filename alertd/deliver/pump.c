#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdbool.h>
#include <string.h>
#include <sys/socket.h>

#include "deliver/pump.h"

#define PIPE_BYTES 16384

/* Bytes on their way in one direction. */
struct pipe {
	char data[PIPE_BYTES];
	size_t len;
	bool ended; /* its source gives no more */
};

struct pump {
	int plain;
	SSL *ssl;
	struct pipe in; /* from the relay to us */
	struct pipe out; /* from us to the relay */
	bool tls_wants_write; /* for a read or a write that waits */
	bool broken;
};

static void
drop_front(struct pipe *p, size_t n)
{
	memmove(p->data, p->data + n, p->len - n);
	p->len -= n;
}

/* What SSL_read or SSL_write did not do: wait, end, or break. */
static void
tls_refused(struct pump *p, int r)
{
	switch (SSL_get_error(p->ssl, r)) {
	case SSL_ERROR_WANT_READ:
		break;
	case SSL_ERROR_WANT_WRITE:
		p->tls_wants_write = true;
		break;
	default:
		p->in.ended = true;
	}
}

static void
read_tls(struct pump *p)
{
	while (p->in.len < PIPE_BYTES && !p->in.ended) {
		int r = SSL_read(p->ssl, p->in.data + p->in.len,
		    (int)(PIPE_BYTES - p->in.len));

		if (r <= 0) {
			tls_refused(p, r);
			return;
		}
		p->in.len += (size_t)r;
	}
}

static void
write_tls(struct pump *p)
{
	while (p->out.len > 0 && !p->in.ended) {
		int r = SSL_write(p->ssl, p->out.data, (int)p->out.len);

		if (r <= 0) {
			tls_refused(p, r);
			return;
		}
		drop_front(&p->out, (size_t)r);
	}
}

static void
read_plain(struct pump *p)
{
	ssize_t n;

	if (p->out.len == PIPE_BYTES || p->out.ended)
		return;
	n = recv(p->plain, p->out.data + p->out.len, PIPE_BYTES - p->out.len,
	    MSG_DONTWAIT);
	if (n > 0)
		p->out.len += (size_t)n;
	else if (n == 0 || (errno != EAGAIN && errno != EINTR))
		p->out.ended = true;
}

static void
write_plain(struct pump *p)
{
	ssize_t n;

	if (p->in.len == 0)
		return;
	n = send(p->plain, p->in.data, p->in.len, MSG_DONTWAIT | MSG_NOSIGNAL);
	if (n > 0)
		drop_front(&p->in, (size_t)n);
	else if (n == -1 && errno != EAGAIN && errno != EINTR)
		p->broken = true;
}

/*
 * A descriptor that nothing is wanted of is left out (fd -1): poll() would
 * else return at once for its end of file, over and over.
 */
static void
wait_for_bytes(struct pump *p)
{
	short net = 0, plain = 0;
	struct pollfd fds[2];

	if (p->in.len < PIPE_BYTES && !p->in.ended)
		net |= POLLIN;
	if (p->tls_wants_write)
		net |= POLLOUT;
	if (p->out.len < PIPE_BYTES && !p->out.ended)
		plain |= POLLIN;
	if (p->in.len > 0)
		plain |= POLLOUT;
	fds[0] = (struct pollfd){
	    .fd = net == 0 ? -1 : SSL_get_fd(p->ssl), .events = net};
	fds[1] = (struct pollfd){
	    .fd = plain == 0 ? -1 : p->plain, .events = plain};
	poll(fds, 2, -1);
}

static bool
finished(const struct pump *p)
{
	return p->broken || (p->in.ended && p->in.len == 0) ||
	       (p->out.ended && p->out.len == 0);
}

void
pump(int plain, SSL *ssl, const char *greeting)
{
	static struct pump p;

	p = (struct pump){.plain = plain, .ssl = ssl};
	p.in.len = strlen(greeting);
	memcpy(p.in.data, greeting, p.in.len);
	SSL_set_mode(ssl, SSL_MODE_ENABLE_PARTIAL_WRITE |
			      SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
	for (;;) {
		p.tls_wants_write = false;
		read_plain(&p);
		write_tls(&p);
		read_tls(&p);
		write_plain(&p);
		if (finished(&p))
			break;
		if (SSL_pending(ssl) == 0 || p.in.len == PIPE_BYTES)
			wait_for_bytes(&p);
	}
	if (!p.in.ended)
		SSL_shutdown(ssl);
}
