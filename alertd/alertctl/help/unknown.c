#include <stdlib.h>
#include <string.h>

#include "alertctl/help/unknown.h"
#include "alertctl/help/values.h"
#include "base/diag.h"
#include "base/mem.h"

/* The words that follow the group, each once. */
static void
members(const char *group, struct strv *out)
{
	size_t len = strlen(group);

	for (const struct command *c = commands; c->name != NULL; c++)
		if (str_starts(c->name, group) && c->name[len] == ' ')
			strv_add(out, c->name + len + 1);
}

bool
is_group(const char *name)
{
	struct strv list = {0};
	bool is;

	members(name, &list);
	is = list.n > 0;
	strv_clear(&list);
	return is;
}

static int
group_alone(const char *group)
{
	struct strv list = {0};
	char *all;
	int status;

	members(group, &list);
	all = strv_join(&list, ", ");
	status = ctl_fail(
	    EX_USAGE, _("\"%s\" is followed by one of: %s"), group, all);
	free(all);
	strv_clear(&list);
	return status;
}

/* The names of all commands, and their first words. */
static void
names_of_commands(struct strv *out)
{
	for (const struct command *c = commands; c->name != NULL; c++)
		strv_add(out, c->name);
	for (const struct command *c = commands; c->name != NULL; c++) {
		char *first = xstrndup(c->name, strcspn(c->name, " "));

		if (strv_has(out, first))
			free(first);
		else
			strv_take(out, first);
	}
}

/* Of a group that is there: the nearest of its members, else all of them. */
static int
unknown_member(const char *group, const char *word)
{
	struct strv list = {0};
	const char *near;
	int status;

	members(group, &list);
	near = nearest_of(word, &list);
	if (near != NULL)
		status = ctl_fail(EX_USAGE,
		    _("unknown command \"%s %s\"; did you mean \"%s %s\"?"),
		    group, word, group, near);
	else
		status = group_alone(group);
	strv_clear(&list);
	return status;
}

int
unknown_command(const char *word, const char *two)
{
	struct strv names = {0};
	const char *near;
	int status;

	if (is_group(word))
		return str_eq(word, two)
			   ? group_alone(word)
			   : unknown_member(word, two + strlen(word) + 1);
	names_of_commands(&names);
	near = nearest_of(two, &names);
	if (near == NULL)
		near = nearest_of(word, &names);
	if (near != NULL)
		status = ctl_fail(EX_USAGE,
		    _("unknown command \"%s\"; did you mean \"%s\"?"),
		    strchr(near, ' ') != NULL ? two : word, near);
	else
		status = ctl_fail(EX_USAGE,
		    _("unknown command \"%s\"; \"alertctl --help\" lists them"),
		    word);
	strv_clear(&names);
	return status;
}

static void
names_of_options(const struct ctl_option *o, struct strv *out)
{
	for (; o->name != NULL; o++)
		strv_add(out, o->name);
}

/* The option is there, but stands before the command that has it. */
static bool
too_early(const struct ctl *c, const char *name)
{
	if (c->command != NULL)
		return false;
	for (const struct command *k = commands; k->name != NULL; k++)
		for (const struct ctl_option *o = k->options; o->name != NULL;
		     o++)
			if (str_eq(o->name, name))
				return true;
	return false;
}

static int
not_an_option(const struct ctl *c, const char *word, const char *near)
{
	if (near != NULL)
		return ctl_fail(EX_USAGE,
		    _("unknown option %s; did you mean --%s?"), word, near);
	if (c->command == NULL)
		return ctl_fail(EX_USAGE,
		    _("unknown option %s; \"alertctl --help\" lists what there "
		      "is"),
		    word);
	return ctl_fail(EX_USAGE,
	    _("unknown option %s; \"alertctl %s --help\" lists them"), word,
	    c->command->name);
}

int
unknown_option(const struct ctl *c, const char *word, int letter)
{
	char one[] = {'-', (char)letter, '\0'};
	bool dashes = str_starts(word, "--");
	struct strv names = {0};
	const char *near;
	char *name;
	int status;

	if (!dashes && word[0] != '\0' && strlen(word) <= 2)
		return not_an_option(c, one, NULL);
	name = xstrndup(word + (dashes ? 2 : 1), strcspn(word + 1, "="));
	name[strcspn(name, "=")] = '\0';
	if (c->command != NULL)
		names_of_options(c->command->options, &names);
	names_of_options(common_options, &names);
	near = nearest_of(name, &names);
	if (dashes && too_early(c, name))
		status = ctl_fail(EX_USAGE,
		    _("--%s belongs behind the command that has it: \"alertctl "
		      "COMMAND --%s\""),
		    name, name);
	else
		status = not_an_option(
		    c, dashes || near != NULL ? word : one, near);
	free(name);
	strv_clear(&names);
	return status;
}

int
one_dash(const struct ctl *c, const char *word)
{
	struct strv names = {0};
	char *name;
	int status = -1;

	if (word[0] != '-' || word[1] == '-' || strlen(word) <= 2)
		return -1;
	name = xstrndup(word + 1, strcspn(word + 1, "="));
	if (c->command != NULL)
		names_of_options(c->command->options, &names);
	names_of_options(common_options, &names);
	if (strv_has(&names, name))
		status = not_an_option(c, word, name);
	free(name);
	strv_clear(&names);
	return status;
}

int
unknown_value(const char *option, const char *arg, const char *value)
{
	struct strv words = {0};
	const char *near;
	char *all, *said;
	int status = -1;

	if (arg == NULL || value == NULL || !values_of(arg, &words) ||
	    strv_has(&words, value)) {
		strv_clear(&words);
		return -1;
	}
	all = strv_join(&words, ", ");
	said = option != NULL ? xasprintf("--%s %s", option, value)
			      : xasprintf("\"%s\"", value);
	near = nearest_of(value, &words);
	if (near != NULL)
		status = ctl_fail(EX_USAGE,
		    _("%s: did you mean \"%s\"? It is one of: %s"), said, near,
		    all);
	else
		status = ctl_fail(
		    EX_USAGE, _("%s: it must be one of: %s"), said, all);
	free(said);
	free(all);
	strv_clear(&words);
	return status;
}
