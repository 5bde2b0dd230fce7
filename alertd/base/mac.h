/*
 * mac.h: what proves that a text comes from who knows a key (HMAC, RFC 2104),
 * by OpenSSL's libcrypto, and base64 (RFC 4648), in which it is written.
 */
#ifndef BASE_MAC_H
#define BASE_MAC_H

#include <stdbool.h>
#include <stddef.h>

enum mac_hash { MAC_SHA1, MAC_SHA256 };
#define MAC_SIZE 32 /* bytes of the longest */

/* The code of n bytes under key into out; returns its length. */
size_t mac_make(enum mac_hash hash, const char *key, const void *data, size_t n,
    unsigned char out[MAC_SIZE]);
/* Whether two texts are equal, in a time that does not tell where they part. */
bool mac_same(const char *a, const char *b);

/* Each returns a text; release with free(). */
char *mac_hex(const unsigned char *data, size_t n); /* lower case */
char *mac_base64(const unsigned char *data, size_t n);
/* For URLs: "-" and "_", no "=" at the end. */
char *mac_base64url(const unsigned char *data, size_t n);
/*
 * What the n characters of base64 for URLs say: NUL behind its *len bytes,
 * release with free(). NULL when they are none.
 */
char *mac_unbase64url(const char *s, size_t n, size_t *len);

#endif
