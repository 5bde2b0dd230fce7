/* charset.h: bytes of a declared, or not declared, encoding as UTF-8. */
#ifndef FEED_CHARSET_H
#define FEED_CHARSET_H

#include <stdbool.h>
#include <stddef.h>

/*
 * The n bytes as UTF-8; release with free(). name is what was declared, ""
 * for nothing: bytes that are plainly UTF-8 are UTF-8 whatever was said;
 * iso-8859-1, nothing and a name that is not known are windows-1252, as
 * senders mean it. NUL and what cannot be decoded become U+FFFD, and then
 * *whole is set false.
 */
char *charset_text(const char *name, const char *s, size_t n, bool *whole);

#endif
