/*
 * A gateway's call: a byte that chooses the preset and the callback, a target,
 * a signature, each a line, and the body.
 */
#include <stdlib.h>
#include <string.h>

#include "base/address.h"
#include "base/attr.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "conf/gateway.h"
#include "invariant.h"
#include "target.h"
#include "web/callback_read.h"
#include "web/callback_sign.h"

#define NOW INT64_C(1778000000) /* 2026-05-05 */

static const struct {
	const char *name;
	const char *key; /* the setting that nobody can guess */
} presets[] = {{"gatewayapi", "callback_jwt_secret"},
    {"gatewayapi-mobile", "callback_hmac_secret"}, {"cpsms", NULL},
    {"inmobile", NULL}, {"linkmobility", NULL}, {"twilio", "auth_token"},
    {"kannel", NULL}};

/* Kept to the end: they are read once. */
static struct gateway_conf gateways[LENGTH(presets)];

static int
open_gateways(struct err *e)
{
	for (size_t i = 0; i < LENGTH(presets); i++) {
		struct gateway_conf *g = &gateways[i];
		struct diags problems = {0};

		if (g->name != NULL)
			continue;
		if (gateway_preset(presets[i].name, "", g, &problems) == -1)
			return err_set(e, "%s is bad", presets[i].name);
		if (presets[i].key != NULL)
			xreplace(&gateway_setting(g, presets[i].key)->value,
			    "1dfaacb9-7b43-4b6d");
	}
	return 0;
}

static int
check_piece(const char *s, size_t max, const char *what, struct err *e)
{
	if (!utf8_valid(s, strlen(s)))
		return err_set(e, "%s: no UTF-8", what);
	/* Each bad byte became three. */
	if (strlen(s) > 3 * max)
		return err_set(e, "%s: %zu bytes", what, strlen(s));
	for (; *s != '\0'; s++)
		if ((unsigned char)*s < ' ' || *s == 0x7f)
			return err_set(e, "%s: a control character", what);
	return 0;
}

static int
check_item(const struct callback_item *i, struct err *e)
{
	char number[PHONE_SIZE];

	if (check_piece(i->id, LIMIT_CALLBACK_FIELD, "id", e) == -1 ||
	    check_piece(i->ref, LIMIT_CALLBACK_FIELD, "ref", e) == -1 ||
	    check_piece(i->text, LIMIT_REPLY, "text", e) == -1 ||
	    check_piece(i->at, LIMIT_REPLY, "at", e) == -1)
		return -1;
	if (strlen(i->id) > LIMIT_CALLBACK_FIELD ||
	    strlen(i->ref) > LIMIT_CALLBACK_FIELD)
		return err_set(e, "a name of %zu bytes", strlen(i->id));
	if ((unsigned)i->state > CALLBACK_PENDING)
		return err_set(e, "the state %d", (int)i->state);
	if (i->number[0] != '\0' &&
	    (phone_normalise(i->number, number, NULL) == -1 ||
		!str_eq(number, i->number)))
		return err_set(e, "the number %s", i->number);
	return 0;
}

static int
check_same_items(const struct callback_items *a, const struct callback_items *b,
    struct err *e)
{
	if (a->n != b->n)
		return err_set(e, "%zu items, and then %zu", a->n, b->n);
	for (size_t i = 0; i < a->n; i++)
		if (a->v[i].state != b->v[i].state ||
		    !str_eq(a->v[i].id, b->v[i].id) ||
		    !str_eq(a->v[i].ref, b->v[i].ref) ||
		    !str_eq(a->v[i].number, b->v[i].number) ||
		    !str_eq(a->v[i].text, b->v[i].text) ||
		    !str_eq(a->v[i].at, b->v[i].at))
			return err_set(e, "item %zu is another again", i);
	return 0;
}

static int
check_read(const struct gateway_callback *c, const struct http_request *q,
    struct err *e)
{
	struct callback_items l, again;
	struct err said = {""};
	int r = callback_read(c, q, q->path, q->body, q->body_len, &l, &said);
	int rc = r == -1 ? check_error(&said, e) : 0;

	if (callback_read(c, q, q->path, q->body, q->body_len, &again, &said) !=
		r &&
	    rc == 0)
		rc = err_set(e, "understood once, and not again");
	if (rc == 0 && l.n > LIMIT_CALLBACK_ITEMS)
		rc = err_set(e, "%zu items", l.n);
	for (size_t i = 0; rc == 0 && i < l.n; i++)
		rc = check_item(&l.v[i], e);
	if (rc == 0)
		rc = check_same_items(&l, &again, e);
	callback_items_clear(&l);
	callback_items_clear(&again);
	return rc;
}

/* Nobody can sign without the key. */
static int
check_signed(size_t preset, const struct http_request *q, struct err *e)
{
	char *content;
	size_t n;
	bool good = callback_signed(&gateways[preset],
	    "https://alertd.example.dk", q, NOW, &content, &n);
	int rc = 0;

	if (good && presets[preset].key != NULL)
		rc = err_set(e, "%s: signed", presets[preset].name);
	if (!good && presets[preset].key == NULL)
		rc = err_set(e, "%s: not signed", presets[preset].name);
	if (good && rc == 0 &&
	    (n != q->body_len || memcmp(content, q->body, n) != 0))
		rc = err_set(e, "another body");
	free(content);
	return rc;
}

/* The next line of *s; *s moves behind it. */
static char *
line(const char **s, const char *end)
{
	const char *at = memchr(*s, '\n', (size_t)(end - *s));
	size_t n = (size_t)((at == NULL ? end : at) - *s);
	char *l = xmalloc(n + 1);

	memcpy(l, *s, n);
	l[n] = '\0';
	*s += n + (at != NULL);
	return l;
}

static void
make_request(
    struct http_request *q, const char *header, const char *s, const char *end)
{
	char *target = line(&s, end), *signature = line(&s, end);
	size_t n = (size_t)(end - s);
	char *body = xmalloc(n + 1);

	memcpy(body, s, n);
	body[n] = '\0';
	http_request_init(q);
	q->method = HTTP_POST;
	http_take_target(q, target);
	http_fields_add(&q->headers, header, signature);
	http_fields_add(
	    &q->headers, "Content-Type", "application/x-www-form-urlencoded");
	http_take_body(q, body, n);
	free(target);
	free(signature);
}

int
run_callback(const struct target *t, const char *s, size_t n, struct err *e)
{
	const struct gateway_callbacks *c;
	const struct gateway_callback *how;
	struct http_request q;
	size_t preset;
	int rc;

	(void)t;
	if (n == 0 || open_gateways(e) == -1)
		return n == 0 ? 0 : -1;
	preset = (unsigned char)*s / 2 % LENGTH(presets);
	c = gateways[preset].callbacks;
	how = (*s & 1) != 0 && c->inbound != NULL ? c->inbound : c->status;
	make_request(&q, c->header, s + 1, s + n);
	rc = check_signed(preset, &q, e);
	if (rc == 0)
		rc = check_read(how, &q, e);
	http_request_clear(&q);
	return rc;
}
