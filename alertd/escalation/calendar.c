#include <libical/ical.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/attr.h"
#include "base/clock.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "escalation/calendar.h"

#define DAY 86400
#define MARGIN (2 * DAY) /* more than any zone is from UTC */
#define SHOWN 60 /* bytes of a SUMMARY in a message */

/* A time in its zone; without both it is in the process's. */
struct moment {
	int64_t wall; /* see base/clock.h */
	bool utc;
	icaltimezone *zone;
	bool date;
	int64_t at; /* in UTC */
};

struct moments {
	struct moment *v;
	size_t n;
};

struct event {
	icalcomponent *c;
	const char *uid;
	const char *who; /* NULL: it is no shift */
	struct moment start;
	int64_t wall_length, length; /* by the clock, and seconds on top */
	struct moments except;
};

/* An event that takes the place of one occurrence of its series. */
struct override {
	const char *uid;
	struct moment at;
};

struct reading {
	const struct calendar_team *team;
	icalcomponent *root;
	int64_t from, until;
	int64_t days; /* that rules may still go through */
	size_t found;
	struct override *overrides;
	size_t n_overrides;
	struct calendar *out;
	struct err *e;
};

static const char *
summary(icalcomponent *c)
{
	const char *s = icalcomponent_get_summary(c);

	return s == NULL ? "" : s;
}

static int refuse(struct reading *r, icalcomponent *c, const char *fmt, ...)
    ATTR_PRINTF(3, 4);

/* Says what is wrong, and in which event. */
static int
refuse(struct reading *r, icalcomponent *c, const char *fmt, ...)
{
	const char *s = summary(c);
	char *what;
	va_list ap;

	va_start(ap, fmt);
	what = xvasprintf(fmt, ap);
	va_end(ap);
	err_set(r->e, "event \"%.*s\": %s", (int)utf8_cut(s, SHOWN), s, what);
	free(what);
	return -1;
}

/* --- times ---------------------------------------------------------------- */

static int64_t
wall_of(struct icaltimetype t)
{
	return utc_from_civil(t.year, t.month, t.day, t.is_date ? 0 : t.hour,
	    t.is_date ? 0 : t.minute, t.is_date ? 0 : t.second);
}

static struct icaltimetype
ical_of(int64_t wall, bool date)
{
	struct civil c = civil_utc(wall);
	struct icaltimetype t = icaltime_null_time();

	t.year = c.year;
	t.month = c.month;
	t.day = c.day;
	t.hour = c.hour;
	t.minute = c.minute;
	t.second = c.second;
	t.is_date = date;
	return t;
}

/* The UTC of a wall time in the zone of m. */
static int64_t
utc_in(const struct moment *m, int64_t wall)
{
	if (m->utc)
		return wall;
	if (m->zone == NULL)
		return wall_to_utc(wall);
	return icaltime_as_timet_with_zone(ical_of(wall, false), m->zone);
}

static int64_t
day_of(int64_t wall)
{
	return wall / DAY - (wall % DAY < 0);
}

static bool
in_range(struct icaltimetype t)
{
	return t.year >= 1 && t.year <= 9999 && t.month >= 1 && t.month <= 12 &&
	       t.day >= 1 && t.day <= days_in_month(t.year, t.month) &&
	       (t.is_date ||
		   (t.hour >= 0 && t.hour <= 23 && t.minute >= 0 &&
		       t.minute <= 59 && t.second >= 0 && t.second <= 60));
}

/* The zone's own rules in the calendar go before what tzdata has. */
static int
find_zone(
    struct reading *r, icalcomponent *c, const char *tzid, struct moment *out)
{
	icaltimezone *z;

	if (str_eq(tzid, r->team->zone))
		return 0;
	z = icalcomponent_get_timezone(r->root, tzid);
	if (z == NULL)
		z = icaltimezone_get_builtin_timezone(tzid);
	if (z == NULL)
		z = icaltimezone_get_builtin_timezone_from_tzid(tzid);
	if (z == NULL)
		return refuse(r, c,
		    "the time zone %.60s is known to nobody and has no "
		    "VTIMEZONE",
		    tzid);
	out->utc = z == icaltimezone_get_utc_timezone();
	out->zone = out->utc ? NULL : z;
	return 0;
}

