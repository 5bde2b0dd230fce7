#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <spawn.h>
#include <unistd.h>

#include "alertctl/confirm.h"
#include "alertctl/statement.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"

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

static int
read_times(struct ctl *c, int64_t now, struct statement *s)
{
	const char *since = given(c, "since");
	const char *end = given(c, "expected-end");

	if (since != NULL && parse_time_arg(since, now, false, &s->since) == -1)
		return ctl_fail(EX_USAGE,
		    "--since %s: must be a time of day (22:10) or RFC 3339 "
		    "(2026-03-28T22:10:00+01:00)",
		    since);
	if (end != NULL &&
	    parse_time_arg(end, now, true, &s->expected_end) == -1)
		return ctl_fail(EX_USAGE,
		    "--expected-end %s: must be a time of day (06:00), a "
		    "duration (2h) or RFC 3339",
		    end);
	return 0;
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

static int
ask_missing(struct ctl *c, struct said *out)
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

	*out = (struct said){
	    .s = {.since = TIME_NONE,
		.expected_end = TIME_NONE,
		.starts = TIME_NONE,
		.ends = TIME_NONE}};
	if ((status = read_words(c, &out->s)) != 0 ||
	    (status = read_times(c, now, &out->s)) != 0 ||
	    (status = read_strings(c, out)) != 0)
		return status;
	out->s.service = given(c, "service");
	out->s.path = given(c, "path") != NULL;
	out->s.exercise = given(c, "exercise") != NULL;
	if (new_one && (status = ask_missing(c, out)) != 0)
		return status;
	out->s.title = out->title;
	out->s.text = out->text;
	return 0;
}

void
said_clear(struct said *s)
{
	free(s->title);
	free(s->text);
	*s = (struct said){0};
}

void
said_overlay(const struct said *said, struct incident *i)
{
	const struct statement *s = &said->s;

	if (s->effect != EFFECT_NONE) {
		i->effect = s->effect;
		i->path = s->path;
	}
	if (s->online != ONLINE_UNKNOWN)
		i->online = s->online;
	if (s->title != NULL)
		xreplace(&i->title, s->title);
	if (s->text != NULL)
		xreplace(&i->news, s->text);
	if (s->service != NULL)
		xreplace(&i->service, s->service);
	if (s->since != TIME_NONE)
		i->since = s->since;
	if (s->expected_end != TIME_NONE)
		i->expected_end = s->expected_end;
	if (s->exercise)
		i->kind = KIND_EXERCISE;
}
