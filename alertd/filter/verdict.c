#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "filter/judge.h"

static void
decide(struct judgement *j, int rule, enum verdict_kind verdict, size_t main,
    const char *why)
{
	j->rule = rule;
	j->why = why;
	j->main = main;
	j->out->verdict = verdict;
	j->out->unrelated = verdict == VERDICT_IGNORE && rule != 9;
	if (main >= j->f->n)
		return;
	xreplace(&j->out->service, j->f->c[main].id);
	j->out->path = j->f->c[main].path &&
		       j->seen[j->f->itself].state != STATE_HIT;
	j->word = j->seen[main].name;
	j->more = j->seen[main].word;
	if (j->more.n == 0 && j->seen[main].status != NULL)
		j->more = (struct span){
		    j->seen[main].status, strlen(j->seen[main].status)};
}

static void
decide_by(struct judgement *j, int rule, enum verdict_kind verdict,
    struct span word, const char *why)
{
	decide(j, rule, verdict, j->f->n, why);
	j->word = word;
}

/* The first component of that verdict and state; what the title names first. */
static size_t
pick(struct judgement *j, enum verdict_kind verdict, enum state least)
{
	size_t found = j->f->n;

	for (size_t i = j->f->n; i-- > 0;) {
		const struct seen *k = &j->seen[i];

		if (i == j->f->itself || j->f->c[i].verdict != verdict ||
		    k->state < least)
			continue;
		if (verdict == VERDICT_BROADCAST && judge_part(j, i))
			continue;
		if (k->titled)
			return i;
		if (found == j->f->n || k->listed == LISTED_BAD ||
		    j->seen[found].listed != LISTED_BAD)
			found = i;
	}
	return found;
}

bool
judge_only_part(struct judgement *j)
{
	for (size_t i = 0; i < j->f->n; i++)
		if (j->seen[i].named &&
		    j->f->c[i].verdict == VERDICT_BROADCAST && judge_part(j, i))
			return true;
	return false;
}

/* The part that is hit is told, in one clause, to be of another field. */
static bool
part_elsewhere(struct judgement *j)
{
	for (size_t k = 0; k < j->doc.n; k++) {
		struct span s = j->doc.v[k].text, at;

		for (size_t i = 0; i < j->f->n; i++)
			if (j->f->c[i].verdict == VERDICT_BROADCAST &&
			    judge_names(j, i, s, &at) &&
			    judge_has(j, WORDS_ELSEWHERE, s))
				return true;
	}
	return false;
}

/* No component that matters is hit. */
static void
judge_unknown(struct judgement *j)
{
	struct span field = judge_said(j, WORDS_ELSEWHERE, false);
	struct span wide = judge_said(j, WORDS_WIDE, false);
	struct span drug = judge_said(j, WORDS_MEDICATION, false);
	const struct seen *self = &j->seen[j->f->itself];
	size_t other = pick(j, VERDICT_IGNORE, STATE_MENTIONED);

	if (field.n && ((judge_only_part(j) && part_elsewhere(j)) ||
			   judge_has(j, WORDS_ELSEWHERE, j->doc.title)))
		decide_by(j, 9, VERDICT_IGNORE, field, "plainly another field");
	else if (judge_only_part(j))
		decide(j, 9, VERDICT_ASK, j->f->n, "only a part is hit");
	else if (other < j->f->n && self->untold &&
		 self->state == STATE_MENTIONED)
		decide(j, 5, VERDICT_ASK, j->f->itself,
		    "it is named, and nothing that we know is said of it");
	else if (other < j->f->n)
		decide(j, self->named ? 7 : 8, VERDICT_IGNORE, other,
		    "the component does not matter to FMK");
	else if (field.n && drug.n == 0 && self->state < STATE_RUNS)
		decide_by(j, 9, VERDICT_IGNORE, field, "plainly another field");
	else if (wide.n)
		decide_by(j, self->named ? 7 : 9, VERDICT_ASK, wide,
		    "the failed part could matter");
	else if (self->state >= STATE_RUNS ||
		 (self->named && judge_has(j, WORDS_POSTMORTEM, j->doc.title)))
		decide(j, 7, VERDICT_ASK, j->f->itself, "it is named");
	else if (drug.n && self->state != STATE_CLEARED)
		decide_by(j, 9, VERDICT_ASK, drug, "it is about medication");
	else
		decide(j, 9, VERDICT_IGNORE, j->f->n, "nothing that we know");
}

/* FMK is hit: by itself, or by another that failed? */
static void
judge_itself(struct judgement *j)
{
	size_t itself = j->f->itself, n = j->f->n;
	const struct seen *k = &j->seen[itself];
	size_t other = pick(j, VERDICT_BROADCAST, STATE_HIT);

	if (other == n)
		other = pick(j, VERDICT_ASK, STATE_HIT);
	if (!k->titled && k->listed != LISTED_BAD && other < n &&
	    (k->affected || j->seen[other].titled ||
		j->seen[other].listed == LISTED_BAD))
		decide(j, j->f->c[other].verdict == VERDICT_BROADCAST ? 4 : 5,
		    VERDICT_BROADCAST, other, "FMK is hit by it");
	else if (!k->titled && k->listed != LISTED_BAD &&
		 pick(j, VERDICT_IGNORE, STATE_HIT) < n)
		decide(j, 5, VERDICT_BROADCAST, itself, "it is hit, too");
	else
		decide(j, 3, VERDICT_BROADCAST, itself, "it is hit");
}