/* The value t of the property p, which may name a zone. */
static int
read_moment(struct reading *r, icalcomponent *c, icalproperty *p,
    struct icaltimetype t, struct moment *out)
{
	const char *name = icalproperty_get_property_name(p);
	icalparameter *tzid = icalproperty_get_first_parameter(
	    p, ICAL_TZID_PARAMETER);

	if (!in_range(t))
		return refuse(r, c, "%s is no date or time", name);
	*out = (struct moment){.wall = wall_of(t),
	    .utc = icaltime_is_utc(t) != 0,
	    .date = t.is_date != 0};
	if (tzid != NULL && !out->utc && !out->date &&
	    find_zone(r, c, icalparameter_get_tzid(tzid), out) == -1)
		return -1;
	out->at = utc_in(out, out->wall);
	return 0;
}

/* Whether EXDATE or RECURRENCE-ID means what begins at wall, in UTC at at. */
static bool
means(const struct moment *m, int64_t wall, int64_t at)
{
	return m->date ? day_of(m->wall) == day_of(wall) : m->at == at;
}

/* --- who ------------------------------------------------------------------ */

static const struct member *
attendee(const struct members *l, icalproperty *p)
{
	const char *mail = icalproperty_get_attendee(p);
	icalparameter *cn = icalproperty_get_first_parameter(
	    p, ICAL_CN_PARAMETER);
	icalparameter *part = icalproperty_get_first_parameter(
	    p, ICAL_PARTSTAT_PARAMETER);
	const struct member *found = NULL;

	if (part != NULL &&
	    icalparameter_get_partstat(part) == ICAL_PARTSTAT_DECLINED)
		return NULL;
	if (mail != NULL && strncasecmp(mail, "mailto:", 7) == 0)
		found = members_mailed(l, mail + 7);
	if (found == NULL && cn != NULL && icalparameter_get_cn(cn) != NULL)
		found = members_named(l, icalparameter_get_cn(cn));
	return found;
}

/* The only one of the team among them; *several: there are more. */
static const struct member *
attendees(const struct members *l, icalcomponent *c, bool *several)
{
	const struct member *found = NULL;
	icalproperty *p;

	*several = false;
	for (p = icalcomponent_get_first_property(c, ICAL_ATTENDEE_PROPERTY);
	     p != NULL;
	     p = icalcomponent_get_next_property(c, ICAL_ATTENDEE_PROPERTY)) {
		const struct member *one = attendee(l, p);

		if (one != NULL && found != NULL && one != found)
			*several = true;
		if (one != NULL)
			found = one;
	}
	return *several ? NULL : found;
}

static const char *
who(const struct reading *r, icalcomponent *c)
{
	const struct members *l = &r->team->members;
	const char *text = summary(c);
	const struct member *found;
	bool several;

	if (l->n == 0)
		return str_empty(text) ? NULL : text;
	found = members_named(l, text);
	if (found == NULL)
		found = attendees(l, c, &several);
	if (found == NULL)
		found = members_in(l, text);
	return found == NULL ? NULL : found->name;
}

/* --- occurrences ---------------------------------------------------------- */

/* It is excepted, or another event takes its place. */
static bool
is_gone(
    const struct reading *r, const struct event *ev, int64_t wall, int64_t at)
{
	for (size_t i = 0; i < ev->except.n; i++)
		if (means(&ev->except.v[i], wall, at))
			return true;
	for (size_t i = 0; i < r->n_overrides; i++)
		if (*ev->uid != '\0' && str_eq(r->overrides[i].uid, ev->uid) &&
		    means(&r->overrides[i].at, wall, at))
			return true;
	return false;
}

static void
note_stranger(struct calendar *out, const char *text, int64_t at)
{
	if (out->strangers++ > 0 && at >= out->stranger_at)
		return;
	free(out->stranger);
	out->stranger = utf8_repair(text, utf8_cut(text, SHOWN));
	out->stranger_at = at;
}

