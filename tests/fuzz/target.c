#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/buf.h"
#include "base/clock.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "feed/date.h"
#include "feed/field.h"
#include "feed/html.h"
#include "feed/kinds.h"
#include "feed/parse.h"
#include "filter/filter.h"
#include "invariant.h"
#include "target.h"

#define FEED "fuzz"
#define MAX_ITEMS 8 /* few, so that small bodies have more */
#define FIRST "\x01" /* an id that no body can have */

/* Kept to the end: whether the filter owns its rules is its own affair. */
static struct rules_conf *rules;
static struct filter *filter;

int
targets_open(struct err *e)
{
	struct diags problems = {0};

	if (filter != NULL)
		return 0;
	if (zone_set("Europe/Copenhagen", e) == -1)
		return -1;
	rules = rules_load("", &problems);
	if (rules != NULL)
		filter = filter_open(rules, &problems);
	diags_clear(&problems);
	return filter != NULL ? 0 : err_set(e, "the built-in rules are bad");
}

static int
parse(enum feed_kind kind, const char *s, size_t n, struct reports *out,
    struct err *said)
{
	*said = (struct err){""};
	return feed_parse(kind, FEED, s, n, MAX_ITEMS, out, said);
}

/* A list with a report in it, which no parse may touch. */
static struct reports
list_with_one(bool only_open)
{
	struct reports l = {.complete = true, .only_open = only_open};

	xreplace(&reports_add(&l)->id, FIRST);
	return l;
}

static int
check_first(const struct reports *l, struct err *e)
{
	return l->n > 0 && strcmp(l->v[0].id, FIRST) == 0
		   ? 0
		   : err_set(e, "the list's own report is gone");
}

/* A failed parse leaves the list as it was. */
static int
check_failed(const struct reports *l, const struct reports *was,
    const struct err *said, struct err *e)
{
	if (l->n != was->n || l->v != was->v || l->complete != was->complete ||
	    l->only_open != was->only_open)
		return err_set(e, "a failed parse changed the list");
	return check_error(said, e);
}

static int
check_reports(const struct reports *l, const struct kind *k, struct err *e)
{
	if (l->only_open != k->only_open)
		return err_set(e, "only_open is not that of the kind");
	if (l->n > MAX_ITEMS + 1)
		return err_set(
		    e, "%zu reports, %d allowed", l->n - 1, MAX_ITEMS);
	for (size_t i = 1; i < l->n; i++) {
		if (check_report(&l->v[i], e) == -1)
			return -1;
		if (check_same_text(l->v[i].feed, FEED, "feed", e) == -1)
			return -1;
	}
	return 0;
}

static int
check_again(enum feed_kind kind, const char *s, size_t n,
    const struct reports *first, struct err *e)
{
	struct reports l = list_with_one(first->only_open);
	struct err said;
	int rc = parse(kind, s, n, &l, &said);

	if (rc == -1)
		rc = err_set(e, "understood once, and not again");
	else if (l.n != first->n || l.complete != first->complete)
		rc = err_set(e, "not as many, or not as complete, again");
	for (size_t i = 0; rc == 0 && i < l.n; i++)
		rc = check_same_report(&l.v[i], &first->v[i], e);
	reports_clear(&l);
	return rc;
}

/* Without what closes it a body is never complete. */
static int
check_torn(
    enum feed_kind kind, const char *s, size_t n, bool json, struct err *e)
{
	struct reports l = {0};
	struct err said;
	int rc = 0;

	/* What is behind a NUL is not read. */
	n = strnlen(s, n);
	while (n > 0 && strchr(json ? "]}" : ">", s[n - 1]) == NULL)
		n--;
	if (n > 0 && parse(kind, s, n - 1, &l, &said) == 0 && l.complete)
		rc = err_set(e, "complete even without its end");
	reports_clear(&l);
	return rc;
}

static int
check_body(enum feed_kind kind, const char *s, size_t n, struct err *e)
{
	const struct kind *k = kind_find(kind);
	struct reports l = list_with_one(!k->only_open), was = l;
	struct err said;
	int rc;

	if (parse(kind, s, n, &l, &said) == -1) {
		rc = check_failed(&l, &was, &said, e);
	} else {
		rc = check_first(&l, e);
		if (rc == 0)
			rc = check_reports(&l, k, e);
		if (rc == 0)
			rc = check_again(kind, s, n, &l, e);
		if (rc == 0 && l.complete)
			rc = check_torn(kind, s, n, k->is != NULL, e);
	}
	reports_clear(&l);
	return rc;
}

