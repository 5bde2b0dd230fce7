#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/pointer.h"
#include "base/str.h"
#include "deliver/answer.h"

#define EXCERPT 200 /* bytes of an answer that is quoted */

#define DIGITS_MOST 32 /* with NUL; E.164 has 15 */

struct name {
	const char *s;
	size_t target;
};

/* One answer on its way through the rules. */
struct reading {
	int status;
	struct target *t;
	size_t n;
	bool *decided; /* per target */
	struct name *refs, *numbers; /* of the targets, in order */
	char *digits; /* of the numbers */
};

static void
say(struct target *t, enum gateway_word means, const char *text, const char *id)
{
	t->means = means;
	xreplace(&t->text, text);
	xreplace(&t->id, id);
}

void
answer_all(
    struct target *t, size_t n, enum gateway_word means, const char *text)
{
	for (size_t i = 0; i < n; i++) {
		say(&t[i], means, text, "");
		t[i].named = false;
	}
}

void
target_clear(struct target *t)
{
	free(t->text);
	free(t->id);
	*t = (struct target){0};
}

static enum gateway_word
status_means(const struct gateway_answer *a, int status)
{
	for (size_t i = 0; i < a->n_statuses; i++)
		if (status >= a->statuses[i].first &&
		    status <= a->statuses[i].last)
			return a->statuses[i].means;
	return GATEWAY_NEXT;
}

/* The digits only: "+45 00 00 00 01", "4500000001", "0045…". */
static void
digits_of(const char *number, char out[DIGITS_MOST])
{
	size_t n = 0;

	if (str_starts(number, "00"))
		number += 2;
	for (; *number != '\0' && n + 1 < DIGITS_MOST; number++)
		if (*number >= '0' && *number <= '9')
			out[n++] = *number;
	out[n] = '\0';
}

static int
by_name(const void *a, const void *b)
{
	const struct name *x = a, *y = b;
	int r = strcmp(x->s, y->s);

	return r != 0 ? r : x->target < y->target ? -1 : x->target > y->target;
}

/* The targets by their references and numbers, for answers about many. */
static void
index_targets(struct reading *rd)
{
	rd->refs = xcalloc(rd->n, sizeof(*rd->refs));
	rd->numbers = xcalloc(rd->n, sizeof(*rd->numbers));
	rd->digits = xcalloc(rd->n, DIGITS_MOST);
	for (size_t i = 0; i < rd->n; i++) {
		char *digits = rd->digits + i * DIGITS_MOST;

		digits_of(rd->t[i].number, digits);
		rd->refs[i] = (struct name){rd->t[i].ref, i};
		rd->numbers[i] = (struct name){digits, i};
	}
	qsort(rd->refs, rd->n, sizeof(*rd->refs), by_name);
	qsort(rd->numbers, rd->n, sizeof(*rd->numbers), by_name);
}

/* The first target with the name, which may be NULL; false when none has it. */
static bool
find_name(const struct name *v, size_t n, const char *s, size_t *target)
{
	size_t from = 0, to = n;

	while (s != NULL && from < to) {
		size_t i = from + (to - from) / 2;

		if (strcmp(v[i].s, s) < 0)
			from = i + 1;
		else
			to = i;
	}
	if (s == NULL || from == n || strcmp(v[from].s, s) != 0)
		return false;
	*target = v[from].target;
	return true;
}

/* "HTTP 400: 21211 Invalid number" */
static char *
sentence(int status, const char *code, const char *text)
{
	char *said, *line;

	if (str_empty(code) && str_empty(text))
		return xasprintf("HTTP %d", status);
	line = str_line(
	    text == NULL ? "" : text, text == NULL ? 0 : strlen(text), EXCERPT);
	said = xasprintf("HTTP %d: %s%s%s", status, code == NULL ? "" : code,
	    str_empty(code) || str_empty(line) ? "" : " ", line);
	free(line);
	return said;
}

/* What an item says; false when the rule has no word for it. */
static bool
judge(const struct gateway_rule *r, json_t *item, enum gateway_word *means)
{
	char *value;

	*means = r->means;
	if (r->value == NULL)
		return true;
	value = pointer_text(item, r->value);
	for (size_t i = 0; value != NULL && i < r->n_cases; i++)
		if (str_eq(r->cases[i].value, value))
			*means = r->cases[i].means;
	free(value);
	return value != NULL;
}

enum whom { NOBODY_OF_US, KEY, PLACE, EVERYBODY };

/*
 * A success needs something to show for it: a key of ours, a value that the
 * rule looks up, or an id; and where items have keys, one without is not
 * about everybody.
 */
static bool
is_proven(const struct gateway_rule *r, enum whom whom, const char *id)
{
	if (whom == KEY)
		return true;
	if (whom == EVERYBODY && (r->ref != NULL || r->number != NULL))
		return false;
	return r->value != NULL || id != NULL;
}

/* Tells target i; false when the item has no word for it. */
static bool
decide(struct reading *rd, const struct gateway_rule *r, json_t *item,
    enum whom whom, size_t i)
{
	enum gateway_word means;
	char *code, *text, *id, *said;

	if (!judge(r, item, &means))
		return false;
	id = pointer_text(item, r->id);
	if (means == GATEWAY_ACCEPTED && !is_proven(r, whom, id)) {
		free(id);
		return false;
	}
	code = pointer_text(item, r->code);
	text = pointer_text(item, r->text);
	said = sentence(rd->status, code, text);
	say(&rd->t[i], means, said, id == NULL || whom == EVERYBODY ? "" : id);
	rd->t[i].named = whom != EVERYBODY;
	rd->decided[i] = true;
	free(code);
	free(text);
	free(id);
	free(said);
	return true;
}

