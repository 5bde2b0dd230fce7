#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/mem.h"
#include "base/str.h"
#include "incident/news.h"

static bool
ended(const struct incident *i)
{
	return i->state == INCIDENT_DISMISSED || i->state == INCIDENT_RETRACTED;
}

/* When the event began or was first told, as far as the feed says. */
static int64_t
begun(const struct report *r, int64_t now)
{
	if (r->published != TIME_NONE && r->published <= now)
		return r->published;
	if (r->updated != TIME_NONE && r->updated <= now)
		return r->updated;
	return now;
}

/*
 * At the first start what counts is when it began; later, when the feed last
 * wrote it, so that an old post that slides into the list is not news.
 */
static bool
is_old(const struct report *r, const struct news_context *x,
    const struct notices_conf *conf)
{
	int64_t last = begun(r, x->now);

	if (x->known)
		return false;
	if (!x->first_start && r->updated != TIME_NONE && r->updated > last)
		last = r->updated;
	return x->now - last > conf->old_event;
}

/* An event that has no incident of its own yet. */
static struct news
decide_new(const struct report *r, const struct finding *f,
    const struct news_context *x, const struct notices_conf *conf)
{
	if (f->verdict == VERDICT_IGNORE || f->phase == PHASE_INFO)
		return (struct news){NEWS_RECORD, "does not concern FMK"};
	if (f->phase == PHASE_RESOLVED) {
		if (x->first_start)
			return (struct news){
			    NEWS_RECORD, "over before the feed was first read"};
		if (r->phase != PHASE_UNKNOWN || x->known)
			return (struct news){
			    NEWS_RECORD, "over, and was never told"};
		if (x->candidates == 1 && !f->looks_back)
			return (struct news){NEWS_APPLY,
			    "a post of its own says that it is over"};
		return (struct news){NEWS_QUESTION,
		    x->candidates == 0
			? "says that something is over that was never told"
			: "says that one is over, but several are open"};
	}
	if (is_old(r, x, conf))
		return (struct news){
		    NEWS_ASK, "was old when the feed first told it"};
	if (f->verdict == VERDICT_ASK)
		return (struct news){NEWS_ASK, "the rules ask"};
	return (struct news){NEWS_OPEN, "the rules broadcast"};
}

/* An event whose incident was dismissed, retracted or long resolved. */
static struct news
decide_ended(const struct report *r, const struct finding *f,
    const struct news_context *x, const struct notices_conf *conf)
{
	if (f->phase == PHASE_RESOLVED || f->phase == PHASE_INFO ||
	    f->verdict == VERDICT_IGNORE)
		return (struct news){NEWS_RECORD, "its incident has ended"};
	/* It had ended in the feed too: this is the next one. */
	if (x->was_over)
		return decide_new(r, f, x, conf);
	if (x->incident->state == INCIDENT_DISMISSED &&
	    f->verdict == VERDICT_BROADCAST && x->before == VERDICT_ASK)
		return (struct news){NEWS_OPEN,
		    "was dismissed when it was only asked; now FMK is hit"};
	if (f->effect > x->incident->effect)
		return (struct news){NEWS_ASK,
		    "an operator ended its incident, and it got worse"};
	return (struct news){NEWS_RECORD, "an operator ended its incident"};
}

struct news
news_decide(const struct report *r, const struct finding *f,
    const struct news_context *x, const struct notices_conf *conf)
{
	const struct incident *i = x->incident;

	if (i == NULL)
		return decide_new(r, f, x, conf);
	if (ended(i))
		return decide_ended(r, f, x, conf);
	/* What an operator resolved is not reopened by a feed that lags. */
	if (i->state == INCIDENT_RESOLVED &&
	    (!x->was_over || x->now - i->resolved_at > conf->reopen))
		return decide_ended(r, f, x, conf);
	return (struct news){NEWS_APPLY, "news of its incident"};
}

/* The newest update of the report as one text. */
static char *
newest_text(const struct report *r)
{
	size_t n = r->newest > 0 ? r->newest : strlen(r->text);

	return str_trim(xstrndup(r->text, n));
}

