/*
 * page.h: a manual page of man/ as text, for the tests that hold the pages
 * against the tables in the code. A test collects complaints, so that all of
 * them are seen at once, and fails at its end.
 */
#ifndef TESTS_UNIT_PAGE_H
#define TESTS_UNIT_PAGE_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/attr.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/str.h"

#define PAGE_MAX (512 * 1024)

/* What was found wrong in one test, all of it, before it fails. */
static size_t complaints;

ATTR_PRINTF(2, 3)
static inline void
page_complain(const char *page, const char *fmt, ...)
{
	va_list ap;

	fprintf(stderr, "man/%s: ", page);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
	complaints++;
}

static inline int
page_setup(void **state)
{
	(void)state;
	complaints = 0;
	return 0;
}

/* The page, with the escapes that examples need taken off; free(). */
static inline char *
page_read(const char *name)
{
	char *path = xasprintf("man/%s", name), *text, *out;
	struct err e;

	if (file_read(path, PAGE_MAX, &text, NULL, &e) == -1)
		fail_msg("%s", e.msg);
	free(path);
	out = text;
	for (const char *p = text; *p != '\0';) {
		if (strncmp(p, "\\(dq", 4) == 0) {
			*out++ = '"';
			p += 4;
		} else if (p[0] == '\\' && (p[1] == '&' || p[1] == 'e')) {
			if (p[1] == 'e')
				*out++ = '\\';
			p += 2;
		} else {
			*out++ = *p++;
		}
	}
	*out = '\0';
	return text;
}

/* The page from the line .Sh title to the next .Sh; free(). */
static inline char *
page_section(const char *page, const char *text, const char *title)
{
	char *head = xasprintf("\n.Sh %s\n", title);
	const char *at = strstr(text, head), *end;

	if (at == NULL)
		fail_msg("man/%s: no section %s", page, title);
	at += strlen(head);
	free(head);
	end = strstr(at, "\n.Sh ");
	return end == NULL ? xstrdup(at) : xstrndup(at, (size_t)(end - at) + 1);
}

static inline const char *
next_line(const char *line)
{
	const char *end = strchr(line, '\n');

	return end == NULL ? line + strlen(line) : end + 1;
}

/* Where the entry that begins behind its .It line ends. */
static inline const char *
page_entry_end(const char *line)
{
	int depth = 0;

	for (; *line != '\0'; line = next_line(line)) {
		if (str_starts(line, ".Sh ") || str_starts(line, ".Ss "))
			break;
		if (depth == 0 &&
		    (str_starts(line, ".It") || str_starts(line, ".El")))
			break;
		depth += str_starts(line, ".Bl");
		depth -= str_starts(line, ".El");
	}
	return line;
}

/*
 * The entry that begins with the line ".It tag", which may go on behind a
 * space; NULL when there is none. Release with free().
 */
static inline char *
page_entry(const char *text, const char *tag)
{
	char *head = xasprintf(".It %s", tag);
	size_t n = strlen(head);
	const char *line = text;
	char *found = NULL;

	for (; *line != '\0' && found == NULL; line = next_line(line))
		if (str_starts(line, head) &&
		    (line[n] == '\n' || line[n] == ' '))
			found = xstrndup(line,
			    (size_t)(page_entry_end(next_line(line)) - line));
	free(head);
	return found;
}

/* What stands behind ".It MACRO " on each such line; added to *out. */
static inline void
page_tags(struct strv *out, const char *text, const char *macro)
{
	char *head = xasprintf(".It %s ", macro);

	for (; *text != '\0'; text = next_line(text))
		if (str_starts(text, head))
			strv_take(out, xstrndup(text + strlen(head),
					   strcspn(text + strlen(head), "\n")));
	free(head);
}

/* The next literal block from *at on; NULL when there is none; free(). */
static inline char *
page_block(const char **at)
{
	const char *from = *at, *end;

	while (*from != '\0' && !str_starts(from, ".Bd -literal"))
		from = next_line(from);
	if (*from == '\0')
		return NULL;
	from = next_line(from);
	end = strstr(from, "\n.Ed");
	assert_non_null(end);
	*at = next_line(end + 1);
	return xstrndup(from, (size_t)(end - from) + 1);
}

/* "poll" of "feeds[].poll". */
static inline const char *
last_name(const char *path)
{
	const char *dot = strrchr(path, '.');

	return dot == NULL ? path : dot + 1;
}

static inline void
page_expect(
    const char *page, const char *what, const char *block, const char *part)
{
	if (strstr(block, part) == NULL)
		page_complain(page, "%s: it does not say \"%s\"", what, part);
}

/* Takes ownership of part, which may be NULL. */
static inline void
page_expect_taken(
    const char *page, const char *what, const char *block, char *part)
{
	if (part != NULL)
		page_expect(page, what, block, part);
	free(part);
}

#endif
