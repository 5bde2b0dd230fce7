/* map.h: the municipalities as one character each, by region. */
#ifndef ALERTCTL_MAP_H
#define ALERTCTL_MAP_H

#include <jansson.h>
#include <stdbool.h>

#include "store/messages.h"

/* notice: a notice went out, so being reached counts, not only contacts. */
void map_print(struct store *s, const struct reaches *l, bool notice);
/* New reference. */
json_t *map_json(const struct reaches *l);
/* How many have at least one contact, or, with notice, were reached. */
size_t map_count(const struct reaches *l, bool notice);
/* Of how many that is: with notice, of those that it is for. */
size_t map_total(const struct reaches *l, bool notice);

#endif
