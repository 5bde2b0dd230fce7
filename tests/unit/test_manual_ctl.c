/*
 * Unit tests of alertctl(1) against the table of its commands: commands,
 * options and exit statuses, both ways.
 */
#include "page.h"

#include <sysexits.h>

#include "alertctl/commands.h"
#include "notice/textlint.h"

/* --- alertctl(1) -----------------------------------------------------------
 */

#define CTL_PAGE "alertctl.1"

/* What every command can end with, beside its own. */
static const int common_exits[] = {EX_OK, EX_USAGE, EX_IOERR};

static const struct ctl_option *
option_find(const struct ctl_option *o, const char *name)
{
	for (; o->name != NULL; o++)
		if (str_eq(o->name, name))
			return o;
	return NULL;
}

/* The names of the long options behind "Fl -" or "| -" in the block. */
static void
options_in(struct strv *out, const char *block)
{
	for (const char *p = strchr(block, '-'); p != NULL;
	     p = strchr(p + 1, '-')) {
		size_t n = strcspn(p + 1, " \n,");
		char *name;

		if (p - block < 3 || n < 2 ||
		    (!str_starts(p - 3, "Fl -") && !str_starts(p - 2, "| -")))
			continue;
		name = xstrndup(p + 1, n);
		if (!strv_has(out, name))
			strv_add(out, name);
		free(name);
	}
}

static void
check_command(const struct command *c, const char *block)
{
	struct strv names = {0};

	options_in(&names, block);
	for (const struct ctl_option *o = c->options; o->name != NULL; o++)
		if (!strv_has(&names, o->name))
			page_complain(CTL_PAGE, "%s: --%s is not documented",
			    c->name, o->name);
	for (size_t i = 0; i < names.n; i++)
		if (option_find(c->options, names.v[i]) == NULL &&
		    option_find(common_options, names.v[i]) == NULL)
			page_complain(CTL_PAGE, "%s has no option --%s",
			    c->name, names.v[i]);
	if (c->max_args > 0)
		page_expect(CTL_PAGE, c->name, block, "Ar ");
	strv_clear(&names);
}

/* The entry of a command, whose tag may begin an Xo block. */
static char *
command_entry(const char *part, const char *name)
{
	char *tag = xasprintf("Ic %s", name), *block = page_entry(part, tag);

	free(tag);
	if (block != NULL)
		return block;
	tag = xasprintf("Xo Ic %s", name);
	block = page_entry(part, tag);
	free(tag);
	return block;
}

static void
test_ctl_commands(void **state)
{
	char *text = page_read(CTL_PAGE);
	char *part = page_section(CTL_PAGE, text, "COMMANDS");

	(void)state;
	for (const struct command *c = commands; c->name != NULL; c++) {
		char *block = command_entry(part, c->name);

		if (block == NULL)
			page_complain(
			    CTL_PAGE, "%s is not documented", c->name);
		else
			check_command(c, block);
		free(block);
	}
	free(part);
	free(text);
	assert_int_equal(complaints, 0);
}

/* "contacts list Op Ar organisation" is about "contacts list". */
static bool
is_command(const char *tag)
{
	size_t n = 0;

	for (;;) {
		char *name;
		bool found;

		n += strcspn(tag + n, " ");
		name = xstrndup(tag, n);
		found = command_find(name) != NULL;
		free(name);
		if (found || tag[n] == '\0')
			return found;
		n++;
	}
}

static void
test_ctl_no_other_commands(void **state)
{
	static const char *const macros[] = {"Ic", "Xo Ic"};
	char *text = page_read(CTL_PAGE);
	char *part = page_section(CTL_PAGE, text, "COMMANDS");
	struct strv names = {0};

	(void)state;
	for (size_t i = 0; i < LENGTH(macros); i++)
		page_tags(&names, part, macros[i]);
	assert_true(names.n > 0);
	for (size_t i = 0; i < names.n; i++)
		if (!is_command(names.v[i]))
			page_complain(
			    CTL_PAGE, "there is no command %s", names.v[i]);
	strv_clear(&names);
	free(part);
	free(text);
	assert_int_equal(complaints, 0);
}

/* Two commands may use one name, with an argument and without. */
static char *
option_entry(const char *part, const char *tag, const char *behind)
{
	char *line = xasprintf(".It %s%s", tag, behind);
	const char *at = strstr(part, line);

	free(line);
	return page_entry(at == NULL ? part : at, tag);
}

