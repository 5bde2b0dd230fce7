/*
 * Unit tests of conf/: every key read, every kind of mistake with its place and
 * text, secrets; and of base/address.h. Of YAML itself: test_yaml.c.
 */
#include "mistakes.h"

#include <sys/stat.h>
#include <unistd.h>

#include "base/address.h"
#include "base/attr.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/mem.h"
#include "conf/config.h"
#include "conf/secret.h"
#include "conf/gateway.h"

#define DATA "tests/data/conf/"

/* The mistakes of a configuration text called f.yaml; free(). */
static char *
mistakes(const char *text)
{
	struct diags d = {0};

	config_free(config_parse("f.yaml", text, strlen(text), &d));
	return printed(&d);
}

static void
check_good_top(const struct config *c)
{
	assert_string_equal(c->file, DATA "good.yaml");
	assert_string_equal(c->deadman.url, "https://watch.example.dk/4711");
	assert_true(c->deadman.every == 5 * 60);
	assert_string_equal(c->deadman.ca_file, DATA "ca.pem");
	assert_int_equal(c->deadman.fail, ANSWER_YES);
	assert_string_equal(c->deadman.mail.v[0], "vel@watch.example.dk");
	assert_true(c->deadman.mail_every == 2 * 86400);
	assert_string_equal(c->truth.mail.v[0], "prove@example.dk");
	assert_true(c->truth.every == 7 * 86400 && c->truth.at == 4 &&
		    c->truth.late == 5 * 60);
	assert_string_equal(c->store, DATA "alertd.db");
	assert_string_equal(c->time_zone, "America/Nuuk");
	assert_string_equal(c->rules, DATA "rules.yaml");
	assert_string_equal(c->templates, DATA ".");
	assert_int_equal(c->notices.repeat, 5400);
	assert_int_equal(c->notices.min_gap, 300);
	assert_int_equal(c->notices.review, 240);
	assert_int_equal(c->notices.reminder, 12 * 3600);
	assert_int_equal(c->notices.old_event, 2 * 86400);
	assert_int_equal(c->notices.reopen, 36 * 3600);
	assert_string_equal(c->notices.contact, "Vagten på tlf. 00 00 00 01");
	assert_string_equal(c->notices.signature, "Drift & beredskab");
	assert_string_equal(c->notices.reference, "SAG");
	assert_string_equal(c->notices.language, "en");
	assert_int_equal(c->alarm.mail.n, 2);
	assert_string_equal(c->alarm.mail.v[1], "leder+fmk@drift.example.dk");
	assert_int_equal(c->alarm.sms.n, 3);
	assert_string_equal(c->alarm.sms.v[0], "+4500000001");
	assert_string_equal(c->alarm.sms.v[1], "+4500000002");
	assert_string_equal(c->alarm.sms.v[2], "+298123456");
}

static void
check_good_escalation(const struct escalation_conf *c)
{
	assert_int_equal(c->n_teams, 2);
	assert_string_equal(c->teams[1].code, "kl");
	assert_string_equal(c->teams[1].name, "KL");
	assert_int_equal(c->n_steps, 3);
	assert_string_equal(c->steps[0].rota, "vagt");
	assert_string_equal(c->steps[0].team, "");
	assert_string_equal(c->steps[0].name, "");
	assert_int_equal(c->steps[0].wait, 300);
	assert_int_equal(c->steps[0].channels.n, 2);
	assert_string_equal(c->steps[1].name, "resten af vagten");
	assert_int_equal(c->steps[1].wait, 600);
	assert_int_equal(c->steps[1].channels.n, 1);
	assert_string_equal(c->steps[1].channels.v[0], "sms");
	assert_int_equal(c->rounds, 4);
	assert_int_equal(c->after, 1200);
	assert_int_equal(c->ack_lapse, 7200);
	assert_int_equal(c->unreached, 600);
	assert_int_equal(c->collect, 21600);
	assert_int_equal(c->sms_link, ANSWER_YES);
	assert_string_equal(c->reply_number, "00 00 00 09");
}

