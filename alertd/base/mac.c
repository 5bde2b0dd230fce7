#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/mac.h"
#include "base/mem.h"

#define BASE64_MOST (64 * 1024 * 1024) /* far below INT_MAX */

static void
make(const EVP_MD *md, const void *key, size_t key_len, const void *data,
    size_t n, unsigned char *out, unsigned *len)
{
	must_have(HMAC(md, key, (int)key_len, data, n, out, len));
}

size_t
mac_make(enum mac_hash hash, const char *key, const void *data, size_t n,
    unsigned char out[MAC_SIZE])
{
	unsigned char md[EVP_MAX_MD_SIZE];
	unsigned len = 0;

	make(hash == MAC_SHA1 ? EVP_sha1() : EVP_sha256(), key, strlen(key),
	    data, n, md, &len);
	memcpy(out, md, len);
	return len;
}

/* Of equal length whatever they are, and so is the time. */
bool
mac_same(const char *a, const char *b)
{
	unsigned char x[EVP_MAX_MD_SIZE], y[EVP_MAX_MD_SIZE];
	unsigned len = 0;

	if (EVP_Digest(a, strlen(a), x, &len, EVP_sha256(), NULL) != 1 ||
	    EVP_Digest(b, strlen(b), y, &len, EVP_sha256(), NULL) != 1)
		must_have(NULL);
	return CRYPTO_memcmp(x, y, len) == 0;
}

char *
mac_hex(const unsigned char *data, size_t n)
{
	char *s = xmalloc(2 * n + 1);

	hex_write(data, n, s);
	return s;
}

char *
mac_base64(const unsigned char *data, size_t n)
{
	unsigned char *s = xmalloc(4 * ((n + 2) / 3) + 1);
	char *text;

	s[0] = '\0';
	EVP_EncodeBlock(s, data, (int)n);
	text = (char *)s;
	return text;
}

char *
mac_base64url(const unsigned char *data, size_t n)
{
	char *s = mac_base64(data, n);

	for (char *c = s; *c != '\0'; c++) {
		if (*c == '+')
			*c = '-';
		else if (*c == '/')
			*c = '_';
	}
	s[strcspn(s, "=")] = '\0';
	return s;
}

/* The same with the common letters, and filled up. */
static unsigned char *
common(const char *s, size_t n, size_t *filled)
{
	unsigned char *t;

	*filled = (n + 3) / 4 * 4;
	t = xmalloc(*filled + 1);
	memset(t, '=', *filled);
	for (size_t i = 0; i < n; i++)
		t[i] = s[i] == '-'   ? '+'
		       : s[i] == '_' ? '/'
				     : (unsigned char)s[i];
	t[*filled] = '\0';
	return t;
}

char *
mac_unbase64url(const char *s, size_t n, size_t *len)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				      "abcdefghijklmnopqrstuvwxyz"
				      "0123456789-_";
	unsigned char *t, *out;
	size_t filled;
	char *text;
	int got;

	if (n == 0 || n > BASE64_MOST || n % 4 == 1 || strspn(s, letters) < n)
		return NULL;
	t = common(s, n, &filled);
	out = xmalloc(filled / 4 * 3 + 1);
	got = EVP_DecodeBlock(out, t, (int)filled);
	free(t);
	if (got < 0) {
		free(out);
		return NULL;
	}
	*len = (size_t)got - (filled - n);
	out[*len] = '\0';
	text = (char *)out;
	return text;
}
