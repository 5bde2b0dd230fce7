/*
 * scrub.h: rows without their person, for who is forgotten and for what is
 * old; internal to store/.
 */
#ifndef STORE_SCRUB_H
#define STORE_SCRUB_H

#include "base/str.h"
#include "store/sql.h"

/* Numbers of rows; release v with free(). */
struct ids {
	int64_t *v;
	size_t n;
};

void ids_add(struct ids *l, int64_t id);
/* Ascending, each once. */
void ids_sort(struct ids *l);
/* Adds the first column of all rows. */
int ids_read(struct ids *l, struct sql *q);

/*
 * Adds what an answer may quote of somebody: the address, what is before its
 * "@", the name, "" for none.
 */
void scrub_words(struct strv *words, const char *name, const char *address);

/*
 * A delivery without name and address, its answer without these; and the name
 * and address of a page's message.
 */
int scrub_delivery(struct store *s, int64_t delivery, struct err *e);

/* A column that holds free text, of a table with an id or a key of its own. */
struct text_column {
	const char *name; /* for errors */
	const char *read; /* SELECT rowid or id, text … for all rows */
	const char *write; /* UPDATE … SET text = ? WHERE id = ? */
};

/* Erases words from it. Returns in how many rows, or -1. */
int64_t scrub_column(struct store *s, const struct text_column *c,
    const struct strv *words, struct err *e);

#endif
