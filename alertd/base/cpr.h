/*
 * cpr.h: what looks like a Danish personal number (CPR), which no message may
 * hold: ddmmyy-xxxx, with other dashes, with a space, or with nothing between;
 * dd.mm.yy-xxxx. "dd.mm.yy - hhmm", with spaces around the dash and a time of
 * day, is a date and a time, unless "CPR", "CPR-nr." or "CPR-nummer" stands
 * before it. The date of a number has to be one, in the century that the
 * seventh digit gives, from 1900 on; since 2007 nothing more is sure of a
 * number. With something between, the day may be one of 61 to 91: an
 * administrative number. Longer rows of digits, telephone numbers behind +,
 * references ("INC0101011234", "SR-010101-1234") and the paths of links are
 * none; but what stands behind "CPR" is.
 */
#ifndef BASE_CPR_H
#define BASE_CPR_H

#include <stddef.h>

/*
 * What stands for it in a text. No word: it must mean nothing to the rules of
 * the filter, in which "udeladt" is data that is missing.
 */
#define CPR_MASK "******-****"

/* The first in s, and its bytes in *n; NULL: there is none. */
const char *cpr_find(const char *s, size_t *n);
/*
 * A copy of s with CPR_MASK for each, their number added to *count. Release
 * with free().
 */
char *cpr_mask(const char *s, size_t *count);

#endif
