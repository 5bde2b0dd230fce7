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