void
news_open(struct incident *i, const struct report *r, const struct finding *f,
    bool ask, const struct notices_conf *conf, int64_t now)
{
	i->state = ask || conf->review > 0 ? INCIDENT_PENDING : INCIDENT_OPEN;
	i->kind = KIND_ACTUAL;
	i->effect = f->effect == EFFECT_NONE ? EFFECT_DEGRADED : f->effect;
	i->online = f->online;
	i->path = f->path;
	i->itself = f->itself;
	xreplace(&i->service, f->service);
	xreplace(&i->title, r->title);
	free(i->news);
	i->news = newest_text(r);
	xreplace(&i->url, r->url);
	xreplace(&i->reason, f->reason);
	xreplace(&i->feed, r->feed);
	i->since = begun(r, now);
	i->opened_at = now;
	i->starts = r->starts;
	i->ends = r->ends;
	i->expected_end = f->expected_end;
	i->planned = f->effect == EFFECT_PLANNED;
	if (!ask && conf->review > 0)
		i->due_at = now + conf->review;
}

/* Flags a change; that it is back is told before all else. */
static void
changed(struct incident *i, const char *keyword)
{
	if (!str_eq(i->change_reason, "back"))
		xreplace(&i->change_reason, keyword);
	i->change = true;
}

void
incident_set_effect(struct incident *i, enum effect effect, int64_t now)
{
	if (i->planned && effect != EFFECT_PLANNED)
		i->since = i->starts != TIME_NONE && i->starts <= now
			       ? i->starts
			       : now;
	i->effect = effect;
	i->planned = effect == EFFECT_PLANNED;
}

const char *
incident_told_change(const struct incident *i)
{
	if (i->effect != i->told_effect) {
		if (i->told_effect == EFFECT_PLANNED)
			return "not-planned";
		return i->effect > i->told_effect ? "worse" : "better";
	}
	if (i->online == ONLINE_UNKNOWN || i->online == i->told_online)
		return NULL;
	return i->online == ONLINE_WORKS ? "online-works" : "online-down";
}

/* Whether a keyword stands for what can change back before it is told. */
static bool
reversible(const char *keyword)
{
	return str_eq(keyword, "worse") || str_eq(keyword, "better") ||
	       str_eq(keyword, "online-works") ||
	       str_eq(keyword, "online-down") || str_eq(keyword, "not-planned");
}

/* Effect and FMK-online, against what people were told last. */
static void
against_told(struct incident *i)
{
	const char *change = incident_told_change(i);

	if (i->notices == 0)
		return;
	if (reversible(i->change_reason)) {
		i->change = false;
		xreplace(&i->change_reason, "");
	}
	if (change != NULL)
		changed(i, change);
}

static void
take_times(struct incident *i, const struct report *r, const struct finding *f)
{
	if (f->expected_end != TIME_NONE &&
	    f->expected_end != i->expected_end) {
		if (!i->planned && i->notices > 0 && !i->change)
			changed(i, "expected-end");
		i->expected_end = f->expected_end;
	}
	if (r->starts == TIME_NONE || r->ends == TIME_NONE ||
	    (r->starts == i->starts && r->ends == i->ends))
		return;
	if (i->planned && i->notices > 0)
		changed(i, "moved");
	i->reminded = i->reminded && r->starts <= i->starts;
	i->starts = r->starts;
	i->ends = r->ends;
}

/* Many have not heard of it yet: it was the matter of another service. */
static void
take_itself(struct incident *i, const struct finding *f)
{
	if (f->itself && !i->itself && i->notices > 0)
		changed(i, "itself");
	i->itself |= f->itself;
}

/*
 * What matters to who waits: effect, FMK-online, expected end. An outage does
 * not become planned work because a text announces some.
 */
static void
compare(struct incident *i, const struct report *r, const struct finding *f,
    int64_t now)
{
	bool planned = f->effect == EFFECT_PLANNED;

	if (f->effect != EFFECT_NONE && (!planned || i->planned))
		incident_set_effect(i, f->effect, now);
	if (f->online != ONLINE_UNKNOWN)
		i->online = f->online;
	against_told(i);
	take_itself(i, f);
	take_times(i, r, f);
}

