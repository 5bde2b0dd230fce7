#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alertctl/feed/body.h"
#include "alertctl/ctl.h"
#include "alertctl/status/facts.h"
#include "alertctl/ui/out.h"
#include "alertctl/run.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "filter/corpus.h"
#include "filter/explain.h"
#include "store/reports.h"

static bool
has_text(const json_t *o, const char *key)
{
	return !str_empty(json_string_value(json_object_get(o, key)));
}

/* What a labelled message lacks to be counted, or NULL. */
static const char *
lacking(const char *line, size_t len)
{
	json_t *o = json_loadb(line, len, 0, NULL);
	const char *what = NULL;

	/* What is no object at all is told by corpus_run(). */
	if (!json_is_object(o))
		what = NULL;
	else if (!has_text(o, "title") && !has_text(o, "body"))
		what = N_("neither title nor body");
	else if (!has_text(o, "verdict"))
		what = N_("no label \"verdict\"");
	else if (!has_text(o, "effect"))
		what = N_("no label \"effect\"");
	else if (!has_text(o, "phase"))
		what = N_("no label \"phase\"");
	json_decref(o);
	return what;
}

static int
check_labels(const char *path, const char *text)
{
	unsigned no = 0, bad = 0;

	for (const char *p = text; *p != '\0';) {
		size_t n = strcspn(p, "\n");
		const char *what = n > 0 ? lacking(p, n) : NULL;

		no++;
		if (what != NULL) {
			fprintf(stderr, "%s:%u: %s\n", path, no, _(what));
			bad++;
		}
		p += n + (p[n] == '\n');
	}
	if (bad == 0)
		return EX_OK;
	return ctl_fail(EX_DATAERR,
	    tr_n("%s: %u line without text or labels: the shares are of the "
		 "others",
		"%s: %u lines without text or labels: the shares are of the "
		"others",
		bad),
	    path, bad);
}

static int
explain_corpus(struct ctl *c, const char *path)
{
	char *text;
	struct err e;
	int status = EX_OK;

	if (strcmp(path, "-") != 0 && access(path, R_OK) == -1)
		return ctl_fail(EX_NOINPUT, _("%s: cannot be read"), path);
	if (file_read(path, LIMIT_FEED_BODY, &text, NULL, &e) == -1)
		return ctl_fail(EX_DATAERR, "%s", e.msg);
	if (corpus_run(c->filter, path, text, stdout, stderr, &e) == -1)
		status = ctl_fail(EX_DATAERR, "%s", e.msg);
	else
		status = check_labels(path, text);
	free(text);
	return status;
}

static const char *
str_of(const json_t *o, const char *key)
{
	const char *s = json_string_value(json_object_get(o, key));

	return s != NULL ? s : "";
}

static void
print_clauses(const json_t *list)
{
	size_t i, k;
	json_t *c, *w;

	json_array_foreach(list, i, c)
	{
		bool now = json_is_true(json_object_get(c, "of_now"));

		printf(
		    now ? "  %-7s %s: %s\n" : _("  %-7s %s, not of now: %s\n"),
		    str_of(c, "part"), str_of(c, "says"), str_of(c, "text"));
		json_array_foreach(json_object_get(c, "words"), k, w)
		    printf(_("          \"%s\" is %s (line %d: %s)\n"),
			str_of(w, "word"), str_of(w, "list"),
			(int)json_integer_value(json_object_get(w, "line")),
			str_of(w, "rule"));
	}
}

/* A word of words.h, for a person. */
static const char *
word_of(const json_t *o, const char *key)
{
	const char *word = str_of(o, key);

	return *word != '\0' ? _(word) : word;
}

static void
print_components(const json_t *list)
{
	size_t i;
	json_t *c;

	json_array_foreach(list, i, c)
	{
		printf("  %s: %s", str_of(c, "id"), str_of(c, "state"));
		if (*str_of(c, "listed") != '\0')
			printf(_(", listed as %s"), str_of(c, "listed"));
		if (json_is_true(json_object_get(c, "title")))
			fputs(_(", in the title"), stdout);
		putchar('\n');
	}
}

static void
print_without(const json_t *list)
{
	size_t i;
	json_t *o;

	json_array_foreach(list, i, o)
	{
		if (*str_of(o, "component") != '\0')
			printf(_("  were %s listed as operational: %s, effect "
				 "%s, phase %s\n"),
			    str_of(o, "component"), word_of(o, "verdict"),
			    word_of(o, "effect"), word_of(o, "phase"));
		else
			printf(_("  without \"%s\" (%s): %s, effect %s, phase "
				 "%s\n"),
			    str_of(o, "word"), str_of(o, "list"),
			    word_of(o, "verdict"), word_of(o, "effect"),
			    word_of(o, "phase"));
	}
}

