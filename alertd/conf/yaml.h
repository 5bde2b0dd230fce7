/*
 * yaml.h: a YAML file as a tree of nodes with their places. The only file
 * that knows libyaml is yaml.c.
 */
#ifndef CONF_YAML_H
#define CONF_YAML_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

enum ynode_kind { YNODE_SCALAR, YNODE_LIST, YNODE_MAP };

struct ynode {
	enum ynode_kind kind;
	unsigned line, col; /* from 1 */
	char *value; /* scalar: its text; "" for null and ~ */
	bool quoted; /* scalar: was in quotes or a block */
	size_t n; /* list: items; map: pairs */
	struct ynode *items; /* list: the items; map: the values */
	struct ynode *keys; /* map: the keys, scalars */
};

/*
 * Parses one document. Anchors, aliases, tags, a second document, duplicate
 * keys, non-scalar keys and what is over base/limits.h are mistakes, added
 * to *problems with their places. Returns the tree (an empty map for an
 * empty file), or NULL when there is none. Release with ynode_free().
 */
struct ynode *yaml_parse(
    const char *file, const char *text, size_t len, struct diags *problems);
/* Not yaml_free(): libyaml exports one, and would call ours. */
void ynode_free(struct ynode *root);
#define yaml_free ynode_free
/* The value of a key of a map, or NULL; borrowed. */
const struct ynode *yaml_get(const struct ynode *map, const char *key);

#endif
