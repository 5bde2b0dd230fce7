#include "alertctl/status/health.h"
#include "alertctl/ui/out.h"
#include "base/attr.h"
#include "base/buf.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/tr.h"

static const char *const causes[CAUSE_NOT_STORED + 1] = {
    [CAUSE_NONE] = N_("the next poll says why"),
    [CAUSE_UNREACHABLE] = N_("is the network up, and url right?"),
    [CAUSE_TLS] = N_("look at the server's certificate, and at ca_file"),
    [CAUSE_STATUS] = N_("open url in a browser: has the page moved?"),
    [CAUSE_NOT_A_FEED] = N_("is it a login page, or another kind of feed?"),
    [CAUSE_TOO_LARGE] = N_("raise max_bytes, if it is the right page"),
    [CAUSE_INCOMPLETE] = N_("if the list is long, raise max_items"),
    [CAUSE_NOT_STORED] = N_("is the disk full? The log of alertd says more"),
};

const char *
health_remedy(const struct feed_state *f)
{
	switch (f->health.state) {
	case HEALTH_FAILING:
		return causes[f->cause];
	case HEALTH_STALE:
		return N_("is it still the right page? Else raise stale_after");
	case HEALTH_SHRUNKEN:
		return N_("look at the page; if it stays so for a day, it "
			  "counts");
	case HEALTH_OK:
		break;
	}
	return "";
}

char *
health_sentence(const struct feed_state *f, int64_t now)
{
	enum feed_health state = f->health.state;
	char when[WHEN_SIZE], span[WHEN_SIZE];
	struct buf b;

	if (f->health.since == TIME_NONE)
		return xstrdup(_("not read yet"));
	if (state == HEALTH_OK)
		return xasprintf(_("ok since %s, read %s ago"),
		    out_when(f->health.since, when),
		    out_span(now - f->last_ok, span));
	buf_init(&b, 1024);
	out_when(f->health.since, when);
	if (state == HEALTH_FAILING)
		buf_addf(&b, _("FAILING since %s: %s"), when, f->why);
	else if (state == HEALTH_STALE)
		buf_addf(&b, _("STALE since %s: %s"), when, f->why);
	else
		buf_addf(&b, _("SHRUNKEN since %s: %s"), when, f->why);
	if (state == HEALTH_STALE)
		buf_addf(&b, _(", last on %s"), out_when(f->last_change, when));
	return buf_steal(&b);
}

void
health_json(json_t *o, const struct feed_state *f)
{
	bool polled = f->health.since != TIME_NONE;
	bool failing = f->health.state == HEALTH_FAILING;

	json_object_set_new(o, "health",
	    polled ? json_string(feed_health_name(f->health.state))
		   : json_null());
	json_object_set_new(o, "since", json_time(f->health.since));
	json_object_set_new(o, "cause",
	    failing ? json_string(feed_cause_name(f->cause)) : json_null());
	json_object_set_new(o, "why", json_string(f->why));
	json_object_set_new(o, "remedy", json_string(health_remedy(f)));
	json_object_set_new(o, "last_ok", json_time(f->last_ok));
	json_object_set_new(o, "last_change", json_time(f->last_change));
}
