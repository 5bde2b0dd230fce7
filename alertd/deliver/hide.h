/*
 * hide.h: takes what is secret out of what a server said, before it is logged,
 * kept or shown: some say back what they were sent. Pure.
 */
#ifndef DELIVER_HIDE_H
#define DELIVER_HIDE_H

#include <stddef.h>

/*
 * Takes s, and returns it with "***" for the n bytes of secret as they are, in
 * base64 and in percent-encoding; also where the end of s cuts one off. What is
 * shorter than HIDE_LEAST is let be, for it would blot out ordinary words.
 */
char *hide(char *s, const char *secret, size_t n);

#define HIDE_LEAST 4

#endif
