#include <csv.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/limits.h"
#include "base/str.h"
#include "base/tr.h"
#include "contacts/table.h"

struct table {
	const char *file;
	const char *const *columns;
	size_t n_columns;
	size_t few; /* so many of them will do */
	size_t width; /* as many as the file has */
	table_row_fn *fn;
	void *arg;
	struct diags *d;
	unsigned char separator;
	bool header; /* it was read */
	bool stop; /* it was wrong */
	unsigned line;
};

struct row {
	struct table *t;
	char text[TABLE_COLUMNS][LIMIT_CSV_FIELD + 1];
	struct field fields[TABLE_COLUMNS];
	size_t n; /* fields, also those that are too many */
	unsigned extra; /* column of the first that is too many */
	unsigned wide; /* column of the first that is too long */
	unsigned begin; /* column where this field begins, 0 = not yet */
	unsigned col; /* of the next character */
	bool filled; /* a field has text */
};

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* libcsv calls this while it takes the byte that ends the field. */
static void
take_field(void *data, size_t len, void *arg)
{
	struct row *r = arg;
	const char *s = data;
	unsigned begin = r->begin != 0 ? r->begin : r->col;

	for (; len > 0 && is_blank(*s); s++)
		len--;
	while (len > 0 && is_blank(s[len - 1]))
		len--;
	if (len > 0)
		r->filled = true;
	if (r->n >= r->t->width) {
		if (r->extra == 0)
			r->extra = begin;
	} else if (len > LIMIT_CSV_FIELD) {
		if (r->wide == 0)
			r->wide = begin;
	} else {
		memcpy(r->text[r->n], s, len);
		r->text[r->n][len] = '\0';
		r->fields[r->n] = (struct field){r->text[r->n], begin};
	}
	r->n++;
	r->begin = 0;
}

static bool
feed(struct csv_parser *p, struct row *r, const char *s, size_t len)
{
	/* One byte at a time: libcsv does not say where a field begins. */
	for (size_t i = 0; i < len; i++) {
		if (r->begin == 0 && !is_blank(s[i]) &&
		    (unsigned char)s[i] != r->t->separator)
			r->begin = r->col;
		if (csv_parse(p, s + i, 1, take_field, NULL, r) != 1) {
			diags_add(r->t->d, r->t->file, r->t->line, r->col,
			    _("a double quote out of place: a field that holds "
			      "one is put in double quotes, and each in it is "
			      "doubled"));
			return false;
		}
		if (i + 1 < len && (s[i + 1] & 0xc0) != 0x80)
			r->col++;
	}
	if (len > 0)
		r->col++;
	if (csv_fini(p, take_field, NULL, r) == 0)
		return true;
	diags_add(r->t->d, r->t->file, r->t->line,
	    r->begin != 0 ? r->begin : r->col,
	    _("the double quote is not closed on this line"));
	return false;
}

/* Splits the line into fields; false when it was reported. */
static bool
split(struct table *t, struct row *r, const char *s, size_t len)
{
	struct csv_parser p;
	bool good;

	r->t = t;
	r->col = 1;
	if (csv_init(&p, CSV_STRICT | CSV_STRICT_FINI) != 0)
		return false;
	csv_set_delim(&p, t->separator);
	good = feed(&p, r, s, len);
	csv_free(&p);
	return good;
}

/* Bytes of the first character; 0 when it is not one. */
static size_t
character(const char *s, size_t len)
{
	for (size_t n = 1; n <= 4 && n <= len; n++)
		if (utf8_valid(s, n))
			return n;
	return 0;
}

/* Every character of the line must be one that a field may have. */
static bool
check_encoding(const struct table *t, const char *s, size_t len)
{
	unsigned col = 1;

	for (size_t i = 0, n; i < len; i += n, col++) {
		unsigned char c = (unsigned char)s[i];

		n = character(s + i, len - i);
		if (n == 0) {
			diags_add(t->d, t->file, t->line, col,
			    _("not UTF-8 (byte 0x%02X): save the file as UTF-8 "
			      "(Excel: \"CSV UTF-8\")"),
			    c);
			return false;
		}
		if ((c < ' ' && c != '\t') || c == 0x7f) {
			diags_add(t->d, t->file, t->line, col,
			    _("a control character (byte 0x%02X)"), c);
			return false;
		}
	}
	return true;
}

/* The first n columns as the header has them; release with free(). */
static char *
expected(const struct table *t, size_t n)
{
	struct strv names = {0};
	char *s, sep[] = {(char)t->separator, '\0'};

	for (size_t i = 0; i < n; i++)
		strv_add(&names, t->columns[i]);
	s = strv_join(&names, sep);
	strv_clear(&names);
	return s;
}

