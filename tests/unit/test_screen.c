/*
 * Unit tests of what alertctl shows: countdown, wrapping, colours, how long a
 * broadcast still takes, and the map.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>
#include <sys/stat.h>
#include <unistd.h>

#include "alertctl/ui/countdown.h"
#include "alertctl/status/map.h"
#include "alertctl/check/online.h"
#include "alertctl/send/progress.h"
#include "alertctl/send/running.h"
#include "alertctl/ui/tty.h"
#include "alertctl/ui/wrap.h"
#include "base/limits.h"
#include "base/mem.h"

static void
test_countdown(void **state)
{
	static const struct {
		int64_t seconds;
		const char *text;
	} cases[] = {
	    {0, "0:00:00"},
	    {59, "0:00:59"},
	    {2832, "0:47:12"},
	    {7200, "2:00:00"},
	    {90000, "25:00:00"},
	    {172799, "47:59:59"},
	    {172800, "2d 00:00:00"},
	    {266401, "3d 02:00:01"},
	    {-61, "0:01:01"},
	};
	char buf[COUNTDOWN_SIZE];

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++)
		assert_string_equal(
		    countdown(cases[i].seconds, buf), cases[i].text);
	countdown(INT64_MIN, buf);
	countdown(INT64_MAX, buf);
}

static void
test_colour(void **state)
{
	(void)state;
	assert_true(colour_wanted(false, true, NULL, "xterm"));
	assert_true(colour_wanted(false, true, "", "xterm"));
	assert_false(colour_wanted(true, true, NULL, "xterm"));
	assert_false(colour_wanted(false, false, NULL, "xterm"));
	assert_false(colour_wanted(false, true, "0", "xterm"));
	assert_false(colour_wanted(false, true, NULL, "dumb"));
	assert_false(colour_wanted(false, true, NULL, ""));
	assert_false(colour_wanted(false, true, NULL, NULL));
}

static void
test_locale(void **state)
{
	(void)state;
	assert_true(locale_utf8(NULL, NULL, "da_DK.UTF-8"));
	assert_true(locale_utf8("C.utf8", "C", "C"));
	assert_true(locale_utf8("", "en_US.UTF-8", "C"));
	assert_false(locale_utf8("C", "da_DK.UTF-8", "da_DK.UTF-8"));
	assert_false(locale_utf8(NULL, NULL, "da_DK"));
	assert_false(locale_utf8(NULL, NULL, NULL));
}

/* --- how long a broadcast still takes ------------------------------------- */

#define NOW INT64_C(1770000000)

static void
left_is(const struct progress *p, enum left_kind kind, int64_t seconds)
{
	struct left left = progress_left(p, NOW, true);

	assert_int_equal(left.kind, kind);
	assert_int_equal(left.seconds, seconds);
}

static void
test_left(void **state)
{
	struct progress p = {.all = 100,
	    .waiting = 100,
	    .first_done = TIME_NONE,
	    .last_done = TIME_NONE,
	    .next_try = TIME_NONE};

	(void)state;
	left_is(&p, LEFT_UNKNOWN, 0);
	/* 25 in 10 s: the other 75 take 30 s. */
	p.waiting = 75;
	p.done = 25;
	p.first_done = NOW - 10;
	p.last_done = NOW;
	left_is(&p, LEFT_SECONDS, 31);
	p.last_done = NOW - PROGRESS_STALLED + 1;
	left_is(&p, LEFT_SECONDS, 31);
	p.last_done = NOW - PROGRESS_STALLED;
	p.first_done = NOW - 100;
	left_is(&p, LEFT_STALLED, PROGRESS_STALLED);
	/* Too little to tell by. */
	p.last_done = NOW;
	p.first_done = NOW - PROGRESS_LEAST + 1;
	left_is(&p, LEFT_UNKNOWN, 0);
	p.first_done = NOW - 100;
	p.done = PROGRESS_LEAST - 1;
	left_is(&p, LEFT_UNKNOWN, 0);
	p.waiting = 0;
	left_is(&p, LEFT_NOTHING, 0);
	p.later = 2;
	left_is(&p, LEFT_LATER, 0);
}

