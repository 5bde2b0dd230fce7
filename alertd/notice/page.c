#include <assert.h>
#include <stddef.h>

#include "base/attr.h"
#include "notice/page.h"

static const struct {
	const char *name, *verb;
	bool asks;
} news[PAGE_NEWS] = {
    [PAGE_RINGS] = {"rings", "", true},
    [PAGE_LAPSED] = {"lapsed", "not attended any more by", true},
    [PAGE_TOLD] = {"told", "", true},
    [PAGE_TAKEN] = {"taken", "taken by", false},
    [PAGE_YOURS] = {"yours", "taken by", true},
    [PAGE_APPROVED] = {"approved", "approved by", false},
    [PAGE_DISMISSED] = {"dismissed", "dismissed by", false},
    [PAGE_ENDED] = {"ended", "settled", false},
    [PAGE_GONE_OUT] = {"gone_out", "already sent", true},
    [PAGE_WRONG_CODE] = {"wrong_code", "a reply with a wrong code", true},
    [PAGE_WRONG_WORD] = {"wrong_word", "a reply with a wrong word", true},
    [PAGE_USED] = {"used", "a reply with an old code", true},
    [PAGE_LOCKED] = {"locked", "too many wrong replies", true},
    [PAGE_COLLECTED] = {"collected", "", false},
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

bool
page_news_asks(enum page_news n)
{
	assert((size_t)n < LENGTH(news));
	return news[n].asks;
}
