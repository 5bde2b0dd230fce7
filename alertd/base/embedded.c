#include <stdlib.h>
#include <string.h>

#include "base/embedded.h"

/* Made by tools/embed.c at build time, sorted by path. */
extern const struct embedded embedded_files[];
extern const size_t embedded_count;

static int
by_path(const void *key, const void *element)
{
	const struct embedded *f = element;

	return strcmp(key, f->path);
}

const struct embedded *
embedded_find(const char *path)
{
	return bsearch(path, embedded_files, embedded_count,
	    sizeof(embedded_files[0]), by_path);
}

const struct embedded *
embedded_at(size_t i)
{
	return i < embedded_count ? &embedded_files[i] : NULL;
}