/*
 * Whom an item is about: by our reference, by number, by its place. An item
 * without any of them is about the whole call.
 */
static enum whom
find_target(const struct reading *rd, const struct gateway_rule *r,
    json_t *item, size_t place, size_t places, size_t *out)
{
	char *number = pointer_text(item, r->number);
	char *ref = pointer_text(item, r->ref);
	char digits[DIGITS_MOST];
	enum whom whom = NOBODY_OF_US;

	*out = rd->n == 1 ? 0 : place;
	if (ref == NULL && number == NULL)
		whom = rd->n == 1 || (r->order && places == rd->n) ? PLACE
								   : EVERYBODY;
	if (number != NULL)
		digits_of(number, digits);
	if (find_name(rd->refs, rd->n, ref, out) ||
	    find_name(rd->numbers, rd->n, number == NULL ? NULL : digits, out))
		whom = KEY;
	free(ref);
	free(number);
	return whom;
}

static void
apply_item(struct reading *rd, const struct gateway_rule *r, json_t *item,
    size_t place, size_t places)
{
	size_t i;
	enum whom whom = find_target(rd, r, item, place, places, &i);

	if ((whom == KEY || whom == PLACE) && !rd->decided[i])
		decide(rd, r, item, whom, i);
	for (i = 0; i < rd->n && whom == EVERYBODY; i++)
		if (!rd->decided[i] && !decide(rd, r, item, whom, i))
			break;
}

static void
apply(struct reading *rd, const struct gateway_rule *r, json_t *top)
{
	json_t *items = pointer_items(top, r->list);

	for (size_t i = 0; i < json_array_size(items); i++)
		apply_item(
		    rd, r, json_array_get(items, i), i, json_array_size(items));
	json_decref(items);
}

static json_t *
parse(const char *body, size_t len)
{
	json_t *top = json_loadb(body, len, JSON_REJECT_DUPLICATES, NULL);

	/* One integer beyond 64 bits would refuse the whole answer. */
	if (top == NULL)
		top = json_loadb(body, len, JSON_DECODE_INT_AS_REAL, NULL);
	return top;
}

static void
read_json(struct reading *rd, const struct gateway_answer *a, json_t *top)
{
	index_targets(rd);
	for (size_t i = 0; i < a->n_rules; i++)
		if (rd->status >= a->rules[i].first &&
		    rd->status <= a->rules[i].last)
			apply(rd, &a->rules[i], top);
	free(rd->refs);
	free(rd->numbers);
	free(rd->digits);
}

static void
read_plain(struct reading *rd, const struct gateway_answer *a, const char *line,
    const char *said)
{
	for (size_t i = 0; i < a->n_rules; i++) {
		const struct gateway_rule *r = &a->rules[i];

		if (rd->status < r->first || rd->status > r->last ||
		    !str_starts(line, r->prefix))
			continue;
		answer_all(rd->t, rd->n, r->means, said);
		for (size_t j = 0; j < rd->n; j++)
			rd->decided[j] = true;
		return;
	}
}

/* What was said when no rule had a word: the beginning of the body. */
static char *
quote(int status, const char *line)
{
	if (line[0] == '<')
		return xasprintf("HTTP %d with HTML: %s", status, line);
	return xasprintf(
	    "HTTP %d%s%s", status, line[0] == '\0' ? "" : ": ", line);
}

/* The targets that no rule decided. */
static void
decide_rest(struct reading *rd, enum gateway_word whole, const char *said)
{
	bool some = false;
	char *why;

	for (size_t i = 0; i < rd->n; i++)
		some = some || rd->decided[i];
	if (whole == GATEWAY_RESULTS)
		whole = some ? GATEWAY_UNKNOWN : GATEWAY_NEXT;
	why = whole == GATEWAY_UNKNOWN && some
		  ? xasprintf("HTTP %d says nothing of this number", rd->status)
		  : xstrdup(said);
	for (size_t i = 0; i < rd->n; i++)
		if (!rd->decided[i])
			say(&rd->t[i], whole, why, "");
	free(why);
}

bool
answer_begins(const char *body, size_t len)
{
	size_t i = 0;

	while (i < len && strchr(" \t\r\n", body[i]) != NULL)
		i++;
	return i < len && (body[i] == '{' || body[i] == '[');
}

void
answer_read(const struct gateway_answer *a, int status, const char *body,
    size_t len, struct target *t, size_t n)
{
	enum gateway_word whole = status_means(a, status);
	struct reading rd = {.status = status, .t = t, .n = n};
	char *line = str_line(body, len, EXCERPT), *said = quote(status, line);
	json_t *top = a->plain ? NULL : parse(body, len);

	rd.decided = xcalloc(n, sizeof(*rd.decided));
	answer_all(t, n, whole, said);
	if (whole == GATEWAY_RESULTS || whole == GATEWAY_REFUSED) {
		if (a->plain)
			read_plain(&rd, a, line, said);
		else if (top != NULL)
			read_json(&rd, a, top);
		else if (whole == GATEWAY_RESULTS && answer_begins(body, len))
			whole = GATEWAY_UNKNOWN;
		else
			whole = GATEWAY_NEXT;
		decide_rest(&rd, whole, said);
	}
	json_decref(top);
	free(rd.decided);
	free(said);
	free(line);
}
