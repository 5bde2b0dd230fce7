/* normal.h: text as both sides of a comparison are written. */
#ifndef FILTER_NORMAL_H
#define FILTER_NORMAL_H

#include <stddef.h>

/*
 * NFKC, case folded, without invisible characters (soft hyphens, zero-width
 * spaces); every dash is "-", every apostrophe "'", bad UTF-8 is U+FFFD.
 * Of more than 30 combining marks in a row the rest is left out.
 * Release with free().
 */
char *normal_text(const char *s, size_t n);
/* The same without folding the case, for patterns: folding makes \W of \w. */
char *normal_pattern(const char *s, size_t n);

#endif
