#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"

/* What is no larger is ours: it dies with us rather than be lost. */
#define SMALL (256 * 1024)

void
buf_init(struct buf *b, size_t max)
{
	*b = (struct buf){.max = max};
}

void
buf_clear(struct buf *b)
{
	free(b->data);
	buf_init(b, b->max);
}

void
buf_reset(struct buf *b)
{
	b->len = 0;
	b->failed = false;
	if (b->data != NULL)
		b->data[0] = '\0';
}

static int
grow(struct buf *b, size_t n)
{
	size_t cap = b->cap == 0 ? 256 : b->cap;
	char *p;

	if (n > b->max || b->len > b->max - n)
		return -1;
	while (cap < b->len + n + 1)
		cap *= 2;
	if (cap == b->cap)
		return 0;
	p = realloc(b->data, cap);
	if (p == NULL && cap <= SMALL)
		must_have(p);
	if (p == NULL)
		return -1;
	b->data = p;
	b->cap = cap;
	return 0;
}

int
buf_add(struct buf *b, const void *data, size_t n)
{
	if (grow(b, n) == -1) {
		b->failed = true;
		return -1;
	}
	if (n > 0)
		memcpy(b->data + b->len, data, n);
	b->len += n;
	b->data[b->len] = '\0';
	return 0;
}

int
buf_adds(struct buf *b, const char *s)
{
	return buf_add(b, s, strlen(s));
}

int
buf_addc(struct buf *b, char c)
{
	return buf_add(b, &c, 1);
}

int
buf_addf(struct buf *b, const char *fmt, ...)
{
	char few[128], *s;
	va_list ap;
	int r;

	/* Most are a number or two, and need no room of their own. */
	va_start(ap, fmt);
	r = vsnprintf(few, sizeof(few), fmt, ap);
	va_end(ap);
	if (r >= 0 && (size_t)r < sizeof(few))
		return buf_adds(b, few);
	va_start(ap, fmt);
	s = xvasprintf(fmt, ap);
	va_end(ap);
	r = buf_adds(b, s);
	free(s);
	return r;
}

void
buf_fill(struct buf *b, const char *form, const char *one, const char *two)
{
	for (; *form != '\0'; form++) {
		if (form[0] != '%' || (form[1] != '1' && form[1] != '2')) {
			buf_addc(b, *form);
			continue;
		}
		buf_adds(b, form[1] == '1' ? one : two);
		form++;
	}
}

bool
buf_failed(const struct buf *b)
{
	return b->failed;
}

const char *
buf_str(const struct buf *b)
{
	return b->data == NULL ? "" : b->data;
}

char *
buf_steal(struct buf *b)
{
	char *s = b->data == NULL ? xstrdup("") : b->data;

	b->data = NULL;
	b->len = b->cap = 0;
	return s;
}
