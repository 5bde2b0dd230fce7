#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "conf/check.h"
#include "conf/config.h"
#include "conf/gateway.h"
#include "conf/role.h"
#include "conf/schema.h"
#include "conf/secret.h"
#include "conf/yaml.h"

struct loader {
	const char *file;
	enum conf_role role;
	struct diags *problems;
};

static void read_map(const struct loader *l, const struct ynode *map,
    const char *prefix, void *base, const struct gateway_conf *settings);

static char *
list_items(const void *base, const struct key *k)
{
	char *items;

	memcpy(&items, (const char *)base + k->offset, sizeof(items));
	return items;
}

static void *
list_item(const void *base, const struct key *k, size_t i)
{
	return list_items(base, k) + i * k->size;
}

static size_t
list_count(const void *base, const struct key *k)
{
	size_t n;

	memcpy(&n, (const char *)base + k->count, sizeof(n));
	return n;
}

/* One more struct, all zero, at the end of the list. */
static void *
list_add(void *base, const struct key *k)
{
	size_t n = list_count(base, k) + 1;
	char *items = xreallocarray(list_items(base, k), n, k->size);

	memset(items + (n - 1) * k->size, 0, k->size);
	memcpy((char *)base + k->offset, &items, sizeof(items));
	memcpy((char *)base + k->count, &n, sizeof(n));
	return list_item(base, k, n - 1);
}

/* The defaults of the struct whose keys begin with prefix. */
static void
set_defaults(const char *prefix, void *base)
{
	const struct key *k;

	for (size_t i = 0; (k = schema_at(i)) != NULL; i++)
		if (schema_within(k, prefix) && k->type != KEY_LIST &&
		    k->type != KEY_GATEWAYS && k->type != KEY_PRESET)
			value_default(k, (char *)base + k->offset);
}

static void clear_struct(const char *prefix, void *base);

static void
clear_list(void *base, const struct key *k)
{
	char *prefix = xasprintf("%s[].", k->path);

	for (size_t n = 0; n < list_count(base, k); n++) {
		if (k->type == KEY_GATEWAYS)
			gateway_clear(list_item(base, k, n));
		else
			clear_struct(prefix, list_item(base, k, n));
	}
	free(list_items(base, k));
	free(prefix);
}

/* What the struct holds whose keys begin with prefix; lists in it, too. */
static void
clear_struct(const char *prefix, void *base)
{
	const struct key *k;

	for (size_t i = 0; (k = schema_at(i)) != NULL; i++) {
		if (!schema_within(k, prefix))
			continue;
		if (k->type == KEY_LIST || k->type == KEY_GATEWAYS)
			clear_list(base, k);
		else
			value_clear(k, (char *)base + k->offset);
	}
}

static void
clear_config(struct config *c)
{
	clear_struct("", c);
	free(c->mail.disabled_reason);
	free(c->file);
}

/* The names that may stand below prefix, for "did you mean". */
static void
names_below(
    const char *prefix, const struct gateway_conf *settings, struct strv *out)
{
	const struct key *k;

	for (size_t i = 0; (k = schema_at(i)) != NULL; i++) {
		const char *rest = k->path + strlen(prefix);
		char *name;

		if (!schema_within(k, prefix))
			continue;
		name = xstrndup(rest, strcspn(rest, "."));
		if (strv_has(out, name))
			free(name);
		else
			strv_take(out, name);
	}
	for (size_t i = 0; settings != NULL && i < settings->n_settings; i++)
		if (!strv_has(out, settings->settings[i].name))
			strv_add(out, settings->settings[i].name);
}

static void
unknown_key(const struct loader *l, const struct ynode *key, const char *prefix,
    const struct gateway_conf *settings)
{
	struct strv names = {0};
	char *shown = value_shown(key->value), *all;
	const char *near;

	names_below(prefix, settings, &names);
	all = strv_join(&names, ", ");
	near = nearest_of(key->value, &names);
	if (near != NULL)
		diags_add(l->problems, l->file, key->line, key->col,
		    "unknown key %s; did you mean \"%s\"?", shown, near);
	else
		diags_add(l->problems, l->file, key->line, key->col,
		    "unknown key %s; there are %s", shown, all);
	free(all);
	free(shown);
	strv_clear(&names);
}

