/*
 * finding.h: what the rules say of a report. The data type that the filter
 * hands to the incidents and the store.
 */
#ifndef FILTER_FINDING_H
#define FILTER_FINDING_H

#include <stdint.h>

#include "base/clock.h"
#include "base/str.h"
#include "base/words.h"

struct finding {
	enum verdict_kind verdict;
	enum effect effect;
	enum phase phase; /* never PHASE_UNKNOWN */
	char *reason; /* one sentence: the rule and the words that matched */
	/*
	 * The component that decided, as the rules name it ("FMK", "NAS"), or
	 * "": reports of one service may be joined to one incident.
	 */
	char *service;
	struct strv hit; /* every component hit, ids of the rules */
	/*
	 * The component that all is about (alertd-rules(5), itself) is hit, or
	 * may be, whichever decided.
	 */
	bool itself;
	/* What the text and the components say of FMK-online. */
	enum online online;
	/* The fault is on the way to FMK (EOJ, NSP, STS …), not in FMK. */
	bool path;
	/*
	 * Ignored for what it says (rules 1, 2, 7 and 8): it tells of something
	 * else, and so nothing of an incident that it was about before.
	 */
	bool unrelated;
	/* A report about what was, written afterwards: it ends nothing now. */
	bool looks_back;
	int64_t expected_end; /* when it is said to be over, or TIME_NONE */
};

void finding_init(struct finding *f); /* ignore, none, info; "" strings */
void finding_clear(struct finding *f);

#endif
