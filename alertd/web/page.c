#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/embedded.h"
#include "base/hash.h"
#include "base/mem.h"
#include "base/str.h"
#include "notice/danish.h"
#include "web/mask.h"
#include "web/page.h"

static const struct {
	char c;
	const char *as;
} escapes[] = {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'"', "&quot;"},
    {'\'', "&#39;"}};

static const char *
escape(uint32_t c)
{
	for (size_t i = 0; i < LENGTH(escapes); i++)
		if (c == (unsigned char)escapes[i].c)
			return escapes[i].as;
	return NULL;
}

/* Not to be shown: controls, and what makes text read in another order. */
static bool
hidden(uint32_t c)
{
	return (c < ' ' && c != '\n' && c != '\t') || (c >= 0x7f && c < 0xa0) ||
	       (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) ||
	       c == 0x2028 || c == 0x2029 || (c & 0xfffe) == 0xfffe;
}

void
page_text(struct buf *b, const char *s)
{
	size_t left = s == NULL ? 0 : strlen(s), n;
	uint32_t c;

	for (; (n = utf8_step(s, left, &c)) > 0; s += n, left -= n) {
		const char *as = escape(c);

		if (as != NULL)
			buf_adds(b, as);
		else if (c == 0xfffd)
			buf_adds(b, "\xef\xbf\xbd");
		else if (!hidden(c))
			buf_add(b, s, n);
	}
}

/* One argument of page_add(); returns the length of what asks for it. */
static size_t
add_argument(struct buf *b, const char *fmt, va_list *ap)
{
	if (str_starts(fmt, "%s")) {
		page_text(b, va_arg(*ap, const char *));
		return 2;
	}
	if (str_starts(fmt, "%d")) {
		buf_addf(b, "%d", va_arg(*ap, int));
		return 2;
	}
	if (str_starts(fmt, "%zu")) {
		buf_addf(b, "%zu", va_arg(*ap, size_t));
		return 3;
	}
	if (str_starts(fmt, "%lld")) {
		buf_addf(b, "%lld", va_arg(*ap, long long));
		return 4;
	}
	assert(str_starts(fmt, "%%"));
	buf_addc(b, '%');
	return 2;
}

void
page_add(struct buf *b, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	while (*fmt != '\0') {
		size_t n = strcspn(fmt, "%");

		buf_add(b, fmt, n);
		fmt += n;
		if (*fmt == '%')
			fmt += add_argument(b, fmt, &ap);
	}
	va_end(ap);
}

const char *
page_style_path(void)
{
	static char path[sizeof("/style.css?") + HASH_SIZE];
	const struct embedded *f = embedded_find("alertd/web/style.css");
	char hash[HASH_SIZE];

	assert(f != NULL);
	if (*path == '\0')
		snprintf(path, sizeof(path), "/style.css?%.12s",
		    sha256_hex(f->data, f->len, hash));
	return path;
}

static const struct {
	enum page_place place;
	const char *path, *name;
} places[] = {
    {PAGE_FRONT, "/", "Forside"}, {PAGE_HISTORY, "/historik", "Historik"}};

static void
add_nav(struct buf *b, enum page_place here)
{
	buf_adds(b, "<nav aria-label=\"Sider\"><ul>\n");
	for (size_t i = 0; i < LENGTH(places); i++)
		page_add(b, "<li><a href=\"%s\"%s>%s</a></li>\n",
		    places[i].path,
		    places[i].place == here ? " aria-current=page" : "",
		    places[i].name);
	buf_adds(b, "</ul></nav>\n");
}

void
page_begin(struct buf *b, const struct config *conf, const char *title,
    enum page_place place)
{
	page_add(b,
	    "<!DOCTYPE html>\n<html lang=\"da\">\n<head>\n"
	    "<meta charset=\"utf-8\">\n"
	    "<meta name=\"viewport\" content=\"width=device-width, "
	    "initial-scale=1\">\n"
	    "<meta name=\"color-scheme\" content=\"light dark\">\n"
	    "<title>%s – %s</title>\n"
	    "<link rel=\"stylesheet\" href=\"%s\">\n</head>\n<body>\n"
	    "<a class=\"skip\" href=\"#indhold\">Gå til indholdet</a>\n"
	    "<header>\n<p class=\"site\">%s</p>\n",
	    title, conf->notices.signature, page_style_path(),
	    conf->notices.signature);
	add_nav(b, place);
	page_add(b,
	    "</header>\n<main id=\"indhold\" tabindex=\"-1\">\n<h1>%s</h1>\n",
	    title);
}

void
page_end(struct buf *b, const struct config *conf)
{
	buf_adds(b, "</main>\n");
	if (*conf->notices.contact != '\0')
		page_add(b, "<footer><p>Kontakt: %s</p></footer>\n",
		    conf->notices.contact);
	buf_adds(b, "</body>\n</html>\n");
}

void
page_when(struct buf *b, int64_t t, int64_t now)
{
	char machine[RFC3339_SIZE], *said;

	if (t == TIME_NONE) {
		buf_adds(b, "–");
		return;
	}
	said = say_when(t, now, "da");
	page_add(b, "<time datetime=\"%s\">%s</time>",
	    format_rfc3339(t, machine), said);
	free(said);
}

void
page_period(struct buf *b, int64_t from, int64_t to, int64_t now)
{
	if (from == TIME_NONE && to == TIME_NONE)
		buf_adds(b, "–");
	if (from != TIME_NONE) {
		buf_adds(b, "fra ");
		page_when(b, from, now);
	}
	if (to != TIME_NONE) {
		buf_adds(b, from == TIME_NONE ? "til " : " til ");
		page_when(b, to, from == TIME_NONE ? now : from);
	}
}

void
page_span(struct buf *b, int64_t seconds)
{
	char *said = seconds < 0 ? xstrdup("–") : say_duration(seconds, "da");

	page_text(b, said);
	free(said);
}

void
page_delay(struct buf *b, int64_t seconds)
{
	if (seconds >= 0 && seconds < 60)
		buf_adds(b, "straks");
	else
		page_span(b, seconds);
}

void
page_note(struct buf *b, const char *s, bool known)
{
	char *shown = known ? xstrdup(s) : mask_addresses(s);

	if (*shown != '\0')
		page_add(b,
		    "<p class=\"note\">alertds egen note: "
		    "<span lang=\"en\">%s</span></p>\n",
		    shown);
	free(shown);
}

void
page_message(struct http_response *r, const struct config *conf, int status,
    const char *title, const char *text)
{
	r->status = status;
	r->type = "text/html; charset=utf-8";
	buf_reset(&r->body);
	page_begin(&r->body, conf, title, PAGE_ELSEWHERE);
	page_add(&r->body, "<p>%s</p>\n", text);
	page_end(&r->body, conf);
}
