/*
 * address.h: e-mail addresses and telephone numbers as people write them in
 * alertd.yaml and in contacts files: one strict check each.
 */
#ifndef BASE_ADDRESS_H
#define BASE_ADDRESS_H

#include <stdbool.h>

#include "base/err.h"

/*
 * True for an address that any relay takes: ASCII, a dot-atom of at most 64
 * bytes, @, a domain of at least two labels; at most LIMIT_ADDRESS bytes.
 * Else *e (may be NULL) says why, without the address.
 */
bool address_valid(const char *s, struct err *e);

/*
 * Splits "Name <address>", "\"Name, more\" <address>" or "address". *name
 * ("" if none) and *address are the caller's, release with free(); NULL on
 * -1 with *e.
 */
int mailbox_parse(const char *s, char **name, char **address, struct err *e);

#define PHONE_SIZE 17 /* "+", 15 digits, NUL */
/*
 * A number as "+4512345678" into out. Takes 8 digits (Danish), or + and 7 to
 * 15 digits, with spaces between. Returns 0, or -1 with *e (may be NULL)
 * saying why, without the number.
 */
int phone_normalise(const char *s, char out[PHONE_SIZE], struct err *e);

#endif
