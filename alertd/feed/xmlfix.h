/* xmlfix.h: bytes that are nearly XML, mended while they are read. */
#ifndef FEED_XMLFIX_H
#define FEED_XMLFIX_H

#include <stdbool.h>
#include <stddef.h>

/* {.p, .end} is ready to read. */
struct xmlfix {
	const char *p, *end; /* what is to be read */
	bool mend, utf8; /* which mistakes are mended */
	const char *raw; /* up to here no tag begins: a comment, CDATA */
	const char *good; /* up to here nothing needs a look */
	char out[16]; /* what stands for a character at p */
	size_t n, at;
};

/*
 * Fills buf with at most len bytes, 0 at the end; as xmlInputReadCallback.
 * With mend, in what is like ASCII: "&" and "<" that begin nothing become
 * characters, HTML's entities and references to no character become numbers,
 * and control characters become spaces; with utf8, too, what is no letter of
 * UTF-8 becomes U+FFFD.
 */
int xmlfix_read(void *fix, char *buf, int len);

#endif
