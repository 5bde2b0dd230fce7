/*
 * dsn.h: what a mail server tells of a mail that it took before: a delivery
 * status notification (RFC 3464, multipart/report), also with addresses in
 * UTF-8 (RFC 6533); and what a reader's program tells (RFC 8098), whose form
 * is the same. Pure; what it reads may be hostile.
 */
#ifndef DELIVER_DSN_H
#define DELIVER_DSN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

enum dsn_action {
	DSN_FAILED, /* given up, whatever the class of the status */
	DSN_DELAYED, /* it still tries */
	DSN_DELIVERED, /* also: shown to its reader */
	DSN_OTHER /* handed on, or to a list: nobody knows */
};

/* All strings are one line of UTF-8, at most LIMIT_REPLY bytes, never NULL. */
struct dsn_recipient {
	char *final; /* the address that it failed at */
	char *original; /* that it was sent to; "" = not told */
	enum dsn_action action;
	char *status; /* "5.1.1", or "" */
	char *text; /* the diagnostic, or what there is of it */
};

struct dsn {
	struct dsn_recipient *v; /* at most LIMIT_BOUNCE_RECIPIENTS */
	size_t n;
	char *to; /* the one address of To, or "" */
};

/*
 * Reads a mail. 0; 1 when it is an automatic answer and no report; -1 with *e
 * when it is neither. Release with dsn_clear(), whatever it returns.
 */
int dsn_read(const char *data, size_t len, struct dsn *out, struct err *e);
void dsn_clear(struct dsn *d);

#endif
