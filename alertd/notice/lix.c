#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <utf8proc.h>

#include "base/attr.h"
#include "base/str.h"
#include "notice/lix.h"

static const char *const short_forms[] = {"kl", "bl", "bl.a", "ca", "dvs",
    "evt", "f.eks", "fx", "inkl", "jf", "m.fl", "m.m", "mht", "mv", "nr", "osv",
    "pga", "pr", "s.u", "tlf", "vedr", "eks", "f", "m", "o.l", "e.g", "i.e",
    "no"};

struct counts {
	size_t words, large, sentences;
	size_t open; /* words of the sentence that has not ended */
};

static bool
is_letter(uint32_t c)
{
	utf8proc_category_t k = utf8proc_category((utf8proc_int32_t)c);

	return k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_LO;
}

static void
end_sentence(struct counts *n)
{
	if (n->open > 0)
		n->sentences++;
	n->open = 0;
}

/* Whether the word (without its last dot) is a short form or a number. */
static bool
dot_is_inside(const char *word, size_t len)
{
	for (size_t i = 0; i < LENGTH(short_forms); i++) {
		if (strlen(short_forms[i]) == len &&
		    memcmp(short_forms[i], word, len) == 0)
			return true;
	}
	return false;
}

static bool
is_number(const char *word, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (word[i] < '0' || word[i] > '9')
			return false;
	}
	return len > 0;
}

static void
count_word(struct counts *n, const char *word, size_t len)
{
	const char *s = word, *next;
	size_t letters = 0;
	bool alive = false;

	while (s < word + len) {
		uint32_t c = utf8_next(&s);

		letters += is_letter(c);
		alive |= is_letter(c) || (c >= '0' && c <= '9');
	}
	if (!alive)
		return;
	n->words++;
	n->open++;
	n->large += letters > 6;
	while (len > 0 && strchr(")\"'", word[len - 1]) != NULL)
		len--;
	if (len == 0 || strchr(".!?:", word[len - 1]) == NULL)
		return;
	if (word[len - 1] == '.' && dot_is_inside(word, len - 1))
		return;
	/* "3. marts" goes on in lower case; "kl. 14.05. Vi" does not. */
	next = word + len + strspn(word + len, ")\"' ");
	if (word[len - 1] == '.' && is_number(word, len - 1) && *next >= 'a' &&
	    *next <= 'z')
		return;
	end_sentence(n);
}

double
lix(const char *text)
{
	struct counts n = {0};

	for (bool start = true; *text != '\0';) {
		size_t len = strcspn(text, " \t\r\n");

		if (start && str_starts(text, "> ")) {
			end_sentence(&n);
			text += strcspn(text, "\n");
			len = 0;
		}
		count_word(&n, text, len);
		text += len;
		/* A blank line or a new bullet ends what went before. */
		if (*text == '\n' &&
		    (text[1] == '\n' || text[1] == '-' || text[1] == '*'))
			end_sentence(&n);
		start = *text == '\n';
		if (*text != '\0')
			text++;
	}
	end_sentence(&n);
	if (n.words == 0)
		return 0;
	return (double)n.words / (double)n.sentences +
	       100.0 * (double)n.large / (double)n.words;
}
