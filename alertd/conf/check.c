#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/attr.h"
#include "base/endpoint.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "conf/check.h"
#include "conf/secret.h"

#define DAY 86400
#define CALLBACK_SECRET_MOST 128 /* bytes: an URL has its own limit */

struct check {
	const struct config *c;
	const struct ynode *root;
	struct diags *problems;
};

static void
mistake(const struct check *k, const struct ynode *at, const char *what)
{
	diags_add(k->problems, k->c->file, at->line, at->col, "%s", what);
}

/* The value of a key of a section, or NULL. */
static const struct ynode *
find(const struct check *k, const char *section, const char *key)
{
	const struct ynode *n = yaml_get(k->root, section);

	return n == NULL ? NULL : yaml_get(n, key);
}

/* The place to name: the key, else its section, else the file's start. */
static const struct ynode *
place(const struct check *k, const char *section, const char *key)
{
	const struct ynode *n = find(k, section, key);

	if (n == NULL)
		n = yaml_get(k->root, section);
	return n == NULL ? k->root : n;
}

/* The item of a list in the file that became the i-th struct. */
static const struct ynode *
item(const struct ynode *list, size_t i)
{
	assert(list != NULL);
	return &list->items[i];
}

/* A key of an item, or the item itself. */
static const struct ynode *
item_key(const struct ynode *list, size_t i, const char *key)
{
	const struct ynode *n = yaml_get(item(list, i), key);

	return n == NULL ? item(list, i) : n;
}

static void
check_order(
    const struct check *k, const char *key, int64_t value, const char *why)
{
	char *v = format_duration(value);
	char *repeat = format_duration(k->c->notices.repeat);
	const struct ynode *at = place(k, "notices", key);

	diags_add(k->problems, k->c->file, at->line, at->col,
	    "notices.%s: %s is not less than notices.repeat, %s; %s", key, v,
	    repeat, why);
	free(repeat);
	free(v);
}

static void
check_notices(const struct check *k)
{
	const struct notices_conf *n = &k->c->notices;

	if (n->min_gap >= n->repeat)
		check_order(
		    k, "min_gap", n->min_gap, "no repeat could go out in time");
	if (n->review >= n->repeat)
		check_order(k, "review", n->review,
		    "the first notice would come too late");
	if (n->receipts == ANSWER_YES &&
	    (k->c->web.off || *k->c->web.base_url == '\0'))
		mistake(k, place(k, "notices", "receipts"),
		    "notices.receipts: a receipt is given on the page; set "
		    "web.base_url (example: https://alertd.example.dk)");
}

/* What is asked about an incident is asked in its first weeks. */
static void
check_retention(const struct check *k)
{
	const struct retention_conf *r = &k->c->retention;
	const struct {
		const char *key;
		int64_t value;
	} keys[] = {{"persons", r->persons}, {"operators", r->operators},
	    {"codes", r->codes}};

	for (size_t i = 0; i < LENGTH(keys); i++) {
		const struct ynode *at = place(k, "retention", keys[i].key);

		if (keys[i].value != 0 &&
		    keys[i].value < LIMIT_RETENTION_DAYS * DAY)
			diags_add(k->problems, k->c->file, at->line, at->col,
			    "retention.%s: less than %dd, in which an incident "
			    "is looked into; 0s keeps for ever",
			    keys[i].key, LIMIT_RETENTION_DAYS);
	}
}

/* One with none of them would believe anybody, or nobody. */
static void
check_maildir(
    const struct check *k, const struct feed_conf *f, const struct ynode *n)
{
	const struct ynode *auth = yaml_get(n, "auth");
	const struct ynode *senders = yaml_get(n, "senders");
	bool none = strv_has(&f->auth, "none");

	if (!str_starts(f->url, "file://") && *f->url != '\0')
		mistake(k, yaml_get(n, "url"),
		    "feeds[].url: kind: maildir needs the folder of the "
		    "Maildir (example: file:///var/lib/alertd/mail)");
	if (senders == NULL || (senders->kind == YNODE_LIST && senders->n == 0))
		mistake(k, senders == NULL ? n : senders,
		    "feeds[].senders: missing; kind: maildir believes nobody "
		    "but the senders that it names (example: "
		    "[drift@example.dk])");
	if (auth != NULL && auth->kind == YNODE_LIST && auth->n == 0)
		mistake(k, auth,
		    "feeds[].auth: empty; [none] believes the sender's "
		    "address alone");
	if (none && f->auth.n > 1)
		mistake(
		    k, auth, "feeds[].auth: none must be the only one there");
	if (!none && *f->authserv_id == '\0')
		mistake(k, n,
		    "feeds[].authserv_id: missing; the name that the own mail "
		    "server writes into Authentication-Results (or auth: "
		    "[none])");
}