static void
check_required(
    const struct loader *l, const struct ynode *map, const char *prefix)
{
	const struct key *k;

	for (size_t i = 0; (k = schema_at(i)) != NULL; i++) {
		const struct ynode *n;

		if (!k->required || !schema_within(k, prefix))
			continue;
		n = yaml_get(map, k->path + strlen(prefix));
		if (n == NULL ||
		    (n->kind == YNODE_SCALAR && n->quoted && !*n->value))
			diags_add(l->problems, l->file,
			    n == NULL ? map->line : n->line,
			    n == NULL ? map->col : n->col,
			    "%s: missing (example: %s)", k->path, k->example);
	}
}

/* Mistakes about the preset's name get the place where it stands. */
static void
place_preset_mistakes(
    const struct loader *l, size_t from, const struct ynode *at)
{
	for (size_t i = from; i < l->problems->n; i++) {
		struct diag *d = &l->problems->v[i];

		if (d->line == 0 && str_eq(d->file, l->file)) {
			d->line = at->line;
			d->col = at->col;
		}
	}
}

static void
required_settings(const struct loader *l, const struct ynode *map,
    const struct gateway_conf *g)
{
	for (size_t i = 0; i < g->required.n; i++)
		if (yaml_get(map, g->required.v[i]) == NULL)
			diags_add(l->problems, l->file, map->line, map->col,
			    "sms.gateways[]: the preset %s needs %s%s", g->name,
			    g->required.v[i],
			    strv_has(&g->secrets, g->required.v[i])
				? ", a secret (example: {file: PATH})"
				: "");
}

static void
read_gateway(
    const struct loader *l, const struct ynode *map, struct gateway_conf *g)
{
	const struct ynode *preset = yaml_get(map, "preset");
	const char *name = "";
	size_t before = l->problems->n;

	if (preset != NULL && preset->kind == YNODE_SCALAR)
		name = preset->value;
	if (*name == '\0') {
		/* Which settings there are is not known, so look at none. */
		set_defaults("sms.gateways[].", g);
		return;
	}
	if (gateway_preset(name, l->file, g, l->problems) == -1) {
		place_preset_mistakes(l, before, preset);
		return;
	}
	required_settings(l, map, g);
	read_map(l, map, "sms.gateways[].", g, g);
	/* What is asked at another place than the preset's is not known. */
	if (yaml_get(map, "url") != NULL)
		xreplace(&g->probe, "");
}

static void
read_item(const struct loader *l, const struct ynode *n, const struct key *k,
    const char *prefix, void *base)
{
	void *one = list_add(base, k);

	if (k->type == KEY_LIST)
		set_defaults(prefix, one);
	if (n->kind != YNODE_MAP) {
		if (k->type == KEY_GATEWAYS)
			set_defaults(prefix, one);
		diags_add(l->problems, l->file, n->line, n->col,
		    "%s: expected keys (example: %s)", k->path, k->example);
		return;
	}
	check_required(l, n, prefix);
	if (k->type == KEY_GATEWAYS)
		read_gateway(l, n, one);
	else
		read_map(l, n, prefix, one, NULL);
}

static bool
is_empty(const struct ynode *n)
{
	return n->kind == YNODE_SCALAR && !n->quoted && n->value[0] == '\0';
}

static void
read_list(const struct loader *l, const struct ynode *n, const struct key *k,
    void *base)
{
	char *prefix;

	if (is_empty(n))
		return;
	if (n->kind != YNODE_LIST) {
		diags_add(l->problems, l->file, n->line, n->col,
		    "%s: expected a list (example: %s)", k->path, k->example);
		return;
	}
	if ((int64_t)n->n > k->max) {
		diags_add(l->problems, l->file, n->line, n->col,
		    "%s: %zu in the list; there may be %lld", k->path, n->n,
		    (long long)k->max);
		return;
	}
	prefix = xasprintf("%s[].", k->path);
	for (size_t i = 0; i < n->n; i++)
		read_item(l, &n->items[i], k, prefix, base);
	free(prefix);
}

