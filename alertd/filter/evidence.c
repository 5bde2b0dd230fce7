#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/str.h"
#include "filter/judge.h"

bool
judge_find(struct judgement *j, const struct lexicon *l, struct span s,
    size_t from, struct span *at)
{
	int rc = lexicon_find(l, s, from, at);

	if (rc < 0)
		j->failed = true;
	return rc > 0;
}

bool
judge_word(
    struct judgement *j, enum rule_words w, struct span s, struct span *at)
{
	return judge_find(j, j->f->words[w], s, 0, at);
}

bool
judge_has(struct judgement *j, enum rule_words w, struct span s)
{
	struct span at;

	return judge_word(j, w, s, &at);
}

struct span
judge_said(struct judgement *j, enum rule_words w, bool older)
{
	struct span at;

	for (size_t i = 0; i < j->doc.n; i++)
		if ((older || j->doc.v[i].part != PART_OLDER) &&
		    judge_word(j, w, j->doc.v[i].text, &at))
			return at;
	return (struct span){NULL, 0};
}

bool
judge_says(struct judgement *j, enum rule_words w, bool older)
{
	return judge_said(j, w, older).n > 0;
}

struct span
judge_title(const struct judgement *j)
{
	return (struct span){j->doc.title, strlen(j->doc.title)};
}

static bool
covers(struct span a, struct span b)
{
	return a.s <= b.s && a.s + a.n >= b.s + b.n && a.n > b.n;
}

/* A longer name of another component stands over this one. */
static bool
covered(struct judgement *j, size_t self, struct span in, struct span at)
{
	for (size_t i = 0; i < j->f->n; i++) {
		struct span other;
		size_t from = 0;

		if (i == self)
			continue;
		while (judge_find(j, j->f->c[i].names, in, from, &other)) {
			if (covers(other, at))
				return true;
			from = (size_t)(other.s - in.s) + other.n;
		}
	}
	return false;
}

static bool
names(struct judgement *j, size_t i, struct span in, struct span *at)
{
	size_t from = 0;

	while (judge_find(j, j->f->c[i].names, in, from, at)) {
		if (!covered(j, i, in, *at))
			return true;
		from = (size_t)(at->s - in.s) + at->n;
	}
	return false;
}

static bool
unless(struct judgement *j, size_t i)
{
	struct span at;

	for (size_t k = 0; k < j->doc.n; k++)
		if (judge_find(j, j->f->c[i].unless, j->doc.v[k].text, 0, &at))
			return true;
	return false;
}

bool
judge_titled(struct judgement *j, size_t component)
{
	struct span at;

	return component < j->f->n &&
	       names(j, component, judge_title(j), &at) &&
	       !unless(j, component);
}

/* n words before at, or after it, within the clause. */
static struct span
around(struct span clause, struct span at, int n, bool before)
{
	const char *p = before ? at.s : at.s + at.n;
	const char *end = clause.s + clause.n;

	if (before) {
		while (p > clause.s && n >= 0)
			n -= isspace((unsigned char)*--p) != 0;
		return (struct span){p, (size_t)(at.s - p)};
	}
	for (; p < end && n >= 0; p++)
		n -= isspace((unsigned char)*p) != 0;
	return (struct span){at.s + at.n, (size_t)(p - at.s) - at.n};
}

bool
judge_negated(struct judgement *j, struct span clause, struct span at)
{
	return judge_has(j, WORDS_NEGATION, around(clause, at, 4, true)) ||
	       judge_has(j, WORDS_NEGATION, around(clause, at, 1, false));
}

/* "FMK is no longer down" is none, "FMK no longer answers" is one. */
static bool
no_longer_fails(struct judgement *j, struct span s, struct span *at)
{
	struct span turn, fault;

	if (!judge_word(j, WORDS_NO_LONGER, s, &turn))
		return false;
	if (judge_word(j, WORDS_OUTAGE, s, &fault))
		*at = fault;
	else if (judge_word(j, WORDS_RUNS, s, &fault))
		*at = turn;
	else
		return false;
	return at->s <= turn.s;
}

