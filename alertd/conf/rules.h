/*
 * rules.h: rules.yaml as plain data; alertd-rules(5) describes the file.
 * The filter compiles it.
 */
#ifndef CONF_RULES_H
#define CONF_RULES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/words.h"

/* A word, a phrase or a /pattern/, with its place for messages. */
struct rule_term {
	char *text;
	unsigned line, col;
};

struct rule_terms {
	struct rule_term *v;
	size_t n;
};

struct rule_component {
	char *id; /* unique; the finding's service */
	struct rule_terms aliases; /* the id is one of them */
	struct rule_terms unless; /* not meant when one is in the report */
	struct rule_terms part; /* only a part is hit: ask */
	enum verdict_kind verdict;
	enum effect effect;
	bool path; /* on the way to the medication record */
	char *topic; /* of its notices, "" = fmk */
};

/* The lists under "words:", named as in alertd-rules(5). */
enum rule_words {
	WORDS_TEST, /* environments that do not count */
	WORDS_PRODUCTION,
	WORDS_LATER, /* production gets its turn later */
	WORDS_NO_EVENT,
	WORDS_HEADING, /* no event, where it stands in a title */
	WORDS_TALK, /* no event, where nothing fails */
	WORDS_NOW, /* of something that goes on: it is an event */
	WORDS_PAST, /* of something long over */
	WORDS_WAS, /* past tense */
	WORDS_PLANNED,
	WORDS_SOON, /* with a word of WORDS_WORK it is announced */
	WORDS_WORK,
	WORDS_BEGUN, /* planned work that runs */
	WORDS_OVERRUN, /* planned work past its end */
	WORDS_OVER,
	WORDS_NOT_OVER,
	WORDS_WATCHED, /* the same, unless the feed says that it is over */
	WORDS_CONDITION, /* if, when, until: says nothing of now */
	WORDS_FAULT,
	WORDS_OUTAGE,
	WORDS_BREAKDOWN, /* the same, as a noun */
	WORDS_PARTLY,
	WORDS_SLOW,
	WORDS_WRONG,
	WORDS_DATA, /* what is shown to people */
	WORDS_HIT, /* what is named in the clause; not so with a negation */
	WORDS_UNAFFECTED, /* what is named in the clause */
	WORDS_NOT_AFFECTING, /* what is named after it */
	WORDS_RUNS,
	WORDS_MAYBE,
	WORDS_AFFECTING,
	WORDS_WIDE, /* unknown component that could matter */
	WORDS_ELSEWHERE, /* plainly another field */
	WORDS_MEDICATION,
	WORDS_NO_EFFECT,
	WORDS_EXPECTED_END,
	WORDS_UPDATE, /* heads an update, above or below others */
	WORDS_OLDER, /* heads a quoted older update */
	WORDS_STATUS_OPEN, /* an update's first word */
	WORDS_STATUS_OVER,
	WORDS_POSTMORTEM, /* a title that looks back: it is over */
	WORDS_NEGATION, /* near a word of runs or over: it does not */
	WORDS_CONTRAST, /* "not" right before what is named: it is not hit */
	WORDS_WHETHER, /* right before what is named: nobody says so */
	WORDS_THEM, /* stands for what was named before it */
	WORDS_NEGATION_AFTER, /* right behind such a word */
	WORDS_NEITHER, /* a negation that reaches over commas */
	WORDS_LINK, /* a negation does not reach over it: why, that, and */
	WORDS_RELATIVE, /* "that are": what follows says of which */
	WORDS_NO_LONGER, /* turns a fault to over, runs to a fault */
	WORDS_AGAIN, /* with a word of runs: it is over */
	WORDS_AFTER, /* what follows is behind us: "after planned work" */
	WORDS_ALSO, /* an environment that is named is hit besides */
	WORDS_ONLY, /* only the environment named is hit */
	WORDS_ALSO_HIT, /* the way out named in the clause is hit */
	WORDS_NEXT_UPDATE, /* a time here is no expected end */
	WORDS_SHORTENED, /* written with a dot that ends no sentence */
	WORDS_BREAKS, /* begins another clause of a sentence */
	WORDS_COMMA_BREAKS, /* does so behind a comma */
	WORDS_COUNT
};

/* What is known of one feed; all of it may be left out. */
struct rule_feed {
	char *name; /* in alertd.yaml */
	char *about; /* id of the component it always tells of, or "" */
	int min_impact; /* as impact_name(); 0: all count */
	enum verdict_kind below; /* the most that less gets */
	unsigned line, col;
};

/* "none", "minor", "major", "critical": NULL behind the last. */
const char *impact_name(int i);

struct rules_conf {
	char *file;
	char *itself; /* id of the component all is about: FMK */
	char *online; /* id of the way out: FMK-online */
	struct rule_component *components;
	size_t n_components;
	struct rule_terms words[WORDS_COUNT];
	struct rule_feed *feeds;
	size_t n_feeds;
};

/* The name of a list under words: "outage". */
const char *rules_words_name(enum rule_words w);

/*
 * Reads the file, or the built-in etc/rules.yaml when path is "". NULL when
 * there was a mistake; all of them are in *problems with their places.
 * Release with rules_free().
 */
struct rules_conf *rules_load(const char *path, struct diags *problems);
struct rules_conf *rules_parse(
    const char *file, const char *text, size_t len, struct diags *problems);
/* Frees all terms, the most of it: lists and components stay, without them. */
void rules_forget_terms(struct rules_conf *r);
void rules_free(struct rules_conf *r);

#endif
