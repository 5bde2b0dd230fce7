#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "filter/explain.h"
#include "filter/judge.h"

static const char *const parts[] = {"title", "newest", "older"};
static const char *const sayings[] = {
    "nothing", "not", "runs", "over", "fine", "fault", "fails"};
static const char *const states[] = {
    "none", "cleared", "runs", "mentioned", "maybe", "hit"};

static json_t *
text_json(const char *s, size_t n)
{
	json_t *j = json_stringn(s, n);

	return j != NULL ? j : json_string("?");
}

/* "outage", "FMK aliases": the list of a hit. */
static char *
list_name(const struct filter *f, unsigned list)
{
	static const char *const of[] = {"aliases", "unless", "part"};

	if (list < WORDS_COUNT)
		return xstrdup(rules_words_name((enum rule_words)list));
	list -= WORDS_COUNT;
	return xasprintf("%s %s", f->c[list / 3].id, of[list % 3]);
}

static json_t *
word_json(const struct judgement *j, const struct hit *h)
{
	const struct scan *s = &j->doc.scan;
	const struct rule_term *t = scan_term(s, h);
	char *list = list_name(j->f, scan_list(s, h));
	json_t *o = json_pack("{s:o, s:s, s:s, s:i}", "word",
	    text_json(s->text + h->at, h->end - h->at), "list", list, "rule",
	    t->text, "line", (int)t->line);

	free(list);
	return o;
}

static json_t *
words_json(const struct judgement *j, struct span in)
{
	const struct scan *s = &j->doc.scan;
	size_t from = (size_t)(in.s - s->text);
	json_t *list = json_array();

	for (size_t i = 0; i < s->n_hits; i++)
		if (!s->hits[i].off && s->hits[i].at >= from &&
		    s->hits[i].end <= from + in.n)
			json_array_append_new(list, word_json(j, &s->hits[i]));
	return list;
}

static json_t *
clauses_json(struct judgement *j)
{
	json_t *list = json_array();

	for (size_t i = 0; i < j->doc.n; i++) {
		const struct clause *c = &j->doc.v[i];
		struct span at;

		json_array_append_new(list,
		    json_pack("{s:s, s:o, s:s, s:b, s:o}", "part",
			parts[c->part], "text", text_json(c->text.s, c->text.n),
			"says", sayings[judge_saying(j, c->text, &at)],
			"of_now", !judge_conditional(j, c), "words",
			words_json(j, c->text)));
	}
	return list;
}

static json_t *
components_json(const struct judgement *j)
{
	json_t *list = json_array();

	for (size_t i = 0; i < j->f->n; i++) {
		const struct seen *k = &j->seen[i];

		if (k->state == STATE_NONE && k->listed == LISTED_NOT)
			continue;
		json_array_append_new(
		    list, json_pack("{s:s, s:s, s:s, s:b}", "id", j->f->c[i].id,
			      "state", states[k->state], "listed",
			      k->status != NULL ? k->status : "", "title",
			      k->titled));
	}
	return list;
}

static bool
same(const struct finding *a, const struct finding *b)
{
	return a->verdict == b->verdict && a->effect == b->effect &&
	       a->phase == b->phase;
}

static void
set_finding(json_t *o, const struct finding *f)
{
	json_object_set_new(
	    o, "verdict", json_string(verdict_name(f->verdict)));
	json_object_set_new(o, "effect", json_string(effect_name(f->effect)));
	json_object_set_new(o, "phase", json_string(phase_name(f->phase)));
}

static void
add_finding(json_t *list, json_t *o, const struct finding *f)
{
	set_finding(o, f);
	json_array_append_new(list, o);
}

/* Whether a hit was found by the same rule, with the same word, before. */
static bool
met_before(const struct scan *s, size_t n)
{
	const struct hit *h = &s->hits[n];

	for (size_t i = 0; i < n; i++)
		if (s->hits[i].term == h->term &&
		    s->hits[i].end - s->hits[i].at == h->end - h->at &&
		    memcmp(s->text + s->hits[i].at, s->text + h->at,
			h->end - h->at) == 0)
			return true;
	return false;
}

/* Lets a word count or not count, wherever it stands in the same list. */
static void
set_off(struct scan *s, const struct hit *word, const bool *before, bool off)
{
	const char *text = s->text + word->at;
	size_t n = word->end - word->at;

	for (size_t i = 0; i < s->n_hits; i++) {
		struct hit *h = &s->hits[i];

		if (scan_list(s, h) == scan_list(s, word) &&
		    h->end - h->at == n &&
		    memcmp(s->text + h->at, text, n) == 0)
			h->off = off || before[i];
	}
}

static void
without_words(struct judgement *j, const struct finding *is, json_t *list)
{
	struct scan *s = &j->doc.scan;
	bool *off = xcalloc(s->n_hits + 1, sizeof(*off));

	for (size_t i = 0; i < s->n_hits; i++)
		off[i] = s->hits[i].off;
	for (size_t i = 0; i < s->n_hits; i++) {
		struct finding would;

		if (off[i] || met_before(s, i))
			continue;
		set_off(s, &s->hits[i], off, true);
		judge_run(j, &would);
		set_off(s, &s->hits[i], off, false);
		if (!same(&would, is))
			add_finding(list, word_json(j, &s->hits[i]), &would);
		finding_clear(&would);
	}
	free(off);
}

/* The same, were one of the listed components well. */
static void
without_listed(const struct filter *f, const struct report *r,
    const struct finding *is, json_t *list)
{
	static char well[] = "operational";
	struct component *c = xcalloc(r->n_components + 1, sizeof(*c));
	struct report other = *r;

	other.components = c;
	for (size_t i = 0; i < r->n_components; i++) {
		struct judgement j;
		struct finding would;

		if (str_eq(r->components[i].status, well))
			continue;
		memcpy(c, r->components, r->n_components * sizeof(*c));
		c[i].status = well;
		judge_open(&j, f, &other);
		judge_run(&j, &would);
		judge_close(&j);
		if (!same(&would, is))
			add_finding(list,
			    json_pack("{s:s}", "component", c[i].name), &would);
		finding_clear(&would);
	}
	free(c);
}

json_t *
explain_report(const struct filter *f, const struct report *r)
{
	struct judgement j;
	struct finding is;
	json_t *o, *without = json_array();

	judge_open(&j, f, r);
	judge_run(&j, &is);
	o = json_pack("{s:o, s:o, s:i, s:s}", "clauses", clauses_json(&j),
	    "components", components_json(&j), "rule", j.rule, "why", j.why);
	without_words(&j, &is, without);
	without_listed(f, r, &is, without);
	json_object_set_new(o, "without", without);
	set_finding(o, &is);
	judge_close(&j);
	finding_clear(&is);
	return o;
}