bool
judge_fails(struct judgement *j, struct span clause, struct span *at)
{
	static const enum rule_words kinds[] = {
	    WORDS_OUTAGE, WORDS_WRONG, WORDS_SLOW, WORDS_FAULT};

	if (no_longer_fails(j, clause, at))
		return true;
	for (size_t i = 0; i < LENGTH(kinds); i++)
		if (judge_word(j, kinds[i], clause, at))
			return true;
	return judge_word(j, WORDS_RUNS, clause, at) &&
	       judge_negated(j, clause, *at);
}

/* The part of the clause between commas that holds name. */
static struct span
between_commas(struct span clause, struct span name)
{
	const char *a = name.s, *b = name.s + name.n;
	const char *end = clause.s + clause.n;

	while (a > clause.s && a[-1] != ',')
		a--;
	while (b < end && *b != ',')
		b++;
	return (struct span){a, (size_t)(b - a)};
}

/* An outage that is told before the word at says more than that word. */
static bool
outage_before(struct judgement *j, struct span s, struct span at)
{
	struct span out;

	return judge_word(j, WORDS_OUTAGE, s, &out) && out.s < at.s;
}

bool
judge_spared(struct judgement *j, struct span clause, struct span name)
{
	struct span part = between_commas(clause, name), at, out;

	if (judge_word(j, WORDS_NOT_AFFECTING, clause, &at) && at.s < name.s)
		return true;
	if (judge_word(j, WORDS_UNAFFECTED, part, &at))
		return !outage_before(j, part, at);
	if (!judge_word(j, WORDS_UNAFFECTED, clause, &at) ||
	    (part.n < clause.n && judge_fails(j, part, &out)))
		return false;
	return !judge_word(j, WORDS_OUTAGE, clause, &out) || covers(at, out);
}

/* A doubt, unless the outage of what is named is told before it. */
static bool
doubted(struct judgement *j, struct span s, struct span name)
{
	struct span doubt, out;

	if (!judge_word(j, WORDS_MAYBE, s, &doubt))
		return false;
	return !judge_word(j, WORDS_OUTAGE, s, &out) || out.s < name.s ||
	       out.s > doubt.s || covers(doubt, out);
}

static enum state
clause_state(struct judgement *j, const struct clause *c, struct span name)
{
	struct span at;

	if (judge_spared(j, c->text, name))
		return STATE_CLEARED;
	if (judge_has(j, WORDS_WRONG, c->text))
		return STATE_HIT;
	if (doubted(j, c->text, name))
		return STATE_MAYBE;
	if (c->part == PART_TITLE || judge_fails(j, c->text, &at) ||
	    judge_has(j, WORDS_NEGATION, c->text) ||
	    judge_has(j, WORDS_AFFECTING, c->text))
		return STATE_HIT;
	if (judge_has(j, WORDS_OVER, c->text))
		return STATE_MENTIONED;
	return judge_has(j, WORDS_RUNS, c->text) ? STATE_RUNS : STATE_MENTIONED;
}

static void
read_clause(struct judgement *j, const struct clause *c)
{
	bool env = judge_has(j, WORDS_TEST, c->text);
	bool prod = judge_has(j, WORDS_PRODUCTION, c->text);
	struct span start = {c->text.s, 0};
	struct span end = {c->text.s + c->text.n, 0};

	if (prod && !judge_has(j, WORDS_LATER, c->text) &&
	    !judge_spared(j, c->text, end))
		j->production = true;
	if (env && !judge_spared(j, c->text, start))
		j->test = true;
	for (size_t i = 0; i < j->f->n; i++) {
		struct span name;
		enum state s;

		if (!names(j, i, c->text, &name) || unless(j, i))
			continue;
		s = clause_state(j, c, name);
		if (i == j->f->itself && s == STATE_HIT &&
		    c->part != PART_TITLE &&
		    judge_has(j, WORDS_AFFECTING, c->text))
			j->affecting = true;
		if (s > j->state[i])
			j->state[i] = s;
	}
}

