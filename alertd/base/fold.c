#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/fold.h"
#include "base/mem.h"

char *
fold(const char *s)
{
	utf8proc_uint8_t *out = NULL;
	char *copy;

	if (utf8proc_map((const utf8proc_uint8_t *)s, 0, &out,
		UTF8PROC_NULLTERM | UTF8PROC_STABLE | UTF8PROC_COMPOSE |
		    UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE) < 0)
		return xstrdup(s);
	copy = xstrdup((const char *)out);
	free(out);
	return copy;
}

bool
fold_same(const char *a, const char *b)
{
	char *x = fold(a), *y = fold(b);
	bool same = strcmp(x, y) == 0;

	free(x);
	free(y);
	return same;
}