/* At column 0 there is none. */
static void
bad_header(struct table *t, unsigned col)
{
	char *few = expected(t, t->few), *all = expected(t, t->n_columns);
	bool one = t->few == t->n_columns;

	if (col == 0 && one)
		diags_add(t->d, t->file, 0, 0,
		    _("there is no header; it must be \"%s\""), few);
	else if (col == 0)
		diags_add(t->d, t->file, 0, 0,
		    _("there is no header; it must be \"%s\" or \"%s\""), few,
		    all);
	else if (one)
		diags_add(t->d, t->file, t->line, col,
		    _("the header must be \"%s\""), few);
	else
		diags_add(t->d, t->file, t->line, col,
		    _("the header must be \"%s\" or \"%s\""), few, all);
	free(few);
	free(all);
}

static void
check_header(struct table *t, const struct row *r)
{
	unsigned col = r->extra;

	for (size_t i = 0; i < t->n_columns && i < r->n; i++) {
		if (r->fields[i].text != NULL &&
		    strcasecmp(r->fields[i].text, t->columns[i]) == 0)
			continue;
		col = r->fields[i].text != NULL ? r->fields[i].col : r->wide;
		break;
	}
	if (col == 0 && r->n < t->n_columns && r->n != t->few)
		col = r->col;
	t->header = true;
	t->width = r->n;
	if (col == 0)
		return;
	bad_header(t, col);
	t->stop = true;
}

static void
check_row(struct table *t, const struct row *r)
{
	char *names;

	if (r->n != t->width) {
		names = expected(t, t->width);
		diags_add(t->d, t->file, t->line,
		    r->extra != 0 ? r->extra : r->col,
		    tr_n("%zu column; there must be %zu: %s",
			"%zu columns; there must be %zu: %s", r->n),
		    r->n, t->width, names);
		free(names);
	} else if (r->wide != 0) {
		diags_add(t->d, t->file, t->line, r->wide,
		    _("the field is longer than %d bytes"), LIMIT_CSV_FIELD);
	} else {
		t->fn(t->arg, t->line, r->fields);
	}
}

static void
take_line(struct table *t, const char *s, size_t len)
{
	struct row r = {0};

	if (len == 0 || *s == '#')
		return;
	if (!t->header)
		t->separator = memchr(s, ';', len) != NULL &&
				       memchr(s, ',', len) == NULL
				   ? ';'
				   : ',';
	if (!check_encoding(t, s, len) || !split(t, &r, s, len)) {
		t->stop = !t->header;
		return;
	}
	/* Excel quotes a comment that has a comma, and fills empty rows. */
	if (!r.filled || (r.fields[0].text != NULL && *r.fields[0].text == '#'))
		return;
	if (t->header)
		check_row(t, &r);
	else
		check_header(t, &r);
}

/* Past the byte order mark; NULL when the text cannot be a table. */
static const char *
begin(const struct table *t, const char *text, size_t len)
{
	if (len > LIMIT_CSV_FILE) {
		diags_add(t->d, t->file, 0, 0, _("more than %d bytes"),
		    LIMIT_CSV_FILE);
		return NULL;
	}
	if (len >= 2 && (memcmp(text, "\xff\xfe", 2) == 0 ||
			    memcmp(text, "\xfe\xff", 2) == 0)) {
		diags_add(t->d, t->file, 1, 1,
		    _("UTF-16: save the file as UTF-8 (Excel: \"CSV UTF-8\")"));
		return NULL;
	}
	return len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0 ? text + 3
								: text;
}

void
table_read(const char *file, const char *text, size_t len,
    const char *const *columns, size_t few, table_row_fn *fn, void *arg,
    struct diags *d)
{
	struct table t = {.file = file,
	    .columns = columns,
	    .few = few,
	    .fn = fn,
	    .arg = arg,
	    .d = d,
	    .separator = ','};
	const char *s = begin(&t, text, len), *end = text + len;

	while (columns[t.n_columns] != NULL)
		t.n_columns++;
	t.width = t.n_columns;
	while (s != NULL && s < end && !t.stop) {
		const char *eol = s;

		while (eol < end && *eol != '\n' && *eol != '\r')
			eol++;
		t.line++;
		take_line(&t, s, (size_t)(eol - s));
		if (end - eol > 1 && eol[0] == '\r' && eol[1] == '\n')
			eol++;
		s = eol < end ? eol + 1 : end;
	}
	if (s != NULL && !t.stop && !t.header)
		bad_header(&t, 0);
}
