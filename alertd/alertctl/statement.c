#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/wait.h>
#include <spawn.h>
#include <unistd.h>

#include "alertctl/confirm.h"
#include "alertctl/statement.h"
#include "base/clock.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "contacts/audience.h"

extern char **environ;

/* The command has the option and it was given. */
static const char *
given(const struct ctl *c, const char *name)
{
	const struct ctl_option *o = c->command->options;

	for (size_t i = 0; o[i].name != NULL; i++)
		if (strcmp(o[i].name, name) == 0)
			return c->values[i];
	return NULL;
}

static int
read_words(struct ctl *c, struct statement *s)
{
	const char *effect = given(c, "effect");
	const char *online = given(c, "fmk-online");

	if (effect != NULL && (effect_parse(effect, &s->effect) == -1 ||
				  s->effect == EFFECT_NONE))
		return ctl_fail(EX_USAGE,
		    "--effect %s: must be outage, degraded, data_error or "
		    "planned",
		    effect);
	if (online != NULL && (online_parse(online, &s->online) == -1 ||
				  s->online == ONLINE_UNKNOWN))
		return ctl_fail(
		    EX_USAGE, "--fmk-online %s: must be works or down", online);
	return 0;
}

/* One option that is a time; absent: *out stays as it is. */
static int
read_time(
    struct ctl *c, const char *name, int64_t now, bool later, int64_t *out)
{
	const char *value = given(c, name);

	if (value == NULL || parse_time_arg(value, now, later, out) == 0)
		return 0;
	return ctl_fail(EX_USAGE,
	    "--%s %s: must be a time of day (22:10), a day and time "
	    "(2026-12-01 22:00)%s or RFC 3339 (2026-03-28T22:10:00+01:00)",
	    name, value, later ? ", a duration from now (2h)" : "");
}

static int
not_past(const char *name, int64_t at, int64_t now)
{
	if (at == TIME_NONE || at > now)
		return 0;
	return ctl_fail(EX_USAGE, "--%s is past: give a time to come", name);
}

static int
read_times(struct ctl *c, int64_t now, struct statement *s)
{
	int status;

	if ((status = read_time(c, "since", now, false, &s->since)) != 0 ||
	    (status = read_time(
		 c, "expected-end", now, true, &s->expected_end)) != 0 ||
	    (status = read_time(c, "starts", now, true, &s->starts)) != 0 ||
	    (status = read_time(c, "ends", now, true, &s->ends)) != 0)
		return status;
	if (s->since != TIME_NONE && s->since > now)
		return ctl_fail(EX_USAGE,
		    "--since is to come: announced work is --effect planned "
		    "with --starts");
	if ((status = not_past("expected-end", s->expected_end, now)) != 0)
		return status;
	return not_past("ends", s->ends, now);
}

static int
unknown_service(const struct filter *f, const char *name)
{
	const char **ids, *near;
	size_t n = 0;

	while (filter_component_id(f, n) != NULL)
		n++;
	ids = xcalloc(n + 1, sizeof(*ids));
	for (size_t i = 0; i < n; i++)
		ids[i] = filter_component_id(f, i);
	near = nearest(name, ids);
	free(ids);
	if (near != NULL)
		return ctl_fail(EX_USAGE,
		    "--service %s: the rules have no such component; did you "
		    "mean %s?",
		    name, near);
	return ctl_fail(EX_USAGE,
	    "--service %s: the rules have no such component; FMK, NAS and STS "
	    "are some, alertd-rules(5) tells where all stand",
	    name);
}

/* The component, and what the rules say of it where nobody said other. */
static int
read_service(struct ctl *c, struct statement *s)
{
	const char *name = given(c, "service"), *id;
	enum effect effect = EFFECT_NONE;
	bool path = false;
	size_t i = 0;
	int status;

	s->path = given(c, "path") != NULL;
	if (name == NULL)
		return 0;
	if ((status = ctl_filter(c)) != 0)
		return status;
	while ((id = filter_component_id(c->filter, i)) != NULL &&
	       strcasecmp(id, name) != 0)
		i++;
	if (id == NULL)
		return unknown_service(c->filter, name);
	filter_component(c->filter, id, &effect, &path);
	s->service = id;
	s->path = s->path || path;
	if (s->effect == EFFECT_NONE && strcmp(c->command->name, "update") != 0)
		s->effect = effect;
	return 0;
}

/* Whom it is for, of the organisations that the store has. */
static int
read_audience(struct ctl *c, struct said *out)
{
	const char *to = given(c, "to");
	struct orgs orgs = {0};
	struct err e;
	int status = 0;

	if (to == NULL)
		return 0;
	if (store_orgs(c->store, &orgs, &e) == -1)
		status = ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	else if (audience_parse(to, &orgs, &out->audience, &e) == -1)
		status = ctl_fail(EX_USAGE, "--to %s: %s", to, e.msg);
	orgs_clear(&orgs);
	return status;
}

static int
read_strings(struct ctl *c, struct said *out)
{
	const char *title = given(c, "title"), *text = given(c, "text");

	if (title != NULL && (str_empty(title) || strlen(title) > LIMIT_TITLE ||
				 strchr(title, '\n') != NULL))
		return ctl_fail(EX_USAGE,
		    "--title: must be one line of at most %d bytes",
		    LIMIT_TITLE);
	if (text != NULL && strlen(text) > LIMIT_TEXT)
		return ctl_fail(
		    EX_USAGE, "--text: longer than %d bytes", LIMIT_TEXT);
	if ((title != NULL && !utf8_valid(title, strlen(title))) ||
	    (text != NULL && !utf8_valid(text, strlen(text))))
		return ctl_fail(EX_USAGE, "--title and --text must be UTF-8");
	out->title = xstrdup_null(title);
	out->text = xstrdup_null(text);
	return 0;
}

