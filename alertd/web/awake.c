#include "web/awake.h"

#define LOCK_MS 1000 /* for the lock of the database: others wait, too */

static void
hold(struct web *w, struct store *s)
{
	w->store = s;
	w->core->store = s;
}

int
awake(struct web *w, struct err *e)
{
	struct store *s = w->store;

	if (s != NULL)
		return 0;
	s = store_open(w->conf->store, false, e);
	if (s == NULL)
		return -1;
	store_patience(s, LOCK_MS);
	hold(w, s);
	return 0;
}

void
asleep(struct web *w)
{
	store_close(w->store);
	hold(w, NULL);
}
