#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/tr.h"
#include "contacts/keep.h"

#define NAMED 5 /* municipalities named in a refusal */

int
keep_before(struct store *s, struct reaches *out, struct err *e)
{
	return store_reach(s, 0, 0, out, e);
}

static int
compare(const void *code, const void *reach)
{
	return strcmp(code, ((const struct reach *)reach)->code);
}

/* They are in order of their codes. */
static const struct reach *
find(const struct reaches *l, const char *code)
{
	return l->n == 0 ? NULL
			 : bsearch(code, l->v, l->n, sizeof(*l->v), compare);
}

static void
add_loss(const struct reach *was, const struct reach *is, struct strv *lost)
{
	bool mail = was->has_mail && (is == NULL || !is->has_mail);
	bool sms = was->has_sms && (is == NULL || !is->has_sms);

	if (mail && sms)
		strv_take(
		    lost, xasprintf(_("%s by e-mail and SMS"), was->name));
	else if (mail)
		strv_take(lost, xasprintf(_("%s by e-mail"), was->name));
	else if (sms)
		strv_take(lost, xasprintf(_("%s by SMS"), was->name));
}

int
keep_after(struct store *s, const struct reaches *before, struct strv *lost,
    struct reaches *after, struct err *e)
{
	struct reaches now = {0};
	int r = store_reach(s, 0, 0, &now, e);

	for (size_t i = 0; r == 0 && i < before->n; i++)
		add_loss(&before->v[i], find(&now, before->v[i].code), lost);
	if (after != NULL)
		*after = now;
	else
		reaches_clear(&now);
	return r;
}

char *
keep_list(const struct strv *lost)
{
	struct strv named = {0};
	char *s;

	for (size_t i = 0; i < lost->n && i < NAMED; i++)
		strv_add(&named, lost->v[i]);
	if (lost->n > NAMED)
		strv_add(&named, "…");
	s = strv_join(&named, ", ");
	strv_clear(&named);
	return s;
}
