/* What the rules say of one feed: what it is about, and what is too small. */
#include "base/attr.h"
#include "base/str.h"
#include "filter/judge.h"

/* The impact that the feed gives the report; -1 when it gives none. */
static int
impact_of(const struct report *r)
{
	for (int i = 0; impact_name(i) != NULL; i++)
		if (str_eq(r->impact, impact_name(i)))
			return i;
	return -1;
}

void
judge_feed(struct judgement *j)
{
	int impact = impact_of(j->r);

	if (j->feed == NULL || impact < 0 || impact >= j->feed->min_impact ||
	    j->out->verdict <= j->feed->below)
		return;
	j->out->verdict = j->feed->below;
	if (j->out->verdict == VERDICT_IGNORE)
		j->out->effect = EFFECT_NONE;
	j->why = "the feed gives it less than min_impact";
}
