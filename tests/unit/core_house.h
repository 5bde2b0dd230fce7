/*
 * core_house.h: a core with a made clock, a store in memory and the built-in
 * rules and templates, for the tests of the whole path.
 */
#ifndef TESTS_UNIT_CORE_HOUSE_H
#define TESTS_UNIT_CORE_HOUSE_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/mem.h"
#include "base/str.h"
#include "contacts/seed.h"
#include "core/core.h"
#include "setup.h"
#include "store/messages.h"
#include "store/orgs.h"
#include "store/sql.h"

#define HOUR 3600
/* The person that vagt@example.dk of alarm: is: a hash of the address. */
#define ALARM_KEY "alarm.1e3386203534"
#define NOW INT64_C(1774735980) /* 2026-03-28T22:13:00Z */

struct house {
	struct setup setup;
	struct store *store;
	struct core core;
	int64_t now;
	int64_t next;
};

static inline void
must(int r, const struct err *e)
{
	if (r == -1)
		fail_msg("%s", e->msg);
}

/* A house with one contact in København and one on-call address. */
static inline int
build(void **state)
{
	struct house *h = xcalloc(1, sizeof(*h));
	struct diags problems = {0};
	struct contact c = {
	    .org = (char[]){"0101"},
	    .name = (char[]){"Vagt"},
	    .email = (char[]){"fmk@example.dk"},
	    .phone = (char[]){"+4500000001"},
	    .enabled = true,
	};
	struct err e = {""};

	must(setup_load(&h->setup, NULL, CONF_CHECK, &problems), &e);
	strv_add(&h->setup.conf->alarm.mail, "vagt@example.dk");
	xreplace(&h->setup.conf->mail.disabled_reason, "");
	h->setup.conf->sms.off = false;
	/* Who is paged again and again is the business of test_calls.c. */
	h->setup.conf->escalation.after = INT64_C(1000) * 24 * HOUR;
	h->setup.conf->escalation.unreached = INT64_C(1000) * 24 * HOUR;
	h->store = store_open(":memory:", true, &e);
	assert_non_null(h->store);
	must(store_seed(h->store, &e), &e);
	must(store_contact_put(h->store, &c, &e), &e);
	h->core = (struct core){.conf = h->setup.conf,
	    .store = h->store,
	    .filter = h->setup.filter,
	    .templates = h->setup.templates,
	    .actor = "test"};
	h->now = NOW;
	*state = h;
	return 0;
}

static inline int
raze(void **state)
{
	struct house *h = *state;

	store_close(h->store);
	setup_clear(&h->setup);
	free(h);
	return 0;
}

static inline void
run_sql(struct house *h, const char *sql)
{
	struct err e = {""};

	must(sql_run(h->store, &e, "test", sql, ""), &e);
}

/* The number that a query finds; -1: nothing. */
static inline int64_t
value(struct house *h, const char *sql)
{
	struct err e = {""};
	int64_t v = -1;

	must(sql_value(h->store, &e, &v, "test", sql, ""), &e);
	return v;
}

static inline void
turn(struct house *h)
{
	struct err e = {""};

	must(core_turn(&h->core, h->now, &h->next, &e), &e);
}

/* One event as the feed tells it now. */
struct told {
	const char *feed, *id, *title, *text;
	enum phase phase;
	int64_t began;
};

/* The feed lists these; reports says what kind of a list it is. */
static inline void
feed_lists(struct house *h, const char *feed, const struct told *l, size_t n,
    struct reports reports)
{
	struct err e = {""};

	for (size_t i = 0; i < n; i++) {
		struct report *r = reports_add(&reports);

		xreplace(&r->feed, feed);
		xreplace(&r->id, l[i].id);
		xreplace(&r->title, l[i].title);
		xreplace(&r->text, l[i].text);
		xreplace(&r->revision, l[i].text);
		r->newest = strlen(r->text);
		r->published = r->updated = l[i].began == 0 ? h->now
							    : l[i].began;
		r->phase = l[i].phase;
	}
	must(core_reports(&h->core, feed, &reports, h->now, &e), &e);
	reports_clear(&reports);
	turn(h);
}

/* A whole list. */
static inline void
feed_says(struct house *h, const char *feed, const struct told *l, size_t n)
{
	feed_lists(h, feed, l, n, (struct reports){.complete = true});
}

/* A page that says what became of a call. */
static inline bool
is_answer(const char *reason)
{
	for (int k = PAGE_TAKEN; k <= PAGE_ENDED; k++)
		if (str_starts(reason, page_news_verb((enum page_news)k)))
			return true;
	return false;
}

/*
 * Types of all notices so far, pages left out: "first repeat resolved"; and
 * the pages, but for those that say that a call is settled.
 */
static inline char *
types(struct house *h, int *pages)
{
	struct notices l = {0};
	struct strv names = {0};
	struct err e = {""};
	char *s;

	must(store_notices(h->store, 0, 0, &l, &e), &e);
	*pages = 0;
	for (size_t i = 0; i < l.n; i++) {
		if (l.v[i].type == NOTICE_PAGE)
			*pages += !is_answer(l.v[i].reason);
		else
			strv_add(&names, notice_type_name(l.v[i].type));
	}
	s = strv_join(&names, " ");
	strv_clear(&names);
	notices_clear(&l);
	return s;
}

static inline void
expect(struct house *h, const char *notices, int pages)
{
	int n;
	char *s = types(h, &n);

	assert_string_equal(s, notices);
	assert_int_equal(n, pages);
	free(s);
}

static const struct told down = {"nspop", "i1",
    "FMK er utilgængeligt i produktion",
    "Opslag i FMK fejler for alle anvendere.", PHASE_OPEN, 0};
static const struct told over = {"nspop", "i1",
    "FMK er utilgængeligt i produktion", "Driften er normal.", PHASE_RESOLVED,
    0};

/* The addresses that a notice was queued to, in order, with commas between. */
static inline void
went_to(struct house *h, int64_t incident, int notice, const char *expected)
{
	struct delivery_query q = {.incident = incident, .notice = notice};
	struct deliveries l = {0};
	struct strv all = {0};
	struct err e = {""};
	char *s;

	must(store_deliveries(h->store, &q, &l, &e), &e);
	for (size_t i = 0; i < l.n; i++)
		strv_add(&all, l.v[i].address);
	s = strv_join(&all, ",");
	assert_string_equal(s, expected);
	free(s);
	strv_clear(&all);
	deliveries_clear(&l);
}

/* A feed that was read before, so that it is not the first start. */
static inline void
warm(struct house *h, const char *feed)
{
	feed_says(h, feed, NULL, 0);
	h->now += 60;
}

#define CORE_TEST(f) cmocka_unit_test_setup_teardown(f, build, raze)

#endif
