/*
 * sheet.h: what is printed as lines, each with a label in front ("OPEN",
 * "PROBLEM"), wrapped to the width of a terminal behind the label, or left
 * whole for a pipe. Pure, but for the colours.
 */
#ifndef ALERTCTL_UI_SHEET_H
#define ALERTCTL_UI_SHEET_H

#include <stddef.h>

#include "alertctl/ui/colour.h"
#include "base/attr.h"
#include "base/buf.h"

#define SHEET_LABEL 8 /* characters of a label */

struct sheet_line {
	char *label, *text;
	enum paint paint; /* of the label; a loud one paints the text, too */
	bool whole; /* text is a whole line and stays as it is */
};

struct sheet {
	struct sheet_line *v;
	size_t n;
};

void sheet_clear(struct sheet *s);
/* A line; without a label it goes on with the one before. */
void sheet_add(struct sheet *s, enum paint paint, const char *label,
    const char *fmt, ...) ATTR_PRINTF(4, 5);
/* The same of a text that was made already, which it takes over. */
void
sheet_take(struct sheet *s, enum paint paint, const char *label, char *text);
/* A whole line, which may hold colours; takes it over. */
void sheet_whole(struct sheet *s, char *line);
/* All lines of more behind those of s; more is empty then. */
void sheet_move(struct sheet *s, struct sheet *more);

/* How many rows it takes in so many columns; 0: as wide as it is. */
size_t sheet_rows(const struct sheet *s, size_t columns);
/*
 * Adds the rows to b, with end behind each. Past most rows (0: any number)
 * the last says how many are left out.
 */
void sheet_print(const struct sheet *s, size_t columns, size_t most,
    const char *end, struct buf *b);

#endif
