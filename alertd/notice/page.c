#include <assert.h>
#include <stddef.h>

#include "base/attr.h"
#include "notice/page.h"

static const struct {
	const char *name, *verb;
} news[PAGE_NEWS] = {
    [PAGE_RINGS] = {"rings", ""},
    [PAGE_LAPSED] = {"lapsed", "not attended any more by"},
    [PAGE_TOLD] = {"told", ""},
    [PAGE_TAKEN] = {"taken", "taken by"},
    [PAGE_YOURS] = {"yours", "taken by"},
    [PAGE_APPROVED] = {"approved", "approved by"},
    [PAGE_DISMISSED] = {"dismissed", "dismissed by"},
    [PAGE_ENDED] = {"ended", "settled"},
    [PAGE_GONE_OUT] = {"gone_out", "already sent"},
    [PAGE_WRONG_CODE] = {"wrong_code", "a reply with a wrong code"},
    [PAGE_WRONG_WORD] = {"wrong_word", "a reply with a wrong word"},
    [PAGE_USED] = {"used", "a reply with a used code"},
    [PAGE_LOCKED] = {"locked", "too many wrong replies"},
    [PAGE_COLLECTED] = {"collected", ""},
};

const char *
page_news_name(enum page_news n)
{
	assert((size_t)n < LENGTH(news));
	return news[n].name;
}

const char *
page_news_verb(enum page_news n)
{
	assert((size_t)n < LENGTH(news));
	return news[n].verb;
}

bool
page_news_answers(enum page_news n)
{
	return n >= PAGE_TAKEN && n <= PAGE_LOCKED;
}
