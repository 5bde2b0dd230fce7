/*
 * Unit tests of what is typed at the prompts of alertctl, and of its drafts.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>

#include "alertctl/ui/answer.h"
#include "alertctl/send/draft.h"
#include "alertctl/ui/editor.h"
#include "base/attr.h"
#include "base/clock.h"
#include "base/cpr.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "store/drafts.h"

/* --- answers -------------------------------------------------------------- */

static const struct choice effects[] = {
    {"outage", "nede nedbrud ÆRGERLIGT", NULL},
    {"degraded", " langsomt  delvist ", NULL},
    {"data_error", NULL, NULL},
};

static void
test_choices(void **state)
{
	static const struct {
		const char *line;
		int want;
	} t[] = {
	    {"1", 0},
	    {"3", 2},
	    {"0", ANSWER_NONE},
	    {"4", ANSWER_NONE},
	    {"01", 0},
	    {"outage", 0},
	    {"OUT", 0},
	    {"o", 0},
	    {"n", 0},
	    {"nede", 0},
	    {"Nedbrud", 0},
	    {"ærgerligt", 0},
	    {"ÆR", 0},
	    {"l", 1},
	    {"delvist", 1},
	    {"de", 1},
	    {"d", ANSWER_SEVERAL},
	    {"data", 2},
	    {"outages", ANSWER_NONE},
	    {"", ANSWER_NONE},
	    {" ", ANSWER_NONE},
	    {"-1", ANSWER_NONE},
	    {"99999999999999999999", ANSWER_NONE},
	    {"\xff\xfe", ANSWER_NONE},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(t); i++) {
		int got = answer_choice(t[i].line, effects, LENGTH(effects));

		if (got != t[i].want)
			fail_msg(
			    "\"%s\": %d, not %d", t[i].line, got, t[i].want);
	}
}

/* A name that others begin with is meant when it is typed in full. */
static void
test_whole_name_goes_first(void **state)
{
	static const struct choice l[] = {{"FMK-online", NULL, NULL},
	    {"FMK", NULL, NULL}, {"FMK-x", NULL, NULL}};

	(void)state;
	assert_int_equal(answer_choice("fmk", l, 3), 1);
	assert_int_equal(answer_choice("fm", l, 3), ANSWER_SEVERAL);
	assert_int_equal(answer_choice("fmk-o", l, 3), 0);
}

static void
test_yes_and_no(void **state)
{
	static const char *const yes[] = {"y", "Y", "yes", "j", "ja", "JA"};
	static const char *const no[] = {"n", "N", "no", "nej", "Nej"};
	static const char *const other[] = {
	    "", "1", "2", "maybe", "jada", "nope", "\xff"};

	(void)state;
	for (size_t i = 0; i < LENGTH(yes); i++)
		assert_int_equal(answer_yes(yes[i]), 1);
	for (size_t i = 0; i < LENGTH(no); i++)
		assert_int_equal(answer_yes(no[i]), 0);
	for (size_t i = 0; i < LENGTH(other); i++)
		assert_int_equal(answer_yes(other[i]), ANSWER_NONE);
}

/* --- what is said, as JSON ------------------------------------------------ */

static void
same_said(const struct said *a, const struct said *b)
{
	assert_int_equal(a->s.effect, b->s.effect);
	assert_int_equal(a->s.online, b->s.online);
	assert_int_equal(a->s.path, b->s.path);
	assert_int_equal(a->s.exercise, b->s.exercise);
	assert_true(a->s.since == b->s.since && a->s.starts == b->s.starts &&
		    a->s.ends == b->s.ends &&
		    a->s.expected_end == b->s.expected_end);
	assert_true(str_eq(a->service, b->service));
	assert_true(str_eq(a->audience, b->audience));
	assert_true(str_eq(a->title, b->title));
	assert_true(str_eq(a->text, b->text));
	for (int i = 0; i < SAID_PARTS; i++)
		assert_int_equal(a->has[i], b->has[i]);
	/* The statement has the strings of its own. */
	assert_ptr_equal(b->s.text, b->text);
	assert_ptr_equal(b->s.audience, b->audience);
}

static void
round_trip(const struct said *s)
{
	char *json = draft_write(s);
	struct said back;
	struct err e = {.msg = ""};

	if (draft_read(json, &back, &e) == -1)
		fail_msg("%s: %s", e.msg, json);
	same_said(s, &back);
	said_clear(&back);
	free(json);
}

