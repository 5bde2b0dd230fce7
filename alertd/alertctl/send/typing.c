#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alertctl/ui/ask.h"
#include "alertctl/ui/editor.h"
#include "alertctl/ui/out.h"
#include "alertctl/send/typing.h"
#include "base/cpr.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/tr.h"

/* The text as far as it is, kept whatever comes next. */
static void
keep_text(struct dialogue *d, const char *text)
{
	size_t n = 0;
	char *masked = cpr_mask(text, &n);

	if (n > 0)
		fprintf(stderr, "%s\n",
		    _("What looks like a patient's number (CPR) is taken out: "
		      "it is never sent."));
	xreplace(&d->said->text, masked);
	free(masked);
	said_point(d->said);
	keep(d->keeper, d->said);
}

/*
 * Line by line behind what there is, up to an empty line or a dot; each is
 * kept. -1: stopped.
 */
static int
type_lines(struct dialogue *d)
{
	const char *before = d->said->text;

	if (!str_empty(before)) {
		int more;

		out_folded(stderr, before);
		more = ask_yes(_("Keep this text and add to it?"), true);
		if (more < 0)
			return -1;
		if (more == 0)
			keep_text(d, "");
	}
	fprintf(stderr, "%s\n",
	    _("What is known, in Danish; an empty line ends it:"));
	for (;;) {
		char *line = ask_line("> "), *text;

		if (line == NULL)
			return -1;
		if (*line == '\0' || strcmp(line, ".") == 0) {
			free(line);
			return 0;
		}
		before = d->said->text;
		text = str_empty(before) ? xstrdup(line)
					 : xasprintf("%s\n%s", before, line);
		if (!utf8_valid(line, strlen(line)))
			fprintf(stderr, "%s\n",
			    _("that is not UTF-8: type it again"));
		else if (strlen(text) > LIMIT_TEXT)
			fprintf(stderr, "%s\n",
			    _("the text is full: that line is left out"));
		else
			keep_text(d, text);
		free(text);
		free(line);
	}
}

static char *
help_of(struct dialogue *d, const struct incident *i)
{
	char *advice = core_advice(d->core, i, d->now);
	char *help = xasprintf(
	    _("Above: what is known, in Danish, in short sentences.\n"
	      "Lines that begin with \"#\" are left out.\n"
	      "\n"
	      "%s, %s: %s\n"
	      "The mail says this by itself:\n"
	      "%s\n"),
	    i->service, _(effect_name(i->effect)), i->title, advice);

	free(advice);
	return help;
}

/* Once through the editor. 1 it has a text, 0 it failed or was left empty. */
static int
edit(struct dialogue *d, const struct incident *i, struct err *e)
{
	const char *before = d->said->text;
	char *help = help_of(d, i), *folder, *text = NULL;
	int r = -1;

	/* Before the editor: the folder is that of the draft. */
	keep(d->keeper, d->said);
	folder = keep_folder(d->keeper);
	if (folder != NULL)
		r = editor_edit(
		    folder, before == NULL ? "" : before, help, &text, e);
	if (r == -1 && folder != NULL)
		text = editor_saved(folder);
	if (text != NULL && strlen(text) > LIMIT_TEXT) {
		text[utf8_cut(text, LIMIT_TEXT)] = '\0';
		ctl_fail(EX_OK, _("the text is cut at %d bytes"), LIMIT_TEXT);
	}
	if (text != NULL)
		keep_text(d, text);
	if (folder != NULL)
		editor_forget(folder);
	free(folder);
	free(text);
	free(help);
	return r;
}

/* 1 done, 0 once more, -1 stopped, -2 without the editor. */
static int
after_editor(struct dialogue *d, int r, const struct err *e)
{
	int yes;

	if (r == 0 && !str_empty(d->said->text))
		return 1;
	if (r == -1) {
		fprintf(stderr, "%s.\n", e->msg);
		yes = ask_yes(_("Open it again?"), true);
		return yes == 1 ? 0 : yes == 0 ? -2 : -1;
	}
	yes = ask_yes(_("The text is empty. Go on without one?"), true);
	return yes == 1 ? 1 : yes;
}

static void
show_advice(struct dialogue *d, const struct incident *i)
{
	char *advice = core_advice(d->core, i, d->now);

	if (!str_empty(advice)) {
		fprintf(stderr, "%s\n",
		    _("The mail tells people by itself what to do:"));
		fflush(stderr);
		out_folded(stderr, advice);
	}
	free(advice);
}

int
typing(struct dialogue *d, const struct incident *i)
{
	int done = 0;

	show_advice(d, i);
	fputc('\n', stderr);
	if (editor_name() == NULL)
		return type_lines(d);
	while (done == 0) {
		struct err e = {.msg = ""};

		fprintf(
		    stderr, _("The text is written in %s.\n"), editor_name());
		done = after_editor(d, edit(d, i, &e), &e);
	}
	if (done == -2)
		return type_lines(d);
	return done == 1 ? 0 : -1;
}
