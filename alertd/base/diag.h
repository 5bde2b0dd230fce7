/*
 * diag.h: a list of mistakes in files that people write, each with its place,
 * so that one run reports all of them as "file:line:col: message".
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <stddef.h>
#include <stdio.h>

#include "base/attr.h"
#include "base/str.h"

struct diag {
	char *file;
	unsigned line; /* from 1; 0 when the place is the whole file */
	unsigned col; /* from 1; 0 when unknown */
	char *msg;
};

struct diags {
	struct diag *v;
	size_t n;
};

/*
 * An empty list is {0}; release with diags_clear(). The message becomes one
 * line without control characters, whatever of the file is in it.
 */
void diags_add(struct diags *d, const char *file, unsigned line, unsigned col,
    const char *fmt, ...) ATTR_PRINTF(5, 6);
void diags_clear(struct diags *d);
/* Prints every mistake, one a line, in order of file and place. */
void diags_print(struct diags *d, FILE *out);
/* The same into the log, which keeps nobody waiting. */
void diags_log(struct diags *d);
/* The i-th as "file:line:col: message"; release with free(). */
char *diags_line(const struct diags *d, size_t i);

/*
 * The candidate nearest to word by edit distance (at most 3, and at most half
 * of the word's length), or NULL: for "did you mean". candidates ends with
 * NULL.
 */
const char *nearest(const char *word, const char *const *candidates);
/* The same of a list. Borrowed from it. */
const char *nearest_of(const char *word, const struct strv *candidates);

#endif