static void
test_round_trip(void **state)
{
	static const char *const hostile[] = {"", "\"", "\\", "\\u0000",
	    "{\"version\":2}", "\n\r\t\x01\x1f\x7f", "æøå ÆØÅ €",
	    "\xf0\x9f\x92\x89 emoji", "'; DROP TABLE draft; --", "%s%n%d",
	    "\xe2\x80\xae vendt \xe2\x80\x8f om", "# ikke en kommentar",
	    "\xef\xbf\xbf"};

	(void)state;
	for (size_t i = 0; i < LENGTH(hostile); i++) {
		struct said s;

		said_init(&s);
		round_trip(&s);
		s.service = xstrdup(hostile[i]);
		s.title = xstrdup(hostile[i]);
		s.text = xasprintf("a\n%s\nb", hostile[i]);
		s.audience = xstrdup("org:0101,0751");
		s.s.effect = (enum effect)(i % 5);
		s.s.online = (enum online)(i % 3);
		s.s.since = (int64_t)i;
		s.s.ends = TIME_MAX;
		s.s.path = i % 2 == 0;
		s.s.exercise = i % 2 == 1;
		for (int k = 0; k < SAID_PARTS; k++)
			s.has[k] = (i + (size_t)k) % 3 == 0;
		round_trip(&s);
		said_clear(&s);
	}
}

/* What is no UTF-8 is repaired, not lost; a patient's number is not kept. */
static void
test_bad_bytes(void **state)
{
	struct said s, back;
	struct err e;
	char *json;

	(void)state;
	said_init(&s);
	s.text = xstrdup("f\xf8r \xc3");
	s.title = xstrdup("Borger 010190-1234 mangler");
	json = draft_write(&s);
	assert_int_equal(draft_read(json, &back, &e), 0);
	assert_string_equal(back.text, "f\xef\xbf\xbdr \xef\xbf\xbd");
	assert_string_equal(back.title, "Borger " CPR_MASK " mangler");
	said_clear(&back);
	said_clear(&s);
	free(json);
}

#define HEAD "{\"version\":1,\"effect\":\"outage\",\"fmk-online\":\"down\""

static void
test_bad_drafts(void **state)
{
	static const char *const bad[] = {"", "null", "[]", "{}",
	    "{\"version\":2}", "{\"version\":1}", HEAD, HEAD ",\"title\":1}",
	    HEAD ",\"title\":\"a\\u0000b\"}", HEAD ",\"since\":-1}",
	    HEAD ",\"since\":1.5}", HEAD ",\"since\":\"now\"}",
	    HEAD ",\"starts\":9223372036854775807}",
	    HEAD ",\"effect\":\"none\"}",
	    "{\"version\":1,\"effect\":\"bad\",\"fmk-online\":\"down\"}",
	    "{\"version\":1,\"effect\":7,\"fmk-online\":\"down\"}"};
	struct said s;
	struct err e;

	(void)state;
	for (size_t i = 0; i < LENGTH(bad); i++) {
		e.msg[0] = '\0';
		if (draft_read(bad[i], &s, &e) != -1)
			fail_msg("taken: %s", bad[i]);
		assert_string_not_equal(e.msg, "");
		said_clear(&s);
	}
	/* A later version may have asked for more. */
	assert_int_equal(
	    draft_read(HEAD ",\"answered\":[\"moon\",\"text\",7]}", &s, &e), 0);
	assert_true(s.has[SAID_TEXT]);
	assert_false(s.has[SAID_TITLE]);
	said_clear(&s);
}

static void
test_long_strings(void **state)
{
	struct said s, back;
	struct err e;
	char *json;

	(void)state;
	said_init(&s);
	s.title = xmalloc(LIMIT_TITLE + 2);
	memset(s.title, 'x', LIMIT_TITLE + 1);
	s.title[LIMIT_TITLE + 1] = '\0';
	json = draft_write(&s);
	assert_int_equal(draft_read(json, &back, &e), -1);
	said_clear(&back);
	free(json);
	s.title[LIMIT_TITLE] = '\0';
	round_trip(&s);
	said_clear(&s);
}

/* An option goes before the draft; what neither says stays open. */
static void
test_merge(void **state)
{
	struct said opt, draft;

	(void)state;
	said_init(&opt);
	said_init(&draft);
	opt.title = xstrdup("new");
	opt.has[SAID_TITLE] = true;
	draft.title = xstrdup("old");
	draft.text = xstrdup("text");
	draft.s.effect = EFFECT_DEGRADED;
	draft.s.since = 7;
	draft.s.path = true;
	draft.has[SAID_TITLE] = draft.has[SAID_EFFECT] = true;
	said_merge(&opt, &draft);
	assert_string_equal(opt.s.title, "new");
	assert_string_equal(opt.s.text, "text");
	assert_int_equal(opt.s.effect, EFFECT_DEGRADED);
	assert_true(opt.s.since == 7 && opt.s.path);
	assert_true(opt.has[SAID_EFFECT] && !opt.has[SAID_TEXT]);
	said_clear(&opt);
	said_clear(&draft);
}

/* --- the editor's file ---------------------------------------------------- */

static void
test_strip(void **state)
{
	static const struct {
		const char *file, *text;
	} t[] = {
	    {"", ""},
	    {"#", ""},
	    {"\n\n# a\n#b\n", ""},
	    {"En.\n# to\nTre.\n\n", "En.\nTre."},
	    {"En.\n\nTo #2.\n # med blank foran",
		"En.\n\nTo #2.\n # med blank foran"},
	    {"ingen ny linje", "ingen ny linje"},
	    {"a\r\nb", "a\r\nb"},
	    {"\xff", "\xef\xbf\xbd"},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(t); i++) {
		char *s = editor_strip(t[i].file);

		assert_string_equal(s, t[i].text);
		free(s);
	}
}

