/*
 * codes.h: the one-time codes of the on-call and of receipts. Each is bound
 * to a person (or municipality), a notice and an action; its link has token,
 * its SMS reply the digits and the number that it comes from.
 */
#ifndef STORE_CODES_H
#define STORE_CODES_H

#include "base/personal.h"
#include "base/words.h"
#include "store/store.h"

struct code {
	int64_t id;
	enum code_action action;
	int64_t notice; /* that carries it */
	int64_t incident; /* 0 = none */
	int64_t call; /* 0 = none */
	char *org; /* of the message that carries it */
	char *name; /* of the person or municipality */
	char *phone; /* whose reply counts; "" = none */
	char token[TOKEN_SIZE];
	char reply[REPLY_SIZE]; /* "" = none */
	int64_t made, lapses; /* UTC */
	int64_t used; /* TIME_NONE = not yet */
};

struct codes {
	struct code *v;
	size_t n;
};

void code_clear(struct code *c);
void codes_clear(struct codes *l);

/*
 * Makes the token and, with a phone and an action that has one, the digits,
 * which no other live code of the phone has; inserts and sets id.
 */
int store_code_add(struct store *s, struct code *c, struct err *e);
/* Of a message; *out is added to. */
int store_codes(struct store *s, int64_t notice, const char *org,
    struct codes *out, struct err *e);
/* 1 and *out (release with code_clear()), 0 if there is none, -1. */
int store_code_token(
    struct store *s, const char *token, struct code *out, struct err *e);
/* The newest of the phone with these digits. */
int store_code_reply(struct store *s, const char *phone, const char *reply,
    struct code *out, struct err *e);
/* The newest of the phone, whatever its digits. */
int store_code_newest(
    struct store *s, const char *phone, struct code *out, struct err *e);
int store_code_use(struct store *s, int64_t id, int64_t now, struct err *e);
/* What was not used of the call lapses at now. */
int
store_codes_lapse(struct store *s, int64_t call, int64_t now, struct err *e);
/* What was not used of the incident's receipts lapses at that time. */
int store_receipts_lapse(
    struct store *s, int64_t incident, int64_t at, struct err *e);

/* A reply whose code was wrong. */
int store_wrong_reply(
    struct store *s, const char *phone, int64_t now, struct err *e);
/* How many came from the phone since then, until now. */
int store_wrong_replies(struct store *s, const char *phone, int64_t since,
    int64_t now, int64_t *n, struct err *e);

#endif
