#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/attr.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/str.h"

#define CLOCK_BOOT "/proc/sys/kernel/random/boot_id"

static struct clock (*made_clock)(void);

void clock_make(struct clock (*made)(void))
{
	made_clock = made;
}

struct clock
clock_read(void)
{
	struct timespec wall, mono;

	if (made_clock != NULL)
		return made_clock();
	clock_gettime(CLOCK_REALTIME, &wall);
	clock_gettime(CLOCK_MONOTONIC, &mono);
	return (struct clock){
	    .wall = wall.tv_sec,
	    .mono_ms = (int64_t)mono.tv_sec * 1000 + mono.tv_nsec / 1000000,
	};
}

const char *
clock_boot(void)
{
	static char id[40];
	static bool read_before;
	struct err e;
	char *text;
	size_t n;

	if (!read_before &&
	    file_read(CLOCK_BOOT, sizeof(id), &text, &n, &e) == 0) {
		snprintf(id, sizeof(id), "%s", str_trim(text));
		free(text);
	}
	read_before = true;
	return id;
}

int
zone_set(const char *name, struct err *e)
{
	char *path;
	int missing;

	if (name[0] == '/' || strstr(name, "..") != NULL)
		return err_set(e,
		    "time zone \"%s\" is not a name like "
		    "Europe/Copenhagen",
		    name);
	path = xasprintf("/usr/share/zoneinfo/%s", name);
	missing = access(path, R_OK);
	free(path);
	if (missing != 0)
		return err_set(e,
		    "time zone \"%s\" is not in "
		    "/usr/share/zoneinfo (package tzdata)",
		    name);
	setenv("TZ", name, 1);
	tzset();
	return 0;
}

static struct civil
civil_from_tm(const struct tm *tm)
{
	return (struct civil){
	    .year = tm->tm_year + 1900,
	    .month = tm->tm_mon + 1,
	    .day = tm->tm_mday,
	    .hour = tm->tm_hour,
	    .minute = tm->tm_min,
	    .second = tm->tm_sec,
	    .weekday = (tm->tm_wday + 6) % 7,
	    .offset = (int)tm->tm_gmtoff,
	    .dst = tm->tm_isdst > 0,
	};
}

struct civil
civil_local(int64_t t)
{
	time_t at = (time_t)t, near;
	struct tm tm, other;
	struct civil c;

	if (localtime_r(&at, &tm) == NULL)
		return civil_utc(t);
	c = civil_from_tm(&tm);
	/* The hour comes twice if an hour away the clock shows the same. */
	near = at + (c.dst ? 3600 : -3600);
	if (localtime_r(&near, &other) != NULL)
		c.repeated = other.tm_hour == tm.tm_hour &&
			     other.tm_mday == tm.tm_mday;
	return c;
}

struct civil
civil_utc(int64_t t)
{
	time_t at = (time_t)t;
	struct tm tm = {0};

	gmtime_r(&at, &tm);
	return civil_from_tm(&tm);
}

int64_t
utc_from_civil(int year, int month, int day, int hour, int minute, int second)
{
	struct tm tm = {
	    .tm_year = year - 1900,
	    .tm_mon = month - 1,
	    .tm_mday = day,
	    .tm_hour = hour,
	    .tm_min = minute,
	    .tm_sec = second,
	};

	return timegm(&tm);
}

int64_t
local_to_utc(int year, int month, int day, int hour, int minute)
{
	struct tm tm = {
	    .tm_year = year - 1900,
	    .tm_mon = month - 1,
	    .tm_mday = day,
	    .tm_hour = hour,
	    .tm_min = minute,
	    .tm_isdst = -1,
	};
	int64_t t = mktime(&tm);

	if (civil_local(t).repeated && !civil_local(t).dst)
		t -= 3600;
	return t;
}

int64_t
wall_to_utc(int64_t wall)
{
	struct civil c = civil_utc(wall);

	return local_to_utc(c.year, c.month, c.day, c.hour, c.minute) +
	       c.second;
}

int64_t
wall_from_utc(int64_t t)
{
	return t + civil_local(t).offset;
}

