#include <string.h>
#include <sysexits.h>

#include "alertctl/commands.h"
#include "alertctl/ctl.h"
#include "alertctl/help/helptexts.h"
#include "alertctl/ui/wrap.h"

/* Where summaries of options begin, and those of commands. */
#define OPTION_COLUMN 30
#define COMMAND_COLUMN 33

static const int always[] = {EX_OK, EX_USAGE, EX_IOERR};

static const char *
translated(const char *s)
{
	/* gettext() has something to say about "". */
	return s[0] != '\0' ? _(s) : s;
}

/* left at column 2, then the text from column on. */
static void
print_row(FILE *out, const char *left, size_t column, const char *text)
{
	size_t at = 2 + text_width(left);

	fprintf(out, "  %s", left);
	if (at >= column) {
		putc('\n', out);
		at = 0;
	}
	wrap_pad(out, at, column);
	wrap_print(out, text, column, column);
}

static void
print_command(FILE *out, const struct command *c)
{
	char left[64];

	snprintf(left, sizeof(left), "%-15s %s", c->name, translated(c->args));
	print_row(out, left, COMMAND_COLUMN, _(c->summary));
}

static bool
in_group(const struct command *c, enum help_group group)
{
	const struct help_text *t = help_text_find(c->name);

	return t != NULL ? t->group == group : group == HELP_FILES;
}

/* Those with a text in its order, then those that have none. */
static void
print_group(FILE *out, enum help_group group)
{
	fprintf(out, "\n%s:\n", _(help_group_title(group)));
	for (const struct help_text *t = help_texts; t->command != NULL; t++)
		if (t->group == group && command_find(t->command) != NULL)
			print_command(out, command_find(t->command));
	for (const struct command *c = commands; c->name != NULL; c++)
		if (help_text_find(c->name) == NULL && in_group(c, group))
			print_command(out, c);
}

static void
print_usage(FILE *out)
{
	fputs(_("usage: alertctl [-c FILE] [--json] COMMAND [OPTION ...] "
		"[ARGUMENT ...]\n"),
	    out);
}

void
help_short(FILE *out)
{
	print_usage(out);
	print_group(out, HELP_WOKEN);
	print_group(out, HELP_TELL);
	putc('\n', out);
	wrap_print(out,
	    _("\"alertctl --help\" lists all commands, \"alertctl COMMAND "
	      "--help\" tells what one does, with examples."),
	    0, 0);
}

void
help_all(FILE *out)
{
	print_usage(out);
	for (int g = 0; g < HELP_GROUPS; g++)
		print_group(out, (enum help_group)g);
	putc('\n', out);
	wrap_print(out,
	    _("\"alertctl COMMAND --help\" tells its options, with examples. "
	      "N is the number of an incident (7) or its reference "
	      "(FMK-2026-0007); where it may be left out, the only one that "
	      "fits is taken."),
	    0, 0);
	putc('\n', out);
	fprintf(out,
	    _("The configuration is %s, or what\n"
	      "ALERTD_CONFIG in the environment or -c FILE names.\n"),
	    CONFIG_DEFAULT);
	putc('\n', out);
	wrap_print(out,
	    _("Manuals: alertctl(1), alertd(8), alertd.yaml(5), "
	      "alertd-rules(5), alertd-templates(5), alertd-contacts(5). "
	      "\"alertctl completion --help\" tells how Tab completes."),
	    0, 0);
}

void
help_group(const char *group, FILE *out)
{
	size_t len = strlen(group);

	fprintf(out,
	    _("usage: alertctl %s COMMAND [OPTION ...] [ARGUMENT ...]"), group);
	fputs("\n\n", out);
	for (const struct command *c = commands; c->name != NULL; c++)
		if (strncmp(c->name, group, len) == 0 &&
		    (c->name[len] == ' ' || c->name[len] == '\0'))
			print_command(out, c);
}

static void
print_options(const struct ctl_option *o, FILE *out)
{
	for (; o->name != NULL; o++) {
		char left[64];

		snprintf(left, sizeof(left), "%c%c%s--%s%s%s",
		    o->letter != 0 ? '-' : ' ',
		    o->letter != 0 ? o->letter : ' ',
		    o->letter != 0 ? ", " : "  ", o->name,
		    o->arg != NULL && o->arg[0] != '[' ? " " : "",
		    o->arg != NULL ? translated(o->arg) : "");
		print_row(out, left, OPTION_COLUMN, _(o->summary));
	}
}

