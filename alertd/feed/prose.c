#include <string.h>
#include <strings.h>

#include "base/attr.h"
#include "base/limits.h"
#include "feed/field.h"
#include "feed/prose.h"

enum role {
	ROLE_NONE,
	ROLE_LINE,
	ROLE_PARAGRAPH,
	ROLE_LIST,
	ROLE_ITEM,
	ROLE_ROW,
	ROLE_CELL,
	ROLE_BREAK,
	ROLE_PRE,
	ROLE_SKIP
};

static const struct {
	const char *name;
	enum role role;
} roles[] = {
    {"article", ROLE_LINE},
    {"blockquote", ROLE_PARAGRAPH},
    {"br", ROLE_BREAK},
    {"dd", ROLE_LINE},
    {"div", ROLE_LINE},
    {"dl", ROLE_PARAGRAPH},
    {"dt", ROLE_LINE},
    {"footer", ROLE_LINE},
    {"h1", ROLE_PARAGRAPH},
    {"h2", ROLE_PARAGRAPH},
    {"h3", ROLE_PARAGRAPH},
    {"h4", ROLE_PARAGRAPH},
    {"h5", ROLE_PARAGRAPH},
    {"h6", ROLE_PARAGRAPH},
    {"head", ROLE_SKIP},
    {"header", ROLE_LINE},
    {"hr", ROLE_PARAGRAPH},
    {"iframe", ROLE_SKIP},
    {"li", ROLE_ITEM},
    {"ol", ROLE_LIST},
    {"p", ROLE_PARAGRAPH},
    {"pre", ROLE_PRE},
    {"script", ROLE_SKIP},
    {"section", ROLE_LINE},
    {"style", ROLE_SKIP},
    {"table", ROLE_PARAGRAPH},
    {"td", ROLE_CELL},
    {"template", ROLE_SKIP},
    {"th", ROLE_CELL},
    {"title", ROLE_SKIP},
    {"tr", ROLE_ROW},
    {"ul", ROLE_LIST},
};

static enum role
role_of(const char *tag)
{
	for (size_t i = 0; i < LENGTH(roles); i++)
		if (strcasecmp(tag, roles[i].name) == 0)
			return roles[i].role;
	return ROLE_NONE;
}

bool
prose_skips(const char *tag)
{
	return role_of(tag) == ROLE_SKIP;
}

void
prose_init(struct prose *p, bool lines)
{
	*p = (struct prose){.pre = lines ? 1 : 0};
	buf_init(&p->out, LIMIT_TEXT);
}

bool
prose_full(const struct prose *p)
{
	return buf_failed(&p->out);
}

/* At least so many line ends before the next word; none behind a mark. */
static void
need(struct prose *p, int breaks)
{
	if (p->fresh)
		return;
	if (p->out.len > 0 && p->breaks < breaks)
		p->breaks = breaks;
	p->space = false;
}

static void
word(struct prose *p, const char *s, size_t n)
{
	size_t room;

	if (p->breaks == 0 && p->space)
		buf_addc(&p->out, ' ');
	for (; p->breaks > 0; p->breaks--)
		buf_addc(&p->out, '\n');
	p->space = p->fresh = false;
	room = p->out.max - p->out.len;
	if (n <= room) {
		buf_add(&p->out, s, n);
		return;
	}
	/* The last word before the limit is cut rather than lost. */
	while (room > 0 && ((unsigned char)s[room] & 0xc0) == 0x80)
		room--;
	buf_add(&p->out, s, room);
	p->out.failed = true;
}

static bool
blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

void
prose_text(struct prose *p, const char *s, size_t n)
{
	size_t i = 0, from;

	while (i < n && !prose_full(p)) {
		for (from = i; i < n && !blank(s[i]);)
			i++;
		if (i > from)
			word(p, s + from, i - from);
		for (; i < n && blank(s[i]); i++) {
			if (s[i] == '\n' && p->pre > 0 && p->breaks < 2)
				p->breaks++;
			p->space = p->out.len > 0;
		}
	}
}

static bool *
open_item(struct prose *p)
{
	unsigned n = p->lists < PROSE_LISTS ? p->lists : PROSE_LISTS;

	return n == 0 ? NULL : &p->item[n - 1];
}

/* What goes on in an item of a list goes on in the item's paragraph. */
static int
distance(struct prose *p)
{
	const bool *item = open_item(p);

	return item != NULL && *item ? 1 : 2;
}

static void
start_item(struct prose *p)
{
	bool *item = open_item(p);

	p->fresh = false;
	need(p, 1);
	word(p, "-", 1);
	p->space = p->fresh = true;
	if (item != NULL)
		*item = true;
}

static void
start_cell(struct prose *p)
{
	if (p->cell && p->breaks == 0) {
		p->space = true;
		word(p, "|", 1);
		p->space = true;
	}
	p->cell = true;
}

void
prose_start(struct prose *p, const char *tag)
{
	enum role role = role_of(tag);

	if (role == ROLE_PARAGRAPH || role == ROLE_LIST || role == ROLE_PRE)
		need(p, distance(p));
	if (role == ROLE_LINE || role == ROLE_ROW)
		need(p, 1);
	if (role == ROLE_ROW)
		p->cell = false;
	if (role == ROLE_PRE)
		p->pre++;
	if (role == ROLE_ITEM)
		start_item(p);
	if (role == ROLE_CELL)
		start_cell(p);
	if (role == ROLE_LIST && p->lists++ < PROSE_LISTS)
		p->item[p->lists - 1] = false;
	if (role == ROLE_BREAK && !p->fresh) {
		if (p->out.len > 0 && p->breaks < 2)
			p->breaks++;
		p->space = false;
	}
}

void
prose_end(struct prose *p, const char *tag)
{
	enum role role = role_of(tag);
	bool *item = open_item(p);

	if (role == ROLE_LIST && p->lists > 0)
		p->lists--;
	if (role == ROLE_ITEM && item != NULL)
		*item = false;
	if (role == ROLE_PRE && p->pre > 0)
		p->pre--;
	if (role == ROLE_ITEM || role == ROLE_LIST)
		p->fresh = false;
	if (role == ROLE_PARAGRAPH || role == ROLE_LIST || role == ROLE_PRE)
		need(p, distance(p));
	else if (role == ROLE_LINE || role == ROLE_ITEM || role == ROLE_ROW)
		need(p, 1);
}

char *
prose_take(struct prose *p)
{
	char *text = field_text(buf_str(&p->out), p->out.len, LIMIT_TEXT);

	buf_clear(&p->out);
	return text;
}
