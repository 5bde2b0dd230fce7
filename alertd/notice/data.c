#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/buf.h"
#include "base/cpr.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/personal.h"
#include "base/str.h"
#include "notice/danish.h"
#include "notice/notice.h"

#define SHORT 90 /* bytes of the feed's title or news in an SMS */
#define BRIEF 40 /* bytes of what a page is about, or who, in its subject */
#define WHO 30 /* bytes of a name in a page's subject */
#define NEWS 1200 /* bytes of the news in a mail */
#define NEWS_LINES 15

static void
put(json_t *o, const char *key, const char *s)
{
	json_object_set_new(
	    o, key, str_empty(s) ? json_null() : json_string(s));
}

static void
take(json_t *o, const char *key, char *s)
{
	put(o, key, s);
	free(s);
}

/*
 * What others wrote, on one line: no control characters, no line breaks, and
 * whatever else failed, no patient's number.
 */
static char *
one_line(const char *s)
{
	struct buf b;
	char *fine = utf8_repair(s, strlen(s)), *cut, *masked;
	size_t n = 0;

	buf_init(&b, LIMIT_TEXT * 2);
	for (const char *p = fine; *p != '\0'; p++) {
		unsigned char c = (unsigned char)*p;

		if (c > 0x20 && c != 0x7f)
			buf_addc(&b, *p);
		else if (b.len > 0 && b.data[b.len - 1] != ' ')
			buf_addc(&b, ' ');
	}
	free(fine);
	cut = str_trim(buf_steal(&b));
	masked = cpr_mask(cut, &n);
	free(cut);
	return masked;
}

static void
put_line(json_t *o, const char *key, const char *s)
{
	take(o, key, one_line(s == NULL ? "" : s));
}

/* Cut at a word to at most max bytes, with "…" for what is gone. */
static char *
shorten(const char *s, size_t max)
{
	size_t n = utf8_cut(s, max), word;

	if (strlen(s) <= max)
		return xstrdup(s);
	for (word = n; word > 0 && s[word] != ' ';)
		word--;
	if (word > 0)
		n = word;
	while (n > 0 && strchr(" ,;:-", s[n - 1]) != NULL)
		n--;
	return xasprintf("%.*s…", (int)n, s);
}

static void
put_cut(json_t *o, const char *key, const char *s, size_t max)
{
	char *line = one_line(s);

	take(o, key, shorten(line, max));
	free(line);
}

static void
put_short(json_t *o, const char *key, const char *s)
{
	put_cut(o, key, s, SHORT);
}

/* The paragraphs and bullets as they were written, each one line. */
static json_t *
lines_of(const char *s)
{
	json_t *lines = json_array();
	size_t left = NEWS;

	for (int n = 0; *s != '\0'; n++) {
		size_t len = strcspn(s, "\r\n");
		char *raw = xstrndup(s, len), *line = one_line(raw), *cut;

		s += len + strspn(s + len, "\r\n");
		cut = shorten(n == NEWS_LINES ? "…" : line, left);
		left -= strlen(line) < left ? strlen(line) : left;
		if (*line != '\0')
			json_array_append_new(lines, json_string(cut));
		free(raw);
		free(line);
		free(cut);
		if (left == 0 || n == NEWS_LINES)
			break;
	}
	return lines;
}

/* One key per name of the list, true for the value. */
static void
put_choice(json_t *o, const char *key, const char *const *names, size_t n,
    const char *value)
{
	json_t *c = json_object();

	for (size_t i = 0; i < n; i++)
		json_object_set_new(
		    c, names[i], json_boolean(str_eq(names[i], value)));
	json_object_set_new(o, key, c);
}

static bool
is_itself(const struct incident *i)
{
	return str_empty(i->service) || str_eq(i->service, "FMK");
}

/* FMK that FMK-online still shows is out of reach, as when the way fails. */
static const char *
advice_of(const struct incident *i)
{
	if (i->effect == EFFECT_DATA_ERROR)
		return "data_error";
	if (i->effect == EFFECT_PLANNED)
		return "planned";
	if (str_eq(i->service, "FMK-online"))
		return "online";
	if (str_eq(i->service, "NAS"))
		return "nas";
	if (i->effect != EFFECT_OUTAGE)
		return "degraded";
	return i->path || (is_itself(i) && i->online == ONLINE_WORKS)
		   ? "path"
		   : "outage";
}

/*
 * Whether FMK-online is known to run without it. A login service is none of
 * these: people log in to FMK-online by it. Nor is a component that somebody
 * added to the rules: what it does to FMK-online is not known.
 */
