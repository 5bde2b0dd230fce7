/*
 * invariant.h: what holds of whatever comes out of feed/ and filter/, for any
 * body. Each returns 0, or -1 with *e saying what does not hold.
 */
#ifndef TESTS_FUZZ_INVARIANT_H
#define TESTS_FUZZ_INVARIANT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "feed/report.h"
#include "filter/finding.h"

/* UTF-8 of at most max bytes, without control characters but \n in lines. */
int check_string(
    const char *s, size_t max, bool lines, const char *what, struct err *e);
/* One clean line of at most max bytes. */
int check_line(const char *s, size_t max, const char *what, struct err *e);
/* Clean text of at most LIMIT_TEXT. */
int check_text(const char *s, const char *what, struct err *e);
/* TIME_NONE, or from 1970 to the year 9999. */
int check_time(int64_t t, const char *what, struct err *e);
/* What report.h and limits.h promise. */
int check_report(const struct report *r, struct err *e);
/* What finding.h promises. */
int check_finding(const struct finding *f, struct err *e);
/* A message for the log: one line, not empty. */
int check_error(const struct err *said, struct err *e);

int
check_same_text(const char *a, const char *b, const char *what, struct err *e);
int check_same_report(
    const struct report *a, const struct report *b, struct err *e);
int check_same_finding(
    const struct finding *a, const struct finding *b, struct err *e);

#endif
