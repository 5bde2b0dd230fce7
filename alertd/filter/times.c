#include <ctype.h>
#include <string.h>

#include "base/attr.h"
#include "base/clock.h"
#include "base/str.h"
#include "filter/judge.h"

#define DAY 86400

static const char *const months[] = {"jan", "feb", "mar", "apr", "maj", "jun",
    "jul", "aug", "sep", "okt", "nov", "dec"};
static const char *const english[] = {"jan", "feb", "mar", "apr", "may", "jun",
    "jul", "aug", "sep", "oct", "nov", "dec"};
static const char *const weekdays[][2] = {{"mandag", "monday"},
    {"tirsdag", "tuesday"}, {"onsdag", "wednesday"}, {"torsdag", "thursday"},
    {"fredag", "friday"}, {"lørdag", "saturday"}, {"søndag", "sunday"}};
static const char *const tomorrow[] = {"i morgen", "imorgen", "tomorrow"};

struct day {
	int year, month, day;
};

static void
judge_online(struct judgement *j)
{
	const char *status = j->seen[j->f->online].status;
	enum online *out = &j->out->online;
	struct span at;

	if (status != NULL) {
		*out = str_eq(status, "operational") ||
			       str_eq(status, "degraded_performance")
			   ? ONLINE_WORKS
			   : ONLINE_DOWN;
		return;
	}
	for (size_t i = 0; i < j->doc.n && *out == ONLINE_UNKNOWN; i++) {
		struct span s = j->doc.v[i].text, run;
		enum says said;

		/* "Does FMK-online run?" is no answer. */
		if (j->doc.v[i].question ||
		    !judge_find(j, names_of(j->f->online), s, 0, &at))
			continue;
		said = judge_said_of(j, &j->doc.v[i], at, &run);
		if (judge_has(j, WORDS_ALSO_HIT, s) || said == SAYS_FAILS)
			*out = ONLINE_DOWN;
		else if (said == SAYS_FINE || said == SAYS_RUNS ||
			 (said == SAYS_OVER && judge_has(j, WORDS_RUNS, s)))
			*out = ONLINE_WORKS;
	}
}

/* Reads one or two digits at *p, moves past them; -1 if there are none. */
static int
digits(const char **p, const char *end)
{
	int v = 0, n = 0;

	for (; *p < end && n < 2 && isdigit((unsigned char)**p); n++)
		v = v * 10 + *(*p)++ - '0';
	if (*p < end && isdigit((unsigned char)**p))
		return -1;
	return n ? v : -1;
}

/* The first "kl. 14.30", "klokken 8" or "at 14:30" of s. */
static bool
find_time(struct span s, int *hour, int *minute)
{
	static const char *const before[] = {
	    "kl. ", "kl ", "klokken ", "at ", "kl.", "by "};
	const char *end = s.s + s.n;

	for (const char *at = s.s; at < end; at++) {
		for (size_t k = 0; k < LENGTH(before); k++) {
			const char *p = at + strlen(before[k]);

			if (!str_starts(at, before[k]) || p >= end ||
			    (at > s.s && isalnum((unsigned char)at[-1])))
				continue;
			*hour = digits(&p, end);
			*minute = 0;
			if (p + 2 < end + 0 && strchr(".:", *p) &&
			    isdigit((unsigned char)p[1])) {
				p++;
				*minute = digits(&p, end);
			}
			if (*hour >= 0 && *hour < 24 && *minute >= 0 &&
			    *minute < 60)
				return true;
		}
	}
	return false;
}

static int
month_at(const char *p)
{
	for (int m = 0; m < 12; m++)
		if (str_starts(p, months[m]) || str_starts(p, english[m]))
			return m + 1;
	return 0;
}

/* "3. marts", "3 March" or "3/3" within s. */
static bool
find_date(struct span s, struct day *d)
{
	const char *end = s.s + s.n;

	for (const char *at = s.s; at < end; at++) {
		const char *p = at;
		int day, month;

		if (!isdigit((unsigned char)*at) ||
		    (at > s.s && (isdigit((unsigned char)at[-1]) ||
				     strchr("./:-", at[-1]) != NULL)))
			continue;
		day = digits(&p, end);
		if (p < end && *p == '/') {
			p++;
			month = digits(&p, end);
		} else {
			p += p < end && *p == '.';
			while (p < end && *p == ' ')
				p++;
			month = p < end ? month_at(p) : 0;
		}
		if (month < 1 || month > 12 || day < 1 ||
		    day > days_in_month(d->year, month))
			continue;
		d->day = day;
		d->month = month;
		return true;
	}
	return false;
}

static bool
holds(struct span s, const char *word)
{
	size_t n = strlen(word);

	for (size_t i = 0; i + n <= s.n; i++)
		if (strncmp(s.s + i, word, n) == 0)
			return true;
	return false;
}

/* Days from now to the day that s names: 0 when it names none. */
static int
days_ahead(struct span s, int weekday)
{
	for (size_t i = 0; i < LENGTH(tomorrow); i++)
		if (holds(s, tomorrow[i]))
			return 1;
	for (int d = 0; d < 7; d++)
		if (holds(s, weekdays[d][0]) || holds(s, weekdays[d][1]))
			return (d - weekday + 7) % 7;
	return 0;
}

static int64_t
said_end(struct judgement *j, struct span s)
{
	int64_t now = j->r->updated, t;
	struct civil c;
	struct day d;
	int hour, minute;

	if (now == TIME_NONE || !find_time(s, &hour, &minute))
		return TIME_NONE;
	c = civil_local(now);
	d = (struct day){c.year, c.month, c.day};
	if (find_date(s, &d)) {
		t = local_to_utc(d.year, d.month, d.day, hour, minute);
		if (t < now - 30 * (int64_t)DAY) /* in January, of December */
			t = local_to_utc(
			    d.year + 1, d.month, d.day, hour, minute);
		return t > now ? t : TIME_NONE;
	}
	c = civil_local(now + days_ahead(s, c.weekday) * (int64_t)DAY);
	t = local_to_utc(c.year, c.month, c.day, hour, minute);
	if (t > now)
		return t;
	c = civil_local(now + DAY);
	return local_to_utc(c.year, c.month, c.day, hour, minute);
}

void
judge_times(struct judgement *j)
{
	int64_t *out = &j->out->expected_end;

	judge_online(j);
	*out = j->planned ? j->r->ends : TIME_NONE;
	for (size_t i = 0; i < j->doc.n && *out == TIME_NONE; i++) {
		struct span s = j->doc.v[i].text;

		if (j->doc.v[i].part == PART_NEWEST &&
		    judge_has(j, WORDS_EXPECTED_END, s) &&
		    !judge_has(j, WORDS_NEXT_UPDATE, s))
			*out = said_end(j, s);
	}
}
