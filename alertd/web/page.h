/*
 * page.h: writing HTML. Whatever is not written in the program itself goes in
 * as an argument, and is escaped: text cannot become markup.
 */
#ifndef WEB_PAGE_H
#define WEB_PAGE_H

#include "base/attr.h"
#include "base/buf.h"
#include "base/clock.h"
#include "conf/config.h"
#include "web/request.h"

/*
 * Text, escaped for an element and for an attribute in double quotes.
 * Invalid UTF-8 is U+FFFD; control characters, and those that turn the
 * direction of what follows, are left out. NULL is "".
 */
void page_text(struct buf *b, const char *s);
/*
 * Markup with arguments: %s as by page_text(), %d int, %zu size_t, %lld
 * long long, and no other.
 */
void page_add(struct buf *b, const char *fmt, ...) ATTR_PRINTF(2, 3);

/* Where a page is, for the navigation. */
enum page_place { PAGE_FRONT, PAGE_HISTORY, PAGE_ELSEWHERE };

/*
 * The head of a page, and its begin up to <main> and its <h1>. The title is
 * that of the window too. End it with page_end().
 */
void page_begin(struct buf *b, const struct config *conf, const char *title,
    enum page_place place);
void page_end(struct buf *b, const struct config *conf);

/* <time> of t as people say it at now; "–" for TIME_NONE. */
void page_when(struct buf *b, int64_t t, int64_t now);
/* "fra kl. 22 til kl. 23"; what is not known is left out, or "–". */
void page_period(struct buf *b, int64_t from, int64_t to, int64_t now);
/* "2 timer og 10 minutter"; "–" for less than nothing. */
void page_span(struct buf *b, int64_t seconds);

/*
 * A sentence of alertd's own log, which is English; nothing for "". known:
 * with addresses.
 */
void page_note(struct buf *b, const char *s, bool known);
/* How long something took until it was done: "straks" below a minute. */
void page_delay(struct buf *b, int64_t seconds);

/* A whole page that says one thing, with the status. */
void page_message(struct http_response *r, const struct config *conf,
    int status, const char *title, const char *text);

/* "/style.css?…": where the style is, by what is in it. Borrowed. */
const char *page_style_path(void);

#endif
