#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "conf/yaml.h"

struct reader {
	yaml_parser_t yaml;
	const char *file;
	const char *text;
	size_t len;
	size_t nodes;
	struct diags *problems;
};

/* What became of one node of the file. */
enum result {
	STOP = -1, /* told; the rest cannot be read */
	DROPPED = 0, /* told; read on without it */
	KEPT = 1
};

static void
node_clear(struct ynode *n)
{
	for (size_t i = 0; i < n->n; i++) {
		node_clear(&n->items[i]);
		if (n->keys != NULL)
			node_clear(&n->keys[i]);
	}
	free(n->items);
	free(n->keys);
	secret_free(n->value);
	*n = (struct ynode){0};
}

static void
mistake(const struct reader *r, const yaml_mark_t *at, const char *text)
{
	diags_add(r->problems, r->file, (unsigned)at->line + 1,
	    (unsigned)at->column + 1, "%s", text);
}

/* libyaml gives an offset, not a place, for bytes that are not text. */
static void
bad_bytes(const struct reader *r)
{
	size_t end = r->yaml.problem_offset;
	unsigned line = 1, col = 1;

	for (size_t i = 0; i < end && i < r->len; i++) {
		if (r->text[i] == '\n') {
			line++;
			col = 1;
		} else if (((unsigned char)r->text[i] & 0xc0) != 0x80) {
			col++;
		}
	}
	diags_add(r->problems, r->file, line, col,
	    "a %s; the file must be UTF-8 text",
	    r->yaml.problem_value == -1	 ? "cut character"
	    : r->yaml.problem_value < 32 ? "control character"
					 : "byte that is not UTF-8");
}

static bool
at_tab(const struct reader *r)
{
	const char *p = r->text, *end = r->text + r->len;

	for (size_t line = r->yaml.problem_mark.line; line > 0; line--) {
		p = memchr(p, '\n', (size_t)(end - p));
		if (p == NULL)
			return false;
		p++;
	}
	while (p < end && *p == ' ')
		p++;
	return p < end && *p == '\t';
}

static void
bad_syntax(const struct reader *r)
{
	const yaml_parser_t *y = &r->yaml;
	const yaml_mark_t *at = &y->problem_mark;

	if (y->error == YAML_READER_ERROR) {
		bad_bytes(r);
	} else if (y->error == YAML_MEMORY_ERROR) {
		diags_add(r->problems, r->file, 0, 0, "out of memory");
	} else if (at_tab(r)) {
		mistake(r, at, "a tab cannot indent; use spaces");
	} else if (y->context == NULL) {
		diags_add(r->problems, r->file, (unsigned)at->line + 1,
		    (unsigned)at->column + 1, "not YAML: %s", y->problem);
	} else {
		diags_add(r->problems, r->file, (unsigned)at->line + 1,
		    (unsigned)at->column + 1, "not YAML: %s (%s, from line %u)",
		    y->problem, y->context, (unsigned)y->context_mark.line + 1);
	}
}

static int
next_event(struct reader *r, yaml_event_t *ev)
{
	if (yaml_parser_parse(&r->yaml, ev) == 1)
		return 0;
	bad_syntax(r);
	return -1;
}

static bool
is_null(const struct ynode *n)
{
	return n->kind == YNODE_SCALAR && !n->quoted &&
	       (n->value[0] == '\0' || strcmp(n->value, "~") == 0 ||
		   strcmp(n->value, "null") == 0 ||
		   strcmp(n->value, "Null") == 0 ||
		   strcmp(n->value, "NULL") == 0);
}

static enum result
read_scalar(struct reader *r, const yaml_event_t *ev, struct ynode *n)
{
	const char *value = (const char *)ev->data.scalar.value;

	if (strlen(value) != ev->data.scalar.length) {
		mistake(r, &ev->start_mark, "a value cannot hold a NUL byte");
		return DROPPED;
	}
	n->kind = YNODE_SCALAR;
	n->quoted = ev->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
	n->value = xstrdup(value);
	if (is_null(n))
		n->value[0] = '\0';
	return KEPT;
}

