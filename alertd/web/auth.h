/*
 * auth.h: who may see the page, by web.auth: everybody who reaches it (none),
 * who has the token (as the password of HTTP Basic, under any name, or as a
 * Bearer), or whom the proxy names in its header.
 */
#ifndef WEB_AUTH_H
#define WEB_AUTH_H

#include <stdbool.h>

#include "conf/config.h"
#include "web/request.h"

/*
 * Whether who asks may see the page. Sets q->known when he has shown that he
 * may, and so may see addresses too (with none nobody has), and q->viewer
 * where the proxy names him.
 */
bool auth_check(const struct web_conf *conf, struct http_request *q);

#endif