/* --- in the store --------------------------------------------------------- */

static struct draft
a_draft(const char *owner, int64_t at, const char *body)
{
	return (struct draft){.at = at,
	    .pid = 4711,
	    .owner = xstrdup(owner),
	    .body = xstrdup(body)};
}

static void
test_store(void **state)
{
	struct store *s = store_open(":memory:", true, NULL);
	struct draft a = a_draft("user anna", 100, "{\"'\": \"\\u00e6\"}");
	struct draft b = a_draft("user bo", 200, "b");
	struct drafts l = {0};

	(void)state;
	assert_int_equal(store_draft_put(s, &a, NULL), 1);
	assert_int_equal(store_draft_put(s, &b, NULL), 1);
	assert_int_equal(store_drafts(s, NULL, 0, &l, NULL), 0);
	assert_int_equal(l.n, 2);
	assert_int_equal(l.v[0].id, b.id);
	drafts_clear(&l);
	assert_int_equal(store_drafts(s, "user anna", 99, &l, NULL), 0);
	assert_int_equal(l.n, 1);
	assert_string_equal(l.v[0].body, a.body);
	drafts_clear(&l);
	assert_int_equal(store_drafts(s, "user anna", 100, &l, NULL), 0);
	assert_int_equal(l.n, 0);
	a.at = 300;
	xreplace(&a.body, "new");
	assert_int_equal(store_draft_put(s, &a, NULL), 1);
	assert_int_equal(store_drafts(s, "user anna", 0, &l, NULL), 0);
	assert_int_equal(l.n, 1);
	assert_string_equal(l.v[0].body, "new");
	assert_true(
	    l.v[0].at == 300 && l.v[0].pid == 4711 && l.v[0].incident == 0);
	drafts_clear(&l);
	assert_int_equal(store_draft_remove(s, a.id, NULL), 1);
	/* It is gone for whoever still has it, and its number with it. */
	assert_int_equal(store_draft_remove(s, a.id, NULL), 0);
	assert_int_equal(store_draft_put(s, &a, NULL), 0);
	store_draft_remove(s, b.id, NULL);
	a.id = 0;
	assert_int_equal(store_draft_put(s, &a, NULL), 1);
	assert_true(a.id > b.id);
	draft_clear(&a);
	draft_clear(&b);
	store_close(s);
}

/* --- an incident is the same ---------------------------------------------- */

static void
test_incident_same(void **state)
{
	struct incident a, b;

	(void)state;
	incident_init(&a);
	incident_copy(&b, &a);
	assert_true(incident_same(&a, &b));
#define DIFFERS(change, back)                \
	change;                              \
	assert_false(incident_same(&a, &b)); \
	back;                                \
	assert_true(incident_same(&a, &b))
	DIFFERS(b.state = INCIDENT_OPEN, b.state = a.state);
	DIFFERS(b.effect = EFFECT_OUTAGE, b.effect = a.effect);
	DIFFERS(b.online = ONLINE_DOWN, b.online = a.online);
	DIFFERS(b.path = true, b.path = false);
	DIFFERS(b.planned = true, b.planned = false);
	DIFFERS(b.change = true, b.change = false);
	DIFFERS(b.fresh = true, b.fresh = false);
	DIFFERS(b.over = true, b.over = false);
	DIFFERS(b.reminded = true, b.reminded = false);
	DIFFERS(b.notices = 1, b.notices = 0);
	DIFFERS(b.since = 1, b.since = a.since);
	DIFFERS(b.starts = 1, b.starts = a.starts);
	DIFFERS(b.ends = 1, b.ends = a.ends);
	DIFFERS(b.expected_end = 1, b.expected_end = a.expected_end);
	DIFFERS(b.resolved_at = 1, b.resolved_at = a.resolved_at);
	DIFFERS(b.due_at = 1, b.due_at = a.due_at);
	DIFFERS(b.drill_ends = 1, b.drill_ends = a.drill_ends);
	DIFFERS(xreplace(&b.title, "x"), xreplace(&b.title, ""));
	DIFFERS(xreplace(&b.news, "x"), xreplace(&b.news, ""));
	DIFFERS(xreplace(&b.service, "x"), xreplace(&b.service, ""));
	DIFFERS(xreplace(&b.audience, "org:1"), xreplace(&b.audience, ""));
	incident_clear(&a);
	incident_clear(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_choices),
	    cmocka_unit_test(test_whole_name_goes_first),
	    cmocka_unit_test(test_yes_and_no),
	    cmocka_unit_test(test_round_trip),
	    cmocka_unit_test(test_bad_bytes),
	    cmocka_unit_test(test_bad_drafts),
	    cmocka_unit_test(test_long_strings),
	    cmocka_unit_test(test_merge),
	    cmocka_unit_test(test_strip),
	    cmocka_unit_test(test_store),
	    cmocka_unit_test(test_incident_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
