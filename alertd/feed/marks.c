#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/attr.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "feed/field.h"
#include "feed/marks.h"
#include "feed/state.h"

#define MARK_WORD 40 /* bytes of the longest mark, at least */

/* Folded words; what tells no state is only taken off. */
static const struct {
	const char *word, *status;
} marks[] = {
    {"resolved", "resolved"},
    {"fixed", "resolved"},
    {"completed", "resolved"},
    {"service is operating normally", "resolved"},
    {"løst", "resolved"},
    {"afhjulpet", "resolved"},
    {"afsluttet", "resolved"},
    {"investigating", "investigating"},
    {"identified", "identified"},
    {"monitoring", "monitoring"},
    {"ongoing", "investigating"},
    {"in progress", "in_progress"},
    {"service degradation", "investigating"},
    {"service disruption", "investigating"},
    {"service impact", "investigating"},
    {"performance issues", "investigating"},
    {"undersøges", "investigating"},
    {"identificeret", "identified"},
    {"overvåges", "monitoring"},
    {"pågår", "investigating"},
    {"scheduled", "scheduled"},
    {"planlagt", "scheduled"},
    {"update", ""},
    {"updated", ""},
    {"opdatering", ""},
    {"opdateret", ""},
    {"informational message", ""},
};

char *
mark_fold(const char *s, size_t n)
{
	char *copy = xstrndup(s, n), *out;
	utf8proc_uint8_t *fold = utf8proc_NFKC_Casefold(
	    (const utf8proc_uint8_t *)copy);

	out = xstrdup(fold == NULL ? copy : (const char *)fold);
	free(fold);
	free(copy);
	return str_trim(out);
}

/* "Opdatering 2" and "Update #2" are that word. */
static void
drop_number(char *word)
{
	size_t n = strlen(word);

	while (n > 0 && isdigit((unsigned char)word[n - 1]))
		n--;
	while (n > 0 && strchr(" #", word[n - 1]) != NULL)
		n--;
	if (n > 0)
		word[n] = '\0';
}

/* The status of the words, or NULL when they are no mark. */
static const char *
mark(const char *s, size_t n)
{
	const char *status = NULL;
	char *word;

	if (n == 0 || n > MARK_WORD)
		return NULL;
	word = mark_fold(s, n);
	drop_number(word);
	for (size_t i = 0; status == NULL && i < LENGTH(marks); i++)
		if (strcmp(word, marks[i].word) == 0)
			status = marks[i].status;
	free(word);
	return status;
}

int
mark_weight(const char *status)
{
	switch (state_phase(status)) {
	case PHASE_RESOLVED:
		return 3;
	case PHASE_OPEN:
		return 2;
	case PHASE_PLANNED:
		return 1;
	case PHASE_INFO:
	case PHASE_UNKNOWN:
		break;
	}
	return 0;
}

/* Blanks out the n bytes when the words in them are a mark. */
static bool
take_mark(char *at, size_t n, const char *word, size_t len, const char **status)
{
	const char *found = mark(word, len);

	if (found == NULL)
		return false;
	if (*status == NULL || mark_weight(found) > mark_weight(*status))
		*status = found;
	memset(at, ' ', n);
	return true;
}

/* "[RESOLVED]" and "(løst)", wherever they are. */
static void
take_bracketed(char *s, const char **status)
{
	for (char *p = s; (p = strpbrk(p, "[(")) != NULL; p++) {
		size_t n = strcspn(p, *p == '[' ? "]" : ")");

		if (p[n] != '\0')
			take_mark(p, n + 1, p + 1, n - 1, status);
	}
}

/* The length of what parts a mark from the title: ":", " - ", " – "; or 0. */
static size_t
parting(const char *s)
{
	static const char *const signs[] = {": ", " - ", " – ", " — ", " | "};

	for (size_t i = 0; i < LENGTH(signs); i++)
		if (str_starts(s, signs[i]))
			return strlen(signs[i]);
	return 0;
}

/* "Service disruption: …" and "Løst - …", one behind the other. */
static void
take_leading(char *s, const char **status)
{
	for (;;) {
		size_t n = 0;

		s += strspn(s, " ");
		while (n <= MARK_WORD && s[n] != '\0' && parting(s + n) == 0)
			n++;
		if (s[n] == '\0' || n > MARK_WORD ||
		    !take_mark(s, n + parting(s + n), s, n, status))
			return;
	}
}

/* "… - løst" */
static void
take_trailing(char *s, const char **status)
{
	for (size_t at = strlen(s); at > 0; at--) {
		size_t n = parting(s + at - 1), len;

		if (n == 0)
			continue;
		len = strlen(s + at - 1 + n);
		take_mark(s + at - 1, n + len, s + at - 1 + n, len, status);
		return;
	}
}

static const char *const edges[] = {" ", ":", "-", "–", "—", "|"};

/* Cuts what parted the marks from the title at both its ends. */
static char *
without_signs(char *s)
{
	for (size_t i = 0; i < LENGTH(edges); i++) {
		if (!str_starts(s, edges[i]))
			continue;
		s += strlen(edges[i]);
		i = SIZE_MAX; /* from the first again */
	}
	for (size_t i = 0; i < LENGTH(edges); i++) {
		if (!str_ends(s, edges[i]))
			continue;
		s[strlen(s) - strlen(edges[i])] = '\0';
		i = SIZE_MAX;
	}
	return field_line(s, strlen(s), LIMIT_TITLE);
}

char *
mark_off(const char *title, const char **status)
{
	char *s = xstrdup(title), *line;

	*status = NULL;
	take_bracketed(s, status);
	take_leading(s, status);
	take_trailing(s, status);
	line = *status == NULL ? xstrdup(title) : without_signs(s);
	free(s);
	return line;
}