/* Something is wrong or announced, though no component is said to be hit. */
static bool
some_fault(struct judgement *j)
{
	for (size_t i = 0; i < j->f->n; i++) {
		const struct seen *k = &j->seen[i];

		if (k->fails || k->fault || k->over || k->maybe || k->no)
			return true;
	}
	for (size_t i = 0; i < j->doc.n; i++) {
		const struct clause *c = &j->doc.v[i];
		struct span at;

		enum says what;

		if (c->part == PART_OLDER || c->question || c->quoted)
			continue;
		what = judge_saying(j, judge_unconditioned(j, c->text), &at);
		if (what >= SAYS_FAULT || what == SAYS_OVER ||
		    what == SAYS_NOT || judge_has(j, WORDS_AFFECTING, c->text))
			return true;
	}
	return j->planned;
}

/* The feed lists a component as hit that the rules do not know. */
static bool
unknown_listed(struct judgement *j)
{
	for (size_t n = 0; n < j->r->n_components; n++) {
		bool known_one = false;
		struct span at;

		if (!judge_listed_bad(j, n))
			continue;
		for (size_t i = 0; i < j->f->n && !known_one; i++)
			known_one = judge_names(
			    j, i, j->doc.components[n], &at);
		if (!known_one)
			return true;
	}
	return false;
}

static void
judge_hits(struct judgement *j)
{
	size_t n = j->f->n, itself = j->f->itself;
	size_t all = pick(j, VERDICT_BROADCAST, STATE_HIT);
	size_t ask = pick(j, VERDICT_ASK, STATE_HIT);
	size_t maybe = pick(j, VERDICT_BROADCAST, STATE_MAYBE);
	enum state self = j->seen[itself].state;
	bool other = pick(j, VERDICT_IGNORE, STATE_HIT) < n ||
		     unknown_listed(j);

	if (j->r->phase == PHASE_UNKNOWN && !some_fault(j) &&
	    (self == STATE_HIT || all < n))
		decide(j, 5, VERDICT_ASK, self == STATE_HIT ? itself : all,
		    "it is named, and nothing is said of it");
	else if (self == STATE_HIT)
		judge_itself(j);
	else if (all < n)
		decide(j, 4, VERDICT_BROADCAST, all, "it is hit");
	else if (self == STATE_MAYBE)
		decide(j, 5, VERDICT_ASK, itself, "it may be hit");
	else if (maybe < n)
		decide(j, 5, VERDICT_ASK, maybe, "it may be hit");
	else if (ask < n)
		decide(j, j->seen[itself].named ? 7 : 6, VERDICT_ASK, ask,
		    "it is hit");
	else if (!other && self == STATE_MENTIONED && some_fault(j))
		decide(j, 3, VERDICT_BROADCAST, itself,
		    "it is named, and something is wrong");
	else if (!other && self == STATE_MENTIONED)
		decide(j, 5, VERDICT_ASK, itself, "it is named");
	else if (!other && (ask = pick(j, VERDICT_ASK, STATE_MENTIONED)) < n)
		decide(j, 6, VERDICT_ASK, ask, "it is named");
	else if (!other &&
		 (all = pick(j, VERDICT_BROADCAST, STATE_MENTIONED)) < n)
		decide(j, some_fault(j) ? 4 : 5,
		    some_fault(j) ? VERDICT_BROADCAST : VERDICT_ASK, all,
		    "it is named");
	else
		judge_unknown(j);
}

/* The feed lists it under an event that it calls open and of some impact. */
static bool
lists_itself(struct judgement *j)
{
	const struct report *r = j->r;
	struct span at;

	if (r->phase != PHASE_OPEN || str_empty(r->impact) ||
	    str_eq(r->impact, "none"))
		return false;
	for (size_t i = 0; i < r->n_components; i++)
		if (judge_names(j, j->f->itself, j->doc.components[i], &at))
			return true;
	return false;
}

void
judge_verdict(struct judgement *j)
{
	struct span test = judge_said(j, WORDS_TEST, true);

	for (size_t i = 0; i < j->f->n; i++)
		if (j->seen[i].state >= STATE_MENTIONED)
			strv_add(&j->out->hit, j->f->c[i].id);
	j->out->itself = j->seen[j->f->itself].state >= STATE_MAYBE;
	if (j->test)
		decide_by(j, 1, VERDICT_IGNORE, test.n ? test : j->test_name,
		    "only an environment that does not count");
	else if (j->no_event && (j->told.n > 0 || lists_itself(j)))
		decide_by(j, 2, VERDICT_ASK, j->told,
		    "no event it seems, but it may tell of one");
	else if (j->no_event)
		decide_by(j, 2, VERDICT_IGNORE,
		    judge_said(j, WORDS_NO_EVENT, false), "no event");
	else
		judge_hits(j);
}