static void
refuse_properties(const struct reader *r, const yaml_event_t *ev)
{
	const yaml_char_t *anchor, *tag;

	if (ev->type == YAML_SCALAR_EVENT) {
		anchor = ev->data.scalar.anchor;
		tag = ev->data.scalar.tag;
	} else if (ev->type == YAML_SEQUENCE_START_EVENT) {
		anchor = ev->data.sequence_start.anchor;
		tag = ev->data.sequence_start.tag;
	} else {
		anchor = ev->data.mapping_start.anchor;
		tag = ev->data.mapping_start.tag;
	}
	if (anchor != NULL)
		mistake(r, &ev->start_mark,
		    "anchors (&) are not supported; repeat the text, "
		    "or put it in quotes");
	if (tag != NULL)
		mistake(r, &ev->start_mark,
		    "tags (!) are not supported; put the text in quotes");
}

static enum result read_node(
    struct reader *r, const yaml_event_t *ev, unsigned depth, struct ynode *n);

static enum result
read_list(struct reader *r, unsigned depth, struct ynode *list)
{
	for (;;) {
		yaml_event_t ev;
		struct ynode item;
		enum result got;

		if (next_event(r, &ev) == -1)
			return STOP;
		if (ev.type == YAML_SEQUENCE_END_EVENT) {
			yaml_event_delete(&ev);
			return KEPT;
		}
		got = read_node(r, &ev, depth, &item);
		yaml_event_delete(&ev);
		if (got == STOP)
			return STOP;
		if (got == DROPPED)
			continue;
		list->items = xgrow(list->items, list->n, sizeof(struct ynode));
		list->items[list->n++] = item;
	}
}

static bool
key_refused(
    const struct reader *r, const struct ynode *map, const struct ynode *key)
{
	if (key->kind != YNODE_SCALAR) {
		diags_add(r->problems, r->file, key->line, key->col,
		    "a key must be a word");
		return true;
	}
	for (size_t i = 0; i < map->n; i++) {
		if (strcmp(map->keys[i].value, key->value) != 0)
			continue;
		diags_add(r->problems, r->file, key->line, key->col,
		    "duplicate key \"%s\"; the first is in line %u", key->value,
		    map->keys[i].line);
		return true;
	}
	return false;
}

/* Adds the pair to the map; takes ownership of both. */
static void
add_pair(
    struct reader *r, struct ynode *map, struct ynode *key, struct ynode *value)
{
	if (key_refused(r, map, key)) {
		node_clear(key);
		node_clear(value);
		return;
	}
	map->keys = xgrow(map->keys, map->n, sizeof(struct ynode));
	map->items = xgrow(map->items, map->n, sizeof(struct ynode));
	map->keys[map->n] = *key;
	map->items[map->n++] = *value;
}

static enum result
read_value(struct reader *r, unsigned depth, struct ynode *value)
{
	yaml_event_t ev;
	enum result got;

	if (next_event(r, &ev) == -1)
		return STOP;
	got = read_node(r, &ev, depth, value);
	yaml_event_delete(&ev);
	return got;
}

static enum result
read_map(struct reader *r, unsigned depth, struct ynode *map)
{
	for (;;) {
		yaml_event_t ev;
		struct ynode key, value;
		enum result got_key, got_value = STOP;

		if (next_event(r, &ev) == -1)
			return STOP;
		if (ev.type == YAML_MAPPING_END_EVENT) {
			yaml_event_delete(&ev);
			return KEPT;
		}
		got_key = read_node(r, &ev, depth, &key);
		yaml_event_delete(&ev);
		if (got_key != STOP)
			got_value = read_value(r, depth, &value);
		if (got_key == KEPT && got_value == KEPT) {
			add_pair(r, map, &key, &value);
			continue;
		}
		if (got_key == KEPT)
			node_clear(&key);
		if (got_value == KEPT)
			node_clear(&value);
		if (got_value == STOP)
			return STOP;
	}
}

static enum result
over_limit(const struct reader *r, const yaml_event_t *ev, unsigned depth)
{
	if (depth > LIMIT_CONF_DEPTH) {
		diags_add(r->problems, r->file,
		    (unsigned)ev->start_mark.line + 1,
		    (unsigned)ev->start_mark.column + 1,
		    "nested deeper than %d levels", LIMIT_CONF_DEPTH);
		return STOP;
	}
	if (r->nodes > LIMIT_CONF_NODES) {
		diags_add(r->problems, r->file,
		    (unsigned)ev->start_mark.line + 1,
		    (unsigned)ev->start_mark.column + 1,
		    "more than %d values in one file", LIMIT_CONF_NODES);
		return STOP;
	}
	return KEPT;
}