static void
read_section(
    const struct loader *l, const struct ynode *n, const char *path, void *base)
{
	char *prefix;

	if (is_empty(n))
		return;
	if (n->kind != YNODE_MAP) {
		diags_add(l->problems, l->file, n->line, n->col,
		    "%s: expected keys below it, not a %s", path,
		    n->kind == YNODE_LIST ? "list" : "value");
		return;
	}
	prefix = xasprintf("%s.", path);
	read_map(l, n, prefix, base, NULL);
	free(prefix);
}

/* A key that the gateway's preset names; false when it names none such. */
static bool
read_setting(const struct loader *l, const struct ynode *key,
    const struct ynode *value, const struct gateway_conf *g)
{
	struct setting *s = g == NULL ? NULL : gateway_setting(g, key->value);
	char *text;

	if (s == NULL)
		return false;
	if (!s->secret && value->kind != YNODE_SCALAR) {
		diags_add(l->problems, l->file, value->line, value->col,
		    "%s: expected one value; it is no secret", key->value);
		return true;
	}
	text = secret_read(value, l->file, key->value,
	    role_setting_use(l->role, g, s), l->problems);
	if (text != NULL) {
		secret_free(s->value);
		s->value = text;
	}
	return true;
}

static void
read_key(const struct loader *l, const struct ynode *key,
    const struct ynode *value, const char *prefix, void *base,
    const struct gateway_conf *settings)
{
	char *path = xasprintf("%s%s", prefix, key->value);
	const struct key *k = NULL;

	/* "feeds[].url" is a path of the table, but never a key of a file. */
	if (strpbrk(key->value, ".[]") == NULL) {
		k = schema_find(path);
	} else {
		unknown_key(l, key, prefix, settings);
		free(path);
		return;
	}
	if (k == NULL && schema_section(path))
		read_section(l, value, path, base);
	else if (k == NULL) {
		if (!read_setting(l, key, value, settings))
			unknown_key(l, key, prefix, settings);
	} else if (k->type == KEY_LIST || k->type == KEY_GATEWAYS)
		read_list(l, value, k, base);
	else
		value_read(k, value, l->file, role_use(l->role, k->path),
		    (char *)base + k->offset, l->problems);
	free(path);
}

static void
read_map(const struct loader *l, const struct ynode *map, const char *prefix,
    void *base, const struct gateway_conf *settings)
{
	for (size_t i = 0; i < map->n; i++)
		read_key(
		    l, &map->keys[i], &map->items[i], prefix, base, settings);
}

/* What follows from the keys together. */
static void
derive(struct config *c, bool has_mail, bool has_sms, bool has_web)
{
	static const int64_t ports[] = {
	    [TLS_NONE] = 25, [TLS_STARTTLS] = 587, [TLS_IMPLICIT] = 465};

	c->mail.maildir_only = c->mail.transport == MAIL_MAILDIR;
	c->sms.file_only = c->sms.transport == SMS_FILE;
	c->sms.off = c->sms.transport == SMS_NONE || !has_sms;
	c->web.off = !has_web;
	str_cut_end(c->web.base_url, '/');
	for (size_t i = 0; i < c->mail.n_relays; i++)
		if (c->mail.relays[i].port == 0)
			c->mail.relays[i].port = ports[c->mail.relays[i].tls];
	for (size_t i = 0; i < c->n_rotas; i++)
		if (*c->rotas[i].calendar != '\0')
			sha256_hex(c->rotas[i].calendar,
			    strlen(c->rotas[i].calendar),
			    c->rotas[i].calendar_id);
	for (size_t i = 0; i < c->sms.n_gateways; i++)
		gateway_callback_urls(&c->sms.gateways[i], c->web.base_url);
	xreplace(&c->mail.disabled_reason,
	    has_mail ? "" : "there is no mail: in the configuration");
}

/* Where each rota and shift stands, for who finds something in them later. */
static void
place_rotas(struct config *c, const struct ynode *root)
{
	const struct ynode *list = yaml_get(root, "rotas");

	for (size_t i = 0; i < c->n_rotas; i++) {
		struct rota_conf *r = &c->rotas[i];
		const struct ynode *n = &list->items[i], *shifts;

		r->line = n->line;
		r->col = n->col;
		shifts = r->n_shifts > 0 ? yaml_get(n, "shifts") : NULL;
		for (size_t j = 0; j < r->n_shifts; j++) {
			r->shifts[j].line = shifts->items[j].line;
			r->shifts[j].col = shifts->items[j].col;
		}
	}
}

