#include <assert.h>
#include <stddef.h>

#include "base/attr.h"
#include "base/mem.h"
#include "notice/alarm.h"

/* The parts of a sentence around about and detail; NULL: left out. */
static const struct {
	const char *name;
	const char *before, *after; /* of about */
	const char *end; /* of detail */
} kinds[ALARM_KINDS] = {
    [ALARM_RULE_FAILED] = {"rule_failed", "A rule failed on \"", "\": ", ""},
    [ALARM_OVER_UNTOLD] = {"over_untold", "\"",
	"\" says that something is over that was never told, in feed ", ""},
    [ALARM_OVER_SEVERAL] = {"over_several", "\"",
	"\" says that one is over, but several are open, in feed ", ""},
    [ALARM_VANISHED] = {"vanished", "Feed ",
	" no longer lists it. It stays open", ""},
    [ALARM_FEED_FAILING] = {"feed_failing", "Feed ",
	" cannot be read: ", ". What it says now is not known"},
    [ALARM_FEED_PARTLY] = {"feed_partly", "Feed ",
	" cannot be read wholly: ", ". What is missing is not known"},
    [ALARM_FEED_STALE] = {"feed_stale", "Feed ", " is stale: ", ""},
    [ALARM_FEED_SHRUNKEN] = {"feed_shrunken", "Feed ",
	" has shrunk: ", ". What they were about stays open"},
    [ALARM_FEED_WELL] = {"feed_well", "Feed ", " is well again", ""},
    [ALARM_FEED_SETTLED] = {"feed_settled", "Feed ",
	" has listed as little for a day. That is its list now", ""},
    [ALARM_TEMPLATE_FAILED] = {"template_failed", "A template failed", ": ",
	". The built-in plain text was sent instead"},
    [ALARM_OVER_ONE] = {"over_one", "Feed ",
	" says that it is over, another feed does not. It stays open", ""},
    [ALARM_UNRELATED] = {"unrelated", "Feed ",
	" has changed what it said to something that is not about FMK. It "
	"stays open",
	""},
    [ALARM_STUCK] = {"stuck", "Incident ",
	" cannot go on: ", ". Its notices do not go out"},
    [ALARM_CONFIG_BAD] = {"config_bad",
	"The files have mistakes and were "
	"not reloaded; the old ones go on",
	"", ""},
    [ALARM_MAIL_REFUSED] = {"mail_refused", "Feed ",
	" does not believe mail, and keeps it in .refused: ", ""},
};

const char *
alarm_name(enum alarm_kind k)
{
	assert((size_t)k < ALARM_KINDS);
	return kinds[k].name;
}

char *
alarm_sentence(const struct alarm *a)
{
	assert((size_t)a->kind < ALARM_KINDS);
	return xasprintf("%s%s%s%s%s.", kinds[a->kind].before,
	    a->about == NULL ? "" : a->about, kinds[a->kind].after,
	    a->detail == NULL ? "" : a->detail, kinds[a->kind].end);
}
