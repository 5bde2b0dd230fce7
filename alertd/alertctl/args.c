/* The command line, by the table of commands.c. */
#include <assert.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alertctl/ctl.h"
#include "alertctl/ui/out.h"
#include "alertctl/help/unknown.h"
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

/* The value of the option is the next word. */
static bool
takes_next(const struct getopts *g, const char *word)
{
	const char *letter;

	if (word[0] != '-' || strchr(word, '=') != NULL)
		return false;
	if (word[1] != '-') {
		letter = strchr(g->shorts, word[1]);
		return letter != NULL && letter[1] == ':' && word[2] == '\0';
	}
	for (size_t i = 0; i < g->n; i++)
		if (str_eq(g->longs[i].name, word + 2))
			return g->longs[i].has_arg == required_argument;
	return false;
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
	else if (strcmp(o->name, "json") == 0) {
		c->json = true;
		tr_close();
	} else if (strcmp(o->name, "no-color") == 0)
		c->no_color = true;
	else if (strcmp(o->name, "help") == 0)
		c->help = true;
	else if (strcmp(o->name, "version") == 0)
		c->version = true;
	else if (c->command != NULL)
		c->values[o - c->command->options] = value;
}

/*
 * A long option with one dash would be read as letters: "-text 5" as the text
 * "ext". What stands behind an option that takes a value is that value. -1, or
 * an exit status.
 */
static int
find_one_dash(
    const struct ctl *c, const struct getopts *g, int argc, char *const *argv)
{
	int status = -1;

	for (int i = 1; i < argc && status == -1; i++) {
		const char *word = argv[i];

		if (str_eq(word, "--") || (c->command == NULL && *word != '-'))
			break;
		status = one_dash(c, word);
		if (takes_next(g, word))
			i++;
	}
	return status;
}

/* What getopt_long() does not take. It stays in a word that has more letters.
 */
static int
refused(const struct ctl *c, char **argv, int o)
{
	const char *word = argv[optind - 1];
	size_t len = strlen(word);

	if (o == ':')
		return ctl_fail(EX_USAGE, _("%s needs a value"), word);
	if (optopt >= LONG_BASE)
		return ctl_fail(EX_USAGE, _("%s takes no value"), word);
	if (optopt != 0 && (word[0] != '-' || word[len - 1] != (char)optopt))
		word = argv[optind];
	return unknown_option(c, word, optopt);
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
	int o, status;

	snprintf(g.shorts, sizeof(g.shorts), "%s:", c->command ? "" : "+");
	add_options(&g, own);
	n_own = g.n;
	add_options(&g, common_options);
	if ((status = find_one_dash(c, &g, argc, argv)) != -1)
		return status;
	opterr = 0;
	optind = 0;
	while ((o = getopt_long(argc, argv, g.shorts, g.longs, NULL)) != -1) {
		const struct ctl_option *row;
		size_t i = (size_t)(o - LONG_BASE);

		if (o == ':' || o == '?')
			return refused(c, argv, o);
		if (o >= LONG_BASE)
			row = i < n_own ? &own[i] : &common_options[i - n_own];
		else if ((row = by_letter(own, o)) == NULL)
			row = by_letter(common_options, o);
		assert(row != NULL);
		if ((status = unknown_value(row->name, row->arg, optarg)) != -1)
			return status;
		set_option(c, row, optarg != NULL ? optarg : "");
	}
	*next = optind;
	return -1;
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
	if (c->command == NULL && is_group(words[0]) &&
	    (c->help || str_eq(two + strlen(words[0]), " --help") ||
		str_eq(two + strlen(words[0]), " -h"))) {
		help_group(words[0], stdout);
		status = EX_OK;
	} else if (c->command == NULL)
		status = unknown_command(words[0], two);
	free(two);
	return status;
}

static int
check_arguments(const struct ctl *c)
{
	const struct command *k = c->command;

	if (c->n_args >= k->min_args && c->n_args <= k->max_args)
		return c->n_args > 0 ? unknown_value(NULL, k->args, c->args[0])
				     : -1;
	if (c->n_args > k->max_args)
		return ctl_fail(EX_USAGE,
		    _("too many arguments at \"%s\"; usage: alertctl %s%s%s"),
		    c->args[k->max_args], k->name, k->args[0] ? " " : "",
		    k->args[0] ? _(k->args) : "");
	return ctl_fail(EX_USAGE,
	    _("an argument is missing; usage: alertctl %s %s"), k->name,
	    _(k->args));
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
	if (at < argc && str_eq(argv[at], "help")) {
		c->help = true;
		at++;
	}
	if (at >= argc) {
		if (c->help || c->version)
			return help_or_version(c);
		help_short(stderr);
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
