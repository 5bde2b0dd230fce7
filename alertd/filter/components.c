/* What the report tells of each component, and what state follows. */
#include <string.h>

#include "base/str.h"
#include "filter/judge.h"

bool
judge_listed_bad(const struct judgement *j, size_t n)
{
	const char *status = j->r->components[n].status;

	return !str_empty(status) && !str_eq(status, "operational");
}

/* The feed lists several parts of it, and all of them as hit. */
static bool
all_parts_hit(struct judgement *j, size_t c)
{
	size_t parts = 0;

	for (size_t n = 0; n < j->r->n_components; n++) {
		struct span at;

		if (!judge_names(j, c, j->doc.components[n], &at))
			continue;
		if (!judge_listed_bad(j, n))
			return false;
		parts++;
	}
	return parts > 1;
}

bool
judge_part(struct judgement *j, size_t c)
{
	struct span at;

	if (!scan_any(&j->doc.scan, part_of(c)) || all_parts_hit(j, c))
		return false;
	/* A title that plainly tells of it as a whole. */
	return !judge_names(j, c, j->doc.title, &at) ||
	       judge_find(j, part_of(c), j->doc.title, 0, &at) ||
	       judge_saying(j, j->doc.title, &at) != SAYS_FAILS;
}

static void
take_saying(struct seen *k, enum says what, bool wrong)
{
	k->wrong |= wrong && what == SAYS_FAILS;
	k->fails |= what == SAYS_FAILS;
	k->fault |= what == SAYS_FAULT;
	k->fine |= what == SAYS_FINE;
	k->over |= what == SAYS_OVER;
	k->runs |= what == SAYS_RUNS;
	k->no |= what == SAYS_NOT;
}

/* Keeps the words of the strongest, for the reason. */
static void
take_words(struct seen *k, enum says what, struct span name, struct span word)
{
	if (k->name.n == 0 || (what >= SAYS_FAULT && !k->fails && !k->fault)) {
		k->name = name;
		k->word = word.s == name.s ? (struct span){NULL, 0} : word;
	}
}

static bool
affected(struct judgement *j, const struct clause *c, struct span name)
{
	struct span at;

	if (!judge_word(j, WORDS_AFFECTING, c->text, &at) || at.s > name.s)
		return false;
	switch (judge_saying(j, c->text, &at)) {
	case SAYS_OVER:
	case SAYS_RUNS:
	case SAYS_FINE:
		return false;
	case SAYS_NOTHING:
	case SAYS_NOT:
	case SAYS_FAULT:
	case SAYS_FAILS:
		break;
	}
	return true;
}

/* The title, and this part of a clause, are about one that does not matter. */
static bool
of_another(struct judgement *j, struct span part)
{
	struct span at;

	for (size_t i = 0; i < j->f->n; i++)
		if (j->f->c[i].verdict == VERDICT_IGNORE &&
		    judge_names(j, i, j->doc.title, &at) &&
		    judge_names(j, i, part, &at))
			return true;
	return false;
}

/* A doubt, unless it is about something said plainly before it. */
static bool
doubted(struct judgement *j, const struct clause *c, struct span name)
{
	struct span doubt, plain;

	if (!judge_word(j, WORDS_MAYBE, c->text, &doubt))
		return false;
	return !judge_word(j, WORDS_OUTAGE, c->text, &plain) ||
	       plain.s < name.s || plain.s + plain.n > doubt.s;
}

/* "FMK is on it, too, and we look into whether that can be felt." */
static bool
doubt_follows(struct judgement *j, const struct clause *c)
{
	const struct clause *next = c + 1;

	return next < j->doc.v + j->doc.n && next->sentence == c->sentence &&
	       judge_has(j, WORDS_MAYBE, next->text);
}

