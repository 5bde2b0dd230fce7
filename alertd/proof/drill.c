#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "proof/drill.h"

void
drill_results_clear(struct drill_results *l)
{
	for (size_t k = 0; k < l->n; k++) {
		free(l->v[k].code);
		free(l->v[k].name);
	}
	free(l->v);
	*l = (struct drill_results){0};
}

enum drill_change
drill_compare(const struct drill_result *now, const struct drill_result *before)
{
	if (before == NULL)
		return DRILL_NEW;
	if (now == NULL)
		return DRILL_GONE;
	/* Each as a number of which more is better. */
	const int64_t better[] = {
	    (int64_t)now->told - before->told,
	    (int64_t)now->over_told - before->over_told,
	    before->failed - now->failed,
	    now->asked && before->asked
		? (int64_t)now->receipted - before->receipted
		: 0,
	};

	for (size_t k = 0; k < LENGTH(better); k++)
		if (better[k] != 0)
			return better[k] > 0 ? DRILL_BETTER : DRILL_WORSE;
	return DRILL_SAME;
}

const char *
drill_change_name(enum drill_change c)
{
	static const char *const names[] = {[DRILL_SAME] = "same",
	    [DRILL_BETTER] = "better",
	    [DRILL_WORSE] = "worse",
	    [DRILL_NEW] = "new",
	    [DRILL_GONE] = "gone"};

	return names[c];
}

size_t
drill_pair_up(const struct drill_results *now,
    const struct drill_results *before, struct drill_pair *out)
{
	size_t n = 0, i = 0, k = 0;

	while (i < now->n || k < before->n) {
		int order = i == now->n ? 1
			    : k == before->n
				? -1
				: strcmp(now->v[i].code, before->v[k].code);
		struct drill_pair *p = &out[n++];

		p->now = order <= 0 ? &now->v[i++] : NULL;
		p->before = order >= 0 ? &before->v[k++] : NULL;
		p->change = drill_compare(p->now, p->before);
	}
	return n;
}
