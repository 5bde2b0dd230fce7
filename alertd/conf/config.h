/*
 * config.h: alertd.yaml as plain data. Every key, its type, default and
 * range is a row of the table in schema.c and a paragraph of alertd.yaml(5).
 * Durations are seconds. Strings are never NULL unless said.
 */
#ifndef CONF_CONFIG_H
#define CONF_CONFIG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/err.h"
#include "base/hash.h"
#include "base/rate.h"
#include "base/str.h"
#include "base/words.h"

/* What each is: the table in feed/kinds.c. */
enum feed_kind {
	FEED_STATUSPAGE,
	FEED_RSS,
	FEED_CONFLUENCE,
	FEED_RSS_UPDATES,
	FEED_JSONFEED,
	FEED_INSTATUS,
	FEED_INCIDENTIO,
	FEED_CACHET,
	FEED_MAILDIR,
	FEED_AUTO /* the content tells which of the others */
};
enum tls_mode { TLS_NONE, TLS_STARTTLS, TLS_IMPLICIT }; /* none starttls tls */
enum vendor_copy { VENDORS_ALL, VENDORS_OWN, VENDORS_NONE };
enum mail_transport { MAIL_SMTP, MAIL_MAILDIR };
enum sms_transport { SMS_GATEWAY, SMS_FILE, SMS_NONE };
enum web_auth { WEB_AUTH_NONE, WEB_AUTH_TOKEN, WEB_AUTH_HEADER };
enum yes_no { ANSWER_NO, ANSWER_YES }; /* no yes */

/* Where something stands in the file, for who finds a fault in it later. */
struct conf_place {
	unsigned line, col;
};

/* feeds: a list */
struct feed_conf {
	char *name; /* a-z 0-9 -, unique */
	enum feed_kind kind;
	char *url; /* http, https or file; of the page, or of the body itself */
	int64_t poll; /* 60 s, 10 s to 1 d */
	int64_t timeout; /* of one whole fetch, 30 s */
	int64_t stale_after; /* told when unchanged so long, 30 d; 0 never */
	int64_t max_bytes; /* of a body after gunzip, 8 MiB */
	int64_t max_items;
	char *ca_file; /* "" = the system's */
	/* maildir only: who is believed, and by which Authentication-Results */
	struct strv senders; /* addresses, or "@example.dk" */
	char *authserv_id; /* of the own mail server */
	struct strv auth; /* of dkim, dmarc, spf; or none alone */
	struct conf_place at; /* not a key */
};

/* mail.relays: a list, tried in order */
struct relay_conf {
	char *host;
	int64_t port; /* 25, 587 for starttls, 465 for tls */
	enum tls_mode tls; /* default starttls */
	char *ca_file; /* "" = the system's */
	char *user; /* "" = no AUTH */
	char *password; /* resolved secret; never logged */
	int64_t sessions; /* at once, of all workers together; 10 */
	struct rate rate; /* of messages; none */
	struct conf_place at; /* not a key */
};

struct mail_conf {
	enum mail_transport transport; /* default smtp */
	bool maildir_only; /* not a key: transport is maildir */
	char *maildir; /* folder of the Maildir */
	char *from; /* "Name <address>" or address */
	char *reply_to; /* "" = none */
	char *bounces; /* address that mail comes back to; "" = that of from */
	char *bounces_delimiter; /* one character, "+" */
	char *ehlo; /* "" = the machine's name */
	enum vendor_copy vendors;
	struct relay_conf *relays;
	size_t n_relays;
	int64_t workers; /* processes; 1, from 1 to 16 */
	int64_t give_up; /* 24 h */
	int64_t timeout; /* seconds for one answer of a relay; default 60 */
	int64_t slow_after; /* seconds without result; default 10 */
	int64_t late_after; /* seconds of silence; 0 = by what is usual */
	char *disabled_reason; /* not a key: "" when mail can be sent */
};

/* A setting that a gateway's preset asks for by name ("token"). */
struct setting {
	char *name;
	char *value; /* may be a resolved secret; never logged */
	bool secret;
};

/*
 * A gateway: preset data (etc/gateways/NAME.yaml) with the operator's
 * settings. The templates are Mustache; alertd.yaml(5) names their data.
 */
