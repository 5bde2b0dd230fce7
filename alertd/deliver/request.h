/*
 * request.h: a call of an SMS gateway, made from its preset, the operator's
 * settings, the text and the recipients. Pure: no network.
 */
#ifndef DELIVER_REQUEST_H
#define DELIVER_REQUEST_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/str.h"
#include "conf/config.h"
#include "deliver/answer.h"

/* Holds secrets: never logged. */
struct request {
	char *url;
	char *user; /* with password "" and "": no authentication */
	char *password;
	struct strv headers;
	char *body;
	size_t len; /* of body */
};

/*
 * What calls of a gateway with one text have in common, so that a call for
 * each of many recipients makes it once. Holds secrets.
 */
struct request_form {
	const struct gateway_conf *g;
	struct json_t *data;
	bool lists; /* the preset names the targets in a list */
	bool checked; /* a call to one target has been JSON */
};

/* Borrows g, copies the rest; release with request_form_clear(). */
void request_form_init(struct request_form *f, const struct gateway_conf *g,
    const char *sender, const char *text);
void request_form_clear(struct request_form *f);
/*
 * Makes the call for the n targets. Returns 0; or -1 with *e, which names no
 * secret, when a template cannot be rendered, a header has a line break or a
 * JSON body is none. Release with request_clear(), also after -1.
 */
int request_fill(struct request_form *f, const struct target *t, size_t n,
    struct request *out, struct err *e);
/* The same, where there is one call with the text. */
int
request_make(const struct gateway_conf *g, const char *sender, const char *text,
    const struct target *t, size_t n, struct request *out, struct err *e);
void request_clear(struct request *r); /* wipes secrets */
/* Replaces what is secret of g in s by "***", see hide.h; free(). */
char *request_hide(const struct gateway_conf *g, const char *s);

#endif
