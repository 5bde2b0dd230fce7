#include <string.h>

#include "base/str.h"
#include "filter/judge.h"

/* Which clauses are read: those of the newest update, or all. */
static bool
read_of(const struct clause *c, bool older)
{
	return older || c->part != PART_OLDER;
}

/* A word of the list is said, and not turned to its opposite. */
static bool
said(struct judgement *j, enum rule_words list, bool older)
{
	for (size_t i = 0; i < j->doc.n; i++) {
		const struct clause *c = &j->doc.v[i];
		struct span at;

		if (read_of(c, older) && judge_word(j, list, c->text, &at) &&
		    !c->quoted && !judge_negated(j, c->text, at, -1))
			return true;
	}
	return false;
}

/* A word of "cannot be used", as a verb or as a noun. */
static bool
out_of_use(struct judgement *j, bool older)
{
	for (size_t i = 0; i < j->doc.n; i++) {
		const struct clause *c = &j->doc.v[i];
		struct span at;

		if (read_of(c, older) &&
		    judge_word(j, WORDS_RUNS, c->text, &at) &&
		    judge_has(j, WORDS_NEGATION, at))
			return true; /* "can not at all be reached" */
	}
	return said(j, WORDS_OUTAGE, older) || said(j, WORDS_BREAKDOWN, older);
}

/* In the newest update something fails besides what is over. */
static bool
leftovers(struct judgement *j)
{
	for (size_t i = 0; i < j->doc.n; i++) {
		struct span s = judge_unconditioned(j, j->doc.v[i].text), at;

		if (j->doc.v[i].part == PART_NEWEST && judge_not_over(j, s) &&
		    judge_saying(j, s, &at) >= SAYS_FAULT)
			return true;
	}
	return false;
}

static enum effect
text_effect(struct judgement *j, bool older)
{
	bool outage = out_of_use(j, older);

	if (said(j, WORDS_PARTLY, older))
		return EFFECT_DEGRADED;
	if (!older && judge_over(j) && leftovers(j))
		return EFFECT_DEGRADED; /* it works again, but not wholly */
	if (said(j, WORDS_SLOW, older) && !outage)
		return EFFECT_DEGRADED;
	return outage ? EFFECT_OUTAGE : EFFECT_NONE;
}

static enum effect
itself_effect(struct judgement *j)
{
	const char *status = j->seen[j->f->itself].status;
	bool open = j->out->phase == PHASE_OPEN;

	if (judge_wrong(j))
		return EFFECT_DATA_ERROR;
	if (open && status != NULL && str_eq(status, "major_outage"))
		return EFFECT_OUTAGE;
	if (open && status != NULL &&
	    (str_eq(status, "partial_outage") ||
		str_eq(status, "degraded_performance")))
		return EFFECT_DEGRADED;
	if (open && j->r->phase == PHASE_RESOLVED && leftovers(j))
		return EFFECT_DEGRADED;
	if (str_eq(j->r->impact, "critical"))
		return EFFECT_OUTAGE;
	if ((open && text_effect(j, false) == EFFECT_DEGRADED) ||
	    text_effect(j, true) == EFFECT_DEGRADED)
		return EFFECT_DEGRADED;
	return EFFECT_OUTAGE;
}

/* Only slow, although its failing would mean more. */
static bool
only_slow(struct judgement *j)
{
	const char *status = j->seen[j->main].status;

	if (j->f->c[j->main].effect == EFFECT_DATA_ERROR)
		return judge_has(j, WORDS_SLOW, j->doc.title);
	return said(j, WORDS_SLOW, true) &&
	       (!out_of_use(j, true) ||
		   (status != NULL && str_eq(status, "degraded_performance")));
}

static enum effect
fault_effect(struct judgement *j)
{
	/* One of two is out, and nobody notices. */
	if (j->rule == 9 && judge_only_part(j) &&
	    judge_says(j, WORDS_NO_EFFECT, false))
		return EFFECT_NONE;
	if (j->rule == 3)
		return itself_effect(j);
	if (j->main >= j->f->n || j->rule == 5)
		return text_effect(j, true) == EFFECT_OUTAGE ? EFFECT_OUTAGE
							     : EFFECT_DEGRADED;
	if (only_slow(j) || j->f->c[j->main].effect == EFFECT_NONE)
		return EFFECT_DEGRADED;
	return j->f->c[j->main].effect;
}

void
judge_effect(struct judgement *j)
{
	bool fault = out_of_use(j, true) || judge_says(j, WORDS_FAULT, true);

	if (j->out->verdict == VERDICT_IGNORE)
		j->out->effect = EFFECT_NONE;
	else if (j->planned && !(judge_says(j, WORDS_OVERRUN, false) && fault))
		j->out->effect = EFFECT_PLANNED;
	else
		j->out->effect = fault_effect(j);
}
