#include "base/str.h"
#include "store/forget.h"
#include "web/wording.h"

const char *
wording_state(enum incident_state v)
{
	static const char *const words[] = {
	    [INCIDENT_PENDING] = "venter på afgørelse",
	    [INCIDENT_OPEN] = "åben",
	    [INCIDENT_RESOLVED] = "afsluttet",
	    [INCIDENT_DISMISSED] = "afvist, ikke sendt ud",
	    [INCIDENT_RETRACTED] = "trukket tilbage",
	};

	return words[v];
}

const char *
wording_effect(enum effect v)
{
	static const char *const words[] = {
	    [EFFECT_NONE] = "uden virkning",
	    [EFFECT_PLANNED] = "planlagt arbejde",
	    [EFFECT_DEGRADED] = "virker kun delvist",
	    [EFFECT_DATA_ERROR] = "kan vise forkerte oplysninger",
	    [EFFECT_OUTAGE] = "nede",
	};

	return words[v];
}

const char *
wording_online(enum online v)
{
	static const char *const words[] = {
	    [ONLINE_UNKNOWN] = "vides ikke",
	    [ONLINE_WORKS] = "virker",
	    [ONLINE_DOWN] = "virker ikke",
	};

	return words[v];
}

const char *
wording_notice(enum notice_type v)
{
	static const char *const words[] = {
	    [NOTICE_FIRST] = "første besked",
	    [NOTICE_UPDATE] = "opdatering",
	    [NOTICE_REPEAT] = "gentagelse",
	    [NOTICE_RESOLVED] = "afslutning",
	    [NOTICE_CORRECTION] = "rettelse",
	    [NOTICE_PLANNED] = "varsel om planlagt arbejde",
	    [NOTICE_PAGE] = "tilkald af vagten",
	    [NOTICE_RECEIPT] = "ny anmodning om kvittering",
	};

	return words[v];
}

const char *
wording_channel(enum channel v)
{
	return v == CHANNEL_MAIL ? "Mail" : "SMS";
}

const char *
wording_address(const char *address)
{
	return str_starts(address, FORGOTTEN) ? "slettet" : address;
}

const char *
wording_delivery(enum delivery_state v)
{
	static const char *const words[] = {
	    [DELIVERY_QUEUED] = "venter",
	    [DELIVERY_SENDING] = "sendes nu",
	    [DELIVERY_ACCEPTED] = "sendt",
	    [DELIVERY_DELIVERED] = "modtaget",
	    [DELIVERY_UNKNOWN] = "ukendt",
	    [DELIVERY_FAILED] = "fejlet",
	    [DELIVERY_SUPERSEDED] = "afløst af en nyere",
	    [DELIVERY_CANCELLED] = "annulleret",
	};

	return words[v];
}

const char *
wording_audience(enum org_kind v)
{
	static const char *const words[] = {
	    [ORG_MUNICIPALITY] = "kommunerne",
	    [ORG_VENDOR] = "leverandørerne",
	    [ORG_ONCALL] = "vagten",
	};

	return words[v];
}

const char *
wording_verdict(enum verdict_kind v)
{
	static const char *const words[] = {
	    [VERDICT_IGNORE] = "ikke om FMK",
	    [VERDICT_ASK] = "vagten spørges",
	    [VERDICT_BROADCAST] = "sendes ud",
	};

	return words[v];
}

const char *
wording_phase(enum phase v)
{
	static const char *const words[] = {
	    [PHASE_UNKNOWN] = "ukendt",
	    [PHASE_INFO] = "oplysning",
	    [PHASE_PLANNED] = "planlagt",
	    [PHASE_OPEN] = "i gang",
	    [PHASE_RESOLVED] = "løst",
	};

	return words[v];
}

const char *
wording_health(enum feed_health v)
{
	static const char *const words[] = {
	    [HEALTH_OK] = "virker",
	    [HEALTH_FAILING] = "fejler",
	    [HEALTH_STALE] = "intet nyt i lang tid",
	    [HEALTH_SHRUNKEN] = "mangler det meste",
	};

	return words[v];
}

const char *
wording_kind(enum incident_kind v)
{
	static const char *const words[] = {
	    [KIND_ACTUAL] = "",
	    [KIND_EXERCISE] = "ØVELSE: ",
	    [KIND_TEST] = "TEST: ",
	};

	return words[v];
}
