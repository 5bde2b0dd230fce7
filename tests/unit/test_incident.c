/*
 * Unit tests of incident/, notice/schedule.c and escalation/: the life of an
 * incident, what news does to it, and when it speaks.
 */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/mem.h"
#include "escalation/chain.h"
#include "incident/news.h"
#include "notice/schedule.h"

#define HOUR 3600
#define NOW INT64_C(1774735980) /* 2026-03-28T22:13:00Z */

static const struct notices_conf conf = {
    .repeat = 2 * HOUR,
    .min_gap = 600,
    .reminder = 24 * HOUR,
    .old_event = 24 * HOUR,
    .reopen = 24 * HOUR,
};

static void
make_report(struct report *r, const char *text)
{
	report_init(r);
	xreplace(&r->feed, "nspop");
	xreplace(&r->id, "i1");
	xreplace(&r->title, "FMK er nede");
	xreplace(&r->text, text);
	r->newest = strlen(text);
	r->published = NOW - 60;
	r->updated = NOW;
	r->phase = PHASE_OPEN;
}

static void
make_finding(struct finding *f, enum effect effect, enum phase phase)
{
	memset(f, 0, sizeof(*f));
	f->verdict = VERDICT_BROADCAST;
	f->effect = effect;
	f->phase = phase;
	f->reason = xstrdup("rule 3");
	f->service = xstrdup("FMK");
	f->expected_end = TIME_NONE;
}

static void
drop(struct report *r, struct finding *f)
{
	report_clear(r);
	free(f->reason);
	free(f->service);
}

/* An open incident that was told at NOW. */
static void
make_told(struct incident *i)
{
	struct report r;
	struct finding f;

	make_report(&r, "Opslag fejler.");
	make_finding(&f, EFFECT_OUTAGE, PHASE_OPEN);
	incident_init(i);
	news_open(i, &r, &f, false, &conf, NOW);
	i->id = 7;
	schedule_queued(i, NOTICE_FIRST, NOW);
	drop(&r, &f);
}

/* Applies a text, effect and phase at a time; true when it changed. */
static bool
tell(struct incident *i, const char *text, enum effect effect, enum phase phase,
    enum online online, int64_t now)
{
	struct report r;
	struct finding f;
	enum incident_state was = i->state;
	bool change = i->change, fresh = i->fresh, changed;

	make_report(&r, text);
	make_finding(&f, effect, phase);
	f.online = online;
	news_apply(i, &r, &f, VERDICT_BROADCAST, false, now);
	changed = i->change != change || i->fresh != fresh || i->state != was;
	drop(&r, &f);
	return changed;
}

static void
test_life(void **state)
{
	static const struct {
		enum incident_state from;
		enum incident_event event;
		int to; /* -1: refused */
	} cells[] = {
	    {INCIDENT_PENDING, EVENT_APPROVE, INCIDENT_OPEN},
	    {INCIDENT_PENDING, EVENT_DISMISS, INCIDENT_DISMISSED},
	    {INCIDENT_PENDING, EVENT_RESOLVE, INCIDENT_RESOLVED},
	    {INCIDENT_PENDING, EVENT_RETRACT, -1},
	    {INCIDENT_PENDING, EVENT_REOPEN, -1},
	    {INCIDENT_OPEN, EVENT_APPROVE, -1},
	    {INCIDENT_OPEN, EVENT_DISMISS, -1},
	    {INCIDENT_OPEN, EVENT_RESOLVE, INCIDENT_RESOLVED},
	    {INCIDENT_OPEN, EVENT_RETRACT, INCIDENT_RETRACTED},
	    {INCIDENT_RESOLVED, EVENT_RESOLVE, -1},
	    {INCIDENT_RESOLVED, EVENT_REOPEN, INCIDENT_OPEN},
	    {INCIDENT_RESOLVED, EVENT_RETRACT, INCIDENT_RETRACTED},
	    {INCIDENT_DISMISSED, EVENT_APPROVE, INCIDENT_OPEN},
	    {INCIDENT_DISMISSED, EVENT_REOPEN, -1},
	    {INCIDENT_RETRACTED, EVENT_APPROVE, -1},
	    {INCIDENT_RETRACTED, EVENT_REOPEN, -1},
	    {INCIDENT_RETRACTED, EVENT_RESOLVE, -1},
	};

	(void)state;
	for (size_t k = 0; k < sizeof(cells) / sizeof(cells[0]); k++) {
		enum incident_state next = INCIDENT_PENDING;
		bool ok = incident_next(cells[k].from, cells[k].event, &next);

		assert_int_equal(ok, cells[k].to != -1);
		if (ok)
			assert_int_equal(next, cells[k].to);
	}
}

