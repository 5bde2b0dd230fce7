#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/str.h"

/* What a feed or a server wrote is in it, perhaps cut within a character. */
static void
tidy(struct err *e)
{
	char *valid = utf8_repair(e->msg, strlen(e->msg));
	size_t n = utf8_cut(valid, sizeof(e->msg) - 1);

	memcpy(e->msg, str_plain(valid), n);
	e->msg[n] = '\0';
	free(valid);
}

int
err_set(struct err *e, const char *fmt, ...)
{
	va_list ap;

	if (e == NULL)
		return -1;
	va_start(ap, fmt);
	vsnprintf(e->msg, sizeof(e->msg), fmt, ap);
	va_end(ap);
	tidy(e);
	return -1;
}

int
err_prefix(struct err *e, const char *fmt, ...)
{
	char head[ERR_MAX], tail[ERR_MAX];
	va_list ap;
	size_t n;

	if (e == NULL)
		return -1;
	va_start(ap, fmt);
	vsnprintf(head, sizeof(head), fmt, ap);
	va_end(ap);
	memcpy(tail, e->msg, sizeof(tail));
	n = strlen(head);
	memcpy(e->msg, head, n);
	snprintf(e->msg + n, sizeof(e->msg) - n, "%s", tail);
	tidy(e);
	return -1;
}
