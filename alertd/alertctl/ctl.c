#include <assert.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alertctl/actor.h"
#include "alertctl/ctl.h"
#include "alertctl/ui/wrap.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/str.h"
#include "conf/rules.h"

int
ctl_fail(int status, const char *fmt, ...)
{
	static const char who[] = "alertctl: ";
	va_list ap;
	char *text;

	va_start(ap, fmt);
	text = xvasprintf(fmt, ap);
	va_end(ap);
	fflush(stdout);
	fputs(who, stderr);
	if (isatty(STDERR_FILENO) == 1)
		wrap_print(stderr, text, strlen(who), 0);
	else
		fprintf(stderr, "%s\n", text);
	free(text);
	return status;
}

const char *
ctl_option(const struct ctl *c, const char *name)
{
	const struct ctl_option *o = c->command->options;
	size_t i = 0;

	while (o[i].name != NULL && strcmp(o[i].name, name) != 0)
		i++;
	assert(o[i].name != NULL); /* the command's table has it */
	return c->values[i];
}

bool
ctl_flag(const struct ctl *c, const char *name)
{
	return ctl_option(c, name) != NULL;
}

int
ctl_limit(const struct ctl *c, int64_t *out)
{
	const char *text = ctl_option(c, "limit");

	if (text == NULL || parse_int(text, 0, INT32_MAX, out) == 0)
		return 0;
	return ctl_fail(
	    EX_USAGE, _("--limit %s: must be a number from 0 up"), text);
}

static int
problems_told(struct diags *problems)
{
	fflush(stdout);
	diags_print(problems, stderr);
	diags_clear(problems);
	return EX_CONFIG;
}

int
ctl_config_path(struct ctl *c)
{
	const char *env = getenv("ALERTD_CONFIG");

	if (c->config == NULL && env != NULL && env[0] != '\0')
		c->config = env;
	if (c->config == NULL && access(CONFIG_DEFAULT, F_OK) == -1 &&
	    errno != EACCES)
		return ctl_fail(EX_CONFIG,
		    _("%s does not exist; write it (alertd.yaml(5), EXAMPLES, "
		      "has short ones), or give another configuration with "
		      "-c FILE or ALERTD_CONFIG"),
		    CONFIG_DEFAULT);
	if (c->config == NULL)
		c->config = CONFIG_DEFAULT;
	if (access(c->config, R_OK) == -1 && errno == EACCES)
		return ctl_fail(EX_NOPERM,
		    _("%s: not permitted; run alertctl as the user of alertd "
		      "(sudo -u alertd alertctl …)"),
		    c->config);
	if (access(c->config, R_OK) == -1)
		return ctl_fail(EX_NOINPUT,
		    _("%s: %s; give the configuration with -c FILE or "
		      "ALERTD_CONFIG"),
		    c->config, strerror(errno));
	return 0;
}

/* Somebody named a configuration, or the usual one is there. */
static bool
has_config(const struct ctl *c)
{
	const char *env = getenv("ALERTD_CONFIG");

	return c->config != NULL || (env != NULL && env[0] != '\0') ||
	       access(CONFIG_DEFAULT, F_OK) == 0 || errno == EACCES;
}

static int
load_config(struct ctl *c)
{
	struct diags problems = {0};
	int status = ctl_config_path(c);

	if (status != 0)
		return status;
	c->conf = config_load(c->config, CONF_CTL, &problems);
	if (c->conf == NULL)
		return problems_told(&problems);
	diags_clear(&problems);
	return 0;
}

int
ctl_config(struct ctl *c, bool needed)
{
	struct err e;
	int status;

	if (c->conf != NULL)
		return 0;
	if (!needed && !has_config(c))
		c->conf = config_default();
	else if ((status = load_config(c)) != 0)
		return status;
	if (zone_set(c->conf->time_zone, &e) == -1)
		return ctl_fail(EX_CONFIG, "%s", e.msg);
	return 0;
}

/* The store is not there, or may not be used so: told, with the remedy. */
static int
no_store(const struct ctl *c, int why, bool create)
{
	if (why == EACCES)
		return ctl_fail(EX_NOPERM,
		    _("%s: not permitted; run alertctl as the user of alertd "
		      "(sudo -u alertd alertctl …)"),
		    c->conf->store);
	if (why == ENOENT && !create)
		return ctl_fail(EX_NOINPUT,
		    _("%s: there is no store yet; \"alertctl contacts import "
		      "FILE\" or starting alertd makes it"),
		    c->conf->store);
	return 0;
}