static int
run_kind(const struct target *t, const char *s, size_t n, struct err *e)
{
	return check_body(t->kind, s, n, e);
}

static int
check_judged(const struct report *r, struct err *e)
{
	struct finding a, b;
	struct err said = {""};
	int failed = filter_judge(filter, r, &a, &said), rc;

	rc = check_finding(&a, e);
	if (rc == 0 && failed == -1 && a.verdict < VERDICT_ASK)
		rc = err_set(e, "ignored, although a rule failed");
	if (rc == 0 && failed == -1)
		rc = check_error(&said, e);
	if (filter_judge(filter, r, &b, &said) != failed && rc == 0)
		rc = err_set(e, "a rule failed once, and not again");
	if (rc == 0)
		rc = check_same_finding(&a, &b, e);
	finding_clear(&a);
	finding_clear(&b);
	return rc;
}

/* What the daemon does with a body of a feed of kind auto. */
static int
run_path(const struct target *t, const char *s, size_t n, struct err *e)
{
	struct reports l = {0};
	enum feed_kind kind;
	struct err said = {""};
	int rc = 0;

	(void)t;
	if (feed_guess(s, n, &kind, &said) == -1) {
		rc = check_error(&said, e);
		if (rc == 0 && parse(FEED_AUTO, s, n, &l, &said) == 0)
			rc = err_set(e, "of no kind, and yet understood");
		reports_clear(&l);
		return rc;
	}
	if ((unsigned)kind >= FEED_AUTO)
		return err_set(e, "guessed the kind %d", (int)kind);
	if (parse(FEED_AUTO, s, n, &l, &said) == -1)
		rc = check_error(&said, e);
	for (size_t i = 0; rc == 0 && i < l.n; i++) {
		rc = check_report(&l.v[i], e);
		if (rc == 0)
			rc = check_judged(&l.v[i], e);
	}
	reports_clear(&l);
	return rc;
}

/* Takes ownership of text and again. */
static int
check_twice(char *text, char *again, const char *what, struct err *e)
{
	int rc = check_text(text, what, e);

	if (rc == 0)
		rc = check_same_text(text, again, what, e);
	free(text);
	free(again);
	return rc;
}

static int
check_tree(const char *s, size_t n, struct err *e)
{
	xmlDoc *doc = html_open(s, n);
	int rc = 0;

	if (doc == NULL)
		return 0;
	for (xmlNode *c = doc->children; rc == 0 && c != NULL; c = c->next) {
		rc = check_twice(
		    html_render(c), html_render(c), "html_render", e);
		if (rc == 0)
			rc = check_twice(
			    html_inside(c), html_inside(c), "html_inside", e);
	}
	xmlFreeDoc(doc);
	return rc;
}

/* A NUL follows what the parsers hand on. */
static int
check_html(const char *s, size_t n, struct err *e)
{
	char *valid = utf8_repair(s, n);
	size_t len = strlen(valid);
	int rc;

	rc = check_twice(html_text(s, n), html_text(s, n), "html_text", e);
	if (rc == 0 && !html_looks(valid))
		rc = check_twice(html_text(valid, len),
		    field_text(valid, len, LIMIT_TEXT), "no HTML", e);
	if (rc == 0 && html_has_blocks(valid) && !html_looks(valid))
		rc = err_set(e, "blocks of HTML, but no HTML");
	if (rc == 0)
		rc = check_tree(valid, len, e);
	free(valid);
	return rc;
}

static int
run_html(const struct target *t, const char *s, size_t n, struct err *e)
{
	char *copy = xmalloc(n + 1);
	int rc;

	(void)t;
	memcpy(copy, s, n);
	copy[n] = '\0';
	rc = check_html(copy, n, e);
	free(copy);
	return rc;
}

