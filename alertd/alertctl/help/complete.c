/* What Tab offers: the table of commands, walked as far as it is typed. */
#include <stdlib.h>
#include <string.h>

#include "alertctl/help/complete.h"
#include "alertctl/help/unknown.h"
#include "alertctl/help/values.h"
#include "base/mem.h"

/* The words that are typed, and what they are. */
struct typed {
	struct ctl *c;
	const struct command *command; /* NULL: not yet */
	const char *group; /* the first word of a command of two, alone */
	const struct ctl_option *waits; /* it takes the next word */
	bool ended; /* by "--": no more options */
	int n_args;
	const char *last;
	struct strv given; /* names of options */
};

void
candidates_add(struct candidates *out, const char *word, const char *note)
{
	if (strv_has(&out->words, word))
		return;
	strv_add(&out->words, word);
	strv_add(&out->notes, note);
}

void
candidates_clear(struct candidates *out)
{
	strv_clear(&out->words);
	strv_clear(&out->notes);
	*out = (struct candidates){0};
}

static const struct ctl_option *
find_in(const struct ctl_option *o, const char *name, size_t len, char letter)
{
	for (; o->name != NULL; o++)
		if (name != NULL ? strncmp(o->name, name, len) == 0 &&
				       o->name[len] == '\0'
				 : letter != 0 && o->letter == letter)
			return o;
	return NULL;
}

static const struct ctl_option *
find_option(const struct typed *t, const char *name, size_t len, char letter)
{
	const struct ctl_option *o = NULL;

	if (t->command != NULL)
		o = find_in(t->command->options, name, len, letter);
	return o != NULL ? o : find_in(common_options, name, len, letter);
}

static void
take_value(struct typed *t, const struct ctl_option *o, const char *value)
{
	if (str_eq(o->name, "config"))
		t->c->config = value;
}

static void
take_option(struct typed *t, const char *word)
{
	const char *name = word + 2, *value = strchr(word, '=');
	const struct ctl_option *o;

	if (word[1] != '-') {
		o = find_option(t, NULL, 0, word[1]);
		value = word[2] != '\0' ? word + 2 : NULL;
	} else {
		o = find_option(t, name, strcspn(name, "="), 0);
		value = value != NULL ? value + 1 : NULL;
	}
	if (o == NULL)
		return;
	strv_add(&t->given, o->name);
	/* "[=SECONDS]" may be left out, and is never the next word. */
	if (o->arg != NULL && value == NULL)
		t->waits = o->arg[0] == '[' ? NULL : o;
	else if (o->arg != NULL)
		take_value(t, o, value);
}

static void
take_argument(struct typed *t, const char *word)
{
	char *two;

	if (t->group != NULL && t->n_args == 0) {
		two = xasprintf("%s %s", t->group, word);
		if (command_find(two) != NULL)
			t->command = command_find(two);
		else if (t->command != NULL)
			t->n_args++;
		t->group = NULL;
		free(two);
		return;
	}
	if (t->command != NULL) {
		t->n_args++;
		return;
	}
	t->command = command_find(word);
	if (is_group(word))
		t->group = word;
}

static void
take(struct typed *t, const char *word)
{
	if (t->waits != NULL) {
		take_value(t, t->waits, word);
		t->waits = NULL;
	} else if (str_eq(word, "--") && !t->ended)
		t->ended = true;
	else if (word[0] == '-' && word[1] != '\0' && !t->ended)
		take_option(t, word);
	else
		take_argument(t, word);
}

/* Keeps what begins with what is typed, behind lead ("--effect="). */
static void
keep(struct candidates *out, const char *typed, const char *lead)
{
	struct candidates all = *out;

	*out = (struct candidates){.files = all.files};
	for (size_t i = 0; i < all.words.n; i++) {
		char *word = xasprintf("%s%s", lead, all.words.v[i]);

		if (str_starts(word, typed))
			candidates_add(out, word, all.notes.v[i]);
		free(word);
	}
	candidates_clear(&all);
}

