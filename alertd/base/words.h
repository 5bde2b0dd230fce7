/*
 * words.h: the words of the program, each with its one name in the database,
 * in JSON, on the command line and in the manuals.
 */
#ifndef BASE_WORDS_H
#define BASE_WORDS_H

/* What is to be done with a report. */
enum verdict_kind { VERDICT_IGNORE, VERDICT_ASK, VERDICT_BROADCAST };

/* What it means to who uses FMK. Later is worse, but for planned. */
enum effect {
	EFFECT_NONE,
	EFFECT_PLANNED, /* announced work */
	EFFECT_DEGRADED, /* slow, partly down, stale */
	EFFECT_DATA_ERROR, /* answers, but shows wrong data */
	EFFECT_OUTAGE /* cannot be used */
};

/* Where an event is in its life. */
enum phase {
	PHASE_UNKNOWN,
	PHASE_INFO,
	PHASE_PLANNED,
	PHASE_OPEN,
	PHASE_RESOLVED
};

/* Whether FMK-online, the way out, can be used. */
enum online { ONLINE_UNKNOWN, ONLINE_WORKS, ONLINE_DOWN };

enum incident_state {
	INCIDENT_PENDING, /* asked, not decided */
	INCIDENT_OPEN,
	INCIDENT_RESOLVED,
	INCIDENT_DISMISSED,
	INCIDENT_RETRACTED
};

enum incident_kind { KIND_ACTUAL, KIND_EXERCISE, KIND_TEST };

enum notice_type {
	NOTICE_FIRST,
	NOTICE_UPDATE,
	NOTICE_REPEAT,
	NOTICE_RESOLVED,
	NOTICE_CORRECTION,
	NOTICE_PLANNED, /* announced work: the announcement and the reminder */
	NOTICE_PAGE, /* to the on-call, not to municipalities */
	NOTICE_RECEIPT /* asks a municipality for its receipt again; no number
			*/
};

enum channel { CHANNEL_MAIL, CHANNEL_SMS };

/* By which channels a contact, or who belongs to an organisation, is told. */
enum channel_choice {
	CHOICE_DEFAULT, /* as the organisation says; of one: both */
	CHOICE_BOTH,
	CHOICE_MAIL,
	CHOICE_SMS,
	CHOICE_SMS_OUTAGES /* mail always, an SMS only of an outage */
};

enum org_kind { ORG_MUNICIPALITY, ORG_VENDOR, ORG_ONCALL };

/* What became of one recipient of a message. */
enum delivery_state {
	DELIVERY_QUEUED, /* not tried, or to be tried again */
	DELIVERY_SENDING, /* a worker has it */
	DELIVERY_ACCEPTED, /* the relay or gateway took it */
	DELIVERY_DELIVERED, /* a receipt came */
	DELIVERY_UNKNOWN, /* it may have been taken, or not */
	DELIVERY_FAILED, /* final */
	DELIVERY_SUPERSEDED, /* a newer notice took its place */
	DELIVERY_CANCELLED /* by an operator */
};

/* What is done with what may have been taken, or not. */
enum on_unknown {
	ON_UNKNOWN_AGAIN, /* sent again, under the same name */
	ON_UNKNOWN_ONCE /* never again by itself */
};

/* How a feed is: alertd(8), FEEDS. */
enum feed_health {
	HEALTH_OK,
	HEALTH_FAILING, /* it cannot be read, or only in part */
	HEALTH_STALE, /* it is read, and nothing is new for stale_after */
	HEALTH_SHRUNKEN /* most of its events are gone at once */
};

/* Why a feed is failing. */
enum feed_cause {
	CAUSE_NONE,
	CAUSE_UNREACHABLE, /* no connection, no answer, cut off */
	CAUSE_TLS, /* the certificate, or the handshake */
	CAUSE_STATUS, /* another HTTP status than 200 and 304 */
	CAUSE_NOT_A_FEED, /* a login page, half a document */
	CAUSE_TOO_LARGE, /* over max_bytes */
	CAUSE_INCOMPLETE, /* it is read, but not wholly */
	CAUSE_NOT_STORED /* what it said could not be kept */
};

/* What the last body of a feed was that could be read. */
enum body_kind { BODY_WHOLE, BODY_PART, BODY_SHORT };

/* How a relay or gateway is: alertd(8), FAILOVER. */
enum way_state {
	WAY_WELL,
	WAY_ASIDE, /* failed, or was slow: behind the others */
	WAY_TRIED /* the same, and one message tries it */
};

/* What a one-time code does. */
enum code_action {
	CODE_ACK, /* takes a call */
	CODE_APPROVE,
	CODE_DISMISS,
	CODE_RECEIPT /* a municipality has got the notice */
};

/* The name of a value ("data_error"); never NULL. */
const char *verdict_name(enum verdict_kind v);
const char *effect_name(enum effect v);
const char *phase_name(enum phase v);
const char *online_name(enum online v);
const char *incident_state_name(enum incident_state v);
const char *incident_kind_name(enum incident_kind v);
const char *notice_type_name(enum notice_type v);
const char *channel_name(enum channel v);
const char *channel_choice_name(enum channel_choice v); /* default: "" */
const char *org_kind_name(enum org_kind v);
const char *delivery_state_name(enum delivery_state v);
const char *feed_health_name(enum feed_health v);
const char *feed_cause_name(enum feed_cause v);
const char *body_kind_name(enum body_kind v);
const char *way_state_name(enum way_state v);
const char *code_action_name(enum code_action v);

/* The value of a name: 0 and *out, or -1 and *out untouched. */
int verdict_parse(const char *s, enum verdict_kind *out);
int effect_parse(const char *s, enum effect *out);
int phase_parse(const char *s, enum phase *out);
int online_parse(const char *s, enum online *out);
int incident_state_parse(const char *s, enum incident_state *out);
int incident_kind_parse(const char *s, enum incident_kind *out);
int notice_type_parse(const char *s, enum notice_type *out);
int channel_parse(const char *s, enum channel *out);
int channel_choice_parse(const char *s, enum channel_choice *out);
int org_kind_parse(const char *s, enum org_kind *out);
int delivery_state_parse(const char *s, enum delivery_state *out);
int feed_health_parse(const char *s, enum feed_health *out);
int feed_cause_parse(const char *s, enum feed_cause *out);
int body_kind_parse(const char *s, enum body_kind *out);
int way_state_parse(const char *s, enum way_state *out);
int code_action_parse(const char *s, enum code_action *out);

#endif
