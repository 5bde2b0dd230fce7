#include <stdlib.h>

#include "base/log.h"
#include "base/mem.h"
#include "base/running.h"
#include "store/checks.h"
#include "web/awake.h"
#include "web/machine.h"

static void
wrong(struct http_response *r, const char *what)
{
	r->status = 503;
	buf_addf(&r->body, "%s\n", what);
}

static void
say_faults(struct http_response *r, const struct faults *l)
{
	for (size_t i = 0; i < l->n; i++) {
		char *line = xasprintf("self-check: %s", l->v[i].what);

		wrong(r, line);
		free(line);
	}
}

/* What is put right within its time does no harm: a pass still counts. */
static void
say_check(const struct web *w, struct http_response *r,
    const struct check_state *c, const struct faults *l)
{
	char when[RFC3339_SIZE], *line;

	if (check_fresh(c->passed, w->now))
		return;
	if (c->passed == TIME_NONE)
		line = xstrdup("the self-check has never passed");
	else
		line = xasprintf("the self-check has not passed since %s",
		    format_rfc3339(c->passed, when));
	wrong(r, line);
	say_faults(r, l);
	free(line);
}

int
web_health(struct web *w, const struct http_request *q, struct http_response *r,
    struct err *e)
{
	struct check_state c = {0};
	struct faults l = {0};
	int64_t pid;

	(void)q;
	r->type = "text/plain; charset=utf-8";
	if (!daemon_running(w->conf->store, &pid))
		wrong(r, "alertd does not run");
	if (awake(w, e) == -1 || store_check_get(w->store, &c, e) == -1 ||
	    store_faults(w->store, &l, e) == -1) {
		log_error("page /healthz: %s", e->msg);
		wrong(r, "the database does not answer");
	} else {
		say_check(w, r, &c, &l);
	}
	check_state_clear(&c);
	faults_clear(&l);
	if (r->status == 200)
		buf_adds(&r->body, "ok\n");
	return 0;
}
