#include <string.h>

#include "base/attr.h"
#include "base/str.h"
#include "incident/audience.h"

static const struct {
	const char *prefix;
	enum audience_kind kind;
} kinds[] = {
    {"region:", AUDIENCE_REGION},
    {"vendor:", AUDIENCE_VENDOR},
    {"org:", AUDIENCE_ORGS},
};

enum audience_kind
audience_kind(const char *audience, const char **value)
{
	*value = "";
	if (*audience == '\0')
		return AUDIENCE_ALL;
	for (size_t i = 0; i < LENGTH(kinds); i++) {
		if (!str_starts(audience, kinds[i].prefix))
			continue;
		*value = audience + strlen(kinds[i].prefix);
		return kinds[i].kind;
	}
	return AUDIENCE_ORGS;
}

/* One of the words between the commas. */
static bool
lists(const char *list, const char *code)
{
	size_t n = strlen(code);

	for (const char *s = list; n > 0 && s != NULL; s = strchr(s, ',')) {
		s += *s == ',';
		if (strncmp(s, code, n) == 0 && (s[n] == ',' || s[n] == '\0'))
			return true;
	}
	return false;
}

bool
audience_has(const char *audience, const char *code, const char *region,
    const char *vendor)
{
	const char *value;

	switch (audience_kind(audience, &value)) {
	case AUDIENCE_ALL:
		return true;
	case AUDIENCE_REGION:
		return *value != '\0' && strcmp(value, region) == 0;
	case AUDIENCE_VENDOR:
		return *value != '\0' && strcmp(value, vendor) == 0;
	case AUDIENCE_ORGS:
		return lists(value, code);
	}
	return false;
}
