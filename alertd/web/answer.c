#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/flood.h"
#include "base/limits.h"
#include "base/log.h"
#include "base/str.h"
#include "web/answer.h"
#include "web/awake.h"
#include "web/page.h"

/* Of this process: codes that there are not, and answers of no use. */
static struct flood unknown, useless;

static bool
is_receipt(const struct http_request *q)
{
	return str_starts(q->path, "/kvittering/");
}

/* A flood of guesses fills neither the log nor the database. */
static int
say_unknown(struct web *w, struct http_response *r)
{
	int64_t over;
	bool pass = flood_pass(&unknown, LIMIT_ANSWER_LOGGED, w->now, &over);

	if (over > 0)
		log_warn("answer by link: %lld more with no such code",
		    (long long)over);
	if (pass)
		log_warn("answer by link: no such code; nothing is done");
	page_message(r, w->conf, 404, "Linket findes ikke",
	    "Brug linket i den nyeste mail. Er det brudt over flere linjer, "
	    "så kopiér det hele.");
	return 0;
}

static bool
is_ours(const struct web *w, const struct http_request *q, const char *origin)
{
	const char *host = http_field(&q->headers, "Host");
	const char *at = strstr(origin, "://");

	if (strcasecmp(origin, w->conf->web.base_url) == 0)
		return true;
	return host != NULL && at != NULL && strcasecmp(at + 3, host) == 0;
}

/*
 * A form on another site cannot answer for who looks at it, though it would
 * need his code. Browsers say Sec-Fetch-Site; those that do not say Origin,
 * which is "null" for our own pages, since they let no referrer out.
 */
static bool
is_foreign(const struct web *w, const struct http_request *q)
{
	const char *site = http_field(&q->headers, "Sec-Fetch-Site");
	const char *origin = http_field(&q->headers, "Origin");

	if (site != NULL)
		return !str_eq(site, "same-origin") && !str_eq(site, "none");
	return origin != NULL && !str_eq(origin, "null") &&
	       !is_ours(w, q, origin);
}

static int
say_foreign(struct web *w, struct http_response *r)
{
	int64_t over;

	if (flood_pass(&useless, LIMIT_ANSWER_LOGGED, w->now, &over))
		log_warn("answer by link: from another site; nothing is done");
	page_message(r, w->conf, 403, "Svaret er ikke taget imod",
	    "Det kom fra en anden side. Åbn linket i mailen, og tryk på "
	    "knappen der.");
	return 0;
}

/* The reader has pressed: he must know that it was for nothing. */
static int
say_not_stored(struct web *w, struct http_response *r, const struct err *e)
{
	log_error("answer by link: %s", e->msg);
	page_message(r, w->conf, 503, "Prøv igen om lidt",
	    "Dit svar er ikke gemt. Tryk på knappen igen om lidt, eller ring.");
	return 0;
}

/* In a transaction of its own; it may have changed since it was looked at. */
static int
act(struct web *w, const char *token, struct http_response *r, struct err *e)
{
	struct answer a;
	int n = core_answer(w->core, token, w->now, &a, e);

	if (n == 0 && a.result == ANSWER_UNKNOWN)
		n = say_unknown(w, r);
	else if (n == 0)
		n = answer_page(w, &a,
		    a.result == ANSWER_GOOD ? ANSWER_DONE : ANSWER_REFUSED, r,
		    e);
	answer_clear(&a);
	return n;
}

/* What does nothing anyway goes on record so often, and no more. */
static int
post(struct web *w, const struct answer *a, const struct http_request *q,
    struct http_response *r, struct err *e)
{
	int64_t over;

	if (is_foreign(w, q))
		return say_foreign(w, r);
	if (a->result != ANSWER_GOOD &&
	    !flood_pass(&useless, LIMIT_ANSWER_LOGGED, w->now, &over))
		return answer_page(w, a, ANSWER_REFUSED, r, e);
	return act(w, q->rest, r, e);
}

int
web_answer(struct web *w, const struct http_request *q, struct http_response *r,
    struct err *e)
{
	struct answer a = {0};
	int n;

	if (strlen(q->rest) != TOKEN_SIZE - 1)
		return say_unknown(w, r);
	n = awake(w, e);
	if (n == 0)
		n = core_answer_look(w->core, q->rest, w->now, &a, e);
	if (n == 0 && (a.result == ANSWER_UNKNOWN ||
			  (a.code.action == CODE_RECEIPT) != is_receipt(q)))
		n = say_unknown(w, r);
	else if (n == 0)
		n = q->method == HTTP_POST
			? post(w, &a, q, r, e)
			: answer_page(w, &a, ANSWER_ASKS, r, e);
	answer_clear(&a);
	/* What was stored is told without the store. */
	if (n == -1 && q->method == HTTP_POST)
		n = say_not_stored(w, r, e);
	return n;
}