/* What is kept was judged when it came; the rules may have changed since. */
static void
print_today(const json_t *chain, const struct finding *f)
{
	const char *verdict = str_of(chain, "verdict");
	const char *effect = str_of(chain, "effect");
	const char *phase = str_of(chain, "phase");

	if (!str_eq(verdict, verdict_name(f->verdict)) ||
	    !str_eq(effect, effect_name(f->effect)) ||
	    !str_eq(phase, phase_name(f->phase)))
		printf(_("So it was judged when it came. Today's rules, of "
			 "which the rest tells, say:\n"
			 "  %s, effect %s, phase %s\n"
			 "  rule %d: %s\n"),
		    _(verdict), _(effect), _(phase),
		    (int)json_integer_value(json_object_get(chain, "rule")),
		    str_of(chain, "why"));
}

static void
print_chain(const json_t *chain)
{
	puts(_("Read:"));
	print_clauses(json_object_get(chain, "clauses"));
	puts(_("Components:"));
	print_components(json_object_get(chain, "components"));
	puts(_("What would have changed it:"));
	print_without(json_object_get(chain, "without"));
	if (json_array_size(json_object_get(chain, "without")) == 0)
		puts(_("  no single word or component"));
}

/* alone: with the chain of reasons. */
static void
explain_one(
    struct ctl *c, const struct report *r, const struct finding *f, bool alone)
{
	json_t *chain = alone ? explain_report(c->filter, r) : NULL;
	json_t *o = finding_json(r, f);

	if (c->json) {
		if (chain != NULL)
			json_object_set(o, "chain", chain);
		out_json_line(json_incref(o));
	} else {
		printf(_("%s: %s\n  %s, effect %s, phase %s, service %s\n  "
			 "%s\n"),
		    r->id, r->title, _(verdict_name(f->verdict)),
		    _(effect_name(f->effect)), _(phase_name(f->phase)),
		    f->service[0] != '\0' ? f->service : "-", f->reason);
		if (chain != NULL) {
			print_today(chain, f);
			print_chain(chain);
		}
	}
	json_decref(o);
	json_decref(chain);
}

static int
unknown_report(const char *path, const char *id, size_t n)
{
	return ctl_fail(EX_NOINPUT,
	    _("%s: no report \"%s\" among its %zu; \"alertctl feed parse\" "
	      "shows "
	      "their ids"),
	    path, id, n);
}

static int
explain_file(struct ctl *c, const char *path)
{
	const char *only = ctl_option(c, "report");
	struct reports l = {0};
	char *feed = NULL;
	size_t told = 0;
	int status = body_feed(c, path, &feed);

	if (status == 0)
		status = body_read(c, path, &l);
	for (size_t i = 0; status == 0 && i < l.n; i++) {
		struct finding f;

		if (only != NULL && strcmp(l.v[i].id, only) != 0)
			continue;
		xreplace(&l.v[i].feed, feed);
		body_judge(c, &l.v[i], &f);
		explain_one(c, &l.v[i], &f, only != NULL || l.n == 1);
		finding_clear(&f);
		told++;
	}
	if (status == 0 && only != NULL && told == 0)
		status = unknown_report(path, only, l.n);
	reports_clear(&l);
	free(feed);
	return status;
}

/* Reports of the incident of that number, or of the event of that id. */
static int
find_reports(
    struct ctl *c, const char *id, struct stored_reports *out, struct err *e)
{
	struct stored_reports all = {0};
	int64_t number = incident_number(id);

	if (number > 0 && store_reports(c->store, number, 0, out, e) == -1)
		return -1;
	if (out->n > 0)
		return 0;
	if (store_reports(c->store, 0, 0, &all, e) == -1)
		return -1;
	for (size_t i = 0; i < all.n; i++) {
		if (strcmp(all.v[i].report.id, id) != 0)
			continue;
		/* The same event may be in several feeds: all of them. */
		out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
		out->v[out->n++] = all.v[i];
		all.v[i--] = all.v[--all.n];
	}
	stored_reports_clear(&all);
	return 0;
}

static int
explain_id(struct ctl *c, const char *id)
{
	struct stored_reports l = {0};
	struct err e;
	int status = ctl_store_reading(c);

	if (status != 0)
		return status;
	if (find_reports(c, id, &l, &e) == -1)
		status = ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	else if (l.n == 0)
		status = ctl_fail(EX_NOINPUT,
		    _("%s is no file, no incident with reports and no event of "
		      "a "
		      "feed"),
		    id);
	for (size_t i = 0; i < l.n; i++)
		explain_one(c, &l.v[i].report, &l.v[i].finding, l.n == 1);
	stored_reports_clear(&l);
	return status;
}

/* A path that does not exist is not taken for an id by mistake. */
static bool
looks_like_path(const char *s)
{
	return strcmp(s, "-") == 0 || strchr(s, '/') != NULL ||
	       str_ends(s, ".json") || str_ends(s, ".xml") ||
	       access(s, F_OK) == 0;
}

int
run_explain(struct ctl *c)
{
	const char *corpus = ctl_option(c, "corpus");
	int status;

	if ((corpus == NULL) == (c->n_args == 0))
		return ctl_fail(
		    EX_USAGE, _("give either a file, an id, or --corpus FILE"));
	if ((status = ctl_filter(c)) != 0)
		return status;
	if (corpus != NULL)
		return explain_corpus(c, corpus);
	if (looks_like_path(c->args[0]))
		return explain_file(c, c->args[0]);
	return explain_id(c, c->args[0]);
}
