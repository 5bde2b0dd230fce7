#include <stdlib.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/pointer.h"
#include "base/str.h"

/* One step of a JSON pointer: its name, unescaped into b. */
static const char *
step(const char *p, struct buf *b)
{
	buf_reset(b);
	for (; *p != '\0' && *p != '/'; p++) {
		if (p[0] == '~' && p[1] == '0') {
			buf_addc(b, '~');
			p++;
		} else if (p[0] == '~' && p[1] == '1') {
			buf_addc(b, '/');
			p++;
		} else {
			buf_addc(b, *p);
		}
	}
	return p;
}

json_t *
pointer_find(json_t *v, const char *pointer)
{
	struct buf name;
	int64_t i;

	buf_init(&name, 256);
	while (v != NULL && *pointer == '/') {
		pointer = step(pointer + 1, &name);
		if (!json_is_array(v))
			v = json_object_get(v, buf_str(&name));
		else if (parse_int(buf_str(&name), 0, INT32_MAX, &i) == 0)
			v = json_array_get(v, (size_t)i);
		else
			v = NULL;
	}
	buf_clear(&name);
	return v;
}

char *
pointer_text(json_t *item, const char *pointer)
{
	json_t *v = pointer == NULL ? NULL : pointer_find(item, pointer);

	if (json_is_string(v))
		return xstrdup(json_string_value(v));
	if (json_is_boolean(v))
		return xstrdup(json_is_true(v) ? "true" : "false");
	if (json_is_integer(v))
		return xasprintf("%lld", (long long)json_integer_value(v));
	if (json_is_real(v))
		return xasprintf("%.0f", json_real_value(v));
	return NULL;
}

/* Collects items, lists in lists opened, into the flat list. */
static void
flatten(json_t *v, json_t *flat)
{
	if (!json_is_array(v)) {
		json_array_append(flat, v);
		return;
	}
	for (size_t i = 0; i < json_array_size(v); i++)
		flatten(json_array_get(v, i), flat);
}

json_t *
pointer_items(json_t *v, const char *pointer)
{
	json_t *list = pointer_find(v, pointer), *flat = json_array();

	if (list != NULL)
		flatten(list, flat);
	return flat;
}
