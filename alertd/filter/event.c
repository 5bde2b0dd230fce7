/* What is no event in production: another environment, or none at all. */
#include <string.h>

#include "base/str.h"
#include "filter/judge.h"

#define TITLE_WEIGHT 4 /* of a word of "no event" in the title */

/* Some component that matters is named in the clause, and *at is its name. */
static bool
names_any(struct judgement *j, struct span s, struct span *at)
{
	for (size_t i = 0; i < j->f->n; i++)
		if (j->f->c[i].verdict != VERDICT_IGNORE &&
		    judge_names(j, i, s, at))
			return true;
	return false;
}

static bool
is_broadcast(struct judgement *j, struct span s, struct span *at)
{
	for (size_t i = 0; i < j->f->n; i++)
		if (j->f->c[i].verdict == VERDICT_BROADCAST &&
		    judge_names(j, i, s, at))
			return true;
	return false;
}

/* An environment is named there, and neither as one that runs nor besides. */
static bool
env_hit(struct judgement *j, const struct clause *c)
{
	struct span at, word;
	enum says what;

	if (!judge_word(j, WORDS_TEST, c->text, &at) ||
	    judge_has(j, WORDS_ALSO, c->text))
		return false;
	what = judge_said_of(j, c, at, &word);
	return what != SAYS_FINE &&
	       (what != SAYS_RUNS || judge_has(j, WORDS_AGAIN, c->text));
}

/* The listed components that are hit: of environments, of production. */
static void
listed(struct judgement *j, bool *test, bool *production)
{
	bool over = j->r->phase == PHASE_RESOLVED;

	*test = *production = false;
	for (size_t n = 0; n < j->r->n_components; n++) {
		bool bad = judge_listed_bad(j, n);

		if (judge_has(j, WORDS_TEST, j->doc.components[n]))
			*test |= bad || over;
		else
			*production |= bad;
	}
}

/* Its turn comes later, as the sentence says. */
static bool
later(struct judgement *j, const struct clause *c)
{
	const struct clause *next = c + 1;

	return judge_has(j, WORDS_LATER, c->text) ||
	       (next < j->doc.v + j->doc.n && next->sentence == c->sentence &&
		   judge_has(j, WORDS_LATER, next->text));
}

/* Production is named, as hit or beside an environment that is. */
static bool
production_hit(struct judgement *j, const struct clause *c)
{
	struct span at, word;

	if (c->part == PART_OLDER || later(j, c) || judge_conditional(j, c) ||
	    !judge_word(j, WORDS_PRODUCTION, c->text, &at))
		return false;
	switch (judge_said_of(j, c, at, &word)) {
	case SAYS_FAULT:
	case SAYS_FAILS:
	case SAYS_OVER:
		return true;
	case SAYS_NOTHING:
		return j->planned || judge_has(j, WORDS_TEST, c->text) ||
		       is_broadcast(j, c->text, &at);
	case SAYS_NOT:
	case SAYS_RUNS:
		return j->planned && is_broadcast(j, c->text, &at);
	case SAYS_FINE:
		break;
	}
	return false;
}

/*
 * Reads on from clause to clause: what stands behind a word of an environment
 * is of that environment, the title of the first that it names. True when
 * something fails outside.
 */
static bool
fails_outside(struct judgement *j)
{
	bool inside = false, title = false, plain = false;

	for (size_t i = 0; i < j->doc.n; i++) {
		const struct clause *c = &j->doc.v[i];
		struct span at, word;
		enum says what;

		if (c->part == PART_OLDER)
			continue;
		if (env_hit(j, c)) {
			inside = true;
			/* A title that tells of FMK is of TEST1 when FMK is. */
			title = title && plain &&
				!is_broadcast(j, c->text, &at);
			continue;
		}
		if (inside || !names_any(j, c->text, &at) ||
		    judge_conditional(j, c))
			continue;
		what = judge_said_of(j, c, at, &word);
		if (c->part == PART_TITLE) {
			title = true;
			plain = what == SAYS_FAILS;
		} else if (what >= SAYS_FAULT) {
			return true;
		}
	}
	return title;
}

/* "It is only TEST1 that is hit." */
static bool
said_only(struct judgement *j, const struct clause *c)
{
	struct span only;

	return env_hit(j, c) && judge_word(j, WORDS_ONLY, c->text, &only) &&
	       !judge_has(j, WORDS_RUNS, c->text) &&
	       !judge_negated(j, c->text, only, 0);
}

void
judge_test(struct judgement *j)
{
	bool test, production, only;

	listed(j, &test, &production);
	only = test && !production;
	for (size_t i = 0; i < j->doc.n; i++) {
		const struct clause *c = &j->doc.v[i];

		production |= production_hit(j, c);
		test |= c->part != PART_OLDER && env_hit(j, c);
		only |= c->part != PART_OLDER && said_only(j, c);
	}
	j->test = test && !production && (only || !fails_outside(j));
}

