#include "base/clock.h"
#include "conf/rules.h"
#include "setup.h"

/* The page judges nothing, and the daemon explains nothing. */
static struct filter *
load_filter(const char *path, enum conf_role role, struct diags *problems)
{
	struct rules_conf *rules = rules_load(path, problems);
	struct filter *f;

	if (rules == NULL)
		return NULL;
	if (role == CONF_WEB)
		return filter_open_components(rules);
	f = filter_open(rules, problems);
	if (f != NULL && role == CONF_CORE)
		filter_forget_written(f);
	return f;
}

int
setup_load(struct setup *s, const char *path, enum conf_role role,
    struct diags *problems)
{
	struct err e;

	*s = (struct setup){0};
	s->conf = path == NULL ? config_default()
			       : config_load(path, role, problems);
	if (s->conf == NULL)
		return -1;
	if (zone_set(s->conf->time_zone, &e) == -1)
		diags_add(problems, s->conf->file, 0, 0, "%s", e.msg);
	s->filter = load_filter(s->conf->rules, role, problems);
	s->templates = templates_open(
	    s->conf->templates, s->conf->notices.language, problems);
	if (problems->n == 0 && s->filter != NULL && s->templates != NULL)
		return 0;
	setup_clear(s);
	return -1;
}

void
setup_clear(struct setup *s)
{
	if (s->templates != NULL)
		templates_close(s->templates);
	if (s->filter != NULL)
		filter_close(s->filter);
	config_free(s->conf);
	*s = (struct setup){0};
}
