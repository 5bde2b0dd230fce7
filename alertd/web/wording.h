/*
 * wording.h: the words of the program as the page says them to people, in
 * Danish. Each is a word or two, in lower case where it stands in a sentence.
 */
#ifndef WEB_WORDING_H
#define WEB_WORDING_H

#include "base/words.h"

const char *wording_state(enum incident_state v); /* "åben" */
const char *wording_effect(enum effect v); /* "nede" */
const char *wording_online(enum online v); /* "virker" */
const char *wording_notice(enum notice_type v); /* "første besked" */
const char *wording_channel(enum channel v); /* "Mail" */
/* An address of a delivery, or that it was erased. */
const char *wording_address(const char *address);
const char *wording_delivery(enum delivery_state v); /* "sendt" */
const char *wording_audience(enum org_kind v); /* "kommunerne" */
const char *wording_verdict(enum verdict_kind v); /* "sendes ud" */
const char *wording_phase(enum phase v); /* "i gang" */
const char *wording_health(enum feed_health v); /* "fejler" */
/* What stands before the name of an incident: "ØVELSE: ", or "". */
const char *wording_kind(enum incident_kind v);

#endif