static void
test_sentence(void **state)
{
	struct progress p = {.municipalities = 98,
	    .reached = 96,
	    .people = 490,
	    .told = 470,
	    .all = 900,
	    .failed = 3,
	    .waiting = 1,
	    .later = 2,
	    .next_try = 0,
	    .done = 894,
	    .first_done = NOW - 894,
	    .last_done = NOW};
	char *s = progress_sentence(&p, NOW, true);
	json_t *j = progress_json(&p, NOW, true);

	(void)state;
	assert_string_equal(s,
	    "96/98 municipalities reached, 470/490 people, 3 addresses "
	    "FAILED, 1 address waits, 2 wait for another try, the next at "
	    "1970-01-01 00:00, about 2s left");
	assert_int_equal(
	    json_integer_value(json_object_get(j, "seconds_left")), 2);
	json_decref(j);
	free(s);
	p.last_done = NOW - 120;
	s = progress_sentence(&p, NOW, true);
	assert_non_null(strstr(s, ", NOTHING HAS GONE OUT FOR 2m"));
	free(s);
	j = progress_json(&p, NOW, true);
	assert_true(json_is_null(json_object_get(j, "seconds_left")));
	json_decref(j);
	/* However well it went while somebody sent. */
	p.last_done = NOW;
	s = progress_sentence(&p, NOW, false);
	assert_non_null(strstr(s, "00:00, NOBODY SENDS THEM"));
	free(s);
	j = progress_json(&p, NOW, false);
	assert_true(json_is_null(json_object_get(j, "seconds_left")));
	json_decref(j);
	p.waiting = 0;
	s = progress_sentence(&p, NOW, false);
	assert_null(strstr(s, "NOBODY"));
	free(s);
}

/* --- lines ---------------------------------------------------------------- */

static void
prints(const struct sheet *s, size_t columns, size_t most, const char *text)
{
	struct buf b;

	buf_init(&b, 4096);
	sheet_print(s, columns, most, "\n", &b);
	assert_string_equal(buf_str(&b), text);
	buf_clear(&b);
}

static void
test_sheet(void **state)
{
	struct sheet s = {0};

	(void)state;
	sheet_add(&s, PAINT_BAD, "OPEN", "%s", "a row of æøå that is too long");
	sheet_add(&s, PAINT_NONE, "", "%s", "short");
	sheet_whole(&s, xstrdup("whole lines are left as they are, always"));
	prints(&s, 0, 0,
	    "OPEN     a row of æøå that is too long\n         short\n"
	    "whole lines are left as they are, always\n");
	prints(&s, 31, 0,
	    "OPEN     a row of æøå that is\n         too long\n"
	    "         short\nwhole lines are left as they are, always\n");
	assert_int_equal(sheet_rows(&s, 31), 4);
	assert_int_equal(sheet_rows(&s, 0), 3);
	prints(&s, 31, 4,
	    "OPEN     a row of æøå that is\n         too long\n"
	    "         short\nwhole lines are left as they are, always\n");
	prints(&s, 31, 3,
	    "OPEN     a row of æøå that is\n         too long\n"
	    "… and 2 more rows: make the window higher\n");
	sheet_clear(&s);
}

static void
test_wrapping(void **state)
{
	(void)state;
	assert_int_equal(text_fits("abc def", 7), 7);
	assert_int_equal(text_fits("abc def", 6), 3);
	assert_int_equal(text_fits("abc def", 3), 3);
	assert_int_equal(text_fits("abcdef", 3), 3);
	assert_int_equal(text_fits("æøå", 2), 4);
	assert_int_equal(text_fits("", 5), 0);
	assert_int_equal(text_width("æøå!"), 4);
}

/* --- the map -------------------------------------------------------------- */

#define REACH(c, ...)                                                         \
	{                                                                     \
		.code = (char[]){c}, .name = (char[]){"town " c}, __VA_ARGS__ \
	}

