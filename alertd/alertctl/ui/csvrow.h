/* csvrow.h: rows for a spreadsheet: RFC 4180, CR LF at the end of each. */
#ifndef ALERTCTL_UI_CSVROW_H
#define ALERTCTL_UI_CSVROW_H

#include <stddef.h>

/*
 * Prints a row of n fields to standard output. What a spreadsheet would take
 * for a formula, because it begins with = + - @ or a control character, gets
 * an apostrophe before it.
 */
void csv_row(const char *const *fields, size_t n);

#endif
