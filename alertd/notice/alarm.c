#include <assert.h>
#include <stddef.h>
#include <string.h>

#include "base/attr.h"
#include "base/buf.h"
#include "base/mem.h"
#include "base/tr.h"
#include "notice/alarm.h"

#define SENTENCE_MAX (1024 * 1024) /* bytes; the details are bounded */

static const struct {
	const char *name;
	const char *sentence; /* %1: about, %2: detail, each may be empty */
	enum alarm_urgency urgency;
	bool lasts; /* it goes on until it is ended, though somebody has it */
} kinds[ALARM_KINDS] = {
    [ALARM_RULE_FAILED] = {"rule_failed", N_("A rule failed on \"%1\": %2."),
	URGENCY_RINGS, false},
    [ALARM_OVER_UNTOLD] = {"over_untold",
	N_("\"%1\" says that something is over that was never told, in feed "
	   "%2."),
	URGENCY_TOLD, false},
    [ALARM_OVER_SEVERAL] = {"over_several",
	N_("\"%1\" says that one is over, but several are open, in feed %2."),
	URGENCY_RINGS, false},
    [ALARM_VANISHED] = {"vanished",
	N_("Feed %1 no longer lists it. It stays open%2."), URGENCY_RINGS,
	false},
    [ALARM_FEED_FAILING] = {"feed_failing",
	N_("Feed %1 cannot be read: %2. What it says now is not known."),
	URGENCY_RINGS, true},
    [ALARM_FEED_PARTLY] = {"feed_partly",
	N_("Feed %1 cannot be read wholly: %2. What is missing is not known."),
	URGENCY_RINGS, true},
    [ALARM_FEED_STALE] = {"feed_stale", N_("Feed %1 is stale: %2."),
	URGENCY_TOLD, false},
    [ALARM_FEED_SHRUNKEN] = {"feed_shrunken",
	N_("Feed %1 has shrunk: %2. What they were about stays open."),
	URGENCY_TOLD, false},
    [ALARM_FEED_WELL] = {"feed_well", N_("Feed %1 is well again%2."),
	URGENCY_TOLD, false},
    [ALARM_FEED_SETTLED] = {"feed_settled",
	N_("Feed %1 has listed as little for a day. That is its list now%2."),
	URGENCY_TOLD, false},
    [ALARM_TEMPLATE_FAILED] = {"template_failed",
	N_("A template failed%1: %2. The built-in plain text was sent "
	   "instead."),
	URGENCY_RINGS, false},
    [ALARM_OVER_ONE] = {"over_one",
	N_("Feed %1 says that it is over, another feed does not. It stays "
	   "open%2."),
	URGENCY_RINGS, false},
    [ALARM_UNRELATED] = {"unrelated",
	N_("Feed %1 has changed what it said to something that is not about "
	   "FMK. It stays open%2."),
	URGENCY_RINGS, false},
    [ALARM_STUCK] = {"stuck",
	N_("Incident %1 cannot go on: %2. Its notices do not go out."),
	URGENCY_RINGS, true},
    [ALARM_CONFIG_BAD] = {"config_bad",
	N_("The files have mistakes and were not reloaded; the old ones go "
	   "on%1%2."),
	URGENCY_RINGS, true},
    [ALARM_MAIL_REFUSED] = {"mail_refused",
	N_("Feed %1 does not believe mail, and keeps it in .refused: %2."),
	URGENCY_TOLD, false},
    [ALARM_UNREACHED] = {"unreached",
	N_("Notice not with %1 municipalities: %2."), URGENCY_RINGS, false},
    [ALARM_UNRECEIPTED] = {"unreceipted",
	N_("No receipt from %1 municipalities: %2."), URGENCY_RINGS, false},
    [ALARM_BOUNCED] = {"bounced", N_("%1 cannot be reached: %2."), URGENCY_LOW,
	false},
    [ALARM_IN_DOUBT] = {"in_doubt",
	N_("It is not known whether %1 got the notice: %2."), URGENCY_LOW,
	false},
    [ALARM_CALENDAR_FAILING] = {"calendar_failing",
	N_("The calendar of rota %1 cannot be read: %2. The last good one goes "
	   "on, if there is one."),
	URGENCY_LOW, false},
    [ALARM_CALENDAR_WELL] = {"calendar_well",
	N_("The calendar of rota %1 is well again%2."), URGENCY_LOW, false},
    [ALARM_SELF_CHECK] = {"self_check",
	N_("The self-check found a fault%1: %2."), URGENCY_RINGS, false},
    [ALARM_GAP_MAIL] = {"gap_mail",
	N_("%1 municipalities cannot be reached by mail, for a week or longer: "
	   "%2."),
	URGENCY_LOW, false},
    [ALARM_GAP_SMS] = {"gap_sms",
	N_("%1 municipalities cannot be reached by SMS, for a week or longer: "
	   "%2."),
	URGENCY_LOW, false},
    [ALARM_GAP_CLOSED] = {"gap_closed",
	N_("%1 municipalities can be reached again: %2."), URGENCY_LOW, false},
    [ALARM_PATIENT] = {"patient",
	N_("Feed %1 told what looks like a patient's number (CPR). It is left "
	   "out: %2."),
	URGENCY_TOLD, false},
    [ALARM_DRILL_OVERDUE] = {"drill_overdue",
	N_("A drill is overdue: there was none for %1 days%2."), URGENCY_LOW,
	false},
    [ALARM_SET_ASIDE] = {"set_aside",
	N_("Message %1 was set aside, for the program that sends died over it "
	   "each time: %2."),
	URGENCY_RINGS, false},
    [ALARM_TRUTH_LATE] = {"truth_late",
	N_("The test by %1 has not arrived: %2."), URGENCY_TOLD, false},
    [ALARM_TRUTH_WELL] = {"truth_well", N_("The test by %1 arrives again: %2."),
	URGENCY_TOLD, false},
    [ALARM_CLOCK_SET] = {"clock_set",
	N_("The clock of the machine jumped by %1: %2."), URGENCY_LOW, false},
};