/* The text that the operator writes in an editor; NULL: none, or no editor. */
static char *
edit_text(void)
{
	const char *editor = getenv("VISUAL");
	char path[] = "/tmp/alertctl.XXXXXX", *text = NULL;
	char shell[] = "sh", flag[] = "-c", *command;
	char *argv[] = {shell, flag, NULL, shell, path, NULL};
	int fd, status;
	pid_t pid;

	if (editor == NULL)
		editor = getenv("EDITOR");
	if (editor == NULL || editor[0] == '\0' || (fd = mkstemp(path)) == -1)
		return NULL;
	close(fd);
	/* As git does: EDITOR may have arguments, so a shell splits it. */
	command = xasprintf("%s \"$@\"", editor);
	argv[2] = command;
	if (posix_spawn(&pid, "/bin/sh", NULL, NULL, argv, environ) == 0 &&
	    waitpid(pid, &status, 0) == pid && status == 0)
		file_read(path, LIMIT_TEXT, &text, NULL, NULL);
	free(command);
	unlink(path);
	return text;
}

static int
ask_effect(struct statement *s)
{
	char *line = ask_line(
	    "What is it (outage, degraded, data_error, planned)? ");
	int r = line != NULL ? effect_parse(line, &s->effect) : -1;

	free(line);
	if (r == -1 || s->effect == EFFECT_NONE)
		return ctl_fail(
		    EX_USAGE, "that is no effect; nothing was sent");
	return 0;
}

/* Planned work without its begin would be told as coming at any time. */
static int
ask_starts(struct ctl *c, int64_t now, struct statement *s)
{
	char *line;
	int r;

	if (!isatty(STDIN_FILENO) || c->json)
		return 0;
	line = ask_line("When does it start (2026-12-01 22:00)? ");
	r = line != NULL ? parse_time_arg(line, now, true, &s->starts) : -1;
	free(line);
	if (r == -1)
		return ctl_fail(EX_USAGE, "that is no time; nothing was sent");
	return 0;
}

static int
ask_missing(struct ctl *c, int64_t now, struct said *out)
{
	int status;

	if (out->s.effect != EFFECT_NONE && out->title != NULL)
		return 0;
	if (!isatty(STDIN_FILENO) || c->json)
		return ctl_fail(EX_USAGE,
		    "%s is missing: give --effect and "
		    "--title (and --text)",
		    out->s.effect == EFFECT_NONE ? "--effect" : "--title");
	if (out->s.effect == EFFECT_NONE && (status = ask_effect(&out->s)) != 0)
		return status;
	if (out->s.effect == EFFECT_PLANNED && out->s.starts == TIME_NONE &&
	    (status = ask_starts(c, now, &out->s)) != 0)
		return status;
	if (out->title == NULL)
		out->title = ask_line("Title, on one line: ");
	if (str_empty(out->title))
		return ctl_fail(EX_USAGE, "no title; nothing was sent");
	if (out->text == NULL)
		out->text = edit_text();
	if (out->text == NULL)
		out->text = ask_line("Text, on one line: ");
	return 0;
}

int
said_read(struct ctl *c, bool new_one, int64_t now, struct said *out)
{
	int status;

	*out = (struct said){.s = {.since = TIME_NONE,
				 .expected_end = TIME_NONE,
				 .starts = TIME_NONE,
				 .ends = TIME_NONE}};
	if ((status = read_words(c, &out->s)) != 0 ||
	    (status = read_service(c, &out->s)) != 0 ||
	    (status = read_times(c, now, &out->s)) != 0 ||
	    (status = read_strings(c, out)) != 0 ||
	    (status = read_audience(c, out)) != 0)
		return status;
	out->s.exercise = given(c, "exercise") != NULL;
	if (new_one && (status = ask_missing(c, now, out)) != 0)
		return status;
	out->s.title = out->title;
	out->s.text = out->text;
	out->s.audience = out->audience;
	return 0;
}

bool
said_anything(const struct said *said)
{
	const struct statement *s = &said->s;

	return s->effect != EFFECT_NONE || s->online != ONLINE_UNKNOWN ||
	       !str_empty(s->title) || !str_empty(s->text) ||
	       s->service != NULL || s->path || s->since != TIME_NONE ||
	       s->expected_end != TIME_NONE || s->starts != TIME_NONE ||
	       s->ends != TIME_NONE;
}

int
said_fits(const struct said *said, const struct incident *i)
{
	const struct statement *s = &said->s;

	if (!i->planned && (s->starts != TIME_NONE || s->ends != TIME_NONE))
		return ctl_fail(EX_USAGE,
		    "--starts and --ends are of announced work: give --effect "
		    "planned, or --since and --expected-end");
	if (s->effect == EFFECT_PLANNED && i->starts == TIME_NONE)
		return ctl_fail(EX_USAGE,
		    "--effect planned needs --starts (and --ends): when the "
		    "work is");
	if (i->planned && i->starts != TIME_NONE && i->ends != TIME_NONE &&
	    i->ends <= i->starts)
		return ctl_fail(EX_USAGE,
		    "the work would end before it starts: give --starts and "
		    "--ends");
	return 0;
}

void
said_clear(struct said *s)
{
	free(s->title);
	free(s->text);
	free(s->audience);
	*s = (struct said){0};
}
