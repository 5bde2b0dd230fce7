/*
 * buf.h: bytes that grow up to a limit. Always NUL-terminated. When the limit
 * is passed or memory ends, the buffer keeps what it had and is marked
 * failed: check once at the end with buf_failed(). A buffer that memory ends
 * for below 256 KiB dies instead, as xmalloc() does: of a report, no field is
 * lost in silence.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>

#include "base/attr.h"

struct buf {
	char *data; /* NULL while nothing was added */
	size_t len;
	size_t cap;
	size_t max; /* largest len allowed, in bytes */
	bool failed;
};

void buf_init(struct buf *b, size_t max);
void buf_clear(struct buf *b);
void buf_reset(struct buf *b); /* len 0, memory kept, no longer failed */
/* Each returns 0, or -1 when the limit or memory ended (nothing added). */
int buf_add(struct buf *b, const void *data, size_t n);
int buf_adds(struct buf *b, const char *s);
int buf_addc(struct buf *b, char c);
int buf_addf(struct buf *b, const char *fmt, ...) ATTR_PRINTF(2, 3);
/* The form, in which "%1" and "%2" are one and two. */
void
buf_fill(struct buf *b, const char *form, const char *one, const char *two);
bool buf_failed(const struct buf *b);
/* The text; "" when empty. Borrowed until the next call. */
const char *buf_str(const struct buf *b);
/* Hands out the text and leaves the buffer empty; release with free(). */
char *buf_steal(struct buf *b);

#endif
