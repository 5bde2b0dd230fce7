#include <string.h>

#include "base/attr.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "conf/config.h"
#include "conf/schema.h"

#define MINUTE 60
#define HOUR 3600
#define DAY 86400
#define KIB 1024
#define MIB (1024 * 1024)

#define CONF(field) offsetof(struct config, field)
#define FEED(field) offsetof(struct feed_conf, field)
#define ROTA(field) offsetof(struct rota_conf, field)
#define SHIFT(field) offsetof(struct shift_conf, field)
#define AVOID(field) offsetof(struct avoid_conf, field)
#define RELAY(field) offsetof(struct relay_conf, field)
#define TEAM(field) offsetof(struct team_conf, field)
#define STEP(field) offsetof(struct step_conf, field)
#define GATEWAY(field) offsetof(struct gateway_conf, field)

/* In the order of their enums. */
static const char *const feed_kinds[] = {"statuspage", "rss", "confluence",
    "rss-updates", "jsonfeed", "instatus", "incidentio", "cachet", "maildir",
    "auto", NULL};
static const char *const auth_methods[] = {
    "dkim", "dmarc", "spf", "none", NULL};
static const char *const tls_modes[] = {"none", "starttls", "tls", NULL};
static const char *const vendor_copies[] = {"all", "own", "none", NULL};
static const char *const mail_transports[] = {"smtp", "maildir", NULL};
static const char *const on_unknowns[] = {"again", "once", NULL};
static const char *const sms_transports[] = {"gateway", "file", "none", NULL};
static const char *const web_auths[] = {"none", "token", "header", NULL};
static const char *const languages[] = {"da", "en", NULL};
static const char *const no_yes[] = {"no", "yes", NULL};
static const char *const delimiters[] = {"+", "-", "=", "_", NULL};
static const char *const channels[] = {"mail", "sms", NULL};
static const char *const feed_schemes[] = {"https", "http", "file", NULL};
static const char *const http_schemes[] = {"https", "http", NULL};

#define KEY_AND(p, t, field, least, most, value, shown, ...)             \
	{                                                                \
		.path = p, .type = t, .offset = field, .min = least,     \
		.max = most, .def = value, .example = shown, __VA_ARGS__ \
	}
#define KEY(p, t, field, least, most, value, shown) \
	KEY_AND(p, t, field, least, most, value, shown, .words = NULL)

