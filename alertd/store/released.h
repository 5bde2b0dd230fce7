/*
 * released.h: the migrations of versions that were released: never changed,
 * since databases were made by them. New ones go into schema.c. Internal to
 * store/.
 */
#ifndef STORE_RELEASED_H
#define STORE_RELEASED_H

extern const char *const released_first[];
extern const char *const released_begun[];
extern const char *const released_health[];
extern const char *const released_oncall[];
extern const char *const released_checks[];
extern const char *const released_audience[];
extern const char *const released_erasable[];
extern const char *const released_topics[];
extern const char *const released_accepted[];
extern const char *const released_exercises[];
extern const char *const released_coverage[];
extern const char *const released_drafts[];
extern const char *const released_reminders[];
extern const char *const released_retention[];
extern const char *const released_itself[];
extern const char *const released_said_late[];

#endif
