/* fetch.h: one document over libcurl, with its validators. */
#ifndef FEED_FETCH_H
#define FEED_FETCH_H

#include <stdbool.h>
#include <curl/curl.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/hash.h"
#include "base/words.h"
#include "conf/config.h"

enum fetch_state {
	FETCH_IDLE,
	FETCH_RUNNING,
	FETCH_NEW,
	FETCH_SAME,
	FETCH_FAILED
};

struct fetch {
	char *url;
	const char *label; /* before its errors; "" when it is the only one */
	bool optional; /* 404 means that there is nothing */
	bool keep; /* the last good body, too */
	enum fetch_state state; /* of the last transfer */
	long status; /* HTTP status of the last transfer, 0 if none */
	enum feed_cause cause; /* of the error */
	struct err error;
	struct buf body; /* what came last */
	struct buf good; /* the last body that was kept, with keep only */
	bool has_good;
	char hash[HASH_SIZE]; /* of the last that was kept */
	char *etag, *modified; /* of that one, "" if none */
	bool by_folder; /* the system's certificates are looked for there */
	CURL *easy;
	struct curl_slist *headers;
	char message[CURL_ERROR_SIZE];
};

/* Takes ownership of url. Release with fetch_clear(). */
int fetch_init(
    struct fetch *f, const struct feed_conf *feed, char *url, struct err *e);
void fetch_clear(struct fetch *f, CURLM *multi);
void fetch_start(struct fetch *f, CURLM *multi);
/*
 * The transfer has ended with this code: sets state, status, error. Or it is
 * begun again, and runs, for the server's certificate is looked for elsewhere.
 */
void fetch_done(struct fetch *f, CURLM *multi, CURLcode code);
/* Whether any of the answer to the last fetch_start() has come. */
bool fetch_has_begun(const struct fetch *f);
/*
 * The new body was understood: it is the good one. Its validators only when it
 * is whole: of half a body the other half is asked for again.
 */
void fetch_keep(struct fetch *f, bool whole);
void fetch_forget(struct fetch *f);

#endif
