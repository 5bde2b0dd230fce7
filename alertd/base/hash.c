#include <stdlib.h>
#include <openssl/evp.h>

#include "base/hash.h"
#include "base/mem.h"

char *
sha256_hex(const void *data, size_t n, char out[HASH_SIZE])
{
	static const char hex[] = "0123456789abcdef";
	unsigned char md[EVP_MAX_MD_SIZE];
	unsigned len = 0;

	if (EVP_Digest(data, n, md, &len, EVP_sha256(), NULL) != 1)
		must_have(NULL);
	for (unsigned i = 0; i < 32; i++) {
		out[2 * i] = hex[md[i] >> 4];
		out[2 * i + 1] = hex[md[i] & 15];
	}
	out[64] = '\0';
	return out;
}