static void
check_good_feeds(const struct config *c)
{
	const struct feed_conf *f = c->feeds;

	assert_int_equal(c->n_feeds, 6);
	assert_string_equal(f[0].name, "status-1");
	assert_int_equal(f[0].kind, FEED_STATUSPAGE);
	assert_string_equal(f[0].url, "https://status.example.dk:8443/x");
	assert_int_equal(f[0].poll, 90);
	assert_int_equal(f[0].timeout, 20);
	assert_int_equal(f[0].stale_after, 0);
	assert_int_equal(f[0].max_bytes, 512 * 1024);
	assert_int_equal(f[0].max_items, 50);
	assert_string_equal(f[0].ca_file, DATA "ca.pem");
	assert_int_equal(f[1].kind, FEED_CONFLUENCE);
	assert_string_equal(f[1].url, "file:///srv/feed.xml");
	assert_int_equal(f[1].poll, 60);
	assert_int_equal(f[1].timeout, LIMIT_FEED_TIMEOUT);
	assert_int_equal(f[1].stale_after, 30 * 86400);
	assert_int_equal(f[1].max_bytes, LIMIT_FEED_BODY);
	assert_int_equal(f[1].max_items, LIMIT_FEED_ITEMS);
	assert_string_equal(f[1].ca_file, "");
	assert_int_equal(f[2].kind, FEED_RSS);
	assert_int_equal(f[2].senders.n, 0);
}

static void
check_good_maildirs(const struct config *c)
{
	const struct feed_conf *f = c->feeds + 3;

	assert_int_equal(f[0].kind, FEED_MAILDIR);
	assert_int_equal(f[0].senders.n, 2);
	assert_string_equal(f[0].senders.v[0], "drift@example.dk");
	assert_string_equal(f[0].senders.v[1], "@status.example.dk");
	assert_string_equal(f[0].authserv_id, "mx.example.dk");
	assert_int_equal(f[0].auth.n, 2);
	assert_string_equal(f[0].auth.v[0], "spf");
	assert_string_equal(f[0].auth.v[1], "dkim");
	assert_string_equal(f[1].authserv_id, "");
	assert_int_equal(f[1].auth.n, 1);
	assert_string_equal(f[1].auth.v[0], "none");
	assert_int_equal(f[2].auth.n, 2);
	assert_string_equal(f[2].auth.v[0], "dkim");
	assert_string_equal(f[2].auth.v[1], "dmarc");
}

static void
check_good_mail(const struct mail_conf *m)
{
	const struct relay_conf *r = m->relays;

	assert_false(m->maildir_only);
	assert_string_equal(m->disabled_reason, "");
	assert_string_equal(m->maildir, DATA "Maildir");
	assert_string_equal(m->from, "\"Drift, FMK\" <fmk@example.dk>");
	assert_string_equal(m->reply_to, "svar@example.dk");
	assert_string_equal(m->ehlo, "alertd.example.dk");
	assert_int_equal(m->vendors, VENDORS_OWN);
	assert_int_equal(m->workers, 3);
	assert_int_equal(m->give_up, 12 * 3600);
	assert_int_equal(m->timeout, 120);
	assert_int_equal(m->n_relays, 4);
	assert_int_equal(r[0].tls, TLS_STARTTLS);
	assert_int_equal(r[0].port, 587);
	assert_string_equal(r[0].user, "alertd");
	assert_string_equal(r[0].password, "s3cret # æ");
	assert_string_equal(r[1].host, "192.0.2.1");
	assert_int_equal(r[1].port, 465);
	assert_string_equal(r[1].ca_file, DATA "ca.pem");
	assert_string_equal(r[1].user, "");
	assert_int_equal(r[2].port, 2525);
	assert_int_equal(r[3].port, 25);
}

static void
check_good_sms(const struct sms_conf *s)
{
	const struct gateway_conf *g = s->gateways;

	assert_false(s->file_only);
	assert_false(s->off);
	assert_string_equal(s->file, DATA "sms.txt");
	assert_string_equal(s->sender, "FMKdrift");
	assert_int_equal(s->max_segments, 2);
	assert_int_equal(s->give_up, 6 * 3600);
	assert_int_equal(s->workers, 2);
	assert_int_equal(s->n_gateways, 3);
	assert_string_equal(g[0].name, "cpsms");
	assert_string_equal(gateway_setting(&g[0], "user")->value, "drift");
	assert_string_equal(gateway_setting(&g[0], "apikey")->value, "key-1");
	assert_int_equal(g[0].batch, 7);
	assert_int_equal(g[0].rate.most, 10000);
	assert_int_equal(g[0].rate.span, 86400000);
	assert_int_equal(gateway_sessions(&g[0]), 1);
	assert_int_equal(g[1].rate.most, 0);
	assert_int_equal(gateway_sessions(&g[1]), 3);
	assert_int_equal(gateway_sessions(&g[2]), 8);
	assert_int_equal(g[0].timeout, 15);
	assert_string_equal(g[0].ca_file, DATA "ca.pem");
	assert_string_equal(g[1].name, "own");
	assert_string_equal(
	    gateway_setting(&g[1], "host")->value, "http://127.0.0.1:1");
	assert_string_equal(g[2].url, "https://sms.example.dk/send?to={{to}}");
}