/* Columns: path, type, place, least, most, default, example. */
static const struct key keys[] = {
    KEY("store", KEY_PATH, CONF(store), 0, 0, "/var/lib/alertd/alertd.db",
	"/var/lib/alertd/alertd.db"),
    KEY("time_zone", KEY_ZONE, CONF(time_zone), 0, 0, "Europe/Copenhagen",
	"Europe/Copenhagen"),
    KEY("rules", KEY_FILE, CONF(rules), 0, 0, "", "rules.yaml"),
    KEY("templates", KEY_FOLDER, CONF(templates), 0, 0, "", "templates"),
    KEY("drill_every", KEY_DURATION, CONF(drill_every), 0, 3660 * DAY, "0s",
	"90d"),

    KEY("notices.repeat", KEY_DURATION, CONF(notices.repeat), 5 * MINUTE, DAY,
	"2h", "2h"),
    KEY("notices.min_gap", KEY_DURATION, CONF(notices.min_gap), 0, HOUR, "10m",
	"10m"),
    KEY("notices.review", KEY_DURATION, CONF(notices.review), 0, HOUR, "0s",
	"5m"),
    KEY("notices.reminder", KEY_DURATION, CONF(notices.reminder), HOUR, 7 * DAY,
	"24h", "24h"),
    KEY("notices.old_event", KEY_DURATION, CONF(notices.old_event), HOUR,
	30 * DAY, "24h", "24h"),
    KEY("notices.reopen", KEY_DURATION, CONF(notices.reopen), 0, 7 * DAY, "24h",
	"24h"),
    KEY("notices.contact", KEY_TEXT, CONF(notices.contact), 0, 200, "",
	"\"Vagten, tlf. 00 00 00 01\""),
    KEY("notices.signature", KEY_TEXT, CONF(notices.signature), 1, 100,
	"FMK-driftsinformation", "FMK-driftsinformation"),
    KEY("notices.reference", KEY_ALNUM, CONF(notices.reference), 1, 8, "FMK",
	"FMK"),
    KEY_AND("notices.language", KEY_CHOICE, CONF(notices.language), 0, 0, "da",
	"da", .words = languages),
    KEY_AND("notices.receipts", KEY_WORD, CONF(notices.receipts), 0, 0, "no",
	"yes", .words = no_yes),
    KEY("notices.receipt_reminder", KEY_DURATION,
	CONF(notices.receipt_reminder), 5 * MINUTE, DAY, "30m", "30m"),
    KEY_AND("notices.avoid", KEY_LIST, CONF(notices.avoid), 0, LIMIT_AVOID,
	NULL, "- word: nedetid", .size = sizeof(struct avoid_conf),
	.count = CONF(notices.n_avoid)),
    KEY_AND("notices.avoid[].word", KEY_TEXT, AVOID(word), 2, 60, NULL,
	"nedetid", .required = true),
    KEY("notices.avoid[].instead", KEY_TEXT, AVOID(instead), 0, 100, "",
	"\"mens FMK er nede\""),

    KEY("retention.persons", KEY_DURATION, CONF(retention.persons), 0,
	3650 * DAY, "730d", "730d"),
    KEY("retention.operators", KEY_DURATION, CONF(retention.operators), 0,
	3650 * DAY, "1826d", "1826d"),
    KEY("retention.codes", KEY_DURATION, CONF(retention.codes), 0, 3650 * DAY,
	"90d", "90d"),

    KEY_AND("feeds", KEY_LIST, CONF(feeds), 0, LIMIT_FEEDS, NULL,
	"- name: nspop", .size = sizeof(struct feed_conf),
	.count = CONF(n_feeds)),
    KEY_AND("feeds[].name", KEY_NAME, FEED(name), 1, 32, NULL, "nspop",
	.required = true),
    KEY_AND("feeds[].kind", KEY_WORD, FEED(kind), 0, 0, NULL, "statuspage",
	.words = feed_kinds, .required = true),
    KEY_AND("feeds[].url", KEY_URL, FEED(url), 0, 0, NULL,
	"https://status.example.dk", .words = feed_schemes, .required = true),
    KEY("feeds[].poll", KEY_DURATION, FEED(poll), 10, DAY, "60s", "60s"),
    KEY("feeds[].timeout", KEY_DURATION, FEED(timeout), 1, 10 * MINUTE, "30s",
	"30s"),
    KEY("feeds[].stale_after", KEY_DURATION, FEED(stale_after), 0, 1000 * DAY,
	"30d", "30d"),
    KEY("feeds[].max_bytes", KEY_SIZE, FEED(max_bytes), KIB, 64 * MIB, "8MiB",
	"8MiB"),
    KEY("feeds[].max_items", KEY_NUMBER, FEED(max_items), 1, 100000, "2000",
	"2000"),
    KEY("feeds[].ca_file", KEY_FILE, FEED(ca_file), 0, 0, "", "ca.pem"),
    KEY("feeds[].senders", KEY_SENDERS, FEED(senders), 0, 100, NULL,
	"[drift@example.dk, \"@status.example.dk\"]"),
    KEY("feeds[].authserv_id", KEY_HOST, FEED(authserv_id), 0, 0, "",
	"mx.example.dk"),
    KEY_AND("feeds[].auth", KEY_WORDS, FEED(auth), 0, 3, "[dkim, dmarc]",
	"[dkim, dmarc]", .words = auth_methods),

    KEY("deadman.url", KEY_SECRET, CONF(deadman.url), 0, 0, "",
	"https://watch.example.dk/alertd"),
    KEY("deadman.every", KEY_DURATION, CONF(deadman.every), MINUTE, HOUR, "1m",
	"1m"),
    KEY("deadman.ca_file", KEY_FILE, CONF(deadman.ca_file), 0, 0, "", "ca.pem"),
    KEY_AND("deadman.fail", KEY_WORD, CONF(deadman.fail), 0, 0, "no", "yes",
	.words = no_yes),
    KEY("deadman.mail", KEY_ADDRESSES, CONF(deadman.mail), 0, 5, NULL,
	"[vel@watch.example.dk]"),
    KEY("deadman.mail_every", KEY_DURATION, CONF(deadman.mail_every), HOUR,
	30 * DAY, "1d", "1d"),

    KEY("truth.mail", KEY_ADDRESSES, CONF(truth.mail), 0, 1, NULL,
	"[prove@example.dk]"),
    KEY("truth.sms", KEY_PHONES, CONF(truth.sms), 0, 1, NULL,
	"[\"+45 00 00 00 07\"]"),
    KEY("truth.every", KEY_DURATION, CONF(truth.every), HOUR, 30 * DAY, "1d",
	"1d"),
    KEY("truth.at", KEY_NUMBER, CONF(truth.at), 0, 23, "9", "9"),
    KEY("truth.late", KEY_DURATION, CONF(truth.late), MINUTE, DAY, "10m",
	"10m"),

    KEY("alarm.mail", KEY_ADDRESSES, CONF(alarm.mail), 0, 50, NULL,
	"[vagt@example.dk]"),
    KEY("alarm.sms", KEY_PHONES, CONF(alarm.sms), 0, 50, NULL,
	"[\"+45 00 00 00 01\"]"),

    KEY_AND("escalation.teams", KEY_LIST, CONF(escalation.teams), 0, 16, NULL,
	"- code: medcom", .size = sizeof(struct team_conf),
	.count = CONF(escalation.n_teams)),
    KEY_AND("escalation.teams[].code", KEY_NAME, TEAM(code), 1, 32, NULL,
	"medcom", .required = true),
    KEY_AND("escalation.teams[].name", KEY_TEXT, TEAM(name), 1, 60, NULL,
	"MedCom", .required = true),
    KEY_AND("escalation.steps", KEY_LIST, CONF(escalation.steps), 0, 16, NULL,
	"- team: medcom", .size = sizeof(struct step_conf),
	.count = CONF(escalation.n_steps)),
    KEY("escalation.steps[].name", KEY_TEXT, STEP(name), 1, 60, NULL,
	"MedComs vagt"),
    KEY("escalation.steps[].team", KEY_NAME, STEP(team), 1, 32, NULL, "medcom"),
    KEY("escalation.steps[].rota", KEY_NAME, STEP(rota), 1, 32, NULL, "medcom"),
    KEY_AND("escalation.steps[].channels", KEY_WORDS, STEP(channels), 0, 2,
	"[mail, sms]", "[mail, sms]", .words = channels),
    KEY("escalation.steps[].wait", KEY_DURATION, STEP(wait), MINUTE, DAY, "10m",
	"10m"),
    KEY("escalation.rounds", KEY_NUMBER, CONF(escalation.rounds), 1, 20, "3",
	"3"),
    KEY("escalation.after", KEY_DURATION, CONF(escalation.after), 5 * MINUTE,
	DAY, "30m", "30m"),
    KEY("escalation.ack_lapse", KEY_DURATION, CONF(escalation.ack_lapse),
	15 * MINUTE, 7 * DAY, "4h", "4h"),
    KEY("escalation.unreached", KEY_DURATION, CONF(escalation.unreached),
	MINUTE, DAY, "15m", "15m"),
    KEY("escalation.collect", KEY_DURATION, CONF(escalation.collect), MINUTE,
	7 * DAY, "1h", "1h"),
    KEY_AND("escalation.sms_link", KEY_WORD, CONF(escalation.sms_link), 0, 0,
	"no", "no", .words = no_yes),
    KEY("escalation.reply_number", KEY_TEXT, CONF(escalation.reply_number), 0,
	20, "", "\"00 00 00 09\""),

    KEY_AND("rotas", KEY_LIST, CONF(rotas), 0, LIMIT_ROTAS, NULL,
	"- name: medcom", .size = sizeof(struct rota_conf),
	.count = CONF(n_rotas)),
    KEY_AND("rotas[].name", KEY_NAME, ROTA(name), 1, 32, NULL, "medcom",
	.required = true),
    KEY_AND("rotas[].team", KEY_TEXT, ROTA(team), 1, 64, NULL, "medcom",
	.required = true),
    KEY("rotas[].people", KEY_TEXTS, ROTA(people), 0, LIMIT_ROTA_PEOPLE, NULL,
	"[Anna Holm, Jens Lund]"),
    KEY("rotas[].handover", KEY_HANDOVER, ROTA(handover), 0, 0, NULL,
	"monday 08:00"),
    KEY("rotas[].start", KEY_DATE, ROTA(start), 0, 0, NULL, "2027-01-04"),
    KEY("rotas[].length", KEY_NUMBER, ROTA(length), 1, 52, "1", "2"),
    KEY_AND("rotas[].shifts", KEY_LIST, ROTA(shifts), 0, LIMIT_ROTA_SHIFTS,
	NULL, "- who: Anna Holm", .size = sizeof(struct shift_conf),
	.count = ROTA(n_shifts)),
    KEY_AND("rotas[].shifts[].who", KEY_TEXT, SHIFT(who), 1, 200, NULL,
	"Anna Holm", .required = true),
    KEY_AND("rotas[].shifts[].from", KEY_WALL, SHIFT(from), 0, 0, NULL,
	"2026-12-24 08:00", .required = true),
    KEY_AND("rotas[].shifts[].until", KEY_WALL, SHIFT(until), 0, 0, NULL,
	"2026-12-27 08:00", .required = true),
    KEY_AND("rotas[].calendar", KEY_SOURCE, ROTA(calendar), 0, 0, "",
	"https://calendar.example.dk/vagt.ics", .words = feed_schemes),
    KEY("rotas[].poll", KEY_DURATION, ROTA(poll), MINUTE, DAY, "15m", "15m"),
    KEY("rotas[].ca_file", KEY_FILE, ROTA(ca_file), 0, 0, "", "ca.pem"),

    KEY_AND("mail.transport", KEY_WORD, CONF(mail.transport), 0, 0, "smtp",
	"smtp", .words = mail_transports),
    KEY("mail.maildir", KEY_PATH, CONF(mail.maildir), 0, 0, "", "Maildir"),
    KEY("mail.from", KEY_MAILBOX, CONF(mail.from), 0, 0, "",
	"FMK-drift <fmk@example.dk>"),
    KEY("mail.reply_to", KEY_MAILBOX, CONF(mail.reply_to), 0, 0, "",
	"vagt@example.dk"),
    KEY("mail.bounces", KEY_MAILBOX, CONF(mail.bounces), 0, 0, "",
	"fmk-bounce@example.dk"),
    KEY_AND("mail.bounces_delimiter", KEY_CHOICE, CONF(mail.bounces_delimiter),
	0, 0, "+", "\"-\"", .words = delimiters),
    KEY("mail.ehlo", KEY_HOST, CONF(mail.ehlo), 0, 0, "", "alertd.example.dk"),
    KEY_AND("mail.vendors", KEY_WORD, CONF(mail.vendors), 0, 0, "all", "all",
	.words = vendor_copies),
    KEY("mail.workers", KEY_NUMBER, CONF(mail.workers), 1, LIMIT_WORKERS, "1",
	"2"),
    KEY("mail.give_up", KEY_DURATION, CONF(mail.give_up), 10 * MINUTE, 7 * DAY,
	"24h", "24h"),
    KEY("mail.timeout", KEY_DURATION, CONF(mail.timeout), 1, 30 * MINUTE, "60s",
	"60s"),
    KEY("mail.slow_after", KEY_DURATION, CONF(mail.slow_after), 1, 30 * MINUTE,
	"10s", "10s"),
    KEY("mail.late_after", KEY_DURATION, CONF(mail.late_after), 0, 30 * MINUTE,
	"0s", "10s"),
    KEY_AND("mail.relays", KEY_LIST, CONF(mail.relays), 0, 8, NULL,
	"- host: smtp.example.dk", .size = sizeof(struct relay_conf),
	.count = CONF(mail.n_relays)),
    KEY_AND("mail.relays[].host", KEY_HOST, RELAY(host), 0, 0, NULL,
	"smtp.example.dk", .required = true),
    KEY("mail.relays[].port", KEY_NUMBER, RELAY(port), 1, 65535, NULL, "587"),
    KEY_AND("mail.relays[].tls", KEY_WORD, RELAY(tls), 0, 0, "starttls",
	"starttls", .words = tls_modes),
    KEY("mail.relays[].ca_file", KEY_FILE, RELAY(ca_file), 0, 0, "", "ca.pem"),
    KEY("mail.relays[].user", KEY_TEXT, RELAY(user), 0, 255, "", "alertd"),
    KEY("mail.relays[].password", KEY_SECRET, RELAY(password), 0, 0, "",
	"{credential: smtp-password}"),
    KEY("mail.relays[].sessions", KEY_NUMBER, RELAY(sessions), 1,
	LIMIT_SESSIONS, "10", "10"),
    KEY("mail.relays[].rate", KEY_RATE, RELAY(rate), 0, 0, NULL, "30/min"),

    KEY_AND("sms.transport", KEY_WORD, CONF(sms.transport), 0, 0, "gateway",
	"gateway", .words = sms_transports),
    KEY("sms.file", KEY_PATH, CONF(sms.file), 0, 0, "", "sms.txt"),
    KEY("sms.sender", KEY_ALNUM, CONF(sms.sender), 1, 11, "FMK", "FMK"),
    KEY("sms.max_segments", KEY_NUMBER, CONF(sms.max_segments), 1,
	LIMIT_SMS_SEGMENTS, "3", "3"),
    KEY("sms.give_up", KEY_DURATION, CONF(sms.give_up), 10 * MINUTE, 7 * DAY,
	"24h", "24h"),
    KEY_AND("sms.on_unknown", KEY_WORD, CONF(sms.on_unknown), 0, 0, "again",
	"once", .words = on_unknowns),
    KEY("sms.workers", KEY_NUMBER, CONF(sms.workers), 1, 8, "1", "1"),
    KEY("sms.slow_after", KEY_DURATION, CONF(sms.slow_after), 1, 30 * MINUTE,
	"10s", "10s"),
    KEY_AND("sms.gateways", KEY_GATEWAYS, CONF(sms.gateways), 0, 8, NULL,
	"- preset: cpsms", .size = sizeof(struct gateway_conf),
	.count = CONF(sms.n_gateways)),
    KEY_AND("sms.gateways[].preset", KEY_PRESET, 0, 0, 0, NULL, "cpsms",
	.required = true),
    KEY("sms.gateways[].name", KEY_NAME, GATEWAY(name), 1, 32, NULL,
	"cpsms-second"),
    KEY_AND("sms.gateways[].url", KEY_URL, GATEWAY(url), 0, 0, NULL,
	"https://sms.example.dk/send", .words = http_schemes),
    KEY("sms.gateways[].batch", KEY_NUMBER, GATEWAY(batch), 1, 10000, NULL,
	"100"),
    KEY("sms.gateways[].sessions", KEY_NUMBER, GATEWAY(sessions), 1,
	LIMIT_SMS_SESSIONS, NULL, "8"),
    KEY("sms.gateways[].rate", KEY_RATE, GATEWAY(rate), 0, 0, NULL, "100/s"),
    KEY("sms.gateways[].timeout", KEY_DURATION, GATEWAY(timeout), 1,
	10 * MINUTE, NULL, "30s"),
    KEY("sms.gateways[].ca_file", KEY_FILE, GATEWAY(ca_file), 0, 0, NULL,
	"ca.pem"),
    KEY("sms.gateways[].callback_secret", KEY_SECRET, GATEWAY(callback_secret),
	0, 0, NULL, "{credential: sms-callback}"),

    KEY("web.listen", KEY_LISTEN, CONF(web.listen), 0, 0, "127.0.0.1:8411",
	"127.0.0.1:8411"),
    KEY_AND("web.base_url", KEY_URL, CONF(web.base_url), 0, 0, "",
	"https://alertd.example.dk", .words = http_schemes),
    KEY_AND("web.auth", KEY_WORD, CONF(web.auth), 0, 0, "none", "token",
	.words = web_auths),
    KEY("web.token", KEY_SECRET, CONF(web.token), 0, 0, "",
	"{credential: web-token}"),
    KEY("web.header", KEY_FIELD, CONF(web.header), 1, 64, "", "X-Remote-User"),
    KEY_AND("web.public_notices", KEY_WORD, CONF(web.public_notices), 0, 0,
	"yes", "yes", .words = no_yes),
};

