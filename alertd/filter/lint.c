#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/str.h"
#include "filter/lint_parts.h"

size_t
lint_component(const struct linter *l, unsigned list)
{
	return list >= names_of(0) && (list - names_of(0)) % 3 == 0
		   ? (list - names_of(0)) / 3
		   : l->f->n;
}

char *
lint_list(const struct linter *l, unsigned list)
{
	static const char *const parts[] = {"aliases", "unless", "part"};
	unsigned i = list - names_of(0);

	if (list < names_of(0))
		return xasprintf(
		    "words.%s", rules_words_name((enum rule_words)list));
	return xasprintf("%s, %s", l->f->c[i / 3].id, parts[i % 3]);
}

const char *
lint_short(const struct written *w, char *out)
{
	size_t n = utf8_cut(w->rule->text, LINT_SHORT);

	snprintf(out, LINT_SHORT + 4, "%.*s%s", (int)n, w->rule->text,
	    w->rule->text[n] != '\0' ? "..." : "");
	return out;
}

void
lint_add(struct linter *l, struct diags *d, const struct written *w,
    const char *fmt, ...)
{
	char *list = lint_list(l, w->list), *msg, text[LINT_SHORT + 4];
	va_list ap;

	va_start(ap, fmt);
	msg = xvasprintf(fmt, ap);
	va_end(ap);
	diags_add(d, l->f->rules->file, w->rule->line, w->rule->col,
	    "%s: \"%s\" %s", list, lint_short(w, text), msg);
	free(list);
	free(msg);
}

static int
by_list(const void *pa, const void *pb)
{
	const struct written *a = pa, *b = pb;

	if (a->list != b->list)
		return a->list < b->list ? -1 : 1;
	return a->from < b->from ? -1 : a->from > b->from;
}

/* What was written as one term stands together in the vocabulary. */
static void
gather(struct linter *l)
{
	const struct vocabulary *v = l->v;

	l->w = xcalloc(v->n_terms + 1, sizeof(*l->w));
	for (size_t i = 0; i < v->n_terms; i++) {
		const struct term *t = &v->terms[i];

		const struct rule_term *rule = term_rule(v, t);

		if (l->n == 0 || l->w[l->n - 1].rule != rule)
			l->w[l->n++] = (struct written){
			    .rule = rule, .list = t->list, .from = i};
		l->w[l->n - 1].to = i + 1;
	}
	qsort(l->w, l->n, sizeof(*l->w), by_list);
}

/* What is said of feeds that there are not. */
static void
check_feeds(struct linter *l, const struct strv *feeds)
{
	const struct rules_conf *r = l->f->rules;
	const char **names = xcalloc(feeds->n + 1, sizeof(*names));

	for (size_t i = 0; i < feeds->n; i++)
		names[i] = feeds->v[i];
	for (size_t i = 0; i < r->n_feeds; i++) {
		const struct rule_feed *f = &r->feeds[i];
		const char *near = nearest(f->name, names);

		if (!strv_has(feeds, f->name))
			diags_add(&l->out->mistakes, r->file, f->line, f->col,
			    "feeds: alertd.yaml has no feed \"%s\"%s%s%s",
			    f->name, near != NULL ? "; did you mean \"" : "",
			    near != NULL ? near : "",
			    near != NULL ? "\"?" : "; leave it out");
	}
	free(names);
}

void
filter_lint(const struct filter *f, const struct strv *feeds, struct lint *out)
{
	struct linter l = {.f = f, .v = f->vocabulary, .out = out};

	gather(&l);
	lint_forms(&l);
	lint_names(&l);
	lint_covered(&l);
	lint_patterns(&l);
	check_feeds(&l, feeds);
	free(l.w);
}

void
lint_clear(struct lint *l)
{
	diags_clear(&l->mistakes);
	diags_clear(&l->remarks);
}
