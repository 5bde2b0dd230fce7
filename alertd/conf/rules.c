#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/embedded.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/topic.h"
#include "conf/rules.h"
#include "conf/yaml.h"

static const char *const words_names[WORDS_COUNT + 1] = {
    [WORDS_TEST] = "test",
    [WORDS_PRODUCTION] = "production",
    [WORDS_LATER] = "later",
    [WORDS_NO_EVENT] = "no_event",
    [WORDS_HEADING] = "heading",
    [WORDS_TALK] = "talk",
    [WORDS_NOW] = "now",
    [WORDS_PAST] = "past",
    [WORDS_WAS] = "was",
    [WORDS_PLANNED] = "planned",
    [WORDS_SOON] = "soon",
    [WORDS_WORK] = "work",
    [WORDS_BEGUN] = "begun",
    [WORDS_OVERRUN] = "overrun",
    [WORDS_OVER] = "over",
    [WORDS_NOT_OVER] = "not_over",
    [WORDS_WATCHED] = "watched",
    [WORDS_CONDITION] = "condition",
    [WORDS_FAULT] = "fault",
    [WORDS_OUTAGE] = "outage",
    [WORDS_BREAKDOWN] = "breakdown",
    [WORDS_PARTLY] = "partly",
    [WORDS_SLOW] = "slow",
    [WORDS_WRONG] = "wrong",
    [WORDS_DATA] = "data",
    [WORDS_HIT] = "hit",
    [WORDS_UNAFFECTED] = "unaffected",
    [WORDS_NOT_AFFECTING] = "not_affecting",
    [WORDS_RUNS] = "runs",
    [WORDS_MAYBE] = "maybe",
    [WORDS_AFFECTING] = "affecting",
    [WORDS_WIDE] = "wide",
    [WORDS_ELSEWHERE] = "elsewhere",
    [WORDS_MEDICATION] = "medication",
    [WORDS_NO_EFFECT] = "no_effect",
    [WORDS_EXPECTED_END] = "expected_end",
    [WORDS_UPDATE] = "update",
    [WORDS_OLDER] = "older",
    [WORDS_STATUS_OPEN] = "status_open",
    [WORDS_STATUS_OVER] = "status_over",
    [WORDS_POSTMORTEM] = "postmortem",
    [WORDS_NEGATION] = "negation",
    [WORDS_CONTRAST] = "contrast",
    [WORDS_WHETHER] = "whether",
    [WORDS_THEM] = "them",
    [WORDS_NEGATION_AFTER] = "negation_after",
    [WORDS_NEITHER] = "neither",
    [WORDS_LINK] = "link",
    [WORDS_RELATIVE] = "relative",
    [WORDS_NO_LONGER] = "no_longer",
    [WORDS_AGAIN] = "again",
    [WORDS_AFTER] = "after",
    [WORDS_ALSO] = "also",
    [WORDS_ONLY] = "only",
    [WORDS_ALSO_HIT] = "also_hit",
    [WORDS_NEXT_UPDATE] = "next_update",
    [WORDS_SHORTENED] = "shortened",
    [WORDS_BREAKS] = "breaks",
    [WORDS_COMMA_BREAKS] = "comma_breaks",
};

static const char *const top_keys[] = {
    "itself", "online", "components", "words", "feeds", NULL};
static const char *const feed_keys[] = {
    "feed", "about", "min_impact", "below", NULL};
static const char *const impacts[] = {
    "none", "minor", "major", "critical", NULL};
static const char *const component_keys[] = {"id", "aliases", "unless", "part",
    "verdict", "effect", "path", "topic", NULL};

const char *
impact_name(int i)
{
	return i >= 0 && (size_t)i < LENGTH(impacts) ? impacts[i] : NULL;
}

const char *
rules_words_name(enum rule_words w)
{
	return words_names[w];
}

struct reader {
	const char *file;
	struct diags *problems;
};

static void
unknown_key(
    struct reader *r, const struct ynode *key, const char *const *allowed)
{
	const char *near = nearest(key->value, allowed);

