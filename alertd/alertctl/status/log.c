#include <stdio.h>

#include "alertctl/ctl.h"
#include "alertctl/ui/out.h"
#include "alertctl/run.h"
#include "base/str.h"
#include "store/audit.h"

#define LIMIT_DEFAULT 200

static json_t *
audit_json(const struct audit *a)
{
	return json_pack("{s:I, s:o, s:s, s:s, s:I, s:s, s:s, s:s}", "seq",
	    (json_int_t)a->seq, "at", json_time(a->at), "actor", a->actor,
	    "action", a->action, "incident", (json_int_t)a->incident, "object",
	    a->object, "detail", a->detail, "hash", a->hash);
}

static void
print_audits(const struct ctl *c, const struct audits *l)
{
	char when[WHEN_SIZE];
	json_t *list = c->json ? json_array() : NULL;

	for (size_t i = 0; i < l->n; i++) {
		const struct audit *a = &l->v[i];

		if (c->json)
			json_array_append_new(list, audit_json(a));
		else
			printf("%s  %-12s %-20s %s%s%s\n",
			    out_when(a->at, when), a->actor, a->action,
			    a->object, a->detail[0] != '\0' ? ": " : "",
			    a->detail);
	}
	if (c->json)
		out_json(list);
	else if (l->n == 0)
		puts(_("Nothing is on record."));
}

int
run_log(struct ctl *c)
{
	struct audits l = {0};
	struct err e;
	int64_t incident = 0;
	int64_t limit = c->n_args > 0 ? 0 : LIMIT_DEFAULT;
	int status;

	if ((status = ctl_limit(c, &limit)) != 0 ||
	    (status = ctl_store_reading(c)) != 0)
		return status;
	if (c->n_args > 0) {
		struct incident i = {0};

		if ((status = ctl_incident(c, c->args[0], &i)) != 0)
			return status;
		incident = i.id;
		incident_clear(&i);
	}
	if (store_audits(c->store, incident, (size_t)limit, &l, &e) == -1)
		status = ctl_fail(EX_UNAVAILABLE, "%s", e.msg);
	else
		print_audits(c, &l);
	if (limit > 0 && l.n == (size_t)limit && !c->json)
		fprintf(
		    stderr, _("(the newest %zu; --limit 0 shows all)\n"), l.n);
	audits_clear(&l);
	return status;
}
