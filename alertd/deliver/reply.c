#include <stdbool.h>

#include "base/attr.h"
#include "deliver/reply.h"

static bool
is_code(const struct reply *r, char c)
{
	if (r->line > 0)
		return c == r->code[r->column];
	return c >= (r->column == 0 ? '2' : '0') &&
	       c <= (r->column == 0 ? '5' : '9');
}

static bool
is_right(const struct reply *r, char c)
{
	if (r->column >= REPLY_LINE || r->len >= REPLY_MOST)
		return false;
	if (r->column < LENGTH(r->code))
		return is_code(r, c);
	if (r->column == LENGTH(r->code))
		return c == ' ' || c == '-';
	return c != '\0';
}

static enum reply_is
line_end(struct reply *r)
{
	if (r->mark == ' ')
		return REPLY_WHOLE;
	r->line++;
	r->column = 0;
	return REPLY_OPEN;
}

enum reply_is
reply_byte(struct reply *r, char c)
{
	if (!is_right(r, c))
		return REPLY_NONE;
	if (r->column < LENGTH(r->code))
		r->code[r->column] = c;
	else if (r->column == LENGTH(r->code))
		r->mark = c;
	r->column++;
	r->len++;
	return c == '\n' ? line_end(r) : REPLY_OPEN;
}
