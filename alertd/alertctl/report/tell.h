/* tell.h: what the two files that tell a report to people share. */
#ifndef ALERTCTL_REPORT_TELL_H
#define ALERTCTL_REPORT_TELL_H

#include "alertctl/ui/doc.h"
#include "alertctl/report/report.h"

#define TELL_SIZE 48

/* Each into buf, which it returns; "-" for TIME_NONE. */
char *tell_when(int64_t t, char buf[TELL_SIZE]);
char *tell_span(int64_t seconds, char buf[TELL_SIZE]);
char *tell_between(int64_t from, int64_t to, char buf[TELL_SIZE]);

/* The course, failures, receipts, and the on-call. */
void tell_rest(struct doc *d, const struct proof *p);

#endif