/* Decides on a new report with the given finding and context. */
static enum news_kind
decide(enum verdict_kind verdict, enum phase phase, bool structured,
    struct news_context x)
{
	struct report r;
	struct finding f;
	struct news n;

	make_report(&r, "tekst");
	r.phase = structured ? phase : PHASE_UNKNOWN;
	make_finding(&f, EFFECT_OUTAGE, phase);
	f.verdict = verdict;
	x.now = x.now == 0 ? NOW : x.now;
	n = news_decide(&r, &f, &x, &conf);
	drop(&r, &f);
	return n.kind;
}

static void
test_decide_new(void **state)
{
	const struct news_context none = {0}, start = {.first_start = true};
	const struct news_context late = {
	    .first_start = true, .now = NOW + 25 * HOUR};
	const struct news_context one = {.candidates = 1};
	const struct news_context two = {.candidates = 2};

	(void)state;
	assert_int_equal(
	    decide(VERDICT_BROADCAST, PHASE_OPEN, true, none), NEWS_OPEN);
	assert_int_equal(decide(VERDICT_ASK, PHASE_OPEN, true, none), NEWS_ASK);
	assert_int_equal(
	    decide(VERDICT_IGNORE, PHASE_OPEN, true, none), NEWS_RECORD);
	assert_int_equal(
	    decide(VERDICT_BROADCAST, PHASE_INFO, true, none), NEWS_RECORD);
	/* First start: what is over is silent, what is old is asked. */
	assert_int_equal(
	    decide(VERDICT_BROADCAST, PHASE_RESOLVED, false, start),
	    NEWS_RECORD);
	assert_int_equal(
	    decide(VERDICT_BROADCAST, PHASE_OPEN, true, start), NEWS_OPEN);
	assert_int_equal(
	    decide(VERDICT_BROADCAST, PHASE_OPEN, true, late), NEWS_ASK);
	/* "Resolved" of something that was never told. */
	assert_int_equal(
	    decide(VERDICT_BROADCAST, PHASE_RESOLVED, true, none), NEWS_RECORD);
	assert_int_equal(decide(VERDICT_BROADCAST, PHASE_RESOLVED, false, none),
	    NEWS_QUESTION);
	assert_int_equal(
	    decide(VERDICT_BROADCAST, PHASE_RESOLVED, false, one), NEWS_APPLY);
	assert_int_equal(decide(VERDICT_BROADCAST, PHASE_RESOLVED, false, two),
	    NEWS_QUESTION);
}

static void
test_decide_ended(void **state)
{
	struct incident i;
	struct news_context x = {
	    .known = true, .incident = &i, .before = VERDICT_BROADCAST};

	(void)state;
	make_told(&i);
	i.state = INCIDENT_RETRACTED;
	assert_int_equal(
	    decide(VERDICT_BROADCAST, PHASE_OPEN, true, x), NEWS_RECORD);
	i.effect =
	    EFFECT_DEGRADED; /* now it is worse than what was retracted */
	assert_int_equal(
	    decide(VERDICT_BROADCAST, PHASE_OPEN, true, x), NEWS_ASK);
	i.state = INCIDENT_DISMISSED;
	x.before = VERDICT_ASK;
	assert_int_equal(
	    decide(VERDICT_BROADCAST, PHASE_OPEN, true, x), NEWS_OPEN);
	/* What the operator resolved is not reopened by a feed that lags. */
	i.state = INCIDENT_RESOLVED;
	i.effect = EFFECT_OUTAGE;
	i.resolved_at = NOW - HOUR;
	assert_int_equal(
	    decide(VERDICT_BROADCAST, PHASE_OPEN, true, x), NEWS_RECORD);
	x.was_over = true;
	assert_int_equal(
	    decide(VERDICT_BROADCAST, PHASE_OPEN, true, x), NEWS_APPLY);
	i.resolved_at = NOW - 25 * HOUR;
	assert_int_equal(
	    decide(VERDICT_BROADCAST, PHASE_OPEN, true, x), NEWS_OPEN);
	incident_clear(&i);
}

