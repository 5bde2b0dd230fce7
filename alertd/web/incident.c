#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"
#include "notice/schedule.h"
#include "web/map.h"
#include "web/owner.h"
#include "web/page.h"
#include "web/past.h"
#include "web/recipients.h"
#include "web/timeline.h"
#include "web/web.h"
#include "web/whom.h"
#include "web/wording.h"

/* All that is on the page, read once. */
struct case_file {
	struct incident i;
	struct past past;
	struct timeline timeline;
	bool many; /* municipalities: counted, not drawn */
	struct reaches reach;
	const struct reached *reached; /* of many; borrowed */
	char *owner;
	char *whom; /* it is for, in words; "" = all */
};

static void
case_clear(struct case_file *f)
{
	incident_clear(&f->i);
	past_clear(&f->past);
	timeline_clear(&f->timeline);
	reaches_clear(&f->reach);
	free(f->owner);
	free(f->whom);
}

static int
case_reach(struct web *w, struct case_file *f, struct err *e)
{
	int many = reached_many(w, e);

	f->many = many == 1;
	if (many == 0)
		return store_reach(w->store, f->i.id, 0, &f->reach, e);
	if (many == 1)
		f->reached = reached_look(w, f->i.id, f->i.notices, e);
	return f->reached == NULL ? -1 : 0;
}

/* 1, 0 when there is no such incident, or -1. */
static int
case_read(
    struct web *w, int64_t id, bool known, struct case_file *f, struct err *e)
{
	int r = store_incident_get(w->store, id, &f->i, e);

	if (r == 1)
		r = store_past(w->store, id, &f->past, e);
	if (r == 1 && timeline_read(&f->timeline, w->store, id, e) == -1)
		r = -1;
	if (r == 1 && owner_read(w->store, id, known, &f->owner, e) == -1)
		r = -1;
	if (r == 1 && whom_read(w->store, &f->i, &f->whom, e) == -1)
		r = -1;
	if (r == 1 && f->i.notices > 0 && case_reach(w, f, e) == -1)
		r = -1;
	return r;
}

static void
add_when(struct buf *b, const char *name, int64_t t, int64_t now)
{
	if (t == TIME_NONE)
		return;
	page_add(b, "<dt>%s</dt><dd>", name);
	page_when(b, t, now);
	buf_adds(b, "</dd>\n");
}

static void
add_span(struct buf *b, const char *name, int64_t seconds)
{
	if (seconds < 0)
		return;
	page_add(b, "<dt>%s</dt><dd>", name);
	page_span(b, seconds);
	buf_adds(b, "</dd>\n");
}

static void
add_times(struct buf *b, const struct web *w, const struct case_file *f)
{
	const struct past *p = &f->past;
	struct schedule next = schedule_next(&f->i, &w->conf->notices);

	if (f->i.effect != EFFECT_PLANNED)
		add_when(b, "Siden", f->i.since, w->now);
	add_when(b, "Oprettet", f->i.opened_at, w->now);
	add_when(b, "Ventes slut", f->i.expected_end, w->now);
	add_when(b, "Planlagt fra", f->i.starts, w->now);
	add_when(b, "Planlagt til", f->i.ends, w->now);
	add_when(b, "Afsluttet", f->i.resolved_at, w->now);
	add_span(b, "Varighed", past_duration(p, w->now));
	if (past_delay(p) >= 0) {
		buf_adds(b, "<dt>Tid til første besked</dt><dd>");
		page_delay(b, past_delay(p));
		buf_adds(b, "</dd>\n");
	}
	add_span(b, "Længste tid mellem to beskeder", past_gap(p, w->now));
	if (next.kind != SCHEDULE_NOTHING)
		add_when(b, "Næste besked", next.at, w->now);
}

static void
add_facts(struct buf *b, const struct web *w, const struct case_file *f)
{
	const struct incident *i = &f->i;

	page_add(b,
	    "<dl>\n<dt>Tilstand</dt><dd>%s%s</dd>\n"
	    "<dt>Virkning</dt><dd>%s%s%s%s</dd>\n"
	    "<dt>FMK-online</dt><dd>%s</dd>\n",
	    wording_kind(i->kind), wording_state(i->state), i->service,
	    *i->service == '\0' ? "" : ": ", wording_effect(i->effect),
	    i->path ? " (på vejen til FMK)" : "", wording_online(i->online));
	whom_add(b, f->whom);
	add_times(b, w, f);
	page_add(b,
	    "<dt>Hvem har sagen</dt><dd>%s</dd>\n"
	    "<dt>Kilde</dt><dd>%s</dd>\n</dl>\n",
	    *f->owner == '\0' ? "ingen" : f->owner,
	    *i->feed == '\0' ? "en operatør" : i->feed);
}

static void
add_case(
    struct buf *b, const struct web *w, const struct case_file *f, bool known)
{
	char *reference = incident_reference(&f->i, w->conf->notices.reference);
	char *title = xasprintf(
	    "%s%s: %s", wording_kind(f->i.kind), reference, f->i.title);

	page_begin(b, w->conf, title, PAGE_ELSEWHERE);
	add_facts(b, w, f);
	if (f->i.notices > 0) {
		buf_adds(b, "<section aria-labelledby=\"kommuner\">\n"
			    "<h2 id=\"kommuner\">Kommunerne og den nyeste "
			    "besked</h2>\n");
		if (f->many)
			reached_write(b, f->reached, w->now);
		else
			map_write(b, &w->tiles, &f->reach, true);
		buf_adds(b, "</section>\n");
	}
	buf_adds(b, "<section aria-labelledby=\"forloeb\">\n"
		    "<h2 id=\"forloeb\">Forløb</h2>\n");
	timeline_add(b, &f->timeline, f->i.id, w->now, known);
	buf_adds(b, "</section>\n");
	page_end(b, w->conf);
	free(title);
	free(reference);
}

static int
show_case(struct web *w, int64_t id, bool known, struct http_response *r,
    struct err *e)
{
	struct case_file f = {0};
	int found = case_read(w, id, known, &f, e);

	if (found == 1)
		add_case(&r->body, w, &f, known);
	else if (found == 0)
		r->status = 404;
	case_clear(&f);
	return found == -1 ? -1 : 0;
}

/* "7/besked/3": the number of the notice, 0 when that is all of an incident. */
static int
parse_rest(const char *rest, int64_t *id, int64_t *notice)
{
	static const char between[] = "/besked/";
	const char *slash = strchr(rest, '/');
	char *head = xstrndup(rest, strcspn(rest, "/"));
	int done = parse_int(head, 1, INT64_MAX, id);

	free(head);
	*notice = 0;
	if (done == -1 || slash == NULL)
		return done;
	if (!str_starts(slash, between))
		return -1;
	return parse_int(slash + strlen(between), 1, INT32_MAX, notice);
}

int
web_incident(struct web *w, const struct http_request *q,
    struct http_response *r, struct err *e)
{
	int64_t id, notice;

	if (parse_rest(q->rest, &id, &notice) == -1) {
		r->status = 404;
		return 0;
	}
	if (notice == 0)
		return show_case(w, id, q->known, r, e);
	if (!q->known) {
		r->status = 403;
		return 0;
	}
	return recipients_show(w, q, id, (int)notice, r, e);
}