static void
check_mail_keys(const struct check *k, const struct ynode *n)
{
	static const char *const keys[] = {"senders", "authserv_id", "auth"};

	for (size_t i = 0; i < LENGTH(keys); i++) {
		const struct ynode *key = yaml_get(n, keys[i]);

		if (key != NULL)
			diags_add(k->problems, k->c->file, key->line, key->col,
			    "feeds[].%s: of no use without kind: maildir",
			    keys[i]);
	}
}

static void
check_feeds(const struct check *k)
{
	const struct config *c = k->c;
	const struct ynode *list = yaml_get(k->root, "feeds");

	for (size_t i = 0; i < c->n_feeds; i++) {
		const struct feed_conf *f = &c->feeds[i];

		for (size_t j = 0; j < i; j++) {
			if (*f->name == '\0' ||
			    !str_eq(f->name, c->feeds[j].name))
				continue;
			diags_add(k->problems, c->file,
			    item_key(list, i, "name")->line,
			    item_key(list, i, "name")->col,
			    "feeds[].name: \"%s\" is already the feed of line "
			    "%u",
			    f->name, item(list, j)->line);
			break;
		}
		if (f->stale_after != 0 && f->stale_after < f->poll)
			mistake(k, item_key(list, i, "stale_after"),
			    "feeds[].stale_after: shorter than poll, so the "
			    "feed would always be stale; 0s is never");
		if (f->kind == FEED_MAILDIR)
			check_maildir(k, f, item(list, i));
		else
			check_mail_keys(k, item(list, i));
	}
}

static bool
loopback(const char *host)
{
	return str_eq(host, "localhost") || str_starts(host, "127.");
}

static void
check_relay(
    const struct check *k, const struct relay_conf *r, const struct ynode *n)
{
	const struct ynode *user = yaml_get(n, "user");
	const struct ynode *password = yaml_get(n, "password");
	const struct ynode *sessions = yaml_get(n, "sessions");

	if (user != NULL && password == NULL)
		mistake(k, user,
		    "mail.relays[].user: mail.relays[].password is missing");
	if (user == NULL && password != NULL)
		mistake(k, n,
		    "mail.relays[].password: mail.relays[].user is "
		    "missing");
	if (user != NULL && r->tls == TLS_NONE && !loopback(r->host))
		mistake(k, user,
		    "mail.relays[].user: with tls: none the password would "
		    "cross the network readable; use starttls or tls");
	if (r->tls == TLS_NONE && yaml_get(n, "ca_file") != NULL)
		mistake(k, yaml_get(n, "ca_file"),
		    "mail.relays[].ca_file: of no use with tls: none");
	if (r->sessions < k->c->mail.workers)
		mistake(k, sessions == NULL ? n : sessions,
		    "mail.relays[].sessions: fewer than mail.workers, of "
		    "which each needs one");
}

/* The number of the message is put behind its first part: 64 bytes in all. */
static void
check_bounces(const struct check *k)
{
	const char *bounces = k->c->mail.bounces;

	if (strchr(bounces, '<') != NULL || strchr(bounces, ' ') != NULL)
		mistake(k, place(k, "mail", "bounces"),
		    "mail.bounces: an address alone, without a name "
		    "(example: fmk-bounce@example.dk)");
	else if (strcspn(bounces, "@") > LIMIT_BOUNCE_LOCAL)
		mistake(k, place(k, "mail", "bounces"),
		    "mail.bounces: at most 32 bytes before the @");
}

static void
check_mail(const struct check *k)
{
	const struct mail_conf *m = &k->c->mail;
	const struct ynode *relays = find(k, "mail", "relays");

	if (yaml_get(k->root, "mail") == NULL)
		return;
	if (find(k, "mail", "from") == NULL)
		mistake(k, place(k, "mail", "from"),
		    "mail.from: missing (example: FMK-drift "
		    "<fmk@example.dk>)");
	if (m->transport == MAIL_SMTP && (relays == NULL || relays->n == 0))
		mistake(k, place(k, "mail", "relays"),
		    "mail.relays: missing; transport: smtp needs at least "
		    "one (or set transport: maildir, and maildir: a folder)");
	if (m->transport == MAIL_MAILDIR && find(k, "mail", "maildir") == NULL)
		mistake(k, place(k, "mail", "maildir"),
		    "mail.maildir: missing; transport: maildir needs a "
		    "folder");
	check_bounces(k);
	for (size_t i = 0; i < m->n_relays; i++)
		check_relay(k, &m->relays[i], item(relays, i));
}

