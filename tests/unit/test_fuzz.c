/* Unit tests: what is kept of fuzzing, and that its invariants can fail. */
#include <dirent.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/attr.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/mem.h"
#include "feed/kinds.h"
#include "../fuzz/invariant.h"
#include "../fuzz/target.h"

static struct err error;

static int
set_up(void **state)
{
	(void)state;
	return targets_open(&error);
}

static void
run_file(const struct target *t, const char *path)
{
	char *data;
	size_t n;

	if (file_read(path, LIMIT_FEED_BODY, &data, &n, &error) == -1 ||
	    target_run(t, data, n, &error) == -1)
		fail_msg("%s: %s", path, error.msg);
	free(data);
}

/* Runs all files of a folder, which may be absent; returns how many. */
static size_t
run_folder(const struct target *t, const char *kept)
{
	char *folder = xasprintf("tests/fuzz/%s/%s", kept, t->name);
	DIR *dir = opendir(folder);
	struct dirent *entry;
	size_t n = 0;

	while (dir != NULL && (entry = readdir(dir)) != NULL) {
		char *path = xasprintf("%s/%s", folder, entry->d_name);

		if (entry->d_name[0] != '.') {
			run_file(t, path);
			n++;
		}
		free(path);
	}
	if (dir != NULL)
		closedir(dir);
	free(folder);
	return n;
}

static void
test_corpus(void **state)
{
	(void)state;
	for (size_t i = 0; target_at(i) != NULL; i++)
		if (run_folder(target_at(i), "corpus") == 0)
			fail_msg("%s: no corpus", target_at(i)->name);
}

static void
test_found(void **state)
{
	size_t n = 0;

	(void)state;
	for (size_t i = 0; target_at(i) != NULL; i++)
		n += run_folder(target_at(i), "found");
	assert_true(n > 0);
}

/* Every kind of feed whose bodies are parsed has a target of its name. */
static void
test_every_kind(void **state)
{
	(void)state;
	for (enum feed_kind k = 0; k < FEED_AUTO; k++) {
		const struct target *t = target_find(feed_kind_name(k));

		if (kind_find(k)->parse == NULL)
			continue;
		if (t == NULL || t->kind != k)
			fail_msg("%s: is not fuzzed", feed_kind_name(k));
	}
}

static struct report
good_report(void)
{
	struct report r;

	report_init(&r);
	xreplace(&r.feed, "f");
	xreplace(&r.id, "1");
	xreplace(&r.revision, "2");
	xreplace(&r.title, "FMK nede på øen");
	xreplace(&r.text, "en\n\nø");
	r.newest = 2;
	xreplace(&r.url, "https://a.example.dk/1");
	r.published = 0;
	r.ends = TIME_MAX;
	r.phase = PHASE_OPEN;
	report_component(&r, "FMK", "major_outage");
	return r;
}

static void
refused(const struct report *r, const char *what)
{
	error.msg[0] = '\0';
	if (check_report(r, &error) == 0)
		fail_msg("%s: taken for good", what);
	if (strstr(error.msg, what) == NULL)
		fail_msg("%s: refused for \"%s\"", what, error.msg);
}

static char *
long_string(size_t n)
{
	char *s = xmalloc(n + 1);

	memset(s, 'a', n);
	s[n] = '\0';
	return s;
}

static void
test_bad_strings(void **state)
{
	static const struct {
		const char *s, *what;
	} bad[] = {{NULL, "title: NULL"}, {"a\xff", "no UTF-8 at byte 1"},
	    {"\xc3", "no UTF-8 at byte 0"}, {"\xed\xa0\x80", "no UTF-8"},
	    {"a\nb", "U+000A"}, {"a\tb", "U+0009"}, {"\x7f", "U+007F"},
	    {"\xc2\x9f", "U+009F"}, {"\xe2\x80\xae", "U+202E"},
	    {"\xef\xbb\xbf", "U+FEFF"}, {" a", "not clean"},
	    {"a  b", "not clean"}};
	struct report r = good_report();

	(void)state;
	if (check_report(&r, &error) == -1)
		fail_msg("%s", error.msg);
	for (size_t i = 0; i < LENGTH(bad); i++) {
		xreplace(&r.title, bad[i].s);
		refused(&r, bad[i].what);
	}
	free(r.title);
	r.title = long_string(LIMIT_TITLE + 1);
	refused(&r, "title: 513 bytes");
	report_clear(&r);
}

