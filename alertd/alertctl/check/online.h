/*
 * online.h: "config check --online": everything outside of this machine that
 * the configuration names is called, all at once, each in a process of its own
 * that is ended when its time is over. No mail is sent, no SMS, and nobody
 * hears that all is well.
 */
#ifndef ALERTCTL_CHECK_ONLINE_H
#define ALERTCTL_CHECK_ONLINE_H

#include <jansson.h>

#include "conf/config.h"
#include "base/err.h"

struct probe;
/*
 * Runs in a process of its own. 0 with what was found in *said ("TLS, AUTH
 * accepted"), or -1 with why not in it; both may be cut.
 */
typedef int probe_fn(const struct probe *p, struct err *said);

struct probe {
	char *what; /* "relay mx.example.dk:587"; without secrets */
	const char *key; /* "mail.relays[]" */
	struct conf_place at;
	probe_fn *run;
	const void *target; /* the relay, gateway, feed, … */
	const struct config *conf;
	bool good;
	struct err said;
};

struct probes {
	struct probe *v;
	size_t n;
};

/* All of the configuration, none of them run; release with probes_clear(). */
void probes_find(const struct config *conf, struct probes *out);
void probes_run(struct probes *l);
void probes_clear(struct probes *l);
/* One line for each; how many are not good. */
size_t probes_print(const struct config *conf, const struct probes *l);
/* Adds one object for each to the list; the same. */
size_t
probes_json(const struct config *conf, const struct probes *l, json_t *list);

/* What helps against an error of the network, or "". Pure. */
const char *online_remedy(const char *why);

/* The probes of each kind. */
probe_fn online_relay; /* online_mail.c */
probe_fn online_gateway; /* online_http.c */
probe_fn online_feed;
probe_fn online_calendar;
probe_fn online_deadman;
probe_fn online_page;

/* "https://sms.example.dk:8443" of a URL, all that may be shown; free(). */
char *online_origin(const char *url);

#endif
