#include <stdlib.h>
#include <string.h>

#include "base/embedded.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/mustache.h"
#include "base/str.h"
#include "conf/gateway.h"
#include "conf/gateway_parts.h"
#include "conf/yaml.h"

#define BATCH_MAX 10000
#define TIMEOUT_MAX 600
#define SESSIONS 8

static const char *const top_keys[] = {"method", "url", "auth", "headers",
    "content_type", "body", "batch", "timeout", "settings", "answer",
    "callbacks", "probe", NULL};
static const char *const auth_keys[] = {"user", "password", NULL};
static const char *const setting_keys[] = {
    "required", "secret", "default", NULL};
static const char *const answer_keys[] = {"format", "status", "results", NULL};
static const char *const rule_keys[] = {"status", "list", "ref", "number",
    "order", "id", "code", "text", "value", "outcome", "prefix", NULL};

/* What a template may name besides the settings; gateway.c gives it. */
static const char *const data_names[] = {"text", "sender", "ref", "ucs2", "to",
    "msisdn", "recipients", "last", NULL};

static const char *const words[] = {[GATEWAY_ACCEPTED] = "accepted",
    [GATEWAY_TEMPFAIL] = "tempfail",
    [GATEWAY_PERMFAIL] = "permfail",
    [GATEWAY_UNKNOWN] = "unknown",
    [GATEWAY_NEXT] = "next",
    [GATEWAY_REFUSED] = "refused",
    [GATEWAY_RESULTS] = "results",
    NULL};

/* What is true of HTTP everywhere; a preset's own statuses come before. */
static const struct gateway_status usual[] = {
    {200, 299, GATEWAY_RESULTS},
    {401, 404, GATEWAY_NEXT},
    {408, 408, GATEWAY_UNKNOWN},
    {429, 429, GATEWAY_TEMPFAIL},
    {400, 499, GATEWAY_REFUSED},
    {504, 504, GATEWAY_UNKNOWN},
    {0, 999, GATEWAY_NEXT},
};

void
preset_mistake(struct preset_reader *r, const struct ynode *at,
    const char *what, const char *word, const char *const *candidates)
{
	const char *near = candidates == NULL ? NULL
					      : nearest(word, candidates);

	if (near != NULL)
		diags_add(r->problems, r->file, at->line, at->col,
		    "%s \"%s\"; did you mean \"%s\"?", what, word, near);
	else
		diags_add(r->problems, r->file, at->line, at->col, "%s \"%s\"",
		    what, word);
}

bool
preset_map(struct preset_reader *r, const struct ynode *n, const char *name,
    const char *const *keys)
{
	if (n->kind != YNODE_MAP) {
		diags_add(r->problems, r->file, n->line, n->col,
		    "%s must be a map", name);
		return false;
	}
	for (size_t i = 0; keys != NULL && i < n->n; i++) {
		size_t k = 0;

		while (keys[k] != NULL && !str_eq(keys[k], n->keys[i].value))
			k++;
		if (keys[k] == NULL)
			preset_mistake(r, &n->keys[i], "unknown key",
			    n->keys[i].value, keys);
	}
	return true;
}

const char *
preset_text(struct preset_reader *r, const struct ynode *map, const char *key)
{
	const struct ynode *n = yaml_get(map, key);

	if (n == NULL)
		return NULL;
	if (n->kind == YNODE_SCALAR)
		return n->value;
	diags_add(
	    r->problems, r->file, n->line, n->col, "%s must be a text", key);
	return NULL;
}

static bool
boolean(struct preset_reader *r, const struct ynode *map, const char *key)
{
	const char *s = preset_text(r, map, key);

	if (s == NULL || str_eq(s, "false"))
		return false;
	if (!str_eq(s, "true"))
		preset_mistake(r, yaml_get(map, key),
		    "true or false expected, not", s, NULL);
	return true;
}

static void
number(struct preset_reader *r, const struct ynode *map, const char *key,
    int64_t max, int64_t *out)
{
	const char *s = preset_text(r, map, key);
	const struct ynode *n = yaml_get(map, key);

	if (s != NULL && parse_int(s, 1, max, out) == -1)
		diags_add(r->problems, r->file, n->line, n->col,
		    "%s must be a number from 1 to %lld", key, (long long)max);
}

