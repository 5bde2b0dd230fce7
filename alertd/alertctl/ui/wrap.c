#include <string.h>

#include "alertctl/ui/wrap.h"
#include "base/str.h"

size_t
text_width(const char *s)
{
	size_t n = 0;

	while (utf8_next(&s) != 0)
		n++;
	return n;
}

size_t
text_fits(const char *s, size_t width)
{
	const char *p = s, *blank = NULL;

	for (size_t n = 0; *p != '\0' && n < width; n++) {
		if (*p == ' ')
			blank = p;
		utf8_next(&p);
	}
	if (*p == '\0' || *p == ' ' || blank == NULL)
		return (size_t)(p - s);
	return (size_t)(blank - s);
}

void
wrap_pad(FILE *out, size_t at, size_t column)
{
	for (; at < column; at++)
		putc(' ', out);
}

/* Letters of the first n bytes of s. */
static size_t
width_of(const char *s, size_t n)
{
	size_t width = 0;

	for (size_t i = 0; i < n; i++)
		width += ((unsigned char)s[i] & 0xc0) != 0x80;
	return width;
}

void
wrap_print(FILE *out, const char *text, size_t at, size_t indent)
{
	size_t column = at;
	bool first = true; /* word of its line */

	while (*text != '\0') {
		size_t n = strcspn(text, " \n"), width = width_of(text, n);

		if (!first && column + 1 + width > WRAP_COLUMNS) {
			putc('\n', out);
			wrap_pad(out, 0, column = indent);
			first = true;
		}
		if (!first)
			putc(' ', out), column++;
		fwrite(text, 1, n, out);
		column += width;
		first = false;
		text += n;
		if (*text == '\n') {
			putc('\n', out);
			wrap_pad(out, 0, column = indent);
			first = true;
		}
		text += *text != '\0';
	}
	putc('\n', out);
}
