#include "base/attr.h"
#include "deliver/window.h"

#define OPENING_MOST 8 /* connections that are not answered yet */

void
window_heard(struct window *w, long port)
{
	for (size_t i = 0; i < w->n; i++)
		if (w->ports[i] == port)
			return;
	if (w->n < LENGTH(w->ports))
		w->ports[w->n++] = port;
}

size_t
window_size(const struct window *w, size_t all)
{
	size_t few = w->n + OPENING_MOST;

	return all < few ? all : few;
}
