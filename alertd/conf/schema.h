/*
 * schema.h: the keys of alertd.yaml as a table: one row gives a key's place
 * in the file, its type, default and range, and its place in struct config.
 */
#ifndef CONF_SCHEMA_H
#define CONF_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "conf/secret.h"
#include "conf/yaml.h"

enum key_type {
	KEY_TEXT, /* char *: one line of min to max bytes */
	KEY_NAME, /* char *: a-z 0-9 -, min to max */
	KEY_ALNUM, /* char *: a-z A-Z 0-9, min to max */
	KEY_CHOICE, /* char *: one of words */
	KEY_WORD, /* enum: the index in words */
	KEY_NUMBER, /* int64_t: min to max */
	KEY_DURATION, /* int64_t: seconds, min to max */
	KEY_SIZE, /* int64_t: bytes, min to max */
	KEY_RATE, /* struct rate, see base/rate.h */
	KEY_URL, /* char *: its scheme is one of words */
	KEY_HOST, /* char *: a host name or an IPv4 address */
	KEY_LISTEN, /* char *: an address and a port, see endpoint.h */
	KEY_FIELD, /* char *: the name of an HTTP header, min to max */
	KEY_ZONE, /* char *: a time zone of tzdata */
	KEY_PATH, /* char *: made relative to the folder of the file */
	KEY_FILE, /* the same; must be readable */
	KEY_FOLDER, /* the same; must be a folder */
	KEY_MAILBOX, /* char *: "Name <address>" or address */
	KEY_SECRET, /* char *: see secret.h */
	KEY_ADDRESSES, /* struct strv: e-mail addresses, at most max */
	KEY_PHONES, /* struct strv: numbers, made E.164, at most max */
	KEY_SENDERS, /* struct strv: addresses or "@domain", at most max */
	KEY_WORDS, /* struct strv: some of words, at most max */
	KEY_TEXTS, /* struct strv: one line each, at most max */
	KEY_HANDOVER, /* int64_t: local minutes since Monday 00:00 */
	KEY_DATE, /* int64_t: days since 1970 */
	KEY_WALL, /* int64_t: a wall time, see base/clock.h */
	KEY_SOURCE, /* char *: a URL whose scheme is one of words, or a path */
	KEY_LIST, /* array of structs with keys path[].…, at most max */
	KEY_GATEWAYS, /* the same; the preset gives the defaults */
	KEY_PRESET /* no field: the name of a preset */
};

struct key {
	const char *path; /* "feeds[].poll" */
	enum key_type type;
	size_t offset; /* in struct config, or in the list's struct */
	int64_t min, max;
	const char *def; /* as in the file; NULL: "" or 0 */
	const char *example;
	const char *const *words; /* ends with NULL */
	bool required; /* in its list's struct */
	size_t size; /* of a list's struct */
	size_t count; /* offset of a list's size_t */
};

/* The i-th row, NULL past the end; in order of the file. */
const struct key *schema_at(size_t i);
/* The row of that path, or NULL. */
const struct key *schema_find(const char *path);
/* True when keys stand below path ("mail" for "mail.from"). */
bool schema_section(const char *path);
/*
 * True when k belongs to the struct whose keys begin with prefix ("" for
 * struct config, "feeds[]." for a feed).
 */
bool schema_within(const struct key *k, const char *prefix);

/*
 * Reads the value n of the key k into field, which holds a valid value of its
 * type, and stays as it was when n is a mistake. file is for the places, use
 * for a secret.
 */
void value_read(const struct key *k, const struct ynode *n, const char *file,
    enum secret_use use, void *field, struct diags *problems);
/* The default of k into field, which is all zero. */
void value_default(const struct key *k, void *field);
/* Releases and wipes what field holds; not for lists of structs. */
void value_clear(const struct key *k, void *field);
/* s in quotes for a message: cut when long, no control characters; free(). */
char *value_shown(const char *s);

#endif