/* A shift from begin to end, if it is one and of the time. */
static int
take(struct reading *r, const struct event *ev, int64_t begin, int64_t end)
{
	if (begin >= end || begin >= r->until || end <= r->from)
		return 0;
	if (++r->found > LIMIT_CALENDAR_SHIFTS)
		return err_set(r->e, "there are more than %d shifts in it",
		    LIMIT_CALENDAR_SHIFTS);
	if (ev->who == NULL)
		note_stranger(r->out, summary(ev->c), begin);
	else
		duties_add(&r->out->shifts, ev->who,
		    &(struct duty){
			.from = begin, .until = end, .source = DUTY_CALENDAR});
	return 0;
}

/* The occurrence that begins at wall. */
static int
occur(struct reading *r, const struct event *ev, int64_t wall)
{
	int64_t begin = utc_in(&ev->start, wall);
	int64_t end = utc_in(&ev->start, wall + ev->wall_length) + ev->length;

	if (begin >= r->until || end <= r->from)
		return 0;
	if (is_gone(r, ev, wall, begin))
		return 0;
	return take(r, ev, begin, end);
}

/* --- rules ---------------------------------------------------------------- */

static bool
at_most_one(const short *by)
{
	return by[0] == ICAL_RECURRENCE_ARRAY_MAX ||
	       by[1] == ICAL_RECURRENCE_ARRAY_MAX;
}

/*
 * What would take time without end, or means nothing for a shift. libical
 * searches for a time that never comes until the year 2582.
 */
static const char *
rule_wrong(const struct icalrecurrencetype *rule)
{
	if (rule->freq != ICAL_DAILY_RECURRENCE &&
	    rule->freq != ICAL_WEEKLY_RECURRENCE &&
	    rule->freq != ICAL_MONTHLY_RECURRENCE &&
	    rule->freq != ICAL_YEARLY_RECURRENCE)
		return "its RRULE repeats more often than daily";
	if (!at_most_one(rule->by_hour) || !at_most_one(rule->by_minute) ||
	    !at_most_one(rule->by_second))
		return "its RRULE names several hours of a day; use several "
		       "events";
	if (rule->rscale != NULL)
		return "its RRULE is of another calendar than ours";
	return NULL;
}

/* The rule's end; true when the occurrence at wall lies behind it. */
static bool
is_past(const struct event *ev, struct icaltimetype until, int64_t wall)
{
	if (icaltime_is_null_time(until))
		return false;
	if (until.is_date)
		return day_of(wall) > day_of(wall_of(until));
	if (icaltime_is_utc(until))
		return utc_in(&ev->start, wall) > wall_of(until);
	return wall > wall_of(until);
}

/* All that the iterator has up to the end of the time. */
static int
go_through(struct reading *r, const struct event *ev,
    const struct icalrecurrencetype *rule, icalrecur_iterator *it)
{
	struct icaltimetype t;
	int64_t last = ev->start.wall;

	for (int n = 0;; n++) {
		int64_t wall;

		t = icalrecur_iterator_next(it);
		if (icaltime_is_null_time(t))
			return rule->count > 0 && n >= rule->count
				   ? 0
				   : refuse(r, ev->c,
					 "its RRULE names days that never "
					 "come");
		wall = wall_of(t);
		r->days -= 1 + (wall - last) / DAY;
		last = wall;
		if (r->days < 0)
			return refuse(r, ev->c,
			    "its RRULE begins too long ago; %d days are gone "
			    "through for the whole calendar",
			    LIMIT_CALENDAR_DAYS);
		if (is_past(ev, rule->until, wall) || wall >= r->until + MARGIN)
			return 0;
		/* The first one is there by itself. */
		if (wall != ev->start.wall && occur(r, ev, wall) == -1)
			return -1;
	}
}

static int
repeat(struct reading *r, const struct event *ev, icalproperty *p)
{
	struct icalrecurrencetype rule = icalproperty_get_rrule(p), endless;
	const char *wrong = rule_wrong(&rule);
	icalrecur_iterator *it;
	int rc;

	if (wrong != NULL)
		return refuse(r, ev->c, "%s", wrong);
	/* libical would compare UNTIL, in UTC, with a local time. */
	endless = rule;
	endless.until = icaltime_null_time();
	it = icalrecur_iterator_new(
	    endless, ical_of(ev->start.wall, ev->start.date));
	if (it == NULL)
		return refuse(r, ev->c, "its RRULE contradicts itself");
	rc = go_through(r, ev, &rule, it);
	icalrecur_iterator_free(it);
	return rc;
}

