#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "notice/page.h"
#include "web/mask.h"
#include "web/page.h"
#include "web/paged.h"
#include "web/wording.h"

/* In the order of the enum; NULL = what it says is shown as it is. */
static const struct {
	const char *heading;
	const char *who; /* what stands behind the name */
} said[PAGE_NEWS] = {
    [PAGE_LAPSED] = {"Vagten blev tilkaldt igen", "har ikke meldt sig"},
    [PAGE_TAKEN] = {"Vagten fik besked", "har taget sagen"},
    [PAGE_APPROVED] = {"Vagten fik besked", "lod beskeden gå ud"},
    [PAGE_DISMISSED] = {"Vagten fik besked", "har afvist sagen"},
    [PAGE_ENDED] = {"Vagten fik besked: sagen kræver ikke mere", NULL},
    [PAGE_GONE_OUT] = {"Vagten fik besked: beskeden var allerede sendt", NULL},
    [PAGE_WRONG_CODE] = {"Vagten fik besked: et svar havde forkert kode", NULL},
    [PAGE_WRONG_WORD] = {"Vagten fik besked: et svar havde forkert ord", NULL},
    [PAGE_USED] = {"Vagten fik besked: et svar havde en brugt kode", NULL},
    [PAGE_LOCKED] = {"Vagten fik besked: for mange forkerte svar", NULL},
};

/* What became of a call stands first in the reason; PAGE_RINGS: nothing did. */
static enum page_news
news_of(const char *reason)
{
	for (int k = 0; k < PAGE_NEWS; k++) {
		const char *verb = page_news_verb((enum page_news)k);

		if (*verb != '\0' && str_starts(reason, verb) &&
		    said[k].heading != NULL)
			return (enum page_news)k;
	}
	return PAGE_RINGS;
}

/* Who has no name is called by his address, which not everybody may see. */
static char *
name_of(const char *who, bool known)
{
	char *name = known ? xstrdup(who) : mask_addresses(who);

	if (*name == '\0' || str_eq(name, "…"))
		xreplace(&name, "vagten");
	return name;
}

static void
add_heading(struct buf *b, enum page_news k, const char *reason, bool known)
{
	const char *rest = reason + strlen(page_news_verb(k));
	char *who, *name;

	if (said[k].who == NULL) {
		page_add(b, "<h3>%s</h3>\n", said[k].heading);
		return;
	}
	rest += strspn(rest, " ");
	who = xstrndup(rest, strcspn(rest, ":"));
	name = name_of(who, known);
	page_add(b, "<h3>%s: %s %s</h3>\n", said[k].heading, name, said[k].who);
	free(name);
	free(who);
}

static void
add_one(struct buf *b, const struct paged *p, bool known)
{
	char *name = name_of(p->name, known);

	page_add(b, "<li>%s, %s%s%s: %s</li>\n", name,
	    wording_channel(p->channel), known ? " til " : "",
	    known ? wording_address(p->address) : "",
	    wording_delivery(p->state));
	free(name);
}

void
paged_add(struct buf *b, const struct notice *n, const struct paged_list *to,
    bool known)
{
	enum page_news k = news_of(n->reason);

	if (k == PAGE_RINGS) {
		buf_adds(b, "<h3>Vagten blev tilkaldt</h3>\n");
		page_note(b, n->reason, known);
	} else {
		add_heading(b, k, n->reason, known);
	}
	if (to->n == 0)
		return;
	buf_adds(b, "<ul class=\"names\">\n");
	for (size_t i = 0; i < to->n; i++)
		add_one(b, &to->v[i], known);
	buf_adds(b, "</ul>\n");
}
