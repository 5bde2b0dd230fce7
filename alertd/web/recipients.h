/* recipients.h: who got a notice, address by address. */
#ifndef WEB_RECIPIENTS_H
#define WEB_RECIPIENTS_H

#include "web/web.h"

/*
 * The page of one notice, for those who may see addresses; 404 if none. Of
 * very many those first who have not got it, and some at a time: vis= and
 * efter= of the query.
 */
int recipients_show(struct web *w, const struct http_request *q,
    int64_t incident, int notice, struct http_response *r, struct err *e);

#endif
