/*
 * Unit tests of rotas: in conf/: every key, lists below a list, and every
 * kind of mistake with its place and remedy.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/attr.h"
#include "base/clock.h"
#include "conf/config.h"

static struct config *
parse(const char *text, struct diags *d)
{
	return config_parse("/etc/x/f.yaml", text, strlen(text), d);
}

/* All mistakes as text, without the file's name. */
static char *
mistakes(const char *text)
{
	struct diags d = {0};
	char *said = NULL;
	size_t len = 0;
	FILE *f = open_memstream(&said, &len);

	assert_non_null(f);
	config_free(parse(text, &d));
	for (size_t i = 0; i < d.n; i++)
		fprintf(f, "%u:%u: %s\n", d.v[i].line, d.v[i].col, d.v[i].msg);
	fclose(f);
	diags_clear(&d);
	return said;
}

static const char whole[] =
    "rotas:\n"
    "  - name: medcom\n"
    "    team: medcom\n"
    "    people: [Anna Holm, \"Jens Lund\", Søren Ø]\n"
    "    handover: Sunday 23:59\n"
    "    start: 2028-02-29\n"
    "    length: 2\n"
    "    shifts:\n"
    "      - who: Jens Lund\n"
    "        from: 2026-12-24 08:00\n"
    "        until: 2026-12-27 8.30\n"
    "      - {who: Anna Holm, from: 2026-12-27T08:30, until: 2026-12-28 "
    "00:00}\n"
    "    calendar: https://calendar.example.dk/a%20b.ics?x=1\n"
    "    poll: 5m\n"
    "  - {name: kl, team: kl, calendar: rota/kl.ics}\n"
    "  - {name: file, team: kl, calendar: \"file:///srv/kl.ics\"}\n"
    "  - {name: one, team: kl, people: [Anna Holm], handover: monday 00:00, "
    "start: 1970-01-01, shifts: []}\n";

static void
check_first(const struct rota_conf *r)
{
	const struct shift_conf *s = r->shifts;

	assert_string_equal(r->name, "medcom");
	assert_string_equal(r->team, "medcom");
	assert_int_equal(r->people.n, 3);
	assert_string_equal(r->people.v[2], "Søren Ø");
	assert_int_equal(r->handover, 7 * 1440 - 1);
	assert_true(r->start * 86400 == utc_from_civil(2028, 2, 29, 0, 0, 0));
	assert_int_equal(r->length, 2);
	assert_int_equal(r->poll, 300);
	assert_string_equal(
	    r->calendar, "https://calendar.example.dk/a%20b.ics?x=1");
	assert_int_equal(r->line, 2);
	assert_int_equal(r->col, 5);
	assert_int_equal(r->n_shifts, 2);
	assert_string_equal(s[0].who, "Jens Lund");
	assert_true(s[0].from == utc_from_civil(2026, 12, 24, 8, 0, 0));
	assert_true(s[0].until == utc_from_civil(2026, 12, 27, 8, 30, 0));
	assert_true(s[1].from == s[0].until);
	assert_int_equal(s[1].line, 12);
	assert_int_equal(s[1].col, 9);
}

static void
test_whole(void **state)
{
	struct diags d = {0};
	struct config *c = parse(whole, &d);

	(void)state;
	assert_int_equal(d.n, 0);
	assert_non_null(c);
	assert_int_equal(c->n_rotas, 4);
	check_first(&c->rotas[0]);
	assert_string_equal(c->rotas[1].calendar, "/etc/x/rota/kl.ics");
	assert_int_equal(c->rotas[1].length, 1);
	assert_int_equal(c->rotas[1].poll, 900);
	assert_int_equal(c->rotas[1].people.n, 0);
	assert_string_equal(c->rotas[2].calendar, "file:///srv/kl.ics");
	assert_string_equal(c->rotas[3].calendar, "");
	assert_ptr_equal(config_rota(c, "one"), &c->rotas[3]);
	assert_null(config_rota(c, "none"));
	config_free(c);
}

#define ROTA "rotas:\n  - {name: a, team: t, "
#define PEOPLE "people: [A], handover: monday 08:00, start: 2027-01-04"

