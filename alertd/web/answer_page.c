#include <assert.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/str.h"
#include "incident/news.h"
#include "web/answer.h"
#include "web/mask.h"
#include "web/page.h"
#include "web/wording.h"

/* One answer on its way to a page. */
struct reply {
	struct web *w;
	const struct answer *a;
	enum answer_moment moment;
	struct buf *b;
};

static const struct {
	const char *asks; /* the heading */
	const char *button;
	const char *then; /* what comes of it */
	const char *done; /* the heading, then */
	const char *was; /* … of one that was used before, with the time */
} words[] = {
    [CODE_ACK] = {"Vil du tage sagen?", "Tag sagen",
	"Når du trykker, har du sagen. Så bliver vagten ikke kaldt mere, og "
	"de andre får at vide, at du har den.",
	"Du har taget sagen", "Du tog sagen"},
    [CODE_APPROVE] = {"Skal beskeden sendes?", "Send til kommunerne",
	"Når du trykker, går beskeden ud med det samme, og du har sagen.",
	"Du har sendt beskeden", "Du sendte beskeden"},
    [CODE_DISMISS] = {"Vil du afvise sagen?", "Afvis. Send ikke",
	"Når du trykker, er sagen afvist. Så får kommunerne ingen besked, og "
	"vagten bliver ikke kaldt mere.",
	"Du har afvist sagen", "Du afviste sagen"},
    [CODE_RECEIPT] = {"Har I fået beskeden?", "Kvittér for modtagelse",
	"Når du trykker, ved vi, at I har fået den. Én kvittering gælder hele "
	"kommunen.",
	"Tak for kvitteringen", "I har allerede kvitteret"},
};

/* Who has no name is called by his address, which nobody is shown. */
static char *
name_of(const char *who)
{
	char *masked = mask_addresses(who);

	if (str_empty(who) || str_eq(masked, "…"))
		xreplace(&masked, "vagten");
	return masked;
}

/* " kl. 14.05", or nothing. */
static void
add_when(const struct reply *p, int64_t t)
{
	if (t == TIME_NONE)
		return;
	buf_addc(p->b, ' ');
	page_when(p->b, t, p->w->now);
}

/* --- what it is about ----------------------------------------------------- */

static void
add_row(const struct reply *p, const char *name, const char *value)
{
	page_add(p->b, "<dt>%s</dt><dd>%s</dd>\n", name, value);
}

static void
add_since(const struct reply *p, int64_t t)
{
	if (t == TIME_NONE)
		return;
	buf_adds(p->b, "<dt>Siden</dt><dd>");
	page_when(p->b, t, p->w->now);
	buf_adds(p->b, "</dd>\n");
}

/* Announced work is not going on because it was announced. */
static void
add_planned(const struct reply *p, const struct incident *i)
{
	buf_adds(p->b, "<dt>Planlagt</dt><dd>");
	page_period(p->b, i->starts, i->ends, p->w->now);
	buf_adds(p->b, "</dd>\n");
}

static void
add_incident(const struct reply *p)
{
	const struct incident *i = &p->a->incident;
	char *reference = incident_reference(i, p->w->conf->notices.reference);

	if (!str_empty(i->title))
		page_add(p->b, "<p>Meldingen lyder: <q>%s</q></p>\n", i->title);
	buf_adds(p->b, "<dl>\n");
	if (i->effect == EFFECT_PLANNED)
		add_planned(p, i);
	else
		add_since(p, i->since);
	/* What was done has changed it. */
	if (p->moment != ANSWER_DONE)
		add_row(p, "Tilstand", wording_state(i->state));
	add_row(p, "Sag", reference);
	free(reference);
}

static void
add_matter(const struct reply *p)
{
	const struct answer *a = p->a;
	const char *first = a->has_incident ? a->headline : a->alarm;
	char *name = name_of(a->code.name);

	page_add(p->b, "<section class=\"box\">\n<h2>%s</h2>\n", first);
	if (a->has_incident && *a->alarm != '\0')
		page_add(p->b, "<p>%s</p>\n", a->alarm);
	if (a->has_incident) {
		add_incident(p);
	} else {
		buf_adds(p->b, "<dl>\n");
		add_since(p, a->opened);
	}
	add_row(p, "Linket er til", name);
	buf_adds(p->b, "</dl>\n</section>\n");
	free(name);
}

/* --- what it would do ----------------------------------------------------- */

