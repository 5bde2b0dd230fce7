/*
 * sender.h: the envelope's sender of a mail, by which its bounces are known:
 * "fmk-bounce+42.0f1e2d3c4b5a6978@example.dk" is that of message 42. The
 * letters behind the number prove that we have sent it, for whoever writes to
 * that address could else take a contact out. Pure.
 */
#ifndef OUTBOX_SENDER_H
#define OUTBOX_SENDER_H

#include <stddef.h>
#include <stdint.h>

#define SENDER_CHECK 17 /* 64 bits in hex and NUL */

/* What proves the number of a message, under a secret; returns out. */
char *sender_check(const char *secret, int64_t message, char out[SENDER_CHECK]);
/* Of "fmk-bounce@example.dk" and one delimiter; release with free(). */
char *sender_format(const char *base, const char *delimiter, int64_t message,
    const char *check);
/*
 * Reads such an address, in any case of letters; its domain may be another:
 * 0, or -1 when it is none of base. Whether the check is right is for
 * mac_same() to say.
 */
int sender_parse(const char *base, const char *delimiter, const char *address,
    int64_t *message, char check[SENDER_CHECK]);

#endif