static const struct {
	const char *text;
	const char *said;
} wrong[] = {
    {"rotas:\n  - {}\n", "2:5: rotas[].name: missing (example: medcom)\n"
			 "2:5: rotas[].team: missing (example: medcom)\n"
			 "2:5: rotas[]: nobody is ever on call; give people, "
			 "shifts or calendar\n"},
    {ROTA "people: [], shifts: []}\n",
	"2:5: rotas[]: nobody is ever on call; give people, shifts or "
	"calendar\n"},
    {ROTA "people: [A], handover: mandag 08:00, start: 2027-01-04}\n",
	"2:47: rotas[].handover: \"mandag 08:00\" is not a weekday and a "
	"time; did you mean \"monday\"? (example: monday 08:00)\n"},
    {ROTA "people: [A], handover: 08:00, start: 2027-02-29}\n",
	"2:47: rotas[].handover: \"08:00\" is not a weekday and a time "
	"(example: monday 08:00)\n"
	"2:61: rotas[].start: \"2027-02-29\" is not a date (example: "
	"2027-01-04)\n"},
    {ROTA "people: [A], handover: monday 24:00, start: 4/1 2027}\n",
	"2:47: rotas[].handover: \"monday 24:00\" is not a weekday and a time "
	"(example: monday 08:00)\n"
	"2:68: rotas[].start: \"4/1 2027\" is not a date (example: "
	"2027-01-04)\n"},
    {ROTA "people: [A, B]}\n",
	"2:32: rotas[].handover: missing; people take turns at a weekday and "
	"time (example: monday 08:00)\n"
	"2:32: rotas[].start: missing; a date in the week of the first of "
	"people (example: 2027-01-04)\n"},
    {ROTA "handover: monday 08:00}\n",
	"2:5: rotas[].people: missing; handover: needs who takes turns "
	"(example: [Anna Holm, Jens Lund])\n"},

    {ROTA PEOPLE ", poll: 5m, ca_file: /etc/passwd}\n",
	"2:86: rotas[].poll: of no use without calendar:\n"
	"2:99: rotas[].ca_file: of no use without calendar:\n"},
    {ROTA "calendar: c, length: 2}\n",
	"2:45: rotas[].length: of no use without people:\n"},
    {ROTA "people: [A, A, \"\", [B]], handover: monday 08:00, "
	  "start: 2027-01-04, length: 53}\n",
	"2:36: rotas[].people: \"A\" is there twice (example: [Anna Holm, Jens "
	"Lund])\n"
	"2:39: rotas[].people: \"\" is empty, or longer than 200 bytes "
	"(example: [Anna Holm, Jens Lund])\n"
	"2:43: rotas[].people: expected one value (example: [Anna Holm, Jens "
	"Lund])\n"
	"2:100: rotas[].length: \"53\" is not a whole number from 1 to 52 "
	"(example: 2)\n"},
    {ROTA "calendar: \"ftp://example.dk/\"}\n",
	"2:34: rotas[].calendar: \"ftp://example.dk/\" does not begin with "
	"https:// or http:// or file:// (example: "
	"https://calendar.example.dk/vagt.ics)\n"},
    {ROTA "calendar: \"https://a:hunter2@example.dk/\"}\n",
	"2:34: rotas[].calendar: \"…\" must not hold a user or password "
	"(example: https://calendar.example.dk/vagt.ics)\n"},
    {ROTA PEOPLE "}\n  - {name: b, team: t, " PEOPLE
		 "}\n  - {name: a, team: t, " PEOPLE "}\n",
	"4:12: rotas[].name: \"a\" is already the rota of line 2\n"},
    {"rotas:\n  - text\n", "2:5: rotas: expected keys (example: - name: "
			   "medcom)\n"},
    {"rotas: {a: b}\n",
	"1:8: rotas: expected a list (example: - name: medcom)\n"},
    {ROTA "shifts: [x]}\n",
	"2:33: rotas[].shifts: expected keys (example: - who: Anna Holm)\n"},
    {ROTA "shifts: {}}\n",
	"2:32: rotas[].shifts: expected a list (example: - who: Anna Holm)\n"},
    {ROTA "shifts: [{who: A, form: 2026-12-24 08:00, until: "
	  "2026-12-24}]}\n",
	"2:33: rotas[].shifts[].from: missing (example: 2026-12-24 08:00)\n"
	"2:42: unknown key \"form\"; did you mean \"from\"?\n"
	"2:73: rotas[].shifts[].until: \"2026-12-24\" is not a date and a "
	"time (example: 2026-12-27 08:00)\n"},
    {"rotas:\n"
     "  - name: a\n"
     "    team: t\n"
     "    shifts:\n"
     "      - {who: A, from: 2026-12-24 08:00, until: 2026-12-24 08:00}\n"
     "      - {who: A, from: 2026-12-25 08:00, until: 2026-12-27 08:00}\n"
     "      - {who: A, from: 2026-12-27 08:00, until: 2026-12-28 08:00}\n"
     "      - {who: B, from: 2026-12-24 08:00, until: 2026-12-25 08:01}\n",
	"5:49: rotas[].shifts[].until: not after from:; a shift ends later "
	"than it begins\n"
	"8:9: rotas[].shifts[]: overlaps the shift of line 6; one is on call "
	"at a time\n"},
};

static void
test_wrong(void **state)
{
	(void)state;
	for (size_t i = 0; i < LENGTH(wrong); i++) {
		char *said = mistakes(wrong[i].text);

		assert_string_equal(said, wrong[i].said);
		free(said);
	}
}

/* Cut anywhere it is read or refused, and freed, lists below lists too. */
static void
test_cut(void **state)
{
	(void)state;
	for (size_t n = 0; n < sizeof(whole); n++) {
		struct diags d = {0};

		config_free(config_parse("/etc/x/f.yaml", whole, n, &d));
		diags_clear(&d);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_whole),
	    cmocka_unit_test(test_wrong),
	    cmocka_unit_test(test_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
