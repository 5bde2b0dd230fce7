#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/mustache.h"
#include "base/str.h"
#include "conf/gateway_parts.h"

static const char *const keys[] = {"signature", "status", "inbound", NULL};
static const char *const signature_keys[] = {
    "scheme", "header", "prefix", "key", NULL};
static const char *const status_keys[] = {"method", "setting", "list", "id",
    "ref", "number", "code", "text", "state", "means", "answer", NULL};
static const char *const inbound_keys[] = {
    "method", "list", "id", "from", "text", "at", "answer", NULL};
static const char *const reply_keys[] = {"type", "body", NULL};

static const char *const methods[] = {"POST", "GET", "any", NULL};
/* In the order of their enums. */
static const char *const words[] = {"delivered", "failed", "pending", NULL};
static const char *const schemes[] = {
    "none", "jwt-hs256", "hmac-sha256", "twilio", NULL};

/* The index of s in list; -1, a mistake at n, when it is not there. */
static int
choose(struct preset_reader *r, const struct ynode *n, const char *what,
    const char *s, const char *const *list)
{
	for (int i = 0; list[i] != NULL; i++)
		if (str_eq(list[i], s))
			return i;
	preset_mistake(r, n, what, s, list);
	return -1;
}

static bool
is_field(const char *s)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz"
				      "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				      "0123456789_-.";

	return *s != '\0' && s[strspn(s, letters)] == '\0';
}

static void
read_place(struct preset_reader *r, const struct ynode *map, const char *key,
    char **out)
{
	const char *s = preset_text(r, map, key);

	if (s != NULL && s[0] != '/' && !str_eq(s, "*") && !is_field(s))
		preset_mistake(r, yaml_get(map, key),
		    "a place is a JSON pointer, a field's name or *, unlike", s,
		    NULL);
	*out = xstrdup_null(s);
}

static void
read_method(struct preset_reader *r, const struct ynode *map,
    struct gateway_callback *c)
{
	const char *s = preset_text(r, map, "method");
	int i = s == NULL ? 0
			  : choose(r, yaml_get(map, "method"), "unknown method",
				s, methods);

	c->post = i != 1;
	c->get = i == 1 || i == 2;
}

static void
add_case(struct gateway_callback *c, const char *value, enum callback_word w)
{
	c->cases = xreallocarray(c->cases, c->n_cases + 1, sizeof(*c->cases));
	c->cases[c->n_cases++] = (struct callback_case){
	    .value = xstrdup(value), .means = w};
}

static void
read_means(struct preset_reader *r, const struct ynode *map,
    struct gateway_callback *c)
{
	const struct ynode *n = yaml_get(map, "means");
	bool other = false;

	if (n != NULL && !preset_map(r, n, "means", NULL))
		return;
	for (size_t i = 0; n != NULL && i < n->n; i++) {
		const char *value = n->keys[i].value;
		const char *s = preset_text(r, n, value);
		int w = s == NULL ? -1
				  : choose(r, &n->items[i], "unknown meaning",
					s, words);

		if (w != -1 && str_eq(value, "other")) {
			c->other = (enum callback_word)w;
			other = true;
		} else if (w != -1) {
			add_case(c, value, (enum callback_word)w);
		}
	}
	if (!other)
		preset_mistake(r, n == NULL ? map : n, "means needs a word for",
		    "other", NULL);
}

static void
read_reply(struct preset_reader *r, const struct ynode *map,
    struct gateway_callback *c)
{
	const struct ynode *n = yaml_get(map, "answer");
	const char *s;

	c->type = xstrdup("text/plain; charset=utf-8");
	c->body = xstrdup("");
	if (n == NULL || !preset_map(r, n, "answer", reply_keys))
		return;
	if ((s = preset_text(r, n, "type")) != NULL)
		xreplace(&c->type, s);
	if ((s = preset_text(r, n, "body")) != NULL)
		xreplace(&c->body, s);
}

static bool
is_pointer(const char *place)
{
	return place != NULL && place[0] == '/';
}

static void
need(struct preset_reader *r, const struct ynode *n, bool there,
    const char *what, const char *key)
{
	if (!there)
		preset_mistake(r, n, what, key, NULL);
}

/* What all callbacks have. */
static struct gateway_callback *
read_common(struct preset_reader *r, const struct ynode *n)
{
	struct gateway_callback *c = xcalloc(1, sizeof(*c));

	c->other = CALLBACK_PENDING;
	c->setting = xstrdup("");
	read_method(r, n, c);
	preset_pointer(r, n, "list", &c->list);
	read_place(r, n, "id", &c->id);
	read_place(r, n, "text", &c->text);
	read_reply(r, n, c);
	return c;
}

static void
read_setting(
    struct preset_reader *r, const struct ynode *n, struct gateway_callback *c)
{
	const char *s = preset_text(r, n, "setting");

