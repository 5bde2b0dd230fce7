#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "feed/state.h"
#include "filter/corpus.h"

#define NAMES 6 /* more than any of the three has */

struct tally {
	const char *what;
	unsigned cell[NAMES][NAMES]; /* label, judged */
	unsigned right, all;
};

struct run {
	const struct filter *f;
	FILE *lines;
	struct tally t[3];
};

static const char *
name_of(int kind, int v)
{
	if (kind == 0)
		return v <= VERDICT_BROADCAST
			   ? verdict_name((enum verdict_kind)v)
			   : NULL;
	if (kind == 1)
		return v <= EFFECT_OUTAGE ? effect_name((enum effect)v) : NULL;
	return v <= PHASE_RESOLVED ? phase_name((enum phase)v) : NULL;
}

static const char *
text_of(const json_t *o, const char *key)
{
	const char *s = json_string_value(json_object_get(o, key));

	return s != NULL ? s : "";
}

void
corpus_report(struct report *r, const json_t *o)
{
	size_t i;
	json_t *c;

	report_init(r);
	xreplace(&r->id, text_of(o, "id"));
	xreplace(&r->title, text_of(o, "title"));
	xreplace(&r->text, text_of(o, "body"));
	xreplace(&r->impact, text_of(o, "impact"));
	xreplace(&r->status, text_of(o, "status"));
	r->newest = strlen(r->text);
	r->phase = state_phase(r->status);
	/* As a feed of texts is read. */
	if (r->status[0] == '\0')
		state_from_text(r);
	json_array_foreach(json_object_get(o, "components"), i, c)
	    report_component(r, text_of(c, "name"), text_of(c, "status"));
}

static bool
count(struct tally *t, int kind, const char *label, int judged)
{
	for (int v = 0; label[0] != '\0' && name_of(kind, v) != NULL; v++)
		if (str_eq(name_of(kind, v), label)) {
			t->cell[v][judged]++;
			t->all++;
			t->right += v == judged;
			return true;
		}
	return label[0] == '\0';
}

static int
one(struct run *run, const json_t *o, struct err *e)
{
	static const char *const keys[] = {"verdict", "effect", "phase"};
	struct report r;
	struct finding out;
	json_t *line;
	int rc;

	if (!json_is_object(o) || text_of(o, "id")[0] == '\0')
		return err_set(e, "no object with an id");
	corpus_report(&r, o);
	rc = filter_judge(run->f, &r, &out, e);
	line = json_pack("{s:s,s:s,s:s,s:s,s:s}", "id", r.id, "verdict",
	    verdict_name(out.verdict), "effect", effect_name(out.effect),
	    "phase", phase_name(out.phase), "reason", out.reason);
	json_dumpf(line, run->lines, JSON_COMPACT);
	fputc('\n', run->lines);
	json_decref(line);
	for (int k = 0; k < 3; k++) {
		int judged = k == 0   ? (int)out.verdict
			     : k == 1 ? (int)out.effect
				      : (int)out.phase;

		if (!count(&run->t[k], k, text_of(o, keys[k]), judged))
			rc = err_set(e, "unknown label of \"%s\"", keys[k]);
	}
	report_clear(&r);
	finding_clear(&out);
	return rc;
}

static void
table(FILE *f, const struct tally *t, int kind)
{
	fprintf(f, "%-22s", t->what);
	for (int v = 0; name_of(kind, v) != NULL; v++)
		fprintf(f, "%11s", name_of(kind, v));
	fputc('\n', f);
	for (int v = 0; name_of(kind, v) != NULL; v++) {
		fprintf(f, "  labelled %-11s", name_of(kind, v));
		for (int w = 0; name_of(kind, w) != NULL; w++)
			fprintf(f, "%11u", t->cell[v][w]);
		fputc('\n', f);
	}
	fprintf(f, "  right: %u of %u (%.1f %%)\n", t->right, t->all,
	    t->all ? 100.0 * t->right / t->all : 0.0);
}

int
corpus_run(const struct filter *f, const char *file, const char *text,
    FILE *lines, FILE *tables, struct err *e)
{
	struct run run = {f, lines,
	    {{.what = "verdict judged"}, {.what = "effect judged"},
		{.what = "phase judged"}}};
	unsigned no = 0, bad = 0;

	while (*text != '\0') {
		size_t n = strcspn(text, "\n");
		json_error_t je;
		struct err why = {""};
		json_t *o = NULL;

		no++;
		if (n > 0) {
			o = json_loadb(text, n, JSON_REJECT_DUPLICATES, &je);
			if (o == NULL)
				err_set(&why, "%s", je.text);
			if (o == NULL || one(&run, o, &why) != 0) {
				fprintf(
				    tables, "%s:%u: %s\n", file, no, why.msg);
				bad++;
			}
			json_decref(o);
		}
		text += n + (text[n] == '\n');
	}
	for (int k = 0; k < 3; k++)
		table(tables, &run.t[k], k);
	if (bad > 0)
		return err_set(e, "%s: %u bad lines", file, bad);
	return 0;
}