static void
check_gateway_names(const struct check *k, const struct ynode *list)
{
	const struct sms_conf *s = &k->c->sms;

	for (size_t i = 0; i < s->n_gateways; i++) {
		for (size_t j = 0; j < i; j++) {
			const char *name = s->gateways[i].name;
			const struct ynode *at = item_key(list, i, "name");

			if (*name == '\0' || !str_eq(name, s->gateways[j].name))
				continue;
			diags_add(k->problems, k->c->file, at->line, at->col,
			    "sms.gateways[].name: \"%s\" is already the "
			    "gateway of line %u; give this one a name",
			    name, item(list, j)->line);
			break;
		}
	}
}

/* It stands in a URL, and nobody may guess it. */
static bool
is_path_secret(const char *s)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz"
				      "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				      "0123456789-_.~";
	size_t n = strlen(s);

	return n >= LIMIT_CALLBACK_SECRET && n <= CALLBACK_SECRET_MOST &&
	       strspn(s, letters) == n;
}

static void
check_callbacks(
    const struct check *k, const struct gateway_conf *g, const struct ynode *at)
{
	if (g->callback_secret == NULL || g->callback_secret[0] == '\0' ||
	    str_eq(g->callback_secret, SECRET_UNREACHED))
		return;
	if (!is_path_secret(g->callback_secret))
		diags_add(k->problems, k->c->file, at->line, at->col,
		    "sms.gateways[].callback_secret: %d to %d of a-z A-Z 0-9 "
		    "- _ . ~ (openssl rand -hex 16 makes one)",
		    LIMIT_CALLBACK_SECRET, CALLBACK_SECRET_MOST);
	if (g->callbacks == NULL)
		mistake(k, at,
		    "sms.gateways[].callback_secret: of no use, the preset "
		    "has no callbacks");
	if (strchr(g->name, '/') != NULL)
		mistake(k, at,
		    "sms.gateways[].callback_secret: the gateway needs a "
		    "name, which stands in the URL");
}

static void
check_sms(const struct check *k)
{
	const struct sms_conf *s = &k->c->sms;
	const struct ynode *gateways = find(k, "sms", "gateways");

	if (yaml_get(k->root, "sms") == NULL)
		return;
	if (s->transport == SMS_GATEWAY &&
	    (gateways == NULL || gateways->n == 0))
		mistake(k, place(k, "sms", "gateways"),
		    "sms.gateways: missing; transport: gateway needs at "
		    "least one (or set transport: file, and file: where they "
		    "go, or transport: none)");
	if (s->transport == SMS_FILE && find(k, "sms", "file") == NULL)
		mistake(k, place(k, "sms", "file"),
		    "sms.file: missing; transport: file needs it");
	check_gateway_names(k, gateways);
	for (size_t i = 0; i < s->n_gateways; i++)
		check_callbacks(k, &s->gateways[i],
		    item_key(gateways, i, "callback_secret"));
}

/* An alarm that cannot be sent is worse than none. */
static void
check_alarm(const struct check *k)
{
	const struct alarm_conf *a = &k->c->alarm;

	if (a->mail.n > 0 && yaml_get(k->root, "mail") == NULL)
		mistake(k, place(k, "alarm", "mail"),
		    "alarm.mail: no mail can be sent, there is no mail:");
	if (a->sms.n > 0 && k->c->sms.off)
		mistake(k, place(k, "alarm", "sms"),
		    "alarm.sms: no SMS can be sent, there is no sms: or its "
		    "transport is none");
}

/* The key that an auth needs, and that is of no use with another. */
static void
check_web_key(const struct check *k, enum web_auth auth, const char *key,
    const char *example)
{
	const struct ynode *at = place(k, "web", key);

	if (k->c->web.auth == auth && find(k, "web", key) == NULL)
		diags_add(k->problems, k->c->file, at->line, at->col,
		    "web.%s: missing; auth: %s needs it (example: %s)", key,
		    web_auth_name(auth), example);
	if (k->c->web.auth != auth && find(k, "web", key) != NULL)
		diags_add(k->problems, k->c->file, at->line, at->col,
		    "web.%s: of no use without auth: %s", key,
		    web_auth_name(auth));
}

