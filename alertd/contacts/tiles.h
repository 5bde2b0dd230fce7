/*
 * tiles.h: where each municipality lies on a map of tiles, tiles.csv
 * (code,column,row,short): laid out like the country, one cell each.
 */
#ifndef CONTACTS_TILES_H
#define CONTACTS_TILES_H

#include <stddef.h>

#include "base/diag.h"
#include "base/err.h"

#define TILES_MOST 16 /* columns and rows; style.css has a class for each */

struct tile {
	char *code; /* of the municipality */
	char *name; /* three letters or so */
	int column, row; /* from 1, the north-west */
};

struct tiles {
	struct tile *v;
	size_t n;
};

void tiles_clear(struct tiles *l);
/* Adds to *out; mistakes go to *d. 0, or -1 when there was any. */
int tiles_read(const char *file, const char *text, size_t len,
    struct tiles *out, struct diags *d);
/* Those that are built in. */
int tiles_load(struct tiles *out, struct err *e);
/* The tile of that municipality, or NULL. */
const struct tile *tiles_find(const struct tiles *l, const char *code);

#endif
