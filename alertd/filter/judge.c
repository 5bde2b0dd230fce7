#include <stdlib.h>
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
	if (main >= j->f->n)
		return;
	xreplace(&j->out->service, j->f->c[main].id);
	j->out->path = j->f->c[main].path &&
		       j->state[j->f->itself] != STATE_HIT;
}

static void
decide_by(struct judgement *j, int rule, enum verdict_kind verdict,
    struct span word, const char *why)
{
	decide(j, rule, verdict, j->f->n, why);
	j->word = word;
}

/* Quotes the name that decided and the word of a fault that goes with it. */
static void
quote(struct judgement *j)
{
	const char *status = j->main < j->f->n ? j->status[j->main] : NULL;
	struct span name;

	for (size_t i = 0; j->main < j->f->n && i < j->doc.n; i++) {
		struct span s = j->doc.v[i].text;

		if (!judge_find(j, j->f->c[j->main].names, s, 0, &name))
			continue;
		if (j->word.n == 0)
			j->word = name;
		if (j->more.n == 0 && judge_fails(j, s, &j->more)) {
			j->word = name;
			return;
		}
	}
	if (j->main < j->f->n && j->more.n == 0 && status != NULL)
		j->more = (struct span){status, strlen(status)};
}

/* The first component in that state with that verdict; title first. */
static size_t
pick(struct judgement *j, enum verdict_kind verdict, enum state least)
{
	size_t found = j->f->n;

	for (size_t i = j->f->n; i-- > 0;) {
		if (i == j->f->itself || j->f->c[i].verdict != verdict ||
		    j->state[i] < least)
			continue;
		if (verdict == VERDICT_BROADCAST && judge_part(j, i))
			continue;
		if (judge_titled(j, i))
			return i;
		found = i;
	}
	return found;
}

static void
judge_unknown(struct judgement *j)
{
	struct span field = judge_said(j, WORDS_ELSEWHERE, false);
	struct span wide = judge_said(j, WORDS_WIDE, false);
	struct span drug = judge_said(j, WORDS_MEDICATION, false);
	enum state self = j->state[j->f->itself];
	size_t other = pick(j, VERDICT_IGNORE, STATE_MENTIONED);
	bool part = false;

	for (size_t i = 0; i < j->f->n; i++)
		part |= j->state[i] >= STATE_MENTIONED &&
			j->f->c[i].verdict == VERDICT_BROADCAST;
	if (field.n && judge_has(j, WORDS_ELSEWHERE, judge_title(j)))
		decide_by(j, 9, VERDICT_IGNORE, field, "plainly another field");
	else if (part)
		decide(j, 9, VERDICT_ASK, j->f->n, "only a part is hit");
	else if (other < j->f->n)
		decide(j, self ? 7 : 8, VERDICT_IGNORE, other,
		    "the component does not matter to FMK");
	else if (field.n && drug.n == 0)
		decide_by(j, 9, VERDICT_IGNORE, field, "plainly another field");
	else if (wide.n)
		decide_by(j, self ? 7 : 9, VERDICT_ASK, wide,
		    "the failed part could matter");
	else if (self >= STATE_RUNS)
		decide(j, 7, VERDICT_ASK, j->f->itself, "it is named");
	else if (drug.n)
		decide_by(j, 9, VERDICT_ASK, drug, "it is about medication");
	else
		decide(j, 9, VERDICT_IGNORE, j->f->n, "nothing that we know");
}

static void
judge_itself(struct judgement *j, size_t other)
{
	size_t itself = j->f->itself;
	const char *status = j->status[itself];
	bool own = status != NULL && !str_eq(status, "operational");

	own |= judge_titled(j, itself);
	if (!own && j->affecting && other < j->f->n)
		decide(j, 5, VERDICT_BROADCAST,
		    j->f->c[other].path ||
			    j->f->c[other].verdict == VERDICT_BROADCAST
			? other
			: itself,
		    "FMK is hit by it");
	else
		decide(j, 3, VERDICT_BROADCAST, itself, "it is hit");
}

/* FMK's own words come before those of another component that is hit. */
static bool
itself_first(struct judgement *j)
{
	size_t itself = j->f->itself;

	if (j->state[itself] != STATE_HIT)
		return false;
	return pick(j, VERDICT_BROADCAST, STATE_HIT) == j->f->n ||
	       j->status[itself] != NULL || judge_titled(j, itself);
}

/*
 * The first broadcast component that is hit; one that is only named counts
 * when no other component is hit ("use FMK-online").
 */
static size_t
pick_broadcast(struct judgement *j)
{
	size_t hit = pick(j, VERDICT_BROADCAST, STATE_HIT);

	if (hit < j->f->n || pick(j, VERDICT_ASK, STATE_HIT) < j->f->n ||
	    pick(j, VERDICT_IGNORE, STATE_HIT) < j->f->n)
		return hit;
	return pick(j, VERDICT_BROADCAST, STATE_MENTIONED);
}

