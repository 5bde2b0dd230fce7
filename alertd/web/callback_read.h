/*
 * callback_read.h: what a gateway's call says, by the rules of its preset.
 * Pure: no database.
 */
#ifndef WEB_CALLBACK_READ_H
#define WEB_CALLBACK_READ_H

#include <stddef.h>

#include "base/err.h"
#include "conf/gateway.h"
#include "web/request.h"

/* A report about an SMS, or an SMS. Strings are "" where nothing was said. */
struct callback_item {
	enum callback_word state; /* of a report */
	char *id; /* at most LIMIT_CALLBACK_FIELD bytes, or "" */
	char *ref; /* the same */
	char *number; /* "+4512345678", or "" */
	char *text; /* one line: the gateway's words, or the SMS */
	char *at; /* one line */
};

struct callback_items {
	struct callback_item *v;
	size_t n;
};

/*
 * Reads the items of a call: content is its body, tail what stands in its path
 * behind the last word. An item that lacks what it must have is left out; -1
 * with *e when all do, when the body is none, and when there are too many.
 * *out is initialised by the call; release with callback_items_clear().
 */
int callback_read(const struct gateway_callback *c,
    const struct http_request *q, const char *tail, const char *content,
    size_t len, struct callback_items *out, struct err *e);
void callback_items_clear(struct callback_items *l);

#endif
