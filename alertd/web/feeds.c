#include "base/mem.h"
#include "web/feeds.h"

int
feeds_read(struct web *w, struct feed_states *out, struct err *e)
{
	size_t n = w->conf->n_feeds;

	out->v = xcalloc(n + 1, sizeof(*out->v));
	for (size_t i = 0; i < n; i++)
		if (store_feed_get(w->store, w->conf->feeds[i].name,
			&out->v[out->n++], e) == -1)
			return -1;
	return 0;
}
