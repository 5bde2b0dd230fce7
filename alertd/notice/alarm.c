#include <assert.h>
#include <stddef.h>
#include <string.h>

#include "base/attr.h"
#include "base/mem.h"
#include "notice/alarm.h"

/* The parts of a sentence around about and detail; NULL: left out. */
static const struct {
	const char *name;
	const char *before, *after; /* of about */
	const char *end; /* of detail */
	enum alarm_urgency urgency;
	bool lasts; /* it goes on until it is ended, though somebody has it */
} kinds[ALARM_KINDS] = {
    [ALARM_RULE_FAILED] = {"rule_failed", "A rule failed on \"", "\": ", "",
	URGENCY_RINGS, false},
    [ALARM_OVER_UNTOLD] = {"over_untold", "\"",
	"\" says that something is over that was never told, in feed ", "",
	URGENCY_TOLD, false},
    [ALARM_OVER_SEVERAL] = {"over_several", "\"",
	"\" says that one is over, but several are open, in feed ", "",
	URGENCY_RINGS, false},
    [ALARM_VANISHED] = {"vanished", "Feed ",
	" no longer lists it. It stays open", "", URGENCY_RINGS, false},
    [ALARM_FEED_FAILING] = {"feed_failing", "Feed ", " cannot be read: ",
	". What it says now is not known", URGENCY_RINGS, true},
    [ALARM_FEED_PARTLY] = {"feed_partly", "Feed ", " cannot be read wholly: ",
	". What is missing is not known", URGENCY_RINGS, true},
    [ALARM_FEED_STALE] = {"feed_stale", "Feed ", " is stale: ", "",
	URGENCY_TOLD, false},
    [ALARM_FEED_SHRUNKEN] = {"feed_shrunken", "Feed ", " has shrunk: ",
	". What they were about stays open", URGENCY_TOLD, false},
    [ALARM_FEED_WELL] = {"feed_well", "Feed ", " is well again", "",
	URGENCY_TOLD, false},
    [ALARM_FEED_SETTLED] = {"feed_settled", "Feed ",
	" has listed as little for a day. That is its list now", "",
	URGENCY_TOLD, false},
    [ALARM_TEMPLATE_FAILED] = {"template_failed", "A template failed", ": ",
	". The built-in plain text was sent instead", URGENCY_RINGS, false},
    [ALARM_OVER_ONE] = {"over_one", "Feed ",
	" says that it is over, another feed does not. It stays open", "",
	URGENCY_RINGS, false},
    [ALARM_UNRELATED] = {"unrelated", "Feed ",
	" has changed what it said to something that is not about FMK. It "
	"stays open",
	"", URGENCY_RINGS, false},
    [ALARM_STUCK] = {"stuck", "Incident ",
	" cannot go on: ", ". Its notices do not go out", URGENCY_RINGS, true},
    [ALARM_CONFIG_BAD] = {"config_bad",
	"The files have mistakes and were "
	"not reloaded; the old ones go on",
	"", "", URGENCY_RINGS, true},
    [ALARM_MAIL_REFUSED] = {"mail_refused", "Feed ",
	" does not believe mail, and keeps it in .refused: ", "", URGENCY_TOLD,
	false},
    [ALARM_UNREACHED] = {"unreached", "Notice not with ",
	" municipalities: ", "", URGENCY_RINGS, false},
    [ALARM_UNRECEIPTED] = {"unreceipted", "No receipt from ",
	" municipalities: ", "", URGENCY_RINGS, false},
    [ALARM_BOUNCED] = {"bounced", "", " cannot be reached: ", "", URGENCY_LOW,
	false},
    [ALARM_CALENDAR_FAILING] = {"calendar_failing", "The calendar of rota ",
	" cannot be read: ", ". The last good one goes on, if there is one",
	URGENCY_LOW, false},
    [ALARM_CALENDAR_WELL] = {"calendar_well", "The calendar of rota ",
	" is well again", "", URGENCY_LOW, false},
    [ALARM_SELF_CHECK] = {"self_check", "The self-check found a fault", ": ",
	"", URGENCY_RINGS, false},
    [ALARM_GAP_MAIL] = {"gap_mail", "",
	" municipalities cannot be reached by mail, for a week or longer: ", "",
	URGENCY_LOW, false},
    [ALARM_GAP_SMS] = {"gap_sms", "",
	" municipalities cannot be reached by SMS, for a week or longer: ", "",
	URGENCY_LOW, false},
    [ALARM_GAP_CLOSED] = {"gap_closed", "",
	" municipalities can be reached again: ", "", URGENCY_LOW, false},
    [ALARM_PATIENT] = {"patient", "Feed ",
	" told what looks like a patient's number (CPR). It is left out: ", "",
	URGENCY_TOLD, false},
    [ALARM_DRILL_OVERDUE] = {"drill_overdue",
	"A drill is overdue: there was none for ", " days", "", URGENCY_LOW,
	false},
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
alarm_sentence(const struct alarm *a)
{
	assert((size_t)a->kind < ALARM_KINDS);
	return xasprintf("%s%s%s%s%s.", kinds[a->kind].before,
	    a->about == NULL ? "" : a->about, kinds[a->kind].after,
	    a->detail == NULL ? "" : a->detail, kinds[a->kind].end);
}