/* "A and B share a disk, and calls to them fail." */
static bool
fails_after(struct judgement *j, const struct clause *c)
{
	const struct clause *next = c + 1;
	struct span at;

	if (next >= j->doc.v + j->doc.n || next->sentence != c->sentence ||
	    !judge_has(j, WORDS_THEM, next->text))
		return false;
	for (size_t i = 0; i < j->f->n; i++)
		if (judge_names(j, i, next->text, &at))
			return false;
	return judge_saying(j, next->text, &at) == SAYS_FAILS ||
	       judge_saying(j, next->text, &at) == SAYS_FAULT;
}

static void
read_name(
    struct judgement *j, const struct clause *c, size_t i, struct span name)
{
	struct seen *k = &j->seen[i];
	struct span word, part = judge_comma_part(c->text, name);
	enum says what = judge_said_now(j, c, name, &word);

	k->named = true;
	if (what == SAYS_NOTHING && fails_after(j, c))
		what = SAYS_FAILS;
	if (what == SAYS_NOTHING && !c->question && !c->quoted &&
	    affected(j, c, name))
		k->affected = true; /* "so that they are refused when …" */
	if (what == SAYS_NOTHING &&
	    (doubt_follows(j, c) ||
		judge_has(j, WORDS_WHETHER, judge_word_before(c->text, name))))
		k->maybe = true;
	if (what == SAYS_NOTHING && judge_conditional(j, c)) {
		/* "Is FMK mended?": it was hit; "is FMK slow?": who knows. */
		if (c->question && judge_has(j, WORDS_OVER, c->text)) {
			k->titled |= c->part == PART_TITLE;
			k->over = true;
		} else {
			k->maybe |= c->question && c->part != PART_OLDER &&
				    !judge_has(j, WORDS_CONDITION, c->text);
		}
		return;
	}
	take_words(k, what, name, word);
	if (what != SAYS_FINE && doubted(j, c, name)) {
		k->maybe = true;
		return;
	}
	if (what != SAYS_FINE && c->part != PART_TITLE &&
	    j->f->c[i].verdict != VERDICT_IGNORE && of_another(j, part) &&
	    !judge_has(j, WORDS_HIT, part))
		return;
	/* "Access to FMK shows in MinLog" is about MinLog. */
	k->untold |= what == SAYS_NOTHING && !of_another(j, c->text);
	take_saying(k, what, judge_wrong_data(j, part));
	if (c->part == PART_TITLE && what == SAYS_RUNS &&
	    !judge_has(j, WORDS_AGAIN, c->text))
		k->aside = true;
	else if (c->part == PART_TITLE)
		k->titled |= what != SAYS_FINE;
	else if (what != SAYS_FINE && what != SAYS_RUNS)
		k->affected |= affected(j, c, name);
}

static void
read_text(struct judgement *j)
{
	for (size_t i = 0; i < j->f->n; i++) {
		if (!scan_any(&j->doc.scan, names_of(i)))
			continue;
		for (size_t k = 0; k < j->doc.n; k++) {
			const struct clause *c = &j->doc.v[k];
			struct span name;

			for (size_t from = 0;
			     judge_find(j, names_of(i), c->text, from, &name);
			     from = (size_t)(name.s - c->text.s) + name.n)
				read_name(j, c, i, name);
		}
	}
}

static void
read_listed(struct judgement *j, size_t n)
{
	const struct component *c = &j->r->components[n];
	struct span all = j->doc.components[n], at;
	bool bad = judge_listed_bad(j, n);

	if (judge_has(j, WORDS_TEST, all)) {
		if (bad || j->test_name.n == 0)
			j->test_name = all;
		return;
	}
	for (size_t i = 0; i < j->f->n; i++) {
		struct seen *k = &j->seen[i];

		if (!judge_names(j, i, all, &at) || k->listed == LISTED_BAD)
			continue;
		k->listed = bad ? LISTED_BAD : LISTED_WELL;
		k->status = c->status;
		if (k->name.n == 0)
			k->name = at;
	}
}