/* Calls fn for each property of the kind; stops at -1. */
static int
each(struct reading *r, struct event *ev, icalproperty_kind kind,
    int (*fn)(struct reading *, struct event *, icalproperty *))
{
	icalproperty *p = icalcomponent_get_first_property(ev->c, kind);
	size_t n = 0;

	for (; p != NULL; p = icalcomponent_get_next_property(ev->c, kind)) {
		/* libical drops what is behind 500 in one line. */
		if (++n > LIMIT_CALENDAR_DATES)
			return refuse(r, ev->c, "there are more than %d %s",
			    LIMIT_CALENDAR_DATES,
			    icalproperty_kind_to_string(kind));
		if (fn(r, ev, p) == -1)
			return -1;
	}
	return 0;
}

static int
add_exception(struct reading *r, struct event *ev, icalproperty *p)
{
	struct moment m;

	if (read_moment(r, ev->c, p, icalproperty_get_exdate(p), &m) == -1)
		return -1;
	ev->except.v = xreallocarray(
	    ev->except.v, ev->except.n + 1, sizeof(*ev->except.v));
	ev->except.v[ev->except.n++] = m;
	return 0;
}

static int
add_rule(struct reading *r, struct event *ev, icalproperty *p)
{
	return repeat(r, ev, p);
}

/* A period has an end of its own. */
static int
add_period(struct reading *r, struct event *ev, icalproperty *p,
    const struct icalperiodtype *period)
{
	struct moment start, end;
	int64_t begin;

	if (read_moment(r, ev->c, p, period->start, &start) == -1)
		return -1;
	begin = start.at;
	if (icaltime_is_null_time(period->end))
		return take(r, ev, begin,
		    begin + icaldurationtype_as_int(period->duration));
	if (read_moment(r, ev->c, p, period->end, &end) == -1)
		return -1;
	return take(r, ev, begin, end.at);
}

static int
add_date(struct reading *r, struct event *ev, icalproperty *p)
{
	struct icaldatetimeperiodtype d = icalproperty_get_rdate(p);
	struct event at = *ev;

	if (icaltime_is_null_time(d.time))
		return add_period(r, ev, p, &d.period);
	if (read_moment(r, ev->c, p, d.time, &at.start) == -1)
		return -1;
	return occur(r, &at, at.start.wall);
}

static int
no_exrule(struct reading *r, struct event *ev, icalproperty *p)
{
	(void)p;
	return refuse(r, ev->c, "EXRULE is not supported");
}

/* --- events --------------------------------------------------------------- */

static bool
same_zone(const struct moment *a, const struct moment *b)
{
	return a->utc == b->utc && a->zone == b->zone;
}

static int
length_of(struct reading *r, struct event *ev)
{
	icalproperty *end = icalcomponent_get_first_property(
	    ev->c, ICAL_DTEND_PROPERTY);
	icalproperty *p = icalcomponent_get_first_property(
	    ev->c, ICAL_DURATION_PROPERTY);
	struct icaldurationtype d;
	struct moment m;

	ev->wall_length = ev->start.date ? DAY : 0;
	if (end != NULL) {
		if (read_moment(
			r, ev->c, end, icalproperty_get_dtend(end), &m) == -1)
			return -1;
		if (same_zone(&m, &ev->start)) {
			ev->wall_length = m.wall - ev->start.wall;
			return 0;
		}
		ev->wall_length = 0;
		ev->length = m.at - ev->start.at;
	} else if (p != NULL) {
		d = icalproperty_get_duration(p);
		if (icaldurationtype_is_bad_duration(d) || d.is_neg ||
		    icaldurationtype_as_int(d) < 0)
			return refuse(r, ev->c, "DURATION is no duration");
		ev->wall_length = (int64_t)(d.weeks * 7 + d.days) * DAY;
		ev->length = icaldurationtype_as_int(d) - ev->wall_length;
	}
	return 0;
}

static int
expand(struct reading *r, struct event *ev, bool single)
{
	if (single)
		return take(r, ev, ev->start.at,
		    utc_in(&ev->start, ev->start.wall + ev->wall_length) +
			ev->length);
	if (each(r, ev, ICAL_EXRULE_PROPERTY, no_exrule) == -1 ||
	    each(r, ev, ICAL_EXDATE_PROPERTY, add_exception) == -1 ||
	    occur(r, ev, ev->start.wall) == -1 ||
	    each(r, ev, ICAL_RRULE_PROPERTY, add_rule) == -1)
		return -1;
	return each(r, ev, ICAL_RDATE_PROPERTY, add_date);
}

