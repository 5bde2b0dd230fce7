#include <inttypes.h>
#include <stdio.h>

#include "alertctl/ui/countdown.h"

#define DAY INT64_C(86400)

const char *
countdown(int64_t seconds, char buf[COUNTDOWN_SIZE])
{
	int64_t s = seconds == INT64_MIN ? INT64_MAX
		    : seconds < 0	 ? -seconds
					 : seconds;
	int64_t days = s >= 2 * DAY ? s / DAY : 0;

	s -= days * DAY;
	if (days > 0)
		snprintf(buf, COUNTDOWN_SIZE,
		    "%" PRId64 "d %02" PRId64 ":%02" PRId64 ":%02" PRId64, days,
		    s / 3600, s / 60 % 60, s % 60);
	else
		snprintf(buf, COUNTDOWN_SIZE,
		    "%" PRId64 ":%02" PRId64 ":%02" PRId64, s / 3600,
		    s / 60 % 60, s % 60);
	return buf;
}
