/* pointer.h: JSON pointers (RFC 6901), as the presets of gateways have them. */
#ifndef BASE_POINTER_H
#define BASE_POINTER_H

#include <jansson.h>

/* What pointer points to in v, or NULL; "" is v itself. Borrowed. */
json_t *pointer_find(json_t *v, const char *pointer);
/*
 * What stands there as text: a string, a number, "true" or "false"; NULL for
 * nothing, null, a list or an object, and for the pointer NULL. Release with
 * free().
 */
char *pointer_text(json_t *v, const char *pointer);
/*
 * The items there as a new list: lists in lists are opened, anything else is
 * one item, nothing is none. New reference.
 */
json_t *pointer_items(json_t *v, const char *pointer);

#endif
