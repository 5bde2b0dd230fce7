/*
 * callback_sign.h: whether a gateway's call is from the gateway, where it
 * signs. Pure.
 */
#ifndef WEB_CALLBACK_SIGN_H
#define WEB_CALLBACK_SIGN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "conf/gateway.h"
#include "web/request.h"

/*
 * True when q is signed as the preset of g says, or when the preset, or the
 * operator, who set no key, wants no signature. *content is then what may be
 * believed, the body, or what a token says in its place; NUL behind its *len
 * bytes, release with free(). base_url is how the gateway reached us, without
 * the target.
 */
bool callback_signed(const struct gateway_conf *g, const char *base_url,
    const struct http_request *q, int64_t now, char **content, size_t *len);

#endif
