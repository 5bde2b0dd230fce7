/*
 * jsonparts.h: JSON from strangers, read part by part, so that memory holds
 * one item of a list and not the body. Each function takes the whole body.
 */
#ifndef FEED_JSONPARTS_H
#define FEED_JSONPARTS_H

#include <stdbool.h>
#include <stddef.h>
#include <jansson.h>

#include "base/err.h"

/*
 * The object that a body is, without the items of its lists. All of the body
 * is read and checked, duplicate keys and what is nested deeper than
 * LIMIT_JSON_DEPTH are errors. New reference; NULL with *e.
 */
json_t *jsonparts_open(const char *s, size_t n, struct err *e);

/*
 * One item of a list. guessed: letters in it were of no known encoding, or it
 * had a line end within a string.
 */
typedef void json_part_fn(const json_t *item, bool guessed, void *arg);
/*
 * Calls fn for the first max items of the list of that key, in a body that
 * jsonparts_open() has read. Returns how many items there are.
 */
size_t jsonparts_each(const char *s, size_t n, const char *key, size_t max,
    json_part_fn *fn, void *arg);

/*
 * One value. What the grammar allows and Jansson does not, and what programs
 * write in spite of the grammar, is mended: letters that are not UTF-8,
 * control characters, half surrogates and NUL in strings; numbers too large
 * become strings. New reference; NULL with *e.
 */
json_t *json_part(const char *s, size_t n, bool *guessed, struct err *e);

#endif