/* Who can reach the page must not be believed, nor shown it, by mistake. */
static void
check_web_reach(const struct check *k)
{
	struct endpoint p;

	if (endpoint_parse(k->c->web.listen, &p, NULL) == -1 ||
	    endpoint_loopback(&p))
		return;
	if (k->c->web.auth == WEB_AUTH_NONE)
		mistake(k, place(k, "web", "listen"),
		    "web.listen: with auth: none everybody who reaches it "
		    "sees the page; listen on 127.0.0.1, or set auth: token");
	if (k->c->web.auth == WEB_AUTH_HEADER)
		mistake(k, place(k, "web", "listen"),
		    "web.listen: with auth: header everybody who reaches it "
		    "could claim any name; listen on 127.0.0.1, behind the "
		    "proxy");
}

/* A token that can be guessed protects nothing. */
static void
check_web_token(const struct check *k)
{
	const struct ynode *at = find(k, "web", "token");
	const char *token = k->c->web.token;

	if (at != NULL && *token != '\0' && !str_eq(token, SECRET_UNREACHED) &&
	    strlen(token) < LIMIT_WEB_TOKEN)
		diags_add(k->problems, k->c->file, at->line, at->col,
		    "web.token: shorter than %d bytes, so it could be "
		    "guessed; make one with: openssl rand -hex 24",
		    LIMIT_WEB_TOKEN);
}

/* What clients and proxies send by themselves names nobody. */
static const char *const sent_anyway[] = {"Host", "Authorization", "Cookie",
    "User-Agent", "Accept*", "Content-*", "Referer", "Origin",
    "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto",
    "X-Forwarded-Port", "X-Forwarded-Server", "X-Real-IP", "Forwarded", "Via",
    "Connection", "Keep-Alive", "Cache-Control", "Pragma", "Date", "DNT", "TE",
    "Priority", "Range", "If-*", "Sec-*", "Upgrade*", "Transfer-Encoding"};

static void
check_web_header(const struct check *k)
{
	const struct ynode *at = place(k, "web", "header");
	const char *name = k->c->web.header;

	for (size_t i = 0; i < LENGTH(sent_anyway); i++) {
		size_t n = strcspn(sent_anyway[i], "*");

		if (strncasecmp(name, sent_anyway[i], n) == 0 &&
		    (sent_anyway[i][n] == '*' || name[n] == '\0'))
			diags_add(k->problems, k->c->file, at->line, at->col,
			    "web.header: %s is sent by clients themselves, so "
			    "everybody would be believed; take one that only "
			    "the proxy sets (example: X-Remote-User)",
			    name);
	}
}

/* Whether web.auth was read as it stands there. */
static bool
web_auth_read(const struct check *k)
{
	const struct ynode *at = find(k, "web", "auth");

	return at == NULL ||
	       (at->kind == YNODE_SCALAR &&
		   str_eq(at->value, web_auth_name(k->c->web.auth)));
}

static void
check_web(const struct check *k)
{
	const struct web_conf *w = &k->c->web;
	const char *host = strstr(w->base_url, "://");

	if (w->off)
		return;
	if (web_auth_read(k)) {
		check_web_key(
		    k, WEB_AUTH_TOKEN, "token", "{credential: web-token}");
		check_web_key(k, WEB_AUTH_HEADER, "header", "X-Remote-User");
		check_web_reach(k);
	}
	check_web_token(k);
	check_web_header(k);
	if (host != NULL && strpbrk(host + 3, "/?#") != NULL)
		mistake(k, place(k, "web", "base_url"),
		    "web.base_url: there must be nothing behind the host and "
		    "port: the page has a host name of its own");
}

static void
check_teams(const struct check *k, const struct ynode *list)
{
	const struct escalation_conf *c = &k->c->escalation;

	for (size_t i = 0; i < c->n_teams; i++)
		for (size_t j = 0; j < i; j++)
			if (*c->teams[i].code != '\0' &&
			    str_eq(c->teams[i].code, c->teams[j].code))
				mistake(k, item_key(list, i, "code"),
				    "escalation.teams[].code: there is a team "
				    "of that code above");
}

static bool
is_team(const struct escalation_conf *c, const char *code)
{
	for (size_t i = 0; i < c->n_teams; i++)
		if (str_eq(c->teams[i].code, code))
			return true;
	return false;
}

