#include <assert.h>
#include <string.h>

#include "base/attr.h"
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

static const char *const verdicts[] = {"ignore", "ask", "broadcast"};
static const char *const effects[] = {
    "none", "planned", "degraded", "data_error", "outage"};
static const char *const phases[] = {
    "unknown", "info", "planned", "open", "resolved"};
static const char *const onlines[] = {"unknown", "works", "down"};
static const char *const incident_states[] = {
    "pending", "open", "resolved", "dismissed", "retracted"};
static const char *const incident_kinds[] = {"actual", "exercise", "test"};
static const char *const notice_types[] = {"first", "update", "repeat",
    "resolved", "correction", "planned", "page", "receipt"};
static const char *const channels[] = {"mail", "sms"};
static const char *const channel_choices[] = {
    "", "both", "mail", "sms", "sms-outages"};
static const char *const org_kinds[] = {"municipality", "vendor", "oncall"};
static const char *const delivery_states[] = {"queued", "sending", "accepted",
    "delivered", "failed", "superseded", "cancelled"};
static const char *const feed_healths[] = {
    "ok", "failing", "stale", "shrunken"};
static const char *const feed_causes[] = {"none", "unreachable", "tls",
    "status", "not-a-feed", "too-large", "incomplete", "not-stored"};
static const char *const body_kinds[] = {"whole", "part", "short"};
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
WORDS(code_action, enum code_action, code_actions)
