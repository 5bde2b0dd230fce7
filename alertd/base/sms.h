/* sms.h: the SMS alphabet and segments, 3GPP TS 23.038. */
#ifndef BASE_SMS_H
#define BASE_SMS_H

#include <stdbool.h>
#include <stddef.h>

struct sms_size {
	bool ucs2; /* else GSM-7 with its extension table */
	size_t units; /* septets, or UTF-16 code units */
	size_t segments; /* 160/153 or 70/67, no pair split */
};

struct sms_size sms_measure(const char *text);
/*
 * The text with what has a plain twin in GSM-7 replaced (curly quotes,
 * dashes, "…", NBSP, tabs), cut at a word to at most segments. A text that
 * is too long only because of a few characters outside GSM-7 (emoji) loses
 * those first. Release with free().
 */
char *sms_fit(const char *text, size_t segments);
/*
 * The same for text and end with a space between, where only text is cut:
 * end always stands whole, unless it alone is too long.
 */
char *sms_fit_end(const char *text, const char *end, size_t segments);
/* The characters of text that are not in GSM-7, each once, or "". */
char *sms_foreign(const char *text);

#endif
