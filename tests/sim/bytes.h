/* bytes.h: what is in a file in memory; {0} is empty. */
#ifndef TESTS_SIM_BYTES_H
#define TESTS_SIM_BYTES_H

#include <stdbool.h>
#include <stdint.h>

struct bytes {
	unsigned char *v;
	int64_t n, cap;
};

void bytes_clear(struct bytes *b);
/* Cuts it, or adds zeros. */
void bytes_size(struct bytes *b, int64_t n);
/* n bytes at a place, which may lie behind the end. */
void bytes_write(struct bytes *b, const void *data, int64_t n, int64_t at);
/* False when they are not all there: the rest is zeros. */
bool bytes_read(const struct bytes *b, void *out, int64_t n, int64_t at);
void bytes_copy(struct bytes *to, const struct bytes *from);

#endif
