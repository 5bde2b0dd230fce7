#include "base/limits.h"
#include "base/mem.h"
#include "contacts/whom.h"
#include "web/page.h"
#include "web/whom.h"

int
whom_read(
    struct store *s, const struct incident *i, char **words, struct err *e)
{
	struct orgs orgs = {0};
	int r = *i->audience == '\0' ? 0 : store_orgs(s, &orgs, e);

	if (r == 0)
		*words = whom_words(i->audience, &orgs, "da", LIMIT_WHOM);
	orgs_clear(&orgs);
	return r;
}

void
whom_add(struct buf *b, const char *words)
{
	if (*words != '\0')
		page_add(b, "<dt>Gælder</dt><dd>%s</dd>\n", words);
}
