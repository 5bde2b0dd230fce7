/*
 * gateway_parts.h: what SMS through gateways is made of. gateway.c: one send();
 * gateway_open.c: the transport.
 */
#ifndef DELIVER_GATEWAY_PARTS_H
#define DELIVER_GATEWAY_PARTS_H

#include <curl/curl.h>

#include "conf/config.h"
#include "deliver/httpcall.h"
#include "deliver/pace.h"
#include "deliver/transport.h"
#include "deliver/window.h"

/* What is known of one configured gateway. */
struct site {
	const struct gateway_conf *g;
	/* Of this send(): */
	bool down; /* not tried again */
	bool lost; /* it is silent, and still has what it was given */
	char *why; /* it is down */
	/* It asked not to be called before; clock_read().mono_ms. */
	int64_t until;
	size_t taken; /* numbers it has accepted */
	struct window window;
	size_t active; /* calls under way */
	int64_t heard; /* its last answer, or the first call; mono ms */
	struct handles handles; /* for its calls */
	struct pace pace;
};

struct gateway {
	struct transport base;
	const struct sms_conf *conf;
	struct pace_conf pace;
	CURLM *multi;
	struct site *sites;
};

/* send() of the transport. */
int gateway_send(struct transport *t, const struct messages *l, sent_fn *fn,
    void *arg, struct err *e);

#endif
