/* textlint_parts.h: what the files of the lint share; textlint.h is for the
 * rest. */
#ifndef NOTICE_TEXTLINT_PARTS_H
#define NOTICE_TEXTLINT_PARTS_H

#include <jansson.h>

#include "notice/textlint.h"

struct textlint_check;

/* A look at the texts of one notice. */
struct textlint_run {
	const struct notice_facts *f;
	const struct notice_texts *t;
	const struct textlint_options *o;
	json_t *data; /* notice_data() of f */
	const char *mail, *sms; /* without what is quoted in them */
	const struct textlint_check *check; /* whose turn it is */
	struct textlint *out;
};

/* A line of a text. */
struct textlint_line {
	enum textlint_where where;
	unsigned number; /* from 1; 0: it is all of it */
	const char *text;
	char *folded; /* for comparing without case */
	bool ours; /* else a feed wrote it */
};

/* Adds a finding of the check whose turn it is. */
void textlint_add(struct textlint_run *r, enum textlint_where where,
    unsigned line, const char *say, const char *words, const char *more);
/* The same of a line, with n bytes of it. */
void textlint_add_at(struct textlint_run *r, const struct textlint_line *l,
    const char *say, const char *words, size_t n, const char *more);
/* s without case, for comparing; release with free(). */
char *textlint_fold(const char *s);
/*
 * Where word stands in text, both folded; begins: as the begin of a word,
 * whole: as a whole one. NULL: nowhere.
 */
enum textlint_match { MATCH_ANY, MATCH_BEGINS, MATCH_WHOLE };
const char *
textlint_word(const char *text, const char *word, enum textlint_match match);
/* The value of a name of the data, "" for none. */
const char *textlint_value(const struct textlint_run *r, const char *name);
bool textlint_danish(const struct textlint_run *r);
bool textlint_ends(
    const struct textlint_run *r); /* the last notice, or a correction */

/* Checks of the whole: textlint_whole.c. */
void textlint_parts(struct textlint_run *r);
void textlint_next(struct textlint_run *r);
void textlint_end(struct textlint_run *r);
void textlint_segments(struct textlint_run *r);
void textlint_cut(struct textlint_run *r);
void textlint_alphabet(struct textlint_run *r);
void textlint_lix(struct textlint_run *r);
void textlint_lix_own(struct textlint_run *r);
void textlint_marks(struct textlint_run *r);

/* Checks of each line: textlint_line.c. */
void textlint_dates(struct textlint_run *r, const struct textlint_line *l);
void textlint_phones(struct textlint_run *r, const struct textlint_line *l);
void textlint_links(struct textlint_run *r, const struct textlint_line *l);
void textlint_sms_links(struct textlint_run *r, const struct textlint_line *l);
void textlint_addresses(struct textlint_run *r, const struct textlint_line *l);
void
textlint_placeholders(struct textlint_run *r, const struct textlint_line *l);
void
textlint_drill_words(struct textlint_run *r, const struct textlint_line *l);
void textlint_avoided(struct textlint_run *r, const struct textlint_line *l);
void textlint_cpr(struct textlint_run *r, const struct textlint_line *l);

#endif
