#include <string.h>

#include "base/attr.h"
#include "base/str.h"
#include "filter/judge.h"

/* What the text says before a word of condition, which is of now. */
struct span
judge_unconditioned(struct judgement *j, struct span s)
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

/* "Is probably up again", and not "is up again, the disk was it probably". */
static bool
doubted(struct judgement *j, struct span s, struct span at)
{
	struct span part = judge_comma_part(s, at);

	part.n = (size_t)(at.s + at.n - part.s);
	return judge_has(j, WORDS_MAYBE, part);
}

/* "FMK works again", and not "FMK answers slowly again". */
static bool
runs_again(struct judgement *j, struct span s)
{
	struct span runs, again;

	return judge_word(j, WORDS_RUNS, s, &runs) &&
	       judge_word(j, WORDS_AGAIN, s, &again) &&
	       !judge_negated(j, s, runs, 3) && !judge_has(j, WORDS_SLOW, s) &&
	       !only_some(j, s, runs) && !doubted(j, s, runs);
}

/* "Calls no longer fail". */
static bool
fails_no_longer(struct judgement *j, struct span s)
{
	struct span turn, word;

	return judge_word(j, WORDS_NO_LONGER, s, &turn) &&
	       judge_saying(j, s, &word) == SAYS_OVER;
}

/* "Only cards that were corrected": says of which, not that it is over. */
static bool
of_a_relative(struct judgement *j, struct span s, struct span at)
{
	const char *p = at.s;
	int words = 3;

	while (p > s.s && words > 0)
		words -= *--p == ' ';
	s = (struct span){p, (size_t)(at.s - p)};
	return judge_has(j, WORDS_RELATIVE, s);
}

static bool
clause_over(struct judgement *j, struct span s)
{
	struct span at;

	if (judge_word(j, WORDS_OVER, s, &at) && !judge_negated(j, s, at, -1) &&
	    !only_some(j, s, at) && !of_a_relative(j, s, at) &&
	    !doubted(j, s, at))
		return true;
	return (judge_word(j, WORDS_STATUS_OVER, s, &at) && at.s <= s.s + 2) ||
	       runs_again(j, s) || fails_no_longer(j, s);
}

bool
judge_not_over(struct judgement *j, struct span s)
{
	struct span at;

	s = judge_unconditioned(j, s);
	if (judge_word(j, WORDS_NOT_OVER, s, &at) &&
	    !judge_negated(j, s, at, -1))
		return true;
	return judge_word(j, WORDS_OVER, s, &at) &&
	       judge_negated(j, s, at, -1) && !judge_has(j, WORDS_NO_LONGER, s);
}

/* by_feed: the feed calls it resolved, so that it is watched is no doubt. */
static bool
not_over(struct judgement *j, enum part least, bool by_feed)
{
	for (size_t i = 0; i < j->doc.n; i++) {
		const struct clause *c = &j->doc.v[i];

		if (c->part < least || c->part == PART_OLDER)
			continue;
		if (judge_not_over(j, c->text) ||
		    (!by_feed && judge_has(j, WORDS_WATCHED,
				     judge_unconditioned(j, c->text))))
			return true;
	}
	return false;
}

static bool
over_at(struct judgement *j, size_t i)
{
	const struct clause *c = &j->doc.v[i];

	return c->part != PART_OLDER && !judge_conditional(j, c) &&
	       clause_over(j, c->text);
}

bool
judge_over(struct judgement *j)
{
	for (size_t i = 0; i < j->doc.n; i++)
		if (over_at(j, i))
			return true;
	return false;
}

/* "It was up again at 14, but is down": the end of the sentence counts. */
static bool
relapsed(struct judgement *j)
{
	bool over = false;

	for (size_t i = 0; i < j->doc.n; i++) {
		const struct clause *c = &j->doc.v[i];
		struct span at;

		if (i > 0 && c->sentence != c[-1].sentence)
			over = false;
		if (over && !judge_conditional(j, c) &&
		    (judge_has(j, WORDS_AGAIN, c->text) ||
			judge_has(j, WORDS_NOW, c->text)) &&
		    judge_saying(j, c->text, &at) == SAYS_FAILS)
			return true;
		over |= over_at(j, i);
	}
	return false;
}

/*
 * The newest update tells that something fails, with a word of the list, and of
 * nothing that is over or was. ifs: "when it works again" counts as over, too.
 */
