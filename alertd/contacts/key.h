/* key.h: contacts found by organisation and address; internal to contacts/. */
#ifndef CONTACTS_KEY_H
#define CONTACTS_KEY_H

#include <stdbool.h>
#include <stddef.h>

struct key {
	const char *org; /* borrowed while the key lives */
	char *value; /* an address or a number, never "" */
	size_t order; /* of equal keys the lowest is first */
	unsigned line, col; /* place in a file */
};

/* A list; {0} is empty. Release with keys_clear(). */
struct keys {
	struct key *v;
	size_t n, cap;
};

/* Copies value; nothing is added when it is "". */
void keys_add(struct keys *l, const char *org, const char *value, size_t order,
    unsigned line, unsigned col);
void keys_sort(struct keys *l);
/* Of a sorted list the first with that organisation and value, or NULL. */
const struct key *
keys_find(const struct keys *l, const char *org, const char *value);
/* Whether org and value (in any case) are equal. */
bool key_equals(const struct key *a, const struct key *b);
void keys_clear(struct keys *l);

#endif
