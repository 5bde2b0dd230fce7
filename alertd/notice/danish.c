#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/mem.h"
#include "notice/danish.h"

static const char *const days[2][7] = {
    {"mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"},
    {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
	"Sunday"},
};
static const char *const months[2][12] = {
    {"januar", "februar", "marts", "april", "maj", "juni", "juli", "august",
	"september", "oktober", "november", "december"},
    {"January", "February", "March", "April", "May", "June", "July", "August",
	"September", "October", "November", "December"},
};
/* Which of the two, in the hour that comes twice: first winter time. */
static const char *const halves[2][2] = {
    {" (normaltid)", " (sommertid)"},
    {" (winter time)", " (summer time)"},
};

static int
english(const char *language)
{
	return strcmp(language, "en") == 0;
}

static const char *
half(const struct civil *c, const char *language)
{
	return c->repeated ? halves[english(language)][c->dst] : "";
}

char *
say_time(int64_t t, const char *language)
{
	struct civil c = civil_local(t);

	return xasprintf(english(language) ? "%02d:%02d%s" : "kl. %02d.%02d%s",
	    c.hour, c.minute, half(&c, language));
}

static char *
day_and_month(const struct civil *c, const char *language)
{
	int en = english(language);

	return xasprintf(en ? "%s %d %s" : "%s den %d. %s",
	    days[en][c->weekday], c->day, months[en][c->month - 1]);
}

char *
say_date(int64_t t, const char *language)
{
	struct civil c = civil_local(t);
	char *day = day_and_month(&c, language);
	char *s = xasprintf("%s %d", day, c.year);

	free(day);
	return s;
}

static int
same_day(int64_t a, int64_t b)
{
	struct civil x = civil_local(a), y = civil_local(b);

	return x.year == y.year && x.month == y.month && x.day == y.day;
}

char *
say_when(int64_t t, int64_t now, const char *language)
{
	struct civil c = civil_local(t);
	char *time = say_time(t, language), *day, *s;

	if (same_day(t, now))
		return time;
	day = c.year == civil_local(now).year ? day_and_month(&c, language)
					      : say_date(t, language);
	s = xasprintf("%s %s", time, day);
	free(time);
	free(day);
	return s;
}

static char *
count(int64_t n, const char *one, const char *many)
{
	return xasprintf("%lld %s", (long long)n, n == 1 ? one : many);
}

static char *
join(char *a, char *b, const char *and)
{
	char *s = b == NULL ? xstrdup(a) : xasprintf("%s %s %s", a, and, b);

	free(a);
	free(b);
	return s;
}

char *
say_duration(int64_t seconds, const char *language)
{
	int en = english(language);
	int64_t m = seconds < 60 ? 1 : seconds / 60, h = m / 60, d = h / 24;
	char *hours = NULL, *minutes = NULL;
	const char *and = en ? "and" : "og";

	if (h % 24 > 0 || d == 0)
		hours = count(d > 0 ? h % 24 : h, en ? "hour" : "time",
		    en ? "hours" : "timer");
	if (d > 0)
		return join(count(d, en ? "day" : "dag", en ? "days" : "dage"),
		    hours, and);
	if (m % 60 > 0)
		minutes = count(m % 60, en ? "minute" : "minut",
		    en ? "minutes" : "minutter");
	if (h == 0) {
		free(hours);
		return minutes;
	}
	return join(hours, minutes, and);
}

char *
say_duration_short(int64_t seconds, const char *language)
{
	int64_t m = seconds < 60 ? 1 : seconds / 60;
	int64_t h = m / 60, d = h / 24;
	const char *hour = english(language) ? "h" : "t";

	if (d > 0)
		return xasprintf("%d d %d %s", (int)d, (int)(h % 24), hour);
	if (h > 0)
		return xasprintf("%d %s %d min", (int)h, hour, (int)(m % 60));
	return xasprintf("%d min", (int)m);
}

char *
say_short(int64_t t, int64_t now, const char *language)
{
	struct civil c = civil_local(t);
	char *time = say_time(t, language), *s;

	if (same_day(t, now))
		return time;
	s = xasprintf("%d/%d %s", c.day, c.month, time);
	free(time);
	return s;
}