/*
 * Reads the node that begins with ev, which stays the caller's. depth is that
 * of the collection around it. *n is the caller's only when KEPT.
 */
static enum result
read_node(
    struct reader *r, const yaml_event_t *ev, unsigned depth, struct ynode *n)
{
	enum result got;

	*n = (struct ynode){
	    .line = (unsigned)ev->start_mark.line + 1,
	    .col = (unsigned)ev->start_mark.column + 1,
	};
	r->nodes++;
	if (ev->type == YAML_ALIAS_EVENT) {
		mistake(r, &ev->start_mark,
		    "aliases (*) are not supported; repeat the text, "
		    "or put it in quotes");
		return DROPPED;
	}
	refuse_properties(r, ev);
	if (ev->type == YAML_SCALAR_EVENT) {
		got = over_limit(r, ev, depth);
		return got == STOP ? STOP : read_scalar(r, ev, n);
	}
	got = over_limit(r, ev, depth + 1);
	if (got == KEPT && ev->type == YAML_SEQUENCE_START_EVENT) {
		n->kind = YNODE_LIST;
		got = read_list(r, depth + 1, n);
	} else if (got == KEPT) {
		n->kind = YNODE_MAP;
		got = read_map(r, depth + 1, n);
	}
	if (got != KEPT)
		node_clear(n);
	return got;
}

/* After the first document there must be nothing. */
static void
read_end(struct reader *r)
{
	yaml_event_t ev;

	if (next_event(r, &ev) == -1)
		return;
	if (ev.type == YAML_DOCUMENT_END_EVENT) {
		yaml_event_delete(&ev);
		if (next_event(r, &ev) == -1)
			return;
	}
	if (ev.type == YAML_DOCUMENT_START_EVENT)
		mistake(r, &ev.start_mark,
		    "a second document; a file holds only one");
	yaml_event_delete(&ev);
}

/* An empty file is an empty map, so that all defaults hold. */
static void
empty_map(struct ynode *n)
{
	node_clear(n);
	*n = (struct ynode){.kind = YNODE_MAP, .line = 1, .col = 1};
}

static enum result
read_document(struct reader *r, struct ynode *root)
{
	yaml_event_t ev;
	enum result got;

	do {
		if (next_event(r, &ev) == -1)
			return STOP;
		if (ev.type == YAML_STREAM_END_EVENT) {
			yaml_event_delete(&ev);
			return KEPT;
		}
		if (ev.type == YAML_STREAM_START_EVENT ||
		    ev.type == YAML_DOCUMENT_START_EVENT) {
			yaml_event_delete(&ev);
			continue;
		}
		break;
	} while (true);
	got = read_node(r, &ev, 0, root);
	yaml_event_delete(&ev);
	if (got == KEPT && is_null(root))
		empty_map(root);
	if (got != STOP)
		read_end(r);
	return got;
}

struct ynode *
yaml_parse(
    const char *file, const char *text, size_t len, struct diags *problems)
{
	struct reader r = {
	    .file = file, .text = text, .len = len, .problems = problems};
	struct ynode *root;
	enum result got;

	if (len > LIMIT_CONF_FILE) {
		diags_add(problems, file, 0, 0,
		    "larger than the limit of %d bytes", LIMIT_CONF_FILE);
		return NULL;
	}
	if (yaml_parser_initialize(&r.yaml) != 1) {
		diags_add(problems, file, 0, 0, "out of memory");
		return NULL;
	}
	if (len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0) {
		r.text += 3; /* a byte order mark takes no column */
		r.len -= 3;
	}
	yaml_parser_set_encoding(&r.yaml, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(
	    &r.yaml, (const unsigned char *)r.text, r.len);
	root = xcalloc(1, sizeof(*root));
	empty_map(root);
	got = read_document(&r, root);
	yaml_parser_delete(&r.yaml);
	if (got == KEPT)
		return root;
	free(root);
	return NULL;
}

void
ynode_free(struct ynode *root)
{
	if (root == NULL)
		return;
	node_clear(root);
	free(root);
}

const struct ynode *
yaml_get(const struct ynode *map, const char *key)
{
	for (size_t i = 0; map->kind == YNODE_MAP && i < map->n; i++)
		if (strcmp(map->keys[i].value, key) == 0)
			return &map->items[i];
	return NULL;
}
