/*
 * mem.h: allocation that cannot fail. For small, bounded things only: out of
 * memory aborts the process, which is safe because the state is in the
 * database. What a feed or a file can size is allocated through struct buf,
 * which has a limit and can fail.
 */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <stdarg.h>
#include <stddef.h>

#include "base/attr.h"

/* p, unless it is NULL: dies. For what libraries allocate. */
void *must_have(void *p);
/* Each returns heap memory, release with free(); never NULL. */
void *xmalloc(size_t n);
void *xcalloc(size_t count, size_t size);
/* Also aborts when count * size overflows. */
void *xreallocarray(void *p, size_t count, size_t size);
/*
 * Room for one more behind n elements, for lists that grow long: p is NULL,
 * with n 0, or what this returned for n - 1. Moves only where n is a power of
 * two; the first room is of 16 bytes, or of one element.
 */
void *xgrow(void *p, size_t n, size_t size);
char *xstrdup(const char *s);
char *xstrndup(const char *s, size_t n);
/* NULL stays NULL. */
char *xstrdup_null(const char *s);
char *xasprintf(const char *fmt, ...) ATTR_PRINTF(1, 2);
char *xvasprintf(const char *fmt, va_list ap) ATTR_PRINTF(1, 0);

/* Wipes and frees what may be a password; NULL is fine. */
void secret_free(char *s);
/* Frees *s and makes it a copy of value (NULL allowed; value may alias *s). */
void xreplace(char **s, const char *value);

#endif