	if (near != NULL)
		diags_add(r->problems, r->file, key->line, key->col,
		    "unknown key \"%s\"; did you mean \"%s\"?", key->value,
		    near);
	else
		diags_add(r->problems, r->file, key->line, key->col,
		    "unknown key \"%s\"", key->value);
}

static bool
is_map(struct reader *r, const struct ynode *n, const char *what,
    const char *const *allowed)
{
	if (n->kind != YNODE_MAP) {
		diags_add(r->problems, r->file, n->line, n->col,
		    "%s must be a map of keys and values", what);
		return false;
	}
	for (size_t i = 0; i < n->n; i++) {
		size_t k = 0;

		while (allowed[k] && !str_eq(allowed[k], n->keys[i].value))
			k++;
		if (allowed[k] == NULL)
			unknown_key(r, &n->keys[i], allowed);
	}
	return true;
}

/* The scalar under key, or NULL; a mistake when it is required or no scalar. */
static const struct ynode *
scalar(
    struct reader *r, const struct ynode *map, const char *key, bool required)
{
	const struct ynode *n = yaml_get(map, key);

	if (n == NULL) {
		if (required)
			diags_add(r->problems, r->file, map->line, map->col,
			    "key \"%s\" is missing", key);
		return NULL;
	}
	if (n->kind != YNODE_SCALAR || str_empty(n->value)) {
		diags_add(r->problems, r->file, n->line, n->col,
		    "\"%s\" must be a word", key);
		return NULL;
	}
	return n;
}

static void
terms_add(struct rule_terms *t, const char *text, unsigned line, unsigned col)
{
	t->v = xreallocarray(t->v, t->n + 1, sizeof(*t->v));
	t->v[t->n++] = (struct rule_term){xstrdup(text), line, col};
}

static bool
too_long(struct reader *r, const struct ynode *n)
{
	if (strlen(n->value) <= LIMIT_PATTERN)
		return false;
	diags_add(r->problems, r->file, n->line, n->col, "longer than %d bytes",
	    LIMIT_PATTERN);
	return true;
}

static void
read_terms(struct reader *r, const struct ynode *n, const char *what,
    struct rule_terms *out)
{
	if (n->kind != YNODE_LIST) {
		diags_add(r->problems, r->file, n->line, n->col,
		    "\"%s\" must be a list of words", what);
		return;
	}
	for (size_t i = 0; i < n->n; i++) {
		const struct ynode *item = &n->items[i];

		if (item->kind != YNODE_SCALAR || str_empty(item->value))
			diags_add(r->problems, r->file, item->line, item->col,
			    "each of \"%s\" must be a word, a phrase or a "
			    "/pattern/",
			    what);
		else if (!too_long(r, item))
			terms_add(out, item->value, item->line, item->col);
	}
}

static void
terms_clear(struct rule_terms *t)
{
	for (size_t i = 0; i < t->n; i++)
		free(t->v[i].text);
	free(t->v);
	*t = (struct rule_terms){0};
}

static void
read_choices(struct reader *r, const struct ynode *n, struct rule_component *c)
{
	const struct ynode *s = scalar(r, n, "verdict", true);

	if (s != NULL && verdict_parse(s->value, &c->verdict) != 0)
		diags_add(r->problems, r->file, s->line, s->col,
		    "unknown verdict \"%s\": broadcast, ask or ignore",
		    s->value);
	s = scalar(r, n, "effect", true);
	if (s != NULL && effect_parse(s->value, &c->effect) != 0)
		diags_add(r->problems, r->file, s->line, s->col,
		    "unknown effect \"%s\": outage, degraded, data_error or "
		    "none",
		    s->value);
	s = scalar(r, n, "path", false);
	if (s == NULL)
		return;
	c->path = str_eq(s->value, "true");
	if (!c->path && !str_eq(s->value, "false"))
		diags_add(r->problems, r->file, s->line, s->col,
		    "\"path\" must be true or false");
}

