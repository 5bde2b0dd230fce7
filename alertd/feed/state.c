#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/attr.h"
#include "base/buf.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "feed/field.h"
#include "feed/state.h"

static const struct {
	const char *name;
	enum phase phase;
} states[] = {
    {"investigating", PHASE_OPEN},
    {"identified", PHASE_OPEN},
    {"monitoring", PHASE_OPEN},
    {"resolved", PHASE_RESOLVED},
    {"postmortem", PHASE_RESOLVED},
    {"scheduled", PHASE_PLANNED},
    {"in_progress", PHASE_OPEN},
    {"verifying", PHASE_OPEN},
    {"completed", PHASE_RESOLVED},
    {"update", PHASE_UNKNOWN},
};

enum phase
state_phase(const char *status)
{
	for (size_t i = 0; i < LENGTH(states); i++)
		if (strcmp(status, states[i].name) == 0)
			return states[i].phase;
	return PHASE_UNKNOWN;
}

/* The length of "Resolved - " at s, its word in *out (free()), or 0. */
static size_t
lead(const char *s, char **out)
{
	for (size_t i = 0; i < LENGTH(states); i++) {
		size_t n = strlen(states[i].name);
		char *word = field_word(s, strnlen(s, n));
		bool same = strcmp(word, states[i].name) == 0;

		free(word);
		if (!same || !isupper((unsigned char)*s))
			continue;
		s += n;
		if (strncmp(s, " - ", 3) != 0 && strncmp(s, " -\n", 3) != 0 &&
		    strcmp(s, " -") != 0)
			return 0;
		*out = xstrdup(states[i].name);
		return s[2] == '\0' ? n + 2 : n + 3;
	}
	return 0;
}

/* The length of a line like "Jan  1, 09:09 PST", or 0. */
static size_t
date_line(const char *s)
{
	size_t n = strcspn(s, "\n");

	if (s[n] != '\n' || n < 10 || n > 60 || !isupper((unsigned char)*s))
		return 0;
	if (memchr(s, ':', n) == NULL || memchr(s, ',', n) == NULL ||
	    strcspn(s, "0123456789") > 10)
		return 0;
	return n + 1;
}

static bool
has_date_line(const char *s)
{
	for (; s != NULL; s = strchr(s, '\n')) {
		s += *s == '\n';
		if (date_line(s) > 0)
			return true;
	}
	return false;
}

/* The next update at or after s: where it begins, its word, its length. */
static const char *
next_update(const char *s, char **word, const char **body)
{
	bool start = true;

	for (; *s != '\0'; s++) {
		if (start) {
			size_t date = date_line(s);
			size_t n = lead(s + date, word);

			if (n > 0) {
				*body = s + date + n;
				return s;
			}
		}
		start = s[0] == '\n';
	}
	*body = NULL;
	return NULL;
}

/* The first update of all that tells a state decides; a post-mortem last. */
static void
decide(char **status, const char *word)
{
	bool none = **status == '\0' || strcmp(*status, "postmortem") == 0;

	if (none && state_phase(word) != PHASE_UNKNOWN)
		xreplace(status, word);
}

static void
add_update(struct buf *b, const char *s, size_t n, size_t *newest)
{
	char *text = field_text(s, n, LIMIT_TEXT);

	if (b->len > 0 && *text != '\0')
		buf_adds(b, "\n\n");
	buf_adds(b, text);
	if (*newest == 0)
		*newest = b->len;
	free(text);
}

void
state_from_text(struct report *r)
{
	const char *body, *at;
	char *word = NULL;
	struct buf b;
	int updates = 0;

	r->newest = strlen(r->text);
	at = next_update(r->text, &word, &body);
	if (at == NULL)
		return;
	if (at != r->text && !str_starts(r->text, "THIS IS A SCHEDULED")) {
		free(word);
		return;
	}
	buf_init(&b, 2 * LIMIT_TEXT);
	r->newest = 0;
	if (at != r->text) { /* when the work is, which stands first */
		buf_add(&b, r->text, (size_t)(at - r->text));
	}
	while (at != NULL) {
		const char *from = body;

		updates++;
		decide(&r->status, word);
		free(word);
		word = NULL;
		at = next_update(from, &word, &body);
		add_update(&b, from,
		    at == NULL ? strlen(from) : (size_t)(at - from),
		    &r->newest);
	}
	free(r->text);
	r->text = field_text(buf_str(&b), b.len, LIMIT_TEXT);
	buf_clear(&b);
	if (r->newest > strlen(r->text))
		r->newest = strlen(r->text);
	/* Nothing but one "Update": what is announced so is often no event. */
	if (*r->status == '\0' && updates == 1 && !has_date_line(r->text))
		xreplace(&r->status, "update");
	r->phase = state_phase(r->status);
}