static void
test_changes(void **state)
{
	struct incident i;

	(void)state;
	make_told(&i);
	assert_false(tell(&i, "Opslag fejler.", EFFECT_OUTAGE, PHASE_OPEN,
	    ONLINE_UNKNOWN, NOW + 60));
	/* New words alone wait for the next repeat. */
	assert_true(tell(&i, "Vi leder.", EFFECT_OUTAGE, PHASE_OPEN,
	    ONLINE_UNKNOWN, NOW + 120));
	assert_true(i.fresh && !i.change);
	assert_true(tell(&i, "Vi leder.", EFFECT_OUTAGE, PHASE_OPEN,
	    ONLINE_WORKS, NOW + 180));
	assert_true(i.change);
	assert_string_equal(i.change_reason, "online-works");
	schedule_queued(&i, NOTICE_UPDATE, NOW + 700);
	assert_false(i.change || i.fresh);
	assert_true(tell(&i, "Langsomt.", EFFECT_DEGRADED, PHASE_OPEN,
	    ONLINE_UNKNOWN, NOW + 1500));
	assert_string_equal(i.change_reason, "better");
	assert_int_equal(i.online, ONLINE_WORKS);
	incident_clear(&i);
}

static void
test_resolve_and_reopen(void **state)
{
	struct incident i;
	struct schedule s;

	(void)state;
	make_told(&i);
	assert_true(tell(&i, "Løst.", EFFECT_OUTAGE, PHASE_RESOLVED,
	    ONLINE_UNKNOWN, NOW + HOUR));
	assert_int_equal(i.state, INCIDENT_RESOLVED);
	s = schedule_next(&i, &conf);
	assert_int_equal(s.kind, SCHEDULE_NOTICE);
	assert_int_equal(s.type, NOTICE_RESOLVED);
	assert_true(s.at == NOW + HOUR);
	schedule_queued(&i, NOTICE_RESOLVED, NOW + HOUR);
	assert_int_equal(schedule_next(&i, &conf).kind, SCHEDULE_NOTHING);
	/* A post-mortem changes nothing. */
	assert_false(tell(&i, "Årsagen var …", EFFECT_OUTAGE, PHASE_RESOLVED,
	    ONLINE_UNKNOWN, NOW + 2 * HOUR));
	assert_true(tell(&i, "Igen.", EFFECT_OUTAGE, PHASE_OPEN, ONLINE_UNKNOWN,
	    NOW + 3 * HOUR));
	assert_int_equal(i.state, INCIDENT_OPEN);
	assert_string_equal(i.change_reason, "back");
	s = schedule_next(&i, &conf);
	assert_int_equal(s.type, NOTICE_UPDATE);
	incident_clear(&i);
}

/* A resolved notice only where an earlier one was queued. */
static void
test_no_resolved_without_first(void **state)
{
	struct incident i;
	struct report r;
	struct finding f;

	(void)state;
	make_report(&r, "Fejl.");
	make_finding(&f, EFFECT_OUTAGE, PHASE_OPEN);
	incident_init(&i);
	news_open(&i, &r, &f, true, &conf, NOW);
	assert_int_equal(i.state, INCIDENT_PENDING);
	f.phase = PHASE_RESOLVED;
	news_apply(&i, &r, &f, VERDICT_ASK, false, NOW + 60);
	assert_int_equal(i.state, INCIDENT_RESOLVED);
	assert_int_equal(schedule_next(&i, &conf).kind, SCHEDULE_NOTHING);
	incident_clear(&i);
	drop(&r, &f);
}