/* The title is about another component, or the feed lists one that is hit. */
static bool
other_topic(struct judgement *j, size_t self)
{
	for (size_t i = 0; i < j->f->n; i++) {
		const struct seen *k = &j->seen[i];

		if (i != self && (k->titled || k->listed == LISTED_BAD))
			return true;
	}
	for (size_t n = 0; n < j->r->n_components; n++)
		if (judge_listed_bad(j, n))
			return true;
	return false;
}

static bool
grave(const struct report *r)
{
	return str_eq(r->impact, "major") || str_eq(r->impact, "critical");
}

static enum state
state_of(struct judgement *j, size_t i, bool other)
{
	const struct seen *k = &j->seen[i];
	bool over = j->r->phase == PHASE_RESOLVED;

	if (k->listed == LISTED_BAD || k->wrong)
		return STATE_HIT;
	/* The list may lag behind a text that tells of nothing else. */
	if (k->listed == LISTED_WELL && !other && k->named &&
	    j->r->phase == PHASE_OPEN && grave(j->r))
		return STATE_HIT;
	if (k->listed == LISTED_WELL && k->fine && !k->titled)
		return STATE_CLEARED;
	if (k->fails || k->affected)
		return STATE_HIT;
	if (k->fine && !k->titled)
		return k->maybe ? STATE_MAYBE : STATE_CLEARED;
	if (k->titled)
		return STATE_HIT;
	if (k->fault || k->over || k->no)
		return !other				   ? STATE_HIT
		       : k->fault			   ? STATE_MAYBE
		       : k->listed == LISTED_WELL || k->no ? STATE_CLEARED
							   : STATE_MENTIONED;
	if (k->maybe)
		return STATE_MAYBE;
	if (k->listed == LISTED_WELL && over && !k->named)
		return other ? STATE_MENTIONED : STATE_HIT;
	if (k->runs)
		return STATE_RUNS;
	return k->named ? STATE_MENTIONED : STATE_NONE;
}

/* FMK shows wrong data, and not another component that is named there. */
bool
judge_wrong(struct judgement *j)
{
	for (size_t i = 0; i < j->doc.n; i++) {
		const struct clause *c = &j->doc.v[i];
		bool other = false;
		struct span at;

		if (!judge_wrong_data(j, c->text) || c->quoted)
			continue;
		for (size_t k = 0; k < j->f->n; k++)
			other |= j->f->c[k].verdict != VERDICT_BROADCAST &&
				 judge_names(j, k, c->text, &at);
		if (!other || judge_names(j, j->f->itself, c->text, &at))
			return true;
	}
	return false;
}

/* A feed that only ever tells of one component need not name it. */
static void
about(struct judgement *j)
{
	for (size_t i = 0; j->feed != NULL && i < j->f->n; i++) {
		struct seen *k = &j->seen[i];

		if (!str_eq(j->f->c[i].id, j->feed->about) || k->fine)
			continue;
		k->titled = k->named = true;
		if (k->name.n == 0)
			k->name = j->doc.title;
	}
}

/*
 * "FMK answers" is about FMK; "Cura is down - FMK answers" is not, and not with
 * "Cura is down" below it.
 */
static void
titles(struct judgement *j)
{
	for (size_t i = 0; i < j->f->n; i++)
		if (j->seen[i].titled ||
		    (j->seen[i].fails && !j->seen[i].aside))
			return;
	for (size_t i = 0; i < j->f->n; i++)
		j->seen[i].titled = j->seen[i].aside;
}

void
judge_components(struct judgement *j)
{
	for (size_t i = 0; i < j->f->n; i++)
		j->seen[i] = (struct seen){.listed = LISTED_NOT};
	read_text(j);
	for (size_t n = 0; n < j->r->n_components; n++)
		read_listed(j, n);
	about(j);
	titles(j);
	if (j->seen[j->f->itself].named && !other_topic(j, j->f->itself))
		j->seen[j->f->itself].wrong |= judge_wrong(j);
	for (size_t i = 0; i < j->f->n; i++)
		j->seen[i].state = state_of(j, i, other_topic(j, i));
}
