/*
 * alertd-mail: the worker that sends mail. A program of its own, because
 * libesmtp blocks, and can crash where a relay misbehaves.
 */
#include "deliver/smtp.h"
#include "deliver/worker.h"

/* Taken by libesmtp instead of the C library's: see deliver/smtp.h. */
int connect(int fd, const void *address, unsigned int length);
int poll(struct pollfd *fds, unsigned long n, int timeout_ms);

int
connect(int fd, const void *address, unsigned int length)
{
	return smtp_connect(fd, address, length);
}

int
poll(struct pollfd *fds, unsigned long n, int timeout_ms)
{
	return smtp_poll(fds, n, timeout_ms);
}

static struct transport *
open_mail(const struct config *conf, struct err *e)
{
	return conf->mail.maildir_only ? maildir_open(conf, e)
				       : relays_open(conf, e);
}

int
main(int argc, char **argv)
{
	return worker_main(argc, argv, CHANNEL_MAIL, open_mail);
}