/* The line of the option in section OPTIONS. */
static void
check_option(const char *part, const struct ctl_option *o)
{
	char *tag = o->letter == 0
			? xasprintf("Fl -%s", o->name)
			: xasprintf("Fl %c , Fl -%s", o->letter, o->name);
	/* What may be left out stands in brackets. */
	const char *before = o->arg != NULL && o->arg[0] == '['
				 ? " Ns Op = Ns Ar "
				 : " Ar ";
	char *block = option_entry(part, tag, o->arg == NULL ? "\n" : before);

	if (block == NULL)
		page_complain(CTL_PAGE, "no \".It %s\" in OPTIONS", tag);
	else if ((o->arg != NULL) !=
		 str_starts(block + strlen(".It ") + strlen(tag), before))
		page_complain(CTL_PAGE, "--%s: its argument is %s", o->name,
		    o->arg != NULL ? "missing" : "too much");
	free(block);
	free(tag);
}

static bool
option_known(const char *name)
{
	if (option_find(common_options, name) != NULL)
		return true;
	for (const struct command *c = commands; c->name != NULL; c++)
		if (option_find(c->options, name) != NULL)
			return true;
	return false;
}

static void
test_ctl_options(void **state)
{
	char *text = page_read(CTL_PAGE);
	char *part = page_section(CTL_PAGE, text, "OPTIONS");
	struct strv names = {0};

	(void)state;
	for (const struct ctl_option *o = common_options; o->name != NULL; o++)
		check_option(part, o);
	for (const struct command *c = commands; c->name != NULL; c++)
		for (const struct ctl_option *o = c->options; o->name != NULL;
		     o++)
			check_option(part, o);
	options_in(&names, part);
	for (size_t i = 0; i < names.n; i++)
		if (!option_known(names.v[i]))
			page_complain(
			    CTL_PAGE, "there is no option --%s", names.v[i]);
	strv_clear(&names);
	free(part);
	free(text);
	assert_int_equal(complaints, 0);
}

static bool
check_known(const char *name)
{
	enum textlint_severity kind;
	const char *check;

	for (size_t i = 0; (check = textlint_check_at(i, &kind)) != NULL; i++)
		if (strcmp(check, name) == 0)
			return true;
	return false;
}

/* Each check with its kind, each word to avoid, and no others. */
static void
test_ctl_checks(void **state)
{
	char *text = page_read(CTL_PAGE);
	char *part = page_section(CTL_PAGE, text, "CHECKS");
	enum textlint_severity kind;
	const char *name, *instead;

	(void)state;
	for (size_t i = 0; (name = textlint_check_at(i, &kind)) != NULL; i++) {
		char *row = xasprintf(
		    "\n.It %s Ta %s Ta ", name, textlint_severity_name(kind));

		if (strstr(part, row) == NULL)
			page_complain(CTL_PAGE, "no row \"%s\"", row + 1);
		free(row);
	}
	for (size_t i = 0; (name = textlint_avoid_at(i, &instead)) != NULL; i++)
		page_expect(CTL_PAGE, "avoid", part, name);
	for (const char *p = part; (p = strstr(p, "\n.It ")) != NULL;) {
		p += strlen("\n.It ");
		char *word = xstrndup(p, strcspn(p, " \n"));

		if (strncmp(p + strlen(word), " Ta ", 4) == 0 &&
		    !check_known(word) && strcmp(word, "Em") != 0)
			page_complain(CTL_PAGE, "there is no check %s", word);
		free(word);
	}
	free(part);
	free(text);
	assert_int_equal(complaints, 0);
}

static bool
exit_possible(int status)
{
	for (size_t i = 0; i < LENGTH(common_exits); i++)
		if (common_exits[i] == status)
			return true;
	for (const struct command *c = commands; c->name != NULL; c++)
		for (const int *e = c->exits; *e != 0; e++)
			if (*e == status)
				return true;
	return false;
}

static void
test_ctl_exits(void **state)
{
	char *text = page_read(CTL_PAGE);
	char *part = page_section(CTL_PAGE, text, "EXIT STATUS");

	(void)state;
	for (int status = 0; status < 256; status++) {
		char *tag = xasprintf("%d", status),
		     *block = page_entry(part, tag);

		if (exit_possible(status) && block == NULL)
			page_complain(CTL_PAGE,
			    "exit status %d is not documented", status);
		if (!exit_possible(status) && block != NULL)
			page_complain(CTL_PAGE, "nothing ends with %d", status);
		free(block);
		free(tag);
	}
	free(part);
	free(text);
	assert_int_equal(complaints, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup(test_ctl_commands, page_setup),
	    cmocka_unit_test_setup(test_ctl_no_other_commands, page_setup),
	    cmocka_unit_test_setup(test_ctl_options, page_setup),
	    cmocka_unit_test_setup(test_ctl_exits, page_setup),
	    cmocka_unit_test_setup(test_ctl_checks, page_setup),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