static bool
newest_fails(struct judgement *j, enum rule_words list, bool ifs)
{
	bool fails = false;

	for (size_t i = 0; i < j->doc.n; i++) {
		const struct clause *c = &j->doc.v[i];
		struct span at;

		if (c->part != PART_NEWEST)
			continue;
		if (judge_has(j, WORDS_WAS, c->text) ||
		    (clause_over(j, c->text) &&
			(ifs || !judge_conditional(j, c))))
			return false;
		fails |= !judge_conditional(j, c) &&
			 judge_has(j, list, c->text) &&
			 judge_saying(j, c->text, &at) == SAYS_FAILS;
	}
	return fails;
}

bool
judge_looks_back(struct judgement *j)
{
	struct span title = j->doc.title, at;

	return judge_has(j, WORDS_POSTMORTEM, title) ||
	       (judge_has(j, WORDS_PAST, title) &&
		   judge_saying(j, title, &at) >= SAYS_FAULT);
}

void
judge_phase(struct judgement *j)
{
	enum phase given = j->r->phase;

	if (j->rule == 2 && j->out->verdict == VERDICT_IGNORE)
		j->out->phase = PHASE_INFO;
	else if (str_eq(j->r->status, "postmortem"))
		j->out->phase = PHASE_RESOLVED;
	else if (given == PHASE_RESOLVED &&
		 (not_over(j, PART_NEWEST, true) ||
		     /* whatever the feed calls it */
		     newest_fails(j, WORDS_NOW, true)))
		j->out->phase = PHASE_OPEN;
	else if (given != PHASE_UNKNOWN)
		j->out->phase = given;
	else if (judge_looks_back(j)) {
		j->out->phase = PHASE_RESOLVED;
		j->out->looks_back = true;
	} else if (!not_over(j, PART_TITLE, false) && judge_over(j) &&
		   !relapsed(j) &&
		   /* "down again" under a title that still says "solved" */
		   !newest_fails(j, WORDS_AGAIN, false))
		j->out->phase = PHASE_RESOLVED;
	else if (j->planned)
		j->out->phase = judge_says(j, WORDS_BEGUN, false) ||
					judge_says(j, WORDS_OVERRUN, false)
				    ? PHASE_OPEN
				    : PHASE_PLANNED;
	else
		j->out->phase = PHASE_OPEN;
}

/* Announced work, but not "after the planned work FMK is down". */
static bool
announces(struct judgement *j, struct span s)
{
	struct span at, after, fault;

	if (judge_has(j, WORDS_PAST, s) || judge_has(j, WORDS_WAS, s))
		return false;
	if (!judge_word(j, WORDS_PLANNED, s, &at))
		return false;
	return !judge_word(j, WORDS_AFTER, s, &after) || after.s > at.s ||
	       judge_saying(j, s, &fault) < SAYS_FAULT;
}

/* The feed's own word for it. */
static bool
maintenance(const struct report *r)
{
	static const char *const states[] = {
	    "scheduled", "in_progress", "verifying", "completed"};

	for (size_t i = 0; i < LENGTH(states); i++)
		if (str_eq(r->status, states[i]))
			return true;
	return str_eq(r->impact, "maintenance");
}

/* When it is to be, and what: "on Sunday we close FMK". */
struct announced {
	bool soon, work;
};

static void
read_announced(struct judgement *j, struct span s, struct announced *a)
{
	if (judge_has(j, WORDS_PAST, s) || judge_has(j, WORDS_WAS, s) ||
	    judge_has(j, WORDS_NOW, s))
		return;
	a->soon |= judge_has(j, WORDS_SOON, s);
	a->work |= judge_has(j, WORDS_WORK, s);
}

void
judge_planned(struct judgement *j)
{
	struct announced a = {false, false};
	size_t newest = 0;

	j->planned = maintenance(j->r);
	for (size_t i = 0; i < j->doc.n && !j->planned; i++) {
		const struct clause *c = &j->doc.v[i];

		newest += c->part == PART_NEWEST;
		if (j->r->phase != PHASE_UNKNOWN || newest > 2 ||
		    c->part == PART_OLDER)
			continue;
		read_announced(j, c->text, &a);
		j->planned = announces(j, c->text) || (a.soon && a.work);
	}
}
