#include <stdlib.h>

#include "base/mem.h"
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

static void
add_page(struct buf *b, const struct web *w, int64_t incident, int notice,
    const struct deliveries *l)
{
	char *title = xasprintf(
	    "Sag %lld: modtagere af besked %d", (long long)incident, notice);

	page_begin(b, w->conf, title, PAGE_ELSEWHERE);
	page_add(b,
	    "<p><a href=\"/sag/%lld#besked-%d\">Tilbage til sagen</a></p>\n"
	    "<p>%zu modtagere.</p>\n",
	    (long long)incident, notice, l->n);
	buf_adds(b, head);
	for (size_t i = 0; i < l->n; i++)
		add_row(b, &l->v[i], w->now);
	buf_adds(b, "</tbody>\n</table>\n</div>\n");
	page_end(b, w->conf);
	free(title);
}

int
recipients_show(struct web *w, int64_t incident, int notice,
    struct http_response *r, struct err *e)
{
	struct delivery_query q = {.incident = incident, .notice = notice};
	struct deliveries l = {0};
	int done = store_deliveries(w->store, &q, &l, e);

	if (done == 0 && l.n == 0)
		r->status = 404;
	else if (done == 0)
		add_page(&r->body, w, incident, notice, &l);
	deliveries_clear(&l);
	return done;
}
