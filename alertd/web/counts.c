#include "base/attr.h"
#include "web/counts.h"
#include "web/page.h"
#include "web/wording.h"

#define STATES LENGTH(((struct outbox_counts *)0)->n[0])

static bool
used(const struct outbox_counts *n, size_t state)
{
	return n->n[CHANNEL_MAIL][state] + n->n[CHANNEL_SMS][state] > 0;
}

static void
add_row(struct buf *b, const struct outbox_counts *n, enum channel c)
{
	page_add(b, "<tr><th scope=\"row\">%s</th>", wording_channel(c));
	for (size_t i = 0; i < STATES; i++)
		if (used(n, i))
			page_add(b,
			    "<td class=\"number\" data-label=\"%s\">%lld</td>",
			    wording_delivery((enum delivery_state)i),
			    (long long)n->n[c][i]);
	buf_adds(b, "</tr>\n");
}

void
counts_add(struct buf *b, const struct outbox_counts *n, const char *caption)
{
	size_t columns = 0;

	for (size_t i = 0; i < STATES; i++)
		columns += used(n, i);
	if (columns == 0) {
		page_add(b, "<p>%s: ingen.</p>\n", caption);
		return;
	}
	page_add(b,
	    "<p>%s:</p>\n<table class=\"counts\">\n<thead><tr>"
	    "<th scope=\"col\">Kanal</th>",
	    caption);
	for (size_t i = 0; i < STATES; i++)
		if (used(n, i))
			page_add(b,
			    "<th scope=\"col\" class=\"number\">%s</th>",
			    wording_delivery((enum delivery_state)i));
	buf_adds(b, "</tr></thead>\n<tbody>\n");
	add_row(b, n, CHANNEL_MAIL);
	add_row(b, n, CHANNEL_SMS);
	buf_adds(b, "</tbody>\n</table>\n");
}
