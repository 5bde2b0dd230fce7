#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/mem.h"
#include "filter/filter.h"
#include "filter/judge.h"

#define QUOTE_MAX 80 /* bytes of a word in a reason */

static bool
compile_component(struct matcher *m, const char *file,
    const struct rule_component *c, struct diags *problems)
{
	m->id = xstrdup(c->id);
	m->verdict = c->verdict;
	m->effect = c->effect;
	m->path = c->path;
	m->names = lexicon_new(file, &c->aliases, problems);
	m->unless = lexicon_new(file, &c->unless, problems);
	m->part = lexicon_new(file, &c->part, problems);
	return m->names && m->unless && m->part;
}

struct filter *
filter_open(const struct rules_conf *rules, struct diags *problems)
{
	struct filter *f = xcalloc(1, sizeof(*f));
	bool good = true;

	f->itself = f->online = rules->n_components;
	f->c = xcalloc(rules->n_components + 1, sizeof(*f->c));
	f->n = rules->n_components;
	for (size_t i = 0; i < f->n; i++) {
		const struct rule_component *c = &rules->components[i];

		good &= compile_component(&f->c[i], rules->file, c, problems);
		if (str_eq(c->id, rules->itself))
			f->itself = i;
		if (str_eq(c->id, rules->online))
			f->online = i;
	}
	for (enum rule_words w = 0; w < WORDS_COUNT; w++) {
		f->words[w] = lexicon_new(
		    rules->file, &rules->words[w], problems);
		good &= f->words[w] != NULL;
	}
	if (good && f->itself < f->n && f->online < f->n)
		return f;
	filter_close(f);
	return NULL;
}

void
filter_close(struct filter *f)
{
	if (f == NULL)
		return;
	for (size_t i = 0; i < f->n; i++) {
		free(f->c[i].id);
		lexicon_free(f->c[i].names);
		lexicon_free(f->c[i].unless);
		lexicon_free(f->c[i].part);
	}
	for (enum rule_words w = 0; w < WORDS_COUNT; w++)
		lexicon_free(f->words[w]);
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

int
filter_judge(const struct filter *f, const struct report *r,
    struct finding *out, struct err *e)
{
	struct judgement j = {.f = f, .r = r, .out = out, .main = f->n};

	finding_init(out);
	j.state = xcalloc(f->n + 1, sizeof(*j.state));
	j.status = xcalloc(f->n + 1, sizeof(*j.status));
	if (doc_init(&j.doc, r, f->words) != 0)
		j.failed = true;
	judge_evidence(&j);
	judge_verdict(&j);
	judge_phase(&j);
	judge_effect(&j);
	judge_times(&j);
	if (j.failed && out->verdict < VERDICT_ASK) {
		out->verdict = VERDICT_ASK;
		out->effect = EFFECT_DEGRADED;
	}
	give_reason(out, &j);
	doc_clear(&j.doc);
	free(j.state);
	free(j.status);
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
filter_component_id(const struct filter *f, size_t i)
{
	return i < f->n ? f->c[i].id : NULL;
}