static int
read_event(struct reading *r, icalcomponent *c)
{
	icalproperty *p = icalcomponent_get_first_property(
	    c, ICAL_DTSTART_PROPERTY);
	const char *uid = icalcomponent_get_uid(c);
	struct event ev = {.c = c, .uid = uid == NULL ? "" : uid};
	bool single = icalcomponent_get_first_property(
			  c, ICAL_RECURRENCEID_PROPERTY) != NULL;
	int rc;

	if (icalcomponent_get_status(c) == ICAL_STATUS_CANCELLED)
		return 0;
	if (p == NULL)
		return refuse(r, c, "DTSTART is missing");
	rc = read_moment(r, c, p, icalproperty_get_dtstart(p), &ev.start);
	if (rc == 0)
		rc = length_of(r, &ev);
	ev.who = who(r, c);
	if (rc == 0)
		rc = expand(r, &ev, single);
	free(ev.except.v);
	return rc;
}

static int
read_override(struct reading *r, icalcomponent *c)
{
	icalproperty *p = icalcomponent_get_first_property(
	    c, ICAL_RECURRENCEID_PROPERTY);
	const char *uid = icalcomponent_get_uid(c);
	struct override *o;

	if (p == NULL)
		return 0;
	if (icalproperty_get_first_parameter(p, ICAL_RANGE_PARAMETER) != NULL)
		return refuse(
		    r, c, "RECURRENCE-ID with RANGE is not supported");
	r->overrides = xreallocarray(
	    r->overrides, r->n_overrides + 1, sizeof(*r->overrides));
	o = &r->overrides[r->n_overrides++];
	o->uid = uid == NULL ? "" : uid;
	return read_moment(r, c, p, icalproperty_get_recurrenceid(p), &o->at);
}

static int
each_event(struct reading *r, int (*fn)(struct reading *, icalcomponent *))
{
	icalcompiter i = icalcomponent_begin_component(
	    r->root, ICAL_VEVENT_COMPONENT);
	size_t n = 0;

	for (; icalcompiter_deref(&i) != NULL; icalcompiter_next(&i)) {
		if (++n > LIMIT_CALENDAR_EVENTS)
			return err_set(r->e,
			    "there are more than %d events in it",
			    LIMIT_CALENDAR_EVENTS);
		if (fn(r, icalcompiter_deref(&i)) == -1)
			return -1;
	}
	return 0;
}

/* --- the whole ------------------------------------------------------------ */

/* libical leaves out what it cannot read, and says so in the event. */
static int
check_errors(struct reading *r, icalcomponent *c)
{
	static const char *const matters[] = {"DTSTART", "DTEND", "DURATION",
	    "RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID", "STATUS"};
	icalproperty *p = icalcomponent_get_first_property(
	    c, ICAL_XLICERROR_PROPERTY);

	for (; p != NULL;
	     p = icalcomponent_get_next_property(c, ICAL_XLICERROR_PROPERTY)) {
		const char *said = icalproperty_get_xlicerror(p);

		for (size_t i = 0; said != NULL && i < LENGTH(matters); i++)
			if (strstr(said, matters[i]) != NULL)
				return refuse(
				    r, c, "cannot read %s", matters[i]);
	}
	return 0;
}

/* The rules of a zone in the file are gone through by libical at one go. */
static bool
is_plain_zone_rule(icalproperty *p)
{
	struct icalrecurrencetype rule = icalproperty_get_rrule(p);

	return rule.freq == ICAL_YEARLY_RECURRENCE &&
	       at_most_one(rule.by_hour) && at_most_one(rule.by_minute) &&
	       at_most_one(rule.by_second) && at_most_one(rule.by_month) &&
	       at_most_one(rule.by_day + 6) &&
	       rule.by_year_day[0] == ICAL_RECURRENCE_ARRAY_MAX &&
	       rule.by_week_no[0] == ICAL_RECURRENCE_ARRAY_MAX &&
	       rule.rscale == NULL;
}

