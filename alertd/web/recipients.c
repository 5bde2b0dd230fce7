#include <stdlib.h>

#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "store/messages.h"
#include "web/page.h"
#include "web/recipients.h"
#include "web/wording.h"

static const char head[] =
    "<div class=\"wide\" tabindex=\"0\" role=\"group\" "
    "aria-label=\"Modtagere\">\n<table class=\"stack\">\n<thead><tr>"
    "<th scope=\"col\">Hvem</th><th scope=\"col\">Kontakt</th>"
    "<th scope=\"col\">Adresse</th><th scope=\"col\">Tilstand</th>"
    "<th scope=\"col\">Hvornår</th><th scope=\"col\">Svar</th>"
    "</tr></thead>\n<tbody>\n";

static void
add_row(struct buf *b, const struct delivery *d, int64_t now)
{
	page_add(b,
	    "<tr><th scope=\"row\">%s</th>"
	    "<td class=\"text\" data-label=\"Kontakt\">%s</td>"
	    "<td data-label=\"Adresse\">%s: %s</td>"
	    "<td data-label=\"Tilstand\">%s</td>"
	    "<td data-label=\"Hvornår\">",
	    d->org_name, d->name, wording_channel(d->channel),
	    wording_address(d->address), wording_delivery(d->state));
	page_when(b, d->done, now);
	page_add(b,
	    "</td><td class=\"text\" lang=\"en\" "
	    "data-label=\"Svar\">%s</td></tr>\n",
	    d->answer);
}

/* Everything on one page, unless there is too much for that. */
struct listed {
	int64_t incident;
	int notice;
	bool parts; /* a page after another */
	bool all; /* else those alone who have not got it */
	int64_t after; /* the last id of the page before */
	struct deliveries l;
	size_t looked;
	bool more; /* behind the last that was looked at */
	int64_t last;
};

static bool
is_shown(const struct listed *p, const struct delivery *d)
{
	return p->all || (d->state != DELIVERY_ACCEPTED &&
			     d->state != DELIVERY_DELIVERED &&
			     d->state != DELIVERY_SUPERSEDED);
}

/* The next of them; takes from l what is shown, as long as there is room. */
static void
take(struct listed *p, struct deliveries *l)
{
	p->more = l->n == LIMIT_WEB_LISTED;
	for (size_t i = 0; i < l->n; i++) {
		if (p->l.n == LIMIT_WEB_LISTED) {
			p->more = true;
			return;
		}
		p->looked++;
		p->last = l->v[i].id;
		if (!is_shown(p, &l->v[i]))
			continue;
		p->l.v = xreallocarray(p->l.v, p->l.n + 1, sizeof(*p->l.v));
		p->l.v[p->l.n++] = l->v[i];
		l->v[i] = (struct delivery){0};
	}
}

static int
listed_read(struct web *w, struct listed *p, struct err *e)
{
	struct delivery_query q = {
	    .incident = p->incident, .notice = p->notice};
	int r = 0;

	if (!p->parts)
		return store_deliveries(w->store, &q, &p->l, e);
	q.first = true;
	q.limit = LIMIT_WEB_LISTED;
	p->last = p->after;
	do {
		struct deliveries l = {0};

		q.after = p->last;
		r = store_deliveries(w->store, &q, &l, e);
		if (r == 0)
			take(p, &l);
		deliveries_clear(&l);
	} while (r == 0 && p->more && p->l.n < LIMIT_WEB_LISTED &&
		 p->looked < LIMIT_WEB_COUNTED);
	return r;
}

static void
add_view(struct buf *b, const struct listed *p, bool all, const char *text)
{
	page_add(b,
	    "<li><a href=\"/sag/%lld/besked/%d?vis=%s\"%s>%s</a></li>\n",
	    (long long)p->incident, p->notice, all ? "alle" : "mangler",
	    all == p->all ? " aria-current=page" : "", text);
}

static void
add_count(struct buf *b, const struct listed *p)
{
	if (!p->parts) {
		page_add(b, "<p>%zu modtagere.</p>\n", p->l.n);
		return;
	}
	page_add(b,
	    "<p>Mere end %d modtagere.</p>\n"
	    "<nav aria-label=\"Hvilke modtagere\"><ul>\n",
	    LIMIT_WEB_LISTED);
	add_view(b, p, false, "Dem, der ikke har fået den");
	add_view(b, p, true, "Alle");
	buf_adds(b, "</ul></nav>\n");
}

static void
add_more(struct buf *b, const struct listed *p)
{
	if (p->parts && p->l.n == 0 && !p->more)
		buf_adds(b,
		    p->after == 0 ? "<p>Ingen.</p>\n" : "<p>Ikke flere.</p>\n");
	if (p->more)
		page_add(b,
		    "<nav aria-label=\"Flere modtagere\">\n<p>Set på %zu "
		    "modtagere. Der er flere.</p>\n<ul>\n<li>"
		    "<a rel=\"next\" href=\"/sag/%lld/besked/%d?vis=%s&amp;"
		    "efter=%lld\">De næste</a></li>\n</ul></nav>\n",
		    p->looked, (long long)p->incident, p->notice,
		    p->all ? "alle" : "mangler", (long long)p->last);
}

static void
add_page(struct buf *b, const struct web *w, const struct listed *p)
{
	char *title = xasprintf("Sag %lld: modtagere af besked %d",
	    (long long)p->incident, p->notice);

	page_begin(b, w->conf, title, PAGE_ELSEWHERE);
	page_add(b,
	    "<p><a href=\"/sag/%lld#besked-%d\">Tilbage til sagen</a></p>\n",
	    (long long)p->incident, p->notice);
	add_count(b, p);
	if (p->l.n > 0) {
		buf_adds(b, head);
		for (size_t i = 0; i < p->l.n; i++)
			add_row(b, &p->l.v[i], w->now);
		buf_adds(b, "</tbody>\n</table>\n</div>\n");
	}
	add_more(b, p);
	page_end(b, w->conf);
	free(title);
}

/* 0, or -1 when what is asked for is no page. */
static int
parse_asked(const struct http_request *q, struct listed *p)
{
	const char *view = http_field(&q->query, "vis");
	const char *after = http_field(&q->query, "efter");

	p->all = view != NULL && str_eq(view, "alle");
	if (view != NULL && !p->all && !str_eq(view, "mangler"))
		return -1;
	return after == NULL ? 0 : parse_int(after, 1, INT64_MAX, &p->after);
}

int
recipients_show(struct web *w, const struct http_request *q, int64_t incident,
    int notice, struct http_response *r, struct err *e)
{
	struct listed p = {.incident = incident, .notice = notice};
	int done = 0;

	if (parse_asked(q, &p) == -1) {
		r->status = 404;
		return 0;
	}
	if (store_recipients_over(w->store, incident, notice, LIMIT_WEB_LISTED,
		&p.parts, e) == -1 ||
	    listed_read(w, &p, e) == -1)
		done = -1;
	else if (!p.parts && p.l.n == 0)
		r->status = 404;
	else
		add_page(&r->body, w, &p);
	deliveries_clear(&p.l);
	return done;
}
