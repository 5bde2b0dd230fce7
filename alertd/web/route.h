/*
 * route.h: which handler answers which path, and who may ask: one table.
 */
#ifndef WEB_ROUTE_H
#define WEB_ROUTE_H

#include "web/web.h"

/* Who may ask. */
enum route_who {
	FOR_ALL, /* it has its own secret, or none */
	FOR_ALL_BARE, /* the same; the store may be closed: see awake.h */
	FOR_VIEWERS, /* as web.auth says */
	FOR_NOTICES /* everybody, or with web.public_notices no, viewers */
};

struct route {
	enum http_method method; /* HTTP_GET answers HEAD, too */
	const char *path; /* a "*" at its end stands for at least one byte */
	enum route_who who;
	web_handler *run;
};

/* The i-th row, NULL past the end. */
const struct route *route_at(size_t i);
/*
 * The row for the method and path, and what its "*" stands for into *rest;
 * NULL with *allow the methods that there are ("GET, HEAD"; release with
 * free()), NULL when there is no such path.
 */
const struct route *route_find(
    enum http_method method, const char *path, const char **rest, char **allow);

/* http_answer: the answer to any request; arg is the struct web. */
void route_answer(void *arg, struct http_request *q, struct http_response *r);

#endif
