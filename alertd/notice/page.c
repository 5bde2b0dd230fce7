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
    [PAGE_APPROVED] = {"approved", "approved by"},
    [PAGE_DISMISSED] = {"dismissed", "dismissed by"},
    [PAGE_ENDED] = {"ended", "settled"},
    [PAGE_WRONG_CODE] = {"wrong_code", "a reply with a wrong code"},
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
