/* judge.h: the steps of filter_judge(); for the files of filter/ alone. */
#ifndef FILTER_JUDGE_H
#define FILTER_JUDGE_H

#include "conf/rules.h"
#include "filter/doc.h"
#include "filter/finding.h"

struct matcher {
	const char *id; /* borrowed from the rules */
	enum verdict_kind verdict;
	enum effect effect;
	bool path;
};

struct filter {
	struct matcher *c;
	size_t n, itself, online;
	struct vocabulary *vocabulary; /* all words; NULL: who judges nothing */
	struct rules_conf *rules; /* what the vocabulary borrows from */
};

/* The lists of a vocabulary behind those of enum rule_words. */
static inline unsigned
names_of(size_t component)
{
	return WORDS_COUNT + 3 * (unsigned)component;
}

static inline unsigned
unless_of(size_t component)
{
	return names_of(component) + 1;
}

static inline unsigned
part_of(size_t component)
{
	return names_of(component) + 2;
}

/* What a piece of text says of what it names, weakest first. */
enum says {
	SAYS_NOTHING,
	SAYS_NOT, /* "not", but of nothing that we know */
	SAYS_RUNS,
	SAYS_OVER,
	SAYS_FINE, /* it is not hit */
	SAYS_FAULT, /* something is wrong */
	SAYS_FAILS /* plainly: it is down, slow, wrong, hit */
};

/* What is known of one component, weakest first. */
enum state {
	STATE_NONE,
	STATE_CLEARED, /* told not to be hit */
	STATE_RUNS,
	STATE_MENTIONED,
	STATE_MAYBE,
	STATE_HIT
};

/* How the feed lists a component. */
enum listed { LISTED_NOT, LISTED_WELL, LISTED_BAD };

/* What the text and the feed's list tell of one component. */
struct seen {
	bool titled; /* the title is about it */
	bool aside; /* the title says that it runs */
	bool wrong; /* it shows wrong data, though it may run */
	bool untold; /* a clause of its own says nothing that we know */
	bool named, fails, fault, affected, maybe, over, fine, runs, no;
	enum listed listed;
	const char *status; /* as listed, or NULL */
	enum state state; /* what follows */
	struct span name, word; /* what decided, for the reason */
};

struct judgement {
	const struct filter *f;
	const struct report *r;
	const struct rule_feed *feed; /* what the rules say of it, or NULL */
	struct finding *out;
	struct doc doc;
	struct seen *seen; /* by component */
	bool failed; /* a limit was met */
	bool test, planned, no_event;
	struct span told; /* of no event, but what fails is named plainly */
	struct span test_name; /* a component of an environment */
	size_t main; /* the component that decided; n if none */
	int rule;
	const char *why;
	struct span word, more; /* what decided; n 0 if there is none */
};

/* Reads the report; judge_close() after. */
void
judge_open(struct judgement *j, const struct filter *f, const struct report *r);
/* All steps once; *out is initialised by the call. */
void judge_run(struct judgement *j, struct finding *out);
void judge_close(struct judgement *j);

/* --- words: what stands where ------------------------------------------- */

/*
 * Names in which a longer one of another component stands do not count, nor
 * those of a component that means something else in this report.
 */
void names_settle(struct judgement *j);
/* The first of the list in s from its byte from on. */
bool judge_find(struct judgement *j, unsigned list, struct span s, size_t from,
    struct span *at);
bool judge_has(struct judgement *j, enum rule_words w, struct span s);
/* The first match, which is *at. */
bool judge_word(
    struct judgement *j, enum rule_words w, struct span s, struct span *at);
/* True when it is in the title, or in the newest (or any) update. */
bool judge_says(struct judgement *j, enum rule_words w, bool older);
/* The first such word, as judge_says() reads; n is 0 when there is none. */
struct span judge_said(struct judgement *j, enum rule_words w, bool older);
/* The component is named there. */
bool judge_names(
    struct judgement *j, size_t component, struct span s, struct span *at);
/* The feed lists component n of the report as hit. */
bool judge_listed_bad(const struct judgement *j, size_t n);
/* Only a part of the component is hit. */
bool judge_part(struct judgement *j, size_t component);

/* That is so of one whose verdict is broadcast. */
bool judge_only_part(struct judgement *j);

/* --- clauses: what they say ---------------------------------------------- */

/* A question, a quotation, "if" or "when": it says nothing of now. */
bool judge_conditional(struct judgement *j, const struct clause *c);
/* A word at at is turned to its opposite by what stands around it in s. */
bool
judge_negated(struct judgement *j, struct span s, struct span at, int after);
/* What is said in s, by the word *at. */
enum says judge_saying(struct judgement *j, struct span s, struct span *at);
/* What is said in clause of what stands at name in it. */
enum says judge_said_of(struct judgement *j, const struct clause *c,
    struct span name, struct span *at);

/*
 * The same, where it tells how things are now; SAYS_NOTHING of a question, a
 * quotation, and behind "if" and "when".
 */
enum says judge_said_now(struct judgement *j, const struct clause *c,
    struct span name, struct span *at);
/* It tells of wrong data: a word of "wrong" with one of what is shown. */
bool judge_wrong_data(struct judgement *j, struct span s);
/* The word right before the name, as it stands. */
struct span judge_word_before(struct span clause, struct span name);
/* The part of the clause between commas that holds name. */
struct span judge_comma_part(struct span clause, struct span name);
/* What it says before "if" and "when": that is of now. */
struct span judge_unconditioned(struct judgement *j, struct span s);
/* The title looks back on what was. */
bool judge_looks_back(struct judgement *j);
/* It says that something is not quite over. */
bool judge_not_over(struct judgement *j, struct span s);
/* The title or the newest update says that it is over. */
bool judge_over(struct judgement *j);

/* Wrong data is told of, and not of another component that is named there. */
bool judge_wrong(struct judgement *j);

/* --- steps --------------------------------------------------------------- */

void judge_planned(struct judgement *j);
void judge_components(struct judgement *j); /* fills seen */
void judge_test(struct judgement *j);
void judge_no_event(struct judgement *j);
void judge_verdict(struct judgement *j);
void judge_phase(struct judgement *j);
void judge_effect(struct judgement *j);
void judge_times(struct judgement *j); /* online and expected end */
void judge_feed(struct judgement *j); /* what the rules say of the feed */

#endif
