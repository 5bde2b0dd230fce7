/*
 * secrets.h: keys that alertd makes for itself. They live and die with the
 * store.
 */
#ifndef STORE_SECRETS_H
#define STORE_SECRETS_H

#include "base/personal.h"
#include "outbox/sender.h"
#include "store/store.h"

/* What proves that a mail came from us, see outbox/sender.h. */
#define SECRET_BOUNCE "bounce"

/* The secret of that name, made when there is none yet. 0 or -1 with *e. */
int store_secret(
    struct store *s, const char *name, char out[TOKEN_SIZE], struct err *e);
/* What proves the number of a message. 0 or -1 with *e. */
int store_sender_check(
    struct store *s, int64_t message, char out[SENDER_CHECK], struct err *e);

#endif
