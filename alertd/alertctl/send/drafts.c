/* drafts: what operators have typed and not sent. */
#include <stdio.h>
#include <stdlib.h>

#include "alertctl/send/keeper.h"
#include "alertctl/ui/out.h"
#include "alertctl/run.h"
#include "base/clock.h"
#include "base/str.h"
#include "base/tr.h"

static void
print_draft(const struct draft *d)
{
	char when[WHEN_SIZE], *label = keep_label(d);

	out_when(d->at, when);
	if (d->incident != 0)
		printf(_("%lld  %s  %s: update of incident %lld: %s\n"),
		    (long long)d->id, when, d->owner, (long long)d->incident,
		    label);
	else
		printf(_("%lld  %s  %s: new incident: %s\n"), (long long)d->id,
		    when, d->owner, label);
	free(label);
}

json_t *
keep_json(const struct draft *d)
{
	char *label = keep_label(d);
	json_t *j = json_pack("{s:I, s:s, s:s}", "draft", (json_int_t)d->id,
	    "owner", d->owner, "says", label);

	json_object_set_new(j, "at", json_time(d->at));
	json_object_set_new(j, "incident",
	    d->incident == 0 ? json_null() : json_integer(d->incident));
	free(label);
	return j;
}

int
run_drafts_list(struct ctl *c)
{
	struct drafts l = {0};
	struct err e;
	json_t *j;
	int status = ctl_store_reading(c);

	if (status != 0)
		return status;
	keep_prune(c, clock_read().wall);
	if (store_drafts(c->store, NULL, 0, &l, &e) == -1)
		return ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	j = json_array();
	for (size_t i = 0; i < l.n; i++) {
		json_array_append_new(j, keep_json(&l.v[i]));
		if (!c->json)
			print_draft(&l.v[i]);
	}
	if (c->json)
		out_json(json_incref(j));
	else if (l.n == 0)
		printf(_("There is no draft.\n"));
	json_decref(j);
	drafts_clear(&l);
	return EX_OK;
}

int
run_drafts_drop(struct ctl *c)
{
	struct err e;
	int64_t id;
	int status = ctl_store(c, false), r;

	if (status != 0)
		return status;
	if (parse_int(c->args[0], 1, INT64_MAX, &id) == -1)
		return ctl_fail(EX_USAGE,
		    _("\"%s\" is no draft: give its number, see \"alertctl "
		      "drafts list\""),
		    c->args[0]);
	r = keep_drop(c, id, &e);
	if (r == -1)
		return ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	if (r == 0)
		return ctl_fail(EX_NOINPUT,
		    _("there is no draft %s; \"alertctl drafts list\" lists "
		      "them"),
		    c->args[0]);
	if (c->json)
		out_json(json_pack("{s:I}", "dropped", (json_int_t)id));
	else
		printf(_("Draft %lld is dropped.\n"), (long long)id);
	return EX_OK;
}
