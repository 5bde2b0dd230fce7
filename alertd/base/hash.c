#include <stdlib.h>
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
	static const char hex[] = "0123456789abcdef";
	unsigned char md[EVP_MAX_MD_SIZE];

	digest(data, n, md);
	for (unsigned i = 0; i < 32; i++) {
		out[2 * i] = hex[md[i] >> 4];
		out[2 * i + 1] = hex[md[i] & 15];
	}
	out[64] = '\0';
	return out;
}