static void
read_component(
    struct judgement *j, const struct component *c, bool *failing, bool *test)
{
	char *name = lexicon_normal(c->name, strlen(c->name));
	struct span all = {name, strlen(name)}, at;
	bool bad = !str_empty(c->status) && !str_eq(c->status, "operational");
	bool found = false;

	if (judge_has(j, WORDS_TEST, all)) {
		j->test_name = (struct span){c->name, strlen(c->name)};
		*test |= bad || j->r->phase == PHASE_RESOLVED;
	} else {
		*failing |= bad;
		j->production |= j->r->phase == PHASE_RESOLVED;
		for (size_t i = 0; i < j->f->n; i++)
			if (names(j, i, all, &at)) {
				j->status[i] = c->status;
				found = true;
				if (bad)
					j->state[i] = STATE_HIT;
			}
		j->unknown_failing |= bad && !found;
	}
	free(name);
}

/* Once it is over all are operational: what is listed was hit, or was named. */
static void
read_statuses(struct judgement *j, bool failing)
{
	bool over = j->r->phase == PHASE_RESOLVED;

	for (size_t i = 0; i < j->f->n; i++) {
		if (j->status[i] == NULL)
			continue;
		if (over && !failing && j->state[i] != STATE_CLEARED)
			j->state[i] = STATE_HIT;
	}
}

/* The title itself tells of a fault: a word in the body cannot undo that. */
static bool
title_faults(struct judgement *j)
{
	static const enum rule_words undo[] = {WORDS_CONDITION, WORDS_NO_EVENT};
	struct span title = judge_title(j), at, before;

	if (!judge_fails(j, title, &at))
		return false;
	before = (struct span){title.s, (size_t)(at.s - title.s)};
	for (size_t i = 0; i < LENGTH(undo); i++)
		if (judge_has(j, undo[i], before))
			return false;
	return true;
}

bool
judge_part(struct judgement *j, size_t c)
{
	struct span at;

	for (size_t i = 0; i < j->doc.n; i++)
		if (judge_find(j, j->f->c[c].part, j->doc.v[i].text, 0, &at))
			return true;
	return false;
}

static bool
told_of(
    struct judgement *j, size_t i, struct span s, bool plainly, struct span *at)
{
	struct span word;

	if (j->f->c[i].verdict != VERDICT_BROADCAST || !names(j, i, s, at) ||
	    unless(j, i) || judge_part(j, i) || judge_spared(j, s, *at))
		return false;
	if (!plainly)
		return judge_fails(j, s, &word);
	return judge_word(j, WORDS_OUTAGE, s, &word) && word.s > at->s;
}

bool
judge_told(struct judgement *j, bool plainly, struct span *at)
{
	for (size_t k = 0; k < j->doc.n; k++) {
		const struct clause *c = &j->doc.v[k];

		if (c->part == PART_OLDER ||
		    judge_has(j, WORDS_TEST, c->text) ||
		    judge_has(j, WORDS_CONDITION, c->text) ||
		    (c->part == PART_TITLE && !title_faults(j)))
			continue;
		for (size_t i = 0; i < j->f->n; i++)
			if (told_of(j, i, c->text, plainly, at))
				return true;
	}
	return false;
}

/* An environment is named, and not as one that is not hit. */
static bool
env_hit(struct judgement *j, struct span s)
{
	struct span at;

	return judge_word(j, WORDS_TEST, s, &at) && !judge_spared(j, s, at);
}

/* A broadcast component is named in a clause that names no environment. */
static bool
named_outside(struct judgement *j)
{
	for (size_t k = 0; k < j->doc.n; k++) {
		struct span s = j->doc.v[k].text, at;

		if (env_hit(j, s))
			continue;
		for (size_t i = 0; i < j->f->n; i++)
			if (j->f->c[i].verdict == VERDICT_BROADCAST &&
			    names(j, i, s, &at) && !unless(j, i) &&
			    !judge_spared(j, s, at))
				return true;
	}
	return false;
}