static int
check_zone(struct reading *r, icalcomponent *zone, size_t *n)
{
	icalcompiter i = icalcomponent_begin_component(
	    zone, ICAL_ANY_COMPONENT);

	for (; icalcompiter_deref(&i) != NULL; icalcompiter_next(&i)) {
		icalcomponent *c = icalcompiter_deref(&i);
		icalproperty *p = icalcomponent_get_first_property(
		    c, ICAL_RRULE_PROPERTY);

		if (++*n > LIMIT_CALENDAR_ZONES)
			return err_set(r->e,
			    "its VTIMEZONEs have more than %d changes",
			    LIMIT_CALENDAR_ZONES);
		for (; p != NULL; p = icalcomponent_get_next_property(
				      c, ICAL_RRULE_PROPERTY))
			if (!is_plain_zone_rule(p))
				return err_set(r->e,
				    "a VTIMEZONE has a rule that is not of "
				    "one day a year");
	}
	return 0;
}

static int
check_zones(struct reading *r)
{
	icalcompiter i = icalcomponent_begin_component(
	    r->root, ICAL_VTIMEZONE_COMPONENT);
	size_t n = 0;

	for (; icalcompiter_deref(&i) != NULL; icalcompiter_next(&i))
		if (check_zone(r, icalcompiter_deref(&i), &n) == -1)
			return -1;
	return 0;
}

static int
by_begin(const void *a, const void *b)
{
	const struct duty *x = a, *y = b;

	if (x->from != y->from)
		return x->from < y->from ? -1 : 1;
	if (x->until != y->until)
		return x->until > y->until ? -1 : 1;
	return strcmp(x->who, y->who);
}

static int
read_all(struct reading *r)
{
	struct duties *l = &r->out->shifts;

	if (check_zones(r) == -1 || each_event(r, check_errors) == -1 ||
	    each_event(r, read_override) == -1 ||
	    each_event(r, read_event) == -1)
		return -1;
	if (l->n > 0)
		qsort(l->v, l->n, sizeof(*l->v), by_begin);
	return 0;
}

/* What is cut off in the middle must not pass for a shorter one. */
static bool
is_whole(const char *text, size_t n)
{
	static const char end[] = "END:VCALENDAR";

	while (n > 0 && strchr(" \t\r\n", text[n - 1]) != NULL)
		n--;
	return n >= strlen(end) &&
	       strncasecmp(text + n - strlen(end), end, strlen(end)) == 0;
}

static icalcomponent *
parse(const char *text, size_t n, struct err *e)
{
	icalcomponent *root;
	char *copy;

	if (n >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0) {
		text += 3;
		n -= 3;
	}
	if (n > LIMIT_CALENDAR) {
		err_set(e, "it is larger than %d bytes", LIMIT_CALENDAR);
		return NULL;
	}
	if (memchr(text, '\0', n) != NULL || !is_whole(text, n)) {
		err_set(e, "it is no whole iCalendar: it does not end with "
			   "END:VCALENDAR");
		return NULL;
	}
	icalerror_set_errors_are_fatal(0);
	copy = xstrndup(text, n);
	root = icalparser_parse_string(copy);
	free(copy);
	if (root != NULL && icalcomponent_isa(root) == ICAL_VCALENDAR_COMPONENT)
		return root;
	err_set(e, root == NULL ? "it is no iCalendar"
				: "it is not one iCalendar but several");
	if (root != NULL)
		icalcomponent_free(root);
	return NULL;
}

int
calendar_read(const char *text, size_t n, const struct calendar_team *team,
    int64_t from, int64_t until, struct calendar *out, struct err *e)
{
	struct reading r = {.team = team,
	    .from = from,
	    .until = until,
	    .days = LIMIT_CALENDAR_DAYS,
	    .out = out,
	    .e = e};
	int rc;

	*out = (struct calendar){0};
	r.root = parse(text, n, e);
	if (r.root == NULL)
		return -1;
	rc = read_all(&r);
	free(r.overrides);
	icalcomponent_free(r.root);
	if (rc == -1)
		calendar_clear(out);
	return rc;
}

void
calendar_clear(struct calendar *c)
{
	duties_clear(&c->shifts);
	free(c->stranger);
	*c = (struct calendar){0};
}
