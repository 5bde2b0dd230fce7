/*
 * page.h: what a page to the on-call says beside the incident or the alarm
 * that it is about: what became of the call, and how it is answered.
 */
#ifndef NOTICE_PAGE_H
#define NOTICE_PAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "notice/alarm.h"

/* Why people are paged. */
enum page_news {
	PAGE_RINGS, /* somebody must answer */
	PAGE_LAPSED, /* … since who had it has not been heard of */
	PAGE_TOLD, /* nothing to answer */
	/* What became of it, to those who were paged. */
	PAGE_TAKEN, /* who has it */
	PAGE_YOURS, /* to who has it: what is his to do now */
	PAGE_APPROVED, /* who let it go out */
	PAGE_DISMISSED, /* who dropped it */
	PAGE_ENDED, /* it is settled */
	/* What became of a reply, to who sent it alone. */
	PAGE_GONE_OUT, /* SEND or NEJ, but the notice had gone out */
	PAGE_WRONG_CODE, /* its digits fit nothing */
	PAGE_WRONG_WORD, /* they fit, but not with that word */
	PAGE_USED, /* its code was used before, or is too old */
	PAGE_LOCKED, /* too many wrong ones: none is read for an hour */
	PAGE_COLLECTED /* low matters of some time, together */
};

#define PAGE_NEWS (PAGE_COLLECTED + 1)

/* Borrowed. */
struct page_facts {
	enum page_news news;
	const char *who; /* of the news; "" */
	const char *skipped; /* whom the steps before should have paged; "" */
	/* As in the incident, when it was told since the call began; "". */
	const char *change;
	int64_t lapses; /* of PAGE_YOURS: then it rings again; TIME_NONE */
	int64_t call_number; /* for alertctl ack --call; 0 = no call */
	bool ack, decide; /* what can be answered by a code */
	const char *link; /* "https://alertd.example.dk/svar/"; "" = no links */
	bool sms_link; /* in the SMS, too */
	const char *reply_number; /* "" = no replies */
	const struct alarm *lows; /* of PAGE_COLLECTED */
	size_t n_lows;
};

/* "taken": the name in the templates' data. */
const char *page_news_name(enum page_news n);
/* In English, for the log and on record: "taken by"; "" for a ring. */
const char *page_news_verb(enum page_news n);
/* Whether it says what became of the call, or of a reply. */
bool page_news_answers(enum page_news n);
/* Whether who reads it has something to do about the call. */
bool page_news_asks(enum page_news n);

#endif