static void
check_good_web(const struct web_conf *w)
{
	assert_false(w->off);
	assert_string_equal(w->listen, "[::1]:8500");
	assert_string_equal(w->base_url, "https://alertd.example.dk:8443");
	assert_int_equal(w->auth, WEB_AUTH_TOKEN);
	assert_string_equal(w->token, "0123456789abcdef");
	assert_string_equal(w->header, "");
	assert_int_equal(w->public_notices, ANSWER_NO);
}

static void
test_good(void **state)
{
	struct diags d = {0};
	struct config *c;

	/* Secrets stand in it; git keeps no such mode. */
	assert_int_equal(chmod(DATA "good.yaml", 0600), 0);
	c = config_load(DATA "good.yaml", CONF_CHECK, &d);
	char *said = printed(&d);

	(void)state;
	assert_string_equal(said, "");
	free(said);
	assert_non_null(c);
	check_good_top(c);
	check_good_escalation(&c->escalation);
	check_good_feeds(c);
	check_good_maildirs(c);
	check_good_mail(&c->mail);
	check_good_sms(&c->sms);
	check_good_web(&c->web);
	config_free(c);
}

/* Every kind of mistake at once; none shows a secret. */
static void
test_bad(void **state)
{
	struct diags d = {0};
	struct config *c;
	struct err e;
	char *said, *expected;

	(void)state;
	unsetenv("ALERTD_TEST_MISSING");
	unsetenv("CREDENTIALS_DIRECTORY");
	assert_int_equal(chmod(DATA "world.secret", 0644), 0);
	assert_int_equal(chmod(DATA "bad.yaml", 0600), 0);
	c = config_load(DATA "bad.yaml", CONF_CHECK, &d);
	assert_null(c);
	said = printed(&d);
	assert_null(strstr(said, "hunter2"));
	assert_int_equal(
	    file_read(DATA "bad.expected", 65536, &expected, NULL, &e), 0);
	assert_string_equal(said, expected);
	free(expected);
	free(said);
}