struct gateway_conf {
	char *name; /* the preset's name, or the operator's */
	char *file; /* not a key: of the preset; "" = it is built in */
	char *method; /* POST or GET */
	char *url; /* Mustache */
	char *auth_user; /* Mustache; "" with auth_password "" = none */
	char *auth_password; /* Mustache */
	struct strv headers; /* Mustache, "Name: value" */
	char *content_type; /* decides the escaping of body: json or form */
	char *body; /* Mustache */
	int64_t batch; /* recipients in one call, 1 = one each */
	struct rate rate; /* of SMS; none */
	int64_t sessions; /* 0: not given, see gateway_sessions() */
	int64_t timeout; /* seconds */
	char *ca_file;
	struct strv secrets; /* names of settings that are secret */
	struct strv required; /* names of settings that must be given */
	struct setting *settings;
	size_t n_settings;
	/* How an answer is read; see alertd.yaml(5), GATEWAY PRESETS. */
	struct gateway_answer *answer;
	/*
	 * URL of a GET that sends nothing and succeeds only for who may send;
	 * Mustache; "" = the gateway has none.
	 */
	char *probe;
	char *callback_secret; /* in the URL of its callbacks; "" = none */
	/* How they are read; NULL: it has none. */
	struct gateway_callbacks *callbacks;
	struct conf_place at; /* not a key */
};

struct sms_conf {
	enum sms_transport transport; /* default gateway */
	bool file_only; /* not a key: transport is file */
	bool off; /* not a key: transport is none, or no sms: at all */
	char *file; /* path of the text file */
	char *sender; /* 1 to 11 of a-z A-Z 0-9 */
	int64_t max_segments; /* 3 */
	struct gateway_conf *gateways; /* tried in order */
	size_t n_gateways;
	int64_t workers; /* 1 */
	int64_t give_up; /* 24 h */
	int64_t slow_after; /* seconds without result; default 10 */
	enum on_unknown on_unknown; /* again */
};

/* notices.avoid: a list; a word that a notice should not have */
struct avoid_conf {
	char *word;
	char *instead; /* "" = nothing is proposed */
};

struct notices_conf {
	int64_t repeat; /* 2 h, 5 m to 1 d */
	int64_t min_gap; /* 10 m */
	int64_t review; /* 0 s */
	int64_t reminder; /* before planned work, 24 h */
	int64_t old_event; /* at the first start, older is asked: 24 h */
	int64_t reopen; /* the same incident when it is back within, 24 h */
	char *contact; /* whom to ask: "MedCom, tlf. …" */
	char *signature; /* who sends: "MedCom" */
	char *reference; /* prefix of the incident reference: "FMK" */
	char *language; /* da or en */
	enum yes_no receipts; /* municipalities are asked for one: no */
	int64_t receipt_reminder; /* without one: 30 m */
	struct avoid_conf *avoid; /* beside the words that are built in */
	size_t n_avoid;
};

/* What is older loses its persons; 0 is never. */
struct retention_conf {
	int64_t persons; /* who was told: 730 d */
	int64_t operators; /* who did what: 1826 d */
	int64_t codes; /* that lapsed: 90 d */
};

/* Who is told by our silence: a URL that is fetched while all is well. */
struct deadman_conf {
	char *url; /* "" = nobody; may be a secret; never logged */
	int64_t every; /* 1 m */
	struct conf_place at; /* not a key: of url */
	char *ca_file; /* "" = the system's */
	enum yes_no fail; /* a check that failed is told there, too: no */
	struct strv mail; /* are told by mail, through the outbox */
	int64_t mail_every; /* 1 d */
};

/* Whether a mail and an SMS to addresses of one's own arrive. */
struct truth_conf {
	struct strv mail; /* at most one */
	struct strv sms; /* at most one, E.164 */
	int64_t every; /* 1 d */
	int64_t at; /* local hour, 9: when every is a day or more */
	int64_t late; /* 10 m */
};

struct alarm_conf {
	struct strv mail; /* addresses of the on-call */
	struct strv sms; /* numbers, E.164 */
};

/* escalation.teams: a list; empty: the teams that are built in */
struct team_conf {
	char *code; /* a-z 0-9 -, unique; the organisation of its contacts */
	char *name; /* for people */
};

/* escalation.steps: a list, paged in this order */
struct step_conf {
	char *name; /* for people, "" = that of the team */
	char *team; /* code of all who are paged, or "" */
	char *rota; /* name of the rota that says who, or "" */
	struct strv channels; /* of mail, sms; both when left out */
	int64_t wait; /* until the next step: 10 m */
};