static bool
data_name(const struct preset_reader *r, const char *name)
{
	for (size_t i = 0; data_names[i] != NULL; i++)
		if (str_eq(data_names[i], name))
			return true;
	return gateway_setting(r->g, name) != NULL;
}

/* "recipients.msisdn" is two names, "." the item itself. */
static void
check_name(struct preset_reader *r, const struct ynode *at, const char *dotted)
{
	struct strv parts = {0};

	strv_split(&parts, dotted, ".");
	for (size_t i = 0; i < parts.n; i++)
		if (!data_name(r, parts.v[i]))
			preset_mistake(r, at,
			    "the template names an unknown setting", parts.v[i],
			    data_names);
	strv_clear(&parts);
}

static void
check_template(struct preset_reader *r, const struct ynode *n)
{
	struct err e;
	json_t *names;

	if (mustache_check(n->value, &e) == -1) {
		diags_add(r->problems, r->file, n->line, n->col, "template: %s",
		    e.msg);
		return;
	}
	names = mustache_names(n->value);
	for (size_t i = 0; i < json_array_size(names); i++)
		check_name(r, n, json_string_value(json_array_get(names, i)));
	json_decref(names);
}

void
preset_template(struct preset_reader *r, const struct ynode *map,
    const char *key, char **out)
{
	const char *s = preset_text(r, map, key);

	if (s == NULL)
		return;
	check_template(r, yaml_get(map, key));
	xreplace(out, s);
}

static void
read_setting(
    struct preset_reader *r, const struct ynode *key, const struct ynode *n)
{
	struct gateway_conf *g = r->g;
	struct setting *s;
	const char *value;

	if (!preset_map(r, n, key->value, setting_keys))
		return;
	if (data_name(r, key->value))
		preset_mistake(r, key, "the name is taken:", key->value, NULL);
	value = preset_text(r, n, "default");
	g->settings = xreallocarray(g->settings, g->n_settings + 1, sizeof(*s));
	s = &g->settings[g->n_settings++];
	*s = (struct setting){.name = xstrdup(key->value),
	    .value = xstrdup(value == NULL ? "" : value),
	    .secret = boolean(r, n, "secret")};
	if (s->secret)
		strv_add(&g->secrets, s->name);
	if (boolean(r, n, "required"))
		strv_add(&g->required, s->name);
}

static void
read_settings(struct preset_reader *r, const struct ynode *n)
{
	if (n == NULL || !preset_map(r, n, "settings", NULL))
		return;
	for (size_t i = 0; i < n->n; i++)
		read_setting(r, &n->keys[i], &n->items[i]);
}

static void
read_headers(struct preset_reader *r, const struct ynode *n)
{
	if (n == NULL)
		return;
	if (n->kind != YNODE_LIST) {
		diags_add(r->problems, r->file, n->line, n->col,
		    "headers must be a list of \"Name: value\"");
		return;
	}
	for (size_t i = 0; i < n->n; i++) {
		const struct ynode *h = &n->items[i];

		if (h->kind != YNODE_SCALAR || strchr(h->value, ':') == NULL) {
			diags_add(r->problems, r->file, h->line, h->col,
			    "a header is a text \"Name: value\"");
			continue;
		}
		check_template(r, h);
		strv_add(&r->g->headers, h->value);
	}
}

/* "200", "4xx", "any". */
static void
status_range(
    struct preset_reader *r, const struct ynode *n, int *first, int *last)
{
	int64_t v = 0;

	*first = 0;
	*last = 999;
	if (n == NULL || (n->kind == YNODE_SCALAR && str_eq(n->value, "any")))
		return;
	if (n->kind != YNODE_SCALAR) {
		diags_add(r->problems, r->file, n->line, n->col,
		    "an HTTP status is \"200\", \"4xx\" or \"any\"");
	} else if (parse_int(n->value, 100, 599, &v) == 0) {
		*first = *last = (int)v;
	} else if (strlen(n->value) == 3 && str_ends(n->value, "xx") &&
		   n->value[0] >= '1' && n->value[0] <= '5') {
		*first = (n->value[0] - '0') * 100;
		*last = *first + 99;
	} else {
		preset_mistake(r, n,
		    "an HTTP status is \"200\", \"4xx\" or \"any\", not",
		    n->value, NULL);
	}
}

