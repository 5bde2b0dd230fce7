/* out.h: how alertctl prints: JSON for scripts, columns for people. */
#ifndef ALERTCTL_UI_OUT_H
#define ALERTCTL_UI_OUT_H

#include <jansson.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "base/str.h"
#include "notice/notice.h"
#include "store/messages.h"

/* Prints a value on lines of its own, indented; takes the reference. */
void out_json(json_t *j);
/* The same on one line. */
void out_json_line(json_t *j);

/*
 * A list that may be very long, printed as it is made, just as out_json()
 * prints it: so only one of it is in memory. head and key: it is the last of
 * that object, and stands there as key; NULL: it stands alone. Each takes the
 * reference.
 */
struct out_list {
	int depth; /* blanks before its end */
	size_t n;
};

void out_list_begin(struct out_list *l, json_t *head, const char *key);
void out_list_add(struct out_list *l, json_t *j);
void out_list_end(const struct out_list *l);

/* A list of strings. New reference. */
json_t *json_words(const struct strv *l);
/* RFC 3339, or null for TIME_NONE. New reference. */
json_t *json_time(int64_t t);

#define WHEN_SIZE 32
/* "2026-03-28 23:13" in local time into buf, "-" for TIME_NONE. */
const char *out_when(int64_t t, char buf[WHEN_SIZE]);
/* The same, without the date when that is the one of now. */
const char *out_clock(int64_t t, int64_t now, char buf[WHEN_SIZE]);
/* "2h05m" of seconds, rounded to minutes from a minute on, into buf. */
const char *out_span(int64_t seconds, char buf[WHEN_SIZE]);
/* Text with two blanks before each line. */
void out_indented(const char *text);
/* The same, folded between words to 80 columns, under the item that it is. */
void out_folded(FILE *out, const char *text);
/* s, then blanks until it is width characters wide. */
void out_padded(const char *s, size_t width);
/* As much of s as is width characters wide. */
void out_cut(const char *s, size_t width);
/* "mail" or "SMS", in the language of the operator. */
const char *out_channel(enum channel channel);
/* "3 accepted, 1 failed" of one channel, "nothing" when there is nothing. */
char *out_counts(const struct outbox_counts *n, enum channel channel);
json_t *counts_json(const struct outbox_counts *n);
/* An SMS with its size. */
void out_sms(const char *sms);

#endif
