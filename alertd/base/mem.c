#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "base/mem.h"

void *
must_have(void *p)
{
	if (p == NULL) {
		log_raw("out of memory\n");
		abort();
	}
	return p;
}

void *
xmalloc(size_t n)
{
	return must_have(malloc(n == 0 ? 1 : n));
}

void *
xcalloc(size_t count, size_t size)
{
	return must_have(calloc(count == 0 ? 1 : count, size == 0 ? 1 : size));
}

void *
xreallocarray(void *p, size_t count, size_t size)
{
	if (size != 0 && count > SIZE_MAX / size)
		must_have(NULL);
	return must_have(realloc(p, count * size == 0 ? 1 : count * size));
}

void *
xgrow(void *p, size_t n, size_t size)
{
	size_t first = size <= 4 ? 4 : size <= 8 ? 2 : 1; /* 16 bytes */

	if (n == 0)
		return xreallocarray(p, first, size);
	if (n < first || (n & (n - 1)) != 0)
		return p;
	return xreallocarray(p, 2 * n, size);
}

char *
xstrdup(const char *s)
{
	return must_have(strdup(s));
}

char *
xstrndup(const char *s, size_t n)
{
	return must_have(strndup(s, n));
}

char *
xstrdup_null(const char *s)
{
	return s == NULL ? NULL : xstrdup(s);
}

char *
xasprintf(const char *fmt, ...)
{
	va_list ap;
	char *s;

	va_start(ap, fmt);
	s = xvasprintf(fmt, ap);
	va_end(ap);
	return s;
}

char *
xvasprintf(const char *fmt, va_list ap)
{
	char *s;

	if (vasprintf(&s, fmt, ap) < 0)
		must_have(NULL);
	return s;
}

void
secret_free(char *s)
{
	if (s == NULL)
		return;
	explicit_bzero(s, strlen(s));
	free(s);
}

void
xreplace(char **s, const char *value)
{
	char *copy = xstrdup_null(value);

	free(*s);
	*s = copy;
}
