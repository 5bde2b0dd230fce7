#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alertctl/feed/body.h"
#include "alertctl/ctl.h"
#include "alertctl/status/facts.h"
#include "alertctl/feed/feeds.h"
#include "alertctl/status/health.h"
#include "alertctl/ui/out.h"
#include "alertctl/run.h"
#include "base/clock.h"
#include "base/diag.h"
#include "base/limits.h"
#include "feed/parse.h"
#include "feed/poller.h"
#include "store/reports.h"

int
run_feed_parse(struct ctl *c)
{
	struct reports l = {0};
	json_t *list;
	int status = ctl_filter(c);

	if (status == 0)
		status = body_read(c, c->args[0], &l);
	if (status == 0) {
		list = json_array();
		for (size_t i = 0; i < l.n; i++) {
			enum phase phase = l.v[i].phase;
			struct finding f;

			body_judge(c, &l.v[i], &f);
			if (phase == PHASE_UNKNOWN)
				phase = f.phase;
			/* Nothing is over in a body that ends too early. */
			if (!l.torn || phase != PHASE_RESOLVED)
				json_array_append_new(
				    list, report_json(&l.v[i], phase));
			finding_clear(&f);
		}
		out_json(list);
	}
	reports_clear(&l);
	return status;
}

/* The state that the daemon last stored, when there is a store. */
static void
read_health(struct ctl *c, const char *name, struct feed_state *out)
{
	if (c->store == NULL)
		feed_state_init(out, name);
	else
		store_feed_get(c->store, name, out, NULL);
}

static json_t *
feed_json(const struct feed_conf *f, const struct feed_state *s)
{
	json_t *o = json_pack("{s:s, s:s, s:s, s:I}", "name", f->name, "kind",
	    feed_kind_name(f->kind), "url", f->url, "poll",
	    (json_int_t)f->poll);

	health_json(o, s);
	return o;
}

static void
print_feed(const struct feed_conf *f, const struct feed_state *s)
{
	char *health = health_sentence(s, clock_read().wall);
	char span[WHEN_SIZE];

	printf(_("%s: %s, %s, every %s\n  %s\n"), f->name,
	    feed_kind_name(f->kind), f->url, out_span(f->poll, span), health);
	if (*health_remedy(s) != '\0')
		printf("  %s\n", _(health_remedy(s)));
	free(health);
}

int
run_feed_list(struct ctl *c)
{
	json_t *list;
	struct err e;
	int status = ctl_config(c, true);

	if (status != 0)
		return status;
	/* Without a store there is no health to tell, but the list is. */
	c->store = store_open_reading(c->conf->store, &e);
	if (c->store == NULL && access(c->conf->store, F_OK) == 0)
		ctl_fail(EX_OK, _("how the feeds are is not known: %s"), e.msg);
	list = json_array();
	for (size_t i = 0; i < c->conf->n_feeds; i++) {
		const struct feed_conf *f = &c->conf->feeds[i];
		struct feed_state s;

		read_health(c, f->name, &s);
		if (c->json)
			json_array_append_new(list, feed_json(f, &s));
		else
			print_feed(f, &s);
		feed_state_clear(&s);
	}
	if (c->json)
		out_json(json_incref(list));
	else if (c->conf->n_feeds == 0)
		printf(
		    _("No feed is configured: add one under feeds: in %s.\n"),
		    c->config);
	json_decref(list);
	return EX_OK;
}

static json_t *
reports_json(struct ctl *c, const struct reports *l)
{
	json_t *list = json_array();

	for (size_t i = 0; i < l->n; i++) {
		struct finding f;

		body_judge(c, &l->v[i], &f);
		json_array_append_new(list, finding_json(&l->v[i], &f));
		finding_clear(&f);
	}
	return list;
}

static void
print_reports(struct ctl *c, const struct reports *l)
{
	for (size_t i = 0; i < l->n; i++) {
		struct finding f;

		body_judge(c, &l->v[i], &f);
		fputs("  ", stdout);
		out_padded(_(verdict_name(f.verdict)), 9);
		putchar(' ');
		out_padded(_(effect_name(f.effect)), 12);
		putchar(' ');
		out_padded(_(phase_name(f.phase)), 9);
		printf(" %s\n      %s\n", l->v[i].title, f.reason);
		finding_clear(&f);
	}
}

static void
print_found(const struct feed_conf *feed, const struct poll_result *r)
{
	size_t n = r->reports.n;

	printf(feed->kind == FEED_AUTO ? tr_n("feed %s: found to be %s, %zu "
					      "report",
					     "feed %s: found to be %s, %zu "
					     "reports",
					     n)
				       : tr_n("feed %s: %s, %zu report",
					     "feed %s: %s, %zu reports", n),
	    feed->name, feed_kind_name(r->kind), n);
	puts(r->reports.complete ? "" : _(", not all that it lists"));
}

/* One feed; false when it could not be read. */
static bool
test_feed(struct ctl *c, const struct feed_conf *feed, json_t *list)
{
	struct poll_result r = {0};
	struct err e;
	bool ok = poll_once(feed, &r, &e) == 0;

	if (ok && r.outcome == POLL_FAILED) {
		e = r.error;
		ok = false;
	}
	if (!ok)
		ctl_fail(EX_UNAVAILABLE, _("feed %s: %s"), feed->name, e.msg);
	else if (!c->json)
		print_found(feed, &r);
	if (ok && !c->json)
		print_reports(c, &r.reports);
	if (!c->json && r.refused.msg[0] != '\0')
		printf(_("  mail that would be refused: %s\n"), r.refused.msg);
	if (c->json)
		json_array_append_new(list,
		    json_pack("{s:s, s:s, s:b, s:i, s:s, s:b, s:s, s:o}",
			"feed", feed->name, "kind", feed_kind_name(r.kind),
			"ok", ok, "status", (int)r.status, "error",
			ok ? "" : e.msg, "complete", r.reports.complete,
			"refused", r.refused.msg, "reports",
			reports_json(c, &r.reports)));
	reports_clear(&r.reports);
	return ok;
}

int
feed_unknown(struct ctl *c, const char *name)
{
	const char *names[LIMIT_FEEDS + 1] = {NULL}, *near;

	for (size_t i = 0; i < c->conf->n_feeds && i < LIMIT_FEEDS; i++)
		names[i] = c->conf->feeds[i].name;
	near = nearest(name, names);
	if (near != NULL)
		return ctl_fail(EX_USAGE,
		    _("there is no feed \"%s\"; did you mean \"%s\"?"), name,
		    near);
	return ctl_fail(EX_USAGE,
	    _("there is no feed \"%s\"; \"alertctl feed list\" lists them"),
	    name);
}

int
run_feed_test(struct ctl *c)
{
	const char *only = c->n_args > 0 ? c->args[0] : NULL;
	json_t *list;
	size_t tried = 0, good = 0;
	int status = ctl_config(c, true);

	if (status == 0)
		status = ctl_filter(c);
	if (status != 0)
		return status;
	list = json_array();
	for (size_t i = 0; i < c->conf->n_feeds; i++) {
		const struct feed_conf *f = &c->conf->feeds[i];

		if (only != NULL && strcmp(f->name, only) != 0)
			continue;
		tried++;
		good += test_feed(c, f, list);
	}
	if (tried == 0 && only != NULL)
		status = feed_unknown(c, only);
	else if (tried == 0)
		status = ctl_fail(
		    EX_CONFIG, _("no feed is configured in %s"), c->config);
	else if (good < tried)
		status = EX_UNAVAILABLE;
	if (c->json && tried > 0)
		out_json(json_incref(list));
	json_decref(list);
	return status;
}
