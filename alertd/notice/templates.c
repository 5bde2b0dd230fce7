/*
 * How files make a notice. For each channel one skeleton is rendered:
 *	notice.subject.txt notice.mail.txt notice.mail.html notice.sms.txt
 *	notice.sms-end.txt
 *	page.subject.txt page.mail.txt page.mail.html page.sms.txt
 *	page.sms-end.txt
 *	receipt.subject.txt receipt.mail.txt receipt.sms.txt receipt.sms-end.txt
 *	drill.subject.txt drill.mail.txt drill.sms.txt
 *	said.txt
 * (page: to the on-call; receipt: asks for one again, its HTML is that of a
 * notice; drill: the same for a drill; said: to other machines.) An SMS that is
 *too long is cut in notice.sms.txt; notice.sms-end.txt (number, reference,
 *time, ØVELSE) stands whole behind it, so what can be spared is written last in
 *notice.sms.txt. Skeletons take their sentences from partials: {{>
 *advice-outage}} is the file advice-outage.txt. Which advice is used is said by
 *the data: advice.outage (FMK itself is down), advice.path (the way to it),
 * advice.degraded, advice.nas, advice.data_error, advice.online (only
 * FMK-online), advice.planned. The HTML mail has the plain text in
 * {{{body}}}: lines with "- " are a list, with "> " a quotation, with "?"
 * at the end a heading; an address alone is a link. Each sentence is in one
 *place, and what the feed or an operator wrote is always quoted. A file in the
 *operator's folder takes the place of the built-in one of that name; its other
 **.txt and *.html files are partials more.
 */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/embedded.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/mustache.h"
#include "base/str.h"
#include "notice/templates.h"

struct template
{
	char *name; /* without the folder */
	char *path;
	char *text;
};

struct templates {
	char *language;
	struct template *v;
	size_t n;
};

static struct template *
find(const struct templates *t, const char *name)
{
	size_t len = strlen(name);

	for (size_t i = 0; i < t->n; i++) {
		const char *s = t->v[i].name;

		if (strncmp(s, name, len) == 0 &&
		    (s[len] == '\0' || strcmp(s + len, ".txt") == 0))
			return &t->v[i];
	}
	return NULL;
}

const char *
templates_find(const struct templates *t, const char *name)
{
	const struct template *f = find(t, name);

	return f == NULL ? NULL : f->text;
}

const char *
templates_place(const struct templates *t, const char *name)
{
	const struct template *f = find(t, name);

	return f == NULL ? name : f->path;
}

static void
load_built_in(struct templates *t)
{
	char *prefix = xasprintf("templates/%s/", t->language);
	const struct embedded *e;

	for (size_t i = 0; (e = embedded_at(i)) != NULL; i++) {
		if (!str_starts(e->path, prefix))
			continue;
		t->v = xreallocarray(t->v, t->n + 1, sizeof(*t->v));
		t->v[t->n++] = (struct template){
		    .name = xstrdup(e->path + strlen(prefix)),
		    .path = xstrdup(e->path),
		    .text = xstrdup(e->data),
		};
	}
	free(prefix);
}

/* The place of the file of exactly that name, a new one if need be. */
static struct template *
slot(struct templates *t, const char *name)
{
	for (size_t i = 0; i < t->n; i++) {
		if (str_eq(t->v[i].name, name))
			return &t->v[i];
	}
	t->v = xreallocarray(t->v, t->n + 1, sizeof(*t->v));
	t->v[t->n] = (struct template){.name = xstrdup(name)};
	return &t->v[t->n++];
}

static void
load_file(struct templates *t, const char *folder, const char *name,
    struct diags *problems)
{
	char *path = xasprintf("%s/%s", folder, name), *text;
	struct template *f;
	struct err e;

	if (file_read(path, LIMIT_TEMPLATE, &text, NULL, &e) == 0) {
		f = slot(t, name);
		xreplace(&f->text, text);
		xreplace(&f->path, path);
		free(text);
	} else {
		diags_add(problems, path, 0, 0, "%s", e.msg);
	}
	free(path);
}

static int
is_template(const struct dirent *d)
{
	return d->d_name[0] != '.' &&
	       (str_ends(d->d_name, ".txt") || str_ends(d->d_name, ".html"));
}

/* The operator's files: in place of ours, or partials more. */
static void
load_folder(struct templates *t, const char *folder, struct diags *problems)
{
	struct dirent **l;
	int n = scandir(folder, &l, is_template, alphasort);

	if (n == -1) {
		diags_add(problems, folder, 0, 0, "cannot read the folder: %s",
		    strerror(errno));
		return;
	}
	if (n > LIMIT_TEMPLATE_FILES)
		diags_add(problems, folder, 0, 0, "more than %d templates",
		    LIMIT_TEMPLATE_FILES);
	for (int i = 0; i < n; i++) {
		if (i < LIMIT_TEMPLATE_FILES)
			load_file(t, folder, l[i]->d_name, problems);
		free(l[i]);
	}
	free(l);
}

/* A headline or a sentence of an SMS stands inside a line: no break at its
 * end, which every editor adds. */
static void
cut_breaks(struct template *f)
{
	size_t n = strlen(f->text);

	if (!str_starts(f->name, "headline") && !str_starts(f->name, "sms-") &&
	    !str_starts(f->name, "change"))
		return;
	while (n > 0 && (f->text[n - 1] == '\n' || f->text[n - 1] == '\r'))
		f->text[--n] = '\0';
}