static struct conf_place
place_of(const struct ynode *n)
{
	return n == NULL ? (struct conf_place){0, 0}
			 : (struct conf_place){n->line, n->col};
}

/* A list or key of a section, or NULL. */
static const struct ynode *
below(const struct ynode *root, const char *section, const char *key)
{
	const struct ynode *n = yaml_get(root, section);

	return n != NULL && n->kind == YNODE_MAP ? yaml_get(n, key) : NULL;
}

/* The same for what lies outside of this machine. */
static void
place_remotes(struct config *c, const struct ynode *root)
{
	const struct ynode *feeds = yaml_get(root, "feeds");
	const struct ynode *relays = below(root, "mail", "relays");
	const struct ynode *gateways = below(root, "sms", "gateways");

	for (size_t i = 0; i < c->n_feeds; i++)
		c->feeds[i].at = place_of(&feeds->items[i]);
	for (size_t i = 0; i < c->mail.n_relays; i++)
		c->mail.relays[i].at = place_of(&relays->items[i]);
	for (size_t i = 0; i < c->sms.n_gateways; i++)
		c->sms.gateways[i].at = place_of(&gateways->items[i]);
	c->deadman.at = place_of(below(root, "deadman", "url"));
	c->web.at = place_of(below(root, "web", "base_url"));
}

struct config *
config_default(void)
{
	struct config *c = xcalloc(1, sizeof(*c));

	c->file = xstrdup("");
	set_defaults("", c);
	derive(c, false, false, false);
	return c;
}

static void
read_root(const struct loader *l, const struct ynode *root, struct config *c)
{
	if (root->kind != YNODE_MAP) {
		diags_add(l->problems, l->file, root->line, root->col,
		    "expected keys (example: feeds:)");
		return;
	}
	read_map(l, root, "", c, NULL);
	derive(c, yaml_get(root, "mail") != NULL, yaml_get(root, "sms") != NULL,
	    yaml_get(root, "web") != NULL);
	place_rotas(c, root);
	place_remotes(c, root);
	config_check(c, root, l->problems);
}

static struct config *
parse_for(enum conf_role role, const char *file, const char *text, size_t len,
    struct diags *problems)
{
	struct loader l = {.file = file, .role = role, .problems = problems};
	size_t before = problems->n;
	struct ynode *root = yaml_parse(file, text, len, problems);
	struct config *c;

	if (root == NULL)
		return NULL;
	c = config_default();
	xreplace(&c->file, file);
	read_root(&l, root, c);
	ynode_free(root);
	role_forget(role, c);
	if (problems->n == before)
		return c;
	config_free(c);
	return NULL;
}

struct config *
config_parse(
    const char *file, const char *text, size_t len, struct diags *problems)
{
	return parse_for(CONF_CHECK, file, text, len, problems);
}

struct config *
config_load(const char *path, enum conf_role role, struct diags *problems)
{
	struct config *c;
	struct err e;
	char *text;
	size_t len, skip = strlen(path) + 2;

	if (file_read(path, LIMIT_CONF_FILE, &text, &len, &e) == -1) {
		/* The message names the path, and so does the mistake. */
		diags_add(problems, path, 0, 0, "%s",
		    str_starts(e.msg, path) && strlen(e.msg) > skip
			? e.msg + skip
			: e.msg);
		return NULL;
	}
	c = parse_for(role, path, text, len, problems);
	explicit_bzero(text, len); /* it may hold passwords */
	free(text);
	return c;
}

const struct feed_conf *
config_feed(const struct config *c, const char *name)
{
	for (size_t i = 0; i < c->n_feeds; i++)
		if (str_eq(c->feeds[i].name, name))
			return &c->feeds[i];
	return NULL;
}

const struct rota_conf *
config_rota(const struct config *c, const char *name)
{
	for (size_t i = 0; i < c->n_rotas; i++)
		if (str_eq(c->rotas[i].name, name))
			return &c->rotas[i];
	return NULL;
}

void
config_free(struct config *c)
{
	if (c == NULL)
		return;
	clear_config(c);
	free(c);
}