static void
test_map(void **state)
{
	struct reach all[] = {
	    REACH("1", .has_mail = true, .told = true),
	    REACH("2", .has_mail = true, .told = true, .receipted = true),
	    REACH("3", .has_sms = true, .waiting = true, .failed = true),
	    REACH("4", .has_mail = true, .failed = true),
	    REACH("5", .waiting = false),
	    REACH("9", .has_mail = true, .told = true),
	};
	const struct reaches l = {all, LENGTH(all)};
	static const char csv[] = "code,column,row,short\n1,2,1,AAA\n"
				  "2,1,2,ÆØÅ\n3,3,2,CC\n4,1,3,DDD\n"
				  "5,2,3,EEE\n";
	struct tiles t = {0};
	struct diags d = {0};
	struct sheet s = {0};
	struct strv key = {0};

	(void)state;
	assert_int_equal(tiles_read("x", csv, strlen(csv), &t, &d), 0);
	strv_add(&key, "a key that is too long to stand beside");
	map_tiles(&t, &l, true, 30, xstrdup("3/6 told"), &key, &s);
	prints(&s, 30, 0,
	    "     AAA#             3/6 told\nÆØÅ*      CC. \n"
	    "DDD! EEE-\na key that is too long to stand beside\n"
	    "         town 9#\n");
	sheet_clear(&s);
	map_tiles(&t, &l, false, 30, xstrdup("told"), &key, &s);
	assert_non_null(strstr(s.v[1].text, "ÆØÅ+"));
	assert_non_null(strstr(s.v[2].text, "DDD+ EEE-"));
	sheet_clear(&s);
	tiles_clear(&t);
	diags_clear(&d);
	strv_clear(&key);
}

/* Too many to be drawn: numbers by region, and names of the worst first. */
static void
test_map_of_many(void **state)
{
	static char code[] = "x", worst[] = "worst", town[] = "town",
		    north[] = "North", south[] = "South";
	struct reaches l = {xcalloc(LIMIT_TILES + 2, sizeof(*l.v)), 0};
	struct sheet s = {0};
	char *all;

	(void)state;
	for (; l.n < LIMIT_TILES + 2; l.n++)
		l.v[l.n] = (struct reach){.code = code,
		    .name = l.n == LIMIT_TILES ? worst : town,
		    .region = l.n < 2 ? north : south,
		    .has_mail = l.n > 0,
		    .told = l.n > LIMIT_TILES,
		    .failed = l.n == LIMIT_TILES};
	map_add(&l, true, MAP_TILES, 0, 0, &s);
	assert_string_equal(
	    s.v[0].text, "1/202 municipalities reached by the newest notice");
	assert_string_equal(
	    s.v[1].text, "  North               1 no contact, 1 waiting");
	assert_string_equal(s.v[2].text,
	    "  South               1 failed, 198 waiting, 1 reached");
	assert_int_equal(strncmp(s.v[3].text, "worst, town, town", 17), 0);
	all = xasprintf(
	    "town and %d others; --json has them all", 201 - LIMIT_NAMED);
	assert_non_null(strstr(s.v[3].text, all));
	assert_int_equal(s.n, 4);
	free(all);
	sheet_clear(&s);
	/* On a screen only the number stands there. */
	map_add(&l, true, MAP_REGIONS, 80, 10, &s);
	assert_int_equal(s.n, 3);
	sheet_clear(&s);
	free(l.v);
}

/* Of very many regions: drawn, each has its signs; counted, the rest is one. */
static void
test_map_of_regions(void **state)
{
	static char code[] = "x", town[] = "town", names[LIMIT_GROUPS + 3][8];
	struct reaches l = {xcalloc(LIMIT_TILES + 1, sizeof(*l.v)), 0};
	struct sheet s = {0};

	(void)state;
	for (; l.n < LIMIT_TILES + 1; l.n++) {
		char *name = names[l.n % LENGTH(names)];

		snprintf(name, sizeof(names[0]), "R%zu", l.n % LENGTH(names));
		l.v[l.n] = (struct reach){.code = code,
		    .name = town,
		    .region = name,
		    .has_mail = true,
		    .told = true};
	}
	map_add(&l, true, MAP_REGIONS, 80, 0, &s);
	assert_int_equal(s.n, 1 + LIMIT_GROUPS + 1);
	assert_string_equal(
	    s.v[LIMIT_GROUPS + 1].text, "  others              24 reached");
	sheet_clear(&s);
	l.n = LENGTH(names);
	map_add(&l, true, MAP_REGIONS, 80, 0, &s);
	assert_int_equal(s.n, 1 + LENGTH(names));
	for (size_t i = 0; i < LENGTH(names); i++)
		assert_true(str_ends(s.v[i + 1].text, " #"));
	sheet_clear(&s);
	free(l.v);
}