const struct key *
schema_at(size_t i)
{
	return i < LENGTH(keys) ? &keys[i] : NULL;
}

const struct key *
schema_find(const char *path)
{
	for (size_t i = 0; i < LENGTH(keys); i++)
		if (strcmp(keys[i].path, path) == 0)
			return &keys[i];
	return NULL;
}

bool
schema_section(const char *path)
{
	size_t n = strlen(path);

	for (size_t i = 0; i < LENGTH(keys); i++)
		if (str_starts(keys[i].path, path) && keys[i].path[n] == '.')
			return true;
	return false;
}

bool
schema_within(const struct key *k, const char *prefix)
{
	return str_starts(k->path, prefix) &&
	       strstr(k->path + strlen(prefix), "[]") == NULL;
}

const char *
config_key(size_t i)
{
	return i < LENGTH(keys) ? keys[i].path : NULL;
}

const char *
feed_kind_name(enum feed_kind k)
{
	return feed_kinds[k];
}

const char *const *
feed_kind_names(void)
{
	return feed_kinds;
}

int
feed_kind_parse(const char *s, enum feed_kind *out)
{
	for (size_t i = 0; feed_kinds[i] != NULL; i++) {
		if (strcmp(s, feed_kinds[i]) == 0) {
			*out = (enum feed_kind)i;
			return 0;
		}
	}
	return -1;
}

const char *
tls_mode_name(enum tls_mode m)
{
	return tls_modes[m];
}

const char *
web_auth_name(enum web_auth a)
{
	return web_auths[a];
}