static const struct {
	const char *text;
	const char *said;
} together[] = {
    {"notices: {repeat: 30m, min_gap: 30m}\n",
	"f.yaml:1:33: notices.min_gap: 30m is not less than notices.repeat, "
	"30m; no repeat could go out in time\n"},
    {"notices:\n  repeat: 5m\n",
	"f.yaml:2:3: notices.min_gap: 10m is not less than notices.repeat, "
	"5m; no repeat could go out in time\n"},
    {"notices: {repeat: 20m, review: 1h}\n",
	"f.yaml:1:32: notices.review: 1h is not less than notices.repeat, "
	"20m; the first notice would come too late\n"},
    {"deadman: {every: 2m}\n", "f.yaml:1:10: deadman.url: missing (example: "
			       "https://watch.example.dk/alertd)\n"},
    {"deadman: {mail: [vel@example.dk], fail: yes}\n",
	"f.yaml:1:17: deadman.mail: no mail is sent, there is no mail:\n"
	"f.yaml:1:41: deadman.fail: needs deadman.url\n"},
    {"truth: {every: 2d}\n",
	"f.yaml:1:8: truth: nothing is tested without truth.mail or truth.sms "
	"(example: mail: [prove@example.dk])\n"},
    {"truth: {mail: [a@example.dk], sms: [\"+45 00 00 00 07\"], every: 1h, "
     "late: 1h}\n",
	"f.yaml:1:15: truth.mail: no mail is sent, there is no mail:\n"
	"f.yaml:1:36: truth.sms: no gateway of sms.gateways tells when an SMS "
	"has arrived: give one with callbacks a callback_secret\n"
	"f.yaml:1:74: truth.late: it is not less than truth.every\n"},
    {"deadman: {url: \"ftp://hunter2.example.dk/\", every: 5s}\n",
	"f.yaml:1:16: deadman.url: it must begin with https:// or http://\n"
	"f.yaml:1:52: deadman.every: \"5s\" is not a duration from 1m to 1h "
	"(example: 1m)\n"},
    {"mail: {}\n",
	"f.yaml:1:7: mail.from: missing (example: FMK-drift "
	"<fmk@example.dk>)\n"
	"f.yaml:1:7: mail.relays: missing; transport: smtp needs at least "
	"one (or set transport: maildir, and maildir: a folder)\n"},
    {"mail: {from: a@example.dk, relays: []}\n",
	"f.yaml:1:36: mail.relays: missing; transport: smtp needs at least "
	"one (or set transport: maildir, and maildir: a folder)\n"},
    {"mail: {from: a@example.dk, transport: maildir}\n",
	"f.yaml:1:7: mail.maildir: missing; transport: maildir needs a "
	"folder\n"},
    {"mail:\n  from: a@example.dk\n  relays:\n"
     "  - {host: a.dk, tls: none, ca_file: /dev/null}\n",
	"f.yaml:4:38: mail.relays[].ca_file: of no use with tls: none\n"},
    {"mail:\n  from: a@example.dk\n  workers: 11\n  relays:\n"
     "  - {host: a.dk, sessions: 11}\n"
     "  - {host: b.dk}\n  - {host: c.dk, sessions: 3}\n",
	"f.yaml:6:5: mail.relays[].sessions: fewer than mail.workers, of "
	"which each needs one\n"
	"f.yaml:7:28: mail.relays[].sessions: fewer than mail.workers, of "
	"which each needs one\n"},
    {"sms:\n  sender: FMK\n",
	"f.yaml:2:3: sms.gateways: missing; transport: gateway needs at "
	"least one (or set transport: file, and file: where they go, or "
	"transport: none)\n"},
    {"sms: {transport: file}\n",
	"f.yaml:1:6: sms.file: missing; transport: file needs it\n"},
    {"sms: {gateways: [{preset: cpsms, user: a, apikey: b,\n"
     "  callback_secret: 0123456789abcdef}]}\n",
	""},
    {"sms: {gateways: [{preset: cpsms, user: a, apikey: b,\n"
     "  callback_secret: 0123456789abcde}]}\n",
	"f.yaml:2:20: sms.gateways[].callback_secret: 16 to 128 of a-z A-Z "
	"0-9 - _ . ~ (openssl rand -hex 16 makes one)\n"},
    {"sms: {gateways: [{preset: cpsms, user: a, apikey: b,\n"
     "  callback_secret: 0123456789abcdef/}]}\n",
	"f.yaml:2:20: sms.gateways[].callback_secret: 16 to 128 of a-z A-Z "
	"0-9 - _ . ~ (openssl rand -hex 16 makes one)\n"},
    {"sms: {gateways: [{preset: ./tests/data/conf/mine.yaml,\n"
     "  callback_secret: 0123456789abcdef}]}\n",
	"f.yaml:2:20: sms.gateways[].callback_secret: of no use, the preset "
	"has no callbacks\n"
	"f.yaml:2:20: sms.gateways[].callback_secret: the gateway needs a "
	"name, which stands in the URL\n"},
    {"web: {}\n", ""},
    {"web:\n  listen: \"[::1]:80\"\n  auth: header\n"
     "  header: X-Remote-User\n",
	""},
    {"web: {listen: \"0.0.0.0:8411\"}\n",
	"f.yaml:1:15: web.listen: with auth: none everybody who reaches it "
	"sees the page; listen on 127.0.0.1, or set auth: token\n"},
    {"web: {listen: \"[::]:8411\", auth: header, header: X-User}\n",
	"f.yaml:1:15: web.listen: with auth: header everybody who reaches it "
	"could claim any name; listen on 127.0.0.1, behind the proxy\n"},
    {"web: {listen: \"0.0.0.0:8411\", auth: token, token: "
     "0123456789abcdef}\n",
	""},
    {"web: {auth: token, header: X-User}\n",
	"f.yaml:1:6: web.token: missing; auth: token needs it (example: "
	"{credential: web-token})\n"
	"f.yaml:1:28: web.header: of no use without auth: header\n"},
    {"web: {auth: header, token: 0123456789abcdef}\n",
	"f.yaml:1:6: web.header: missing; auth: header needs it (example: "
	"X-Remote-User)\n"
	"f.yaml:1:28: web.token: of no use without auth: token\n"},
    {"web: {auth: header, header: host}\n",
	"f.yaml:1:29: web.header: host is sent by clients themselves, so "
	"everybody would be believed; take one that only the proxy sets "
	"(example: X-Remote-User)\n"},
    {"web: {auth: header, header: X-Forwarded-For}\n",
	"f.yaml:1:29: web.header: X-Forwarded-For is sent by clients "
	"themselves, so everybody would be believed; take one that only the "
	"proxy sets (example: X-Remote-User)\n"},
    {"web: {auth: header, header: Hosts}\n", ""},
    {"web: {auth: header, header: X-Forwarded-User}\n", ""},
    {"web: {auth: token, token: 0123456789abcde}\n",
	"f.yaml:1:27: web.token: shorter than 16 bytes, so it could be "
	"guessed; make one with: openssl rand -hex 24\n"},
    {"retention: {persons: 29d, operators: 30d, codes: 0s}\n",
	"f.yaml:1:22: retention.persons: less than 30d, in which an incident "
	"is looked into; 0s keeps for ever\n"},
    {"retention: {codes: 3651d}\n",
	"f.yaml:1:20: retention.codes: \"3651d\" is not a duration from "
	"0s to 3650d (example: 90d)\n"},
    {"notices: {receipts: yes}\n",
	"f.yaml:1:21: notices.receipts: a receipt is given on the page; set "
	"web.base_url (example: https://alertd.example.dk)\n"},
    {"notices: {receipts: yes}\nweb: {listen: 127.0.0.1:1}\n",
	"f.yaml:1:21: notices.receipts: a receipt is given on the page; set "
	"web.base_url (example: https://alertd.example.dk)\n"},
    {"web: {base_url: \"https://example.dk/alertd\"}\n",
	"f.yaml:1:17: web.base_url: there must be nothing behind the host "
	"and port: the page has a host name of its own\n"},
    {"alarm: {mail: [a@example.dk], sms: [00000001]}\n",
	"f.yaml:1:15: alarm.mail: no mail can be sent, there is no mail:\n"
	"f.yaml:1:36: alarm.sms: no SMS can be sent, there is no sms: or its "
	"transport is none\n"},
    {"feeds:\n"
     "- {name: a, kind: maildir, url: \"https://example.dk/\"}\n",
	"f.yaml:2:3: feeds[].authserv_id: missing; the name that the own mail "
	"server writes into Authentication-Results (or auth: [none])\n"
	"f.yaml:2:3: feeds[].senders: missing; kind: maildir believes nobody "
	"but the senders that it names (example: [drift@example.dk])\n"
	"f.yaml:2:33: feeds[].url: kind: maildir needs the folder of the "
	"Maildir (example: file:///var/lib/alertd/mail)\n"},
    {"feeds:\n"
     "- name: a\n"
     "  kind: maildir\n"
     "  url: file:///a\n"
     "  senders: [\"@dk\", x, a@example.dk, a@example.dk]\n"
     "  auth: [none, dkim, arc]\n"
     "- name: b\n"
     "  kind: maildir\n"
     "  url: file:///b\n"
     "  senders: []\n"
     "  auth: []\n"
     "- {name: c, kind: maildir, url: file:///c, senders: d@example.dk,\n"
     "   authserv_id: mx example}\n",
	"f.yaml:5:13: feeds[].senders: \"@dk\" is not @ and a domain: the "
	"domain has no dot (like example.dk) (example: [drift@example.dk, "
	"\"@status.example.dk\"])\n"
	"f.yaml:5:20: feeds[].senders: \"x\" is not an e-mail address: there "
	"is no @ (example: [drift@example.dk, \"@status.example.dk\"])\n"
	"f.yaml:5:37: feeds[].senders: \"a@example.dk\" is there twice "
	"(example: [drift@example.dk, \"@status.example.dk\"])\n"
	"f.yaml:6:9: feeds[].auth: none must be the only one there\n"
	"f.yaml:6:22: feeds[].auth: \"arc\" is not one of dkim, dmarc, spf, "
	"none\n"
	"f.yaml:7:3: feeds[].authserv_id: missing; the name that the own mail "
	"server writes into Authentication-Results (or auth: [none])\n"
	"f.yaml:10:12: feeds[].senders: missing; kind: maildir believes nobody "
	"but the senders that it names (example: [drift@example.dk])\n"
	"f.yaml:11:9: feeds[].auth: empty; [none] believes the sender's "
	"address alone\n"
	"f.yaml:12:3: feeds[].authserv_id: missing; the name that the own mail "
	"server writes into Authentication-Results (or auth: [none])\n"
	"f.yaml:12:53: feeds[].senders: expected a list (example: "
	"[drift@example.dk, \"@status.example.dk\"])\n"
	"f.yaml:13:17: feeds[].authserv_id: \"mx example\" is not a host name "
	"or an IPv4 address (example: mx.example.dk)\n"},
    {"feeds:\n"
     "- {name: a, kind: rss, url: \"https://example.dk/\", auth: [dkim]}\n",
	"f.yaml:2:58: feeds[].auth: of no use without kind: maildir\n"},
    {"- a\n", "f.yaml:1:1: expected keys (example: feeds:)\n"},
    {"mail: yes\nfeeds: x\nsms: []\n",
	"f.yaml:1:7: mail.from: missing (example: FMK-drift "
	"<fmk@example.dk>)\n"
	"f.yaml:1:7: mail.relays: missing; transport: smtp needs at least "
	"one (or set transport: maildir, and maildir: a folder)\n"
	"f.yaml:1:7: mail: expected keys below it, not a value\n"
	"f.yaml:2:8: feeds: expected a list (example: - name: nspop)\n"
	"f.yaml:3:6: sms.gateways: missing; transport: gateway needs at "
	"least one (or set transport: file, and file: where they go, or "
	"transport: none)\n"
	"f.yaml:3:6: sms: expected keys below it, not a list\n"},
};

