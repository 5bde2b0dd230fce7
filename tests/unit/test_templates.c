/* Unit tests of notice/templates: files, mistakes in them, what goes instead.
 */
#include "base/attr.h"
#include "base/embedded.h"
#include "base/file.h"
#include "notice/templates.h"
#include "notice/trial.h"
#include "notices.h"

static char folder[64];

static void
write_file(const char *name, const char *text)
{
	char *path = xasprintf("%s/%s", folder, name);
	struct err e;

	assert_int_equal(file_write(path, text, strlen(text), 0600, &e), 0);
	free(path);
}

static int
folder_make(void **state)
{
	(void)state;
	snprintf(folder, sizeof(folder), "/tmp/test_notice.XXXXXX");
	return mkdtemp(folder) == NULL ? -1 : 0;
}

static int
folder_remove(void **state)
{
	static const char *const names[] = {"notice.mail.txt", "mine.txt",
	    "advice-outage.txt", "notes.md", "a.html", "b.txt", "p.mustache",
	    "d.json"};

	(void)state;
	for (size_t i = 0; i < LENGTH(names); i++) {
		char *path = xasprintf("%s/%s", folder, names[i]);

		remove(path);
		free(path);
	}
	return remove(folder);
}

static void
test_broken_template(void **state)
{
	struct incident i = sample("FMK", EFFECT_OUTAGE);
	struct notice_facts f = facts(&i, NOTICE_FIRST, 1);
	struct diags problems = {0};
	struct notice_texts x;
	struct templates *t;
	struct err e;

	(void)state;
	write_file("notice.mail.txt", "a\n{{sinse}}{{#b}}");
	t = templates_open(folder, "da", &problems);
	assert_int_equal(problems.n, 3);
	must(problems.v[0].msg, "not closed");
	assert_int_equal(problems.v[0].line, 2);
	must(problems.v[1].msg, "did you mean since");
	i.kind = KIND_EXERCISE;
	assert_int_equal(notice_render(t, &f, &x, &e), -1);
	must(e.msg, "notice.mail.txt:2:10:");
	must(x.text, "FMK kan ikke bruges");
	must(x.text, contact);
	must(x.text, "Næste besked senest: kl. 06.13");
	must(x.html, "<p");
	must(x.sms, "Besked nr. 1, FMK-2026-0007, kl. 04.13.");
	check_marks(&x);
	notice_texts_clear(&x);
	i.online = ONLINE_WORKS;
	assert_int_equal(notice_render(t, &f, &x, &e), -1);
	must(x.text, "FMK kan ikke hentes i jeres omsorgssystem.");
	must(x.text, "FMK-online: virker");
	notice_texts_clear(&x);
	f.conf = &conf_en;
	f.type = NOTICE_RESOLVED;
	assert_int_equal(notice_render(t, &f, &x, &e), -1);
	must(x.text, "It works again.");
	must(x.sms, "Notice no. 1, closed, FMK-2026-0007");
	must_not(x.text, "Besked");
	notice_texts_clear(&x);
	i.effect = EFFECT_PLANNED;
	i.starts = i.ends = i.resolved_at = at("2026-03-30T18:00:00Z");
	assert_int_equal(notice_render(t, &f, &x, &e), -1);
	must(x.text, "The planned work is done.");
	must(x.text, "From: 20:00 Monday 30 March");
	notice_texts_clear(&x);
	templates_close(t);
	diags_clear(&problems);
	incident_clear(&i);
}

/* What reads well and leaves nothing is found before it is needed. */
static void
test_try(void **state)
{
	struct diags problems = {0};
	struct templates *t = templates_open("", "da", &problems);

	(void)state;
	templates_try(t, &conf, 3, &problems);
	templates_try(t, &conf_en, 1, &problems);
	diags_print(&problems, stderr);
	assert_int_equal(problems.n, 0);
	templates_close(t);
	write_file(
	    "notice.mail.txt", "{{#type.first}}A {{> mine}}{{/type.first}}");
	write_file("mine.txt", "{{#title}}b{{/title}}");
	t = templates_open(folder, "da", &problems);
	assert_int_equal(problems.n, 0);
	templates_try(t, &conf, 3, &problems);
	assert_int_equal(problems.n, 1);
	must(problems.v[0].file, "/notice.mail.txt");
	assert_string_equal(problems.v[0].msg,
	    "nothing is left of it (in a notice of type update, effect "
	    "outage)");
	templates_close(t);
	diags_clear(&problems);
	/* A partial that names itself. */
	write_file("notice.mail.txt", "A\n{{> mine}}");
	write_file("mine.txt", "{{> mine}}");
	t = templates_open(folder, "da", &problems);
	assert_int_equal(problems.n, 0);
	templates_try(t, &conf, 3, &problems);
	assert_int_equal(problems.n, 1);
	must(problems.v[0].msg, "nested too deep at \"mine\"");
	templates_close(t);
	diags_clear(&problems);
}

