#include <stdlib.h>

#include "base/mem.h"
#include "conf/gateway.h"
#include "conf/ways.h"
#include "deliver/gateway_parts.h"

#define CLAIM 1000 /* recipients claimed for a gateway without batches */

static void
gateway_close(struct transport *t)
{
	struct gateway *gw = (struct gateway *)t;

	curl_multi_cleanup(gw->multi);
	curl_global_cleanup();
	for (size_t i = 0; i < gw->conf->n_gateways; i++)
		free(gw->sites[i].why);
	free(gw->sites);
	strv_clear(&t->ways);
	free(gw);
}

/* More would be counted as sent, though the call names one only. */
static int
check_batches(const struct sms_conf *conf, struct err *e)
{
	for (size_t i = 0; i < conf->n_gateways; i++) {
		const struct gateway_conf *g = &conf->gateways[i];

		if (g->batch > 1 && !gateway_takes_many(g))
			return err_set(e,
			    "gateway %s: batch must be 1, since its preset "
			    "takes one recipient a call",
			    g->name);
	}
	return 0;
}

/* Recipients claimed at once: what the first takes in a call, at least. */
static size_t
claim_size(const struct sms_conf *conf)
{
	size_t batch = (size_t)conf->gateways[0].batch;

	return batch > CLAIM || (batch > 1 && conf->n_gateways == 1) ? batch
								     : CLAIM;
}

struct transport *
gateway_open(const struct config *conf, struct err *e)
{
	struct gateway *gw;
	CURLM *multi;

	if (conf->sms.n_gateways == 0) {
		err_set(e, "%s: sms.gateways is empty", conf->file);
		return NULL;
	}
	if (check_batches(&conf->sms, e) == -1)
		return NULL;
	if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK ||
	    (multi = curl_multi_init()) == NULL) {
		err_set(e, "curl cannot begin");
		return NULL;
	}
	gw = xcalloc(1, sizeof(*gw));
	gw->conf = &conf->sms;
	gw->pace.slow_after = conf->sms.slow_after * 1000;
	gw->multi = multi;
	gw->sites = xcalloc(conf->sms.n_gateways, sizeof(*gw->sites));
	for (size_t i = 0; i < conf->sms.n_gateways; i++)
		gw->sites[i].g = &conf->sms.gateways[i];
	gw->base = (struct transport){
	    .send = gateway_send,
	    .close = gateway_close,
	    .batch = claim_size(&conf->sms),
	    .recipients = claim_size(&conf->sms),
	};
	config_ways(conf, CHANNEL_SMS, &gw->base.ways);
	return &gw->base;
}
