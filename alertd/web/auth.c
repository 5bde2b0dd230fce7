#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>

#include "base/attr.h"
#include "base/limits.h"
#include "base/mac.h"
#include "base/mem.h"
#include "base/str.h"
#include "web/auth.h"

/* The password of "user:password" in base64, or NULL; secret_free(). */
static char *
basic_password(const char *s)
{
	size_t n = strlen(s);
	unsigned char *text;
	char *colon, *password = NULL;
	int len;

	if (n == 0 || n % 4 != 0 || n > LIMIT_HTTP_HEADERS)
		return NULL;
	text = xcalloc(n, 1); /* longer than what comes out, and its NUL */
	len = EVP_DecodeBlock(text, (const unsigned char *)s, (int)n);
	colon = len == -1 ? NULL : strchr((char *)text, ':');
	if (colon != NULL)
		password = xstrdup(colon + 1);
	OPENSSL_cleanse(text, n);
	free(text);
	return password;
}

static char *
bearer_token(const char *s)
{
	return xstrdup(s);
}

static const struct {
	const char *scheme; /* with its blank */
	char *(*secret)(const char *rest);
} schemes[] = {{"Basic ", basic_password}, {"Bearer ", bearer_token}};

static bool
has_token(const char *token, const struct http_request *q)
{
	const char *sent = http_field(&q->headers, "Authorization");
	bool same = false;

	if (sent == NULL || *token == '\0')
		return false;
	for (size_t i = 0; i < LENGTH(schemes); i++) {
		size_t n = strlen(schemes[i].scheme);
		char *secret = NULL;

		if (strncasecmp(sent, schemes[i].scheme, n) == 0)
			secret = schemes[i].secret(sent + n);
		if (secret != NULL)
			same = mac_same(secret, token);
		secret_free(secret);
	}
	return same;
}

/* Two of them may be one of the proxy and one of somebody else. */
static bool
has_name(const char *header, struct http_request *q)
{
	const char *name = http_field(&q->headers, header);

	if (*header == '\0' || http_count(&q->headers, header) != 1 ||
	    str_empty(name))
		return false;
	free(q->viewer);
	q->viewer = utf8_repair(name, utf8_cut(name, LIMIT_HTTP_VIEWER));
	return true;
}

bool
auth_check(const struct web_conf *conf, struct http_request *q)
{
	switch (conf->auth) {
	case WEB_AUTH_NONE:
		return true;
	case WEB_AUTH_TOKEN:
		return q->known = has_token(conf->token, q);
	case WEB_AUTH_HEADER:
		return q->known = has_name(conf->header, q);
	}
	return false;
}