static enum gateway_word
word(struct preset_reader *r, const struct ynode *n)
{
	if (n->kind != YNODE_SCALAR) {
		diags_add(r->problems, r->file, n->line, n->col,
		    "an outcome is one word");
		return GATEWAY_NEXT;
	}
	for (size_t i = 0; words[i] != NULL; i++)
		if (str_eq(words[i], n->value))
			return (enum gateway_word)i;
	preset_mistake(r, n, "unknown outcome", n->value, words);
	return GATEWAY_NEXT;
}

static void
add_status(struct gateway_answer *a, struct gateway_status s)
{
	a->statuses = xreallocarray(
	    a->statuses, a->n_statuses + 1, sizeof(*a->statuses));
	a->statuses[a->n_statuses++] = s;
}

static void
read_statuses(struct preset_reader *r, const struct ynode *n)
{
	struct gateway_answer *a = r->g->answer;

	if (n != NULL && preset_map(r, n, "status", NULL)) {
		for (size_t i = 0; i < n->n; i++) {
			struct gateway_status s = {
			    .means = word(r, &n->items[i])};

			status_range(r, &n->keys[i], &s.first, &s.last);
			add_status(a, s);
		}
	}
	for (size_t i = 0; i < LENGTH(usual); i++)
		add_status(a, usual[i]);
}

void
preset_pointer(struct preset_reader *r, const struct ynode *map,
    const char *key, char **out)
{
	const char *s = preset_text(r, map, key);

	if (s != NULL && s[0] != '\0' && s[0] != '/')
		preset_mistake(r, yaml_get(map, key),
		    "a JSON pointer begins with a slash, unlike", s, NULL);
	*out = xstrdup_null(s);
}

static void
read_cases(
    struct preset_reader *r, const struct ynode *n, struct gateway_rule *rule)
{
	bool other = false;

	for (size_t i = 0; i < n->n; i++) {
		enum gateway_word w = word(r, &n->items[i]);
		struct gateway_case *c;

		if (str_eq(n->keys[i].value, "other")) {
			rule->means = w;
			other = true;
			continue;
		}
		rule->cases = xreallocarray(
		    rule->cases, rule->n_cases + 1, sizeof(*c));
		c = &rule->cases[rule->n_cases++];
		*c = (struct gateway_case){xstrdup(n->keys[i].value), w};
	}
	if (!other)
		diags_add(r->problems, r->file, n->line, n->col,
		    "outcome needs a word for other");
}

static void
read_outcome(struct preset_reader *r, const struct ynode *rule_node,
    struct gateway_rule *rule)
{
	const struct ynode *n = yaml_get(rule_node, "outcome");

	if (n == NULL)
		diags_add(r->problems, r->file, rule_node->line, rule_node->col,
		    "outcome is missing");
	else if (rule->value == NULL)
		rule->means = word(r, n);
	else if (preset_map(r, n, "outcome of a value", NULL))
		read_cases(r, n, rule);
}

static void
check_rule(struct preset_reader *r, const struct ynode *n,
    const struct gateway_rule *rule)
{
	const char *why = NULL;

	if (r->g->answer->plain && rule->prefix == NULL)
		why = "a result of plain text needs prefix";
	else if (!r->g->answer->plain && rule->list == NULL)
		why = "a result of JSON needs list";
	if (why != NULL)
		diags_add(r->problems, r->file, n->line, n->col, "%s", why);
}

static void
read_rule(struct preset_reader *r, const struct ynode *n)
{
	struct gateway_answer *a = r->g->answer;
	struct gateway_rule *rule;

	if (!preset_map(r, n, "a result", rule_keys))
		return;
	a->rules = xreallocarray(a->rules, a->n_rules + 1, sizeof(*rule));
	rule = &a->rules[a->n_rules++];
	*rule = (struct gateway_rule){.means = GATEWAY_NEXT};
	status_range(r, yaml_get(n, "status"), &rule->first, &rule->last);
	preset_pointer(r, n, "list", &rule->list);
	preset_pointer(r, n, "ref", &rule->ref);
	preset_pointer(r, n, "number", &rule->number);
	preset_pointer(r, n, "id", &rule->id);
	preset_pointer(r, n, "code", &rule->code);
	preset_pointer(r, n, "text", &rule->text);
	preset_pointer(r, n, "value", &rule->value);
	rule->order = boolean(r, n, "order");
	rule->prefix = xstrdup_null(preset_text(r, n, "prefix"));
	read_outcome(r, n, rule);
	check_rule(r, n, rule);
}

