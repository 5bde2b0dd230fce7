/* mailthread.h: mails into threads, and a thread into a report. Pure. */
#ifndef FEED_MAILTHREAD_H
#define FEED_MAILTHREAD_H

#include <stddef.h>
#include <stdint.h>

#include "feed/mail.h"
#include "feed/report.h"

/*
 * A report for each thread: mails that refer to one another, or have the
 * same subject and domain of sender within LIMIT_MAIL_SUBJECT_DAYS of the
 * first. Threads whose newest mail is before since are left out. The mails
 * are borrowed, in any order; the reports do not depend on it.
 */
void mailthread_reports(const char *feed, const struct mail *const *mails,
    size_t n, int64_t since, struct reports *out);

#endif
