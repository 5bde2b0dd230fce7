#include "base/embedded.h"
#include "web/web.h"

int
web_style(struct web *w, const struct http_request *q, struct http_response *r,
    struct err *e)
{
	const struct embedded *f = embedded_find("alertd/web/style.css");

	(void)w;
	(void)q;
	if (f == NULL)
		return err_set(e, "style.css is not built in");
	r->type = "text/css; charset=utf-8";
	r->kept = true; /* its path changes with it */
	buf_add(&r->body, f->data, f->len);
	return 0;
}
