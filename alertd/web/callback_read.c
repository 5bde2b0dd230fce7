#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/address.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/pointer.h"
#include "base/str.h"
#include "web/callback_read.h"

/* What an item is read from. */
struct source {
	const struct http_request *q;
	const char *tail;
	json_t *item; /* NULL: no JSON */
};

/* What stands at a place as one line; NULL when nothing does. */
static char *
take(const struct source *s, const char *place)
{
	char *text = NULL, *line = NULL;
	const char *value = NULL;

	if (place == NULL)
		return NULL;
	if (place[0] == '/') {
		value = text = pointer_text(s->item, place);
	} else if (str_eq(place, "*")) {
		value = s->tail[0] == '\0' ? NULL : s->tail;
	} else {
		value = http_field(&s->q->query, place);
		if (value == NULL)
			value = http_field(&s->q->form, place);
	}
	if (value != NULL)
		line = str_line(value, strlen(value), LIMIT_REPLY);
	free(text);
	return line;
}

/* The same, "" for nothing. */
static char *
take_any(const struct source *s, const char *place)
{
	char *line = take(s, place);

	return line == NULL ? xstrdup("") : line;
}

/* An id that is too long to be one is none. */
static char *
take_id(const struct source *s, const char *place)
{
	char *line = take_any(s, place);

	if (strlen(line) > LIMIT_CALLBACK_FIELD)
		line[0] = '\0';
	return line;
}

/*
 * Gateways write a number with a plus, with 00 or with neither; 8 digits are
 * Danish. "" when it is none, as a name is none.
 */
static char *
take_number(const struct source *s, const char *place)
{
	char *line = take_any(s, place), number[PHONE_SIZE];
	char *plus = xasprintf("+%s", str_starts(line, "00") ? line + 2 : line);

	if (phone_normalise(line, number, NULL) == -1 &&
	    phone_normalise(plus, number, NULL) == -1)
		number[0] = '\0';
	free(plus);
	free(line);
	return xstrdup(number);
}

static enum callback_word
meaning(const struct gateway_callback *c, const char *state)
{
	for (size_t i = 0; i < c->n_cases; i++)
		if (str_eq(c->cases[i].value, state))
			return c->cases[i].means;
	return c->other;
}

/* "UNDELIVERABLE 0x2001 Absent subscriber" */
static char *
sentence(const char *state, const char *code, const char *text)
{
	char *all = xasprintf("%s %s %s", state, code, text), *line;

	line = str_line(all, strlen(all), LIMIT_REPLY);
	free(all);
	return line;
}

static void
item_clear(struct callback_item *i)
{
	free(i->id);
	free(i->ref);
	free(i->number);
	free(i->text);
	free(i->at);
}

/* A report needs a state and a name of the SMS. */
static bool
read_report(const struct gateway_callback *c, const struct source *s,
    struct callback_item *out)
{
	char *state = take(s, c->state), *code, *text;

	if (state == NULL)
		return false;
	code = take_any(s, c->code);
	text = take_any(s, c->text);
	*out = (struct callback_item){.state = meaning(c, state),
	    .id = take_id(s, c->id),
	    .ref = take_id(s, c->ref),
	    .number = take_number(s, c->number),
	    .text = sentence(state, code, text),
	    .at = xstrdup("")};
	free(state);
	free(code);
	free(text);
	if (out->id[0] != '\0' || out->ref[0] != '\0')
		return true;
	item_clear(out);
	return false;
}

/* An SMS needs a sender; one with a name cannot be answered to, but came. */
static bool
read_sms(const struct gateway_callback *c, const struct source *s,
    struct callback_item *out)
{
	char *from = take(s, c->number), *text = take(s, c->text);

	if (str_empty(from) || text == NULL) {
		free(from);
		free(text);
		return false;
	}
	*out = (struct callback_item){.id = take_id(s, c->id),
	    .ref = xstrdup(""),
	    .number = take_number(s, c->number),
	    .text = text,
	    .at = take_any(s, c->at)};
	free(from);
	return true;
}

static void
read_item(const struct gateway_callback *c, const struct source *s,
    struct callback_items *out)
{
	struct callback_item item;
	bool good = c->state != NULL ? read_report(c, s, &item)
				     : read_sms(c, s, &item);

	if (!good)
		return;
	out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
	out->v[out->n++] = item;
}

/* The list, or where there is none, all of the body. */
static json_t *
items_of(const struct gateway_callback *c, json_t *top)
{
	bool there = pointer_find(top, c->list) != NULL;

	return pointer_items(top, there ? c->list : "");
}

static json_t *
parse(const char *content, size_t len)
{
	json_t *top = json_loadb(content, len, JSON_REJECT_DUPLICATES, NULL);

	/* One integer beyond 64 bits would refuse the whole call. */
	if (top == NULL)
		top = json_loadb(content, len,
		    JSON_REJECT_DUPLICATES | JSON_DECODE_INT_AS_REAL, NULL);
	return top;
}

static int
read_json(const struct gateway_callback *c, struct source *s,
    const char *content, size_t len, struct callback_items *out, struct err *e)
{
	json_t *top = parse(content, len), *items;
	size_t n;

	if (top == NULL)
		return err_set(e, "its body is no JSON");
	items = items_of(c, top);
	n = json_array_size(items);
	for (size_t i = 0; n <= LIMIT_CALLBACK_ITEMS && i < n; i++) {
		s->item = json_array_get(items, i);
		read_item(c, s, out);
	}
	json_decref(items);
	json_decref(top);
	if (n > LIMIT_CALLBACK_ITEMS)
		return err_set(
		    e, "%zu items, %d allowed", n, LIMIT_CALLBACK_ITEMS);
	return n == 0 || out->n > 0
		   ? 0
		   : err_set(e, "none of its %zu items is of the form", n);
}

int
callback_read(const struct gateway_callback *c, const struct http_request *q,
    const char *tail, const char *content, size_t len,
    struct callback_items *out, struct err *e)
{
	struct source s = {.q = q, .tail = tail};

	*out = (struct callback_items){0};
	if (c->list != NULL)
		return read_json(c, &s, content, len, out, e);
	read_item(c, &s, out);
	return out->n > 0 ? 0 : err_set(e, "a field that it needs is missing");
}

void
callback_items_clear(struct callback_items *l)
{
	for (size_t i = 0; i < l->n; i++)
		item_clear(&l->v[i]);
	free(l->v);
	*l = (struct callback_items){0};
}
