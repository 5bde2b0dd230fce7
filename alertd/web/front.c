#include <stdlib.h>

#include "base/attr.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/running.h"
#include "notice/schedule.h"
#include "store/messages.h"
#include "store/tally.h"
#include "web/alarms.h"
#include "web/counts.h"
#include "web/feeds.h"
#include "web/map.h"
#include "web/owner.h"
#include "web/page.h"
#include "web/web.h"
#include "web/whom.h"
#include "web/wording.h"

#define RECENT (24 * 3600) /* s: how far back the outbox is counted */

/* All that is on the page, read once. */
struct front {
	struct incidents live;
	char **owners, **whom; /* one for each of them */
	struct calls calls;
	struct feed_states feeds;
	bool busy; /* too much was sent lately to count all of it */
	struct outbox_counts counts;
	struct unsent unsent[CHANNEL_SMS + 1]; /* when busy, in place of that */
	int64_t failed, unknown; /* of what was sent lately */
	bool many; /* municipalities: counted, not drawn */
	struct reaches reach;
	const struct reached *reached; /* of many; borrowed */
	int64_t reach_of; /* incident of reach, 0 = contacts alone */
	int64_t pid; /* of the daemon, 0 = unknown */
	bool running;
};

static void
front_clear(struct front *f)
{
	for (size_t i = 0; f->owners != NULL && i < f->live.n; i++) {
		free(f->owners[i]);
		free(f->whom[i]);
	}
	free(f->owners);
	free(f->whom);
	incidents_clear(&f->live);
	calls_clear(&f->calls);
	feed_states_clear(&f->feeds);
	reaches_clear(&f->reach);
}

static int
read_owners(struct web *w, bool known, struct front *f, struct err *e)
{
	f->owners = xcalloc(f->live.n + 1, sizeof(*f->owners));
	f->whom = xcalloc(f->live.n + 1, sizeof(*f->whom));
	for (size_t i = 0; i < f->live.n; i++)
		if (owner_read(w->store, f->live.v[i].id, known, &f->owners[i],
			e) == -1 ||
		    whom_read(w->store, &f->live.v[i], &f->whom[i], e) == -1)
			return -1;
	return 0;
}

/* What matters more of two; the newer of equals. */
static bool
matters_more(const struct incident *a, const struct incident *b)
{
	if ((a->kind == KIND_ACTUAL) != (b->kind == KIND_ACTUAL))
		return a->kind == KIND_ACTUAL;
	return a->effect >= b->effect;
}

/* The incident that the map is of: the worst, never a drill for the real one.
 */
static int64_t
mapped(const struct incidents *l)
{
	const struct incident *best = NULL;

	for (size_t i = 0; i < l->n; i++)
		if (l->v[i].notices > 0 &&
		    (best == NULL || matters_more(&l->v[i], best)))
			best = &l->v[i];
	return best == NULL ? 0 : best->id;
}

static int
read_outbox(struct web *w, struct front *f, struct err *e)
{
	int64_t since = w->now - RECENT;

	if (store_messages_over(
		w->store, since, LIMIT_WEB_RECIPIENTS, &f->busy, e) == -1)
		return -1;
	if (!f->busy)
		return store_outbox_recent(w->store, since, &f->counts, e);
	if (store_unsent(w->store, f->unsent, e) == -1)
		return -1;
	return store_lost_since(
	    w->store, since, LIMIT_WEB_RECIPIENTS, &f->failed, &f->unknown, e);
}

static const struct incident *
incident_of(const struct front *f, int64_t id)
{
	for (size_t i = 0; i < f->live.n; i++)
		if (f->live.v[i].id == id)
			return &f->live.v[i];
	return NULL;
}

static int
read_reach(struct web *w, struct front *f, struct err *e)
{
	const struct incident *i;
	int many = reached_many(w, e);

	f->reach_of = mapped(&f->live);
	f->many = many == 1;
	if (many != 1)
		return many == -1 ? -1
				  : store_reach(
					w->store, f->reach_of, 0, &f->reach, e);
	i = incident_of(f, f->reach_of);
	f->reached = reached_look(
	    w, f->reach_of, i == NULL ? 0 : i->notices, e);
	return f->reached == NULL ? -1 : 0;
}

static int
front_read(struct web *w, bool known, struct front *f, struct err *e)
{
	f->running = daemon_running(w->conf->store, &f->pid);
	if (store_incidents_live(w->store, &f->live, e) == -1 ||
	    read_owners(w, known, f, e) == -1 ||
	    feeds_read(w, &f->feeds, e) == -1 ||
	    store_calls(w->store, &f->calls, e) == -1 ||
	    read_outbox(w, f, e) == -1)
		return -1;
	return read_reach(w, f, e);
}

/* --- what is wrong with alertd itself --------------------------------------
 */

