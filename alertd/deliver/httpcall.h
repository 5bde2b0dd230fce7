/*
 * httpcall.h: one HTTP call to an SMS gateway through libcurl, added to a
 * multi handle by the caller.
 */
#ifndef DELIVER_HTTPCALL_H
#define DELIVER_HTTPCALL_H

#include <curl/curl.h>

#include "base/buf.h"
#include "base/err.h"
#include "deliver/answer.h"
#include "deliver/request.h"

/*
 * Handles of curl for the calls of one gateway, of which a call takes one that
 * another has left: making one costs, and it knows the last session of TLS.
 * Those of two gateways are kept apart, as their secrets are.
 */
struct handles {
	CURL **v;
	size_t n;
};

struct httpcall {
	const struct gateway_conf *g;
	struct request request;
	CURL *easy;
	struct handles *handles; /* where easy goes in the end */
	struct curl_slist *headers;
	struct buf body; /* of the answer */
	bool asked; /* the request went out */
	bool broke; /* it would have, a second time */
	char reason[CURL_ERROR_SIZE];
};

void handles_clear(struct handles *h);

/*
 * Prepares the call of a request, which it takes over, also on error; handles,
 * all 0 at first, are borrowed.
 * Verified TLS, no redirects, the preset's timeout; over a connection that
 * the multi handle has kept, if there is one, but never sent twice. Release
 * with httpcall_clear() after taking easy off its multi handle.
 */
int httpcall_init(struct httpcall *c, const struct gateway_conf *g,
    struct request *request, struct handles *handles, struct err *e);
/*
 * What a call that ended with rc means for its targets: answer_read(), or
 * when there is no whole answer, and no status that says no, GATEWAY_NEXT if
 * the request cannot have reached the gateway, else GATEWAY_UNKNOWN. Returns
 * the HTTP status, 0 if there was none. No secret is left in the texts.
 */
int httpcall_read(struct httpcall *c, CURLcode rc, struct target *t, size_t n);
/* Our port of the connection that it went over: each has its own. */
long httpcall_port(const struct httpcall *c);
void httpcall_clear(struct httpcall *c);

#endif
