#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/str.h"
#include "web/auth.h"
#include "web/awake.h"
#include "web/page.h"
#include "web/route.h"

static const struct route routes[] = {
    {HTTP_GET, "/", FOR_VIEWERS, web_front},
    {HTTP_GET, "/sag/*", FOR_VIEWERS, web_incident},
    {HTTP_GET, "/kommuner", FOR_VIEWERS, web_towns},
    {HTTP_GET, "/kommuner/*", FOR_VIEWERS, web_towns},
    {HTTP_GET, "/historik", FOR_VIEWERS, web_history},
    {HTTP_GET, "/historik/*", FOR_VIEWERS, web_history},
    {HTTP_GET, "/style.css", FOR_ALL_BARE, web_style},
    {HTTP_GET, "/callback/*", FOR_ALL, web_callback},
    {HTTP_POST, "/callback/*", FOR_ALL, web_callback},
    {HTTP_GET, "/healthz", FOR_ALL_BARE, web_health},
    {HTTP_GET, "/metrics", FOR_VIEWERS, web_metrics},
    {HTTP_GET, "/feed.atom", FOR_NOTICES, web_atom},
    {HTTP_GET, "/api/v2/incidents.json", FOR_NOTICES, web_incidents_json},
    {HTTP_GET, "/api/v2/scheduled-maintenances.json", FOR_NOTICES,
	web_maintenances_json},
    {HTTP_GET, "/svar/*", FOR_ALL_BARE, web_answer},
    {HTTP_POST, "/svar/*", FOR_ALL_BARE, web_answer},
    {HTTP_GET, "/kvittering/*", FOR_ALL_BARE, web_answer},
    {HTTP_POST, "/kvittering/*", FOR_ALL_BARE, web_answer},
};

/* What is said of a request that no handler sees. */
static const struct {
	int status;
	const char *title, *text;
} errors[] = {
    {400, "Forkert forespørgsel", "Forespørgslen kan ikke læses."},
    {401, "Log ind", "Siden kræver en adgangskode."},
    {403, "Ingen adgang", "Du skal åbne siden gennem jeres egen adgang."},
    {404, "Siden findes ikke", "Der er ingen side på denne adresse."},
    {405, "Forkert forespørgsel", "Siden kan ikke bruges på den måde."},
    {413, "Forespørgslen er for stor", "Send mindre på en gang."},
    {414, "Adressen er for lang", "Adressen kan ikke læses."},
    {431, "Forespørgslen er for stor", "Der er for mange felter i den."},
    {501, "Forkert forespørgsel", "Forespørgslen kan ikke læses."},
    {500, "Fejl", "Siden kan ikke vises. Fejlen står i loggen."},
    {503, "Prøv igen",
	"Siden kan ikke vises lige nu. Beskederne går stadig ud."},
};

const struct route *
route_at(size_t i)
{
	return i < LENGTH(routes) ? &routes[i] : NULL;
}

/* What the "*" of the pattern stands for in path; "" when it has none. */
static const char *
match(const char *pattern, const char *path)
{
	size_t n = strlen(pattern);

	if (pattern[n - 1] != '*')
		return str_eq(pattern, path) ? "" : NULL;
	if (strncmp(pattern, path, n - 1) != 0 || path[n - 1] == '\0')
		return NULL;
	return path + n - 1;
}

static bool
answers(const struct route *r, enum http_method m)
{
	return r->method == m || (r->method == HTTP_GET && m == HTTP_HEAD);
}

const struct route *
route_find(
    enum http_method method, const char *path, const char **rest, char **allow)
{
	struct strv methods = {0};

	*allow = NULL;
	for (size_t i = 0; i < LENGTH(routes); i++) {
		*rest = match(routes[i].path, path);
		if (*rest == NULL)
			continue;
		if (answers(&routes[i], method)) {
			strv_clear(&methods);
			return &routes[i];
		}
		strv_add(&methods,
		    routes[i].method == HTTP_POST ? "POST" : "GET, HEAD");
	}
	if (methods.n > 0)
		*allow = strv_join(&methods, ", ");
	strv_clear(&methods);
	return NULL;
}

static void
say_error(struct http_response *r, const struct config *conf, int status)
{
	size_t i = 0;

	while (i < LENGTH(errors) - 1 && errors[i].status != status)
		i++;
	r->kept = false;
	xreplace(&r->location, NULL);
	page_message(r, conf, status, errors[i].title, errors[i].text);
}

/* 0, or the status with which who asks is turned away. */
static int
turned_away(const struct web *w, const struct route *to, struct http_request *q)
{
	const struct web_conf *conf = &w->conf->web;
	bool shown = auth_check(conf, q);

	if (shown || to->who == FOR_ALL || to->who == FOR_ALL_BARE ||
	    (to->who == FOR_NOTICES && conf->public_notices == ANSWER_YES))
		return 0;
	return conf->auth == WEB_AUTH_TOKEN ? 401 : 403;
}

/* The path is not logged: in a link it holds a code. */
static void
run(struct web *w, const struct route *to, const struct http_request *q,
    struct http_response *r)
{
	struct err e = {""};

	if ((to->who != FOR_ALL_BARE && awake(w, &e) == -1) ||
	    to->run(w, q, r, &e) == -1) {
		log_error("page %s: %s", to->path, e.msg);
		say_error(r, w->conf, 503);
	} else if (r->status >= 400 && r->body.len == 0) {
		say_error(r, w->conf, r->status);
	} else if (buf_failed(&r->body)) {
		log_error(
		    "page %s: larger than %zu bytes", to->path, r->body.max);
		say_error(r, w->conf, 500);
	}
}

void
route_answer(void *arg, struct http_request *q, struct http_response *r)
{
	struct web *w = arg;
	const struct route *to;
	int status = q->refused;

	if (status != 0) {
		say_error(r, w->conf, status);
		return;
	}
	to = route_find(q->method, q->path, &q->rest, &r->allow);
	if (to == NULL) {
		say_error(r, w->conf, r->allow != NULL ? 405 : 404);
		return;
	}
	status = turned_away(w, to, q);
	if (status != 0) {
		r->challenge = status == 401;
		say_error(r, w->conf, status);
		return;
	}
	w->now = clock_read().wall;
	run(w, to, q, r);
}
