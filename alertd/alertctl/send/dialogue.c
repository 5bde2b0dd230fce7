#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alertctl/send/dialogue.h"
#include "alertctl/send/typing.h"
#include "alertctl/ui/ask.h"
#include "alertctl/ui/out.h"
#include "alertctl/ui/wrap.h"
#include "base/attr.h"
#include "base/cpr.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/tr.h"
#include "contacts/audience.h"
#include "store/incidents.h"

/* So many components are listed; the others are there by name. */
#define LISTED 8

/* --- what is hit ---------------------------------------------------------- */

/* All that the rules have, in their order, as choices; free(). */
static struct choice *
components(const struct dialogue *d, size_t *n)
{
	const struct filter *f = d->c->filter;
	struct choice *list;

	for (*n = 0; filter_component_id(f, *n) != NULL;)
		++*n;
	list = xcalloc(*n + 1, sizeof(*list));
	for (size_t i = 0; i < *n; i++)
		list[i].name = filter_component_id(f, i);
	return list;
}

/* The component with what the rules say of it, as far as nobody said other. */
static void
set_service(struct dialogue *d, const char *id)
{
	struct said *s = d->said;
	enum effect effect = EFFECT_NONE;
	bool path = false;

	filter_component(d->c->filter, id, &effect, &path);
	if (!s->has[SAID_EFFECT])
		s->s.effect = effect;
	if (!str_eq(s->service, id))
		s->s.path = path || ctl_flag(d->c, "path");
	xreplace(&s->service, id);
}

/* Before all is typed: it may be that news are to be told, and no more. */
static void
say_open(const struct dialogue *d)
{
	struct incidents l = {0};

	if (d->said->s.exercise ||
	    store_incidents(d->c->store, 0, &l, NULL) == -1)
		return;
	for (size_t k = 0; k < l.n; k++) {
		const struct incident *i = &l.v[k];
		char *s;

		if (i->state != INCIDENT_OPEN || i->kind != KIND_ACTUAL ||
		    i->planned || !str_eq(i->service, d->said->service))
			continue;
		s = xasprintf(_("BEWARE: incident %lld of %s is open: %s. To "
				"tell its news, stop here with Ctrl-C and "
				"type: alertctl update %lld"),
		    (long long)i->id, i->service, i->title, (long long)i->id);
		wrap_print(stderr, s, 0, 0);
		free(s);
	}
	incidents_clear(&l);
}

static int
take_service(void *arg, const char *answer, struct err *why)
{
	struct dialogue *d = arg;
	size_t n;
	struct choice *list = components(d, &n);
	int chosen = answer_choice(answer, list, n);

	if (chosen >= 0)
		set_service(d, list[chosen].name);
	free(list);
	if (chosen >= 0) {
		say_open(d);
		return 0;
	}
	if (chosen == ANSWER_SEVERAL)
		return err_set(why,
		    _("several components begin with \"%s\": type the whole "
		      "name"),
		    answer);
	return err_set(why,
	    _("the rules have no component \"%s\": type a number, or FMK"),
	    answer);
}

static int
ask_service(struct dialogue *d)
{
	const char *id, *before = d->said->service;

	fprintf(stderr, "%s\n", _("What is hit?"));
	for (size_t i = 0; i < LISTED; i++) {
		id = filter_component_id(d->c->filter, i);
		if (id != NULL)
			fprintf(stderr, "  %zu  %s\n", i + 1, id);
	}
	id = filter_component_id(d->c->filter, 0);
	return ask_until(_("Number, or the name of another one"),
	    before != NULL ? before : id, take_service, d);
}

/* --- what is wrong -------------------------------------------------------- */

