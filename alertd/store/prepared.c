#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/prepared.h"

#define PLACES 4 /* that are looked at */

/* Of its length and a letter here and there: they are read each time. */
static uint32_t
hash(const char *s)
{
	size_t n = strlen(s), step = n / 16 + 1;
	uint32_t h = 2166136261u ^ (uint32_t)n;

	for (size_t i = n % step; i < n; i += step)
		h = (h ^ (unsigned char)s[i]) * 16777619u;
	return h;
}

static void
forget(struct prepared *p)
{
	sqlite3_finalize(p->st);
	free(p->text);
	*p = (struct prepared){0};
}

/* The place of the text, or one for it; NULL when all are in use. */
static struct prepared *
place_of(struct prepared *kept, const char *text)
{
	uint32_t h = hash(text);
	struct prepared *any = NULL;

	for (uint32_t i = 0; i < PLACES; i++) {
		struct prepared *p = &kept[(h + i) % PREPARED_MOST];

		if (p->text != NULL && strcmp(p->text, text) == 0)
			return p->busy ? NULL : p;
		if (!p->busy && (any == NULL || p->text == NULL))
			any = p;
	}
	return any;
}

int
prepared_begin(struct prepared kept[PREPARED_MOST], sqlite3 *db,
    const char *text, sqlite3_stmt **st, struct prepared **of)
{
	struct prepared *p = place_of(kept, text);
	int r;

	*of = p;
	if (p != NULL && p->text != NULL && strcmp(p->text, text) == 0) {
		p->busy = true;
		p->rests = 0;
		*st = p->st;
		return SQLITE_OK;
	}
	r = sqlite3_prepare_v3(
	    db, text, -1, SQLITE_PREPARE_PERSISTENT, st, NULL);
	if (r != SQLITE_OK || p == NULL) {
		*of = NULL;
		return r;
	}
	forget(p);
	*p = (struct prepared){xstrdup(text), *st, true, 0};
	return SQLITE_OK;
}

void
prepared_end(sqlite3_stmt *st, struct prepared *of)
{
	if (of == NULL) {
		sqlite3_finalize(st);
		return;
	}
	/* What was bound may name persons: it does not stay. */
	sqlite3_reset(st);
	sqlite3_clear_bindings(st);
	of->busy = false;
}

void
prepared_rest(struct prepared kept[PREPARED_MOST])
{
	for (size_t i = 0; i < PREPARED_MOST; i++)
		if (!kept[i].busy && kept[i].rests++ >= PREPARED_RESTS)
			forget(&kept[i]);
}

void
prepared_clear(struct prepared kept[PREPARED_MOST])
{
	for (size_t i = 0; i < PREPARED_MOST; i++)
		forget(&kept[i]);
}
