/* gateway_parts.h: what the readers of a preset's file share. */
#ifndef CONF_GATEWAY_PARTS_H
#define CONF_GATEWAY_PARTS_H

#include <stdbool.h>

#include "conf/gateway.h"
#include "conf/yaml.h"

struct preset_reader {
	const char *file;
	struct gateway_conf *g;
	struct diags *problems;
};

/* "what "word"", and the nearest of candidates, which may be NULL. */
void preset_mistake(struct preset_reader *r, const struct ynode *at,
    const char *what, const char *word, const char *const *candidates);
/* True when n is a map; its unknown keys are mistakes; keys NULL: any. */
bool preset_map(struct preset_reader *r, const struct ynode *n,
    const char *name, const char *const *keys);
/* The text of a key, or NULL when it is absent or, a mistake, no text. */
const char *
preset_text(struct preset_reader *r, const struct ynode *map, const char *key);
/* The same for a Mustache template, into *out. */
void preset_template(struct preset_reader *r, const struct ynode *map,
    const char *key, char **out);
/* The same for a JSON pointer; *out is NULL when it is absent. */
void preset_pointer(struct preset_reader *r, const struct ynode *map,
    const char *key, char **out);

/* The key callbacks of a preset; n may be NULL. */
void preset_callbacks(struct preset_reader *r, const struct ynode *n);
void preset_callbacks_free(struct gateway_callbacks *c);

#endif
