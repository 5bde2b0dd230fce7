#include <assert.h>
#include <string.h>

#include "base/attr.h"
#include "base/tr.h"
#include "base/words.h"

#define WORDS(word, type, table)                             \
	const char *word##_name(type v)                      \
	{                                                    \
		assert((size_t)v < LENGTH(table));           \
		return table[v];                             \
	}                                                    \
                                                             \
	int word##_parse(const char *s, type *out)           \
	{                                                    \
		for (size_t i = 0; i < LENGTH(table); i++) { \
			if (strcmp(s, table[i]) == 0) {      \
				*out = (type)i;              \
				return 0;                    \
			}                                    \
		}                                            \
		return -1;                                   \
	}

static const char *const verdicts[] = {
    N_("ignore"), N_("ask"), N_("broadcast")};
static const char *const effects[] = {
    N_("none"), N_("planned"), N_("degraded"), N_("data_error"), N_("outage")};
static const char *const phases[] = {
    N_("unknown"), N_("info"), N_("planned"), N_("open"), N_("resolved")};
static const char *const onlines[] = {N_("unknown"), N_("works"), N_("down")};
static const char *const incident_states[] = {N_("pending"), N_("open"),
    N_("resolved"), N_("dismissed"), N_("retracted")};
static const char *const incident_kinds[] = {
    N_("actual"), N_("exercise"), N_("test")};
static const char *const notice_types[] = {N_("first"), N_("update"),
    N_("repeat"), N_("resolved"), N_("correction"), N_("planned"), N_("page"),
    N_("receipt")};
static const char *const channels[] = {N_("mail"), N_("sms")};
static const char *const channel_choices[] = {
    "", N_("both"), N_("mail"), N_("sms"), N_("sms-outages")};
static const char *const org_kinds[] = {
    N_("municipality"), N_("vendor"), N_("oncall")};
static const char *const delivery_states[] = {N_("queued"), N_("sending"),
    N_("accepted"), N_("delivered"), N_("unknown"), N_("failed"),
    N_("superseded"), N_("cancelled")};
static const char *const feed_healths[] = {
    "ok", "failing", "stale", "shrunken"};
static const char *const feed_causes[] = {"none", "unreachable", "tls",
    "status", "not-a-feed", "too-large", "incomplete", "not-stored"};
static const char *const body_kinds[] = {"whole", "part", "short"};
static const char *const way_states[] = {"well", "aside", "tried"};
static const char *const code_actions[] = {
    "ack", "approve", "dismiss", "receipt"};

WORDS(verdict, enum verdict_kind, verdicts)
WORDS(effect, enum effect, effects)
WORDS(phase, enum phase, phases)
WORDS(online, enum online, onlines)
WORDS(incident_state, enum incident_state, incident_states)
WORDS(incident_kind, enum incident_kind, incident_kinds)
WORDS(notice_type, enum notice_type, notice_types)
WORDS(channel, enum channel, channels)
WORDS(channel_choice, enum channel_choice, channel_choices)
WORDS(org_kind, enum org_kind, org_kinds)
WORDS(delivery_state, enum delivery_state, delivery_states)
WORDS(feed_health, enum feed_health, feed_healths)
WORDS(feed_cause, enum feed_cause, feed_causes)
WORDS(body_kind, enum body_kind, body_kinds)
WORDS(way_state, enum way_state, way_states)
WORDS(code_action, enum code_action, code_actions)
