#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/attr.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "feed/fetch.h"

static size_t
received(char *data, size_t size, size_t n, void *arg)
{
	struct fetch *f = arg;

	/* Counted after gunzip, so that a bomb ends here. */
	return buf_add(&f->body, data, size * n) == 0 ? size * n : 0;
}

static void
set_limits(struct fetch *f, const struct feed_conf *feed)
{
	long connect = LIMIT_FEED_CONNECT;

	if (feed->timeout < connect)
		connect = (long)feed->timeout;
	curl_easy_setopt(f->easy, CURLOPT_CONNECTTIMEOUT, connect);
	curl_easy_setopt(f->easy, CURLOPT_TIMEOUT, (long)feed->timeout);
	curl_easy_setopt(
	    f->easy, CURLOPT_LOW_SPEED_LIMIT, (long)LIMIT_FEED_SLOW_BYTES);
	curl_easy_setopt(
	    f->easy, CURLOPT_LOW_SPEED_TIME, (long)LIMIT_FEED_SLOW_SECONDS);
	curl_easy_setopt(f->easy, CURLOPT_FOLLOWLOCATION, 1L);
	curl_easy_setopt(
	    f->easy, CURLOPT_MAXREDIRS, (long)LIMIT_FEED_REDIRECTS);
	curl_easy_setopt(f->easy, CURLOPT_NOSIGNAL, 1L);
}

static void
set_protocols(struct fetch *f)
{
	bool tls = strncasecmp(f->url, "https:", 6) == 0;

	curl_easy_setopt(f->easy, CURLOPT_PROTOCOLS_STR, "http,https,file");
	curl_easy_setopt(
	    f->easy, CURLOPT_REDIR_PROTOCOLS_STR, tls ? "https" : "http,https");
}

/* "3513523f.0": how OpenSSL finds the certificate of a name in a folder. */
static bool
is_hashed(const char *folder)
{
	DIR *d = opendir(folder);
	const struct dirent *e;
	bool found = false;

	while (d != NULL && !found && (e = readdir(d)) != NULL)
		found = strspn(e->d_name, "0123456789abcdef") == 8 &&
			str_eq(e->d_name + 8, ".0");
	if (d != NULL)
		closedir(d);
	return found;
}

/*
 * The system's certificates are looked up in its folder one by one, where it
 * has one: the file with all of them takes three megabytes, for a day.
 */
static void
set_certificates(struct fetch *f, const char *ca_file)
{
	const char *folder = curl_version_info(CURLVERSION_NOW)->capath;

	f->by_folder = false;
	if (!str_empty(ca_file)) {
		curl_easy_setopt(f->easy, CURLOPT_CAINFO, ca_file);
	} else if (folder != NULL && is_hashed(folder)) {
		curl_easy_setopt(f->easy, CURLOPT_CAINFO, NULL);
		curl_easy_setopt(f->easy, CURLOPT_CAPATH, folder);
		f->by_folder = true;
	}
}

/* What is missing in the folder may be in the file: true when it is asked. */
static bool
try_all_certificates(struct fetch *f, CURLcode code)
{
	const char *file = curl_version_info(CURLVERSION_NOW)->cainfo;

	if (code != CURLE_PEER_FAILED_VERIFICATION || !f->by_folder ||
	    file == NULL)
		return false;
	curl_easy_setopt(f->easy, CURLOPT_CAINFO, file);
	f->by_folder = false;
	return true;
}

int
fetch_init(
    struct fetch *f, const struct feed_conf *feed, char *url, struct err *e)
{
	*f = (struct fetch){.url = url, .label = ""};
	f->etag = xstrdup("");
	f->modified = xstrdup("");
	buf_init(&f->body, (size_t)feed->max_bytes);
	buf_init(&f->good, (size_t)feed->max_bytes);
	f->easy = curl_easy_init();
	if (f->easy == NULL)
		return err_set(e, "libcurl gives no handle");
	set_limits(f, feed);
	set_protocols(f);
	curl_easy_setopt(f->easy, CURLOPT_URL, f->url);
	curl_easy_setopt(f->easy, CURLOPT_USERAGENT, "alertd");
	curl_easy_setopt(f->easy, CURLOPT_ACCEPT_ENCODING, "");
	curl_easy_setopt(f->easy, CURLOPT_SSL_VERIFYPEER, 1L);
	curl_easy_setopt(f->easy, CURLOPT_SSL_VERIFYHOST, 2L);
	set_certificates(f, feed->ca_file);
	curl_easy_setopt(f->easy, CURLOPT_WRITEFUNCTION, received);
	curl_easy_setopt(f->easy, CURLOPT_WRITEDATA, f);
	curl_easy_setopt(f->easy, CURLOPT_ERRORBUFFER, f->message);
	curl_easy_setopt(f->easy, CURLOPT_PRIVATE, f);
	return 0;
}

void
fetch_clear(struct fetch *f, CURLM *multi)
{
	if (f->state == FETCH_RUNNING)
		curl_multi_remove_handle(multi, f->easy);
	if (f->easy != NULL)
		curl_easy_cleanup(f->easy);
	curl_slist_free_all(f->headers);
	buf_clear(&f->body);
	buf_clear(&f->good);
	free(f->etag);
	free(f->modified);
	free(f->url);
}

