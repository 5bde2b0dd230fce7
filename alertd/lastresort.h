/*
 * lastresort.h: what the on-call hears when alertd cannot do its duty because
 * of its database or its machine. The addresses of alarm: alone are told, by
 * alertd-mail -r and alertd-sms -r, which need no database: once when it has
 * lasted for LIMIT_RESORT_AFTER, at once when a feed says meanwhile that FMK
 * is down, again every LIMIT_RESORT_EVERY, and once when it has been well for
 * LIMIT_RESORT_WELL.
 *
 * What was told is kept in memory; where systemd gives RUNTIME_DIRECTORY also
 * there, which is memory, too, so that a restart repeats nothing.
 */
#ifndef LASTRESORT_H
#define LASTRESORT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/clock.h"
#include "base/err.h"
#include "conf/config.h"
#include "starter.h"
#include "store/store.h"

struct lastresort;

/*
 * conf and starter are borrowed. Keeps some descriptors back, so that it works
 * when no more may be open.
 */
struct lastresort *
lastresort_open(const struct config *conf, struct starter *starter);
/* What is being sent goes on by itself. */
void lastresort_close(struct lastresort *l);
/* After a reload. */
void lastresort_use(struct lastresort *l, const struct config *conf);

/*
 * What has to be done could not be: why, of the kind that was noted last
 * (base/fault.h). open: how many incidents are open, -1 if not known.
 */
void lastresort_fault(
    struct lastresort *l, const char *why, int64_t open, struct clock now);
/* That feed says that FMK is down, and it could not be stored. */
void lastresort_down(struct lastresort *l, const char *feed);
/* The process that keeps us from storing it, "4711 (sqlite3)"; NULL: none. */
void lastresort_holder(struct lastresort *l, const char *process);
/* All was done, and stored. */
void lastresort_well(struct lastresort *l, struct clock now);
bool lastresort_faulty(const struct lastresort *l);

/* Tells what is to be told now, and sees what became of it. Never waits. */
void lastresort_turn(struct lastresort *l, struct clock now);
/* When the next of these is due, monotonic ms; INT64_MAX if none. */
int64_t lastresort_next(const struct lastresort *l, int64_t mono_ms);

/* Puts on record what was told and is not yet. 0, or -1 with *e. */
int lastresort_record(
    struct lastresort *l, struct store *s, int64_t now, struct err *e);

#endif
