/*
 * textlint.h: what is wrong with the texts of a notice, before it is sent: a
 * part that is missing, a date that cannot be right, a placeholder, a patient's
 * number. Pure. alertctl(1), CHECKS, has each.
 */
#ifndef NOTICE_TEXTLINT_H
#define NOTICE_TEXTLINT_H

#include <stdbool.h>
#include <stddef.h>

#include "notice/notice.h"

enum textlint_severity {
	TEXTLINT_WARNING, /* it is told */
	TEXTLINT_STOP, /* it is not sent unless somebody insists */
	TEXTLINT_REFUSED /* it is not sent */
};

/* Where it is. */
enum textlint_where {
	TEXTLINT_SUBJECT,
	TEXTLINT_MAIL,
	TEXTLINT_SMS,
	TEXTLINT_TITLE, /* as the operator or the feed wrote it */
	TEXTLINT_TEXT
};

struct textlint_finding {
	const char *check; /* its name in the table */
	enum textlint_severity severity;
	enum textlint_where where;
	unsigned line; /* from 1; 0: the whole of it */
	const char *say; /* a sentence: %1 stands for words, %2 for more */
	char *words, *more; /* "" when there are none */
};

struct textlint {
	struct textlint_finding *v;
	size_t n;
};

struct textlint_options {
	bool ours; /* title and news are the operator's, not a feed's */
	bool fallback; /* a template failed: this is the built-in plain text */
};

/*
 * Adds what is wrong to *out ({0} is empty; release with textlint_clear()).
 * What a feed wrote, and the built-in plain text, are never worse than a
 * warning.
 */
void textlint_texts(const struct notice_facts *f, const struct notice_texts *t,
    const struct textlint_options *o, struct textlint *out);
/* Adds a copy. */
void textlint_copy(struct textlint *l, const struct textlint_finding *f);
void textlint_clear(struct textlint *l);
/* The worst of it; TEXTLINT_WARNING, too, when there is none. */
enum textlint_severity textlint_worst(const struct textlint *l);

/*
 * The finding in a sentence that begins with its place: "the mail, line 12:
 * …". translate has each constant part in another language; NULL: English.
 * Release with free().
 */
char *textlint_sentence(
    const struct textlint_finding *f, const char *(*translate)(const char *));
const char *textlint_severity_name(enum textlint_severity s);
const char *textlint_where_name(enum textlint_where w);

/* The i-th check by name, and how grave; NULL past the end. */
const char *textlint_check_at(size_t i, enum textlint_severity *severity);

/* The i-th word that is built in to be avoided; NULL past the end. */
const char *textlint_avoid_at(size_t i, const char **instead);

#endif
