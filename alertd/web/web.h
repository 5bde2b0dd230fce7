/*
 * web.h: what the handlers of the page share. Each is a row of the table in
 * route.c and answers one request; it writes into the response. -1 with
 * *e when the store failed: the reader gets 503, the log the reason. A status
 * from 400 up and no body: the page that says so is written for it. A GET
 * changes nothing.
 */
#ifndef WEB_WEB_H
#define WEB_WEB_H

#include <stdint.h>

#include "base/err.h"
#include "conf/config.h"
#include "contacts/tiles.h"
#include "core/core.h"
#include "store/store.h"
#include "web/kept.h"
#include "web/reached.h"
#include "web/request.h"

struct web {
	const struct config *conf;
	struct store *store; /* NULL: it is closed, see awake.h */
	struct core *core; /* for what changes something */
	int64_t now; /* UTC, of this request */
	bool changed; /* by this request, a GET of a gateway, too */
	struct tiles tiles; /* where the municipalities lie */
	struct kept kept[KEPT]; /* release with kept_clear() */
	struct reached reached[REACHED]; /* release with reached_clear() */
};

typedef int web_handler(struct web *w, const struct http_request *q,
    struct http_response *r, struct err *e);

/* The page for people. */
web_handler web_front, web_towns, web_incident, web_history, web_style;
/* Links in mails and SMS: /svar/TOKEN, and a municipality's receipt. */
web_handler web_answer;
/* For machines. */
web_handler web_health, web_metrics, web_atom, web_incidents_json,
    web_maintenances_json;
/* The gateways call: /callback/GATEWAY/SECRET/status and …/inbound. */
web_handler web_callback;

#endif