static void
judge_components(struct judgement *j)
{
	size_t all = pick_broadcast(j);
	size_t named = pick(j, VERDICT_BROADCAST, STATE_MENTIONED);
	size_t ask = pick(j, VERDICT_ASK, STATE_MENTIONED);
	enum state self = j->state[j->f->itself];
	bool other = pick(j, VERDICT_IGNORE, STATE_HIT) < j->f->n;

	if (itself_first(j))
		judge_itself(j, all < j->f->n ? all : ask);
	else if (all < j->f->n)
		decide(j, 4, VERDICT_BROADCAST, all, "it is hit");
	else if (self == STATE_MENTIONED && ask == j->f->n && !other)
		decide(j, 3, VERDICT_BROADCAST, j->f->itself, "it is named");
	else if (ask < j->f->n)
		decide(j, self ? 7 : 6, VERDICT_ASK, ask, "it is hit");
	else if (self >= STATE_MENTIONED)
		decide(j, 5, VERDICT_ASK, j->f->itself, "it may be hit");
	else if (named < j->f->n)
		decide(j, 5, VERDICT_ASK, named, "it may be hit");
	else
		judge_unknown(j);
}

/* "Guide: FMK down now": no guide for when it is, it seems. */
static bool
title_tells(struct judgement *j)
{
	struct span title = judge_title(j);

	if (!judge_has(j, WORDS_OUTAGE, title) ||
	    judge_has(j, WORDS_CONDITION, title))
		return false;
	for (size_t i = 0; i < j->f->n; i++)
		if (j->f->c[i].verdict == VERDICT_BROADCAST &&
		    judge_titled(j, i))
			return true;
	return false;
}

void
judge_verdict(struct judgement *j)
{
	struct span test = judge_said(j, WORDS_TEST, true), at;

	for (size_t i = 0; i < j->f->n; i++)
		if (j->state[i] >= STATE_MENTIONED)
			strv_add(&j->out->hit, j->f->c[i].id);
	if (j->test && !j->production)
		decide_by(j, 1, VERDICT_IGNORE, test.n ? test : j->test_name,
		    "only an environment that does not count");
	else if (j->no_event && title_tells(j))
		decide_by(j, 2, VERDICT_ASK, judge_title(j),
		    "no event it seems, but the title tells of a fault");
	else if (j->no_event && judge_told(j, true, &at))
		decide_by(j, 2, VERDICT_ASK, at,
		    "no event it seems, but it tells of a fault");
	else if (j->no_event)
		decide_by(j, 2, VERDICT_IGNORE,
		    judge_said(j, WORDS_NO_EVENT, false), "no event");
	else
		judge_components(j);
	/* The last net: a fault of a broadcast component is never dropped. */
	if (j->out->verdict == VERDICT_IGNORE && j->rule > 2 &&
	    judge_told(j, false, &at))
		decide_by(j, 5, VERDICT_ASK, at, "it may be hit");
	if (j->rule > 2)
		quote(j);
}

/* What the text says before a word of condition, which is of now. */
static struct span
unconditioned(struct judgement *j, struct span s)
{
	struct span at;

	if (judge_word(j, WORDS_CONDITION, s, &at))
		s.n = (size_t)(at.s - s.s);
	return s;
}

/* Some still fail: "works again for some" is not over. */
static bool
only_some(struct judgement *j, struct span s, struct span over)
{
	const char *after = over.s + over.n;
	struct span rest = {after, (size_t)(s.s + s.n - after)};

	return judge_has(j, WORDS_PARTLY, rest);
}

/* "FMK works again", and not "FMK answers slowly again". */
static bool
runs_again(struct judgement *j, struct span s)
{
	struct span runs, again, fault;

	if (!judge_word(j, WORDS_RUNS, s, &runs) ||
	    !judge_word(j, WORDS_AGAIN, s, &again) ||
	    judge_negated(j, s, runs) || judge_has(j, WORDS_SLOW, s) ||
	    only_some(j, s, runs))
		return false;
	return !judge_fails(j, s, &fault) || judge_has(j, WORDS_AFTER, s);
}

static bool
fails_no_longer(struct judgement *j, struct span s)
{
	struct span turn, word, rest;

	if (!judge_word(j, WORDS_NO_LONGER, s, &turn))
		return false;
	if (judge_word(j, WORDS_OUTAGE, s, &word) && word.s <= turn.s)
		return false;
	rest = (struct span){turn.s + turn.n, 0};
	rest.n = (size_t)(s.s + s.n - rest.s);
	return judge_fails(j, rest, &word);
}

static bool
clause_over(struct judgement *j, struct span s)
{
	struct span at;

	if (judge_word(j, WORDS_OVER, s, &at) && !judge_negated(j, s, at) &&
	    !only_some(j, s, at))
		return true;
	return judge_has(j, WORDS_STATUS_OVER, s) || runs_again(j, s) ||
	       fails_no_longer(j, s);
}

static bool
clause_not_over(struct judgement *j, struct span s)
{
	struct span at;

	s = unconditioned(j, s);
	if (judge_has(j, WORDS_NOT_OVER, s))
		return true;
	return judge_word(j, WORDS_OVER, s, &at) && judge_negated(j, s, at) &&
	       !judge_has(j, WORDS_NO_LONGER, s);
}

