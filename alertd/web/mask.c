#include <string.h>

#include "base/buf.h"
#include "base/limits.h"
#include "base/mem.h"
#include "web/mask.h"

#define NUMBER_LEAST 8 /* digits; after "+" two, which are a country */

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* What a word ends at; "<", brackets and quotes stand around addresses. */
static size_t
word_length(const char *s)
{
	return strcspn(s, " \t\n\r<>()[]{}\"',;");
}

/* How long the number at s is, with what parts its digits; 0 = it is none. */
static size_t
number_length(const char *s)
{
	size_t digits = 0, end = 0;
	bool plus = *s == '+';

	for (size_t i = plus; s[i] != '\0'; i++) {
		if (is_digit(s[i])) {
			digits++;
			end = i + 1;
		} else if (strchr(plus ? " -" : " ", s[i]) == NULL ||
			   digits == 0) {
			break;
		}
	}
	return digits >= (plus ? 2 : NUMBER_LEAST) ? end : 0;
}

/* What is masked at s, which begins a word: its length, 0 = nothing. */
static size_t
masked(const char *s)
{
	size_t n = word_length(s);

	if (memchr(s, '@', n) != NULL)
		return n;
	return *s == '+' || is_digit(*s) ? number_length(s) : 0;
}

char *
mask_addresses(const char *s)
{
	struct buf b;

	buf_init(&b, LIMIT_HTTP_PAGE);
	while (*s != '\0') {
		size_t n = masked(s);

		if (n > 0) {
			buf_adds(&b, "…");
		} else {
			n = word_length(s);
			buf_add(&b, s, n);
		}
		s += n;
		if (n == 0 || (*s != '\0' && word_length(s) == 0))
			buf_addc(&b, *s++);
	}
	return buf_steal(&b);
}
