/*
 * reply.h: where one answer of a relay ends and the next begins, byte by byte
 * (RFC 5321 4.2). Pure.
 */
#ifndef DELIVER_REPLY_H
#define DELIVER_REPLY_H

#include <stddef.h>

struct reply {
	char code[3]; /* of its first line */
	size_t line; /* lines before this one */
	size_t column; /* of the next byte in its line */
	size_t len; /* bytes of it */
	char mark; /* behind the code: ' ' in the last line */
};

enum reply_is {
	REPLY_OPEN, /* it goes on */
	REPLY_WHOLE, /* that was its last byte */
	REPLY_NONE /* no answer, nor will it become one */
};

/*
 * The next byte of the answer in *r, which begins as {0} and stays as it is
 * once it is whole or none. One is lines of three digits, a space or '-', and
 * text without NUL, all with the same digits, of at most REPLY_LINE bytes
 * each and REPLY_MOST together: what libesmtp reads as one.
 */
enum reply_is reply_byte(struct reply *r, char c);

#define REPLY_LINE 1000
#define REPLY_MOST 4096

#endif
