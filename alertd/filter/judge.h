/* judge.h: the steps of filter_judge(); for the files of filter/ alone. */
#ifndef FILTER_JUDGE_H
#define FILTER_JUDGE_H

#include "filter/doc.h"
#include "filter/finding.h"

struct matcher {
	char *id;
	enum verdict_kind verdict;
	enum effect effect;
	bool path;
	struct lexicon *names, *unless, *part;
};

struct filter {
	struct matcher *c;
	size_t n, itself, online;
	struct lexicon *words[WORDS_COUNT];
};

/* What is known of one component, weakest first. */
enum state {
	STATE_NONE,
	STATE_CLEARED,
	STATE_RUNS,
	STATE_MENTIONED,
	STATE_MAYBE,
	STATE_HIT
};

struct judgement {
	const struct filter *f;
	const struct report *r;
	struct finding *out;
	struct doc doc;
	enum state *state; /* by component */
	const char **status; /* as the feed gives it, or NULL */
	bool failed; /* a limit was met */
	bool test, production, planned, no_event, unknown_failing, affecting;
	size_t main; /* the component that decided; n if none */
	int rule;
	const char *why;
	struct span test_name; /* a component of an environment */
	struct span word, more; /* what decided; n 0 if there is none */
};

/* lexicon_find() that remembers a limit that was met in j->failed. */
bool judge_find(struct judgement *j, const struct lexicon *l, struct span s,
    size_t from, struct span *at);
bool judge_has(struct judgement *j, enum rule_words w, struct span s);
/* The first match, which is *at. */
bool judge_word(
    struct judgement *j, enum rule_words w, struct span s, struct span *at);
/* True when it is in the title, or in the newest (or any) update. */
bool judge_says(struct judgement *j, enum rule_words w, bool older);
/* The first such word, as judge_says() reads; n is 0 when there is none. */
struct span judge_said(struct judgement *j, enum rule_words w, bool older);
struct span judge_title(const struct judgement *j);
/* The title names the component itself. */
bool judge_titled(struct judgement *j, size_t component);
/* The clause says that something fails; *at is the word. */
bool judge_fails(struct judgement *j, struct span clause, struct span *at);
/* The word at at is turned to its opposite by what stands around it. */
bool judge_negated(struct judgement *j, struct span clause, struct span at);
/* What the clause names, at name, is said not to be hit. */
bool judge_spared(struct judgement *j, struct span clause, struct span name);
/* Only a part of the component is hit. */
bool judge_part(struct judgement *j, size_t component);
/*
 * A broadcast component is said to fail in the title or newest update, and
 * nothing in that clause speaks against it; when plainly, that it cannot be
 * used, in words that follow its name. *at is its name.
 */
bool judge_told(struct judgement *j, bool plainly, struct span *at);

void judge_evidence(struct judgement *j);
void judge_verdict(struct judgement *j);
void judge_phase(struct judgement *j);
void judge_effect(struct judgement *j);
void judge_times(struct judgement *j); /* online and expected end */

#endif
