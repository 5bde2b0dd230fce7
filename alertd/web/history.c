#include <stdlib.h>

#include "base/mem.h"
#include "base/str.h"
#include "store/history.h"
#include "web/page.h"
#include "web/past.h"
#include "web/web.h"
#include "web/wording.h"

#define ROWS 100 /* incidents on one page */
#define YEARS 100 /* years that are linked to */

/* All that is on the page, read once. */
struct year {
	int year;
	int64_t page; /* from 1 */
	int64_t n; /* incidents of the year */
	int64_t first, last; /* when the first and last of all were opened */
	struct pasts pasts;
};

static int64_t
begin_of(int year)
{
	return local_to_utc(year, 1, 1, 0, 0);
}

static int
year_read(struct web *w, struct year *y, struct err *e)
{
	int64_t from = begin_of(y->year), to = begin_of(y->year + 1);

	if (store_pasts_count(w->store, from, to, &y->n, e) == -1)
		return -1;
	return store_pasts(w->store, from, to, ROWS,
	    (size_t)(y->page - 1) * ROWS, &y->pasts, e);
}

static void
add_years(struct buf *b, const struct year *y)
{
	int first, last;

	if (y->first == TIME_NONE)
		return;
	first = civil_local(y->first).year;
	last = civil_local(y->last).year;
	if (last - first >= YEARS)
		first = last - YEARS + 1;
	buf_adds(b, "<nav aria-label=\"År\"><ul>\n");
	for (int i = last; i >= first; i--)
		page_add(b, "<li><a href=\"/historik/%d\"%s>%d</a></li>\n", i,
		    i == y->year ? " aria-current=page" : "", i);
	buf_adds(b, "</ul></nav>\n");
}

static void
add_span(struct buf *b, const char *label, int64_t seconds)
{
	page_add(b, "<td data-label=\"%s\">", label);
	page_span(b, seconds);
	buf_adds(b, "</td>");
}

static void
add_row(struct buf *b, const struct web *w, const struct past *p)
{
	struct incident i = {.id = p->id, .opened_at = p->opened_at};
	char *reference = incident_reference(&i, w->conf->notices.reference);

	page_add(b,
	    "<tr><th scope=\"row\"><a href=\"/sag/%lld\">%s%s</a></th>"
	    "<td class=\"text\" data-label=\"Titel\">%s</td>"
	    "<td data-label=\"Virkning\">%s%s%s</td>"
	    "<td data-label=\"Tilstand\">%s</td>"
	    "<td data-label=\"Begyndte\">",
	    (long long)p->id, wording_kind(p->kind), reference, p->title,
	    p->service, *p->service == '\0' ? "" : ": ",
	    wording_effect(p->effect), wording_state(p->state));
	page_when(b, past_began(p), w->now);
	buf_adds(b, "</td>");
	add_span(b, "Varede", past_duration(p, w->now));
	page_add(b, "<td class=\"number\" data-label=\"Beskeder\">%d</td>",
	    p->notices);
	buf_adds(b, "<td data-label=\"Tid til første\">");
	page_delay(b, past_delay(p));
	buf_adds(b, "</td>");
	add_span(b, "Længste tid mellem to beskeder", past_gap(p, w->now));
	buf_adds(b, "</tr>\n");
	free(reference);
}

static void
add_table(struct buf *b, const struct web *w, const struct year *y)
{
	buf_adds(b,
	    "<div class=\"wide\" tabindex=\"0\" role=\"group\" "
	    "aria-label=\"Sager\">\n<table class=\"stack\">\n<thead><tr>"
	    "<th scope=\"col\">Sag</th><th scope=\"col\">Titel</th>"
	    "<th scope=\"col\">Virkning</th>"
	    "<th scope=\"col\">Tilstand</th><th scope=\"col\">Begyndte</th>"
	    "<th scope=\"col\">Varede</th>"
	    "<th scope=\"col\" class=\"number\">Beskeder</th>"
	    "<th scope=\"col\">Tid til første</th>"
	    "<th scope=\"col\">Længste tid mellem to "
	    "beskeder</th></tr></thead>\n<tbody>\n");
	for (size_t i = 0; i < y->pasts.n; i++)
		add_row(b, w, &y->pasts.v[i]);
	buf_adds(b, "</tbody>\n</table>\n</div>\n");
}

static void
add_pages(struct buf *b, const struct year *y)
{
	int64_t pages = (y->n + ROWS - 1) / ROWS;

	if (pages < 2)
		return;
	page_add(b,
	    "<nav aria-label=\"Flere sager\">\n<p>Side %lld af %lld.</p>\n"
	    "<ul>\n",
	    (long long)y->page, (long long)pages);
	if (y->page > 1)
		page_add(b,
		    "<li><a rel=\"prev\" href=\"/historik/%d?side=%lld\">"
		    "Nyere</a></li>\n",
		    y->year, (long long)y->page - 1);
	if (y->page < pages)
		page_add(b,
		    "<li><a rel=\"next\" href=\"/historik/%d?side=%lld\">"
		    "Ældre</a></li>\n",
		    y->year, (long long)y->page + 1);
	buf_adds(b, "</ul></nav>\n");
}

static void
add_history(struct buf *b, const struct web *w, const struct year *y)
{
	char *title = xasprintf("Historik %d", y->year);

	page_begin(b, w->conf, title, PAGE_HISTORY);
	add_years(b, y);
	page_add(b, "<p>%lld %s.</p>\n", (long long)y->n,
	    y->n == 1 ? "sag" : "sager");
	if (y->pasts.n > 0)
		add_table(b, w, y);
	add_pages(b, y);
	page_end(b, w->conf);
	free(title);
}

/* The year and page that are asked for; by default the newest. */
static int
parse_asked(const struct web *w, const struct http_request *q, struct year *y)
{
	const char *side = http_field(&q->query, "side");
	int64_t n = civil_local(y->last == TIME_NONE ? w->now : y->last).year;

	if (*q->rest != '\0' && parse_int(q->rest, 1970, 9998, &n) == -1)
		return -1;
	y->year = (int)n;
	y->page = 1;
	return side == NULL ? 0 : parse_int(side, 1, 1000000, &y->page);
}

int
web_history(struct web *w, const struct http_request *q,
    struct http_response *r, struct err *e)
{
	struct year y = {0};
	int done = 0;

	if (store_pasts_span(w->store, &y.first, &y.last, e) == -1)
		return -1;
	if (parse_asked(w, q, &y) == -1) {
		r->status = 404;
		return 0;
	}
	done = year_read(w, &y, e);
	if (done == 0 && y.page > 1 && y.pasts.n == 0)
		r->status = 404;
	else if (done == 0)
		add_history(&r->body, w, &y);
	pasts_clear(&y.pasts);
	return done;
}