/* Every dotted name of the data, for the check. */
static void
flatten(json_t *o, const char *prefix, struct strv *names)
{
	const char *key;
	json_t *v;

	json_object_foreach(o, key, v)
	{
		char *name = xasprintf("%s%s", prefix, key), *deeper;

		strv_add(names, name);
		deeper = xasprintf("%s.", name);
		flatten(v, deeper, names);
		free(deeper);
		free(name);
	}
}

static void
known_names(struct strv *names)
{
	static char none[] = "", da[] = "da";
	struct incident i = {.service = none,
	    .title = none,
	    .news = none,
	    .url = none,
	    .reason = none,
	    .feed = none,
	    .change_reason = none};
	struct notices_conf conf = {.contact = none,
	    .signature = none,
	    .reference = none,
	    .language = da};
	struct notice_facts f = {.incident = &i, .conf = &conf};
	json_t *data = notice_data(&f);

	flatten(data, "", names);
	strv_add(names, "subject");
	strv_add(names, "body");
	json_decref(data);
}

static void
check_names(
    const struct template *f, const struct strv *known, struct diags *problems)
{
	json_t *used = mustache_names(f->text), *v;
	unsigned line, col;
	size_t i;

	json_array_foreach(used, i, v)
	{
		const char *name = json_string_value(v), *near;

		if (strv_has(known, name))
			continue;
		mustache_find(f->text, name, &line, &col);
		near = nearest_of(name, known);
		diags_add(problems, f->path, line, col,
		    "no such name: %s%s%s%s", name,
		    near == NULL ? "" : " (did you mean ",
		    near == NULL ? "" : near, near == NULL ? "" : "?)");
	}
	json_decref(used);
}

static void
check_partials(
    const struct templates *t, const struct template *f, struct diags *problems)
{
	json_t *used = mustache_partials(f->text), *v;
	unsigned line, col;
	size_t i;

	json_array_foreach(used, i, v)
	{
		const char *name = json_string_value(v);

		if (find(t, name) != NULL)
			continue;
		mustache_find(f->text, name, &line, &col);
		diags_add(
		    problems, f->path, line, col, "no such partial: %s", name);
	}
	json_decref(used);
}

static void
check(const struct templates *t, struct diags *problems)
{
	struct strv known = {0};
	struct err e;

	known_names(&known);
	for (size_t i = 0; i < t->n; i++) {
		const struct template *f = &t->v[i];
		unsigned line = 0, col = 0;

		if (mustache_check(f->text, &e) == -1) {
			char *why = strstr(e.msg, ": ");

			sscanf(e.msg, "%u:%u", &line, &col);
			diags_add(problems, f->path, line, col, "%s",
			    why == NULL ? e.msg : why + 2);
		}
		check_names(f, &known, problems);
		check_partials(t, f, problems);
	}
	strv_clear(&known);
}

struct templates *
templates_open(const char *folder, const char *language, struct diags *problems)
{
	struct templates *t = xcalloc(1, sizeof(*t));

	t->language = xstrdup(str_eq(language, "en") ? "en" : "da");
	load_built_in(t);
	if (folder[0] != '\0')
		load_folder(t, folder, problems);
	check(t, problems);
	for (size_t i = 0; i < t->n; i++)
		cut_breaks(&t->v[i]);
	return t;
}

void
templates_close(struct templates *t)
{
	if (t == NULL)
		return;
	for (size_t i = 0; i < t->n; i++) {
		free(t->v[i].name);
		free(t->v[i].path);
		free(t->v[i].text);
	}
	free(t->v);
	free(t->language);
	free(t);
}

struct beside {
	const char *base;
	struct strv texts; /* read so far; borrowed by the render */
};

static const char *
partial_beside(const char *name, void *arg)
{
	static const char *const ends[] = {"", ".mustache", ".txt"};
	struct beside *b = arg;

	if (name[0] == '/' || strstr(name, "..") != NULL)
		return NULL;
	for (size_t i = 0; i < LENGTH(ends); i++) {
		char *file = xasprintf("%s%s", name, ends[i]);
		char *path = path_beside(b->base, file), *text;
		int r = file_read(path, LIMIT_TEMPLATE, &text, NULL, NULL);

		free(file);
		free(path);
		if (r == 0) {
			strv_take(&b->texts, text);
			return text;
		}
	}
	return NULL;
}

int
template_render_file(
    const char *path, const char *json_path, struct buf *out, struct err *e)
{
	struct beside b = {.base = path};
	struct mustache_options o = {
	    .escape = str_ends(path, ".txt") ? MUSTACHE_PLAIN : MUSTACHE_HTML,
	    .partial = partial_beside,
	    .arg = &b};
	char *text = NULL, *data = NULL;
	json_error_t why;
	json_t *root = NULL;
	int result = -1;

	if (file_read(path, LIMIT_TEMPLATE, &text, NULL, e) == -1 ||
	    file_read(json_path, LIMIT_TEMPLATE_OUT, &data, NULL, e) == -1)
		goto done;
	root = json_loads(data, JSON_DECODE_ANY | JSON_REJECT_DUPLICATES, &why);
	if (root == NULL) {
		err_set(e, "%s:%d:%d: %s", json_path, why.line, why.column,
		    why.text);
		goto done;
	}
	result = mustache_render(text, root, &o, out, e);
	if (result == -1)
		err_prefix(e, "%s:", path);
done:
	strv_clear(&b.texts);
	json_decref(root);
	free(data);
	free(text);
	return result;
}
