#include <stdlib.h>

#include "base/mem.h"
#include "filter/wordkey.h"

static void
put(struct wordkeys *k, uint32_t key, uint32_t word)
{
	size_t i = (size_t)key & (k->room - 1);

	while (k->v[i].word != 0)
		i = (i + 1) & (k->room - 1);
	k->v[i] = (struct wordkey){key, word + 1};
}

void
wordkeys_add(struct wordkeys *k, uint32_t key, size_t size, uint32_t word)
{
	if (5 * (k->n + 1) > 4 * k->room) {
		struct wordkeys old = *k;

		k->room = old.room == 0 ? 64 : 2 * old.room;
		k->v = xcalloc(k->room, sizeof(*k->v));
		for (size_t i = 0; i < old.room; i++)
			if (old.v[i].word != 0)
				put(k, old.v[i].key, old.v[i].word - 1);
		free(old.v);
	}
	k->n++;
	k->sizes |= UINT64_C(1) << (size < 63 ? size : 63);
	put(k, key, word);
}

uint32_t
wordkeys_next(const struct wordkeys *k, uint32_t key, size_t *at)
{
	if (k->room == 0)
		return UINT32_MAX;
	for (;; (*at)++) {
		size_t i = ((size_t)key + *at) & (k->room - 1);

		if (k->v[i].word == 0)
			return UINT32_MAX;
		if (k->v[i].key == key) {
			(*at)++;
			return k->v[i].word - 1;
		}
	}
}

bool
wordkeys_size(const struct wordkeys *k, size_t size)
{
	return (k->sizes >> (size < 63 ? size : 63) & 1) != 0;
}