static bool
spares_online(const struct incident *i)
{
	static const char *const ways[] = {"STS", "DCC", "cNSP", "NGW", "SDN",
	    "EOJ", "Nexus", "Cura", "Vitae"};

	for (size_t k = 0; k < LENGTH(ways); k++) {
		if (str_eq(i->service, ways[k]))
			return true;
	}
	return is_itself(i);
}

enum online
notice_online(const struct incident *i)
{
	const char *advice = advice_of(i);

	if (i->online != ONLINE_UNKNOWN)
		return i->online;
	if (str_eq(advice, "online"))
		return ONLINE_DOWN;
	if (str_eq(advice, "path"))
		return spares_online(i) ? ONLINE_WORKS : ONLINE_UNKNOWN;
	return str_eq(advice, "outage") && is_itself(i) ? ONLINE_DOWN
							: ONLINE_UNKNOWN;
}

/* The keyword of the incident; names in templates have "_" for "-". */
static void
put_change(json_t *o, const struct notice_facts *f)
{
	static const char *const changes[] = {"worse", "better", "not_planned",
	    "online_works", "online_down", "expected_end", "moved", "back",
	    "operator"};
	const char *now = f->incident->change_reason;
	char *word = xstrdup(
	    str_empty(now) && f->page != NULL ? f->page->change : now);

	for (char *p = word; *p != '\0'; p++)
		if (*p == '-')
			*p = '_';
	put_choice(o, "change", changes, LENGTH(changes), word);
	free(word);
}

static void
put_choices(json_t *o, const struct notice_facts *f)
{
	static const char *const types[] = {"first", "update", "repeat",
	    "resolved", "correction", "planned", "page", "receipt"};
	static const char *const effects[] = {
	    "none", "planned", "degraded", "data_error", "outage"};
	static const char *const advices[] = {"outage", "path", "degraded",
	    "nas", "data_error", "planned", "online"};
	static const char *const onlines[] = {"unknown", "works", "down"};
	static const char *const kinds[] = {"actual", "exercise", "test"};
	static const char *const audiences[] = {
	    "municipality", "vendor", "oncall"};
	static const char *const states[] = {
	    "pending", "open", "resolved", "dismissed", "retracted"};
	const struct incident *i = f->incident;
	const char *advice = advice_of(i);

	put_choice(o, "type", types, LENGTH(types), notice_type_name(f->type));
	put_choice(
	    o, "effect", effects, LENGTH(effects), effect_name(i->effect));
	put_choice(o, "advice", advices, LENGTH(advices), advice);
	put_choice(o, "online", onlines, LENGTH(onlines),
	    online_name(notice_online(i)));
	put_choice(
	    o, "kind", kinds, LENGTH(kinds), incident_kind_name(i->kind));
	put_choice(o, "audience", audiences, LENGTH(audiences),
	    org_kind_name(f->audience));
	put_choice(
	    o, "state", states, LENGTH(states), incident_state_name(i->state));
	put_change(o, f);
}

/* With the day when it is another than that of beside. */
static void
put_time_beside(
    json_t *o, const char *key, int64_t t, int64_t beside, const char *language)
{
	char *small = xasprintf("%s_short", key);
	bool known = t != TIME_NONE;

	take(o, key, known ? say_when(t, beside, language) : NULL);
	take(o, small, known ? say_short(t, beside, language) : NULL);
	free(small);
}

static void
put_time(json_t *o, const char *key, int64_t t, const struct notice_facts *f)
{
	put_time_beside(o, key, t, f->now, f->conf->language);
}

static int64_t
whole_minute(int64_t t)
{
	return t / 60 * 60;
}

/* Between the two times as they are shown, which is without seconds. */
static void
put_duration(json_t *o, const struct notice_facts *f, int64_t end)
{
	const char *language = f->conf->language;
	int64_t since = f->incident->since;
	bool known = since != TIME_NONE && end > since;
	int64_t d = known ? whole_minute(end) - whole_minute(since) : 0;

	take(o, "duration", known ? say_duration(d, language) : NULL);
	take(o, "duration_short",
	    known ? say_duration_short(d, language) : NULL);
}

static int64_t
end_of(const struct notice_facts *f)
{
	int64_t end = f->incident->resolved_at;

	return end == TIME_NONE ? f->now : end;
}