static void
add_header(struct fetch *f, const char *name, const char *value)
{
	struct curl_slist *list;
	char *line;

	if (!f->has_good || *value == '\0')
		return;
	line = xasprintf("%s: %s", name, value);
	list = curl_slist_append(f->headers, line);
	if (list != NULL)
		f->headers = list;
	free(line);
}

void
fetch_start(struct fetch *f, CURLM *multi)
{
	buf_reset(&f->body);
	f->message[0] = '\0';
	f->status = 0;
	curl_slist_free_all(f->headers);
	f->headers = NULL;
	add_header(f, "If-None-Match", f->etag);
	add_header(f, "If-Modified-Since", f->modified);
	curl_easy_setopt(f->easy, CURLOPT_HTTPHEADER, f->headers);
	if (curl_multi_add_handle(multi, f->easy) == CURLM_OK) {
		f->state = FETCH_RUNNING;
	} else {
		f->state = FETCH_FAILED;
		f->cause = CAUSE_UNREACHABLE;
		err_set(&f->error, "libcurl cannot start the transfer");
	}
}

static enum feed_cause
cause_of(const struct fetch *f, CURLcode code)
{
	static const CURLcode tls[] = {CURLE_SSL_CONNECT_ERROR,
	    CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM,
	    CURLE_SSL_CIPHER, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR,
	    CURLE_SSL_INVALIDCERTSTATUS};

	if (buf_failed(&f->body))
		return CAUSE_TOO_LARGE;
	for (size_t i = 0; i < LENGTH(tls); i++)
		if (code == tls[i])
			return CAUSE_TLS;
	if (code == CURLE_BAD_CONTENT_ENCODING)
		return CAUSE_NOT_A_FEED;
	return code != CURLE_OK ? CAUSE_UNREACHABLE : CAUSE_STATUS;
}

static enum fetch_state
failed(struct fetch *f, CURLcode code)
{
	f->cause = cause_of(f, code);
	if (buf_failed(&f->body))
		err_set(&f->error, "body larger than %zu bytes", f->body.max);
	else if (code != CURLE_OK)
		err_set(&f->error, "%s",
		    *f->message ? f->message : curl_easy_strerror(code));
	else
		err_set(&f->error, "HTTP status %ld", f->status);
	if (*f->label != '\0')
		err_prefix(&f->error, "%s: ", f->label);
	return FETCH_FAILED;
}

void
fetch_done(struct fetch *f, CURLM *multi, CURLcode code)
{
	bool file = strncasecmp(f->url, "file:", 5) == 0, ok;
	char hash[HASH_SIZE];

	curl_multi_remove_handle(multi, f->easy);
	if (try_all_certificates(f, code)) {
		fetch_start(f, multi);
		return;
	}
	curl_easy_getinfo(f->easy, CURLINFO_RESPONSE_CODE, &f->status);
	/* A file that is not there is what 404 is over HTTP. */
	if (code == CURLE_FILE_COULDNT_READ_FILE && f->optional) {
		code = CURLE_OK;
		buf_reset(&f->body);
	}
	ok = file || f->status == 200 || (f->status == 404 && f->optional);
	if (code == CURLE_OK && f->status == 304 && f->has_good) {
		f->state = FETCH_SAME;
		return;
	}
	if (code != CURLE_OK || !ok) {
		f->state = failed(f, code);
		return;
	}
	if (f->status == 404)
		buf_reset(&f->body);
	sha256_hex(buf_str(&f->body), f->body.len, hash);
	f->state = f->has_good && strcmp(hash, f->hash) == 0 ? FETCH_SAME
							     : FETCH_NEW;
	if (f->state == FETCH_SAME)
		buf_clear(&f->body);
}

static void
take_header(struct fetch *f, const char *name, char **out)
{
	struct curl_header *h;
	bool found = *name != '\0' && curl_easy_header(f->easy, name, 0,
					  CURLH_HEADER, -1, &h) == CURLHE_OK;

	xreplace(out, found && strlen(h->value) < 1024 ? h->value : "");
}

bool
fetch_has_begun(const struct fetch *f)
{
	long status = 0;

	curl_easy_getinfo(f->easy, CURLINFO_RESPONSE_CODE, &status);
	return f->state != FETCH_RUNNING || status != 0;
}

void
fetch_keep(struct fetch *f, bool whole)
{
	struct buf b = f->good;

	if (f->state != FETCH_NEW)
		return;
	sha256_hex(buf_str(&f->body), f->body.len, f->hash);
	f->has_good = true;
	if (f->keep) {
		f->good = f->body;
		f->body = b;
	}
	buf_clear(&f->body);
	take_header(f, whole ? "ETag" : "", &f->etag);
	take_header(f, whole ? "Last-Modified" : "", &f->modified);
}

void
fetch_forget(struct fetch *f)
{
	f->has_good = false;
	buf_reset(&f->good);
	xreplace(&f->etag, "");
	xreplace(&f->modified, "");
}
