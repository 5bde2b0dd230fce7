#include <stdlib.h>
#include <string.h>

#include "base/embedded.h"
#include "base/mem.h"
#include "base/str.h"
#include "contacts/table.h"
#include "contacts/tiles.h"

struct reading {
	const char *file;
	struct tiles *out;
	struct diags *d;
};

void
tiles_clear(struct tiles *l)
{
	for (size_t i = 0; i < l->n; i++) {
		free(l->v[i].code);
		free(l->v[i].name);
	}
	free(l->v);
	*l = (struct tiles){0};
}

const struct tile *
tiles_find(const struct tiles *l, const char *code)
{
	for (size_t i = 0; i < l->n; i++)
		if (strcmp(l->v[i].code, code) == 0)
			return &l->v[i];
	return NULL;
}

/* The column or row of a field, 0 with a mistake. */
static int
place(const struct reading *r, unsigned line, const struct field *f)
{
	int64_t n;

	if (parse_int(f->text, 1, TILES_MOST, &n) == 0)
		return (int)n;
	diags_add(r->d, r->file, line, f->col, "not a number from 1 to %d",
	    TILES_MOST);
	return 0;
}

static bool
taken(const struct tiles *l, int column, int row)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->v[i].column == column && l->v[i].row == row)
			return true;
	return false;
}

static void
take(void *arg, unsigned line, const struct field f[TABLE_COLUMNS])
{
	struct reading *r = arg;
	int column = place(r, line, &f[1]), row = place(r, line, &f[2]);
	struct tiles *l = r->out;

	if (column == 0 || row == 0)
		return;
	if (*f[0].text == '\0' || tiles_find(l, f[0].text) != NULL) {
		diags_add(r->d, r->file, line, f[0].col,
		    "the code is missing, or is there already");
		return;
	}
	if (taken(l, column, row)) {
		diags_add(r->d, r->file, line, f[1].col,
		    "there is a tile at column %d, row %d already", column,
		    row);
		return;
	}
	l->v = xreallocarray(l->v, l->n + 1, sizeof(*l->v));
	l->v[l->n++] = (struct tile){
	    xstrdup(f[0].text), xstrdup(f[3].text), column, row};
}

int
tiles_read(const char *file, const char *text, size_t len, struct tiles *out,
    struct diags *d)
{
	static const char *const columns[] = {
	    "code", "column", "row", "short", NULL};
	struct reading r = {file, out, d};
	size_t before = d->n;

	table_read(file, text, len, columns, 4, take, &r, d);
	return d->n == before ? 0 : -1;
}

int
tiles_load(struct tiles *out, struct err *e)
{
	const struct embedded *f = embedded_find("contacts/tiles.csv");
	struct diags d = {0};
	char *line;
	int r;

	if (f == NULL)
		return err_set(e, "contacts/tiles.csv is not built in");
	r = tiles_read(f->path, f->data, f->len, out, &d);
	if (r == -1) {
		line = diags_line(&d, 0);
		err_set(e, "built-in %s", line);
		free(line);
	}
	diags_clear(&d);
	return r;
}