/* The whole country, in 80 columns and 14 rows. */
static void
test_map_fits(void **state)
{
	struct tiles t = {0};
	struct reaches l = {0};
	struct sheet s = {0};
	struct strv key = {0};

	(void)state;
	assert_int_equal(tiles_load(&t, NULL), 0);
	l.v = xcalloc(t.n, sizeof(*l.v));
	for (; l.n < t.n; l.n++)
		l.v[l.n] = (struct reach){.code = t.v[l.n].code,
		    .name = t.v[l.n].name,
		    .has_mail = true,
		    .waiting = true};
	strv_add(&key, "# reached  . waiting  ! failed  - no contact");
	map_tiles(&t, &l, true, 80,
	    xstrdup("98/98 municipalities reached by the newest notice"), &key,
	    &s);
	assert_int_equal(s.n, 14);
	for (size_t i = 0; i < s.n; i++)
		assert_true(text_width(s.v[i].text) <= 80);
	assert_true(map_columns() <= 80);
	sheet_clear(&s);
	free(l.v);
	tiles_clear(&t);
}

/* --- what helps against what config check --online finds -------------------
 */

static void
test_online_words(void **state)
{
	static const struct {
		const char *why, *remedy;
	} cases[] = {
	    {"TLS: the certificate is refused: certificate has expired",
		"renew"},
	    {"TLS: the certificate is refused: Hostname mismatch",
		"give the name"},
	    {"cannot connect: Connection refused", "does it run"},
	    {"AUTH: 535 5.7.8 no", "user and password"},
	    {"no answer within 10 s", "says nothing"},
	    {"HTTP status 404 for /healthz", "web.listen"},
	    {"HTTP status 404", "path of the URL"},
	    {"something that nobody has seen", ""},
	};
	static const struct {
		const char *url, *origin;
	} urls[] = {
	    {"https://hc.example.dk:8443/s3cret?key=s3cret",
		"https://hc.example.dk:8443"},
	    {"http://user:s3cret@hc.example.dk/x", "http://hc.example.dk"},
	    {"::::", "a URL"},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++)
		if (strstr(online_remedy(cases[i].why), cases[i].remedy) ==
		    NULL)
			fail_msg("%s: %s", cases[i].why,
			    online_remedy(cases[i].why));
	assert_string_equal(online_remedy("of nobody known"), "");
	for (size_t i = 0; i < LENGTH(urls); i++) {
		char *origin = online_origin(urls[i].url);

		assert_string_equal(origin, urls[i].origin);
		free(origin);
	}
}

/* --- how to start the daemon ---------------------------------------------- */

static void
starts(const char *systemd, const char *folder, const char *file,
    const char *expected)
{
	const char *const folders[] = {"/nowhere", folder, NULL};
	struct config *c = config_default();
	char *hint;

	xreplace(&c->file, file);
	hint = start_hint(systemd, folders, c);
	assert_string_equal(hint, expected);
	free(hint);
	config_free(c);
}

static void
test_start_hint(void **state)
{
	char dir[] = "/tmp/alertd-hint-XXXXXX", *unit;
	FILE *f;

	(void)state;
	assert_non_null(mkdtemp(dir));
	starts("/tmp", dir, "a.yaml", "alertd -c a.yaml");
	starts("/tmp", dir, CONFIG_DEFAULT, "alertd");
	unit = xasprintf("%s/alertd.service", dir);
	f = fopen(unit, "w");
	assert_non_null(f);
	fclose(f);
	starts("/tmp", dir, "a.yaml", "systemctl start alertd");
	/* A unit without systemd, as in a container. */
	starts("/nowhere", dir, "a.yaml", "alertd -c a.yaml");
	unlink(unit);
	rmdir(dir);
	free(unit);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_countdown),
	    cmocka_unit_test(test_colour),
	    cmocka_unit_test(test_locale),
	    cmocka_unit_test(test_left),
	    cmocka_unit_test(test_sentence),
	    cmocka_unit_test(test_sheet),
	    cmocka_unit_test(test_wrapping),
	    cmocka_unit_test(test_map),
	    cmocka_unit_test(test_map_fits),
	    cmocka_unit_test(test_map_of_many),
	    cmocka_unit_test(test_map_of_regions),
	    cmocka_unit_test(test_online_words),
	    cmocka_unit_test(test_start_hint),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