static void
add_problems(struct buf *b, const struct web *w, const struct front *f)
{
	const char *no_mail = w->conf->mail.disabled_reason;

	if (!f->running)
		buf_adds(b,
		    "<p class=\"box bad\"><strong>alertd kører ikke.</strong> "
		    "Ingen kilder læses, og ingen beskeder sendes.</p>\n");
	if (*no_mail != '\0')
		page_add(b,
		    "<p class=\"box bad\"><strong>Der kan ikke sendes "
		    "mail.</strong> <span lang=\"en\">%s</span></p>\n",
		    no_mail);
}

/* --- incidents --------------------------------------------------------------
 */

static void
add_next(struct buf *b, const struct web *w, const struct incident *i)
{
	struct schedule s = schedule_next(i, &w->conf->notices);

	buf_adds(b, "<dt>Næste besked</dt><dd>");
	if (s.kind == SCHEDULE_NOTHING)
		buf_adds(b, i->state == INCIDENT_PENDING
				? "når vagten har afgjort sagen"
				: "ingen planlagt");
	else
		page_when(b, s.at, w->now);
	buf_adds(b, "</dd>\n");
}

/* Announced work is no fault, and does not last before it begins. */
static void
add_period(struct buf *b, const struct web *w, const struct incident *i)
{
	if (i->effect == EFFECT_PLANNED) {
		buf_adds(b, "<dt>Planlagt</dt><dd>");
		page_period(b, i->starts, i->ends, w->now);
		buf_adds(b, "</dd>\n");
		return;
	}
	buf_adds(b, "<dt>Siden</dt><dd>");
	page_when(b, i->since, w->now);
	if (i->since != TIME_NONE && i->since <= w->now) {
		buf_adds(b, " (");
		page_span(b, w->now - i->since);
		buf_adds(b, ")");
	}
	buf_adds(b, "</dd>\n");
}

static const char *
state_of(const struct web *w, const struct incident *i)
{
	if (i->effect != EFFECT_PLANNED || i->state != INCIDENT_OPEN)
		return wording_state(i->state);
	return i->starts != TIME_NONE && i->starts <= w->now ? "i gang"
							     : "varslet";
}

static void
add_facts(struct buf *b, const struct web *w, const struct incident *i,
    const char *owner, const char *whom)
{
	page_add(b,
	    "<dl>\n<dt>Tilstand</dt><dd>%s</dd>\n"
	    "<dt>Virkning</dt><dd>%s%s%s</dd>\n",
	    state_of(w, i), i->service, *i->service == '\0' ? "" : ": ",
	    wording_effect(i->effect));
	whom_add(b, whom);
	add_period(b, w, i);
	page_add(b, "<dt>Beskeder sendt</dt><dd>%d</dd>\n", i->notices);
	add_next(b, w, i);
	page_add(b, "<dt>Hvem har sagen</dt><dd>%s</dd>\n</dl>\n",
	    *owner == '\0' ? "ingen" : owner);
}

static const char *
class_of(const struct incident *i)
{
	if (i->state != INCIDENT_OPEN)
		return "wait";
	return i->effect == EFFECT_PLANNED ? "plan" : "bad";
}

static void
add_incident(struct buf *b, const struct web *w, const struct incident *i,
    const char *owner, const char *whom)
{
	char *reference = incident_reference(i, w->conf->notices.reference);

	page_add(b,
	    "<article class=\"box %s%s\">\n"
	    "<h3><a href=\"/sag/%lld\">%s%s: %s</a></h3>\n",
	    class_of(i), i->kind == KIND_ACTUAL ? "" : " drill",
	    (long long)i->id, wording_kind(i->kind), reference, i->title);
	add_facts(b, w, i, owner, whom);
	buf_adds(b, "</article>\n");
	free(reference);
}

static void
add_incidents(struct buf *b, const struct web *w, const struct front *f)
{
	buf_adds(b, "<section aria-labelledby=\"sager\">\n"
		    "<h2 id=\"sager\">Sager</h2>\n");
	for (size_t i = f->live.n; i-- > 0;)
		add_incident(b, w, &f->live.v[i], f->owners[i], f->whom[i]);
	if (f->live.n == 0)
		buf_adds(b, "<p class=\"box good\">Ingen åbne sager.</p>\n");
	buf_adds(b, "</section>\n");
}

/* --- the map ----------------------------------------------------------------
 */

static void
add_map(struct buf *b, const struct web *w, const struct front *f)
{
	const struct incident *i = incident_of(f, f->reach_of);
	char *reference;

	buf_adds(b, "<section aria-labelledby=\"kommuner\">\n"
		    "<h2 id=\"kommuner\">Kommunerne</h2>\n");
	if (i != NULL) {
		reference = incident_reference(i, w->conf->notices.reference);
		page_add(b, "<p>Den nyeste besked i %ssag %s: %s.</p>\n",
		    wording_kind(i->kind), reference, i->title);
		if (f->live.n > 1)
			buf_adds(b, "<p>De andre sager har hver sit kort på "
				    "deres egen side.</p>\n");
		free(reference);
	} else {
		buf_adds(b, "<p>Der er ikke sendt besked i en åben sag. "
			    "Kortet viser, hvem der kan nås.</p>\n");
	}
	if (f->many)
		reached_write(b, f->reached, w->now);
	else
		map_write(b, &w->tiles, &f->reach, i != NULL);
	buf_adds(b, "</section>\n");
}

