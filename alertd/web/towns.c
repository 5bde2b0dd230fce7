/* The municipalities one by one, a page after another. */
#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "web/map.h"
#include "web/page.h"
#include "web/web.h"
#include "web/wording.h"

#define STEP 256 /* looked at at once */

enum view { MISSING, UNANSWERED, ALL };

static const struct {
	const char *word; /* of vis= */
	const char *title[2]; /* when nothing was sent, and when it was */
} views[] = {
    [MISSING] = {"mangler",
	{"Kommuner, der ikke kan nås", "Kommuner, der ikke har fået besked"}},
    [UNANSWERED] = {"ukvitteret", {"Kommuner, der ikke har kvitteret",
				      "Kommuner, der ikke har kvitteret"}},
    [ALL] = {"alle", {"Alle kommuner", "Alle kommuner"}},
};

/* All that is on the page, read once. */
struct towns {
	struct incident i; /* id 0: none, who can be reached */
	bool notice;
	enum view view;
	const char *after; /* the last code of the page before */
	struct reaches shown;
	size_t looked;
	char *last; /* code that was looked at; NULL: there are no more */
};

static bool
is_shown(const struct towns *t, const struct reach *r)
{
	switch (t->view) {
	case MISSING:
		return map_missing(map_state(r, t->notice));
	case UNANSWERED:
		return r->asked && !r->receipted;
	case ALL:
		break;
	}
	return true;
}

/* Up to the first that there is no room for; whether there is room. */
static bool
take(struct towns *t, struct reaches *l)
{
	for (size_t i = 0; i < l->n; i++) {
		if (t->shown.n == LIMIT_WEB_LISTED)
			return false;
		t->looked++;
		xreplace(&t->last, l->v[i].code);
		if (!is_shown(t, &l->v[i]))
			continue;
		t->shown.v = xreallocarray(
		    t->shown.v, t->shown.n + 1, sizeof(*t->shown.v));
		t->shown.v[t->shown.n++] = l->v[i];
		l->v[i] = (struct reach){0};
	}
	return true;
}

static int
towns_read(struct web *w, struct towns *t, struct err *e)
{
	bool room = true, more = true;
	int r = 0;

	while (r == 0 && room && more && t->looked < LIMIT_WEB_COUNTED) {
		struct reaches l = {0};

		r = store_reach_after(w->store, t->notice ? t->i.id : 0, 0,
		    t->last != NULL ? t->last : t->after, STEP, &l, e);
		more = l.n == STEP;
		if (r == 0)
			room = take(t, &l);
		reaches_clear(&l);
	}
	if (room && !more)
		xreplace(&t->last, NULL);
	return r;
}

static void
add_row(struct buf *b, const struct towns *t, const struct reach *r)
{
	page_add(b,
	    "<tr><th scope=\"row\">%s</th>"
	    "<td class=\"text\" data-label=\"Region\">%s</td>"
	    "<td class=\"text\" data-label=\"Leverandør\">%s</td>"
	    "<td data-label=\"Tilstand\">%s</td>"
	    "<td data-label=\"Kvittering\">%s</td></tr>\n",
	    r->name, r->region, r->vendor, map_word(map_state(r, t->notice)),
	    r->receipted ? "har kvitteret"
	    : r->asked	 ? "er spurgt"
			 : "–");
}

static void
add_table(struct buf *b, const struct towns *t)
{
	buf_adds(b, "<div class=\"wide\" tabindex=\"0\" role=\"group\" "
		    "aria-label=\"Kommuner\">\n<table class=\"stack\">\n"
		    "<thead><tr><th scope=\"col\">Kommune</th>"
		    "<th scope=\"col\">Region</th>"
		    "<th scope=\"col\">Leverandør</th>"
		    "<th scope=\"col\">Tilstand</th>"
		    "<th scope=\"col\">Kvittering</th></tr></thead>\n"
		    "<tbody>\n");
	for (size_t i = 0; i < t->shown.n; i++)
		add_row(b, t, &t->shown.v[i]);
	buf_adds(b, "</tbody>\n</table>\n</div>\n");
}

