#include <jansson.h>
#include <string.h>

#include "base/attr.h"
#include "base/mem.h"
#include "base/mustache.h"
#include "base/str.h"
#include "conf/gateway.h"
#include "conf/role.h"

#define MAY(role) (1U << (role))

/* A secret that is missing here is kept by CONF_CHECK alone. */
static const struct {
	const char *path;
	unsigned keepers;
} secrets[] = {
    {"deadman.url", MAY(CONF_CORE)},
    {"mail.relays[].password", MAY(CONF_MAIL)},
    /* It stands in the URL that each SMS asks the gateway to report to. */
    {"sms.gateways[].callback_secret", MAY(CONF_SMS) | MAY(CONF_WEB)},
    {"web.token", MAY(CONF_WEB)},
};

/* What is done with the secrets that the role does not keep. */
static const enum secret_use others[] = {
    [CONF_CHECK] = SECRET_READ,
    /* It starts those that keep them: better refused than started in vain. */
    [CONF_CORE] = SECRET_LOOK,
    [CONF_MAIL] = SECRET_DROP,
    [CONF_SMS] = SECRET_DROP,
    [CONF_WEB] = SECRET_DROP,
    [CONF_CTL] = SECRET_SKIP,
};

static enum secret_use
use(enum conf_role role, unsigned keepers)
{
	return (keepers & MAY(role)) != 0 ? SECRET_READ : others[role];
}

enum secret_use
role_use(enum conf_role role, const char *path)
{
	for (size_t i = 0; i < LENGTH(secrets); i++)
		if (str_eq(secrets[i].path, path))
			return use(role, secrets[i].keepers);
	return others[role];
}

static bool
names(const char *template, const char *name)
{
	json_t *all = mustache_names(template), *one;
	bool found = false;
	size_t i;

	json_array_foreach(
	    all, i, one) if (str_eq(json_string_value(one), name)) found = true;
	json_decref(all);
	return found;
}

/* Whether a call to the gateway is made with it. */
static bool
sends_with(const struct gateway_conf *g, const char *name)
{
	const char *const parts[] = {
	    g->url, g->auth_user, g->auth_password, g->body, g->probe};

	for (size_t i = 0; i < LENGTH(parts); i++)
		if (names(parts[i], name))
			return true;
	for (size_t i = 0; i < g->headers.n; i++)
		if (names(g->headers.v[i], name))
			return true;
	return false;
}

enum secret_use
role_setting_use(
    enum conf_role role, const struct gateway_conf *g, const struct setting *s)
{
	unsigned keepers = 0;

	if (!s->secret)
		return SECRET_NONE;
	if (sends_with(g, s->name))
		keepers |= MAY(CONF_SMS);
	if (g->callbacks != NULL && g->callbacks->key != NULL &&
	    names(g->callbacks->key, s->name))
		keepers |= MAY(CONF_WEB);
	return use(role, keepers);
}

static void
wipe(char **s)
{
	secret_free(*s);
	*s = xstrdup("");
}

void
role_forget(enum conf_role role, struct config *c)
{
	if (role != CONF_MAIL && role != CONF_SMS && role != CONF_WEB)
		return;
	for (size_t i = 0; i < c->n_feeds; i++)
		wipe(&c->feeds[i].url);
	for (size_t i = 0; i < c->n_rotas; i++)
		wipe(&c->rotas[i].calendar);
}
