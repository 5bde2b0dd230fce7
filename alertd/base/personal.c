#include <assert.h>
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "base/attr.h"
#include "base/personal.h"

static const struct {
	const char *token, *reply;
} places[] = {
    [CODE_ACK] = {"@ack-----------------@", "@ack-@"},
    [CODE_APPROVE] = {"@approve-------------@", "@send@"},
    [CODE_DISMISS] = {"@dismiss-------------@", "@nej-@"},
    [CODE_RECEIPT] = {"@receipt-------------@", ""},
};

const char *
personal_token(enum code_action a)
{
	assert((size_t)a < LENGTH(places));
	return places[a].token;
}

const char *
personal_reply(enum code_action a)
{
	assert((size_t)a < LENGTH(places));
	return places[a].reply;
}

void
personal_fill(char *text, const char *place, const char *value)
{
	size_t n = strlen(place);

	if (n == 0 || strlen(value) != n)
		return;
	for (char *p = text; (p = strstr(p, place)) != NULL; p += n)
		memcpy(p, value, n);
}

void
personal_hide(char *text)
{
	static const char dots[] = "......................";

	_Static_assert(sizeof(dots) == TOKEN_SIZE, "as long as a token");
	personal_fill(text, personal_token(CODE_RECEIPT), dots);
}

/*
 * The kernel's own, whole in one call up to 256 bytes (getrandom(2)): OpenSSL's
 * generator is seeded from it, and takes a millisecond and 0.1 MB to begin.
 */
static void
random_bytes(void *v, size_t n)
{
	ssize_t got;

	do
		got = getrandom(v, n, 0);
	while (got == -1 && errno == EINTR);
	if (got == (ssize_t)n)
		return;
	fputs("the kernel gives no randomness: no code can be made\n", stderr);
	abort();
}

static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
			      "abcdefghijklmnopqrstuvwxyz"
			      "0123456789-_";

void
personal_write(const unsigned char v[TOKEN_BYTES], char out[TOKEN_SIZE])
{
	unsigned bits = 0, held = 0;
	char *to = out;

	for (size_t i = 0; i < TOKEN_BYTES; i++) {
		bits = bits << 8 | v[i];
		for (held += 8; held >= 6; held -= 6)
			*to++ = letters[bits >> (held - 6) & 63];
	}
	*to++ = letters[bits << (6 - held) & 63];
	*to = '\0';
}

/* What it would be written as must be the same: the last letter has spare bits.
 */
int
personal_read(const char *token, unsigned char out[TOKEN_BYTES])
{
	unsigned bits = 0, held = 0;
	char again[TOKEN_SIZE];
	size_t n = 0;

	if (strlen(token) != TOKEN_SIZE - 1)
		return -1;
	for (const char *p = token; *p != '\0'; p++) {
		const char *at = strchr(letters, *p);

		if (at == NULL)
			return -1;
		bits = bits << 6 | (unsigned)(at - letters);
		held += 6;
		if (held < 8 || n == TOKEN_BYTES)
			continue;
		held -= 8;
		out[n++] = (unsigned char)(bits >> held);
	}
	personal_write(out, again);
	return strcmp(again, token) == 0 ? 0 : -1;
}

void
personal_new_seed(unsigned char out[TOKEN_BYTES])
{
	random_bytes(out, TOKEN_BYTES);
}

void
personal_new_token(char out[TOKEN_SIZE])
{
	unsigned char v[TOKEN_BYTES];

	personal_new_seed(v);
	personal_write(v, out);
}

void
personal_new_reply(char out[REPLY_SIZE])
{
	uint32_t n;

	do
		random_bytes(&n, sizeof(n));
	while (n >= UINT32_MAX / 1000000 * 1000000);
	snprintf(out, REPLY_SIZE, "%06u", n % 1000000);
}
