#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "alertctl/feed/recording.h"
#include "base/attr.h"
#include "base/clock.h"
#include "base/mem.h"
#include "base/str.h"

#define FORM "2026-03-28T221300Z"

static const char *const endings[] = {".json", ".xml", ".rss", ".atom", ".eml"};

void
recording_clear(struct recording *r)
{
	for (size_t i = 0; i < r->n; i++)
		free(r->v[i].path);
	free(r->v);
	*r = (struct recording){0};
}

/* The time in a name of the form of FORM; 0 or -1. */
static int
time_of(const char *name, int64_t *at)
{
	const size_t len = strlen(FORM);
	char *full;
	size_t i = 0;
	int r;

	if (strlen(name) <= len || name[len - 1] != 'Z')
		return -1;
	while (i < LENGTH(endings) && !str_eq(name + len, endings[i]))
		i++;
	if (i == LENGTH(endings))
		return -1;
	full = xasprintf("%.13s:%.2s:%.3s", name, name + 13, name + 15);
	r = parse_rfc3339(full, at);
	free(full);
	return r;
}

static int
add(struct recording *r, const char *folder, const char *name, struct err *e)
{
	int64_t at;

	if (time_of(name, &at) == -1)
		return err_set(e,
		    "%s/%s: not the time of a poll; the name must be of the "
		    "form %s.json (or .xml)",
		    folder, name, FORM);
	r->v = xreallocarray(r->v, r->n + 1, sizeof(*r->v));
	r->v[r->n++] = (struct recorded){at, xasprintf("%s/%s", folder, name)};
	return 0;
}

static int
by_time(const void *a, const void *b)
{
	const struct recorded *x = a, *y = b;

	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	return strcmp(x->path, y->path);
}

int
recording_open(const char *folder, struct recording *out, struct err *e)
{
	DIR *dir = opendir(folder);
	const struct dirent *entry;
	int r = 0;

	*out = (struct recording){0};
	if (dir == NULL)
		return err_set(e, "%s: %s", folder, strerror(errno));
	while (r == 0 && (entry = readdir(dir)) != NULL)
		if (entry->d_name[0] != '.')
			r = add(out, folder, entry->d_name, e);
	closedir(dir);
	if (r == -1)
		recording_clear(out);
	else if (out->n > 1)
		qsort(out->v, out->n, sizeof(*out->v), by_time);
	return r;
}
