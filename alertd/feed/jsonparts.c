#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/mem.h"
#include "feed/field.h"
#include "feed/jsonparts.h"

/* A place in the body. */
struct cursor {
	const char *start, *p, *end;
	struct err *e;
};

static int
wrong(struct cursor *c, const char *why)
{
	int line = 1;

	for (const char *p = c->start; p < c->p; p++)
		line += *p == '\n' ? 1 : 0;
	return err_set(c->e, "JSON, line %d: %s", line, why);
}

static void
blanks(struct cursor *c)
{
	while (c->p < c->end && (*c->p == ' ' || *c->p == '\t' ||
				    *c->p == '\r' || *c->p == '\n'))
		c->p++;
}

/* Whether the next sign is this one; moves past it. */
static bool
sign(struct cursor *c, char which)
{
	blanks(c);
	if (c->p == c->end || *c->p != which)
		return false;
	c->p++;
	return true;
}

/* From '"' to behind the next. */
static int
string(struct cursor *c)
{
	for (c->p++; c->p < c->end && *c->p != '"'; c->p++)
		if (*c->p == '\\' && c->p + 1 < c->end)
			c->p++;
	if (c->p == c->end)
		return wrong(c, "a string without an end");
	c->p++;
	return 0;
}

/*
 * Moves past a value by its brackets alone; depth is that of what it is in.
 * What is between them is for Jansson to check.
 */
static int
value(struct cursor *c, int depth)
{
	int inside = 0;
	size_t values = 0;

	do {
		blanks(c);
		if (c->p == c->end)
			return wrong(c, "the end is missing");
		if (*c->p == '"') {
			if (string(c) == -1)
				return -1;
		} else {
			if (*c->p == '{' || *c->p == '[')
				inside++;
			else if (*c->p == '}' || *c->p == ']')
				inside--;
			if (inside < 0)
				return wrong(c, "a value is missing");
			c->p++;
		}
		if (c->p[-1] == ',' || c->p[-1] == ':')
			values++;
		if (depth + inside > LIMIT_JSON_DEPTH)
			return err_set(c->e, "JSON nested deeper than %d",
			    LIMIT_JSON_DEPTH);
		if (values + (size_t)inside > LIMIT_JSON_VALUES)
			return err_set(c->e, "JSON: more than %d values in one",
			    LIMIT_JSON_VALUES);
	} while (inside > 0 ||
		 (c->p < c->end && strchr(",]} \t\r\n", *c->p) == NULL));
	return 0;
}

/* What stands between from and here as a tree. */
static json_t *
tree(struct cursor *c, const char *from, bool *guessed)
{
	struct err why;
	json_t *v = json_part(from, (size_t)(c->p - from), guessed, &why);

	if (v == NULL) {
		c->p = from;
		wrong(c, why.msg);
	}
	return v;
}

static json_t *
load(struct cursor *c, int depth, bool *guessed)
{
	const char *from;

	blanks(c);
	from = c->p;
	if (value(c, depth) == -1)
		return NULL;
	if (c->p - from > LIMIT_JSON_ITEM) {
		err_set(c->e, "JSON: more than %d bytes in one item",
		    LIMIT_JSON_ITEM);
		return NULL;
	}
	return tree(c, from, guessed);
}

struct visit {
	size_t max;
	json_part_fn *fn; /* NULL: only check */
	void *arg;
};

/* Behind "[": to behind "]", each item for itself. Their number, or -1. */
static long
items(struct cursor *c, const struct visit *v)
{
	long n = 0;

	if (sign(c, ']'))
		return 0;
	do {
		bool guessed, wanted = (size_t)n < v->max;
		json_t *item = NULL;

		if (v->fn == NULL || wanted)
			item = load(c, 2, &guessed);
		else if (value(c, 2) == -1)
			return -1;
		if (item == NULL && (v->fn == NULL || wanted))
			return -1;
		if (v->fn != NULL && wanted)
			v->fn(item, guessed, v->arg);
		json_decref(item);
		n++;
	} while (sign(c, ','));
	if (!sign(c, ']'))
		return wrong(c, "\",\" or \"]\" is missing");
	return n;
}

/* The next key and ":" of an object; free(). */
static char *
key(struct cursor *c)
{
	const char *from;
	bool guessed;
	json_t *k;
	char *s;

	blanks(c);
	from = c->p;
	if (c->p == c->end || *c->p != '"') {
		wrong(c, "a key is missing");
		return NULL;
	}
	k = string(c) == -1 ? NULL : tree(c, from, &guessed);
	if (k == NULL)
		return NULL;
	s = xstrdup(json_string_value(k));
	json_decref(k);
	if (sign(c, ':'))
		return s;
	wrong(c, "\":\" is missing");
	free(s);
	return NULL;
}

static int
member(struct cursor *c, json_t *root)
{
	static const struct visit check = {0};
	char *k = key(c);
	json_t *v = NULL;
	bool guessed;

	if (k == NULL)
		return -1;
	if (sign(c, '['))
		v = items(c, &check) == -1 ? NULL : json_array();
	else
		v = load(c, 1, &guessed);
	if (v != NULL && json_object_get(root, k) != NULL) {
		wrong(c, "duplicate key");
		json_decref(v);
		v = NULL;
	}
	if (v != NULL && json_object_size(root) >= LIMIT_JSON_VALUES) {
		wrong(c, "too many keys");
		json_decref(v);
		v = NULL;
	}
	if (v != NULL)
		json_object_set_new(root, k, v);
	free(k);
	return v == NULL ? -1 : 0;
}

static void
skip_mark(struct cursor *c)
{
	if (c->end - c->p >= 3 && memcmp(c->p, "\xef\xbb\xbf", 3) == 0)
		c->p += 3;
}

static int
members(struct cursor *c, json_t *root)
{
	if (!sign(c, '{'))
		return wrong(c, "no object");
	if (sign(c, '}'))
		return 0;
	do {
		if (member(c, root) == -1)
			return -1;
	} while (sign(c, ','));
	return sign(c, '}') ? 0 : wrong(c, "\",\" or \"}\" is missing");
}

json_t *
jsonparts_open(const char *s, size_t n, struct err *e)
{
	struct cursor c = {s, s, s + n, e};
	json_t *root;
	int rc;

	skip_mark(&c);
	if (body_is_html(c.p, (size_t)(c.end - c.p))) {
		err_set(e, "a web page (a login page?) in place of JSON");
		return NULL;
	}
	root = json_object();
	rc = members(&c, root);
	blanks(&c);
	if (rc == 0 && c.p < c.end)
		rc = wrong(&c, "something stands behind the end");
	if (rc == 0)
		return root;
	json_decref(root);
	return NULL;
}

size_t
jsonparts_each(const char *s, size_t n, const char *name, size_t max,
    json_part_fn *fn, void *arg)
{
	struct err e;
	struct cursor c = {s, s, s + n, &e};
	struct visit v = {max, fn, arg};
	long count = 0;

	skip_mark(&c);
	sign(&c, '{');
	do {
		char *k = key(&c);
		bool found = k != NULL && strcmp(k, name) == 0;

		if (k == NULL)
			return 0;
		free(k);
		if (found && sign(&c, '['))
			count = items(&c, &v);
		else if (value(&c, 1) == -1)
			return 0;
		if (found)
			return count < 0 ? 0 : (size_t)count;
	} while (sign(&c, ','));
	return 0;
}
