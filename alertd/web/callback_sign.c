#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/mac.h"
#include "base/mem.h"
#include "base/str.h"
#include "web/callback_sign.h"

/* A call whose signature is looked at. */
struct call {
	const struct http_request *q;
	const char *base_url;
	const char *key;
	const char *signature; /* without its prefix */
	int64_t now;
	char *content; /* what was signed in the place of the body, or NULL */
	size_t len;
};

typedef bool scheme_fn(struct call *c);

/* hex of HMAC-SHA-256 over the body */
static bool
check_hmac_sha256(struct call *c)
{
	unsigned char mac[MAC_SIZE];
	size_t n = mac_make(
	    MAC_SHA256, c->key, c->q->body, c->q->body_len, mac);
	char *hex = mac_hex(mac, n);
	bool same = mac_same(hex, c->signature);

	free(hex);
	return same;
}

static int
compare_fields(const void *a, const void *b)
{
	const struct http_field *x = *(struct http_field *const *)a;
	const struct http_field *y = *(struct http_field *const *)b;
	int r = strcmp(x->name, y->name);

	return r != 0 ? r : strcmp(x->value, y->value);
}

/* Name and value of each field in order of names; the same twice is one. */
static void
add_form(struct buf *b, const struct http_fields *form)
{
	const struct http_field **v = xreallocarray(
	    NULL, form->n + 1, sizeof(const void *));

	for (size_t i = 0; i < form->n; i++)
		v[i] = &form->v[i];
	qsort(v, form->n, sizeof(*v), compare_fields);
	for (size_t i = 0; i < form->n; i++) {
		if (i > 0 && compare_fields(&v[i - 1], &v[i]) == 0)
			continue;
		buf_adds(b, v[i]->name);
		buf_adds(b, v[i]->value);
	}
	free(v);
}

/* base64 of HMAC-SHA-1 over the URL as Twilio knows it, and the form */
static bool
check_twilio(struct call *c)
{
	unsigned char mac[MAC_SIZE];
	struct buf b;
	char *text;
	size_t n;
	bool same;

	buf_init(&b, LIMIT_GATEWAY_BODY);
	buf_adds(&b, c->base_url);
	buf_adds(&b, c->q->target);
	add_form(&b, &c->q->form);
	n = mac_make(MAC_SHA1, c->key, buf_str(&b), b.len, mac);
	text = mac_base64(mac, n);
	same = !buf_failed(&b) && mac_same(text, c->signature);
	buf_clear(&b);
	free(text);
	return same;
}

static json_t *
token_part(const char *s, size_t n)
{
	size_t len = 0;
	char *text = mac_unbase64url(s, n, &len);
	json_t *v = text == NULL
			? NULL
			: json_loadb(text, len, JSON_REJECT_DUPLICATES, NULL);

	free(text);
	return v;
}

/* HS256 and nothing else: who may choose could choose "none". */
static bool
check_token_header(const char *s, size_t n)
{
	json_t *v = token_part(s, n);
	bool good = str_eq(json_string_value(json_object_get(v, "alg")),
			"HS256") &&
		    json_object_get(v, "crit") == NULL;

	json_decref(v);
	return good;
}

static bool
check_token_time(const struct call *c)
{
	json_t *v = json_loadb(c->content, c->len, 0, NULL);
	const json_t *ends = json_object_get(v, "exp");
	bool good = ends == NULL || json_number_value(ends) > (double)c->now;

	json_decref(v);
	return good;
}

/* What the token says counts: the body beside it is signed by nobody. */
static bool
check_jwt(struct call *c)
{
	const char *claims = strchr(c->signature, '.'), *mac_at;
	unsigned char mac[MAC_SIZE];
	char *text;
	size_t n;
	bool same;

	mac_at = claims == NULL ? NULL : strchr(claims + 1, '.');
	if (mac_at == NULL ||
	    !check_token_header(c->signature, (size_t)(claims - c->signature)))
		return false;
	n = mac_make(MAC_SHA256, c->key, c->signature,
	    (size_t)(mac_at - c->signature), mac);
	text = mac_base64url(mac, n);
	same = mac_same(text, mac_at + 1);
	free(text);
	if (!same)
		return false;
	c->content = mac_unbase64url(
	    claims + 1, (size_t)(mac_at - claims - 1), &c->len);
	return c->content != NULL && check_token_time(c);
}

static scheme_fn *const schemes[] = {
    [CALLBACK_UNSIGNED] = NULL,
    [CALLBACK_JWT_HS256] = check_jwt,
    [CALLBACK_HMAC_SHA256] = check_hmac_sha256,
    [CALLBACK_TWILIO] = check_twilio,
};

/* Also true for a scheme without a key. */
static bool
check(const struct gateway_callbacks *conf, struct call *c)
{
	if (schemes[conf->scheme] == NULL || c->key[0] == '\0')
		return true;
	c->signature = http_field(&c->q->headers, conf->header);
	if (c->signature == NULL || !str_starts(c->signature, conf->prefix))
		return false;
	c->signature += strlen(conf->prefix);
	return schemes[conf->scheme](c);
}

bool
callback_signed(const struct gateway_conf *g, const char *base_url,
    const struct http_request *q, int64_t now, char **content, size_t *len)
{
	char *key = gateway_callback_key(g);
	struct call c = {.q = q, .base_url = base_url, .key = key, .now = now};
	bool good = check(g->callbacks, &c);

	secret_free(key);
	if (good && c.content == NULL) {
		c.content = xmalloc(q->body_len + 1);
		if (q->body_len > 0)
			memcpy(c.content, q->body, q->body_len);
		c.content[q->body_len] = '\0';
		c.len = q->body_len;
	}
	if (!good) {
		free(c.content);
		c.content = NULL;
	}
	*content = c.content;
	*len = c.len;
	return good;
}
