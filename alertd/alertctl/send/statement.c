#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "alertctl/send/statement.h"
#include "base/attr.h"
#include "base/clock.h"
#include "base/diag.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/tr.h"
#include "contacts/audience.h"

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
		    _("--effect %s: must be outage, degraded, data_error or "
		      "planned"),
		    effect);
	if (online != NULL && (online_parse(online, &s->online) == -1 ||
				  s->online == ONLINE_UNKNOWN))
		return ctl_fail(EX_USAGE,
		    _("--fmk-online %s: must be works or down"), online);
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
	    later ? _("--%s %s: must be a time of day (22:10), a day and time "
		      "(2026-12-01 22:00), a duration from now (2h) or RFC "
		      "3339 (2026-03-28T22:10:00+01:00)")
		  : _("--%s %s: must be a time of day (22:10), a day and time "
		      "(2026-12-01 22:00) or RFC 3339 "
		      "(2026-03-28T22:10:00+01:00)"),
	    name, value);
}

static int
not_past(const char *name, int64_t at, int64_t now)
{
	if (at == TIME_NONE || at > now)
		return 0;
	return ctl_fail(EX_USAGE, _("--%s is past: give a time to come"), name);
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
		    _("--since is to come: announced work is --effect planned "
		      "with --starts"));
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
		    _("--service %s: the rules have no such component; did you "
		      "mean %s?"),
		    name, near);
	return ctl_fail(EX_USAGE,
	    _("--service %s: the rules have no such component; FMK, NAS and "
	      "STS "
	      "are some, alertd-rules(5) tells where all stand"),
	    name);
}

const char *
said_component(struct ctl *c, const char *name)
{
	const char *id;
	size_t i = 0;

	while ((id = filter_component_id(c->filter, i)) != NULL &&
	       strcasecmp(id, name) != 0)
		i++;
	return id;
}

/* The component, and what the rules say of it where nobody said other. */
static int
read_service(struct ctl *c, bool new_one, struct said *out)
{
	const char *name = given(c, "service"), *id;
	struct statement *s = &out->s;
	enum effect effect = EFFECT_NONE;
	bool path = false;
	int status;

	s->path = given(c, "path") != NULL;
	if (name == NULL)
		return 0;
	if ((status = ctl_filter(c)) != 0)
		return status;
	id = said_component(c, name);
	if (id == NULL)
		return unknown_service(c->filter, name);
	filter_component(c->filter, id, &effect, &path);
	out->service = xstrdup(id);
	s->path = s->path || path;
	if (s->effect == EFFECT_NONE && new_one)
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
		status = ctl_fail(EX_USAGE, _("--to %s: %s"), to, e.msg);
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
		    _("--title: must be one line of at most %d bytes"),
		    LIMIT_TITLE);
	if (text != NULL && strlen(text) > LIMIT_TEXT)
		return ctl_fail(
		    EX_USAGE, _("--text: longer than %d bytes"), LIMIT_TEXT);
	if ((title != NULL && !utf8_valid(title, strlen(title))) ||
	    (text != NULL && !utf8_valid(text, strlen(text))))
		return ctl_fail(
		    EX_USAGE, _("--title and --text must be UTF-8"));
	out->title = xstrdup_null(title);
	out->text = xstrdup_null(text);
	return 0;
}

void
said_init(struct said *s)
{
	*s = (struct said){.s = {.since = TIME_NONE,
			       .expected_end = TIME_NONE,
			       .starts = TIME_NONE,
			       .ends = TIME_NONE}};
}

void
said_point(struct said *s)
{
	s->s.service = s->service;
	s->s.title = s->title;
	s->s.text = s->text;
	s->s.audience = s->audience;
}

/* One string of a part that was not said. */
static void
take_string(char **to, const char *from)
{
	if (*to == NULL)
		*to = xstrdup_null(from);
}

static void
take_time(int64_t *to, int64_t from)
{
	if (*to == TIME_NONE)
		*to = from;
}

void
said_merge(struct said *to, const struct said *from)
{
	if (!to->has[SAID_EFFECT] && from->has[SAID_EFFECT])
		to->s.effect = from->s.effect;
	if (to->s.online == ONLINE_UNKNOWN)
		to->s.online = from->s.online;
	if (to->service == NULL)
		to->s.path = to->s.path || from->s.path;
	to->s.exercise = to->s.exercise || from->s.exercise;
	take_time(&to->s.since, from->s.since);
	take_time(&to->s.expected_end, from->s.expected_end);
	take_time(&to->s.starts, from->s.starts);
	take_time(&to->s.ends, from->s.ends);
	take_string(&to->service, from->service);
	take_string(&to->title, from->title);
	take_string(&to->text, from->text);
	take_string(&to->audience, from->audience);
	for (int i = 0; i < SAID_PARTS; i++)
		to->has[i] = to->has[i] || from->has[i];
	said_point(to);
}

/* What was given as an option is not asked for. */
static void
mark_given(const struct ctl *c, struct said *out)
{
	static const struct {
		enum said_part part;
		const char *option;
	} parts[] = {
	    {SAID_SERVICE, "service"},
	    {SAID_EFFECT, "effect"},
	    {SAID_STARTS, "starts"},
	    {SAID_ENDS, "ends"},
	    {SAID_SINCE, "since"},
	    {SAID_ONLINE, "fmk-online"},
	    {SAID_AUDIENCE, "to"},
	    {SAID_TITLE, "title"},
	    {SAID_TEXT, "text"},
	};

	for (size_t i = 0; i < LENGTH(parts); i++)
		out->has[parts[i].part] = given(c, parts[i].option) != NULL;
}

int
said_read(struct ctl *c, bool new_one, int64_t now, struct said *out)
{
	int status;

	said_init(out);
	if ((status = read_words(c, &out->s)) != 0 ||
	    (status = read_service(c, new_one, out)) != 0 ||
	    (status = read_times(c, now, &out->s)) != 0 ||
	    (status = read_strings(c, out)) != 0 ||
	    (status = read_audience(c, out)) != 0)
		return status;
	out->s.exercise = given(c, "exercise") != NULL;
	mark_given(c, out);
	said_point(out);
	return 0;
}

int
said_whole(const struct said *said)
{
	if (said->s.effect != EFFECT_NONE && !str_empty(said->title))
		return 0;
	return ctl_fail(EX_USAGE,
	    _("%s is missing: give --effect and --title (and --text)"),
	    said->s.effect == EFFECT_NONE ? "--effect" : "--title");
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
		return ctl_fail(
		    EX_USAGE, _("--starts and --ends are of announced work: "
				"give --effect "
				"planned, or --since and --expected-end"));
	if (s->effect == EFFECT_PLANNED && i->starts == TIME_NONE)
		return ctl_fail(EX_USAGE,
		    _("--effect planned needs --starts (and --ends): when the "
		      "work is"));
	if (i->planned && i->starts != TIME_NONE && i->ends != TIME_NONE &&
	    i->ends <= i->starts)
		return ctl_fail(EX_USAGE,
		    _("the work would end before it starts: give --starts and "
		      "--ends"));
	return 0;
}

void
said_clear(struct said *s)
{
	free(s->service);
	free(s->title);
	free(s->text);
	free(s->audience);
	*s = (struct said){0};
}
