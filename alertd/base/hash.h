/* hash.h: SHA-256 (FIPS 180-4), by OpenSSL's libcrypto. */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stddef.h>

#define HASH_SIZE 65 /* 64 hex digits and NUL */

/* The hash of n bytes as lower-case hex into out; returns out. */
char *sha256_hex(const void *data, size_t n, char out[HASH_SIZE]);

#endif
