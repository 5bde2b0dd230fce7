#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/mem.h"
#include "filter/filter.h"
#include "filter/judge.h"

#define QUOTE_MAX 80 /* bytes of a word in a reason */

static void
add_component(struct filter *f, size_t i)
{
	const struct rules_conf *rules = f->rules;
	const struct rule_component *c = &rules->components[i];

	f->c[i] = (struct matcher){
	    .id = c->id,
	    .verdict = c->verdict,
	    .effect = c->effect,
	    .path = c->path,
	};
	if (str_eq(c->id, rules->itself))
		f->itself = i;
	if (str_eq(c->id, rules->online))
		f->online = i;
}

/* All words of the rules. */
static struct vocabulary *
compile(const struct filter *f, struct diags *d)
{
	const struct rules_conf *rules = f->rules;
	struct vocabulary *v = vocabulary_new(names_of(f->n));

	for (size_t i = 0; i < f->n; i++) {
		const struct rule_component *c = &rules->components[i];

		vocabulary_add(
		    v, names_of(i), true, rules->file, &c->aliases, d);
		vocabulary_add(
		    v, unless_of(i), false, rules->file, &c->unless, d);
		vocabulary_add(v, part_of(i), false, rules->file, &c->part, d);
	}
	for (enum rule_words w = 0; w < WORDS_COUNT; w++)
		vocabulary_add(
		    v, (unsigned)w, false, rules->file, &rules->words[w], d);
	vocabulary_ready(v);
	return v;
}

void
filter_forget_written(struct filter *f)
{
	vocabulary_forget_rules(f->vocabulary);
	rules_forget_terms(f->rules);
}

static struct filter *
open_components(struct rules_conf *rules)
{
	struct filter *f = xcalloc(1, sizeof(*f));

	f->rules = rules;
	f->itself = f->online = f->n = rules->n_components;
	f->c = xcalloc(f->n + 1, sizeof(*f->c));
	for (size_t i = 0; i < f->n; i++)
		add_component(f, i);
	return f;
}

struct filter *
filter_open(struct rules_conf *rules, struct diags *problems)
{
	struct filter *f = open_components(rules);
	size_t before = problems->n;

	f->vocabulary = compile(f, problems);
	if (problems->n == before)
		return f;
	filter_close(f);
	return NULL;
}

struct filter *
filter_open_components(struct rules_conf *rules)
{
	rules_forget_terms(rules);
	return open_components(rules);
}

void
filter_close(struct filter *f)
{
	if (f == NULL)
		return;
	vocabulary_free(f->vocabulary);
	rules_free(f->rules);
	free(f->c);
	free(f);
}

static const char *
known(const char *s)
{
	return s[0] != '\0' ? s : "no known component";
}

static void
give_reason(struct finding *out, const struct judgement *j)
{
	const struct span *q[] = {&j->word, &j->more};
	const char *sep = ":";
	char *s = xasprintf(
	    "rule %d: %s: %s", j->rule, known(out->service), j->why);

	for (size_t i = 0; i < LENGTH(q); i++) {
		size_t n = q[i]->n < QUOTE_MAX ? q[i]->n : QUOTE_MAX;
		char *longer;

		if (n == 0)
			continue;
		longer = xasprintf("%s%s \"%.*s\"", s, sep, (int)n, q[i]->s);
		sep = ",";
		free(s);
		s = longer;
	}
	free(out->reason);
	out->reason = utf8_repair(s, strlen(s));
	free(s);
}

void
judge_open(struct judgement *j, const struct filter *f, const struct report *r)
{
	assert(f->vocabulary != NULL);
	*j = (struct judgement){.f = f, .r = r};
	j->seen = xcalloc(f->n + 1, sizeof(*j->seen));
	for (size_t i = 0; i < f->rules->n_feeds; i++)
		if (str_eq(f->rules->feeds[i].name, r->feed))
			j->feed = &f->rules->feeds[i];
	doc_init(&j->doc, r, f->vocabulary);
	names_settle(j);
}

void
judge_run(struct judgement *j, struct finding *out)
{
	j->out = out;
	j->main = j->f->n;
	j->test = j->no_event = false;
	j->told = j->test_name = j->word = j->more = (struct span){NULL, 0};
	j->failed = j->doc.scan.failed;
	finding_init(out);
	judge_planned(j);
	judge_components(j);
	judge_test(j);
	judge_no_event(j);
	judge_verdict(j);
	judge_phase(j);
	judge_effect(j);
	judge_times(j);
	if (j->failed && out->verdict < VERDICT_ASK) {
		out->verdict = VERDICT_ASK;
		out->effect = EFFECT_DEGRADED;
	}
	judge_feed(j);
	give_reason(out, j);
}

void
judge_close(struct judgement *j)
{
	doc_clear(&j->doc);
	free(j->seen);
}

int
filter_judge(const struct filter *f, const struct report *r,
    struct finding *out, struct err *e)
{
	struct judgement j;

	judge_open(&j, f, r);
	judge_run(&j, out);
	judge_close(&j);
	if (j.failed)
		return err_set(e, "a rule ran into its limit: the operator is "
				  "asked");
	return 0;
}

bool
filter_component(
    const struct filter *f, const char *id, enum effect *effect, bool *path)
{
	for (size_t i = 0; i < f->n; i++) {
		if (!str_eq(f->c[i].id, id))
			continue;
		*effect = f->c[i].effect;
		*path = f->c[i].path;
		return true;
	}
	return false;
}

const char *
filter_component_topic(const struct filter *f, const char *id)
{
	for (size_t i = 0; i < f->rules->n_components; i++)
		if (str_eq(f->rules->components[i].id, id))
			return f->rules->components[i].topic;
	return "";
}

const char *
filter_component_id(const struct filter *f, size_t i)
{
	return i < f->n ? f->c[i].id : NULL;
}
