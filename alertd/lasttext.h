/*
 * lasttext.h: what the last resort says, in Danish: one mail or one SMS. Pure.
 * Nothing of a feed's own words is in it.
 */
#ifndef LASTTEXT_H
#define LASTTEXT_H

#include <stdint.h>

#include "base/fault.h"
#include "base/words.h"

enum last_tell {
	LAST_NOTHING,
	LAST_FAULT, /* alertd cannot do its duty */
	LAST_DOWN, /* the same, and now a feed says that FMK is down */
	LAST_STILL, /* the same, again after LIMIT_RESORT_EVERY */
	LAST_WELL /* it can again */
};

struct last_facts {
	enum last_tell tell;
	enum fault_kind kind;
	const char *why; /* as in the log */
	const char *holder; /* "4711 (sqlite3)", of FAULT_BUSY; NULL: unknown */
	const char *machine; /* its name */
	const char *feed; /* that says that FMK is down; NULL: none */
	int64_t open; /* incidents; -1: not known */
	int64_t since, now; /* UTC */
};

/* A mail: the subject, a line feed, the text. Release with free(). */
char *last_mail(const struct last_facts *f);
/* One segment of an SMS. Release with free(). */
char *last_sms(const struct last_facts *f);
/* What is wrong, in English, for the log and the audit trail. */
const char *last_kind(enum fault_kind k);

#endif
