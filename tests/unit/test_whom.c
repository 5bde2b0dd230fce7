/*
 * Unit tests of notices that are for some: their texts say for whom and never
 * that all are hit, and those of all are as they are kept. ALERTD_GOLDEN
 * writes them anew.
 */
#include "base/attr.h"
#include "base/buf.h"
#include "base/limits.h"
#include "says.h"

static const struct {
	const char *service;
	enum effect effect;
	bool drill;
} faults[] = {
    {"FMK", EFFECT_OUTAGE, false},
    {"STS", EFFECT_OUTAGE, false},
    {"FMK", EFFECT_DEGRADED, false},
    {"NAS", EFFECT_OUTAGE, false},
    {"FMK", EFFECT_DATA_ERROR, false},
    {"FMK-online", EFFECT_OUTAGE, false},
    {"FMK", EFFECT_PLANNED, false},
    {"FMK", EFFECT_OUTAGE, true},
};

static const char *const all[] = {"Alle, der", "alle brugere",
    "alle omsorgssystemer", "All who", "all users", "all care systems"};

static struct incident
fault(size_t k)
{
	struct incident i = sample(faults[k].service, faults[k].effect);

	i.planned = i.effect == EFFECT_PLANNED;
	i.starts = at("2026-03-30T18:00:00Z");
	i.ends = at("2026-03-30T20:00:00Z");
	i.notices = 0;
	xreplace(&i.title, "Titel");
	if (faults[k].drill) {
		i.kind = KIND_EXERCISE;
		i.drill_ends = at("2026-03-29T04:13:00Z");
	}
	return i;
}

static struct notice_facts
facts_of(const struct incident *i, enum org_kind audience, bool is_english)
{
	enum notice_type type = audience == ORG_ONCALL ? NOTICE_PAGE
				: i->planned	       ? NOTICE_PLANNED
						       : NOTICE_FIRST;
	struct notice_facts f = facts(i, type, 1);

	f.audience = audience;
	f.conf = is_english ? &conf_en : &conf;
	return f;
}

static void
add_texts(struct buf *b, const struct notice_facts *f)
{
	struct notice_texts x = texts(f);
	char *said = notice_said(f->conf == &conf_en ? english : danish, f);

	buf_addf(b, "== %s, %s\n%s\n\n%s\n%s\n\n%s\n\n", f->incident->service,
	    effect_name(f->incident->effect), x.subject, x.text, x.sms, said);
	free(said);
	notice_texts_clear(&x);
}

static void
kept(const char *name, bool is_english, size_t whom)
{
	char *path = xasprintf("tests/data/notice/%s.txt", name), *was;
	struct buf b;
	struct err e;

	buf_init(&b, LIMIT_TEMPLATE_OUT);
	for (size_t k = 0; k < LENGTH(faults) * 2; k++) {
		struct incident i = fault(k / 2);
		struct notice_facts f = facts_of(
		    &i, k % 2 ? ORG_ONCALL : ORG_MUNICIPALITY, is_english);

		for_some(&f, whom);
		add_texts(&b, &f);
		incident_clear(&i);
	}
	if (getenv("ALERTD_GOLDEN") != NULL)
		assert_int_equal(
		    file_write(path, buf_str(&b), b.len, 0644, &e), 0);
	if (file_read(path, LIMIT_TEMPLATE_OUT, &was, NULL, &e) == -1)
		fail_msg("%s", e.msg);
	assert_string_equal(buf_str(&b), was);
	buf_clear(&b);
	free(was);
	free(path);
}

static void
test_kept(void **state)
{
	(void)state;
	kept("for-all", false, SOME);
	kept("for-all-en", true, SOME);
	kept("for-some", false, 0);
	kept("for-some-en", true, 0);
}

static void
check(const struct notice_texts *x, const struct notice_facts *f)
{
	must(x->text, f->whom);
	must(x->html, f->whom);
	must(x->sms, f->whom_short);
	for (size_t k = 0; k < LENGTH(all); k++) {
		must_not(x->text, all[k]);
		must_not(x->html, all[k]);
		must_not(x->sms, all[k]);
	}
}

/* Each fault, municipality, vendor and on-call, either language. */
static void
test_some(void **state)
{
	(void)state;
	for (size_t k = 0; k < LENGTH(faults) * 3 * 2 * SOME; k++) {
		struct incident i = fault(k % 8);
		struct notice_facts f = facts_of(
		    &i, (enum org_kind)(k / 8 % 3), k / 24 % 2);
		struct notice_texts x;

		for_some(&f, k / 48);
		x = texts(&f);
		check(&x, &f);
		notice_texts_clear(&x);
		incident_clear(&i);
	}
}

/* The built-in plain text does, too. */
static void
test_plain(void **state)
{
	static const char *const broken[] = {"notice.sms.txt", "page.sms.txt",
	    "drill.sms.txt", "receipt.sms.txt"};
	char folder[] = "/tmp/test_whom.XXXXXX";
	struct diags problems = {0};
	struct templates *t;
	struct err e;

	(void)state;
	assert_non_null(mkdtemp(folder));
	for (size_t k = 0; k < LENGTH(broken); k++) {
		char *path = xasprintf("%s/%s", folder, broken[k]);

		assert_int_equal(file_write(path, "{{#a}}", 6, 0600, &e), 0);
		free(path);
	}
	t = templates_open(folder, "da", &problems);
	for (size_t k = 0; k < LENGTH(faults) * 3 * 2 * SOME; k++) {
		struct incident i = fault(k % 8);
		struct notice_facts f = facts_of(
		    &i, (enum org_kind)(k / 8 % 3), k / 24 % 2);
		struct notice_texts x;

		for_some(&f, k / 48);
		assert_int_equal(notice_render(t, &f, &x, &e), -1);
		check(&x, &f);
		notice_texts_clear(&x);
		incident_clear(&i);
	}
	templates_close(t);
	diags_clear(&problems);
	for (size_t k = 0; k < LENGTH(broken); k++) {
		char *path = xasprintf("%s/%s", folder, broken[k]);

		remove(path);
		free(path);
	}
	remove(folder);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_kept),
	    cmocka_unit_test(test_some),
	    cmocka_unit_test(test_plain),
	};

	return cmocka_run_group_tests_name("whom", tests, setup, teardown);
}