/* mode as for access(2). */
static int
open_store(struct ctl *c, int mode, bool create)
{
	struct err e = {""};
	int status = ctl_config(c, true);

	if (status != 0 || c->store != NULL)
		return status;
	if (access(c->conf->store, mode) == -1 &&
	    (status = no_store(c, errno, create)) != 0)
		return status;
	c->store = (mode & W_OK) != 0 ? store_open(c->conf->store, create, &e)
				      : store_open_reading(c->conf->store, &e);
	if (c->store == NULL)
		return ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	return 0;
}

int
ctl_store(struct ctl *c, bool create)
{
	return open_store(c, R_OK | W_OK, create);
}

int
ctl_store_reading(struct ctl *c)
{
	return open_store(c, R_OK, false);
}

int
ctl_filter(struct ctl *c)
{
	struct diags problems = {0};
	struct rules_conf *rules;
	int status = ctl_config(c, false);

	if (status != 0 || c->filter != NULL)
		return status;
	rules = rules_load(c->conf->rules, &problems);
	if (rules != NULL)
		c->filter = filter_open(rules, &problems);
	if (c->filter == NULL)
		return problems_told(&problems);
	diags_clear(&problems);
	return 0;
}

int
ctl_templates(struct ctl *c)
{
	struct diags problems = {0};
	int status = ctl_config(c, false);

	if (status != 0 || c->templates != NULL)
		return status;
	c->templates = templates_open(
	    c->conf->templates, c->conf->notices.language, &problems);
	/* A bad template falls back to the built-in text: the notice goes. */
	if (problems.n > 0)
		problems_told(&problems);
	return 0;
}

struct core
ctl_core_over(struct ctl *c, struct store *store)
{
	return (struct core){.conf = c->conf,
	    .store = store,
	    .filter = c->filter,
	    .templates = c->templates,
	    .actor = c->actor};
}

const char *
ctl_actor(struct ctl *c)
{
	if (c->actor == NULL)
		c->actor = actor_now();
	return c->actor;
}

int
ctl_core(struct ctl *c, struct core *out)
{
	int status = ctl_store(c, false);

	if (status == 0)
		status = ctl_filter(c);
	if (status == 0)
		status = ctl_templates(c);
	if (status != 0)
		return status;
	ctl_actor(c);
	*out = ctl_core_over(c, c->store);
	return 0;
}

void
ctl_clear(struct ctl *c)
{
	if (c->templates != NULL)
		templates_close(c->templates);
	if (c->filter != NULL)
		filter_close(c->filter);
	if (c->store != NULL)
		store_close(c->store);
	if (c->conf != NULL)
		config_free(c->conf);
	free(c->actor);
}

int64_t
incident_number(const char *arg)
{
	const char *dash = strrchr(arg, '-');
	const char *digits = dash != NULL ? dash + 1 : arg;
	int64_t id;

	if (dash == arg || parse_int(digits, 1, INT64_MAX, &id) == -1)
		return -1;
	return id;
}

int64_t
ctl_next_incident(struct ctl *c)
{
	int64_t id = 1;

	store_incident_next(c->store, &id, NULL);
	return id;
}

int
ctl_incident(struct ctl *c, const char *arg, struct incident *out)
{
	struct err e;
	int64_t id = incident_number(arg);
	int r;

	if (id == -1)
		return ctl_fail(EX_USAGE,
		    _("\"%s\" is no incident: give its number (7) or reference "
		      "(%s-2026-0007)"),
		    arg, c->conf->notices.reference);
	r = store_incident_get(c->store, id, out, &e);
	if (r == -1)
		return ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	if (r == 0)
		return ctl_fail(EX_NOINPUT,
		    _("there is no incident %s; \"alertctl status\" shows what "
		      "is open, \"alertctl log\" all there was"),
		    arg);
	return 0;
}

/*
 * "23:10" or "23.10", in local time, so many days after the one of now. Days
 * are those of the calendar: one has 23 hours, and one 25.
 */
static int
day_at(const char *s, int64_t now, int days, int64_t *out)
{
	struct civil c = civil_local(now);
	int64_t m;

	if (parse_hour(s, &m) == -1)
		return -1;
	*out = wall_to_utc(utc_from_civil(c.year, c.month, c.day, 0, 0, 0) +
			   days * INT64_C(86400) + m * 60);
	return 0;
}

int
parse_time_arg(const char *s, int64_t now, bool later, int64_t *out)
{
	int64_t span, wall;

	if (parse_rfc3339(s, out) == 0)
		return 0;
	if (parse_wall(s, &wall) == 0) {
		*out = wall_to_utc(wall);
		return 0;
	}
	if (later && parse_duration(s, &span) == 0) {
		*out = now + span;
		return 0;
	}
	if (day_at(s, now, 0, out) == -1)
		return -1;
	if (later && *out <= now)
		return day_at(s, now, 1, out);
	if (!later && *out > now)
		return day_at(s, now, -1, out);
	return 0;
}