static void
check_step(const struct check *k, const struct step_conf *s,
    const struct ynode *list, size_t i)
{
	const struct escalation_conf *c = &k->c->escalation;
	const struct ynode *channels = yaml_get(item(list, i), "channels");
	bool team = *s->team != '\0', rota = *s->rota != '\0';

	if (team == rota)
		mistake(k, item(list, i),
		    "escalation.steps[]: give team: (all of it) or rota: (who "
		    "is on call), one of them");
	if (rota && config_rota(k->c, s->rota) == NULL)
		mistake(k, item_key(list, i, "rota"),
		    "escalation.steps[].rota: there is no such rota below "
		    "rotas:");
	/* Without teams: here, those that are built in are not known. */
	if (team && c->n_teams > 0 && !is_team(c, s->team))
		mistake(k, item_key(list, i, "team"),
		    "escalation.steps[].team: there is no such team below "
		    "escalation.teams");
	if (channels != NULL && channels->kind == YNODE_LIST &&
	    channels->n == 0)
		mistake(k, channels,
		    "escalation.steps[].channels: empty; leave it out for "
		    "both");
}

static void
check_escalation(const struct check *k)
{
	const struct escalation_conf *c = &k->c->escalation;
	const struct ynode *teams = find(k, "escalation", "teams");
	const struct ynode *steps = find(k, "escalation", "steps");

	if (teams != NULL && teams->kind == YNODE_LIST)
		check_teams(k, teams);
	for (size_t i = 0; i < c->n_steps; i++)
		check_step(k, &c->steps[i], steps, i);
	if (*c->reply_number != '\0' && k->c->sms.off)
		mistake(k, place(k, "escalation", "reply_number"),
		    "escalation.reply_number: no SMS is sent that could be "
		    "answered, there is no sms: or its transport is none");
}

static bool
mail_on(const struct check *k)
{
	return *k->c->mail.disabled_reason == '\0';
}

static void
check_deadman(const struct check *k)
{
	const char *url = k->c->deadman.url;

	if (yaml_get(k->root, "deadman") == NULL)
		return;
	if (find(k, "deadman", "url") == NULL && k->c->deadman.mail.n == 0)
		mistake(k, place(k, "deadman", "url"),
		    "deadman.url: missing (example: "
		    "https://watch.example.dk/alertd)");
	else if (*url != '\0' && !str_eq(url, SECRET_UNREACHED) &&
		 !str_starts(url, "https://") && !str_starts(url, "http://"))
		mistake(k, place(k, "deadman", "url"),
		    "deadman.url: it must begin with https:// or http://");
	if (k->c->deadman.fail == ANSWER_YES && *url == '\0')
		mistake(k, place(k, "deadman", "fail"),
		    "deadman.fail: needs deadman.url");
	if (k->c->deadman.mail.n > 0 && !mail_on(k))
		mistake(k, place(k, "deadman", "mail"),
		    "deadman.mail: no mail is sent, there is no mail:");
}

/* Whether any gateway says what became of an SMS. */
static bool
reports_deliveries(const struct check *k)
{
	const struct sms_conf *s = &k->c->sms;

	for (size_t i = 0; i < s->n_gateways; i++)
		if (s->gateways[i].callbacks != NULL &&
		    !str_empty(s->gateways[i].callback_secret))
			return true;
	return false;
}

static void
check_truth(const struct check *k)
{
	const struct truth_conf *t = &k->c->truth;

	if (yaml_get(k->root, "truth") == NULL)
		return;
	if (t->mail.n == 0 && t->sms.n == 0)
		mistake(k, place(k, "truth", "mail"),
		    "truth: nothing is tested without truth.mail or truth.sms "
		    "(example: mail: [prove@example.dk])");
	if (t->mail.n > 0 && !mail_on(k))
		mistake(k, place(k, "truth", "mail"),
		    "truth.mail: no mail is sent, there is no mail:");
	if (t->sms.n > 0 && !reports_deliveries(k))
		mistake(k, place(k, "truth", "sms"),
		    "truth.sms: no gateway of sms.gateways tells when an SMS "
		    "has arrived: give one with callbacks a callback_secret");
	if (t->late >= t->every)
		mistake(k, place(k, "truth", "late"),
		    "truth.late: it is not less than truth.every");
}

void
config_check(
    const struct config *c, const struct ynode *root, struct diags *problems)
{
	struct check k = {.c = c, .root = root, .problems = problems};

	check_notices(&k);
	check_retention(&k);
	check_feeds(&k);
	check_deadman(&k);
	check_truth(&k);
	check_mail(&k);
	check_sms(&k);
	check_alarm(&k);
	check_escalation(&k);
	config_check_rotas(c, root, problems);
	check_web(&k);
}
