/*
 * table.h: the rows of a CSV file that a person wrote or saved from Excel:
 * UTF-8 with or without BOM, comma or semicolon (whichever the header has),
 * any line ending, quotes as in RFC 4180. A row is one line. Left out: empty
 * lines, rows of empty fields, and lines that begin with #.
 */
#ifndef CONTACTS_TABLE_H
#define CONTACTS_TABLE_H

#include "base/diag.h"

#define TABLE_COLUMNS 6 /* most columns of a table */

struct field {
	/* Trimmed, valid UTF-8, no control characters; NULL: no such column. */
	const char *text;
	unsigned col; /* in characters, from 1 */
};

/* A row with as many fields as the header has; borrowed until it returns. */
typedef void table_row_fn(
    void *arg, unsigned line, const struct field fields[TABLE_COLUMNS]);

/*
 * Calls fn for each good row, after a header that must be the names of
 * columns (ends with NULL), all of them or the first few. What is wrong goes to
 * *d, one for each row, and the reading goes on; after a wrong header it stops.
 */
void table_read(const char *file, const char *text, size_t len,
    const char *const *columns, size_t few, table_row_fn *fn, void *arg,
    struct diags *d);

#endif
