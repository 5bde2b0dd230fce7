/*
 * sms_driver: sends SMS through gateway_open() as a test says, without a
 * database. Reads one JSON object from standard input:
 *   {"sender": "MedCom",
 *    "gateways": [{"preset": "cpsms", "name": "first", "timeout": 5,
 *                  "ca_file": "", "settings": {"host": "http://…"}}],
 *    "messages": [{"text": "…", "to": ["+4500000001"]}]}
 * With "file" instead of "gateways" it uses smsfile_open(); with "times": 2 it
 * sends all of it twice. Prints a JSON line for each message that is told, in
 * the order of telling.
 */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/mem.h"
#include "conf/gateway.h"
#include "deliver/transport.h"

#define CREATED 1774735980 /* 2026-03-28T22:13:00Z */

static const char *
text_of(const json_t *o, const char *key, const char *fallback)
{
	const char *s = json_string_value(json_object_get(o, key));

	return s == NULL ? fallback : s;
}

static void
read_gateway(const json_t *o, struct gateway_conf *g)
{
	json_t *settings = json_object_get(o, "settings"), *value;
	const char *preset = text_of(o, "preset", "");
	struct diags problems = {0};
	const char *key;

	if (gateway_preset(preset, ".", g, &problems) == -1) {
		diags_print(&problems, stderr);
		exit(78);
	}
	xreplace(&g->name, text_of(o, "name", preset));
	xreplace(&g->ca_file, text_of(o, "ca_file", ""));
	if (json_is_integer(json_object_get(o, "batch")))
		g->batch = json_integer_value(json_object_get(o, "batch"));
	if (json_is_integer(json_object_get(o, "sessions")))
		g->sessions = json_integer_value(
		    json_object_get(o, "sessions"));
	if (json_is_integer(json_object_get(o, "timeout")))
		g->timeout = json_integer_value(json_object_get(o, "timeout"));
	json_object_foreach(settings, key, value)
	{
		struct setting *s = gateway_setting(g, key);

		if (s == NULL) {
			fprintf(stderr, "%s: no setting %s\n", preset, key);
			exit(78);
		}
		xreplace(&s->value, json_string_value(value));
	}
}

static void
read_message(const json_t *o, size_t index, struct message *m)
{
	const json_t *to = json_object_get(o, "to");

	m->id = (int64_t)index + 1;
	m->incident = 7;
	m->notice = 3;
	m->channel = CHANNEL_SMS;
	m->created = CREATED;
	m->org = xstrdup(text_of(o, "org", "0101"));
	m->org_name = xstrdup(text_of(o, "org_name",
	    "K\xc3\xb8"
	    "benhavn"));
	m->text = xstrdup(text_of(o, "text", ""));
	m->n_to = json_array_size(to);
	m->to = xcalloc(m->n_to + 1, sizeof(*m->to));
	for (size_t i = 0; i < m->n_to; i++) {
		m->to[i].delivery = m->id * 100 + (int64_t)i;
		m->to[i].name = xstrdup("");
		m->to[i].address = xstrdup(
		    json_string_value(json_array_get(to, i)));
		m->to[i].due = true;
	}
}

static int
on_sent(const struct message *m, const struct result *r, size_t n, void *arg)
{
	static const char *const outcomes[] = {
	    "accepted", "tempfail", "permfail", "unknown"};
	json_t *line = json_object(), *list = json_array();

	(void)arg;
	for (size_t i = 0; i < n; i++)
		json_array_append_new(
		    list, json_pack("{s:I,s:s,s:i,s:s,s:s,s:s,s:I}", "delivery",
			      (json_int_t)r[i].delivery, "outcome",
			      outcomes[r[i].outcome], "code", r[i].code,
			      "answer", r[i].answer, "via", r[i].via, "id",
			      r[i].remote_id, "pause", (json_int_t)r[i].pause));
	json_object_set_new(line, "message", json_integer(m->id));
	json_object_set_new(line, "results", list);
	json_dumpf(line, stdout, JSON_COMPACT);
	putchar('\n');
	fflush(stdout);
	json_decref(line);
	return 0;
}

static void
read_spec(const json_t *spec, struct config *conf, struct messages *l)
{
	json_t *gateways = json_object_get(spec, "gateways");
	json_t *messages = json_object_get(spec, "messages");

	conf->file = xstrdup("-");
	conf->sms.sender = xstrdup(text_of(spec, "sender", "MedCom"));
	conf->sms.file = xstrdup(text_of(spec, "file", ""));
	conf->sms.slow_after = 10;
	conf->sms.n_gateways = json_array_size(gateways);
	conf->sms.gateways = xcalloc(
	    conf->sms.n_gateways + 1, sizeof(*conf->sms.gateways));
	for (size_t i = 0; i < conf->sms.n_gateways; i++)
		read_gateway(
		    json_array_get(gateways, i), &conf->sms.gateways[i]);
	l->n = json_array_size(messages);
	l->v = xcalloc(l->n + 1, sizeof(*l->v));
	for (size_t i = 0; i < l->n; i++)
		read_message(json_array_get(messages, i), i, &l->v[i]);
}

static void
release(struct config *conf, struct messages *l)
{
	for (size_t i = 0; i < conf->sms.n_gateways; i++)
		gateway_clear(&conf->sms.gateways[i]);
	free(conf->sms.gateways);
	free(conf->sms.sender);
	free(conf->sms.file);
	free(conf->file);
	for (size_t i = 0; i < l->n; i++) {
		for (size_t k = 0; k < l->v[i].n_to; k++) {
			free(l->v[i].to[k].name);
			free(l->v[i].to[k].address);
		}
		free(l->v[i].to);
		free(l->v[i].org);
		free(l->v[i].org_name);
		free(l->v[i].text);
	}
	free(l->v);
}

int
main(void)
{
	json_t *spec = json_loadf(stdin, 0, NULL), *times;
	struct config conf = {0};
	struct messages l = {0};
	struct transport *t;
	struct err e = {""};
	int ret = 1;

	if (spec == NULL)
		return 65;
	log_open("sms_driver", LOG_LEVEL_INFO);
	zone_set("Europe/Copenhagen", &e);
	read_spec(spec, &conf, &l);
	t = conf.sms.file[0] != '\0' ? smsfile_open(&conf, &e)
				     : gateway_open(&conf, &e);
	if (t != NULL) {
		times = json_object_get(spec, "times");
		ret = 0;
		for (json_int_t i = times == NULL ? 1
						  : json_integer_value(times);
		     i > 0 && ret == 0; i--)
			ret = t->send(t, &l, on_sent, NULL, &e) == 0 ? 0 : 1;
		t->close(t);
	}
	if (e.msg[0] != '\0')
		fprintf(stderr, "%s\n", e.msg);
	release(&conf, &l);
	json_decref(spec);
	return ret;
}