static void
read_topic(struct reader *r, const struct ynode *n, struct rule_component *c)
{
	const struct ynode *s = scalar(r, n, "topic", false);
	const char *why = s == NULL ? NULL : topic_refused(s->value);

	c->topic = xstrdup(s == NULL || why != NULL ? "" : s->value);
	if (why != NULL)
		diags_add(r->problems, r->file, s->line, s->col,
		    "topic \"%s\": %s", s->value, why);
}

static const struct rule_component *
find_component(const struct rules_conf *c, const char *id)
{
	for (size_t i = 0; i < c->n_components; i++)
		if (str_eq(c->components[i].id, id))
			return &c->components[i];
	return NULL;
}

static void
read_component(struct reader *r, const struct ynode *n, struct rules_conf *out)
{
	struct rule_component c = {0};
	const struct ynode *id, *list;

	if (!is_map(r, n, "a component", component_keys))
		return;
	id = scalar(r, n, "id", true);
	read_choices(r, n, &c);
	read_topic(r, n, &c);
	if (id != NULL && find_component(out, id->value) != NULL)
		diags_add(r->problems, r->file, id->line, id->col,
		    "component \"%s\" is there twice", id->value);
	c.id = xstrdup(id ? id->value : "");
	if (id != NULL && !too_long(r, id))
		terms_add(&c.aliases, id->value, id->line, id->col);
	if ((list = yaml_get(n, "aliases")) != NULL)
		read_terms(r, list, "aliases", &c.aliases);
	if ((list = yaml_get(n, "unless")) != NULL)
		read_terms(r, list, "unless", &c.unless);
	if ((list = yaml_get(n, "part")) != NULL)
		read_terms(r, list, "part", &c.part);
	out->components = xreallocarray(
	    out->components, out->n_components + 1, sizeof(*out->components));
	out->components[out->n_components++] = c;
}

static void
read_words(struct reader *r, const struct ynode *n, struct rules_conf *out)
{
	const struct ynode *list;

	if (!is_map(r, n, "words", words_names))
		return;
	for (enum rule_words w = 0; w < WORDS_COUNT; w++)
		if ((list = yaml_get(n, words_names[w])) != NULL)
			read_terms(r, list, words_names[w], &out->words[w]);
		else
			diags_add(r->problems, r->file, n->line, n->col,
			    "key \"words.%s\" is missing", words_names[w]);
}

static int
read_impact(struct reader *r, const struct ynode *n)
{
	for (int i = 0; n != NULL && impact_name(i) != NULL; i++)
		if (str_eq(n->value, impact_name(i)))
			return i;
	if (n != NULL)
		diags_add(r->problems, r->file, n->line, n->col,
		    "unknown impact \"%s\": none, minor, major or critical",
		    n->value);
	return 0;
}

static void
read_feed(struct reader *r, const struct ynode *n, struct rules_conf *out)
{
	struct rule_feed f = {.below = VERDICT_ASK};
	const struct ynode *name, *about, *below;

	if (!is_map(r, n, "a feed", feed_keys))
		return;
	name = scalar(r, n, "feed", true);
	about = scalar(r, n, "about", false);
	below = scalar(r, n, "below", false);
	f.min_impact = read_impact(r, scalar(r, n, "min_impact", false));
	if (about != NULL && find_component(out, about->value) == NULL)
		diags_add(r->problems, r->file, about->line, about->col,
		    "\"about\" names no component: \"%s\"", about->value);
	if (below != NULL && (verdict_parse(below->value, &f.below) != 0 ||
				 f.below == VERDICT_BROADCAST))
		diags_add(r->problems, r->file, below->line, below->col,
		    "\"below\" must be ask or ignore: \"%s\"", below->value);
	for (size_t i = 0; name != NULL && i < out->n_feeds; i++)
		if (str_eq(out->feeds[i].name, name->value))
			diags_add(r->problems, r->file, name->line, name->col,
			    "feed \"%s\" is there twice", name->value);
	f.name = xstrdup(name != NULL ? name->value : "");
	f.about = xstrdup(about != NULL ? about->value : "");
	f.line = n->line;
	f.col = n->col;
	out->feeds = xreallocarray(
	    out->feeds, out->n_feeds + 1, sizeof(*out->feeds));
	out->feeds[out->n_feeds++] = f;
}