static void
test_together(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH(together); i++) {
		char *said = mistakes(together[i].text);

		assert_string_equal(said, together[i].said);
		free(said);
	}
}

static void
check_defaults(struct config *c)
{
	assert_non_null(c);
	assert_string_equal(c->store, "/var/lib/alertd/alertd.db");
	assert_string_equal(c->time_zone, "Europe/Copenhagen");
	assert_string_equal(c->rules, "");
	assert_string_equal(c->templates, "");
	assert_int_equal(c->notices.repeat, 7200);
	assert_int_equal(c->notices.min_gap, 600);
	assert_int_equal(c->notices.review, 0);
	assert_int_equal(c->notices.reminder, 86400);
	assert_string_equal(c->notices.reference, "FMK");
	assert_string_equal(c->notices.language, "da");
	assert_int_equal(c->n_feeds, 0);
	assert_int_equal(c->escalation.n_steps, 0);
	assert_int_equal(c->escalation.rounds, 3);
	assert_int_equal(c->escalation.after, 1800);
	assert_int_equal(c->escalation.ack_lapse, 14400);
	assert_int_equal(c->escalation.sms_link, ANSWER_NO);
	assert_int_equal(c->mail.workers, 1);
	assert_int_equal(c->mail.give_up, 86400);
	assert_int_equal(c->mail.vendors, VENDORS_ALL);
	assert_string_not_equal(c->mail.disabled_reason, "");
	assert_int_equal(c->sms.max_segments, 3);
	assert_int_equal(c->sms.workers, 1);
	assert_true(c->sms.off);
	config_free(c);
}