/* "1 kommune", "98 kommuner" */
static void
add_count(const struct reply *p, int64_t n)
{
	page_add(p->b, "%lld kommune%s", (long long)n, n == 1 ? "" : "r");
}

static void
add_audience(const struct reply *p, const struct audience_size *n)
{
	buf_adds(p->b, "<p>Den går til ");
	add_count(p, n->municipalities);
	buf_adds(p->b, ".");
	if (n->unreachable > 0) {
		buf_adds(p->b, " Ingen kontakt kendes i ");
		add_count(p, n->unreachable);
		buf_adds(p->b, ".");
	}
	buf_adds(p->b, "</p>\n");
}

/* As it would be when it is approved now. */
static void
add_texts(const struct reply *p)
{
	struct incident i = {0};
	struct notice_texts t = {0};
	struct err why;

	incident_copy(&i, &p->a->incident);
	incident_step(&i, EVENT_APPROVE, p->w->now);
	/* On -1 the built-in text is there, and is what would go out. */
	core_preview(p->w->core, &i, i.planned ? NOTICE_PLANNED : NOTICE_FIRST,
	    ORG_MUNICIPALITY, p->w->now, &t, &why);
	page_add(p->b,
	    "<h2>Sådan lyder den</h2>\n<h3>SMS</h3>\n<pre>%s</pre>\n"
	    "<h3>Mail: %s</h3>\n<pre>%s</pre>\n",
	    t.sms, t.subject, t.text);
	notice_texts_clear(&t);
	incident_clear(&i);
}

/* The form goes to the address of the page: the code is not written in it. */
static int
add_question(const struct reply *p, struct err *e)
{
	enum code_action action = p->a->code.action;
	struct audience_size n;

	if (action == CODE_APPROVE &&
	    core_audience(p->w->core, &p->a->incident, &n, e) == -1)
		return -1;
	page_add(p->b, "<p>%s</p>\n", words[action].then);
	if (action == CODE_APPROVE)
		add_audience(p, &n);
	page_add(p->b,
	    "<form class=\"answer\" method=\"post\"><button type=\"submit\">"
	    "%s</button></form>\n",
	    words[action].button);
	if (action == CODE_APPROVE)
		add_texts(p);
	return 0;
}

/* --- why it does nothing -------------------------------------------------- */

/* The command that does what a link no longer does. */
static void
add_command(const struct reply *p, const char *more)
{
	const struct code *k = &p->a->code;
	const char *name = code_action_name(k->action);

	if (k->action == CODE_RECEIPT)
		return;
	if (k->incident != 0)
		page_add(p->b, "<code>alertctl %s %lld%s</code>", name,
		    (long long)k->incident, more);
	else
		page_add(p->b, "<code>alertctl %s --call %lld%s</code>", name,
		    (long long)k->call, more);
}

/* One link for all of a municipality: the second is not too late. */
static bool
is_receipted(const struct answer *a)
{
	return a->result == ANSWER_USED && a->code.action == CODE_RECEIPT;
}

static void
add_used(const struct reply *p)
{
	page_add(p->b, "<p>%s", words[p->a->code.action].was);
	add_when(p, p->a->code.used);
	buf_adds(p->b, is_receipted(p->a)
			   ? ". I skal ikke gøre mere.</p>\n"
			   : ". Linket virker kun én gang.</p>\n");
}

static void
add_lapsed(const struct reply *p)
{
	buf_adds(p->b, "<p>Brug linket i den nyeste mail");
	if (p->a->code.action != CODE_RECEIPT) {
		buf_adds(p->b, ", eller skriv ");
		add_command(p, "");
	}
	buf_adds(p->b, ".</p>\n");
}

static bool
is_mine(const struct answer *a)
{
	return str_eq(a->who, a->code.name);
}

static void
add_taken(const struct reply *p)
{
	char *name = name_of(p->a->who);

	if (is_mine(p->a))
		buf_adds(p->b, "<p>Du tog den");
	else
		page_add(p->b, "<p>%s tog den", name);
	add_when(p, p->a->at);
	buf_adds(p->b, ". Du skal ikke gøre mere.</p>\n");
	if (!is_mine(p->a)) {
		buf_adds(p->b, "<p>Skal du overtage den, så skriv ");
		add_command(p, " --take-over");
		buf_adds(p->b, ".</p>\n");
	}
	free(name);
}