/* What may stand in a query as it is. */
static void
add_quoted(struct buf *b, const char *s)
{
	static const char kept[] = "abcdefghijklmnopqrstuvwxyz"
				   "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";

	for (; *s != '\0'; s++)
		if (strchr(kept, *s) != NULL)
			buf_addc(b, *s);
		else
			buf_addf(b, "%%%02X", (unsigned)(unsigned char)*s);
}

static void
add_path(struct buf *b, const struct towns *t, enum view v)
{
	buf_adds(b, "/kommuner");
	if (t->i.id != 0)
		buf_addf(b, "/%lld", (long long)t->i.id);
	buf_addf(b, "?vis=%s", views[v].word);
}

static void
add_views(struct buf *b, const struct towns *t)
{
	buf_adds(b, "<nav aria-label=\"Hvilke kommuner\"><ul>\n");
	for (size_t v = 0; v < LENGTH(views); v++) {
		if (v == UNANSWERED && !t->notice)
			continue;
		buf_adds(b, "<li><a href=\"");
		add_path(b, t, (enum view)v);
		page_add(b, "\"%s>%s</a></li>\n",
		    v == t->view ? " aria-current=page" : "",
		    views[v].title[t->notice]);
	}
	buf_adds(b, "</ul></nav>\n");
}

static void
add_more(struct buf *b, const struct towns *t)
{
	if (t->last == NULL)
		return;
	page_add(b,
	    "<nav aria-label=\"Flere kommuner\">\n<p>Set på %zu kommuner. Der "
	    "er flere.</p>\n<ul>\n<li><a rel=\"next\" href=\"",
	    t->looked);
	add_path(b, t, t->view);
	buf_adds(b, "&amp;efter=");
	add_quoted(b, t->last);
	buf_adds(b, "\">De næste</a></li>\n</ul></nav>\n");
}

static void
add_towns(struct buf *b, const struct web *w, const struct towns *t)
{
	char *reference = incident_reference(&t->i, w->conf->notices.reference);

	page_begin(b, w->conf, views[t->view].title[t->notice], PAGE_ELSEWHERE);
	if (t->i.id != 0)
		page_add(b, "<p><a href=\"/sag/%lld\">%s%s: %s</a></p>\n",
		    (long long)t->i.id, wording_kind(t->i.kind), reference,
		    t->i.title);
	add_views(b, t);
	if (t->shown.n > 0)
		add_table(b, t);
	else if (t->last == NULL)
		buf_adds(b, *t->after == '\0' ? "<p>Ingen.</p>\n"
					      : "<p>Ikke flere.</p>\n");
	add_more(b, t);
	page_end(b, w->conf);
	free(reference);
}

static int
parse_view(const char *word, enum view *out)
{
	for (size_t v = 0; v < LENGTH(views); v++)
		if (str_eq(views[v].word, word)) {
			*out = (enum view)v;
			return 0;
		}
	return -1;
}

/* The incident, and which of them; 0, 404, or -1. */
static int
parse_asked(
    struct web *w, const struct http_request *q, struct towns *t, struct err *e)
{
	const char *view = http_field(&q->query, "vis");
	const char *after = http_field(&q->query, "efter");
	int64_t id;
	int r;

	t->after = after == NULL ? "" : after;
	if (view != NULL && parse_view(view, &t->view) == -1)
		return 404;
	if (*q->rest == '\0')
		return 0;
	if (parse_int(q->rest, 1, INT64_MAX, &id) == -1)
		return 404;
	r = store_incident_get(w->store, id, &t->i, e);
	t->notice = t->i.notices > 0;
	return r == 0 ? 404 : r == 1 ? 0 : -1;
}

int
web_towns(struct web *w, const struct http_request *q, struct http_response *r,
    struct err *e)
{
	struct towns t = {.view = MISSING};
	int done = parse_asked(w, q, &t, e);

	if (done == 404)
		r->status = 404;
	else if (done == 0 && (done = towns_read(w, &t, e)) == 0)
		add_towns(&r->body, w, &t);
	incident_clear(&t.i);
	reaches_clear(&t.shown);
	free(t.last);
	return done == -1 ? -1 : 0;
}