static void
new_text(struct incident *i, const struct report *r)
{
	char *text = newest_text(r);
	bool is_new = *text != '\0' && strcmp(text, i->news) != 0;

	if (is_new) {
		free(i->news);
		i->news = text;
		i->fresh = true;
	} else {
		free(text);
	}
}

const char *
news_change_sentence(const char *keyword)
{
	static const char *const sentences[][2] = {
	    {"worse", "it got worse"},
	    {"better", "it got better"},
	    {"not-planned", "planned work has become a fault"},
	    {"online-works", "FMK-online works"},
	    {"online-down", "FMK-online does not work"},
	    {"expected-end", "an expected end was told"},
	    {"moved", "the planned work was moved"},
	    {"itself", "FMK is hit, too"},
	    {"back", "it is back"},
	    {"operator", "an operator has news"},
	};

	for (size_t i = 0; i < LENGTH(sentences); i++)
		if (strcmp(keyword, sentences[i][0]) == 0)
			return sentences[i][1];
	return "something changed";
}

bool
incident_step(struct incident *i, enum incident_event event, int64_t now)
{
	enum incident_state next, from = i->state;

	if (!incident_next(i->state, event, &next))
		return false;
	i->state = next;
	if (event == EVENT_APPROVE || event == EVENT_DISMISS) {
		i->decided_at = now;
		i->due_at = TIME_NONE;
		i->planned = i->effect == EFFECT_PLANNED;
	}
	if (event == EVENT_RESOLVE || event == EVENT_RETRACT) {
		bool untold_return = event == EVENT_RESOLVE && i->change &&
				     str_eq(i->change_reason, "back");

		if (from != INCIDENT_RESOLVED)
			i->resolved_at = now;
		/* Who was told "over" and never "back" knows it already. */
		i->over = i->notices > 0 && !untold_return;
		i->change = false;
		xreplace(&i->change_reason, "");
	}
	if (event == EVENT_REOPEN) {
		i->resolved_at = TIME_NONE;
		i->over = false;
		/* What nobody approved then is not approved now. */
		if (i->notices == 0)
			i->state = INCIDENT_PENDING;
		else
			changed(i, "back");
	}
	return true;
}

enum news_held
news_apply(struct incident *i, const struct report *r, const struct finding *f,
    enum verdict_kind before, bool others_open, int64_t now)
{
	/* A status is of the event, a text that reads as over is of its text.
	 */
	if (f->unrelated && r->phase != PHASE_RESOLVED)
		return i->state == INCIDENT_RESOLVED || before == VERDICT_IGNORE
			   ? HELD_NOT
			   : HELD_UNRELATED;
	if (f->phase == PHASE_RESOLVED) {
		if (i->state == INCIDENT_RESOLVED)
			return HELD_NOT;
		if (others_open)
			return HELD_OPEN;
		new_text(i, r);
		incident_step(i, EVENT_RESOLVE, now);
		return HELD_NOT;
	}
	if (i->state == INCIDENT_RESOLVED) {
		if (f->verdict == VERDICT_IGNORE || f->phase == PHASE_INFO)
			return HELD_NOT;
		incident_step(i, EVENT_REOPEN, now);
	}
	new_text(i, r);
	if (f->phase == PHASE_INFO)
		return HELD_NOT;
	xreplace(&i->title, *r->title != '\0' ? r->title : i->title);
	if (f->verdict != VERDICT_IGNORE)
		compare(i, r, f, now);
	/* The rules only asked before; now they are sure. */
	if (f->verdict == VERDICT_BROADCAST && before == VERDICT_ASK &&
	    i->state == INCIDENT_PENDING && i->due_at == TIME_NONE) {
		xreplace(&i->reason, f->reason);
		incident_step(i, EVENT_APPROVE, now);
	}
	return HELD_NOT;
}
