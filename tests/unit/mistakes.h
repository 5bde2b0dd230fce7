/* mistakes.h: what is wrong with a file, as a person reads it. */
#ifndef TESTS_UNIT_MISTAKES_H
#define TESTS_UNIT_MISTAKES_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/diag.h"

/* A text that may hold NUL, and its length. */
#define BYTES(s) s, sizeof(s) - 1

/* All of *d, one a line, free(); *d is cleared. */
static char *
printed(struct diags *d)
{
	char *text = NULL;
	size_t len = 0;
	FILE *f = open_memstream(&text, &len);

	assert_non_null(f);
	diags_print(d, f);
	fclose(f);
	diags_clear(d);
	return text;
}

#endif
