#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/mem.h"
#include "base/rate.h"
#include "base/str.h"

static const struct {
	const char *name;
	int64_t ms;
} units[] = {
    {"s", 1000}, {"min", 60 * 1000}, {"h", 3600 * 1000}, {"d", 86400 * 1000}};

int
rate_parse(const char *s, struct rate *out)
{
	size_t n = strcspn(s, "/");
	char *digits = xstrndup(s, n);
	int64_t most = 0;
	int r = s[n] == '\0' ? -1 : parse_int(digits, 1, RATE_MOST, &most);

	free(digits);
	for (size_t i = 0; r == 0 && i < LENGTH(units); i++) {
		if (!str_eq(units[i].name, s + n + 1))
			continue;
		*out = (struct rate){most, units[i].ms};
		return 0;
	}
	return -1;
}

char *
rate_format(const struct rate *r)
{
	size_t i = 0;

	if (r->most == 0)
		return xstrdup("");
	while (i + 1 < LENGTH(units) && units[i].ms != r->span)
		i++;
	return xasprintf("%lld/%s", (long long)r->most, units[i].name);
}
