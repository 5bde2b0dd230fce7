/*
 * Unit tests of the core: a rota by its calendar, what is kept of it, and
 * what the on-call hears when it cannot be read.
 */
#include "oncall_house.h"

#include "store/calls.h"
#include "store/oncall.h"

static const char rotas[] =
    "rotas:\n"
    "  - {name: medcom, team: medcom, calendar: \"https://x.example.dk/\"}\n"
    "  - {name: plain, team: medcom, shifts: []"
    ", people: [Anna Holm], handover: monday 08:00, start: 2026-03-23}\n";
static const char moved[] =
    "rotas:\n"
    "  - {name: medcom, team: medcom, calendar: \"https://y.example.dk/\"}\n";

/* NOW is 2026-03-28T22:13:00Z. */
#define SHIFT(who, from, until)                                         \
	"BEGIN:VEVENT\nDTSTART:" from "\nDTEND:" until "\nSUMMARY:" who \
	"\nEND:VEVENT\n"
#define CALENDAR(events) "BEGIN:VCALENDAR\n" events "END:VCALENDAR\n"
#define ANNA \
	CALENDAR(SHIFT("Anna Holm", "20260328T200000Z", "20260329T200000Z"))
#define JENS \
	CALENDAR(SHIFT("Jens Lund", "20260328T200000Z", "20260329T200000Z"))
#define BAD                                                          \
	CALENDAR("BEGIN:VEVENT\nDTSTART:20260328T200000Z\nRRULE:x\n" \
		 "SUMMARY:Anna Holm\nEND:VEVENT\n")

static void
add_member(struct oncall *o, const char *name, bool enabled)
{
	struct contact c = {.org = (char[]){"medcom"},
	    .name = xstrdup(name),
	    .email = xasprintf("%.2s@example.dk", name),
	    .phone = (char[]){""},
	    .enabled = enabled};
	struct err e = {""};

	must(store_contact_put(o->h->store, &c, &e), &e);
	free(c.name);
	free(c.email);
}

static int
build_oncall(void **state)
{
	struct oncall *o = build_with(state, rotas);

	add_member(o, "Anna Holm", true);
	add_member(o, "Jens Lund", true);
	add_member(o, "Karen Borg", false);
	return 0;
}

static void
body(struct oncall *o, const char *text, int expected)
{
	struct err e = {""};
	int r = core_calendar_body(
	    &o->h->core, "medcom", text, strlen(text), o->h->now, &e);

	must(r, &e);
	assert_int_equal(r, expected);
}

static void
same(struct oncall *o, int expected)
{
	struct err e = {""};
	int r = core_calendar_same(&o->h->core, "medcom", o->h->now, &e);

	must(r, &e);
	assert_int_equal(r, expected);
}

static void
fails(struct oncall *o, const char *why)
{
	struct err e = {""};

	must(core_calendar_failed(&o->h->core, "medcom", why, o->h->now, &e),
	    &e);
}

static void
expect_who(struct oncall *o, const char *who)
{
	struct err e = {""};
	char *found;

	must(core_on_call(&o->h->core, "medcom", o->h->now, &found, &e), &e);
	assert_string_equal(found, who);
	free(found);
}

/* The low alarms since the last time, "name about detail" each; free(). */
static void
expect_lows(struct oncall *o, const char *expected)
{
	struct lows l = {0};
	struct strv said = {0};
	struct err e = {""};
	char *all;

	must(store_lows_take(o->h->store, 100, &l, &e), &e);
	for (size_t i = 0; i < l.n; i++)
		strv_take(&said, xasprintf("%s %s %s", l.v[i].alarm,
				     l.v[i].about, l.v[i].detail));
	all = strv_join(&said, "\n");
	assert_string_equal(all, expected);
	free(all);
	strv_clear(&said);
	lows_clear(&l);
}

static void
test_calendar(void **state)
{
	struct oncall *o = *state;

	expect_who(o, "");
	body(o, ANNA, 1);
	expect_who(o, "Anna Holm");
	body(o, JENS, 1);
	expect_who(o, "Jens Lund");
	body(o, CALENDAR(""), 1);
	expect_who(o, "");
	expect_lows(o, "");
}