static void
test_repeats(void **state)
{
	struct incident i;
	struct schedule s;

	(void)state;
	make_told(&i);
	/* Counted from the last notice, through the night to summer time. */
	for (int k = 1; k <= 5; k++) {
		s = schedule_next(&i, &conf);
		assert_int_equal(s.type, NOTICE_REPEAT);
		assert_true(s.at == NOW + k * 2 * HOUR);
		schedule_queued(&i, NOTICE_REPEAT, s.at);
	}
	/* A change restarts the two hours; the second waits for min_gap. */
	tell(&i, "a", EFFECT_DEGRADED, PHASE_OPEN, ONLINE_UNKNOWN,
	    NOW + 11 * HOUR);
	s = schedule_next(&i, &conf);
	assert_int_equal(s.type, NOTICE_UPDATE);
	assert_true(s.at <= NOW + 11 * HOUR);
	schedule_queued(&i, NOTICE_UPDATE, NOW + 11 * HOUR);
	tell(&i, "b", EFFECT_OUTAGE, PHASE_OPEN, ONLINE_UNKNOWN,
	    NOW + 11 * HOUR + 60);
	s = schedule_next(&i, &conf);
	assert_true(s.at == NOW + 11 * HOUR + 600);
	incident_clear(&i);
}

static void
test_review(void **state)
{
	struct notices_conf slow = conf;
	struct incident i;
	struct report r;
	struct finding f;
	struct schedule s;

	(void)state;
	slow.review = 300;
	make_report(&r, "Fejl.");
	make_finding(&f, EFFECT_OUTAGE, PHASE_OPEN);
	incident_init(&i);
	news_open(&i, &r, &f, false, &slow, NOW);
	assert_int_equal(i.state, INCIDENT_PENDING);
	s = schedule_next(&i, &slow);
	assert_int_equal(s.kind, SCHEDULE_APPROVE);
	assert_true(s.at == NOW + 300);
	assert_true(incident_step(&i, EVENT_APPROVE, NOW + 300));
	assert_int_equal(schedule_next(&i, &slow).type, NOTICE_FIRST);
	incident_clear(&i);
	drop(&r, &f);
}

static void
test_planned(void **state)
{
	struct incident i;
	struct report r;
	struct finding f;
	struct schedule s;

	(void)state;
	make_report(&r, "Servicevindue.");
	r.starts = NOW + 72 * HOUR;
	r.ends = NOW + 74 * HOUR;
	make_finding(&f, EFFECT_PLANNED, PHASE_PLANNED);
	incident_init(&i);
	news_open(&i, &r, &f, false, &conf, NOW);
	s = schedule_next(&i, &conf);
	assert_int_equal(s.type, NOTICE_PLANNED);
	schedule_queued(&i, s.type, NOW);
	assert_true(schedule_promise(&i, s.type, &conf, NOW) == TIME_NONE);
	s = schedule_next(&i, &conf);
	assert_int_equal(s.type, NOTICE_PLANNED);
	assert_true(s.at == NOW + 48 * HOUR);
	schedule_queued(&i, s.type, s.at);
	assert_int_equal(schedule_next(&i, &conf).kind, SCHEDULE_NOTHING);
	/* Past its end somebody has to decide. */
	assert_false(chain_overrun(&i, NOW + 73 * HOUR));
	assert_true(chain_overrun(&i, NOW + 74 * HOUR));
	incident_clear(&i);
	drop(&r, &f);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(test_life),
	    cmocka_unit_test(test_decide_new),
	    cmocka_unit_test(test_decide_ended),
	    cmocka_unit_test(test_changes),
	    cmocka_unit_test(test_resolve_and_reopen),
	    cmocka_unit_test(test_no_resolved_without_first),
	    cmocka_unit_test(test_repeats),
	    cmocka_unit_test(test_review),
	    cmocka_unit_test(test_planned),
	};

	return cmocka_run_group_tests_name("incident", tests, NULL, NULL);
}