static void
test_defaults(void **state)
{
	/* A section of which all is commented out is no section. */
	static const char empty[] = "notices:\nfeeds:\n";
	struct diags d = {0};

	(void)state;
	check_defaults(config_default());
	check_defaults(config_parse("f", "", 0, &d));
	check_defaults(config_parse("f", empty, strlen(empty), &d));
	assert_int_equal(d.n, 0);
	config_free(NULL);
}

static void
test_transports(void **state)
{
	static const char text[] = "mail: {transport: maildir, maildir: m, "
				   "from: a@example.dk}\n"
				   "sms: {transport: file, file: /tmp/s}\n";
	struct diags d = {0};
	struct config *c = config_parse("/etc/x/f", text, strlen(text), &d);

	(void)state;
	assert_non_null(c);
	assert_true(c->mail.maildir_only);
	assert_string_equal(c->mail.maildir, "/etc/x/m");
	assert_string_equal(c->mail.disabled_reason, "");
	assert_true(c->sms.file_only);
	assert_false(c->sms.off);
	assert_string_equal(c->sms.file, "/tmp/s");
	config_free(c);
	c = config_parse("f", "sms: {transport: none}", 22, &d);
	assert_non_null(c);
	assert_true(c->sms.off);
	config_free(c);
}

static char folder[] = "/tmp/alertd-test-conf-XXXXXX";

static int
make_folder(void **state)
{
	(void)state;
	return mkdtemp(folder) == NULL ? -1 : 0;
}

static int
remove_folder(void **state)
{
	static const char *const names[] = {
	    "secret", "smtp-password", "sms-token", "f.yaml"};

	(void)state;
	for (size_t i = 0; i < LENGTH(names); i++) {
		char *path = xasprintf("%s/%s", folder, names[i]);

		unlink(path);
		free(path);
	}
	return rmdir(folder);
}