static void
test_own_partial(void **state)
{
	struct incident i = sample("FMK", EFFECT_OUTAGE);
	struct notice_facts f = facts(&i, NOTICE_FIRST, 1);
	struct diags problems = {0};
	struct templates *t;
	struct notice_texts x;
	struct err e;

	(void)state;
	write_file("advice-outage.txt", "- Vores råd.\n{{> mine}}");
	write_file("mine.txt", "- Ring til {{signature}}.\n");
	write_file("notes.md", "{{not a template");
	t = templates_open(folder, "da", &problems);
	diags_print(&problems, stderr);
	assert_int_equal(problems.n, 0);
	assert_int_equal(notice_render(t, &f, &x, &e), 0);
	must(x.text, "gøre?\n- Vores råd.\n- Ring til MedCom.\n");
	notice_texts_clear(&x);
	templates_close(t);
	/* Its mistakes are found as well. */
	write_file("mine.txt", "{{singature}}");
	t = templates_open(folder, "da", &problems);
	assert_int_equal(problems.n, 1);
	must(problems.v[0].file, "/mine.txt");
	must(problems.v[0].msg, "did you mean signature");
	templates_close(t);
	diags_clear(&problems);
	t = templates_open("/nonexistent", "da", &problems);
	assert_int_equal(problems.n, 1);
	must(problems.v[0].msg, "cannot read the folder");
	templates_close(t);
	diags_clear(&problems);
	incident_clear(&i);
}

/* Renders the file with d.json: 0 and the text, or -1 and the mistake. */
static void
renders(const char *name, int result, const char *expected)
{
	char *path = xasprintf("%s/%s", folder, name);
	char *json = xasprintf("%s/d.json", folder);
	struct err e = {""};
	struct buf out;

	buf_init(&out, 65536);
	assert_int_equal(template_render_file(path, json, &out, &e), result);
	if (result == 0)
		assert_string_equal(buf_str(&out), expected);
	else
		must(e.msg, expected);
	buf_clear(&out);
	free(path);
	free(json);
}

static void
test_render_file(void **state)
{
	(void)state;
	write_file("d.json", "{\"a\": \"<&>\", \"l\": [1, 2]}");
	renders("none.txt", -1, "none.txt");
	write_file("b.txt", "{{a}}");
	renders("b.txt", 0, "<&>");
	write_file("a.html", "{{a}}{{{a}}}{{> p}}{{> b}}{{> no}}{{> ../x}}");
	write_file("p.mustache", "[{{#l}}{{.}}{{/l}}]");
	renders("a.html", 0, "&lt;&amp;&gt;<&>[12]&lt;&amp;&gt;");
	write_file("b.txt", "x\n {{#a}}");
	renders("b.txt", -1, "/b.txt:2:2: ");
	write_file("b.txt", "{{> p}}");
	write_file("p.mustache", "\n{{/l}}");
	renders("b.txt", -1, "partial p:2:1: ");
	write_file("d.json", "{\"a\": 1,\n \"b\": }");
	renders("b.txt", -1, "/d.json:2:");
	write_file("d.json", "{\"a\": 1, \"a\": 2}");
	renders("b.txt", -1, "duplicate");
}

/* Each file of one language is there in the other. */
static void
test_languages(void **state)
{
	const struct embedded *f;

	(void)state;
	for (size_t i = 0; (f = embedded_at(i)) != NULL; i++) {
		bool ours = str_starts(f->path, "templates/da/");
		char *twin;

		if (!str_starts(f->path, "templates/"))
			continue;
		twin = xasprintf("templates/%s/%s", ours ? "en" : "da",
		    f->path + strlen("templates/da/"));
		if (embedded_find(twin) == NULL)
			fail_msg("%s is missing", twin);
		free(twin);
	}
}

static int
setup(void **state)
{
	(void)state;
	return zone_set("Europe/Copenhagen", NULL);
}

#define FOLDER_TEST(test) \
	cmocka_unit_test_setup_teardown(test, folder_make, folder_remove)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_languages),
	    FOLDER_TEST(test_broken_template),
	    FOLDER_TEST(test_try),
	    FOLDER_TEST(test_own_partial),
	    FOLDER_TEST(test_render_file),
	};

	return cmocka_run_group_tests_name("templates", tests, setup, NULL);
}