static int
ask_effect(struct dialogue *d)
{
	const struct choice list[] = {
	    {"outage", "nede nedbrud down", _("it cannot be used")},
	    {"degraded", "langsomt delvist slow partly",
		_("it is slow, or partly down")},
	    {"data_error", "datafejl forkert wrong",
		_("it answers, but shows wrong data")},
	    {"planned", "planlagt servicevindue", _("announced work")},
	};
	static const enum effect effects[] = {
	    EFFECT_OUTAGE, EFFECT_DEGRADED, EFFECT_DATA_ERROR, EFFECT_PLANNED};
	int otherwise = -1, chosen;

	for (size_t i = 0; i < LENGTH(effects); i++)
		if (effects[i] == d->said->s.effect)
			otherwise = (int)i;
	chosen = ask_choice(
	    _("What is wrong with it?"), list, LENGTH(list), otherwise);
	if (chosen >= 0)
		d->said->s.effect = effects[chosen];
	return chosen < 0 ? -1 : 0;
}

/* --- when ----------------------------------------------------------------- */

static int
no_time(const char *answer, struct err *why)
{
	return err_set(why,
	    _("\"%s\" is no time: type 22:10 or 2026-12-01 22:00"), answer);
}

/* "23:50" after midnight is of yesterday, and "03:00" at two is, too. */
static void
say_day(int64_t at, int64_t now)
{
	char when[WHEN_SIZE], span[WHEN_SIZE];

	if (strlen(out_clock(at, now, when)) > strlen("22:10"))
		fprintf(stderr, _("That is %s, %s ago.\n"), when,
		    out_span(now - at, span));
}

static int
take_since(void *arg, const char *answer, struct err *why)
{
	struct dialogue *d = arg;
	static const struct choice now[] = {{"now", "nu", NULL}};
	int64_t at;

	if (answer_choice(answer, now, 1) == 0)
		at = d->now;
	else if (parse_time_arg(answer, d->now, false, &at) == -1)
		return no_time(answer, why);
	if (at > d->now)
		return err_set(why, "%s",
		    _("that is to come: type when it began, or stop and choose "
		      "\"planned\""));
	d->said->s.since = at;
	say_day(at, d->now);
	return 0;
}

static int
ask_since(struct dialogue *d)
{
	char when[WHEN_SIZE];
	int64_t before = d->said->s.since;

	return ask_until(_("Since when? 22:10, or 2026-12-01 22:00"),
	    before == TIME_NONE ? _("now") : out_when(before, when), take_since,
	    d);
}

static int
take_later(
    struct dialogue *d, const char *answer, int64_t *out, struct err *why)
{
	int64_t at;

	if (parse_time_arg(answer, d->now, true, &at) == -1)
		return no_time(answer, why);
	if (at <= d->now)
		return err_set(
		    why, "%s", _("that is past: type a time to come"));
	*out = at;
	return 0;
}

static int
take_starts(void *arg, const char *answer, struct err *why)
{
	struct dialogue *d = arg;

	return take_later(d, answer, &d->said->s.starts, why);
}

static int
ask_starts(struct dialogue *d)
{
	char when[WHEN_SIZE];
	int64_t before = d->said->s.starts;

	return ask_until(_("When does the work start? 2026-12-01 22:00"),
	    before == TIME_NONE ? NULL : out_when(before, when), take_starts,
	    d);
}

static int
take_ends(void *arg, const char *answer, struct err *why)
{
	struct dialogue *d = arg;
	static const struct choice none[] = {{"unknown", "ukendt ? -", NULL}};
	int64_t at = TIME_NONE;

	if (answer_choice(answer, none, 1) == 0) {
		d->said->s.ends = TIME_NONE;
		return 0;
	}
	if (take_later(d, answer, &at, why) == -1)
		return -1;
	if (at <= d->said->s.starts)
		return err_set(why, "%s",
		    _("that is before it starts: type a later time"));
	d->said->s.ends = at;
	return 0;
}

static int
ask_ends(struct dialogue *d)
{
	char when[WHEN_SIZE];
	int64_t before = d->said->s.ends;

	return ask_until(_("When does it end?"),
	    before == TIME_NONE ? _("unknown") : out_when(before, when),
	    take_ends, d);
}

