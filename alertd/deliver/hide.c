#include <openssl/evp.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "deliver/hide.h"

#define STARS "***"

static char *
replace(char *s, const char *form)
{
	size_t n = strlen(form);
	struct buf b;
	const char *at, *from = s;

	if (strstr(s, form) == NULL)
		return s;
	buf_init(&b, SIZE_MAX / 2);
	while ((at = strstr(from, form)) != NULL) {
		buf_add(&b, from, (size_t)(at - from));
		buf_adds(&b, STARS);
		from = at + n;
	}
	buf_adds(&b, from);
	free(s);
	return buf_steal(&b);
}

/* The beginning of one at the end of s, where that was cut. */
static char *
replace_cut(char *s, const char *form)
{
	size_t len = strlen(s), n = strlen(form);
	char *cut;

	for (size_t k = n < len ? n : len; k >= HIDE_LEAST; k--) {
		if (memcmp(s + len - k, form, k) != 0)
			continue;
		cut = xasprintf("%.*s" STARS, (int)(len - k), s);
		free(s);
		return cut;
	}
	return s;
}

static char *
hide_form(char *s, char *form)
{
	if (strlen(form) >= HIDE_LEAST)
		s = replace_cut(replace(s, form), form);
	explicit_bzero(form, strlen(form));
	free(form);
	return s;
}

/* Without its padding: where more follows there is none. */
static char *
base64(const char *secret, size_t n)
{
	unsigned char *out = xcalloc(n / 3 + 2, 4);

	EVP_EncodeBlock(out, (const unsigned char *)secret, (int)n);
	out[n / 3 * 4 + (n % 3 == 0 ? 0 : n % 3 + 1)] = '\0';
	return (char *)out;
}

static char *
percent(const char *secret, size_t n)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
				    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";
	static const char hex[] = "0123456789ABCDEF";
	char *form = xcalloc(n + 1, 3), *to = form;

	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)secret[i];

		if (c != '\0' && strchr(plain, secret[i]) != NULL) {
			*to++ = secret[i];
			continue;
		}
		*to++ = '%';
		*to++ = hex[c >> 4];
		*to++ = hex[c & 15];
	}
	return form;
}

char *
hide(char *s, const char *secret, size_t n)
{
	if (n < HIDE_LEAST)
		return s;
	if (memchr(secret, '\0', n) == NULL)
		s = hide_form(s, xstrndup(secret, n));
	s = hide_form(s, base64(secret, n));
	return hide_form(s, percent(secret, n));
}
