/* What a clause says: words that tell of good and bad, and what turns them. */
#include <ctype.h>
#include <string.h>

#include "base/attr.h"
#include "base/limits.h"
#include "filter/judge.h"

#define BEFORE 5 /* words: so far a "not" reaches ahead */

bool
judge_find(struct judgement *j, unsigned list, struct span s, size_t from,
    struct span *at)
{
	return scan_any(&j->doc.scan, list) &&
	       scan_find(&j->doc.scan, list, s, from, at);
}

bool
judge_word(
    struct judgement *j, enum rule_words w, struct span s, struct span *at)
{
	return judge_find(j, (unsigned)w, s, 0, at);
}

bool
judge_has(struct judgement *j, enum rule_words w, struct span s)
{
	struct span at;

	return judge_word(j, w, s, &at);
}

bool
judge_conditional(struct judgement *j, const struct clause *c)
{
	return c->question || c->quoted ||
	       judge_has(j, WORDS_CONDITION, c->text);
}

struct span
judge_said(struct judgement *j, enum rule_words w, bool older)
{
	struct span at;

	if (scan_any(&j->doc.scan, (unsigned)w))
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

bool
judge_names(
    struct judgement *j, size_t component, struct span s, struct span *at)
{
	return judge_find(j, names_of(component), s, 0, at);
}

static struct span
between(const char *from, const char *to)
{
	return (struct span){from, (size_t)(to - from)};
}

/*
 * From at back over n words, but not over a comma, what stands in brackets or a
 * linking word.
 */
static struct span
ahead(struct judgement *j, struct span s, struct span at, int n)
{
	const char *p = at.s;
	struct span all, link;

	while (p > s.s && n >= 0 && p[-1] != ',' && p[-1] != ')')
		n -= isspace((unsigned char)*--p) != 0;
	all = between(p, at.s);
	while (judge_word(j, WORDS_LINK, all, &link))
		all = between(link.s + link.n, at.s);
	return all;
}

static struct span
behind(struct judgement *j, struct span s, struct span at, int n)
{
	const char *from = at.s + at.n, *p = from, *end = s.s + s.n;
	struct span all, link;

	for (; p < end && n >= 0 && *p != ','; p++)
		n -= isspace((unsigned char)*p) != 0;
	all = between(from, p);
	return judge_word(j, WORDS_LINK, all, &link) ? between(from, link.s)
						     : all;
}

static bool
ends_sentence(char c)
{
	return c == '.' || c == '!' || c == '?' || c == ';' || c == ':' ||
	       c == '\n';
}

/* The sentence, as far as to end. */
static struct span
up_to(struct judgement *j, const char *end)
{
	const char *p = end;

	while (p > j->doc.text && !ends_sentence(p[-1]) &&
	       end - p < LIMIT_SENTENCE)
		p--;
	return between(p, end);
}

bool
judge_negated(struct judgement *j, struct span s, struct span at, int after)
{
	bool turned = judge_has(j, WORDS_NEGATION, ahead(j, s, at, BEFORE));
	struct span far;

	turned |= after >= 0 &&
		  judge_has(j, WORDS_NEGATION_AFTER, behind(j, s, at, after));
	/* "Neither A, B nor C is hit" reaches over the commas. */
	turned |= scan_any(&j->doc.scan, WORDS_NEITHER) &&
		  judge_word(j, WORDS_NEITHER, up_to(j, at.s), &far);
	return turned;
}

/* The words that tell of good and bad, in the order in which they count. */
static const struct {
	enum rule_words list;
	enum says says, turned;
	int after; /* words behind it in which a "not" turns it */
	bool inside; /* so does one within: "can therefore not be read" */
} predicates[] = {
    {WORDS_UNAFFECTED, SAYS_FINE, SAYS_FAILS, -1, false},
    {WORDS_HIT, SAYS_FAILS, SAYS_FINE, 1, true},
    {WORDS_WRONG, SAYS_FAILS, SAYS_FINE, -1, false},
    {WORDS_OUTAGE, SAYS_FAILS, SAYS_FINE, -1, false},
    {WORDS_BREAKDOWN, SAYS_FAILS, SAYS_FINE, -1, false},
    {WORDS_SLOW, SAYS_FAILS, SAYS_FINE, -1, false},
    {WORDS_FAULT, SAYS_FAULT, SAYS_FINE, 1, false},
    {WORDS_OVER, SAYS_OVER, SAYS_FAULT, -1, true},
    {WORDS_RUNS, SAYS_RUNS, SAYS_FAILS, 3, true},
};

enum says
judge_saying(struct judgement *j, struct span s, struct span *at)
{
	enum says weak = SAYS_NOTHING;
	struct span word;

	for (size_t i = 0; i < LENGTH(predicates); i++) {
		enum says what;
		bool turned;

		if (!judge_word(j, predicates[i].list, s, &word))
			continue;
		turned = (i == 0 ? judge_has(j, WORDS_NEGATION,
				       ahead(j, s, word, BEFORE))
				 : judge_negated(
				       j, s, word, predicates[i].after)) ||
			 (predicates[i].inside &&
			     judge_has(j, WORDS_NEGATION, word));
		what = turned ? predicates[i].turned : predicates[i].says;
		/* "Is no longer down": it was. */
		if (turned && what == SAYS_FINE &&
		    judge_has(j, WORDS_NO_LONGER, s))
			what = SAYS_OVER;
		if (what <= weak)
			continue;
		*at = word;
		if (what == SAYS_FAILS || (what == SAYS_FINE && i <= 1))
			return what;
		weak = what;
	}
	if (weak == SAYS_NOTHING && judge_word(j, WORDS_NEGATION, s, at))
		return SAYS_NOT;
	return weak;
}

/* The part of the clause between commas that holds name. */
struct span
judge_comma_part(struct span clause, struct span name)
{
	const char *a = name.s, *b = name.s + name.n;
	const char *end = clause.s + clause.n;

	while (a > clause.s && a[-1] != ',')
		a--;
	while (b < end && *b != ',')
		b++;
	return between(a, b);
}

/* Behind the colon of "STS down: FMK works" when it is of FMK, else all. */
static struct span
behind_colon(struct judgement *j, struct span part, struct span name)
{
	const char *colon = memchr(part.s, ':', (size_t)(name.s - part.s));
	struct span at;

	if (colon == NULL)
		return part;
	for (size_t i = 0; i < j->f->n; i++)
		if (judge_names(j, i, between(part.s, colon), &at))
			return between(colon + 1, part.s + part.n);
	return part;
}

/* "It is not FMK", "STS, not FMK"; but not "no calls". */
static bool
contrasted(struct judgement *j, struct span clause, struct span name)
{
	struct span before = ahead(j, clause, name, 2), at;

	return judge_word(j, WORDS_CONTRAST, before, &at) &&
	       name.s - (at.s + at.n) <= 2 &&
	       (memchr(at.s, ' ', at.n) != NULL || at.s - before.s <= 1);
}

enum says
judge_said_of(struct judgement *j, const struct clause *c, struct span name,
    struct span *at)
{
	struct span part = behind_colon(
	    j, judge_comma_part(c->text, name), name);
	struct span word;
	enum says what;

	*at = name;
	/* "It is not FMK that is down"; "without effect on FMK". */
	if (contrasted(j, c->text, name) ||
	    (judge_word(j, WORDS_NOT_AFFECTING, c->text, &word) &&
		word.s < name.s))
		return SAYS_FINE;
	what = judge_saying(j, part, at);
	if (what > SAYS_NOT || part.n == c->text.n)
		return what;
	what = judge_saying(j, c->text, &word);
	if (what != SAYS_NOTHING)
		*at = word;
	return what;
}

/* "FMK is down when you log in" says it of now: what stands before "when". */
static enum says
said_before_condition(struct judgement *j, const struct clause *c,
    struct span name, struct span *at)
{
	struct clause now = *c;
	enum says what;

	now.text = judge_unconditioned(j, c->text);
	if (name.s + name.n > now.text.s + now.text.n)
		return SAYS_NOTHING;
	what = judge_said_of(j, &now, name, at);
	return what >= SAYS_FAULT ? what : SAYS_NOTHING;
}

struct span
judge_word_before(struct span clause, struct span name)
{
	const char *end = name.s, *p;

	while (end > clause.s && end[-1] == ' ')
		end--;
	for (p = end; p > clause.s && p[-1] != ' ';)
		p--;
	return between(p, end);
}

enum says
judge_said_now(struct judgement *j, const struct clause *c, struct span name,
    struct span *at)
{
	*at = name;
	if (c->question || c->quoted ||
	    judge_has(j, WORDS_WHETHER, judge_word_before(c->text, name)))
		return SAYS_NOTHING;
	if (judge_has(j, WORDS_CONDITION, c->text))
		return said_before_condition(j, c, name, at);
	return judge_said_of(j, c, name, at);
}

bool
judge_wrong_data(struct judgement *j, struct span s)
{
	struct span at;

	return judge_word(j, WORDS_WRONG, s, &at) &&
	       !judge_negated(j, s, at, -1) && judge_has(j, WORDS_DATA, s);
}