/* Why there is no fresh information; each is worded for itself. */
static void
put_silent(json_t *o, const struct notice_facts *f)
{
	static const char *const ways[] = {
	    "failing", "partly", "stale", "shrunken"};
	const char *way = f->feed_partly ? "partly"
					 : feed_health_name(f->feed_health);

	put_choice(o, "silent", ways, LENGTH(ways),
	    f->feed_silent_since == TIME_NONE ? NULL : way);
}

static void
put_times(json_t *o, const struct notice_facts *f)
{
	const struct incident *i = f->incident;
	/* A time that has passed in vain is no news. */
	bool late = i->expected_end != TIME_NONE && i->expected_end <= f->now;

	take(o, "date", say_date(f->now, f->conf->language));
	put_time(o, "now", f->now, f);
	put_time(o, "since", i->since, f);
	put_time(o, "next", f->next, f);
	put_time(o, "last", i->notices == 0 ? TIME_NONE : i->last_notice_at, f);
	put_time(o, "resolved", end_of(f), f);
	put_time(o, "starts", i->starts, f);
	put_time(o, "ends", i->ends, f);
	put_time_beside(o, "until", i->ends,
	    i->starts == TIME_NONE ? f->now : i->starts, f->conf->language);
	put_time(o, "expected_end", late ? TIME_NONE : i->expected_end, f);
	put_time(o, "due", i->due_at, f);
	put_time(o, "silent_since", f->feed_silent_since, f);
	put_silent(o, f);
	put_duration(o, f, end_of(f));
}

static void
put_flag(json_t *o, const char *key, bool value)
{
	json_object_set_new(o, key, json_boolean(value));
}

/* The text behind the title that it begins with, if it does. */
static const char *
beyond_title(const char *news, const char *title)
{
	const char *rest;

	if (str_empty(title) || !str_starts(news, title))
		return news;
	rest = news + strlen(title);
	if (*rest != '\0' && strchr("\r\n.:;,!", *rest) == NULL)
		return news;
	rest += strspn(rest, ".:;,!");
	return rest + strspn(rest, " \r\n");
}

/* What the feed or the operator says, and whether it was told before. */
static void
put_news(json_t *o, const struct incident *i)
{
	const char *news = beyond_title(i->news, i->title);
	bool any = !str_empty(news);
	bool fresh = any && i->notices > 0 && i->fresh;
	bool ours = fresh && str_eq(i->change_reason, "operator");

	put_line(o, "title", i->title);
	put_short(o, "title_short", i->title);
	put_line(o, "news", news);
	put_short(o, "news_short", news);
	json_object_set_new(o, "news_lines", lines_of(news));
	put_flag(o, "fresh", fresh);
	put_flag(o, "told", !str_empty(i->title) || (any && !fresh));
	put_flag(o, "manual", str_empty(i->feed));
	put_flag(o, "news_ours", ours || str_empty(i->feed));
	put_flag(o, "what_changed", !str_empty(i->change_reason) && !ours);
}

/* As schedule.c does it: no reminder so soon after this notice. */
static bool
will_remind(const struct notice_facts *f)
{
	const struct incident *i = f->incident;

	return i->effect == EFFECT_PLANNED && !i->reminded &&
	       i->starts != TIME_NONE &&
	       i->starts - f->conf->reminder >= f->now + f->conf->min_gap;
}

static bool
effect_changed(const struct incident *i)
{
	return str_eq(i->change_reason, "worse") ||
	       str_eq(i->change_reason, "better") ||
	       str_eq(i->change_reason, "not-planned");
}

static bool
is_over(const struct notice_facts *f)
{
	return f->type == NOTICE_RESOLVED ||
	       f->incident->state == INCIDENT_RESOLVED;
}

static void
put_flags(json_t *o, const struct notice_facts *f)
{
	const struct incident *i = f->incident;
	const struct alarm *a = f->alarm;
	bool planned = i->effect == EFFECT_PLANNED;

	put_flag(o, "effect_changed", effect_changed(i));
	put_flag(o, "will_remind", will_remind(f));
	put_flag(o, "maybe_over",
	    a != NULL &&
		(a->kind == ALARM_VANISHED || a->kind == ALARM_OVER_ONE ||
		    a->kind == ALARM_UNRELATED));
	put_flag(
	    o, "alarm", f->type == NOTICE_PAGE && i->effect == EFFECT_NONE);
	put_flag(o, "reminder",
	    f->type == NOTICE_PLANNED && i->notices > 0 && !i->change);
	put_flag(o, "ahead",
	    planned && i->starts != TIME_NONE && f->now < i->starts);
	put_flag(o, "cancelled",
	    planned && is_over(f) && i->starts != TIME_NONE &&
		end_of(f) < i->starts);
	put_flag(o, "overrun",
	    planned && i->state == INCIDENT_OPEN && i->ends != TIME_NONE &&
		i->ends <= f->now);
}

