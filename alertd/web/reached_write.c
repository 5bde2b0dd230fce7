#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/limits.h"
#include "base/mem.h"
#include "web/page.h"
#include "web/reached.h"

/* Of those who miss it, the worst first. */
static const enum map_state worst[] = {
    MAP_FAILED, MAP_UNKNOWN, MAP_NO_CONTACT, MAP_WAITING};

static void
add_link(
    struct buf *b, const struct reached *r, const char *view, const char *text)
{
	if (r->incident == 0)
		page_add(b, "<a href=\"/kommuner?vis=%s\">%s</a>", view, text);
	else
		page_add(b, "<a href=\"/kommuner/%lld?vis=%s\">%s</a>",
		    (long long)r->incident, view, text);
}

/* How far the count is. */
static void
add_when(struct buf *b, const struct reached *r, int64_t now)
{
	if (r->at == TIME_NONE) {
		page_add(b,
		    "<p class=\"box wait\">Kommunerne tælles stadig: %zu "
		    "indtil "
		    "nu. Genindlæs siden om et øjeblik.</p>\n",
		    r->next.n);
		return;
	}
	page_add(b, "<p>%zu kommuner, talt ", r->done.n);
	page_when(b, r->at, now);
	buf_adds(b, ". ");
	add_link(b, r, "alle", "Se alle kommuner");
	buf_adds(b, "</p>\n");
}

/* Most missing first, then the largest; all others are last. */
static int
compare(const void *x, const void *y)
{
	const struct reached_group *a = x, *b = y;

	if ((*a->name == '\0') != (*b->name == '\0'))
		return *a->name == '\0' ? 1 : -1;
	if (a->missing != b->missing)
		return a->missing > b->missing ? -1 : 1;
	if (a->n != b->n)
		return a->n > b->n ? -1 : 1;
	return strcmp(a->name, b->name);
}

static void
add_row(struct buf *b, const struct reached_group *g, bool notice)
{
	page_add(b,
	    "<tr><th scope=\"row\">%s</th>"
	    "<td class=\"number\" data-label=\"Kommuner\">%zu</td>"
	    "<td class=\"number\" data-label=\"%s\">%zu</td>"
	    "<td class=\"number\" data-label=\"Mangler\">%zu</td></tr>\n",
	    *g->name == '\0' ? "andre" : g->name, g->n,
	    notice ? "Fået besked" : "Kan nås", g->n - g->missing, g->missing);
}

static void
add_groups(struct buf *b, const struct reached_groups *g, const char *title,
    bool notice)
{
	struct reached_group *v = xcalloc(g->n + 1, sizeof(*v));

	if (g->n > 1) {
		memcpy(v, g->v, g->n * sizeof(*v));
		qsort(v, g->n, sizeof(*v), compare);
		page_add(b,
		    "<table class=\"stack groups\">\n<thead><tr>"
		    "<th scope=\"col\">%s</th>"
		    "<th scope=\"col\" class=\"number\">Kommuner</th>"
		    "<th scope=\"col\" class=\"number\">%s</th>"
		    "<th scope=\"col\" class=\"number\">Mangler</th>"
		    "</tr></thead>\n<tbody>\n",
		    title, notice ? "Fået besked" : "Kan nås");
		for (size_t i = 0; i < g->n; i++)
			add_row(b, &v[i], notice);
		buf_adds(b, "</tbody>\n</table>\n");
	}
	free(v);
}

static size_t
add_names(struct buf *b, const struct reached_sum *s)
{
	size_t n = 0;

	buf_adds(b, "<ul class=\"names\">\n");
	for (size_t k = 0; k < LENGTH(worst); k++) {
		const struct reaches *l = &s->first[worst[k]];

		for (size_t i = 0; i < l->n && n < LIMIT_NAMED; i++, n++)
			page_add(b, "<li>%s: %s</li>\n", l->v[i].name,
			    map_word(worst[k]));
	}
	buf_adds(b, "</ul>\n");
	return n;
}

static void
add_missing(struct buf *b, const struct reached *r, const struct reached_sum *s,
    bool notice)
{
	size_t n;

	if (s->missing == 0)
		return;
	page_add(b, "<h3>%s: %zu</h3>\n",
	    notice ? "Kommuner, der ikke har fået besked"
		   : "Kommuner, der ikke kan nås",
	    s->missing);
	n = add_names(b, s);
	if (n == s->missing)
		return;
	page_add(b, "<p>og %zu andre. ", s->missing - n);
	add_link(b, r, "mangler", "Se dem alle");
	buf_adds(b, "</p>\n");
}

static void
add_unanswered(
    struct buf *b, const struct reached *r, const struct reached_sum *s)
{
	if (s->unanswered == 0)
		return;
	page_add(b, "<p>Kommuner, der ikke har kvitteret: %zu af %zu. ",
	    s->unanswered, s->asked);
	add_link(b, r, "ukvitteret", "Se dem alle");
	buf_adds(b, "</p>\n");
}

void
reached_write(struct buf *b, const struct reached *r, int64_t now)
{
	const struct reached_sum *s = r->at == TIME_NONE ? &r->next : &r->done;
	bool notice = r->notice > 0;

	add_when(b, r, now);
	map_key(b, s->by, notice);
	add_missing(b, r, s, notice);
	if (notice)
		add_unanswered(b, r, s);
	add_groups(b, &s->regions, "Region", notice);
	add_groups(b, &s->vendors, "Leverandør", notice);
}
