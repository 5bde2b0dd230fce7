#include <stdlib.h>
#include <string.h>

#include "base/flood.h"
#include "base/hash.h"
#include "base/limits.h"
#include "base/log.h"
#include "base/mac.h"
#include "base/mem.h"
#include "base/str.h"
#include "conf/gateway.h"
#include "core/answer.h"
#include "store/callback.h"
#include "web/callback_read.h"
#include "web/callback_sign.h"
#include "web/web.h"

#define DAY 86400

/* GATEWAY/SECRET/status, and what may stand behind it */
struct address {
	char *gateway;
	char *secret;
	char *kind;
	char *tail;
};

/* One call that was understood. */
struct call {
	struct web *w;
	const struct gateway_conf *g;
	struct callback_items items;
};

/*
 * A flood must not fill the log, nor that of strangers hide what a gateway
 * that knows the secret does wrong. Of this process.
 */
static struct flood strangers, gateways;

static int
refuse(const struct web *w, struct http_response *r, int status,
    const char *gateway, const char *why)
{
	struct flood *f = gateway[0] == '\0' ? &strangers : &gateways;
	int64_t more;
	bool pass = flood_pass(f, 1, w->now, &more);

	r->status = status;
	if (more > 0)
		log_warn("callback: %lld more were refused", (long long)more);
	if (pass)
		log_warn("callback%s%s: refused: %s",
		    gateway[0] == '\0' ? "" : " ", gateway, why);
	return 0;
}

/* The next word of a path; *s moves behind its slash. */
static char *
word(const char **s)
{
	size_t n = strcspn(*s, "/");
	char *w = xstrndup(*s, n);

	*s += n + ((*s)[n] == '/');
	return w;
}

static struct address
split(const char *rest)
{
	struct address a = {.gateway = word(&rest)};

	a.secret = word(&rest);
	a.kind = word(&rest);
	a.tail = xstrdup(rest);
	return a;
}

static void
address_clear(struct address *a)
{
	free(a->gateway);
	secret_free(a->secret);
	free(a->kind);
	free(a->tail);
}

static bool
opens(const struct gateway_conf *g, const char *secret)
{
	return g->callbacks != NULL &&
	       strlen(g->callback_secret) >= LIMIT_CALLBACK_SECRET &&
	       mac_same(g->callback_secret, secret);
}

/* The gateway whose secret that is; NULL whatever is wrong. */
static const struct gateway_conf *
find_gateway(const struct config *conf, const struct address *a)
{
	for (size_t i = 0; i < conf->sms.n_gateways; i++) {
		const struct gateway_conf *g = &conf->sms.gateways[i];

		if (str_eq(g->name, a->gateway))
			return opens(g, a->secret) ? g : NULL;
	}
	return NULL;
}

static const struct gateway_callback *
find_callback(const struct gateway_callbacks *c, const char *kind)
{
	if (str_eq(kind, "status"))
		return c->status;
	return str_eq(kind, "inbound") ? c->inbound : NULL;
}

static bool
takes(const struct gateway_callback *c, enum http_method m)
{
	return (m == HTTP_GET && c->get) || (m == HTTP_POST && c->post);
}

static int
take_report(const struct call *c, const struct callback_item *i, struct err *e)
{
	const struct delivery_report r = {.via = c->g->name,
	    .id = i->id,
	    .ref = i->ref,
	    .number = i->number,
	    .delivered = i->state == CALLBACK_DELIVERED,
	    .text = i->text};

	if (i->state == CALLBACK_PENDING)
		return 0;
	return store_delivery_report(c->w->store, &r, c->w->now, e) == -1 ? -1
									  : 0;
}

/*
 * What the SMS is called: by the gateway, else by all that is known of it,
 * with the day where it has no time. Release with free().
 */
static char *
name_sms(const struct call *c, const struct callback_item *i)
{
	char *all, hash[HASH_SIZE];

	if (i->id[0] != '\0')
		return xstrdup(i->id);
	all = i->at[0] != '\0'
		  ? xasprintf("%s %s %s", i->at, i->number, i->text)
		  : xasprintf("%lld %s %s", (long long)(c->w->now / DAY),
			i->number, i->text);
	sha256_hex(all, strlen(all), hash);
	free(all);
	return xstrdup(hash);
}

static int
take_sms(const struct call *c, const struct callback_item *i, struct err *e)
{
	char *ident = name_sms(c, i);
	int n = store_inbound(c->w->store, c->g->name, ident, c->w->now, e);

	free(ident);
	if (n <= 0)
		return n;
	if (i->number[0] == '\0') {
		log_info("gateway %s: an SMS from no number is not read",
		    c->g->name);
		return 0;
	}
	return core_reply(c->w->core, i->number, i->text, c->w->now, e);
}

/* All or nothing: what is not stored comes again as it is. */
static int
take_items(const struct call *c, bool reports, struct err *e)
{
	int r = 0;

	if (store_begin(c->w->store, e) == -1)
		return -1;
	for (size_t i = 0; r == 0 && i < c->items.n; i++)
		r = reports ? take_report(c, &c->items.v[i], e)
			    : take_sms(c, &c->items.v[i], e);
	if (r == 0)
		return store_commit(c->w->store, e);
	store_rollback(c->w->store);
	return -1;
}

/* The secret was right. */
static int
take_call(struct call *c, const struct gateway_callback *how, const char *tail,
    const struct http_request *q, struct http_response *r, struct err *e)
{
	struct err why;
	char *content;
	size_t len;
	int n;

	if (!takes(how, q->method))
		return refuse(
		    c->w, r, 405, c->g->name, "another method is expected");
	if (!callback_signed(
		c->g, c->w->conf->web.base_url, q, c->w->now, &content, &len))
		return refuse(
		    c->w, r, 403, c->g->name, "the signature is not good");
	n = callback_read(how, q, tail, content, len, &c->items, &why);
	free(content);
	if (n == -1)
		return refuse(c->w, r, 400, c->g->name, why.msg);
	if (take_items(c, how->state != NULL, e) == -1)
		return err_prefix(e, "callback %s: ", c->g->name);
	c->w->changed = true;
	r->type = how->type;
	buf_adds(&r->body, how->body);
	return 0;
}

int
web_callback(struct web *w, const struct http_request *q,
    struct http_response *r, struct err *e)
{
	struct address a = split(q->rest);
	struct call c = {.w = w, .g = find_gateway(w->conf, &a)};
	const struct gateway_callback *how = NULL;
	int n;

	r->type = "text/plain; charset=utf-8";
	if (c.g != NULL)
		how = find_callback(c.g->callbacks, a.kind);
	if (c.g == NULL)
		n = refuse(w, r, 404, "", "no gateway, or the wrong secret");
	else if (how == NULL)
		n = refuse(w, r, 404, c.g->name, "it has no such callback");
	else
		n = take_call(&c, how, a.tail, q, r, e);
	callback_items_clear(&c.items);
	address_clear(&a);
	return n;
}