/* Who cannot be paged is not on call; he is counted. */
static void
test_strangers(void **state)
{
	struct oncall *o = *state;
	struct err e = {""};
	struct rota r;

	body(o,
	    CALENDAR(SHIFT("Karen Borg", "20260328T200000Z", "20260329T200000Z")
		    SHIFT("Frokost", "20260330T100000Z", "20260330T110000Z")),
	    1);
	expect_who(o, "");
	must(core_rota(&o->h->core, &o->conf->rotas[0], NOW, NOW + 100 * HOUR,
		 &r, &e),
	    &e);
	assert_int_equal(r.strangers, 2);
	assert_string_equal(r.stranger, "Karen Borg");
	rota_clear(&r);
}

/* The last good one goes on, whatever comes after it. */
static void
test_last_good(void **state)
{
	struct oncall *o = *state;

	body(o, ANNA, 1);
	body(o, BAD, 0);
	expect_who(o, "Anna Holm");
	body(o, "<html>", 0);
	fails(o, "HTTP status 500");
	expect_who(o, "Anna Holm");
	body(o, JENS, 1);
	expect_who(o, "Jens Lund");
}

/* Told after an hour, once, and once when it is well. */
static void
test_told(void **state)
{
	struct oncall *o = *state;

	body(o, ANNA, 1);
	for (int i = 0; i < 5; i++) {
		fails(o, "HTTP status 500");
		o->h->now += 15 * 60;
		if (i < 4)
			expect_lows(o, "");
	}
	expect_lows(o, "calendar_failing medcom HTTP status 500");
	body(o, BAD, 0);
	o->h->now += 5 * HOUR;
	fails(o, "HTTP status 404");
	expect_lows(o, "");
	same(o, 1);
	expect_lows(o, "calendar_well medcom ");
	o->h->now += 15 * 60;
	same(o, 1);
	expect_lows(o, "");
	fails(o, "HTTP status 500");
	expect_lows(o, "");
}

/* What goes wrong for less than an hour is not told, nor that it is well. */
static void
test_short(void **state)
{
	struct oncall *o = *state;

	body(o, ANNA, 1);
	o->h->now += 900;
	fails(o, "HTTP status 500");
	o->h->now += 3599;
	fails(o, "HTTP status 500");
	same(o, 1);
	o->h->now += 3600;
	fails(o, "HTTP status 500");
	expect_lows(o, "");
}

static void
test_never(void **state)
{
	struct oncall *o = *state;

	fails(o, "HTTP status 500");
	expect_lows(o, "calendar_failing medcom HTTP status 500");
	expect_who(o, "");
	same(o, 0); /* nothing is kept: it is to be fetched again */
	body(o, ANNA, 1);
	expect_lows(o, "calendar_well medcom ");
	expect_who(o, "Anna Holm");
}

/* Of another address nothing is known yet. */
static void
test_moved(void **state)
{
	struct oncall *o = *state;

	body(o, ANNA, 1);
	configure(o, moved);
	expect_who(o, "");
	fails(o, "HTTP status 500");
	expect_lows(o, "calendar_failing medcom HTTP status 500");
	body(o, JENS, 1);
	expect_who(o, "Jens Lund");
}

static void
test_unknown(void **state)
{
	struct oncall *o = *state;
	struct err e = {""};

	assert_int_equal(
	    core_calendar_body(&o->h->core, "kl", ANNA, 3, NOW, &e), -1);
	assert_string_equal(e.msg, "there is no rota kl");
}

/* When it was read last is kept, though not at every look. */
static void
test_fetched(void **state)
{
	struct oncall *o = *state;
	struct calendar_state s;
	struct err e = {""};

	body(o, ANNA, 1);
	o->h->now += 899;
	same(o, 1);
	must(store_calendar_get(o->h->store, "medcom", &s, &e), &e);
	assert_true(s.fetched == NOW);
	calendar_state_clear(&s);
	o->h->now += 1;
	same(o, 1);
	must(store_calendar_get(o->h->store, "medcom", &s, &e), &e);
	assert_true(s.fetched == NOW + 900);
	calendar_state_clear(&s);
}

#define ONCALL_TEST(f) \
	cmocka_unit_test_setup_teardown(f, build_oncall, raze_oncall)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    ONCALL_TEST(test_calendar),
	    ONCALL_TEST(test_strangers),
	    ONCALL_TEST(test_last_good),
	    ONCALL_TEST(test_told),
	    ONCALL_TEST(test_short),
	    ONCALL_TEST(test_never),
	    ONCALL_TEST(test_moved),
	    ONCALL_TEST(test_unknown),
	    ONCALL_TEST(test_fetched),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