static int
run_field(const struct target *t, const char *s, size_t n, struct err *e)
{
	const struct {
		char *s;
		size_t max;
		const char *what;
	} lines[] = {{field_line(s, n, LIMIT_TITLE), LIMIT_TITLE, "line"},
	    {field_line(s, n, 7), 7, "short line"},
	    {field_id(s, n), LIMIT_TITLE, "id"},
	    {field_url(s, n), LIMIT_URL, "url"},
	    {field_word(s, n), LIMIT_TITLE, "word"}};
	int rc;

	(void)t;
	rc = check_twice(field_text(s, n, LIMIT_TEXT),
	    field_text(s, n, LIMIT_TEXT), "text", e);
	for (size_t i = 0; i < LENGTH(lines); i++) {
		if (rc == 0)
			rc = check_line(
			    lines[i].s, lines[i].max, lines[i].what, e);
		free(lines[i].s);
	}
	return rc;
}

/* The piece again and again, to past what is kept of a text. */
static int
run_cut(const struct target *t, const char *s, size_t n, struct err *e)
{
	struct buf b;
	int rc;

	(void)t;
	buf_init(&b, 2 * LIMIT_TEXT);
	while (n > 0 && b.len <= LIMIT_TEXT)
		buf_add(&b, s, n);
	rc = check_twice(html_text(buf_str(&b), b.len),
	    html_text(buf_str(&b), b.len), "html_text", e);
	if (rc == 0)
		rc = run_field(t, buf_str(&b), b.len, e);
	buf_clear(&b);
	return rc;
}

static int
run_date(const struct target *t, const char *s, size_t n, struct err *e)
{
	char *copy = xstrndup(s, n), *spaced = xasprintf(" %s\n", copy);
	char form[RFC3339_SIZE];
	int64_t at = feed_date(copy);
	int rc = check_time(at, copy, e);

	(void)t;
	if (rc == 0 && feed_date(spaced) != at)
		rc = err_set(e, "spaces around \"%s\" matter", copy);
	if (rc == 0 && at != TIME_NONE &&
	    feed_date(format_rfc3339(at, form)) != at)
		rc = err_set(e, "\"%s\" is another time than %s", copy, form);
	free(copy);
	free(spaced);
	return rc;
}

/* A form of body that is no kind of its own gets a line and a run of its own.
 */
static const struct target targets[] = {
    {"statuspage", run_kind, FEED_STATUSPAGE},
    {"rss", run_kind, FEED_RSS},
    {"confluence", run_kind, FEED_CONFLUENCE},
    {"rss-updates", run_kind, FEED_RSS_UPDATES},
    {"jsonfeed", run_kind, FEED_JSONFEED},
    {"instatus", run_kind, FEED_INSTATUS},
    {"incidentio", run_kind, FEED_INCIDENTIO},
    {"cachet", run_kind, FEED_CACHET},
    {"maildir", run_kind, FEED_MAILDIR},
    {"mails", run_mails, FEED_MAILDIR},
    {"path", run_path, FEED_AUTO},
    {"html", run_html, FEED_AUTO},
    {"field", run_field, FEED_AUTO},
    {"cut", run_cut, FEED_AUTO},
    {"date", run_date, FEED_AUTO},
    {"callback", run_callback, FEED_AUTO},
    {"ical", run_ical, FEED_AUTO},
    {"http", run_http, FEED_AUTO},
    {"bounce", run_bounce, FEED_AUTO},
    {"config", run_config, FEED_AUTO},
    {"rules", run_rules, FEED_AUTO},
    {"preset", run_preset, FEED_AUTO},
    {"contacts", run_contacts, FEED_AUTO},
    {"template", run_template, FEED_AUTO},
};

const struct target *
target_at(size_t i)
{
	return i < LENGTH(targets) ? &targets[i] : NULL;
}

const struct target *
target_find(const char *name)
{
	for (size_t i = 0; i < LENGTH(targets); i++)
		if (strcmp(targets[i].name, name) == 0)
			return &targets[i];
	return NULL;
}

int
target_run(const struct target *t, const void *data, size_t n, struct err *e)
{
	/* Nothing behind it, so that reading on is seen. */
	char *copy = xmalloc(n);
	int rc;

	memcpy(copy, data, n);
	rc = t->run(t, copy, n, e);
	free(copy);
	return rc == 0 ? 0 : err_prefix(e, "%s: ", t->name);
}