static void
read_answer(struct preset_reader *r, const struct ynode *root)
{
	const struct ynode *n = yaml_get(root, "answer"), *list;
	const char *format;

	r->g->answer = xcalloc(1, sizeof(*r->g->answer));
	if (n == NULL) {
		diags_add(r->problems, r->file, root->line, root->col,
		    "answer is missing");
		return;
	}
	if (!preset_map(r, n, "answer", answer_keys))
		return;
	format = preset_text(r, n, "format");
	r->g->answer->plain = str_eq(format, "text");
	if (!r->g->answer->plain && !str_eq(format, "json"))
		diags_add(r->problems, r->file, n->line, n->col,
		    "format must be json or text");
	read_statuses(r, yaml_get(n, "status"));
	list = yaml_get(n, "results");
	if (list == NULL || list->kind != YNODE_LIST || list->n == 0) {
		diags_add(r->problems, r->file, n->line, n->col,
		    "results must be a list");
		return;
	}
	for (size_t i = 0; i < list->n; i++)
		read_rule(r, &list->items[i]);
}

static void
read_call(struct preset_reader *r, const struct ynode *root)
{
	struct gateway_conf *g = r->g;
	const struct ynode *auth = yaml_get(root, "auth");
	const char *s = preset_text(r, root, "method");

	if (s != NULL && !str_eq(s, "POST") && !str_eq(s, "GET"))
		preset_mistake(r, yaml_get(root, "method"),
		    "method must be POST or GET, not", s, NULL);
	else if (s != NULL)
		xreplace(&g->method, s);
	preset_template(r, root, "url", &g->url);
	if (g->url[0] == '\0')
		diags_add(r->problems, r->file, root->line, root->col,
		    "url is missing");
	if (auth != NULL && preset_map(r, auth, "auth", auth_keys)) {
		preset_template(r, auth, "user", &g->auth_user);
		preset_template(r, auth, "password", &g->auth_password);
	}
	read_headers(r, yaml_get(root, "headers"));
	if ((s = preset_text(r, root, "content_type")) != NULL)
		xreplace(&g->content_type, s);
	preset_template(r, root, "body", &g->body);
	preset_template(r, root, "probe", &g->probe);
	number(r, root, "batch", BATCH_MAX, &g->batch);
	if (g->batch > 1 && !gateway_takes_many(g))
		diags_add(r->problems, r->file, root->line, root->col,
		    "batch is over 1, but body has no {{#recipients}}");
	number(r, root, "timeout", TIMEOUT_MAX, &g->timeout);
}

static void
init(struct gateway_conf *g, const char *name)
{
	*g = (struct gateway_conf){
	    .name = xstrdup(name),
	    .file = xstrdup(""),
	    .method = xstrdup("POST"),
	    .url = xstrdup(""),
	    .auth_user = xstrdup(""),
	    .auth_password = xstrdup(""),
	    .content_type = xstrdup("application/json"),
	    .body = xstrdup(""),
	    .batch = 1,
	    .timeout = 30,
	    .ca_file = xstrdup(""),
	    .probe = xstrdup(""),
	    .callback_secret = xstrdup(""),
	};
}

static int
read_preset(struct preset_reader *r, const char *text, size_t len)
{
	size_t before = r->problems->n;
	struct ynode *root = yaml_parse(r->file, text, len, r->problems);

	if (root != NULL && preset_map(r, root, "a gateway preset", top_keys)) {
		read_settings(r, yaml_get(root, "settings"));
		read_call(r, root);
		read_answer(r, root);
		preset_callbacks(r, yaml_get(root, "callbacks"));
	}
	yaml_free(root);
	return r->problems->n == before ? 0 : -1;
}

