/* notices.h: an incident and its facts, for the tests of notice/. */
#ifndef TESTS_UNIT_NOTICES_H
#define TESTS_UNIT_NOTICES_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/clock.h"
#include "base/mem.h"
#include "base/str.h"
#include "notice/notice.h"

static char da[] = "da", en[] = "en", prefix[] = "FMK", signature[] = "MedCom";
static char contact[] = "MedCom, tlf. +45 00 00 00 01";
static struct notices_conf conf = {.contact = contact,
    .signature = signature,
    .reference = prefix,
    .language = da};
static struct notices_conf conf_en = {.contact = contact,
    .signature = signature,
    .reference = prefix,
    .language = en};
static inline int64_t
at(const char *s)
{
	int64_t t = 0;

	assert_int_equal(parse_rfc3339(s, &t), 0);
	return t;
}

static inline struct incident
sample(const char *service, enum effect effect)
{
	struct incident i;

	incident_init(&i);
	i.id = 7;
	i.effect = effect;
	i.state = INCIDENT_OPEN;
	xreplace(&i.service, service);
	i.since = i.opened_at = at("2026-03-28T22:12:00Z");
	i.last_notice_at = at("2026-03-29T00:13:00Z");
	i.notices = 1;
	xreplace(&i.feed, "nspop");
	return i;
}

static inline struct notice_facts
facts(const struct incident *i, enum notice_type type, int number)
{
	return (struct notice_facts){.incident = i,
	    .conf = &conf,
	    .type = type,
	    .number = number,
	    .now = at("2026-03-29T02:13:00Z"),
	    .next = type == NOTICE_RESOLVED || type == NOTICE_CORRECTION
			? TIME_NONE
			: at("2026-03-29T04:13:00Z"),
	    .feed_silent_since = TIME_NONE,
	    .max_segments = 3};
}

/* Incidents that are for some: long names, counted ones, a group. */
static const struct {
	const char *da, *da_short, *en, *en_short;
} some[] = {
    {"Lyngby-Taarbæk, Frederikshavn, Faaborg-Midtfyn, Ringkøbing-Skjern, "
     "Vesthimmerland og 48 andre kommuner",
	"Svendborg, Roskilde og 51 andre kommuner",
	"Lyngby-Taarbæk, Frederikshavn, Faaborg-Midtfyn, Ringkøbing-Skjern, "
	"Vesthimmerland and 48 other municipalities",
	"Albertslund and 52 other municipalities"},
    {"kommunerne i Region Midtjylland", "kommunerne i Region Midtjylland",
	"the municipalities of Region Midtjylland",
	"the municipalities of Region Midtjylland"},
    {"kommuner med system fra Systematic", "kommuner med system fra Systematic",
	"municipalities with Systematic", "municipalities with Systematic"},
};

#define SOME (sizeof(some) / sizeof(some[0]))

/* From 0; SOME: for all. */
static inline void
for_some(struct notice_facts *f, size_t k)
{
	bool other = f->conf == &conf_en;
	const char *whom, *small;

	if (k >= SOME)
		return;
	whom = other ? some[k].en : some[k].da;
	small = other ? some[k].en_short : some[k].da_short;
	assert_true(strlen(whom) <= LIMIT_WHOM);
	assert_true(strlen(small) <= LIMIT_WHOM_SHORT);
	memcpy(f->whom, whom, strlen(whom) + 1);
	memcpy(f->whom_short, small, strlen(small) + 1);
}

static inline void
must(const char *text, const char *part)
{
	if (strstr(text, part) == NULL)
		fail_msg("\"%s\" is not in:\n%s", part, text);
}

static inline void
must_not(const char *text, const char *part)
{
	if (strstr(text, part) != NULL)
		fail_msg("\"%s\" is in:\n%s", part, text);
}

static inline void
check_marks(const struct notice_texts *x)
{
	assert_memory_equal(x->subject, "ØVELSE", 7);
	assert_memory_equal(x->sms, "ØVELSE", 7);
	assert_memory_equal(x->text, "ØVELSE", 7);
	assert_true(str_ends(x->subject, "ØVELSE"));
	assert_true(str_ends(x->sms, "ØVELSE"));
	assert_true(str_ends(x->text, "ØVELSE\n"));
}

#endif
