#include "web/page.h"
#include "web/web.h"

int
web_front(struct web *w, const struct http_request *q, struct http_response *r,
    struct err *e)
{
	(void)q;
	(void)e;
	page_begin(&r->body, w->conf, "Driftsstatus", PAGE_FRONT);
	page_end(&r->body, w->conf);
	return 0;
}
int
web_incident(struct web *w, const struct http_request *q,
    struct http_response *r, struct err *e)
{
	return web_front(w, q, r, e);
}
int
web_history(struct web *w, const struct http_request *q,
    struct http_response *r, struct err *e)
{
	return web_front(w, q, r, e);
}
