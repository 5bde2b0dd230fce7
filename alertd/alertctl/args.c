/* The command line, by the table of commands.c. */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alertctl/ctl.h"
#include "alertctl/out.h"
#include "base/diag.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/version.h"

/* What getopt_long() reads: the command's options, then the common ones. */
struct getopts {
	struct option longs[2 * CTL_OPTIONS + 1];
	char shorts[6 * CTL_OPTIONS + 3];
	size_t n;
};

/* Long options without a letter return their index past all characters. */
#define LONG_BASE 1000

static void
add_options(struct getopts *g, const struct ctl_option *o)
{
	for (; o->name != NULL; o++, g->n++) {
		size_t len = strlen(g->shorts);

		g->longs[g->n] = (struct option){o->name,
		    o->arg == NULL     ? no_argument
		    : o->arg[0] == '[' ? optional_argument
				       : required_argument,
		    NULL, LONG_BASE + (int)g->n};
		if (o->letter == 0)
			continue;
		snprintf(g->shorts + len, sizeof(g->shorts) - len, "%c%s",
		    o->letter, o->arg != NULL ? ":" : "");
	}
}

static const struct ctl_option *
by_letter(const struct ctl_option *o, int letter)
{
	for (; o->name != NULL; o++)
		if (o->letter == letter)
			return o;
	return NULL;
}

static void
set_option(struct ctl *c, const struct ctl_option *o, const char *value)
{
	if (strcmp(o->name, "config") == 0)
		c->config = value;
	else if (strcmp(o->name, "json") == 0)
		c->json = true;
	else if (strcmp(o->name, "no-color") == 0)
		c->no_color = true;
	else if (strcmp(o->name, "help") == 0)
		c->help = true;
	else if (strcmp(o->name, "version") == 0)
		c->version = true;
	else if (c->command != NULL)
		c->values[o - c->command->options] = value;
}

static int
bad_option(
    const struct ctl *c, const struct getopts *g, const char *word, int letter)
{
	const char *names[2 * CTL_OPTIONS + 1] = {NULL}, *near;
	const char *of = c->command != NULL ? c->command->name : "";
	const char *space = c->command != NULL ? " " : "";
	char *plain;

	if (!str_starts(word, "--"))
		return ctl_fail(EX_USAGE,
		    "unknown option -%c; \"alertctl%s%s --help\" lists them",
		    letter, space, of);
	for (size_t i = 0; i < g->n; i++)
		names[i] = g->longs[i].name;
	plain = xstrndup(word + 2, strcspn(word + 2, "="));
	near = nearest(plain, names);
	free(plain);
	if (near != NULL)
		return ctl_fail(EX_USAGE,
		    "unknown option %s; did you mean --%s?", word, near);
	return ctl_fail(EX_USAGE,
	    "unknown option %s; \"alertctl%s%s --help\" lists them", word,
	    space, of);
}

/*
 * Options of argv[1] on; argv[0] is skipped. In front of the command only the
 * common options, up to the first word that is none. -1, or an exit status;
 * *next is the first argument.
 */
static int
read_options(struct ctl *c, int argc, char **argv, int *next)
{
	static const struct ctl_option none[] = {{NULL, 0, NULL, NULL}};
	const struct ctl_option *own = c->command != NULL ? c->command->options
							  : none;
	struct getopts g = {.shorts = ""};
	size_t n_own;
	int o;

	snprintf(g.shorts, sizeof(g.shorts), "%s:", c->command ? "" : "+");
	add_options(&g, own);
	n_own = g.n;
	add_options(&g, common_options);
	opterr = 0;
	optind = 0;
	while ((o = getopt_long(argc, argv, g.shorts, g.longs, NULL)) != -1) {
		const struct ctl_option *row;
		size_t i = (size_t)(o - LONG_BASE);

		if (o == ':')
			return ctl_fail(
			    EX_USAGE, "%s needs a value", argv[optind - 1]);
		if (o == '?' && optopt >= LONG_BASE)
			return ctl_fail(
			    EX_USAGE, "%s takes no value", argv[optind - 1]);
		if (o == '?')
			return bad_option(c, &g, argv[optind - 1], optopt);
		if (o >= LONG_BASE)
			row = i < n_own ? &own[i] : &common_options[i - n_own];
		else if ((row = by_letter(own, o)) == NULL)
			row = by_letter(common_options, o);
		set_option(c, row, optarg != NULL ? optarg : "");
	}
	*next = optind;
	return -1;
}

