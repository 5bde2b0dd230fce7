/* Patterns, tried on texts that are made of what they are written with. */
#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/limits.h"
#include "base/mem.h"
#include "filter/lint_parts.h"
#include "filter/made.h"
#include "filter/normal.h"

#define LONG 2000 /* bytes of a run */
#define PATTERN_STEPS 20000000 /* of all that one pattern is tried on */
#define ALL_STEPS 100000000 /* of all patterns */

struct tries {
	pcre2_code *code;
	pcre2_match_data *data;
	pcre2_match_context *limits;
	const struct made *made;
	uint64_t steps, most;
	struct buf text;
};

static int
count_step(pcre2_callout_block *block, void *arg)
{
	struct tries *t = arg;

	(void)block;
	return ++t->steps > t->most ? PCRE2_ERROR_CALLOUT : 0;
}

/* It runs into a limit on the text, at its beginning. */
static bool
unbounded(struct tries *t)
{
	int rc = pcre2_match(t->code, (PCRE2_SPTR)buf_str(&t->text),
	    t->text.len, t->made->lead,
	    PCRE2_ANCHORED | PCRE2_NOTEMPTY | PCRE2_NO_JIT, t->data, t->limits);

	return rc == PCRE2_ERROR_MATCHLIMIT || rc == PCRE2_ERROR_HEAPLIMIT;
}

/* What stands before the run, which is so long that it is no question. */
static bool
try_run(struct tries *t, const char *start, const char *run)
{
	/* What could make a match fail at last, which is what takes time. */
	static const char *const ends[] = {"", "!", "\n", " ", "0", "a"};

	for (size_t i = 0; i < LENGTH(ends); i++) {
		buf_reset(&t->text);
		buf_adds(&t->text, start);
		while (t->text.len < strlen(start) + LONG)
			buf_adds(&t->text, run);
		buf_adds(&t->text, ends[i]);
		if (t->steps <= t->most && unbounded(t))
			return true;
	}
	return false;
}

/* A run that has no bound: release with free(). NULL: none was found. */
static char *
find_run(struct tries *t)
{
	const struct made *m = t->made;

	for (size_t s = 0; s < m->starts.n; s++)
		for (size_t i = 0; i < m->runs.n; i++)
			if (try_run(t, m->starts.v[s], m->runs.v[i]))
				return xstrdup(m->runs.v[i]);
	for (size_t s = 0; s < m->starts.n; s++)
		for (size_t i = 0; i < m->runs.n * m->runs.n; i++) {
			char *pair = xasprintf("%s%s", m->runs.v[i / m->runs.n],
			    m->runs.v[i % m->runs.n]);

			if (i / m->runs.n != i % m->runs.n &&
			    try_run(t, m->starts.v[s], pair))
				return pair;
			free(pair);
		}
	return NULL;
}

/* Tries it with at most so many steps; adds those that were taken. */
static void
check_bound(struct linter *l, const struct written *w, uint64_t *steps)
{
	const char *s = w->rule->text;
	char *text = normal_pattern(s + 1, strlen(s) - 2), *run;
	struct made made;
	struct tries t = {.made = &made};
	int error;

	made_init(&made, text);
	buf_init(&t.text, LIMIT_PATTERN * 64);
	t.most = ALL_STEPS - *steps < PATTERN_STEPS ? ALL_STEPS - *steps
						    : PATTERN_STEPS;
	/* As if what the pattern must have stood somewhere behind the run. */
	t.code = pattern_compile(
	    s, PCRE2_AUTO_CALLOUT | PCRE2_NO_START_OPTIMIZE, &error);
	t.data = must_have(pcre2_match_data_create(1, NULL));
	t.limits = must_have(pcre2_match_context_create(NULL));
	pcre2_set_match_limit(t.limits, LIMIT_MATCH);
	pcre2_set_heap_limit(t.limits, LIMIT_MATCH_HEAP);
	pcre2_set_callout(t.limits, count_step, &t);
	run = t.code != NULL ? find_run(&t) : NULL;
	if (run != NULL)
		lint_add(l, &l->out->mistakes, w,
		    "backtracks without bound, as on a long run of \"%s\": "
		    "let what repeats be read in one way only, or write "
		    "words with \"...\" between",
		    run);
	else if (t.steps > t.most)
		lint_add(l, &l->out->remarks, w,
		    t.most < PATTERN_STEPS
			? "is not tried wholly: those before it took all the "
			  "time there is; make them fewer"
			: "is too slow to be tried wholly; make it simpler");
	*steps += t.steps < t.most ? t.steps : t.most;
	free(run);
	pcre2_match_context_free(t.limits);
	pcre2_match_data_free(t.data);
	pcre2_code_free(t.code);
	buf_clear(&t.text);
	made_clear(&made);
	free(text);
}

/* Plain sentences that no rule should know anything about. */
static const char *const plain[] = {"vi drikker kaffe og taler om bogen",
    "the cat sleeps under our old tree", "min bror cykler hjem fra skole",
    "hunden løber rundt i haven", "bageren sælger brød og kager",
    "a boy reads his book on the train", "solen skinner over marken",
    "mormor strikker en varm trøje"};

static bool
finds_most(const struct linter *l, const pcre2_code *code)
{
	pcre2_match_data *data = must_have(pcre2_match_data_create(1, NULL));
	size_t found = 0;

	for (size_t i = 0; i < LENGTH(plain); i++)
		found += pcre2_match(code, (PCRE2_SPTR)plain[i],
			     strlen(plain[i]), 0, PCRE2_NOTEMPTY, data,
			     l->v->limits) >= 0;
	pcre2_match_data_free(data);
	return found * 2 > LENGTH(plain);
}

static void
check_finds(struct linter *l, const struct written *w, const pcre2_code *code)
{
	uint32_t empty = 0;

	pcre2_pattern_info(code, PCRE2_INFO_MATCHEMPTY, &empty);
	if (empty != 0)
		lint_add(l, &l->out->mistakes, w,
		    "matches the empty string, which is never found; let "
		    "something of it be required");
	if (finds_most(l, code))
		lint_add(l, &l->out->mistakes, w,
		    "is found in nearly every text; let it ask for more");
}

void
lint_patterns(struct linter *l)
{
	uint64_t steps = 0;

	for (size_t i = 0; i < l->n; i++) {
		const struct term *t = &l->v->terms[l->w[i].from];

		if (t->n > 0)
			continue;
		check_finds(l, &l->w[i], l->v->patterns[t->slots].code);
		check_bound(l, &l->w[i], &steps);
	}
}
