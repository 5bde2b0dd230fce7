/* The tiles of the map, "KBH#" each. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alertctl/status/map.h"
#include "alertctl/ui/wrap.h"
#include "base/buf.h"
#include "base/mem.h"
#include "base/str.h"

#define CELL 5 /* three letters, a sign, a blank */
#define LETTERS 3
#define GAP 2 /* blanks before what stands beside the tiles */

static const struct {
	char sign;
	enum paint paint;
} paints[] = {
    {'*', PAINT_GOOD},
    {'#', PAINT_GOOD},
    {'+', PAINT_GOOD},
    {'.', PAINT_WAIT},
    {'!', PAINT_LOUD},
    {'?', PAINT_LOUD},
    {'-', PAINT_BAD},
    {'_', PAINT_DIM},
};

static enum paint
paint_of(char sign)
{
	for (size_t i = 0; i < LENGTH(paints); i++)
		if (paints[i].sign == sign)
			return paints[i].paint;
	return PAINT_NONE;
}

static void
add_cell(struct buf *b, const char *name, char sign)
{
	enum paint p = paint_of(sign);
	size_t n = text_fits(name, LETTERS);

	buf_addf(b, "%s%.*s%c%s", colour(p), (int)n, name, sign, colour_end(p));
	for (size_t w = text_width(name); w < LETTERS; w++)
		buf_addc(b, ' ');
}

static const struct reach *
reach_at(const struct tiles *t, const struct reaches *l, int column, int row,
    const struct tile **at)
{
	for (size_t i = 0; i < l->n; i++) {
		*at = tiles_find(t, l->v[i].code);
		if (*at != NULL && (*at)->column == column && (*at)->row == row)
			return &l->v[i];
	}
	return NULL;
}

/* One row; returns how many columns it takes. */
static size_t
add_row(const struct tiles *t, const struct reaches *l, bool notice, int row,
    struct buf *b)
{
	size_t width = 0;

	for (int column = 1; column <= TILES_MOST; column++) {
		const struct tile *at;
		const struct reach *r = reach_at(t, l, column, row, &at);
		size_t place = (size_t)(column - 1) * CELL;

		if (r == NULL)
			continue;
		for (; width < place; width++)
			buf_addc(b, ' ');
		add_cell(b, at->name, map_sign(r, notice));
		width += CELL - 1;
	}
	return width;
}

/* Those without a tile, by name. */
static void
add_apart(const struct tiles *t, const struct reaches *l, bool notice,
    struct sheet *out)
{
	struct buf b;

	buf_init(&b, 64 * 1024);
	for (size_t i = 0; i < l->n; i++)
		if (tiles_find(t, l->v[i].code) == NULL)
			buf_addf(&b, "%s%s%c", b.len > 0 ? "  " : "",
			    l->v[i].name, map_sign(&l->v[i], notice));
	if (b.len > 0)
		sheet_take(out, PAINT_NONE, "", buf_steal(&b));
	buf_clear(&b);
}

static int
last_row(const struct tiles *t)
{
	int row = 0;

	for (size_t i = 0; i < t->n; i++)
		if (t->v[i].row > row)
			row = t->v[i].row;
	return row;
}

void
map_tiles(const struct tiles *t, const struct reaches *l, bool notice,
    size_t columns, char *title, struct strv *key, struct sheet *out)
{
	struct strv beside = {0};
	size_t next = 0;

	strv_take(&beside, title);
	for (size_t i = 0; i < key->n; i++)
		strv_add(&beside, key->v[i]);
	strv_clear(key);
	for (int row = 1; row <= last_row(t); row++) {
		struct buf b;
		size_t width;

		buf_init(&b, 4096);
		width = add_row(t, l, notice, row, &b);
		if (next < beside.n &&
		    width + GAP + text_width(beside.v[next]) <= columns) {
			size_t at = columns - text_width(beside.v[next]);

			for (; width < at; width++)
				buf_addc(&b, ' ');
			buf_adds(&b, beside.v[next++]);
		}
		sheet_whole(out, buf_steal(&b));
	}
	for (; next < beside.n; next++)
		sheet_whole(out, xstrdup(beside.v[next]));
	strv_clear(&beside);
	add_apart(t, l, notice, out);
}

size_t
map_columns(void)
{
	struct tiles t = {0};
	int column = 0;

	if (tiles_load(&t, NULL) == 0)
		for (size_t i = 0; i < t.n; i++)
			if (t.v[i].column > column)
				column = t.v[i].column;
	tiles_clear(&t);
	return (size_t)column * CELL;
}
