/* recipients.h: who got a notice, address by address. */
#ifndef WEB_RECIPIENTS_H
#define WEB_RECIPIENTS_H

#include "web/web.h"

/* The page of one notice, for those who may see addresses; 404 if none. */
int recipients_show(struct web *w, int64_t incident, int notice,
    struct http_response *r, struct err *e);

#endif
