#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/clock.h"
#include "base/diag.h"
#include "base/mem.h"
#include "conf/weekday.h"

static const char *const days[] = {"monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday", NULL};

int
handover_parse(const char *s, int64_t *out, const char **near)
{
	size_t n = strcspn(s, " ");
	char *day = xstrndup(s, n);
	int64_t minutes;
	int i = 0;

	*near = NULL;
	while (days[i] != NULL && strcasecmp(days[i], day) != 0)
		i++;
	if (days[i] == NULL)
		*near = nearest(day, days);
	free(day);
	if (days[i] == NULL || s[n] == '\0' ||
	    parse_hour(s + n + 1, &minutes) == -1)
		return -1;
	*out = i * 1440 + minutes;
	return 0;
}
