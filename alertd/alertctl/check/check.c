#include <locale.h>
#include <stdio.h>
#include <unistd.h>

#include "alertctl/check/gateway.h"
#include "alertctl/check/oncall.h"
#include "alertctl/check/web.h"
#include "alertctl/ctl.h"
#include "alertctl/check/online.h"
#include "alertctl/ui/out.h"
#include "alertctl/check/rotas.h"
#include "alertctl/run.h"
#include "filter/lint.h"
#include "guard.h"
#include "notice/trial.h"
#include "setup.h"

static void
add_json(json_t *list, const struct diags *d, const char *kind)
{
	for (size_t i = 0; i < d->n; i++) {
		const struct diag *x = &d->v[i];

		json_array_append_new(
		    list, json_pack("{s:s, s:s, s:i, s:i, s:s}", "kind", kind,
			      "file", x->file, "line", (int)x->line, "column",
			      (int)x->col, "message", x->msg));
	}
}

static void
print_found(struct lint *l)
{
	diags_print(&l->mistakes, stderr);
	if (l->remarks.n > 0)
		fprintf(stderr, "%s\n", _("remarks, which are no mistakes:"));
	diags_print(&l->remarks, stderr);
}

static void
print_good(const struct ctl *c, const struct config *f)
{
	printf(
	    tr_n("%s is good: %zu feed, mail by %s, SMS by %s\n",
		"%s is good: %zu feeds, mail by %s, SMS by %s\n", f->n_feeds),
	    c->config, f->n_feeds,
	    f->mail.maildir_only   ? "Maildir"
	    : f->mail.n_relays > 0 ? f->mail.relays[0].host
				   : _("nothing"),
	    f->sms.off		    ? _("nothing")
	    : f->sms.file_only	    ? _("a file")
	    : f->sms.n_gateways > 0 ? f->sms.gateways[0].name
				    : _("nothing"));
	if (f->mail.disabled_reason[0] != '\0')
		printf(_("beware: no mail can be sent: %s\n"),
		    f->mail.disabled_reason);
	if (f->n_feeds == 0)
		puts(_("beware: no feed is read"));
}

static void
check_rules(const struct setup *s, struct lint *found)
{
	struct strv feeds = {0};

	for (size_t i = 0; i < s->conf->n_feeds; i++)
		strv_add(&feeds, s->conf->feeds[i].name);
	filter_lint(s->filter, &feeds, found);
	strv_clear(&feeds);
}

/* NULL when there is none yet, or with a remark when it cannot be read. */
static struct store *
open_store(const struct config *conf, struct diags *remarks)
{
	struct store *s;
	struct err e;

	if (access(conf->store, R_OK) == -1)
		return NULL;
	s = store_open_reading(conf->store, &e);
	if (s == NULL)
		diags_add(remarks, conf->store, 0, 0,
		    _("who can be paged is not known, and names of rotas are "
		      "not compared: %s"),
		    e.msg);
	return s;
}

static void
check_parts(const struct setup *s, struct lint *found)
{
	struct store *store = open_store(s->conf, &found->remarks);

	check_rules(s, found);
	templates_try(s->templates, &s->conf->notices,
	    s->conf->sms.max_segments, &found->mistakes);
	rotas_check(s->conf, store, &found->mistakes, &found->remarks);
	oncall_check(s->conf, store, &found->remarks);
	web_check(s->conf, &found->remarks);
	gateways_check(s->conf, &found->mistakes);
	store_close(store);
}

/* What was called; with --json all that there is to tell. */
static int
tell_online(const struct ctl *c, const struct config *conf, struct lint *found,
    const struct probes *online)
{
	json_t *list;
	size_t bad = 0;

	if (!c->json && ctl_flag(c, "online") && conf != NULL)
		bad = probes_print(conf, online);
	if (c->json) {
		list = json_array();
		add_json(list, &found->mistakes, "mistake");
		add_json(list, &found->remarks, "remark");
		bad = probes_json(conf, online, list);
		out_json(list);
	}
	return bad > 0 ? EX_UNAVAILABLE : EX_OK;
}

int
run_config_check(struct ctl *c)
{
	struct lint found = {0};
	struct setup s = {0};
	struct probes online = {0};
	int status;

	if (c->n_args > 0)
		c->config = c->args[0];
	if ((status = ctl_config_path(c)) != 0)
		return status;
	if (setup_load(&s, c->config, CONF_CHECK, &found.mistakes) == 0) {
		(void)guard_check(s.conf, &found.mistakes);
		check_parts(&s, &found);
	}
	if (ctl_flag(c, "online") && s.conf != NULL)
		probes_find(s.conf, &online);
	if (!c->json) {
		print_found(&found);
		if (found.mistakes.n == 0)
			print_good(c, s.conf);
	}
	if (c->json) /* which stays English, whoever asks */
		setlocale(LC_MESSAGES, "C");
	probes_run(&online);
	status = tell_online(c, s.conf, &found, &online);
	if (found.mistakes.n > 0)
		status = EX_CONFIG;
	probes_clear(&online);
	setup_clear(&s);
	lint_clear(&found);
	return status;
}