static void
put_alarm(json_t *o, const struct alarm *a)
{
	const char *names[ALARM_KINDS];
	const char *about = a == NULL || a->about == NULL ? "" : a->about;
	const char *detail = a == NULL || a->detail == NULL ? "" : a->detail;

	for (int k = 0; k < ALARM_KINDS; k++)
		names[k] = alarm_name((enum alarm_kind)k);
	put_choice(o, "event", names, LENGTH(names),
	    a == NULL ? NULL : alarm_name(a->kind));
	put_line(o, "about", about);
	put_cut(o, "about_short", about, BRIEF);
	put_flag(o, "about_one", str_eq(about, "1"));
	put_line(o, "detail", detail);
	put_cut(o, "detail_short", detail, BRIEF);
	put_line(o, "note", a != NULL && alarm_explains(a->kind) ? detail : "");
}

/* Places, where each gets a value of his own; null where there is none. */
static void
put_codes(json_t *o, const struct page_facts *p)
{
	static const enum code_action actions[] = {
	    CODE_ACK, CODE_APPROVE, CODE_DISMISS};
	bool link = p != NULL && *p->link != '\0';
	bool reply = p != NULL && *p->reply_number != '\0';

	for (size_t i = 0; i < LENGTH(actions); i++) {
		enum code_action a = actions[i];
		bool on = p != NULL && (a == CODE_ACK ? p->ack : p->decide);
		char *key = xasprintf("link_%s", code_action_name(a));

		take(o, key,
		    on && link ? xasprintf("%s%s", p->link, personal_token(a))
			       : NULL);
		free(key);
		key = xasprintf("reply_%s", code_action_name(a));
		put(o, key, on && reply ? personal_reply(a) : NULL);
		free(key);
	}
	put_line(o, "reply_number", p == NULL ? "" : p->reply_number);
	put_flag(o, "links", link);
	put_flag(o, "sms_link", link && p->sms_link);
}

static void
put_lows(json_t *o, const struct page_facts *p)
{
	json_t *lows = json_array();

	for (size_t i = 0; p != NULL && i < p->n_lows; i++) {
		json_t *one = json_object();

		put_alarm(one, &p->lows[i]);
		json_array_append_new(lows, one);
	}
	json_object_set_new(o, "lows", lows);
}

/* What became of a call, and how it is answered. */
static void
put_page(json_t *o, const struct notice_facts *f)
{
	const struct page_facts *p = f->page;
	const char *names[PAGE_NEWS];

	for (int k = 0; k < PAGE_NEWS; k++)
		names[k] = page_news_name((enum page_news)k);
	put_choice(o, "call", names, LENGTH(names),
	    p == NULL ? NULL : page_news_name(p->news));
	put_flag(o, "answered", p != NULL && page_news_answers(p->news));
	put_flag(o, "to_do", p == NULL || page_news_asks(p->news));
	put_line(o, "who", p == NULL ? "" : p->who);
	put_cut(o, "who_short", p == NULL ? "" : p->who, WHO);
	put_line(o, "skipped", p == NULL ? "" : p->skipped);
	put_time(o, "lapses", p == NULL ? TIME_NONE : p->lapses, f);
	json_object_set_new(
	    o, "call_number", json_integer(p == NULL ? 0 : p->call_number));
	put_codes(o, p);
	put_lows(o, p);
}

json_t *
notice_data(const struct notice_facts *f)
{
	const struct incident *i = f->incident;
	const char *service = str_empty(i->service) ? "FMK" : i->service;
	json_t *o = json_object();

	put_choices(o, f);
	put_times(o, f);
	put_news(o, i);
	put_flags(o, f);
	put_line(o, "service", service);
	put_line(o, "via", str_eq(service, "FMK") ? "" : service);
	put_line(o, "url", i->url);
	put_line(o, "reason", i->reason);
	put_alarm(o, f->alarm);
	put_page(o, f);
	put_line(o, "receipt", f->receipt);
	put_line(o, "whom", f->whom);
	put_line(o, "whom_short", f->whom_short);
	take(o, "reference", incident_reference(i, f->conf->reference));
	json_object_set_new(o, "id", json_integer(i->id));
	json_object_set_new(o, "number", json_integer(f->number));
	put_line(o, "contact", f->conf->contact);
	put_line(o, "signature", f->conf->signature);
	return o;
}
