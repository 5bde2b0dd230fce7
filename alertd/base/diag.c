#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/log.h"
#include "base/mem.h"
#include "base/str.h"

void
diags_add(struct diags *d, const char *file, unsigned line, unsigned col,
    const char *fmt, ...)
{
	va_list ap;
	struct diag *g;
	char *msg;

	d->v = xreallocarray(d->v, d->n + 1, sizeof(*d->v));
	g = &d->v[d->n++];
	g->file = xstrdup(file);
	g->line = line;
	g->col = col;
	va_start(ap, fmt);
	msg = xvasprintf(fmt, ap);
	va_end(ap);
	/* What the file has is in it: no line or escape of its own. */
	g->msg = str_plain(utf8_repair(msg, strlen(msg)));
	free(msg);
}

void
diags_clear(struct diags *d)
{
	for (size_t i = 0; i < d->n; i++) {
		free(d->v[i].file);
		free(d->v[i].msg);
	}
	free(d->v);
	*d = (struct diags){0};
}

static int
by_place(const void *a, const void *b)
{
	const struct diag *x = a, *y = b;
	int c = strcmp(x->file, y->file);

	if (c != 0)
		return c;
	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	if (x->col != y->col)
		return x->col < y->col ? -1 : 1;
	return strcmp(x->msg, y->msg);
}

static void
sort(struct diags *d)
{
	if (d->n > 1)
		qsort(d->v, d->n, sizeof(*d->v), by_place);
}

void
diags_print(struct diags *d, FILE *out)
{
	sort(d);
	for (size_t i = 0; i < d->n; i++) {
		char *line = diags_line(d, i);

		fprintf(out, "%s\n", line);
		free(line);
	}
}

void
diags_log(struct diags *d)
{
	sort(d);
	for (size_t i = 0; i < d->n; i++) {
		char *text = diags_line(d, i), *line = xasprintf("%s\n", text);

		log_raw(line);
		free(line);
		free(text);
	}
}

char *
diags_line(const struct diags *d, size_t i)
{
	const struct diag *g = &d->v[i];

	if (g->line == 0)
		return xasprintf("%s: %s", g->file, g->msg);
	if (g->col == 0)
		return xasprintf("%s:%u: %s", g->file, g->line, g->msg);
	return xasprintf("%s:%u:%u: %s", g->file, g->line, g->col, g->msg);
}

/* Levenshtein distance of two short words. */
static size_t
distance(const char *a, const char *b)
{
	size_t row[64], n = strlen(b);

	if (n >= LENGTH(row))
		return n;
	for (size_t j = 0; j <= n; j++)
		row[j] = j;
	for (size_t i = 1; a[i - 1] != '\0'; i++) {
		size_t diagonal = row[0];

		row[0] = i;
		for (size_t j = 1; j <= n; j++) {
			size_t above = row[j];
			size_t best = diagonal + (a[i - 1] != b[j - 1]);

			if (above + 1 < best)
				best = above + 1;
			if (row[j - 1] + 1 < best)
				best = row[j - 1] + 1;
			row[j] = best;
			diagonal = above;
		}
	}
	return row[n];
}

const char *
nearest(const char *word, const char *const *candidates)
{
	const char *best = NULL;
	size_t half = strlen(word) / 2, limit = half < 3 ? half + 1 : 4;

	for (; *candidates != NULL; candidates++) {
		size_t d = distance(word, *candidates);

		if (d < limit) {
			limit = d;
			best = *candidates;
		}
	}
	return best;
}

const char *
nearest_of(const char *word, const struct strv *candidates)
{
	const char **list = xcalloc(candidates->n + 1, sizeof(*list)), *near;

	for (size_t i = 0; i < candidates->n; i++)
		list[i] = candidates->v[i];
	near = nearest(word, list);
	free(list);
	return near;
}
