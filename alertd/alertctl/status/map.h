/*
 * map.h: the municipalities, one sign each: as tiles that lie like the
 * country, by region where there is no room for that, or as a count alone. Of
 * very many there are numbers for each region, and the worst by name.
 */
#ifndef ALERTCTL_STATUS_MAP_H
#define ALERTCTL_STATUS_MAP_H

#include <jansson.h>
#include <stdbool.h>

#include "alertctl/ui/sheet.h"
#include "base/str.h"
#include "contacts/tiles.h"
#include "store/messages.h"

enum map_form { MAP_TILES, MAP_REGIONS, MAP_COUNT };

/*
 * Adds it to *out. notice: a notice went out, so being reached counts, not
 * only contacts. names: of more missing ones only the number stands there;
 * 0: all are named. Tiles need UTF-8, and map_columns() of the columns.
 */
void map_add(const struct reaches *l, bool notice, enum map_form form,
    size_t columns, size_t names, struct sheet *out);
/* By region, on standard output. */
void map_print(const struct reaches *l, bool notice);
/* Columns that the tiles take; 0 when there are none. */
size_t map_columns(void);
/* New reference. */
json_t *map_json(const struct reaches *l);
/* How many have at least one contact, or, with notice, were reached. */
size_t map_count(const struct reaches *l, bool notice);

/* The sign of a municipality. */
char map_sign(const struct reach *r, bool notice);
/*
 * The tiles of l as rows, whole lines; title and key stand beside them where
 * there is nothing, in columns, else below; then those without a tile. Takes
 * over title and the lines of key.
 */
void map_tiles(const struct tiles *t, const struct reaches *l, bool notice,
    size_t columns, char *title, struct strv *key, struct sheet *out);

#endif