int
days_in_month(int year, int month)
{
	static const int days[] = {
	    31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	return month == 2 && leap ? 29 : days[month - 1];
}

/* Reads exactly n digits at *s and moves past them. */
static int
digits(const char **s, int n, int *out)
{
	int v = 0;

	for (int i = 0; i < n; i++) {
		if ((*s)[i] < '0' || (*s)[i] > '9')
			return -1;
		v = v * 10 + ((*s)[i] - '0');
	}
	*s += n;
	*out = v;
	return 0;
}

static int
one_of(const char **s, const char *set)
{
	if (**s == '\0' || strchr(set, **s) == NULL)
		return -1;
	(*s)++;
	return 0;
}

/* "Z", "+01:00", "+0100", "+01" into seconds east of UTC. */
static int
offset(const char *s, int *out)
{
	int h, m = 0, sign = *s == '-' ? -1 : 1;

	*out = 0;
	if ((*s == 'Z' || *s == 'z') && s[1] == '\0')
		return 0;
	if (one_of(&s, "+-") == -1 || digits(&s, 2, &h) == -1)
		return -1;
	if (*s == ':')
		s++;
	if (*s != '\0' && digits(&s, 2, &m) == -1)
		return -1;
	if (*s != '\0' || h > 23 || m > 59)
		return -1;
	*out = sign * (h * 3600 + m * 60);
	return 0;
}

int
parse_rfc3339(const char *s, int64_t *out)
{
	int year, month, day, hour, minute, second, east;

	if (digits(&s, 4, &year) == -1 || one_of(&s, "-") == -1 ||
	    digits(&s, 2, &month) == -1 || one_of(&s, "-") == -1 ||
	    digits(&s, 2, &day) == -1 || one_of(&s, "Tt ") == -1 ||
	    digits(&s, 2, &hour) == -1 || one_of(&s, ":") == -1 ||
	    digits(&s, 2, &minute) == -1 || one_of(&s, ":") == -1 ||
	    digits(&s, 2, &second) == -1)
		return -1;
	if (*s == '.' || *s == ',') {
		s++;
		if (*s < '0' || *s > '9')
			return -1;
		s += strspn(s, "0123456789");
	}
	if (*s == ' ')
		s++;
	if (offset(s, &east) == -1)
		return -1;
	if (month < 1 || month > 12 || day < 1 ||
	    day > days_in_month(year, month) || hour > 23 || minute > 59 ||
	    second > 60)
		return -1;
	if (second == 60)
		second = 59;
	*out = utc_from_civil(year, month, day, hour, minute, second) - east;
	return 0;
}

int
parse_date(const char *s, int64_t *out)
{
	int year, month, day;

	if (digits(&s, 4, &year) == -1 || one_of(&s, "-") == -1 ||
	    digits(&s, 2, &month) == -1 || one_of(&s, "-") == -1 ||
	    digits(&s, 2, &day) == -1 || *s != '\0')
		return -1;
	if (year < 1970 || month < 1 || month > 12 || day < 1 ||
	    day > days_in_month(year, month))
		return -1;
	*out = utc_from_civil(year, month, day, 0, 0, 0) / 86400;
	return 0;
}

int
parse_hour(const char *s, int64_t *out)
{
	int hour, minute;

	if (digits(&s, strcspn(s, ":.") == 1 ? 1 : 2, &hour) == -1 ||
	    one_of(&s, ":.") == -1 || digits(&s, 2, &minute) == -1 ||
	    *s != '\0' || hour > 23 || minute > 59)
		return -1;
	*out = hour * 60 + minute;
	return 0;
}

int
parse_wall(const char *s, int64_t *out)
{
	char day[11];
	int64_t days, minutes;

	if (strlen(s) < 11 || (s[10] != ' ' && s[10] != 'T'))
		return -1;
	memcpy(day, s, 10);
	day[10] = '\0';
	if (parse_date(day, &days) == -1 || parse_hour(s + 11, &minutes) == -1)
		return -1;
	*out = days * 86400 + minutes * 60;
	return 0;
}

char *
format_rfc3339(int64_t t, char buf[RFC3339_SIZE])
{
	struct civil c;

	buf[0] = '\0';
	if (t == TIME_NONE || t < -INT64_C(62135596800) || t > TIME_MAX)
		return buf;
	c = civil_utc(t);
	snprintf(buf, RFC3339_SIZE, "%04u-%02u-%02uT%02u:%02u:%02uZ",
	    (unsigned)c.year % 10000u, (unsigned)c.month % 100u,
	    (unsigned)c.day % 100u, (unsigned)c.hour % 100u,
	    (unsigned)c.minute % 100u, (unsigned)c.second % 100u);
	return buf;
}

char *
format_compact(int64_t t, char buf[COMPACT_SIZE])
{
	struct civil c = civil_utc(t);

	snprintf(buf, COMPACT_SIZE, "%04u%02u%02uT%02u%02u%02uZ",
	    (unsigned)c.year % 10000, (unsigned)c.month % 100,
	    (unsigned)c.day % 100, (unsigned)c.hour % 100,
	    (unsigned)c.minute % 100, (unsigned)c.second % 100);
	return buf;
}

void
clock_sooner(int64_t *next, int64_t at)
{
	if (at != TIME_NONE && (*next == TIME_NONE || at < *next))
		*next = at;
}
