#include <stdlib.h>

#include "alertctl/oncall/rotas.h"
#include "base/mem.h"
#include "base/str.h"

int
rotas_open(struct ctl *c, bool writing, struct core *out)
{
	int status = writing ? ctl_store(c, false) : ctl_store_reading(c);

	if (status != 0)
		return status;
	ctl_actor(c);
	*out = ctl_core_over(c, c->store);
	return 0;
}

char *
rotas_hint(const char *word, const struct strv *names)
{
	const char *near = nearest_of(word, names);
	char *all = strv_join(names, ", "), *hint;

	if (near != NULL)
		hint = xasprintf(_("did you mean \"%s\"?"), near);
	else if (names->n > 0)
		hint = xasprintf(_("there are %s"), all);
	else
		hint = xstrdup(_("there is none"));
	free(all);
	return hint;
}
