/* hash.h: SHA-256 (FIPS 180-4), by OpenSSL's libcrypto; hex. */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stddef.h>

#define HASH_BYTES 32
#define HASH_SIZE 65 /* 64 hex digits and NUL */

/* The hash of n bytes as lower-case hex into out; returns out. */
char *sha256_hex(const void *data, size_t n, char out[HASH_SIZE]);
void sha256_bytes(const void *data, size_t n, unsigned char out[HASH_BYTES]);

/* n bytes as lower-case hex and NUL into out, which has room for both. */
void hex_write(const unsigned char *v, size_t n, char *out);
/* Exactly what hex_write() makes of n bytes: 0, or -1. */
int hex_read(const char *s, unsigned char *out, size_t n);

#endif
