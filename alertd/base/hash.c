#include <stdlib.h>
#include <string.h>
#include <openssl/evp.h>

#include "base/hash.h"
#include "base/mem.h"

/*
 * Found once: EVP_sha256() is looked for in all providers each time that it
 * is used. Kept to the end.
 */
static void
digest(const void *data, size_t n, unsigned char md[EVP_MAX_MD_SIZE])
{
	static EVP_MD *sha256;
	static EVP_MD_CTX *ctx;

	if (ctx == NULL) {
		sha256 = must_have(EVP_MD_fetch(NULL, "SHA256", NULL));
		ctx = must_have(EVP_MD_CTX_new());
	}
	if (EVP_DigestInit_ex2(ctx, sha256, NULL) != 1 ||
	    EVP_DigestUpdate(ctx, data, n) != 1 ||
	    EVP_DigestFinal_ex(ctx, md, NULL) != 1)
		must_have(NULL);
}

char *
sha256_hex(const void *data, size_t n, char out[HASH_SIZE])
{
	unsigned char md[EVP_MAX_MD_SIZE];

	digest(data, n, md);
	hex_write(md, HASH_BYTES, out);
	return out;
}

void
sha256_bytes(const void *data, size_t n, unsigned char out[HASH_BYTES])
{
	unsigned char md[EVP_MAX_MD_SIZE];

	digest(data, n, md);
	memcpy(out, md, HASH_BYTES);
}

static const char digits[] = "0123456789abcdef";

void
hex_write(const unsigned char *v, size_t n, char *out)
{
	for (size_t i = 0; i < n; i++) {
		*out++ = digits[v[i] >> 4];
		*out++ = digits[v[i] & 15];
	}
	*out = '\0';
}

/* The value of a digit, or 16. */
static unsigned
value_of(char c)
{
	if (c >= '0' && c <= '9')
		return (unsigned)(c - '0');
	return c >= 'a' && c <= 'f' ? (unsigned)(c - 'a') + 10 : 16;
}

int
hex_read(const char *s, unsigned char *out, size_t n)
{
	if (strlen(s) != 2 * n)
		return -1;
	for (size_t i = 0; i < n; i++) {
		unsigned high = value_of(s[2 * i]);
		unsigned low = value_of(s[2 * i + 1]);

		if (high > 15 || low > 15)
			return -1;
		out[i] = (unsigned char)(high << 4 | low);
	}
	return 0;
}
