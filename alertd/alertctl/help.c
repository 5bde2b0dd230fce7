#include <string.h>
#include <sysexits.h>

#include "alertctl/commands.h"
#include "alertctl/ctl.h"

#define COLUMN 30

static const int always[] = {EX_OK, EX_USAGE, EX_IOERR};

void
help_all(FILE *out)
{
	fprintf(out, "usage: alertctl [-c FILE] [--json] COMMAND …\n\n");
	for (const struct command *c = commands; c->name != NULL; c++)
		fprintf(
		    out, "  %-15s %-14s %s\n", c->name, c->args, c->summary);
	fprintf(out,
	    "\n\"alertctl COMMAND --help\" tells its options. The "
	    "configuration "
	    "is\n%s, or ALERTD_CONFIG in the environment, or -c FILE.\n",
	    CONFIG_DEFAULT);
}

static void
help_options(const struct ctl_option *o, FILE *out)
{
	for (; o->name != NULL; o++) {
		char left[64];

		snprintf(left, sizeof(left), "%c%c%s--%s%s%s",
		    o->letter != 0 ? '-' : ' ',
		    o->letter != 0 ? o->letter : ' ',
		    o->letter != 0 ? ", " : "  ", o->name,
		    o->arg != NULL && o->arg[0] != '[' ? " " : "",
		    o->arg != NULL ? o->arg : "");
		fprintf(out, "  %-*s %s\n", COLUMN, left, o->summary);
	}
}

void
help_command(const struct command *c, FILE *out)
{
	fprintf(out, "usage: alertctl %s [options]%s%s\n\n%s\n\n", c->name,
	    c->args[0] != '\0' ? " " : "", c->args, c->summary);
	help_options(c->options, out);
	help_options(common_options, out);
	fprintf(out, "\nexit status:\n");
	for (size_t i = 0; i < LENGTH(always); i++)
		fprintf(out, "  %3d  %s\n", always[i], exit_meaning(always[i]));
	for (const int *e = c->exits; *e != 0; e++)
		fprintf(out, "  %3d  %s\n", *e, exit_meaning(*e));
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

json_t *
help_json(void)
{
	json_t *list = json_array();

	for (const struct command *c = commands; c->name != NULL; c++)
		json_array_append_new(
		    list, json_pack("{s:s, s:s, s:s, s:o, s:o}", "name",
			      c->name, "args", c->args, "summary", c->summary,
			      "options", options_json(c->options), "exits",
			      exits_json(c->exits)));
	return json_pack("{s:o, s:o}", "commands", list, "options",
	    options_json(common_options));
}
