/*
 * addresses.h: what is known of an address from what was sent there: when a
 * notice last arrived, and whether the last one came back. Triggers keep it
 * with the deliveries (homes in schema.c), so no call reads those. It lies with
 * that of others of the organisation, and a contact has its place before it is
 * told anything. Pages prove nothing.
 */
#ifndef STORE_ADDRESSES_H
#define STORE_ADDRESSES_H

#include <stddef.h>

#include "base/words.h"
#include "store/store.h"

struct address {
	enum channel channel;
	char *address;
	int64_t proven; /* a notice was taken there, TIME_NONE = never */
	bool delivered; /* and reported as delivered */
	int64_t bounced; /* since the last one came back, TIME_NONE = no */
	char *answer; /* why it did */
	int64_t delayed; /* the relay was late with one; TIME_NONE = never */
};

struct addresses {
	struct address *v;
	size_t n;
};

void addresses_clear(struct addresses *l);
/* All, in an order for addresses_find(). 0 or -1 with *e. */
int store_addresses(struct store *s, struct addresses *out, struct err *e);
/* Those of the contacts of organisations with codes from first to last. */
int store_addresses_between(struct store *s, const char *first,
    const char *last, struct addresses *out, struct err *e);
/* NULL when nothing is known of it. */
const struct address *addresses_find(
    const struct addresses *l, enum channel channel, const char *address);

/* The relay said that it still tries. */
int store_address_delayed(
    struct store *s, const char *address, int64_t now, struct err *e);
/*
 * Takes the mark away that what was sent there came back. Returns how many
 * were marked (0 or 1 for each channel), or -1 with *e.
 */
int store_address_clear(struct store *s, const char *address, struct err *e);

/* When each organisation last gave a receipt. */
struct receipted {
	char *org;
	int64_t at;
};

struct receipted_list {
	struct receipted *v;
	size_t n;
};

void receipted_list_clear(struct receipted_list *l);
/* TIME_NONE: never. The list is in the order of the codes, as it is read. */
int64_t receipted_find(const struct receipted_list *l, const char *code);
int
store_receipts_last(struct store *s, struct receipted_list *out, struct err *e);

#endif
