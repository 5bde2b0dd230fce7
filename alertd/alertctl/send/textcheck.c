#include <string.h>

#include "alertctl/send/textcheck.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/tr.h"

/* Whether title and news are what the operator has written. */
static bool
ours(const struct ctl *c, const struct incident *i, enum notice_type type)
{
	return str_empty(i->feed) || type == NOTICE_RESOLVED ||
	       type == NOTICE_CORRECTION ||
	       (i->fresh && str_eq(c->command->name, "update"));
}

static void
check_copy(struct ctl *c, struct core *core, const struct incident *i,
    enum notice_type type, enum org_kind audience, int64_t now,
    struct textlint *out)
{
	struct textlint_options o = {.ours = ours(c, i, type)};
	struct notice_texts t = {0};
	struct err e;

	o.fallback = core_preview(core, i, type, audience, now, &t, &e) == -1;
	core_lint(core, i, type, audience, now, &t, &o, out);
	notice_texts_clear(&t);
}

static bool
same(const struct textlint_finding *a, const struct textlint_finding *b)
{
	return str_eq(a->check, b->check) && a->where == b->where &&
	       str_eq(a->say, b->say) && str_eq(a->words, b->words) &&
	       str_eq(a->more, b->more);
}

static bool
known(const struct textlint *l, const struct textlint_finding *f)
{
	for (size_t i = 0; i < l->n; i++)
		if (same(&l->v[i], f))
			return true;
	return false;
}

void
textcheck_run(struct ctl *c, struct core *core, const struct incident *i,
    enum notice_type type, int64_t now, struct textcheck *out)
{
	struct textlint vendors = {0};

	*out = (struct textcheck){0};
	check_copy(c, core, i, type, ORG_MUNICIPALITY, now, &out->all);
	check_copy(c, core, i, type, ORG_VENDOR, now, &vendors);
	out->vendors = out->all.n;
	for (size_t k = 0; k < vendors.n; k++)
		if (!known(&out->all, &vendors.v[k]))
			textlint_copy(&out->all, &vendors.v[k]);
	textlint_clear(&vendors);
}

void
textcheck_clear(struct textcheck *k)
{
	textlint_clear(&k->all);
}

static const char *
translated(const char *s)
{
	return _(s);
}

/* What a severity is to who reads it. */
static const char *
weight(enum textlint_severity s)
{
	static const char *const says[] = {[TEXTLINT_WARNING] = N_("Beware"),
	    [TEXTLINT_STOP] = N_("STOP"),
	    [TEXTLINT_REFUSED] = N_("REFUSED")};

	return _(says[s]);
}

/* The gravest first. */
void
textcheck_print(const struct textcheck *k, FILE *out)
{
	for (int s = TEXTLINT_REFUSED; s >= TEXTLINT_WARNING; s--) {
		for (size_t i = 0; i < k->all.n; i++) {
			const struct textlint_finding *f = &k->all.v[i];
			char *sentence;

			if (f->severity != (enum textlint_severity)s)
				continue;
			sentence = textlint_sentence(f, translated);
			if (i < k->vendors)
				fprintf(out, "%s: %s\n", weight(f->severity),
				    sentence);
			else
				fprintf(out, _("%s: the vendors' copy: %s\n"),
				    weight(f->severity), sentence);
			free(sentence);
		}
	}
}

json_t *
textcheck_json(const struct textcheck *k)
{
	json_t *all = json_array();

	for (size_t i = 0; i < k->all.n; i++) {
		const struct textlint_finding *f = &k->all.v[i];
		char *sentence = textlint_sentence(f, NULL);

		json_array_append_new(all,
		    json_pack("{s:s, s:s, s:s, s:I, s:s, s:s, s:s}", "check",
			f->check, "severity",
			textlint_severity_name(f->severity), "where",
			textlint_where_name(f->where), "line",
			(json_int_t)f->line, "words", f->words, "sentence",
			sentence, "audience",
			org_kind_name(
			    i < k->vendors ? ORG_MUNICIPALITY : ORG_VENDOR)));
		free(sentence);
	}
	return all;
}

static size_t
count(const struct textcheck *k, enum textlint_severity s)
{
	size_t n = 0;

	for (size_t i = 0; i < k->all.n; i++)
		n += k->all.v[i].severity == s;
	return n;
}

int
textcheck_gate(struct ctl *c, const struct textcheck *k)
{
	size_t stops = count(k, TEXTLINT_STOP);
	bool refused = count(k, TEXTLINT_REFUSED) > 0;

	if (!refused && (stops == 0 || ctl_flag(c, "force")))
		return 0;
	/* With --json the texts are not shown, so neither was this. */
	if (c->json && !ctl_flag(c, "dry-run"))
		textcheck_print(k, stderr);
	if (refused)
		return ctl_fail(EX_DATAERR,
		    _("a patient's number (CPR) is never sent: take it out; "
		      "nothing was sent"));
	return ctl_fail(EX_DATAERR,
	    tr_n("the checks found %zu mistake: correct it, or add --force to "
		 "send all the same; nothing was sent",
		"the checks found %zu mistakes: correct them, or add --force "
		"to send all the same; nothing was sent",
		stops),
	    stops);
}
