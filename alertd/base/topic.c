#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/diag.h"
#include "base/fold.h"
#include "base/mem.h"
#include "base/tr.h"
#include "base/topic.h"

/* In the order in which they are told. */
static const char *const built_in[] = {TOPIC_FMK, "fmk-online", "nas",
    "prescriptions", TOPIC_PLANNED, TOPIC_DATA_ERROR};

void
topics_built_in(struct strv *out)
{
	for (size_t i = 0; i < LENGTH(built_in); i++)
		strv_add(out, built_in[i]);
}

const char *
topic_refused(const char *topic)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789-";

	if (*topic == '\0' || strlen(topic) > TOPIC_LENGTH ||
	    topic[strspn(topic, letters)] != '\0')
		return "a topic is at most 32 of a-z, 0-9 and \"-\"";
	if (strcmp(topic, TOPIC_ALL) == 0)
		return "\"all\" stands for every topic";
	if (strcmp(topic, TOPIC_PLANNED) == 0 ||
	    strcmp(topic, TOPIC_DATA_ERROR) == 0)
		return "planned and data-error are given by the effect";
	return NULL;
}

static int
unknown(const char *word, const struct strv *known, struct err *e)
{
	const char **names = xcalloc(known->n + 2, sizeof(*names)), *near;
	char *all;

	for (size_t i = 0; i < known->n; i++)
		names[i] = known->v[i];
	names[known->n] = TOPIC_ALL;
	near = nearest(word, names);
	free(names);
	if (near != NULL)
		return err_set(e,
		    _("unknown topic \"%s\"; did you mean \"%s\"?"), word,
		    near);
	all = strv_join(known, ", ");
	err_set(e, _("unknown topic \"%s\"; there are %s, and all"), word, all);
	free(all);
	return -1;
}

/* Adds the topic that the word means, once. */
static int
take(
    const char *word, const struct strv *known, struct strv *out, struct err *e)
{
	const char *found = fold_same(word, TOPIC_ALL) ? TOPIC_ALL : NULL;

	for (size_t i = 0; found == NULL && i < known->n; i++)
		if (fold_same(word, known->v[i]))
			found = known->v[i];
	if (found == NULL)
		return unknown(word, known, e);
	if (!strv_has(out, found))
		strv_add(out, found);
	return 0;
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

int
topics_parse(
    const char *text, const struct strv *known, char **out, struct err *e)
{
	struct strv words = {0}, topics = {0};
	int r = 0;

	*out = NULL;
	strv_split(&words, text, " \t,;");
	for (size_t i = 0; r == 0 && i < words.n; i++)
		r = take(words.v[i], known, &topics, e);
	if (r == 0 && topics.n > 1)
		qsort(topics.v, topics.n, sizeof(*topics.v), by_text);
	if (r == 0)
		*out = strv_has(&topics, TOPIC_ALL) ? xstrdup(TOPIC_ALL)
						    : strv_join(&topics, " ");
	strv_clear(&topics);
	strv_clear(&words);
	return r;
}

bool
topics_have(const char *topics, const char *topic)
{
	size_t n = strlen(topic);

	if (*topics == '\0' || strcmp(topics, TOPIC_ALL) == 0)
		return true;
	for (const char *s = topics; s != NULL; s = strchr(s, ' ')) {
		s += *s == ' ';
		if (strncmp(s, topic, n) == 0 && (s[n] == ' ' || s[n] == '\0'))
			return true;
	}
	return false;
}