static int
from_file(struct preset_reader *r, const char *path)
{
	struct err e;
	char *text;
	size_t len;
	int ret;

	if (file_read(path, LIMIT_CONF_FILE, &text, &len, &e) == -1) {
		diags_add(r->problems, path, 0, 0, "%s", e.msg);
		return -1;
	}
	r->file = path;
	ret = read_preset(r, text, len);
	free(text);
	return ret;
}

/* The names of the built-in presets, for "did you mean". */
static void
preset_names(struct strv *l)
{
	static const char dir[] = "etc/gateways/";
	const struct embedded *f;

	for (size_t i = 0; (f = embedded_at(i)) != NULL; i++) {
		if (!str_starts(f->path, dir) || !str_ends(f->path, ".yaml"))
			continue;
		strv_take(
		    l, xstrndup(f->path + strlen(dir),
			   strlen(f->path) - strlen(dir) - strlen(".yaml")));
	}
}

static int
no_preset(struct diags *problems, const char *base, const char *name)
{
	struct strv l = {0};
	const char *near;
	char *all;

	preset_names(&l);
	all = strv_join(&l, ", ");
	near = nearest_of(name, &l);
	if (near != NULL)
		diags_add(problems, base, 0, 0,
		    "no gateway preset \"%s\"; did you mean \"%s\"?", name,
		    near);
	else
		diags_add(problems, base, 0, 0,
		    "no gateway preset \"%s\"; there are %s", name, all);
	free(all);
	strv_clear(&l);
	return -1;
}

int
gateway_preset(const char *name, const char *base, struct gateway_conf *out,
    struct diags *problems)
{
	struct preset_reader r = {.g = out, .problems = problems};
	const struct embedded *f;
	char *path;
	int ret;

	init(out, name);
	if (strchr(name, '/') != NULL) {
		path = path_beside(base, name);
		xreplace(&out->file, path);
		ret = from_file(&r, path);
		free(path);
		return ret;
	}
	path = xasprintf("etc/gateways/%s.yaml", name);
	f = embedded_find(path);
	free(path);
	if (f == NULL)
		return no_preset(problems, base, name);
	r.file = f->path;
	return read_preset(&r, f->data, f->len);
}

bool
gateway_takes_many(const struct gateway_conf *g)
{
	return strstr(g->body, "{{#recipients}}") != NULL ||
	       strstr(g->url, "{{#recipients}}") != NULL;
}

size_t
gateway_sessions(const struct gateway_conf *g)
{
	if (g->sessions > 0)
		return (size_t)g->sessions;
	return g->batch > 1 ? 1 : SESSIONS;
}

struct setting *
gateway_setting(const struct gateway_conf *g, const char *name)
{
	for (size_t i = 0; i < g->n_settings; i++)
		if (str_eq(g->settings[i].name, name))
			return &g->settings[i];
	return NULL;
}

static void
rule_clear(struct gateway_rule *r)
{
	for (size_t i = 0; i < r->n_cases; i++)
		free(r->cases[i].value);
	free(r->cases);
	free(r->list);
	free(r->ref);
	free(r->number);
	free(r->id);
	free(r->code);
	free(r->text);
	free(r->value);
	free(r->prefix);
}

static void
answer_free(struct gateway_answer *a)
{
	if (a == NULL)
		return;
	for (size_t i = 0; i < a->n_rules; i++)
		rule_clear(&a->rules[i]);
	free(a->rules);
	free(a->statuses);
	free(a);
}

void
gateway_clear(struct gateway_conf *g)
{
	for (size_t i = 0; i < g->n_settings; i++) {
		free(g->settings[i].name);
		secret_free(g->settings[i].value);
	}
	free(g->settings);
	free(g->name);
	free(g->file);
	free(g->method);
	free(g->url);
	secret_free(g->auth_user);
	secret_free(g->auth_password);
	strv_clear(&g->headers);
	free(g->content_type);
	free(g->body);
	free(g->probe);
	free(g->ca_file);
	strv_clear(&g->secrets);
	strv_clear(&g->required);
	answer_free(g->answer);
	secret_free(g->callback_secret);
	preset_callbacks_free(g->callbacks);
	*g = (struct gateway_conf){0};
}
