#include <stdlib.h>

#include "base/mem.h"
#include "notice/alarm.h"
#include "web/alarms.h"
#include "web/mask.h"
#include "web/page.h"

static char *
sentence(struct web *w, const struct call *k)
{
	struct alarm a = {.about = k->about, .detail = k->detail};

	return alarm_parse(k->alarm, &a.kind) == 0
		   ? core_headline(w->core, NULL, &a, w->now)
		   : xstrdup(k->alarm);
}

static void
add_shown(struct buf *b, const char *s, bool known)
{
	char *masked = known ? NULL : mask_addresses(s);

	page_text(b, known ? s : masked);
	free(masked);
}

static void
add_call(struct web *w, struct buf *b, const struct call *k, bool known)
{
	char *what = sentence(w, k);

	buf_adds(b, "<li class=\"box wait\"><p>");
	add_shown(b, what, known);
	buf_adds(b, "</p>\n");
	page_note(b, k->detail, known);
	buf_adds(b, "<p>Siden ");
	page_when(b, k->opened, w->now);
	if (*k->owner == '\0') {
		buf_adds(b, ". Ingen har svaret.</p></li>\n");
	} else {
		buf_adds(b, ". Taget af ");
		add_shown(b, k->owner, known);
		buf_adds(b, ".</p></li>\n");
	}
	free(what);
}

void
alarms_write(struct web *w, struct buf *b, const struct calls *l, bool known)
{
	size_t n = 0;

	for (size_t i = 0; i < l->n; i++) {
		if (l->v[i].incident != 0)
			continue;
		if (n++ == 0)
			buf_adds(b, "<section aria-labelledby=\"alarmer\">\n"
				    "<h2 id=\"alarmer\">Alarmer til vagten"
				    "</h2>\n<ul class=\"plain\">\n");
		add_call(w, b, &l->v[i], known);
	}
	if (n > 0)
		buf_adds(b, "</ul>\n</section>\n");
}
