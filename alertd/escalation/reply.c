#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/attr.h"
#include "escalation/reply.h"

static const struct {
	const char *word;
	enum code_action action;
} words[] = {
    {"OK", CODE_ACK},
    {"SEND", CODE_APPROVE},
    {"NEJ", CODE_DISMISS},
    {"NO", CODE_DISMISS},
};

static const char *
skip(const char *s)
{
	while (*s != '\0' && (unsigned char)*s < 0x80 &&
	       !isalnum((unsigned char)*s))
		s++;
	return s;
}

/* The word that s begins with, and what is behind it; NULL: none. */
static const char *
find_word(const char *s, enum code_action *action)
{
	size_t n = strspn(s, "abcdefghijklmnopqrstuvwxyz"
			     "ABCDEFGHIJKLMNOPQRSTUVWXYZ");

	for (size_t i = 0; i < LENGTH(words); i++) {
		if (n != strlen(words[i].word) ||
		    strncasecmp(s, words[i].word, n) != 0)
			continue;
		*action = words[i].action;
		return s + n;
	}
	return NULL;
}

bool
reply_parse(const char *text, enum code_action *action, char digits[REPLY_SIZE])
{
	const char *s = find_word(skip(text), action);
	size_t n;

	if (s == NULL)
		return false;
	s = skip(s);
	n = strspn(s, "0123456789");
	if (n != REPLY_SIZE - 1)
		return false;
	memcpy(digits, s, n);
	digits[n] = '\0';
	return true;
}
