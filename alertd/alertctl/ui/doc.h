/*
 * doc.h: a document of headings, paragraphs and tables, printed to standard
 * output as plain text in 80 columns or as one HTML page that needs nothing
 * beside itself.
 */
#ifndef ALERTCTL_UI_DOC_H
#define ALERTCTL_UI_DOC_H

#include <stdbool.h>
#include <stddef.h>

struct doc_column {
	const char *head;
	size_t width; /* of the text, or its head; the last one wraps */
};

struct doc {
	bool html;
	const struct doc_column *columns; /* of the table that is open */
	size_t n;
};

/*
 * print: with the sheet that makes pages of it: numbers, heads repeated on
 * each page, rows in one piece, nothing said by colour. language is that of
 * the page, "da".
 */
void doc_begin(struct doc *d, bool html, bool print, const char *title,
    const char *language);
void doc_heading(struct doc *d, const char *text);
/* What matters most. */
void doc_lead(struct doc *d, const char *text);
/* A paragraph; of several lines, each is a line. */
void doc_text(struct doc *d, const char *text);
/* columns is borrowed until the table is ended. */
void doc_table(struct doc *d, const struct doc_column *columns, size_t n);
void doc_row(struct doc *d, const char *const *cells);
void doc_table_end(struct doc *d);
void doc_end(struct doc *d);

#endif