/* A first word that begins commands of two words ("feed"). */
static int
incomplete(const char *group)
{
	char list[256] = "";
	size_t len = strlen(group);

	for (const struct command *c = commands; c->name != NULL; c++) {
		size_t at = strlen(list);

		if (str_starts(c->name, group) && c->name[len] == ' ')
			snprintf(list + at, sizeof(list) - at, "%s%s",
			    at > 0 ? ", " : "", c->name + len + 1);
	}
	if (list[0] == '\0')
		return -1;
	return ctl_fail(
	    EX_USAGE, "\"%s\" is followed by one of: %s", group, list);
}

static int
unknown_command(const char *word, const char *two)
{
	const char *names[64] = {NULL}, *near;
	size_t n = 0;
	int status = incomplete(word);

	if (status != -1 && strcmp(word, two) == 0)
		return status;
	for (const struct command *c = commands; c->name != NULL && n < 63; c++)
		names[n++] = c->name;
	near = nearest(two, names);
	if (near == NULL)
		near = nearest(word, names);
	if (near != NULL)
		return ctl_fail(EX_USAGE,
		    "unknown command \"%s\"; did you mean \"%s\"?",
		    strchr(near, ' ') != NULL ? two : word, near);
	return ctl_fail(EX_USAGE,
	    "unknown command \"%s\"; \"alertctl --help\" lists them", word);
}

/* Sets c->command; *used: how many words its name took. */
static int
read_command(struct ctl *c, int n, char **words, int *used)
{
	char *two = xasprintf(
	    "%s%s%s", words[0], n > 1 ? " " : "", n > 1 ? words[1] : "");
	int status = -1;

	*used = 2;
	c->command = command_find(two);
	if (c->command == NULL || n < 2) {
		*used = 1;
		c->command = command_find(words[0]);
	}
	if (c->command == NULL)
		status = unknown_command(words[0], two);
	free(two);
	return status;
}

static int
check_arguments(const struct ctl *c)
{
	const struct command *k = c->command;

	if (c->n_args >= k->min_args && c->n_args <= k->max_args)
		return -1;
	if (c->n_args > k->max_args)
		return ctl_fail(EX_USAGE,
		    "too many arguments at \"%s\"; usage: alertctl %s%s%s",
		    c->args[k->max_args], k->name, k->args[0] ? " " : "",
		    k->args);
	return ctl_fail(EX_USAGE,
	    "an argument is missing; usage: alertctl %s %s", k->name, k->args);
}

static int
help_or_version(struct ctl *c)
{
	if (c->version)
		printf("alertctl %s\n", VERSION);
	else if (c->json)
		out_json(help_json());
	else if (c->command != NULL)
		help_command(c->command, stdout);
	else
		help_all(stdout);
	return EX_OK;
}

int
ctl_parse(struct ctl *c, int argc, char **argv)
{
	int at, used, status = read_options(c, argc, argv, &at);

	if (status != -1)
		return status;
	if (at >= argc) {
		if (c->help || c->version)
			return help_or_version(c);
		help_all(stderr);
		return EX_USAGE;
	}
	status = read_command(c, argc - at, argv + at, &used);
	if (status != -1)
		return status;
	argc -= at + used - 1;
	argv += at + used - 1;
	status = read_options(c, argc, argv, &at);
	if (status != -1)
		return status;
	if (c->help || c->version)
		return help_or_version(c);
	c->args = argv + at;
	c->n_args = argc - at;
	return check_arguments(c);
}