/* What stands for an argument: one of a few words, a file, or what there is. */
static void
offer_values(const struct typed *t, const struct ctl_option *o, const char *arg,
    struct candidates *out)
{
	struct strv words;

	if (str_starts(arg, "FILE") || str_eq(arg, "DIR") ||
	    str_eq(arg, "DATA.json"))
		out->files = true;
	if (values_of(arg, &words))
		for (size_t i = 0; i < words.n; i++)
			candidates_add(out, words.v[i], "");
	else
		live_candidates(
		    t->c, t->command, o != NULL ? o->name : NULL, arg, out);
	strv_clear(&words);
}

static void
offer_options(const struct typed *t, struct candidates *out)
{
	const struct ctl_option *lists[] = {
	    t->command != NULL ? t->command->options : NULL, common_options};

	for (size_t i = 0; i < LENGTH(lists); i++)
		for (const struct ctl_option *o = lists[i];
		     o != NULL && o->name != NULL; o++) {
			char *word = xasprintf("--%s", o->name);

			if (!strv_has(&t->given, o->name))
				candidates_add(out, word, _(o->summary));
			free(word);
		}
}

/* The first words of commands; of a group what follows. */
static void
offer_commands(const char *group, struct candidates *out)
{
	size_t len = group != NULL ? strlen(group) : 0;

	for (const struct command *c = commands; c->name != NULL; c++) {
		const char *rest = c->name;
		size_t n;
		char *word;

		if (group != NULL &&
		    (!str_starts(c->name, group) || c->name[len] != ' '))
			continue;
		rest += group != NULL ? len + 1 : 0;
		n = strcspn(rest, " ");
		word = xstrndup(rest, n);
		candidates_add(out, word, rest[n] == '\0' ? _(c->summary) : "");
		free(word);
	}
}

/* The name of the k-th argument of a command, without brackets. */
static void
offer_argument(const struct typed *t, struct candidates *out)
{
	struct strv args = {0};

	strv_split(&args, t->command->args, " []");
	if ((size_t)t->n_args < args.n)
		offer_values(t, NULL, args.v[t->n_args], out);
	strv_clear(&args);
}

/* "--effect=ou": the value of an option in its word. */
static bool
offer_joined(const struct typed *t, struct candidates *out)
{
	size_t len = strcspn(t->last, "=");
	const struct ctl_option *o;
	char *lead;

	if (!str_starts(t->last, "--") || t->last[len] != '=')
		return false;
	o = find_option(t, t->last + 2, len - 2, 0);
	lead = xstrndup(t->last, len + 1);
	if (o != NULL && o->arg != NULL)
		offer_values(t, o, o->arg, out);
	keep(out, t->last, lead);
	free(lead);
	return true;
}

static void
offer(const struct typed *t, struct candidates *out)
{
	if (t->waits != NULL)
		offer_values(t, t->waits, t->waits->arg, out);
	else if (!t->ended && offer_joined(t, out))
		return;
	else if (!t->ended && t->last[0] == '-')
		offer_options(t, out);
	else {
		if (t->group != NULL && t->n_args == 0)
			offer_commands(t->group, out);
		if (t->command != NULL)
			offer_argument(t, out);
		else if (t->group == NULL)
			offer_commands(NULL, out);
		/* Nothing but options can follow. */
		if (t->command != NULL && out->words.n == 0 && !out->files &&
		    !t->ended && t->last[0] == '\0')
			offer_options(t, out);
	}
	keep(out, t->last, "");
}

void
complete(struct ctl *c, char *const *words, size_t n, struct candidates *out)
{
	struct typed t = {.c = c, .last = words[n - 1]};

	*out = (struct candidates){0};
	for (size_t i = 0; i + 1 < n; i++)
		take(&t, words[i]);
	offer(&t, out);
	strv_clear(&t.given);
}