const char *
alarm_name(enum alarm_kind k)
{
	assert((size_t)k < ALARM_KINDS);
	return kinds[k].name;
}

int
alarm_parse(const char *name, enum alarm_kind *out)
{
	for (int k = 0; k < ALARM_KINDS; k++) {
		if (strcmp(kinds[k].name, name) == 0) {
			*out = (enum alarm_kind)k;
			return 0;
		}
	}
	return -1;
}

enum alarm_urgency
alarm_urgency(enum alarm_kind k)
{
	assert((size_t)k < ALARM_KINDS);
	return kinds[k].urgency;
}

bool
alarm_lasts(enum alarm_kind k)
{
	assert((size_t)k < ALARM_KINDS);
	return kinds[k].lasts;
}

static bool
of_feed(enum alarm_kind k)
{
	static const enum alarm_kind all[] = {ALARM_FEED_FAILING,
	    ALARM_FEED_PARTLY, ALARM_FEED_STALE, ALARM_FEED_SHRUNKEN,
	    ALARM_FEED_WELL, ALARM_FEED_SETTLED};

	for (size_t i = 0; i < LENGTH(all); i++)
		if (all[i] == k)
			return true;
	return false;
}

bool
alarm_is_ended_by(enum alarm_kind k, enum alarm_kind by)
{
	return k != by && of_feed(k) && of_feed(by);
}

/* The others name a feed, or municipalities. */
bool
alarm_explains(enum alarm_kind k)
{
	return k != ALARM_OVER_UNTOLD && k != ALARM_OVER_SEVERAL &&
	       k != ALARM_UNREACHED && k != ALARM_UNRECEIPTED &&
	       k != ALARM_GAP_MAIL && k != ALARM_GAP_SMS &&
	       k != ALARM_GAP_CLOSED && k != ALARM_PATIENT;
}

char *
alarm_sentence(const struct alarm *a, const char *(*translate)(const char *))
{
	const char *sentence;
	struct buf b;

	assert((size_t)a->kind < ALARM_KINDS);
	sentence = kinds[a->kind].sentence;
	buf_init(&b, SENTENCE_MAX);
	buf_fill(&b, translate == NULL ? sentence : translate(sentence),
	    a->about == NULL ? "" : a->about,
	    a->detail == NULL ? "" : a->detail);
	return buf_steal(&b);
}
