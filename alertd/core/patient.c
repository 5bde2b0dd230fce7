#include <stdlib.h>
#include <string.h>

#include "base/cpr.h"
#include "base/mem.h"
#include "base/tr.h"
#include "core/parts.h"

static bool
has_number(const char *s)
{
	size_t n;

	return s != NULL && cpr_find(s, &n) != NULL;
}

int
core_refuse_patient(const struct statement *s, struct err *e)
{
	if (s == NULL || (!has_number(s->title) && !has_number(s->text)))
		return 0;
	return err_set(e, "%s",
	    has_number(s->title)
		? _("the title has what looks like a patient's number (CPR), "
		    "which is never sent: take it out")
		: _("the text has what looks like a patient's number (CPR), "
		    "which is never sent: take it out"));
}

size_t
core_mask_report(const struct report *r, struct report *out)
{
	char *first = xstrndup(r->text, r->newest), *newest, *rest;
	size_t n = 0;

	*out = *r;
	out->title = cpr_mask(r->title, &n);
	/* Feeds make it of what they like; it is counted where it is read. */
	out->revision = cpr_mask(r->revision, &(size_t){0});
	/* What the newest update is stays what it is. */
	newest = cpr_mask(first, &n);
	rest = cpr_mask(r->text + strlen(first), &n);
	out->newest = strlen(newest);
	out->text = xasprintf("%s%s", newest, rest);
	free(first);
	free(newest);
	free(rest);
	return n;
}

void
core_masked_clear(struct report *out)
{
	free(out->title);
	free(out->revision);
	free(out->text);
}
