#include <assert.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/mustache.h"
#include "base/sms.h"
#include "deliver/hide.h"
#include "deliver/request.h"

static void
put(json_t *o, const char *name, const char *value)
{
	json_object_set_new(o, name, json_string(value));
}

/* The number without its plus. */
static const char *
digits(const char *number)
{
	return number[0] == '+' ? number + 1 : number;
}

static json_t *
recipients(const struct target *t, size_t n)
{
	json_t *list = json_array();

	for (size_t i = 0; i < n; i++) {
		json_t *o = json_object();

		put(o, "to", t[i].number);
		put(o, "msisdn", digits(t[i].number));
		put(o, "ref", t[i].ref);
		json_object_set_new(o, "last", json_boolean(i + 1 == n));
		json_array_append_new(list, o);
	}
	return list;
}

/* Whether any template of the preset has a list of them; making it costs. */
static bool
lists_recipients(const struct gateway_conf *g)
{
	const char *const texts[] = {
	    g->url, g->body, g->auth_user, g->auth_password};
	bool any = false;

	for (size_t i = 0; i < LENGTH(texts); i++)
		any = any || strstr(texts[i], "recipients") != NULL;
	for (size_t i = 0; i < g->headers.n; i++)
		any = any || strstr(g->headers.v[i], "recipients") != NULL;
	return any;
}

/* An empty setting is left out, so that {{#name}} is false. */
void
request_form_init(struct request_form *f, const struct gateway_conf *g,
    const char *sender, const char *text)
{
	json_t *o = json_object();

	for (size_t i = 0; i < g->n_settings; i++)
		if (g->settings[i].value[0] != '\0')
			put(o, g->settings[i].name, g->settings[i].value);
	put(o, "text", text);
	put(o, "sender", sender);
	json_object_set_new(o, "ucs2", json_boolean(sms_measure(text).ucs2));
	*f = (struct request_form){
	    .g = g, .data = o, .lists = lists_recipients(g)};
}

void
request_form_clear(struct request_form *f)
{
	json_decref(f->data);
	*f = (struct request_form){0};
}

static void
address(const struct request_form *f, const struct target *t, size_t n)
{
	put(f->data, "to", t[0].number);
	put(f->data, "msisdn", digits(t[0].number));
	put(f->data, "ref", t[0].ref);
	if (f->lists)
		json_object_set_new(f->data, "recipients", recipients(t, n));
}

static int
render(const char *what, const char *template, enum mustache_escape escape,
    json_t *data, char **out, struct err *e)
{
	const struct mustache_options options = {.escape = escape};
	struct buf b;

	buf_init(&b, LIMIT_GATEWAY_BODY);
	if (template[0] != '\0' &&
	    mustache_render(template, data, &options, &b, e) == -1) {
		buf_clear(&b);
		return err_prefix(e, "%s of the preset: ", what);
	}
	free(*out);
	*out = xstrdup(buf_str(&b));
	if (b.data != NULL)
		explicit_bzero(b.data, b.len);
	buf_clear(&b);
	return 0;
}

static int
render_headers(const struct gateway_conf *g, json_t *data, struct request *out,
    struct err *e)
{
	for (size_t i = 0; i < g->headers.n; i++) {
		char *h = NULL;

		if (render("a header", g->headers.v[i], MUSTACHE_PLAIN, data,
			&h, e) == -1)
			return -1;
		assert(h != NULL);
		strv_take(&out->headers, h);
		if (strpbrk(h, "\r\n") != NULL)
			return err_set(
			    e, "a header of the preset has a line break");
	}
	if (g->body[0] != '\0')
		strv_take(&out->headers,
		    xasprintf("Content-Type: %s", g->content_type));
	return 0;
}

static bool
is_json(const struct gateway_conf *g)
{
	return strstr(g->content_type, "json") != NULL;
}

/* The next to one target differs in digits only. */
static int
check_json(
    struct request_form *f, const struct request *r, size_t n, struct err *e)
{
	json_t *v;

	if (r->len == 0 || !is_json(f->g) || (f->checked && n == 1))
		return 0;
	v = json_loadb(r->body, r->len, JSON_REJECT_DUPLICATES, NULL);
	if (v == NULL)
		return err_set(e, "the preset's body is no JSON");
	json_decref(v);
	f->checked = n == 1;
	return 0;
}

int
request_fill(struct request_form *f, const struct target *t, size_t n,
    struct request *out, struct err *e)
{
	const struct gateway_conf *g = f->g;
	enum mustache_escape escape = is_json(g) ? MUSTACHE_JSON : MUSTACHE_URL;
	json_t *data = f->data;

	address(f, t, n);
	*out = (struct request){0};
	if (render("url", g->url, MUSTACHE_URL, data, &out->url, e) == -1 ||
	    render("user", g->auth_user, MUSTACHE_PLAIN, data, &out->user, e) ==
		-1 ||
	    render("password", g->auth_password, MUSTACHE_PLAIN, data,
		&out->password, e) == -1 ||
	    render_headers(g, data, out, e) == -1 ||
	    render("body", g->body, escape, data, &out->body, e) == -1)
		return -1;
	out->len = strlen(out->body);
	return check_json(f, out, n, e);
}

int
request_make(const struct gateway_conf *g, const char *sender, const char *text,
    const struct target *t, size_t n, struct request *out, struct err *e)
{
	struct request_form f;
	int r;

	request_form_init(&f, g, sender, text);
	r = request_fill(&f, t, n, out, e);
	request_form_clear(&f);
	return r;
}

void
request_clear(struct request *r)
{
	for (size_t i = 0; i < r->headers.n; i++)
		explicit_bzero(r->headers.v[i], strlen(r->headers.v[i]));
	strv_clear(&r->headers);
	secret_free(r->url);
	secret_free(r->user);
	secret_free(r->password);
	secret_free(r->body);
	*r = (struct request){0};
}

char *
request_hide(const struct gateway_conf *g, const char *s)
{
	char *shown = xstrdup(s);

	for (size_t i = 0; i < g->n_settings; i++)
		if (g->settings[i].secret)
			shown = hide(shown, g->settings[i].value,
			    strlen(g->settings[i].value));
	return hide(shown, g->callback_secret, strlen(g->callback_secret));
}