/* "FMK is down, course cancelled": what comes first is what it tells. */
static bool
told_before(struct judgement *j, const struct clause *c, struct span word)
{
	struct span at, name = {NULL, 0};

	return is_broadcast(j, c->text, &name) && name.s < word.s &&
	       judge_said_now(j, c, name, &at) == SAYS_FAILS && at.s < word.s;
}

/* Words of the list in the title, but those behind what plainly fails. */
static int
title_words(struct judgement *j, enum rule_words list)
{
	int n = 0;

	for (size_t i = 0; i < j->doc.n; i++) {
		const struct clause *c = &j->doc.v[i];
		struct span at;

		if (c->part != PART_TITLE)
			continue;
		for (size_t from = 0;
		     judge_find(j, (unsigned)list, c->text, from, &at);
		     from = (size_t)(at.s - c->text.s) + at.n)
			n += !told_before(j, c, at);
	}
	return n;
}

/* How much speaks for no event: words of one, those of the title more. */
static int
no_event_words(struct judgement *j)
{
	int n = TITLE_WEIGHT * title_words(j, WORDS_NO_EVENT);

	if (n == 0 && title_words(j, WORDS_HEADING) > 0)
		n = TITLE_WEIGHT;
	/* Nothing but "Update": what is announced so is often no event. */
	if (str_eq(j->r->status, "update"))
		n += TITLE_WEIGHT - 1;
	for (size_t i = 0; i < j->doc.n; i++)
		if (j->doc.v[i].part == PART_NEWEST &&
		    judge_has(j, WORDS_NO_EVENT, j->doc.v[i].text))
			return n + 1;
	return n;
}

/* The feed itself says that nothing has happened. */
static bool
all_well(struct judgement *j)
{
	return str_eq(j->r->impact, "none") && j->r->phase == PHASE_RESOLVED;
}

/* What the text tells of an event. */
struct telling {
	int weight; /* how much speaks for one */
	bool strong; /* more than a word of a fault */
	bool now; /* in so many words, of now */
	bool plain; /* a component that is broadcast fails, plainly */
	struct span name; /* of which */
};

static void
read_telling(struct judgement *j, const struct clause *c, struct telling *t)
{
	struct span at, word;
	enum says what;
	bool again;

	if (!names_any(j, c->text, &at))
		return;
	what = judge_said_now(j, c, at, &word);
	again = judge_has(j, WORDS_RUNS, c->text) &&
		judge_has(j, WORDS_AGAIN, c->text);
	if (what == SAYS_FAILS)
		t->weight += 2;
	else if (what == SAYS_OVER || what == SAYS_FAULT || what == SAYS_NOT ||
		 again)
		t->weight++;
	t->strong |= what == SAYS_FAILS || what == SAYS_OVER || again;
	t->now |= what == SAYS_FAILS && judge_has(j, WORDS_NOW, c->text);
	if (what == SAYS_FAILS && is_broadcast(j, c->text, &at) &&
	    !judge_has(j, WORDS_WAS, c->text) &&
	    (judge_has(j, WORDS_OUTAGE, c->text) ||
		(c->part == PART_TITLE &&
		    judge_has(j, WORDS_BREAKDOWN, c->text)))) {
		t->plain = true;
		t->name = at;
	}
}

static struct telling
telling_of(struct judgement *j)
{
	struct telling t = {0};
	bool unnamed = false;

	for (size_t i = 0; i < j->doc.n; i++) {
		const struct clause *c = &j->doc.v[i];
		struct span at;
		enum says what;

		if (c->part == PART_OLDER ||
		    (judge_has(j, WORDS_PAST, c->text) &&
			!judge_has(j, WORDS_NOW, c->text)))
			continue;
		read_telling(j, c, &t);
		if (c->question || c->quoted || names_any(j, c->text, &at))
			continue;
		what = judge_saying(j, judge_unconditioned(j, c->text), &at);
		unnamed |= what >= SAYS_FAULT || what == SAYS_OVER;
		t.strong |= what == SAYS_FAILS || what == SAYS_OVER;
	}
	if (j->planned)
		t.weight += judge_has(j, WORDS_PLANNED, j->doc.title)
				? TITLE_WEIGHT
				: 2;
	t.weight += unnamed;
	return t;
}

/* The feed itself says that something has. */
static bool
is_event(struct judgement *j)
{
	return j->r->phase != PHASE_UNKNOWN && !all_well(j) &&
	       !judge_has(j, WORDS_NO_EVENT, j->doc.title);
}

void
judge_no_event(struct judgement *j)
{
	struct telling t = telling_of(j);
	int none = no_event_words(j);
	bool test, production;

	listed(j, &test, &production);
	if (test || production || t.now || is_event(j) || judge_looks_back(j) ||
	    j->r->phase == PHASE_PLANNED)
		return;
	if (t.weight == 0)
		none += judge_says(j, WORDS_TALK, false);
	j->no_event = none > t.weight || (!t.strong && all_well(j));
	if (!j->no_event)
		return;
	if (t.plain && !all_well(j))
		j->told = t.name;
	else if (none < TITLE_WEIGHT && !all_well(j))
		is_broadcast(j, j->doc.title, &j->told);
}