/* --- feeds and outbox -------------------------------------------------------
 */

static void
add_feed(struct buf *b, const struct web *w, const struct feed_state *f)
{
	bool polled = f->health.since != TIME_NONE;

	page_add(b,
	    "<tr><th scope=\"row\">%s</th><td data-label=\"Tilstand\">%s</td>"
	    "<td data-label=\"Siden\">",
	    f->feed,
	    polled ? wording_health(f->health.state) : "ikke læst endnu");
	page_when(b, f->health.since, w->now);
	buf_adds(b, "</td><td data-label=\"Læst senest\">");
	page_when(b, f->last_ok, w->now);
	page_add(b,
	    "</td><td class=\"text\" lang=\"en\" "
	    "data-label=\"Hvorfor\">%s</td></tr>\n",
	    f->why);
}

static void
add_feeds(struct buf *b, const struct web *w, const struct front *f)
{
	buf_adds(b, "<section aria-labelledby=\"kilder\">\n"
		    "<h2 id=\"kilder\">Kilder</h2>\n");
	if (f->feeds.n == 0)
		buf_adds(b, "<p>Ingen kilder er sat op.</p>\n");
	else
		buf_adds(b, "<div class=\"wide\" tabindex=\"0\" role=\"group\" "
			    "aria-labelledby=\"kilder\">\n<table "
			    "class=\"stack\">\n<thead><tr>"
			    "<th scope=\"col\">Kilde</th>"
			    "<th scope=\"col\">Tilstand</th>"
			    "<th scope=\"col\">Siden</th>"
			    "<th scope=\"col\">Læst senest</th>"
			    "<th scope=\"col\">Hvorfor</th>"
			    "</tr></thead>\n<tbody>\n");
	for (size_t i = 0; i < f->feeds.n; i++)
		add_feed(b, w, &f->feeds.v[i]);
	buf_adds(b, f->feeds.n == 0 ? "</section>\n"
				    : "</tbody>\n</table>\n</div>\n"
				      "</section>\n");
}

/* What waits, and what is not well; when the oldest was queued. */
static int64_t
add_busy(struct buf *b, const struct front *f)
{
	int64_t oldest = TIME_NONE;

	buf_adds(b, "<ul>\n");
	for (enum channel c = CHANNEL_MAIL; c <= CHANNEL_SMS; c++) {
		const struct unsent *n = &f->unsent[c];

		page_add(b,
		    "<li>%s: %lld beskeder venter, %lld er ved at blive "
		    "sendt.</li>\n",
		    wording_channel(c), (long long)n->queued,
		    (long long)n->held);
		clock_sooner(&oldest, n->oldest);
	}
	page_add(b,
	    "<li>Det seneste døgn er %s%lld modtagere fejlet. Om %lld andre "
	    "vides det ikke, om de har fået beskeden.</li>\n</ul>\n",
	    f->failed + f->unknown == LIMIT_WEB_RECIPIENTS ? "mindst " : "",
	    (long long)f->failed, (long long)f->unknown);
	return oldest;
}

static void
add_outbox(struct buf *b, const struct web *w, const struct front *f)
{
	int64_t oldest = f->counts.oldest;

	buf_adds(b, "<section aria-labelledby=\"udbakke\">\n"
		    "<h2 id=\"udbakke\">Udbakke</h2>\n");
	if (f->busy)
		oldest = add_busy(b, f);
	else
		counts_add(b, &f->counts,
		    "Det seneste døgn, og alt, der ikke er færdigt");
	if (oldest != TIME_NONE) {
		buf_adds(b, "<p>Den ældste, der ikke er færdig, har ventet ");
		page_span(b, w->now - oldest);
		buf_adds(b, ".</p>\n");
	}
	if (w->conf->sms.off)
		buf_adds(b, "<p>SMS er slået fra.</p>\n");
	buf_adds(b, "</section>\n");
}

static void
add_daemon(struct buf *b, const struct web *w, const struct front *f)
{
	if (f->running)
		buf_adds(b, "<p class=\"note\">alertd kører. ");
	else
		buf_adds(b, "<p class=\"note\">");
	buf_adds(b, "Siden viser, hvordan det så ud ");
	page_when(b, w->now, w->now);
	buf_adds(b, ". Genindlæs den for at se nyt.</p>\n");
}

int
web_front(struct web *w, const struct http_request *q, struct http_response *r,
    struct err *e)
{
	struct buf *b = &r->body;
	struct front f = {0};
	int done = front_read(w, q->known, &f, e);

	if (done == 0) {
		page_begin(b, w->conf, "Driftsstatus", PAGE_FRONT);
		add_problems(b, w, &f);
		add_incidents(b, w, &f);
		alarms_write(w, b, &f.calls, q->known);
		add_map(b, w, &f);
		add_feeds(b, w, &f);
		add_outbox(b, w, &f);
		add_daemon(b, w, &f);
		page_end(b, w->conf);
	}
	front_clear(&f);
	return done;
}
