#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mac.h"
#include "base/mem.h"
#include "base/str.h"
#include "outbox/sender.h"

char *
sender_check(const char *secret, int64_t message, char out[SENDER_CHECK])
{
	unsigned char code[MAC_SIZE];
	char text[48];
	char *hex;
	int n = snprintf(text, sizeof(text), "bounce %" PRId64, message);

	mac_make(MAC_SHA256, secret, text, (size_t)n, code);
	hex = mac_hex(code, (SENDER_CHECK - 1) / 2);
	memcpy(out, hex, SENDER_CHECK);
	free(hex);
	return out;
}

char *
sender_format(
    const char *base, const char *delimiter, int64_t message, const char *check)
{
	size_t local = strcspn(base, "@");

	return xasprintf("%.*s%s%" PRId64 ".%s%s", (int)local, base, delimiter,
	    message, check, base + local);
}

/* "42.0f1e2d3c4b5a6978" */
static int
parse_tail(const char *s, int64_t *message, char check[SENDER_CHECK])
{
	size_t digits = strcspn(s, ".");
	char *number;
	int r;

	if (strspn(s + digits + (s[digits] != '\0'), "0123456789abcdef") !=
		SENDER_CHECK - 1 ||
	    strlen(s) != digits + SENDER_CHECK)
		return -1;
	number = xstrndup(s, digits);
	r = parse_int(number, 1, INT64_MAX, message);
	free(number);
	if (r == 0)
		memcpy(check, s + digits + 1, SENDER_CHECK);
	return r;
}

int
sender_parse(const char *base, const char *delimiter, const char *address,
    int64_t *message, char check[SENDER_CHECK])
{
	size_t local = strcspn(base, "@"), n = strlen(delimiter);
	size_t end = strcspn(address, "@");
	char *tail;
	int r;

	if (end > 64 || end < local + n ||
	    strncasecmp(base, address, local) != 0 ||
	    strncasecmp(delimiter, address + local, n) != 0)
		return -1;
	tail = xstrndup(address + local + n, end - local - n);
	for (char *c = tail; *c != '\0'; c++)
		if (*c >= 'A' && *c <= 'F')
			*c = (char)(*c - 'A' + 'a');
	r = parse_tail(tail, message, check);
	free(tail);
	return r;
}