/* "FMK is down, TEST1 too": it fails apart from the environment. */
static bool
fails_outside(struct judgement *j, struct span s)
{
	struct span at, word;

	for (size_t i = 0; i < j->f->n; i++) {
		struct span part;

		if (j->f->c[i].verdict != VERDICT_BROADCAST ||
		    !names(j, i, s, &at) || unless(j, i))
			continue;
		part = between_commas(s, at);
		if (!judge_has(j, WORDS_TEST, part) &&
		    judge_fails(j, part, &word) && !judge_spared(j, s, at))
			return true;
	}
	return false;
}

/* "Only TEST1 is hit", but not "not only TEST1" or "only TEST1 works". */
static bool
said_only(struct judgement *j, struct span s)
{
	struct span env, runs;

	return judge_word(j, WORDS_TEST, s, &env) &&
	       judge_has(j, WORDS_ONLY, around(s, env, 2, true)) &&
	       !judge_has(j, WORDS_NEGATION, s) &&
	       !judge_word(j, WORDS_RUNS, s, &runs);
}

/*
 * Only environments that do not count are hit: the title says so, or the
 * text says "only" or that production is not, or names no broadcast component
 * without one.
 */
static bool
only_test(struct judgement *j)
{
	for (size_t i = 0; i < j->doc.n; i++) {
		const struct clause *c = &j->doc.v[i];
		struct span s = c->text, at;
		struct span end = {s.s + s.n, 0};

		if (c->part != PART_OLDER &&
		    ((judge_has(j, WORDS_PRODUCTION, s) &&
			 judge_spared(j, s, end)) ||
			said_only(j, s)))
			return true;
		if (c->part == PART_TITLE && judge_word(j, WORDS_TEST, s, &at))
			return judge_spared(j, s, at) ? !named_outside(j)
						      : !fails_outside(j, s);
	}
	return !named_outside(j);
}

/*
 * A word of "no event" decides in the title. In the text alone it may be "see
 * the guide" of an outage: then no component may be named that is broadcast,
 * and nothing fail.
 */
static bool
no_event(struct judgement *j)
{
	struct span title = judge_title(j), at;

	if (j->r->phase == PHASE_PLANNED || title_faults(j))
		return false;
	if (judge_has(j, WORDS_NO_EVENT, title))
		return judge_has(j, WORDS_CONDITION, title) ||
		       !judge_fails(j, title, &at) || !judge_told(j, true, &at);
	if (!judge_says(j, WORDS_NO_EVENT, false))
		return false;
	for (size_t i = 0; i < j->f->n; i++)
		if (j->f->c[i].verdict == VERDICT_BROADCAST &&
		    j->state[i] > STATE_CLEARED)
			return false;
	for (size_t i = 0; i < j->doc.n; i++)
		if (j->doc.v[i].part != PART_OLDER &&
		    !judge_has(j, WORDS_CONDITION, j->doc.v[i].text) &&
		    judge_fails(j, j->doc.v[i].text, &at))
			return false;
	return true;
}

/* Announced work, but not "after the planned work FMK is down". */
static bool
announces(struct judgement *j, struct span s)
{
	struct span at, fault;

	if (!judge_word(j, WORDS_PLANNED, s, &at))
		return false;
	return !judge_has(j, WORDS_AFTER, around(s, at, 3, true)) ||
	       !judge_fails(j, s, &fault);
}

void
judge_evidence(struct judgement *j)
{
	bool failing = false, test = false;
	size_t newest = 0;

	for (size_t i = 0; i < j->doc.n; i++)
		read_clause(j, &j->doc.v[i]);
	for (size_t i = 0; i < j->r->n_components; i++)
		read_component(j, &j->r->components[i], &failing, &test);
	read_statuses(j, failing);
	j->test = test || (j->test && only_test(j));
	j->production |= failing;
	j->no_event = !failing && no_event(j);
	j->planned = str_eq(j->r->impact, "maintenance") ||
		     j->r->phase == PHASE_PLANNED;
	for (size_t i = 0; i < j->doc.n && !j->planned; i++) {
		newest += j->doc.v[i].part == PART_NEWEST;
		j->planned = j->r->status[0] == '\0' && newest <= 2 &&
			     j->doc.v[i].part != PART_OLDER &&
			     announces(j, j->doc.v[i].text);
	}
}
