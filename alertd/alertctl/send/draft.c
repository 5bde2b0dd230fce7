#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "alertctl/send/draft.h"
#include "base/attr.h"
#include "base/buf.h"
#include "base/cpr.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/tr.h"

#define VERSION_OF_FORM 1

static const char *const parts[SAID_PARTS] = {
    [SAID_SERVICE] = "service",
    [SAID_EFFECT] = "effect",
    [SAID_STARTS] = "starts",
    [SAID_ENDS] = "ends",
    [SAID_SINCE] = "since",
    [SAID_ONLINE] = "fmk-online",
    [SAID_AUDIENCE] = "to",
    [SAID_TITLE] = "title",
    [SAID_TEXT] = "text",
};

static void
put_string(json_t *j, const char *key, const char *s)
{
	char *fine, *masked;
	size_t n = 0;

	if (s == NULL)
		return;
	fine = utf8_repair(s, strlen(s));
	masked = cpr_mask(fine, &n);
	json_object_set_new(j, key, json_string(masked));
	free(masked);
	free(fine);
}

static void
put_time(json_t *j, const char *key, int64_t t)
{
	if (t != TIME_NONE)
		json_object_set_new(j, key, json_integer(t));
}

char *
draft_write(const struct said *said)
{
	const struct statement *s = &said->s;
	json_t *answered = json_array();
	json_t *j = json_pack("{s:i, s:s, s:s, s:b, s:b, s:o}", "version",
	    VERSION_OF_FORM, "effect", effect_name(s->effect), "fmk-online",
	    online_name(s->online), "path", s->path, "exercise", s->exercise,
	    "answered", answered);
	char *text, *out;

	put_string(j, "service", said->service);
	put_string(j, "to", said->audience);
	put_string(j, "title", said->title);
	put_string(j, "text", said->text);
	put_time(j, "since", s->since);
	put_time(j, "expected-end", s->expected_end);
	put_time(j, "starts", s->starts);
	put_time(j, "ends", s->ends);
	for (int i = 0; i < SAID_PARTS; i++)
		if (said->has[i])
			json_array_append_new(answered, json_string(parts[i]));
	text = json_dumps(j, JSON_COMPACT);
	out = xstrdup(text);
	free(text);
	json_decref(j);
	return out;
}

/* A string of at most max bytes; absent: NULL. */
static int
get_string(
    const json_t *j, const char *key, size_t max, char **out, struct err *e)
{
	const json_t *v = json_object_get(j, key);

	if (v == NULL)
		return 0;
	if (!json_is_string(v) || json_string_length(v) > max)
		return err_set(e, _("its %s cannot be read"), key);
	*out = xstrdup(json_string_value(v));
	return 0;
}

static int
get_time(const json_t *j, const char *key, int64_t *out, struct err *e)
{
	const json_t *v = json_object_get(j, key);

	if (v == NULL)
		return 0;
	if (!json_is_integer(v) || json_integer_value(v) < 0 ||
	    json_integer_value(v) > TIME_MAX)
		return err_set(e, _("its %s cannot be read"), key);
	*out = json_integer_value(v);
	return 0;
}

static int
get_strings(const json_t *j, struct said *out, struct err *e)
{
	if (get_string(j, "service", LIMIT_TITLE, &out->service, e) == -1 ||
	    get_string(j, "to", LIMIT_TEXT, &out->audience, e) == -1 ||
	    get_string(j, "title", LIMIT_TITLE, &out->title, e) == -1)
		return -1;
	/* A byte that was none of UTF-8 has become three. */
	return get_string(j, "text", (size_t)3 * LIMIT_TEXT, &out->text, e);
}

static int
get_times(const json_t *j, struct statement *s, struct err *e)
{
	if (get_time(j, "since", &s->since, e) == -1 ||
	    get_time(j, "expected-end", &s->expected_end, e) == -1 ||
	    get_time(j, "starts", &s->starts, e) == -1 ||
	    get_time(j, "ends", &s->ends, e) == -1)
		return -1;
	return 0;
}

static int
get_words(const json_t *j, struct statement *s, struct err *e)
{
	const char *effect = json_string_value(json_object_get(j, "effect"));
	const char *online = json_string_value(
	    json_object_get(j, "fmk-online"));

	if (effect == NULL || effect_parse(effect, &s->effect) == -1 ||
	    online == NULL || online_parse(online, &s->online) == -1)
		return err_set(
		    e, _("its %s cannot be read"), "effect and fmk-online");
	s->path = json_is_true(json_object_get(j, "path"));
	s->exercise = json_is_true(json_object_get(j, "exercise"));
	return 0;
}

/* Unknown names are of a later version, and asked for again. */
static void
get_answered(const json_t *j, struct said *out)
{
	const json_t *v;
	size_t i;

	json_array_foreach(json_object_get(j, "answered"), i, v)
	{
		for (size_t k = 0; k < LENGTH(parts); k++)
			if (str_eq(json_string_value(v), parts[k]))
				out->has[k] = true;
	}
}

int
draft_read(const char *json, struct said *out, struct err *e)
{
	json_error_t je;
	json_t *j = json_loads(json, JSON_REJECT_DUPLICATES, &je);
	int r = -1;

	said_init(out);
	if (j == NULL || json_integer_value(json_object_get(j, "version")) !=
			     VERSION_OF_FORM)
		err_set(e, "%s", _("it is none that this version wrote"));
	else if (get_words(j, &out->s, e) == 0 &&
		 get_times(j, &out->s, e) == 0 && get_strings(j, out, e) == 0)
		r = 0;
	if (r == 0)
		get_answered(j, out);
	json_decref(j);
	said_point(out);
	return r;
}

char *
draft_label(const struct said *said)
{
	const struct statement *s = &said->s;
	struct buf b;
	char *line;

	buf_init(&b, LIMIT_TEXT * 4);
	if (s->exercise)
		buf_adds(&b, "ØVELSE ");
	if (said->service != NULL)
		buf_addf(&b, "%s ", said->service);
	if (s->effect != EFFECT_NONE)
		buf_addf(&b, "%s ", _(effect_name(s->effect)));
	if (!str_empty(said->title))
		buf_addf(&b, "%s", said->title);
	else if (!str_empty(said->text))
		buf_addf(&b, "%s", said->text);
	line = str_line(buf_str(&b), b.len, 60);
	buf_clear(&b);
	return line;
}
