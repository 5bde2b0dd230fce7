/*
 * http.h: a small HTTP server over libmicrohttpd, without threads: the caller
 * has the loop. Every limit of a connection is in base/limits.h. It reads a
 * request in full, asks for the answer, sends it with the headers that keep a
 * browser from doing more than show it, and ends the connection.
 */
#ifndef WEB_HTTP_H
#define WEB_HTTP_H

#include <stdint.h>

#include "base/endpoint.h"
#include "base/err.h"
#include "web/request.h"

struct http_server;

/* Fills the response, whatever the request is; q->refused says if it is bad. */
typedef void
http_answer(void *arg, struct http_request *q, struct http_response *r);

/* Listens; NULL with *e. */
struct http_server *http_open(
    const struct endpoint *at, http_answer *answer, void *arg, struct err *e);
/* Readable when there is something for http_turn() to do. */
int http_fd(const struct http_server *s);
/* Milliseconds until http_turn() is to be called anyway. */
int http_wait(const struct http_server *s);
/* Accepts, reads, answers and writes what can be; ends who takes too long. */
void http_turn(struct http_server *s, int64_t mono_ms);
/* Takes no more requests; answers that are under way have patience_ms. */
void http_close(struct http_server *s, int patience_ms);

#endif
