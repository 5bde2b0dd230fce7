/*
 * Unit tests of deliver/smsjob.c: who gets one SMS together, when a message
 * is complete, what is in doubt, and what is stored together.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/attr.h"
#include "base/buf.h"
#include "base/mem.h"
#include "deliver/smsjob.h"

/* "text: number number" for each message; a number with "-" is not due. */
static void
make(struct messages *l, const char *const *spec, size_t n)
{
	*l = (struct messages){xcalloc(n, sizeof(*l->v)), n};
	for (size_t i = 0; i < n; i++) {
		struct message *m = &l->v[i];
		struct strv words = {0};

		strv_split(&words, spec[i], ": ");
		m->id = (int64_t)i + 1;
		m->text = xstrdup(words.v[0]);
		m->to = xcalloc(words.n, sizeof(*m->to));
		for (size_t k = 1; k < words.n; k++)
			m->to[m->n_to++] = (struct recipient){
			    .delivery = (int64_t)(10 * i + k),
			    .name = xstrdup(""),
			    .address = xstrdup(words.v[k]),
			    .due = words.v[k][0] != '-',
			};
		strv_clear(&words);
	}
}

/* What is told next of a message: "11 12", "11 ..." of a part; "none". */
static void
assert_news(struct smsjobs *s, const char *want)
{
	struct result r[8];
	size_t message;
	struct buf b;

	buf_init(&b, 1000);
	if (!smsjobs_news(s, &message)) {
		buf_adds(&b, "none");
	} else {
		size_t n = smsjobs_results(s, message, r);

		for (size_t i = 0; i < n; i++)
			buf_addf(&b, "%s%lld", i == 0 ? "" : " ",
			    (long long)r[i].delivery);
		buf_adds(&b, s->of[message].left > 0 ? " ..." : "");
	}
	assert_string_equal(buf_str(&b), want);
	buf_clear(&b);
}

static void
test_twins(void **state)
{
	static const char *const spec[] = {
	    "a: 1 2 1", "b: 1", "a: 2 3", "b: -4 1"};
	static const size_t roots[] = {0, 1, 0, 3, 1, 5, 3};
	struct messages l;
	struct smsjobs s;

	(void)state;
	make(&l, spec, LENGTH(spec));
	smsjobs_init(&s, &l);
	assert_int_equal(s.n, LENGTH(roots));
	for (size_t i = 0; i < s.n; i++) {
		assert_int_equal(s.v[i].root, roots[i]);
		assert_int_equal(smsjob_open(&s, i), roots[i] == i);
	}
	assert_int_equal(smsjobs_open_of(&s, 0), 2);
	assert_int_equal(smsjobs_open_of(&s, 4), 1);
	assert_int_equal(s.of[2].text, 0);
	assert_int_equal(s.by_text[1], 2);
	assert_news(&s, "none");
	smsjob_finish(&s, 0, OUTCOME_ACCEPTED);
	assert_int_equal(s.doubt, 1);
	smsjob_finish(&s, 3, OUTCOME_PERMFAIL);
	assert_int_equal(s.doubt, 2);
	assert_news(&s, "32");
	assert_news(&s, "11");
	assert_int_equal(s.doubt, 1);
	assert_news(&s, "1 3 ...");
	assert_int_equal(s.doubt, 0);
	assert_news(&s, "none");
	smsjob_finish(&s, 1, OUTCOME_ACCEPTED);
	smsjob_finish(&s, 5, OUTCOME_TEMPFAIL);
	assert_int_equal(s.doubt, 2);
	assert_news(&s, "21 22");
	assert_news(&s, "2");
	assert_news(&s, "none");
	assert_int_equal(s.doubt, 0);
	smsjobs_clear(&s);
	messages_clear(&l);
}

/* Nobody is to be sent to: it is told all the same, or it would be kept. */
static void
test_nobody(void **state)
{
	static const char *const spec[] = {"a: -1", "a: 1"};
	struct messages l;
	struct smsjobs s;

	(void)state;
	make(&l, spec, LENGTH(spec));
	smsjobs_init(&s, &l);
	assert_int_equal(s.n, 1);
	assert_news(&s, "");
	assert_news(&s, "none");
	smsjobs_clear(&s);
	messages_clear(&l);
}

/* Another worker has it: who waited for its result is sent to after all. */
static void
test_lost(void **state)
{
	static const char *const spec[] = {"a: 1 1 2", "a: 1", "a: 2 1"};
	struct messages l;
	struct smsjobs s;

	(void)state;
	make(&l, spec, LENGTH(spec));
	smsjobs_init(&s, &l);
	smsjob_finish(&s, 2, OUTCOME_ACCEPTED);
	assert_int_equal(s.doubt, 1);
	assert_true(smsjobs_lose(&s, 0));
	assert_int_equal(s.doubt, 0);
	assert_false(smsjobs_lose(&s, 0));
	assert_false(smsjob_open(&s, 0));
	assert_true(smsjob_open(&s, 3));
	assert_false(smsjob_open(&s, 5));
	assert_int_equal(s.v[5].root, 3);
	/* One that was under way when it was lost says nothing of others. */
	smsjob_finish(&s, 0, OUTCOME_ACCEPTED);
	assert_news(&s, "21 ...");
	assert_news(&s, "none");
	assert_int_equal(s.doubt, 0);
	smsjob_finish(&s, 3, OUTCOME_ACCEPTED);
	assert_news(&s, "22");
	assert_news(&s, "11");
	assert_news(&s, "none");
	smsjobs_clear(&s);
	messages_clear(&l);
}

/*
 * Waiting for one, each would be stored by itself; waiting long, the gateway
 * would have nothing to do.
 */
static void
test_groups(void **state)
{
	static const struct {
		size_t window;
		int64_t stored_ms;
		size_t few;
		int ms;
	} cases[] = {
	    {8, 0, 6, 1},
	    {8, 7, 6, 1},
	    {8, 8, 0, 2},
	    {8, 25, 0, 6},
	    {8, 40, 0, 10},
	    {8, 5000, 0, 10},
	    {16, 3, 12, 1},
	    {16, 20, 0, 5},
	    {1, 0, 1, 1},
	    {3, 0, 3, 1},
	};

	(void)state;
	for (size_t i = 0; i < LENGTH(cases); i++) {
		struct smsgroup g = smsgroup_after(
		    cases[i].window, cases[i].stored_ms);

		assert_int_equal(g.few, cases[i].few);
		assert_int_equal(g.ms, cases[i].ms);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_twins),
	    cmocka_unit_test(test_nobody),
	    cmocka_unit_test(test_lost),
	    cmocka_unit_test(test_groups),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