/* The number of bytes of the next word of a line for a shell, quoted or not. */
static size_t
word_length(const char *s)
{
	bool quoted = false;
	size_t n = 0;

	for (; s[n] != '\0' && (quoted || s[n] != ' '); n++)
		if (s[n] == '"')
			quoted = !quoted;
	return n;
}

/* A command to be typed: where it is too long, it goes on in the next line. */
static void
print_line(FILE *out, const char *line)
{
	size_t at = strlen("    alertctl");

	fputs("    alertctl", out);
	while (*line != '\0') {
		size_t n = word_length(line), next, width;
		char word[128];

		/* An option and its value stay together. */
		next = n + (line[n] == ' ');
		if (line[0] == '-' && line[next] != '\0' && line[next] != '-')
			n = next + word_length(line + next);
		snprintf(word, sizeof(word), "%.*s", (int)n, line);
		width = text_width(word);
		if (at + 1 + width + strlen(" \\") > WRAP_COLUMNS) {
			fputs(" \\\n       ", out);
			at = 7;
		}
		fprintf(out, " %s", word);
		at += 1 + width;
		line += n + (line[n] == ' ');
	}
	putc('\n', out);
}

static void
print_examples(const struct help_text *t, FILE *out)
{
	if (t == NULL || t->examples[0].line == NULL)
		return;
	fprintf(out, "\n%s\n", _("examples:"));
	for (const struct help_example *e = t->examples; e->line != NULL; e++) {
		fputs("  ", out);
		wrap_print(out, _(e->why), 2, 2);
		print_line(out, e->line);
	}
}

static bool
ends_with(const struct command *c, int status)
{
	for (size_t i = 0; i < LENGTH(always); i++)
		if (always[i] == status)
			return true;
	for (const int *e = c->exits; *e != 0; e++)
		if (*e == status)
			return true;
	return false;
}

static void
print_exits(const struct command *c, FILE *out)
{
	fprintf(out, "\n%s\n", _("exit status:"));
	for (int status = 0; status <= EX__MAX; status++) {
		if (!ends_with(c, status))
			continue;
		fprintf(out, "  %3d  ", status);
		wrap_print(out, _(exit_meaning(status)), 7, 7);
	}
}

void
help_command(const struct command *c, FILE *out)
{
	const struct help_text *t = help_text_find(c->name);

	fprintf(out, _("usage: alertctl %s [OPTION ...]%s%s"), c->name,
	    c->args[0] != '\0' ? " " : "", translated(c->args));
	fputs("\n\n", out);
	wrap_print(out, _(t != NULL ? t->about : c->summary), 0, 0);
	if (c->options->name != NULL)
		fprintf(out, "\n%s\n", _("options:"));
	print_options(c->options, out);
	fprintf(out, "\n%s\n", _("options of every command:"));
	print_options(common_options, out);
	print_examples(t, out);
	print_exits(c, out);
	fprintf(out, "\n%s\n", _("alertctl(1) tells more."));
}

static json_t *
options_json(const struct ctl_option *o)
{
	json_t *list = json_array();

	for (; o->name != NULL; o++) {
		char letter[2] = {o->letter, '\0'};

		json_array_append_new(
		    list, json_pack("{s:s, s:s, s:s?, s:s}", "name", o->name,
			      "letter", letter, "arg", o->arg, "summary",
			      o->summary));
	}
	return list;
}

static json_t *
exits_json(const int *exits)
{
	json_t *list = json_pack("[i, i, i]", EX_OK, EX_USAGE, EX_IOERR);

	for (; *exits != 0; exits++)
		json_array_append_new(list, json_integer(*exits));
	return list;
}

static json_t *
examples_json(const struct help_text *t)
{
	json_t *list = json_array();

	if (t == NULL)
		return list;
	for (const struct help_example *e = t->examples; e->line != NULL; e++)
		json_array_append_new(
		    list, json_pack("{s:s, s:s, s:b}", "line", e->line, "why",
			      e->why, "reads", e->reads));
	return list;
}

json_t *
help_json(void)
{
	json_t *list = json_array();

	for (const struct command *c = commands; c->name != NULL; c++) {
		const struct help_text *t = help_text_find(c->name);

		json_array_append_new(list,
		    json_pack("{s:s, s:s, s:s, s:s, s:o, s:o, s:o}", "name",
			c->name, "args", c->args, "summary", c->summary,
			"about", t != NULL ? t->about : c->summary, "options",
			options_json(c->options), "examples", examples_json(t),
			"exits", exits_json(c->exits)));
	}
	return json_pack("{s:o, s:o}", "commands", list, "options",
	    options_json(common_options));
}
