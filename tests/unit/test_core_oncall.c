/* Unit tests of the core: who is on call, covers, and what is on record. */
#include "oncall_house.h"

#include "store/audit.h"

/* Anna until Monday the 30th at 8, then Jens; NOW is the Saturday before. */
static const char rotas[] =
    "rotas:\n"
    "  - name: medcom\n"
    "    team: medcom\n"
    "    people: [Anna Holm, Jens Lund]\n"
    "    handover: monday 08:00\n"
    "    start: 2026-03-23\n"
    "  - name: days\n"
    "    team: medcom\n"
    "    shifts:\n"
    "      - {who: Anna Holm, from: 2026-03-30 08:00, until: 2026-03-31 "
    "08:00}\n";

#define MONDAY INT64_C(1774850400) /* 2026-03-30T06:00:00Z, 08:00 local */

static int
build_oncall(void **state)
{
	build_with(state, rotas);
	return 0;
}

static void
expect_who(struct oncall *o, const char *rota, int64_t now, const char *who)
{
	struct err e = {""};
	char *found;

	must(core_on_call(&o->h->core, rota, now, &found, &e), &e);
	assert_string_equal(found, who);
	free(found);
}

static int64_t
set_cover(struct oncall *o, const char *who, int64_t from, int64_t until)
{
	struct cover c = {.rota = xstrdup("medcom"),
	    .who = xstrdup(who),
	    .from = from,
	    .until = until};
	struct err e = {""};
	int64_t id;

	must(core_cover(&o->h->core, &c, NOW, &e), &e);
	id = c.id;
	cover_clear(&c);
	return id;
}

static void
test_on_call(void **state)
{
	struct oncall *o = *state;

	expect_who(o, "medcom", NOW, "Anna Holm");
	expect_who(o, "medcom", MONDAY - 1, "Anna Holm");
	expect_who(o, "medcom", MONDAY, "Jens Lund");
	expect_who(o, "days", MONDAY - 1, "");
	expect_who(o, "days", MONDAY, "Anna Holm");
}

static void
test_unknown(void **state)
{
	struct oncall *o = *state;
	struct err e = {""};
	char *who;

	assert_int_equal(
	    core_on_call(&o->h->core, "medkom", NOW, &who, &e), -1);
	assert_null(who);
	assert_string_equal(e.msg, "there is no rota medkom");
}

/* The rota may write the name in capitals; the contact's own counts. */
static void
test_name_of_contact(void **state)
{
	struct oncall *o = *state;
	struct contact c = {.org = (char[]){"medcom"},
	    .name = (char[]){"Søren ØRE"},
	    .email = (char[]){"s@example.dk"},
	    .phone = (char[]){""},
	    .enabled = true};
	struct err e = {""};

	set_cover(o, "SØREN Øre", NOW, NOW + HOUR);
	expect_who(o, "medcom", NOW, "SØREN Øre");
	must(store_contact_put(o->h->store, &c, &e), &e);
	expect_who(o, "medcom", NOW, "Søren ØRE");
}

static void
test_cover(void **state)
{
	struct oncall *o = *state;
	int64_t id = set_cover(o, "Karen Ø", NOW, NOW + HOUR);
	struct err e = {""};

	expect_who(o, "medcom", NOW - 1, "Anna Holm");
	expect_who(o, "medcom", NOW, "Karen Ø");
	expect_who(o, "medcom", NOW + HOUR - 1, "Karen Ø");
	expect_who(o, "medcom", NOW + HOUR, "Anna Holm");
	expect_who(o, "days", NOW, ""); /* of another rota */
	must(core_uncover(&o->h->core, id, NOW, &e), &e);
	expect_who(o, "medcom", NOW, "Anna Holm");
	assert_int_equal(core_uncover(&o->h->core, id, NOW, &e), -1);
}

/* The one made last goes before, whatever time it is for. */
static void
test_cover_over_cover(void **state)
{
	struct oncall *o = *state;

	set_cover(o, "Karen Ø", NOW, NOW + 2 * HOUR);
	set_cover(o, "Jens Lund", NOW - HOUR, NOW + HOUR);
	expect_who(o, "medcom", NOW, "Jens Lund");
	expect_who(o, "medcom", NOW + HOUR, "Karen Ø");
}

static void
test_record(void **state)
{
	struct oncall *o = *state;
	int64_t id = set_cover(o, "Karen Ø", NOW, NOW + HOUR);
	struct audits l = {0};
	struct err e = {""};

	must(core_uncover(&o->h->core, id, NOW, &e), &e);
	must(store_audits(o->h->store, 0, 2, &l, &e), &e);
	assert_int_equal(l.n, 2);
	assert_string_equal(l.v[0].action, "cover.set");
	assert_string_equal(l.v[0].actor, "test");
	assert_string_equal(l.v[0].detail,
	    "rota medcom: Karen Ø from 2026-03-28T22:13:00Z until "
	    "2026-03-28T23:13:00Z");
	assert_string_equal(l.v[0].object, "cover 1");
	assert_string_equal(l.v[1].action, "cover.removed");
	audits_clear(&l);
}

#define ONCALL_TEST(f) \
	cmocka_unit_test_setup_teardown(f, build_oncall, raze_oncall)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ONCALL_TEST(test_on_call),
	    ONCALL_TEST(test_unknown),
	    ONCALL_TEST(test_name_of_contact),
	    ONCALL_TEST(test_cover),
	    ONCALL_TEST(test_cover_over_cover),
	    ONCALL_TEST(test_record),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
