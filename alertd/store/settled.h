/*
 * settled.h: what became of a message's recipients, on record. One record
 * names all for whom it is the same, at most LIMIT_RECORD_NAMED, in the words
 *
 *	anna@example.dk, bo@example.dk: accepted: 250 2.0.0 Ok (relay)
 *
 * No address has a comma, a colon or a space in it (base/address.h). A record
 * of before names one, in the same words.
 */
#ifndef STORE_SETTLED_H
#define STORE_SETTLED_H

#include "base/str.h"
#include "outbox/life.h"
#include "outbox/message.h"
#include "store/store.h"

/*
 * What a record with an erased detail said of those who were not to be
 * forgotten: its object names the record, as "record 42", whose number, time
 * and object stay.
 */
#define DELIVERY_RESTATED "delivery.restated"

struct standing;

/* One recipient's result, and where it led. */
struct settled {
	const struct result *result; /* borrowed */
	char *address; /* release with free() */
	enum life to; /* LIFE_NONE: no news, so not recorded */
	int64_t due; /* when it is tried again, if it is */
};

/* Whether one record says what became of both. */
bool settled_alike(const struct settled *a, const struct settled *b);

/* In the caller's transaction, in the order of v. */
int settled_record(struct store *s, const struct standing *at,
    const struct settled *v, size_t n, int64_t now, const char *actor,
    struct err *e);

/*
 * Adds whom the detail of a record of deliveries names. Returns what it says of
 * them, from the colon on; NULL when it names nobody.
 */
const char *settled_names(const char *detail, struct strv *names);
/*
 * The same detail without the names that are one of words, in any case, and
 * with AUDIT_ERASED for what the rest quotes of them. NULL when nobody is left.
 * Release with free().
 */
char *settled_without(const char *detail, const struct strv *words);

#endif
