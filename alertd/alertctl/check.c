#include <stdio.h>

#include "alertctl/ctl.h"
#include "alertctl/out.h"
#include "alertctl/run.h"
#include "conf/secret.h"
#include "setup.h"

static void
print_problems(const struct ctl *c, struct diags *problems)
{
	json_t *list;

	if (!c->json) {
		diags_print(problems, stderr);
		return;
	}
	list = json_array();
	for (size_t i = 0; i < problems->n; i++) {
		const struct diag *d = &problems->v[i];

		json_array_append_new(
		    list, json_pack("{s:s, s:i, s:i, s:s}", "file", d->file,
			      "line", (int)d->line, "column", (int)d->col,
			      "message", d->msg));
	}
	out_json(list);
}

static void
print_good(const struct ctl *c, const struct config *f)
{
	if (c->json) {
		out_json(json_array());
		return;
	}
	printf("%s is good: %zu feeds, mail by %s, SMS by %s\n", c->config,
	    f->n_feeds,
	    f->mail.maildir_only   ? "maildir"
	    : f->mail.n_relays > 0 ? f->mail.relays[0].host
				   : "nothing",
	    f->sms.off		    ? "nothing"
	    : f->sms.file_only	    ? "file"
	    : f->sms.n_gateways > 0 ? f->sms.gateways[0].name
				    : "nothing");
	if (f->mail.disabled_reason[0] != '\0')
		printf("beware: no mail can be sent: %s\n",
		    f->mail.disabled_reason);
	if (f->n_feeds == 0)
		printf("beware: no feed is read\n");
	if (f->alarm.mail.n + f->alarm.sms.n == 0)
		printf("beware: nobody is on call, alarms reach nobody\n");
}

int
run_config_check(struct ctl *c)
{
	struct diags problems = {0};
	struct setup s = {0};
	int status;

	if (c->n_args > 0)
		c->config = c->args[0];
	if ((status = ctl_config_path(c)) != 0)
		return status;
	secret_require(true);
	if (setup_load(&s, c->config, &problems) == -1) {
		print_problems(c, &problems);
		status = EX_CONFIG;
	} else {
		print_good(c, s.conf);
	}
	setup_clear(&s);
	diags_clear(&problems);
	return status;
}