static bool
not_over(struct judgement *j, enum part least)
{
	for (size_t i = 0; i < j->doc.n; i++)
		if (j->doc.v[i].part >= least &&
		    j->doc.v[i].part != PART_OLDER &&
		    clause_not_over(j, j->doc.v[i].text))
			return true;
	return false;
}

static bool
says_over(struct judgement *j)
{
	for (size_t i = 0; i < j->doc.n; i++)
		if (j->doc.v[i].part != PART_OLDER &&
		    !judge_has(j, WORDS_CONDITION, j->doc.v[i].text) &&
		    clause_over(j, j->doc.v[i].text))
			return true;
	return false;
}

void
judge_phase(struct judgement *j)
{
	enum phase given = j->r->phase;

	if (j->no_event && j->out->verdict == VERDICT_IGNORE)
		j->out->phase = PHASE_INFO;
	else if (str_eq(j->r->status, "postmortem"))
		j->out->phase = PHASE_RESOLVED;
	else if (given == PHASE_RESOLVED && not_over(j, PART_NEWEST))
		j->out->phase = PHASE_OPEN;
	else if (given != PHASE_UNKNOWN)
		j->out->phase = given;
	else if (judge_has(j, WORDS_POSTMORTEM, judge_title(j))) {
		j->out->phase = PHASE_RESOLVED;
		j->out->looks_back = true;
	} else if (!not_over(j, PART_TITLE) && says_over(j))
		j->out->phase = PHASE_RESOLVED;
	else if (j->planned)
		j->out->phase = judge_says(j, WORDS_BEGUN, false) ||
					judge_says(j, WORDS_OVERRUN, false)
				    ? PHASE_OPEN
				    : PHASE_PLANNED;
	else
		j->out->phase = PHASE_OPEN;
}

/* In the newest update something fails besides what is over. */
static bool
leftovers(struct judgement *j)
{
	for (size_t i = 0; i < j->doc.n; i++) {
		struct span s = unconditioned(j, j->doc.v[i].text), at;

		if (j->doc.v[i].part == PART_NEWEST && clause_not_over(j, s) &&
		    (judge_fails(j, s, &at) || judge_has(j, WORDS_NEGATION, s)))
			return true;
	}
	return false;
}

static enum effect
text_effect(struct judgement *j, bool newest_only)
{
	bool outage = judge_says(j, WORDS_OUTAGE, !newest_only);

	if (judge_says(j, WORDS_PARTLY, !newest_only))
		return EFFECT_DEGRADED;
	if (newest_only && says_over(j) && leftovers(j))
		return EFFECT_DEGRADED; /* it works again, but not wholly */
	if (judge_says(j, WORDS_SLOW, !newest_only) && !outage)
		return EFFECT_DEGRADED;
	return outage ? EFFECT_OUTAGE : EFFECT_NONE;
}

static enum effect
itself_effect(struct judgement *j)
{
	const char *status = j->status[j->f->itself];
	bool open = j->out->phase == PHASE_OPEN;

	if (judge_says(j, WORDS_WRONG, true))
		return EFFECT_DATA_ERROR;
	if (open && status != NULL && str_eq(status, "major_outage"))
		return EFFECT_OUTAGE;
	if (open && status != NULL && !str_eq(status, "operational"))
		return EFFECT_DEGRADED;
	if (str_eq(j->r->impact, "critical"))
		return EFFECT_OUTAGE;
	if (text_effect(j, open) == EFFECT_DEGRADED)
		return EFFECT_DEGRADED;
	return text_effect(j, false) == EFFECT_DEGRADED ? EFFECT_DEGRADED
							: EFFECT_OUTAGE;
}

void
judge_effect(struct judgement *j)
{
	struct finding *out = j->out;
	bool fault = judge_says(j, WORDS_OUTAGE, true) ||
		     judge_says(j, WORDS_FAULT, true);

	if (out->verdict == VERDICT_IGNORE)
		out->effect = EFFECT_NONE;
	else if (j->planned && !(judge_says(j, WORDS_OVERRUN, false) && fault))
		out->effect = EFFECT_PLANNED;
	else if (judge_says(j, WORDS_NO_EFFECT, false))
		out->effect = EFFECT_NONE;
	else if (j->rule == 3)
		out->effect = itself_effect(j);
	else if (j->main >= j->f->n || j->rule == 5)
		out->effect = text_effect(j, false) == EFFECT_OUTAGE
				  ? EFFECT_OUTAGE
				  : EFFECT_DEGRADED;
	else
		out->effect = judge_says(j, WORDS_SLOW, true) &&
				      !judge_says(j, WORDS_OUTAGE, true) &&
				      j->f->c[j->main].effect == EFFECT_OUTAGE
				  ? EFFECT_DEGRADED
				  : j->f->c[j->main].effect;
	if (out->verdict != VERDICT_IGNORE && out->effect == EFFECT_NONE &&
	    !judge_says(j, WORDS_NO_EFFECT, false))
		out->effect = EFFECT_DEGRADED;
}