static void
write_secret(const char *name, const char *data, size_t len, unsigned mode)
{
	char *path = xasprintf("%s/%s", folder, name);
	struct err e;

	assert_int_equal(file_write(path, data, len, mode, &e), 0);
	assert_int_equal(chmod(path, mode), 0);
	free(path);
}

/*
 * Reads a relay's password written as source (%s is the folder): the
 * password, or "!" and the mistakes with the folder cut out; free().
 */
static char *
password(const char *source)
{
	struct diags d = {0};
	char *file = xasprintf("%s/f.yaml", folder);
	char *text = xasprintf("mail:\n  from: a@example.dk\n  relays:\n"
			       "  - {host: a.dk, user: u, password: %s}\n",
	    source);
	struct config *c = config_parse(file, text, strlen(text), &d);
	char *said = printed(&d), *got, *at;

	while ((at = strstr(said, folder)) != NULL)
		memmove(
		    at, at + strlen(folder), strlen(at + strlen(folder)) + 1);
	got = c != NULL ? xstrdup(c->mail.relays[0].password)
			: xasprintf("!%s", said);
	config_free(c);
	free(said);
	free(text);
	free(file);
	return got;
}

static void
expect_password(const char *source, const char *expected)
{
	char *got = password(source);

	assert_string_equal(got, expected);
	free(got);
}

#define PW "!/f.yaml:4:44: mail.relays[].password: "

static void
test_secret_file(void **state)
{
	char *big = xcalloc(1, LIMIT_SECRET + 1);

	(void)state;
	write_secret("secret", BYTES("from file\n"), 0600);
	expect_password("{file: secret}", "from file");
	write_secret("secret", BYTES("from file\r\n\n"), 0400);
	expect_password("{file: ./secret}", "from file");
	write_secret("secret", BYTES("x"), 0640);
	expect_password("{file: secret}",
	    PW "others may read the secret; run: chmod 600 /secret\n");
	write_secret("secret", BYTES("\n"), 0600);
	expect_password("{file: secret}", PW "the secret is empty\n");
	write_secret("secret", BYTES("a\nb"), 0600);
	expect_password("{file: secret}",
	    PW "the secret holds a line break or control character\n");
	write_secret("secret", BYTES("a\0b"), 0600);
	expect_password("{file: secret}", PW "the secret holds a NUL byte\n");
	memset(big, 'x', LIMIT_SECRET + 1);
	write_secret("secret", big, LIMIT_SECRET + 1, 0600);
	expect_password("{file: secret}",
	    PW "cannot read the secret /secret: larger than the limit of "
	       "4096 bytes\n");
	expect_password("{file: ''}", PW "a path or name is missing after "
					 "file\n");
	expect_password(
	    "{file: .}", PW "cannot read the secret /.: not a file\n");
	free(big);
}

/* It is root's: who must have it is said. */
static void
test_secret_denied(void **state)
{
	(void)state;
	if (geteuid() != 0)
		skip();
	write_secret("secret", BYTES("geheim"), 0600);
	assert_int_equal(chmod(folder, 0711), 0);
	assert_int_equal(seteuid(65534), 0);
	expect_password("{file: secret}",
	    PW "cannot read the secret /secret: Permission denied; run as the "
	       "user of alertd, who must own it\n");
	assert_int_equal(seteuid(0), 0);
}

static void
test_secret_env(void **state)
{
	(void)state;
	setenv("ALERTD_TEST_SECRET", "from env", 1);
	expect_password("{env: ALERTD_TEST_SECRET}", "from env");
	/* It stands there no more, and a reload finds it all the same. */
	assert_string_equal(getenv("ALERTD_TEST_SECRET"), "");
	expect_password("{env: ALERTD_TEST_SECRET}", "from env");
	setenv("ALERTD_TEST_EMPTY", "", 1);
	expect_password("{env: ALERTD_TEST_EMPTY}",
	    "!/f.yaml:4:43: mail.relays[].password: the secret is empty\n");
	unsetenv("ALERTD_TEST_SECRET");
	expect_password("{env: ALERTD_TEST_SECRET}",
	    "!/f.yaml:4:43: mail.relays[].password: no environment variable "
	    "ALERTD_TEST_SECRET\n");
}

