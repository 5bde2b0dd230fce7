#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/mention.h"

/* One byte in lower case; those of Æ to Þ follow 0xc3. */
static unsigned char
lower(const char *s, size_t i)
{
	unsigned char c = (unsigned char)s[i];
	unsigned char before = i > 0 ? (unsigned char)s[i - 1] : 0;

	if (c >= 'A' && c <= 'Z')
		return (unsigned char)(c + 0x20);
	if (before == 0xc3 && c >= 0x80 && c <= 0x9e && c != 0x97)
		return (unsigned char)(c + 0x20);
	return c;
}

static bool
in_word(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
	       (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

static bool
begins(const char *text, size_t at, bool address)
{
	if (at == 0)
		return true;
	if (in_word(text[at - 1]))
		return false;
	return !address || strchr("._+-", text[at - 1]) == NULL;
}

/* A full stop ends a sentence; in front of a letter it goes on. */
static bool
ends(const char *rest, bool address)
{
	if (in_word(rest[0]))
		return false;
	return !address || rest[0] == '\0' || strchr(".-", rest[0]) == NULL ||
	       !in_word(rest[1]);
}

/* How long word is where it stands at that place of text; 0 if not. */
static size_t
stands(const char *text, size_t at, const char *word)
{
	bool address = strchr(word, '@') != NULL;
	size_t n = strlen(word);

	if (n == 0 || !begins(text, at, address))
		return 0;
	for (size_t i = 0; i < n; i++)
		if (text[at + i] == '\0' ||
		    lower(text, at + i) != lower(word, i))
			return 0;
	return ends(text + at + n, address) ? n : 0;
}

static size_t
longest(const char *text, size_t at, const struct strv *words)
{
	size_t most = 0;

	for (size_t i = 0; i < words->n; i++) {
		size_t n = stands(text, at, words->v[i]);

		if (n > most)
			most = n;
	}
	return most;
}

bool
mention_in(const char *text, const struct strv *words)
{
	for (size_t at = 0; text[at] != '\0'; at++)
		if (longest(text, at, words) > 0)
			return true;
	return false;
}

char *
mention_erase(const char *text, const struct strv *words, const char *instead)
{
	size_t len = strlen(text), at = 0;
	struct buf b;

	if (!mention_in(text, words))
		return NULL;
	buf_init(&b, (len + 1) * (strlen(instead) + 1));
	while (at < len) {
		size_t n = longest(text, at, words);

		if (n > 0)
			buf_adds(&b, instead);
		else
			buf_addc(&b, text[at]);
		at += n > 0 ? n : 1;
	}
	/* Half a text that was erased would be no erasure. */
	if (buf_failed(&b))
		must_have(NULL);
	return b.len == 0 ? xstrdup("") : buf_steal(&b);
}

static void
add_once(struct strv *l, const char *s)
{
	if (*s != '\0' && !strv_has(l, s))
		strv_add(l, s);
}

void
mention_add(struct strv *words, const char *address)
{
	char *zeros;

	add_once(words, address);
	if (*address != '+')
		return;
	add_once(words, address + 1);
	zeros = xasprintf("00%s", address + 1);
	add_once(words, zeros);
	free(zeros);
	if (str_starts(address, "+45"))
		add_once(words, address + strlen("+45"));
}