	if (s == NULL)
		return;
	if (gateway_setting(r->g, s) == NULL)
		preset_mistake(r, yaml_get(n, "setting"),
		    "the preset has no setting", s, NULL);
	else
		xreplace(&c->setting, s);
}

static struct gateway_callback *
read_status(struct preset_reader *r, const struct ynode *n)
{
	struct gateway_callback *c;

	if (n == NULL || !preset_map(r, n, "status", status_keys))
		return NULL;
	c = read_common(r, n);
	read_place(r, n, "ref", &c->ref);
	read_place(r, n, "number", &c->number);
	read_place(r, n, "code", &c->code);
	read_place(r, n, "state", &c->state);
	read_means(r, n, c);
	read_setting(r, n, c);
	need(r, n, c->state != NULL, "status needs", "state");
	need(
	    r, n, c->id != NULL || c->ref != NULL, "status needs", "id or ref");
	need(r, n, c->list != NULL || !is_pointer(c->state),
	    "with JSON pointers there is", "list");
	return c;
}

static struct gateway_callback *
read_inbound(struct preset_reader *r, const struct ynode *n)
{
	struct gateway_callback *c;

	if (n == NULL || !preset_map(r, n, "inbound", inbound_keys))
		return NULL;
	c = read_common(r, n);
	read_place(r, n, "from", &c->number);
	read_place(r, n, "at", &c->at);
	need(r, n, c->number != NULL, "inbound needs", "from");
	need(r, n, c->text != NULL, "inbound needs", "text");
	need(r, n, c->list != NULL || !is_pointer(c->number),
	    "with JSON pointers there is", "list");
	return c;
}

static void
read_signature(
    struct preset_reader *r, const struct ynode *n, struct gateway_callbacks *c)
{
	const char *s;
	int i;

	if (n == NULL || !preset_map(r, n, "signature", signature_keys))
		return;
	s = preset_text(r, n, "scheme");
	i = choose(r, n, "unknown scheme", s == NULL ? "" : s, schemes);
	c->scheme = i == -1 ? CALLBACK_UNSIGNED : (enum callback_scheme)i;
	if ((s = preset_text(r, n, "header")) != NULL)
		xreplace(&c->header, s);
	if ((s = preset_text(r, n, "prefix")) != NULL)
		xreplace(&c->prefix, s);
	preset_template(r, n, "key", &c->key);
	need(r, n, c->header[0] != '\0', "signature needs", "header");
	need(r, n, c->key[0] != '\0', "signature needs", "key");
}

void
preset_callbacks(struct preset_reader *r, const struct ynode *n)
{
	struct gateway_callbacks *c;

	if (n == NULL || !preset_map(r, n, "callbacks", keys))
		return;
	c = r->g->callbacks = xcalloc(1, sizeof(*c));
	c->header = xstrdup("");
	c->prefix = xstrdup("");
	c->key = xstrdup("");
	read_signature(r, yaml_get(n, "signature"), c);
	c->status = read_status(r, yaml_get(n, "status"));
	c->inbound = read_inbound(r, yaml_get(n, "inbound"));
}

static void
callback_free(struct gateway_callback *c)
{
	if (c == NULL)
		return;
	for (size_t i = 0; i < c->n_cases; i++)
		free(c->cases[i].value);
	free(c->cases);
	free(c->list);
	free(c->id);
	free(c->ref);
	free(c->number);
	free(c->text);
	free(c->code);
	free(c->at);
	free(c->state);
	free(c->setting);
	free(c->type);
	free(c->body);
	free(c);
}

void
preset_callbacks_free(struct gateway_callbacks *c)
{
	if (c == NULL)
		return;
	callback_free(c->status);
	callback_free(c->inbound);
	free(c->header);
	free(c->prefix);
	free(c->key);
	free(c);
}

/* It has the secret in it. */
void
gateway_callback_urls(struct gateway_conf *g, const char *base_url)
{
	struct setting *s;

	if (g->callbacks == NULL || g->callbacks->status == NULL ||
	    *base_url == '\0' || g->callback_secret[0] == '\0')
		return;
	s = gateway_setting(g, g->callbacks->status->setting);
	if (s == NULL || s->value[0] != '\0')
		return;
	free(s->value);
	s->value = xasprintf(
	    "%s/callback/%s/%s/status", base_url, g->name, g->callback_secret);
	s->secret = true;
}

char *
gateway_callback_key(const struct gateway_conf *g)
{
	const struct mustache_options options = {.escape = MUSTACHE_PLAIN};
	json_t *data = json_object();
	struct buf b;
	char *key;

	for (size_t i = 0; i < g->n_settings; i++)
		json_object_set_new(data, g->settings[i].name,
		    json_string(g->settings[i].value));
	buf_init(&b, 2 * LIMIT_SECRET);
	mustache_render(g->callbacks->key, data, &options, &b, NULL);
	key = xstrdup(buf_str(&b));
	if (b.data != NULL)
		explicit_bzero(b.data, b.len);
	buf_clear(&b);
	json_decref(data);
	return key;
}