static void
test_secret_credential(void **state)
{
	(void)state;
	write_secret("smtp-password", BYTES("from systemd\n"), 0440);
	unsetenv("CREDENTIALS_DIRECTORY");
	expect_password("{credential: smtp-password}",
	    "!/f.yaml:4:50: mail.relays[].password: no "
	    "$CREDENTIALS_DIRECTORY, so no credential smtp-password: systemd "
	    "sets it where the unit has LoadCredential=\n");
	setenv("CREDENTIALS_DIRECTORY", folder, 1);
	expect_password("{credential: smtp-password}", "from systemd");
	expect_password("{credential: none}",
	    "!/f.yaml:4:50: mail.relays[].password: cannot read the secret "
	    "/none: No such file or directory\n");
	unsetenv("CREDENTIALS_DIRECTORY");
}

/* The installed example is right as soon as its secrets are there. */
static void
test_example(void **state)
{
	struct diags d = {0};
	struct config *c;
	char *said;

	(void)state;
	write_secret("smtp-password", BYTES("one\n"), 0400);
	write_secret("sms-token", BYTES("two\n"), 0400);
	setenv("CREDENTIALS_DIRECTORY", folder, 1);
	c = config_load("etc/alertd.yaml", CONF_CHECK, &d);
	unsetenv("CREDENTIALS_DIRECTORY");
	said = printed(&d);
	assert_string_equal(said, "");
	free(said);
	assert_non_null(c);
	assert_string_equal(c->feeds[0].name, "nspop");
	assert_string_equal(c->mail.relays[0].password, "one");
	assert_string_equal(c->sms.gateways[0].settings[0].value, "two");
	config_free(c);
	assert_null(config_load("etc/alertd.yaml", CONF_CHECK, &d));
	assert_int_equal(d.n, 2);
	diags_clear(&d);
}

static void
test_no_file(void **state)
{
	struct diags d = {0};
	char *said;

	(void)state;
	assert_null(config_load(DATA "none.yaml", CONF_CHECK, &d));
	said = printed(&d);
	assert_string_equal(
	    said, DATA "none.yaml: No such file or directory\n");
	free(said);
}

/* However the file is cut, it is read or refused, and nothing breaks. */
static void
test_cut(void **state)
{
	struct err e;
	size_t len;
	char *text;

	(void)state;
	assert_int_equal(
	    file_read(DATA "good.yaml", 65536, &text, &len, &e), 0);
	for (size_t n = 0; n < len; n++) {
		struct diags d = {0};
		struct config *c = config_parse(DATA "good.yaml", text, n, &d);

		assert_true((c == NULL) == (d.n > 0));
		config_free(c);
		diags_clear(&d);
	}
	free(text);
}

static void
test_keys(void **state)
{
	size_t n = 0;

	(void)state;
	while (config_key(n) != NULL)
		n++;
	assert_in_range(n, 59, 1000);
	assert_null(config_key(n + 1));
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < i; j++)
			assert_string_not_equal(config_key(i), config_key(j));
}

static void
test_names(void **state)
{
	enum feed_kind k = FEED_RSS;

	(void)state;
	assert_string_equal(feed_kind_name(FEED_STATUSPAGE), "statuspage");
	assert_string_equal(feed_kind_name(FEED_CONFLUENCE), "confluence");
	assert_int_equal(feed_kind_parse("confluence", &k), 0);
	assert_int_equal(k, FEED_CONFLUENCE);
	assert_int_equal(feed_kind_parse("Rss", &k), -1);
	assert_int_equal(k, FEED_CONFLUENCE);
	assert_string_equal(tls_mode_name(TLS_NONE), "none");
	assert_string_equal(tls_mode_name(TLS_STARTTLS), "starttls");
	assert_string_equal(tls_mode_name(TLS_IMPLICIT), "tls");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_good),
	    cmocka_unit_test(test_bad),
	    cmocka_unit_test(test_together),
	    cmocka_unit_test(test_defaults),
	    cmocka_unit_test(test_transports),
	    cmocka_unit_test(test_secret_file),
	    cmocka_unit_test(test_secret_denied),
	    cmocka_unit_test(test_secret_env),
	    cmocka_unit_test(test_secret_credential),
	    cmocka_unit_test(test_example),
	    cmocka_unit_test(test_no_file),
	    cmocka_unit_test(test_cut),
	    cmocka_unit_test(test_keys),
	    cmocka_unit_test(test_names),
	};

	return cmocka_run_group_tests_name(
	    "conf", tests, make_folder, remove_folder);
}
