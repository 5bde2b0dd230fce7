#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "bytes.h"

void
bytes_clear(struct bytes *b)
{
	free(b->v);
	*b = (struct bytes){0};
}

void
bytes_size(struct bytes *b, int64_t n)
{
	if (n > b->cap) {
		b->cap = n < 65536 ? 65536 : n + n / 2;
		b->v = xreallocarray(b->v, (size_t)b->cap, 1);
	}
	if (n > b->n)
		memset(b->v + b->n, 0, (size_t)(n - b->n));
	b->n = n;
}

void
bytes_write(struct bytes *b, const void *data, int64_t n, int64_t at)
{
	if (at + n > b->n)
		bytes_size(b, at + n);
	memcpy(b->v + at, data, (size_t)n);
}

bool
bytes_read(const struct bytes *b, void *out, int64_t n, int64_t at)
{
	int64_t have = at >= b->n ? 0 : b->n - at;

	if (have >= n) {
		memcpy(out, b->v + at, (size_t)n);
		return true;
	}
	if (have > 0)
		memcpy(out, b->v + at, (size_t)have);
	memset((char *)out + have, 0, (size_t)(n - have));
	return false;
}

void
bytes_copy(struct bytes *to, const struct bytes *from)
{
	bytes_size(to, from->n);
	if (from->n > 0)
		memcpy(to->v, from->v, (size_t)from->n);
}
