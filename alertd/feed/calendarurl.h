/* calendarurl.h: where a rota's calendar is fetched from. */
#ifndef FEED_CALENDARURL_H
#define FEED_CALENDARURL_H

#include "base/err.h"

/*
 * The URL of what rotas[].calendar says, a URL or a path; release with
 * free(). NULL with *e.
 */
char *calendar_url(const char *calendar, struct err *e);

#endif
