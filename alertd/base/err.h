/*
 * err.h: why something failed. Functions that can fail take a struct err *
 * as their last argument, return -1 and leave one sentence in it; the caller
 * adds what it knows with err_prefix() and logs or prints it, once.
 */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include "base/attr.h"

#define ERR_MAX 1024

struct err {
	char msg[ERR_MAX];
};

/*
 * Sets the message and returns -1: one line of UTF-8, whatever was put in,
 * cut at ERR_MAX bytes. e may be NULL.
 */
int err_set(struct err *e, const char *fmt, ...) ATTR_PRINTF(2, 3);
/* Puts text before the message ("feed nspop: " …) and returns -1. */
int err_prefix(struct err *e, const char *fmt, ...) ATTR_PRINTF(2, 3);

#endif
