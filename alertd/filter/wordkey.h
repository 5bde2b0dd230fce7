/* wordkey.h: words by the hash of what they are written with. */
#ifndef FILTER_WORDKEY_H
#define FILTER_WORDKEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* {0} is empty; free v. */
struct wordkeys {
	struct wordkey {
		uint32_t key;
		uint32_t word; /* + 1; 0 is free */
	} * v;
	size_t n, room; /* room is a power of 2 */
	uint64_t sizes; /* bit n: a word of n bytes is there (63: or more) */
};

#define KEY_START UINT32_C(2166136261)

/* FNV-1a of 32 bits, one byte further. */
static inline uint32_t
key_add(uint32_t key, unsigned char c)
{
	return (key ^ c) * UINT32_C(16777619);
}

/* A key may stand for several words; size is the word's, in bytes. */
void wordkeys_add(struct wordkeys *k, uint32_t key, size_t size, uint32_t word);
/*
 * The words that have the key, one after another: *at is 0 at first. Returns
 * UINT32_MAX when there is no more.
 */
uint32_t wordkeys_next(const struct wordkeys *k, uint32_t key, size_t *at);
/* A word of that many bytes may be there. */
bool wordkeys_size(const struct wordkeys *k, size_t size);

#endif
