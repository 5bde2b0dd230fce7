/* str.h: strings, lists of strings, and strict numbers. */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A list of strings; {0} is empty. Release with strv_clear(). */
struct strv {
	char **v;
	size_t n;
};

void strv_add(struct strv *l, const char *s); /* copies */
void strv_take(struct strv *l, char *s); /* takes ownership */
void strv_clear(struct strv *l);
bool strv_has(const struct strv *l, const char *s);
/* The strings with sep between; release with free(). */
char *strv_join(const struct strv *l, const char *sep);
/* Splits at any character of seps, trims, drops empty pieces. */
void strv_split(struct strv *l, const char *s, const char *seps);

bool str_eq(const char *a, const char *b); /* NULL equals NULL only */
bool str_starts(const char *s, const char *prefix);
bool str_ends(const char *s, const char *suffix);
bool str_empty(const char *s); /* NULL, or white space only */
/* Cuts ASCII white space at both ends, in place; returns s. */
char *str_trim(char *s);
/* Makes every ASCII control character a space, in place; returns s. */
char *str_plain(char *s);
/* Cuts every c at the end, in place; returns s. */
char *str_cut_end(char *s, char c);
/*
 * The n bytes of s as one line of UTF-8: white space and control characters
 * are single spaces, none at the ends; at most max bytes of s, of which each
 * bad one becomes U+FFFD. Release with free().
 */
char *str_line(const char *s, size_t n, size_t max);
/* True when the n bytes are valid UTF-8 (RFC 3629). */
bool utf8_valid(const char *s, size_t n);
/* True when more letters beyond ASCII are valid UTF-8 than places are not. */
bool utf8_mostly(const char *s, size_t n);
/* The largest length <= max that does not cut a UTF-8 character of s. */
size_t utf8_cut(const char *s, size_t max);
/* Copies s, each invalid byte replaced by U+FFFD; release with free(). */
char *utf8_repair(const char *s, size_t n);
/*
 * The character at s, of which n bytes may be read; U+FFFD if bad. Returns
 * its length, 1 for a bad byte, 0 when n is 0.
 */
size_t utf8_step(const char *s, size_t n, uint32_t *c);
/* Reads the character at *s, moves *s past it; 0 at the end; U+FFFD if bad. */
uint32_t utf8_next(const char **s);

/*
 * The whole of s as a decimal number in [min, max]: no spaces, no plus sign.
 * Returns 0, or -1 and leaves *out alone.
 */
int parse_int(const char *s, int64_t min, int64_t max, int64_t *out);
/*
 * A duration: digits and one of s, m, h, d, several in a row ("1h30m", "0s").
 * Returns 0 and seconds in *out, or -1 (empty, no unit, more than 3660 days).
 */
int parse_duration(const char *s, int64_t *out);
/* "2h", "1h30m", "45s": what parse_duration() reads; release with free(). */
char *format_duration(int64_t seconds);

#endif
