#include <string.h>

#include "alertctl/help/values.h"
#include "conf/config.h"

static const char *const effects[] = {
    "outage", "degraded", "data_error", "planned", NULL};
static const char *const types[] = {
    "first", "update", "repeat", "resolved", "correction", "planned", NULL};

static const char *const channels[] = {
    "both", "mail", "sms", "sms-outages", "default", NULL};

static void
add_all(struct strv *out, const char *const *words)
{
	for (; *words != NULL; words++)
		strv_add(out, *words);
}

/* "works|down"; "FILE|ID" says what they are, not which. */
static bool
names_them(const char *arg)
{
	return strchr(arg, '|') != NULL &&
	       arg[strspn(arg, "abcdefghijklmnopqrstuvwxyz_-|")] == '\0';
}

bool
values_of(const char *arg, struct strv *out)
{
	*out = (struct strv){0};
	if (str_eq(arg, "EFFECT"))
		add_all(out, effects);
	else if (str_eq(arg, "TYPE"))
		add_all(out, types);
	else if (str_eq(arg, "CHANNELS"))
		add_all(out, channels);
	else if (str_eq(arg, "KIND"))
		add_all(out, feed_kind_names());
	else if (names_them(arg))
		strv_split(out, arg, "|");
	return out->n > 0;
}