static void
read_feeds(struct reader *r, const struct ynode *n, struct rules_conf *out)
{
	if (n == NULL)
		return;
	if (n->kind != YNODE_LIST)
		diags_add(r->problems, r->file, n->line, n->col,
		    "\"feeds\" must be a list");
	for (size_t i = 0; n->kind == YNODE_LIST && i < n->n; i++)
		read_feed(r, &n->items[i], out);
}

static char *
read_id(struct reader *r, const struct ynode *root, const char *key,
    const struct rules_conf *c)
{
	const struct ynode *n = scalar(r, root, key, true);

	if (n != NULL && find_component(c, n->value) == NULL)
		diags_add(r->problems, r->file, n->line, n->col,
		    "\"%s\" names no component: \"%s\"", key, n->value);
	return xstrdup(n != NULL ? n->value : "");
}

static void
read_root(struct reader *r, const struct ynode *root, struct rules_conf *out)
{
	const struct ynode *n = yaml_get(root, "components");

	if (!is_map(r, root, "the file", top_keys))
		return;
	if (n == NULL || n->kind != YNODE_LIST)
		diags_add(r->problems, r->file, n ? n->line : root->line,
		    n ? n->col : root->col, "\"components\" must be a list");
	else
		for (size_t i = 0; i < n->n; i++)
			read_component(r, &n->items[i], out);
	if ((n = yaml_get(root, "words")) == NULL)
		diags_add(r->problems, r->file, root->line, root->col,
		    "key \"words\" is missing");
	else
		read_words(r, n, out);
	read_feeds(r, yaml_get(root, "feeds"), out);
	out->itself = read_id(r, root, "itself", out);
	out->online = read_id(r, root, "online", out);
}

struct rules_conf *
rules_parse(
    const char *file, const char *text, size_t len, struct diags *problems)
{
	size_t before = problems->n;
	struct reader r = {file, problems};
	struct ynode *root = yaml_parse(file, text, len, problems);
	struct rules_conf *out;

	if (root == NULL)
		return NULL;
	out = xcalloc(1, sizeof(*out));
	out->file = xstrdup(file);
	read_root(&r, root, out);
	yaml_free(root);
	if (problems->n == before)
		return out;
	rules_free(out);
	return NULL;
}

struct rules_conf *
rules_load(const char *path, struct diags *problems)
{
	const struct embedded *e;
	struct rules_conf *out;
	struct err err;
	char *text;
	size_t len;

	if (path[0] == '\0') {
		e = embedded_find("etc/rules.yaml");
		if (e != NULL)
			return rules_parse(e->path, e->data, e->len, problems);
		diags_add(problems, "etc/rules.yaml", 0, 0, "not built in");
		return NULL;
	}
	if (file_read(path, LIMIT_CONF_FILE, &text, &len, &err) != 0) {
		diags_add(problems, path, 0, 0, "%s", err.msg);
		return NULL;
	}
	out = rules_parse(path, text, len, problems);
	free(text);
	return out;
}

void
rules_forget_terms(struct rules_conf *r)
{
	for (size_t i = 0; i < r->n_components; i++) {
		terms_clear(&r->components[i].aliases);
		terms_clear(&r->components[i].unless);
		terms_clear(&r->components[i].part);
	}
	for (size_t w = 0; w < WORDS_COUNT; w++)
		terms_clear(&r->words[w]);
}

void
rules_free(struct rules_conf *r)
{
	if (r == NULL)
		return;
	rules_forget_terms(r);
	for (size_t i = 0; i < r->n_components; i++) {
		free(r->components[i].id);
		free(r->components[i].topic);
	}
	for (size_t i = 0; i < r->n_feeds; i++) {
		free(r->feeds[i].name);
		free(r->feeds[i].about);
	}
	free(r->feeds);
	free(r->components);
	free(r->itself);
	free(r->online);
	free(r->file);
	free(r);
}