static void
add_settled(const struct reply *p)
{
	const struct answer *a = p->a;
	char *name = name_of(a->who);
	bool dismissed = a->has_incident &&
			 a->incident.state == INCIDENT_DISMISSED;

	if (!str_empty(a->who)) {
		page_add(p->b, "<p>%s %s", name,
		    dismissed ? "afviste den" : "har haft sagen. Den er slut");
		add_when(p, a->at);
		buf_adds(p->b, ".</p>\n");
	}
	page_add(p->b, "<p>%sDu skal ikke gøre mere.</p>\n",
	    dismissed ? "Kommunerne får ingen besked. " : "");
	free(name);
}

/* It was to be decided, and somebody has let it go out. */
static void
add_sent(const struct reply *p)
{
	char *name = name_of(p->a->who);

	buf_adds(p->b, "<p>Beskeden er sendt til kommunerne");
	add_when(p, p->a->incident.decided_at);
	buf_adds(p->b, ".");
	if (!str_empty(p->a->who))
		page_add(p->b, " %s har sagen.", name);
	buf_adds(p->b, " Du skal ikke gøre mere.</p>\n");
	free(name);
}

/* --- pages ---------------------------------------------------------------- */

/* What is said of a result, beside a good one: a heading, and the rest. */
struct verdict {
	const char *title;
	void (*add)(const struct reply *p);
};

static struct verdict
settled(const struct answer *a)
{
	if (!a->has_incident)
		return (struct verdict){"Alarmen er slut", add_settled};
	switch (a->incident.state) {
	case INCIDENT_OPEN:
		if (a->code.action != CODE_ACK)
			return (struct verdict){
			    "Beskeden er allerede sendt", add_sent};
		break;
	case INCIDENT_DISMISSED:
		return (struct verdict){"Sagen er afvist", add_settled};
	case INCIDENT_RESOLVED:
	case INCIDENT_RETRACTED:
		return (struct verdict){"Sagen er slut", add_settled};
	case INCIDENT_PENDING:
		break;
	}
	/* It is back since, and has another call. */
	return (struct verdict){"Linket gælder ikke længere", add_lapsed};
}

static struct verdict
verdict_of(const struct answer *a)
{
	switch (a->result) {
	case ANSWER_USED:
		return (struct verdict){is_receipted(a)
					    ? "I har allerede kvitteret"
					    : "Linket er brugt",
		    add_used};
	case ANSWER_TAKEN:
		return (struct verdict){
		    is_mine(a) ? "Du har sagen" : "Sagen er taget", add_taken};
	case ANSWER_SETTLED:
		return settled(a);
	case ANSWER_GOOD:
	case ANSWER_UNKNOWN:
	case ANSWER_LAPSED:
		break;
	}
	return (struct verdict){"Linket gælder ikke længere", add_lapsed};
}

static const char *
heading(const struct reply *p)
{
	if (p->moment == ANSWER_DONE)
		return words[p->a->code.action].done;
	return p->a->result == ANSWER_GOOD ? words[p->a->code.action].asks
					   : verdict_of(p->a).title;
}

static void
begin(const struct reply *p)
{
	enum incident_kind kind = p->a->has_incident ? p->a->incident.kind
						     : KIND_ACTUAL;
	char *title = xasprintf("%s%s", wording_kind(kind), heading(p));

	page_begin(p->b, p->w->conf, title, PAGE_ELSEWHERE);
	if (kind == KIND_EXERCISE)
		buf_adds(p->b, "<p><strong>Det er en øvelse. Foretag jer ikke "
			       "noget i driften.</strong></p>\n");
	free(title);
}

int
answer_page(struct web *w, const struct answer *a, enum answer_moment moment,
    struct http_response *r, struct err *e)
{
	struct reply p = {w, a, moment, &r->body};

	assert(a->result != ANSWER_UNKNOWN);
	begin(&p);
	if (moment == ANSWER_REFUSED && !is_receipted(a)) {
		r->status = 409;
		buf_adds(p.b, "<p>Der er ikke sket noget nu.</p>\n");
	}
	if (a->result != ANSWER_GOOD)
		verdict_of(a).add(&p);
	add_matter(&p);
	if (a->result == ANSWER_GOOD && moment == ANSWER_ASKS &&
	    add_question(&p, e) == -1)
		return -1;
	page_end(p.b, w->conf);
	return 0;
}
