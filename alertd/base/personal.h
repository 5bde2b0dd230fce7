/*
 * personal.h: places in a text that every recipient gets with a value of his
 * own: codes. The text is made and stored once, with the places; a message is
 * filled in when it is handed to a worker. A place is as long as its value,
 * so what is counted (the segments of an SMS) stays true, and of letters that
 * neither GSM-7 nor HTML changes.
 */
#ifndef BASE_PERSONAL_H
#define BASE_PERSONAL_H

#include "base/words.h"

#define TOKEN_BYTES 16
#define TOKEN_SIZE 23 /* 128 bits as base64url (RFC 4648) and NUL */
#define REPLY_SIZE 7 /* six digits and NUL */

/* Where the token of a link stands: TOKEN_SIZE - 1 bytes. */
const char *personal_token(enum code_action a);
/* Where the digits of a reply stand, REPLY_SIZE - 1 bytes; "" for none. */
const char *personal_reply(enum code_action a);
/* Puts value (as long as place) wherever place stands in text. */
void personal_fill(char *text, const char *place, const char *value);

/* Puts dots wherever a receipt's token stands: for who only looks. */
void personal_hide(char *text);

/* New ones, from getrandom(2); dies when the kernel gives none. */
void personal_new_token(char out[TOKEN_SIZE]);
/* What a token is made of. */
void personal_new_seed(unsigned char out[TOKEN_BYTES]);
/* The token of these bytes, and the bytes of a token: 0, or -1 if it is none.
 */
void personal_write(const unsigned char v[TOKEN_BYTES], char out[TOKEN_SIZE]);
int personal_read(const char *token, unsigned char out[TOKEN_BYTES]);
void personal_new_reply(char out[REPLY_SIZE]);

#endif