static void
test_bad_texts(void **state)
{
	struct report r = good_report();

	(void)state;
	xreplace(&r.text, "a\n\n\nb");
	refused(&r, "text: not clean");
	xreplace(&r.text, "a\rb");
	refused(&r, "text: U+000D");
	free(r.text);
	r.text = long_string(LIMIT_TEXT + 1);
	refused(&r, "text: 65537 bytes");
	xreplace(&r.text, "aø");
	r.newest = 4;
	refused(&r, "newest 4 of 3");
	r.newest = 2;
	refused(&r, "within a character");
	report_clear(&r);
}

static void
test_bad_fields(void **state)
{
	struct report r = good_report();

	(void)state;
	xreplace(&r.id, "");
	refused(&r, "no id");
	xreplace(&r.id, "1");
	xreplace(&r.url, "ftp://a.example.dk/");
	refused(&r, "url");
	xreplace(&r.url, "");
	r.updated = -1;
	refused(&r, "updated: the time -1");
	r.updated = TIME_MAX + 1;
	refused(&r, "updated");
	r.updated = TIME_NONE;
	r.phase = (enum phase)9;
	refused(&r, "phase 9");
	r.phase = PHASE_UNKNOWN;
	xreplace(&r.components[0].status, NULL);
	refused(&r, "its status: NULL");
	xreplace(&r.components[0].status, "");
	xreplace(&r.components[0].name, "");
	refused(&r, "component: no name");
	report_clear(&r);
}

static void
bad_finding(const struct finding *f, const char *what)
{
	error.msg[0] = '\0';
	assert_int_equal(check_finding(f, &error), -1);
	if (strstr(error.msg, what) == NULL)
		fail_msg("%s: refused for \"%s\"", what, error.msg);
}

static void
test_bad_findings(void **state)
{
	struct finding f;

	(void)state;
	finding_init(&f);
	bad_finding(&f, "no reason");
	xreplace(&f.reason, "rule 1");
	assert_int_equal(check_finding(&f, &error), 0);
	f.phase = PHASE_UNKNOWN;
	bad_finding(&f, "phase 0");
	f.phase = PHASE_OPEN;
	f.verdict = (enum verdict_kind)3;
	bad_finding(&f, "verdict 3");
	f.verdict = VERDICT_ASK;
	f.effect = (enum effect)5;
	bad_finding(&f, "effect 5");
	f.effect = EFFECT_OUTAGE;
	f.expected_end = -1;
	bad_finding(&f, "expected end");
	f.expected_end = TIME_NONE;
	xreplace(&f.service, NULL);
	bad_finding(&f, "service: NULL");
	finding_clear(&f);
}

static void
test_differences(void **state)
{
	struct report a = good_report(), b = good_report();

	(void)state;
	assert_int_equal(check_same_report(&a, &b, &error), 0);
	xreplace(&b.revision, "3");
	assert_int_equal(check_same_report(&a, &b, &error), -1);
	xreplace(&b.revision, "2");
	b.newest = 0;
	assert_int_equal(check_same_report(&a, &b, &error), -1);
	b.newest = a.newest;
	xreplace(&b.components[0].status, "");
	assert_int_equal(check_same_report(&a, &b, &error), -1);
	report_clear(&a);
	report_clear(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_corpus),
	    cmocka_unit_test(test_found),
	    cmocka_unit_test(test_every_kind),
	    cmocka_unit_test(test_bad_strings),
	    cmocka_unit_test(test_bad_texts),
	    cmocka_unit_test(test_bad_fields),
	    cmocka_unit_test(test_bad_findings),
	    cmocka_unit_test(test_differences),
	};

	return cmocka_run_group_tests(tests, set_up, NULL);
}