/* --- the incident as it would be ------------------------------------------ */

static void
foresee(const struct dialogue *d, struct incident *i)
{
	incident_init(i);
	i->state = INCIDENT_OPEN;
	i->kind = d->said->s.exercise ? KIND_EXERCISE : KIND_ACTUAL;
	i->since = i->opened_at = d->now;
	xreplace(&i->service, "FMK");
	core_say(i, &d->said->s, d->now);
}

/* What the texts say of FMK-online when nobody says anything. */
static const char *
online_follows(const struct dialogue *d)
{
	struct incident i;
	enum online online;

	foresee(d, &i);
	i.online = ONLINE_UNKNOWN;
	online = notice_online(&i);
	incident_clear(&i);
	switch (online) {
	case ONLINE_WORKS:
		return _("the text then says that it works");
	case ONLINE_DOWN:
		return _("the text then says that it is down");
	case ONLINE_UNKNOWN:
		break;
	}
	return _("the text then says that we do not know");
}

static int
ask_online(struct dialogue *d)
{
	const struct choice list[] = {
	    {"works", "ja virker yes", _("people are told to use it")},
	    {"down", "nej nede no", _("people are told that it is down, too")},
	    {"unknown", "ukendt ved ?", online_follows(d)},
	};
	static const enum online onlines[] = {
	    ONLINE_WORKS, ONLINE_DOWN, ONLINE_UNKNOWN};
	int otherwise = 2, chosen;

	for (int i = 0; i < (int)LENGTH(onlines); i++)
		if (onlines[i] == d->said->s.online)
			otherwise = i;
	chosen = ask_choice(
	    _("Does FMK-online work?"), list, LENGTH(list), otherwise);
	if (chosen >= 0)
		d->said->s.online = onlines[chosen];
	return chosen < 0 ? -1 : 0;
}

/* --- whom ----------------------------------------------------------------- */

static int
take_audience(void *arg, const char *answer, struct err *why)
{
	struct dialogue *d = arg;
	struct orgs orgs = {0};
	char *audience = NULL, *words;
	int r = store_orgs(d->c->store, &orgs, why);
	static const struct choice all[] = {{"all", "alle everybody", NULL}};

	if (r == 0)
		r = audience_parse(
		    answer_choice(answer, all, 1) == 0 ? "all" : answer, &orgs,
		    &audience, why);
	if (r == 0) {
		words = audience_text(audience, &orgs);
		fprintf(stderr, _("It goes to %s.\n"), words);
		free(words);
		xreplace(&d->said->audience, audience);
	}
	free(audience);
	orgs_clear(&orgs);
	return r;
}

/* As an answer that says the same: "region:X" is understood. */
static int
ask_audience(struct dialogue *d)
{
	const char *before = d->said->audience, *value;
	char *otherwise;
	int r;

	if (str_empty(before))
		otherwise = xstrdup(_("all"));
	else if (audience_kind(before, &value) == AUDIENCE_ORGS)
		otherwise = xstrdup(value);
	else
		otherwise = xstrdup(before);
	fprintf(stderr, "%s\n", _("To whom?"));
	r = ask_until(
	    _("All, a region, a vendor, or municipalities with commas "
	      "between"),
	    otherwise, take_audience, d);
	free(otherwise);
	return r;
}

/* --- the words ------------------------------------------------------------ */

static int
take_title(void *arg, const char *answer, struct err *why)
{
	struct dialogue *d = arg;
	size_t n;

	if (str_empty(answer))
		return err_set(
		    why, "%s", _("a notice needs a title: type one line"));
	if (cpr_find(answer, &n) != NULL)
		return err_set(why, "%s",
		    _("that has a patient's number (CPR), which is never sent: "
		      "type it without"));
	if (strlen(answer) > LIMIT_TITLE)
		return err_set(why,
		    _("that is longer than %d bytes: type a shorter one"),
		    LIMIT_TITLE);
	xreplace(&d->said->title, answer);
	return 0;
}