struct escalation_conf {
	struct team_conf *teams;
	size_t n_teams;
	struct step_conf *steps; /* none: made from the teams */
	size_t n_steps;
	int64_t rounds; /* of all steps: 3 */
	int64_t after; /* after the last round all are paged again: 30 m */
	int64_t ack_lapse; /* of an acknowledgement: 4 h */
	int64_t unreached; /* after a notice it is looked who has it: 15 m */
	int64_t collect; /* low matters go together in a mail: 1 h */
	enum yes_no sms_link; /* the link stands in the SMS, too: no */
	char *reply_number; /* that takes "OK 471123"; "" = none */
};

/* rotas[].shifts: a list */
struct shift_conf {
	char *who; /* name of a contact of the team */
	int64_t from, until; /* wall times, see base/clock.h */
	unsigned line, col; /* not a key: where it stands */
};

/* rotas: a list; who of a team is on call. escalation/rota.h says when. */
struct rota_conf {
	char *name; /* a-z 0-9 -, unique */
	char *team; /* code of an on-call organisation */
	struct strv people; /* names of its contacts, in turn; may be empty */
	int64_t handover; /* local minutes since Monday 00:00; with people */
	int64_t start; /* days since 1970; with people */
	int64_t length; /* weeks, 1 */
	struct shift_conf *shifts; /* none overlaps another */
	size_t n_shifts;
	char *calendar; /* URL, or path of a file; "" = none, or not ours */
	char calendar_id[HASH_SIZE]; /* not a key: of it; "" = none */
	int64_t poll; /* of the calendar, 15 m */
	char *ca_file; /* "" = the system's */
	unsigned line, col; /* not a key: where it stands */
};

/* The page; see web/. */
struct web_conf {
	bool off; /* not a key: there is no web: */
	char *listen; /* endpoint.h reads it; 127.0.0.1:8411 */
	char *base_url; /* as people reach it, no "/" at its end; "" */
	struct conf_place at; /* not a key: of base_url */
	enum web_auth auth; /* default none */
	char *token; /* resolved secret; "" but for auth token */
	char *header; /* with the viewer's name; "" but for auth header */
	enum yes_no public_notices; /* default yes */
};

struct config {
	char *file; /* where it came from */
	char *store; /* path of the database */
	char *time_zone; /* Europe/Copenhagen */
	char *rules; /* path, "" = built in */
	char *templates; /* folder, "" = built in */
	int64_t drill_every; /* 0 = nobody is reminded of drills */
	struct notices_conf notices;
	struct retention_conf retention;
	struct feed_conf *feeds;
	size_t n_feeds;
	struct deadman_conf deadman;
	struct truth_conf truth;
	struct alarm_conf alarm;
	struct escalation_conf escalation;
	struct rota_conf *rotas;
	size_t n_rotas;
	struct mail_conf mail;
	struct sms_conf sms;
	struct web_conf web;
};

/* Who loads it. Each keeps its own secrets alone: the table in role.c. */
enum conf_role {
	CONF_CHECK, /* config check: reads all */
	CONF_CORE,
	CONF_MAIL,
	CONF_SMS,
	CONF_WEB,
	CONF_CTL /* alertctl: none */
};

/*
 * Loads and checks the file, and whatever it names that the configuration
 * owns (gateway presets, secrets). Every mistake goes to *problems with file,
 * line and column; NULL when there was one. Paths in the file are relative
 * to it. A secret that the role does not keep is SECRET_UNREACHED, and a
 * worker or the page has no url of feeds and no calendar of rotas. Release
 * with config_free(), which wipes secrets.
 */
struct config *
config_load(const char *path, enum conf_role role, struct diags *problems);
/* The same from text, as CONF_CHECK; for tests. */
struct config *config_parse(
    const char *file, const char *text, size_t len, struct diags *problems);
/* All defaults, no feeds, no relays, no gateways: nothing can be sent. */
struct config *config_default(void);
void config_free(struct config *c);
/* The feed of that name, or NULL. */
const struct feed_conf *config_feed(const struct config *c, const char *name);

/* The rota of that name, or NULL. */
const struct rota_conf *config_rota(const struct config *c, const char *name);

const char *feed_kind_name(enum feed_kind k);
int feed_kind_parse(const char *s, enum feed_kind *out);
/* All names, NULL last. */
const char *const *feed_kind_names(void);
const char *tls_mode_name(enum tls_mode m);
const char *web_auth_name(enum web_auth a);

/*
 * The documented keys ("feeds[].poll", "mail.relays[].tls"), for the test
 * that holds the manual against the table; NULL past the end.
 */
const char *config_key(size_t i);

#endif
