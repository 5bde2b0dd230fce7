#include "alertctl/check/web.h"
#include "base/endpoint.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/tr.h"
#include "conf/gateway.h"

#define PORT_FREE 1024 /* below it a right is needed */

struct checking {
	const struct config *conf;
	struct diags *remarks;
};

static void
check_listen(const struct checking *k)
{
	struct endpoint p;

	if (k->conf->web.off ||
	    endpoint_parse(k->conf->web.listen, &p, NULL) == -1 ||
	    endpoint_port(&p) >= PORT_FREE)
		return;
	diags_add(k->remarks, k->conf->file, 0, 0,
	    _("web.listen: the port is below %d, which alertd may not have "
	      "under "
	      "systemd: let the proxy have it, and listen on 127.0.0.1:8411"),
	    PORT_FREE);
}

/* The preset's setting that would hold the key, or NULL. */
static const char *
key_setting(const struct gateway_conf *g)
{
	for (size_t i = 0; i < g->secrets.n; i++)
		if (str_starts(g->secrets.v[i], "callback_"))
			return g->secrets.v[i];
	return NULL;
}

static void
check_signature(const struct checking *k, const struct gateway_conf *g)
{
	const char *setting = key_setting(g);
	char *key;

	if (g->callbacks->scheme == CALLBACK_UNSIGNED || setting == NULL)
		return;
	key = gateway_callback_key(g);
	if (*key == '\0')
		diags_add(k->remarks, k->conf->file, 0, 0,
		    _("sms.gateways[]: calls of %s are taken unsigned, as "
		      "anybody who learns their URL can make them: give %s"),
		    g->name, setting);
	secret_free(key);
}

/* It is told with each SMS where to report, or once, by hand, at its page. */
static void
check_address(const struct checking *k, const struct gateway_conf *g)
{
	const struct gateway_callback *status = g->callbacks->status;
	const struct setting *s = status == NULL
				      ? NULL
				      : gateway_setting(g, status->setting);

	if (s != NULL && *s->value == '\0' && *k->conf->web.base_url == '\0')
		diags_add(k->remarks, k->conf->file, 0, 0,
		    _("sms.gateways[]: %s is not told where to report "
		      "delivery: "
		      "give web.base_url, or %s here"),
		    g->name, s->name);
}

static void
check_gateway(const struct checking *k, const struct gateway_conf *g)
{
	if (str_empty(g->callback_secret) || g->callbacks == NULL)
		return;
	if (k->conf->web.off) {
		diags_add(k->remarks, k->conf->file, 0, 0,
		    _("sms.gateways[]: %s has a callback_secret, but without "
		      "web: there is nobody whom it could call"),
		    g->name);
		return;
	}
	check_address(k, g);
	check_signature(k, g);
}

void
web_check(const struct config *conf, struct diags *remarks)
{
	const struct checking k = {.conf = conf, .remarks = remarks};
	const struct sms_conf *s = &conf->sms;

	check_listen(&k);
	for (size_t i = 0; !s->off && i < s->n_gateways; i++)
		check_gateway(&k, &s->gateways[i]);
}