static int
ask_title(struct dialogue *d)
{
	struct incident i;
	char *otherwise = xstrdup_null(d->said->title);
	int r;

	if (str_empty(otherwise)) {
		foresee(d, &i);
		free(otherwise);
		otherwise = core_headline(d->core, &i, NULL, d->now);
		incident_clear(&i);
	}
	r = ask_until(
	    _("Title, on one line, in Danish"), otherwise, take_title, d);
	free(otherwise);
	return r;
}

static int
ask_text(struct dialogue *d)
{
	struct incident i;
	int r;

	foresee(d, &i);
	r = typing(d, &i);
	incident_clear(&i);
	return r;
}

int
dialogue_text(struct dialogue *d, const struct incident *i)
{
	int r = typing(d, i);

	if (r == 0)
		d->said->has[SAID_TEXT] = true;
	said_point(d->said);
	keep(d->keeper, d->said);
	return r;
}

/* --- one after the other -------------------------------------------------- */

static bool
always(const struct said *s)
{
	(void)s;
	return true;
}

static bool
planned(const struct said *s)
{
	return s->s.effect == EFFECT_PLANNED;
}

static bool
not_planned(const struct said *s)
{
	return !planned(s);
}

/* Of what is FMK-online itself nothing is to be asked. */
static bool
has_way_out(const struct said *s)
{
	return !planned(s) && !str_eq(s->service, "FMK-online");
}

static const struct step {
	enum said_part part;
	bool (*wanted)(const struct said *);
	int (*ask)(struct dialogue *);
} steps[] = {
    {SAID_SERVICE, always, ask_service},
    {SAID_EFFECT, always, ask_effect},
    {SAID_STARTS, planned, ask_starts},
    {SAID_ENDS, planned, ask_ends},
    {SAID_SINCE, not_planned, ask_since},
    {SAID_ONLINE, has_way_out, ask_online},
    {SAID_AUDIENCE, always, ask_audience},
    {SAID_TITLE, always, ask_title},
    {SAID_TEXT, always, ask_text},
};

/* What a changed answer leaves without sense. */
static void
drop_senseless(struct said *s)
{
	if (planned(s)) {
		s->s.since = s->s.expected_end = TIME_NONE;
		s->has[SAID_SINCE] = false;
	} else {
		s->s.starts = s->s.ends = TIME_NONE;
		s->has[SAID_STARTS] = s->has[SAID_ENDS] = false;
	}
}

/* A draft may be of other rules, or of a time that has come. */
static void
look_again(struct dialogue *d)
{
	struct said *s = d->said;
	const char *id = s->service == NULL ? NULL
					    : said_component(d->c, s->service);

	if (id != NULL) {
		set_service(d, id);
	} else {
		xreplace(&s->service, NULL);
		s->has[SAID_SERVICE] = false;
	}
	if (s->s.starts != TIME_NONE && s->s.starts <= d->now)
		s->has[SAID_STARTS] = false;
	if (s->s.ends != TIME_NONE && s->s.ends <= d->now) {
		s->s.ends = TIME_NONE;
		s->has[SAID_ENDS] = false;
	}
	said_point(s);
}

int
dialogue_new(struct dialogue *d)
{
	fprintf(stderr, "%s\n",
	    _("Enter takes what stands in [brackets]; Ctrl-C stops, and what "
	      "was\nanswered is kept as a draft."));
	look_again(d);
	for (size_t i = 0; i < LENGTH(steps); i++) {
		const struct step *p = &steps[i];

		if (!p->wanted(d->said) || (d->said->has[p->part] && !d->all))
			continue;
		fputc('\n', stderr);
		if (p->ask(d) == -1)
			return -1;
		d->said->has[p->part] = true;
		drop_senseless(d->said);
		said_point(d->said);
		keep(d->keeper, d->said);
	}
	return 0;
}
