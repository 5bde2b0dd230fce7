/*
 * textcheck.h: the checks of a notice's texts (notice/textlint.h) before it
 * goes out: shown, and what stops it stops it.
 */
#ifndef ALERTCTL_SEND_TEXTCHECK_H
#define ALERTCTL_SEND_TEXTCHECK_H

#include <jansson.h>
#include <stdio.h>

#include "alertctl/ctl.h"
#include "notice/textlint.h"

struct textcheck {
	struct textlint all;
	size_t vendors; /* from here on: in the vendors' copy alone */
};

/*
 * Checks the texts of the next notice of i, for municipalities and vendors.
 * Release with textcheck_clear().
 */
void textcheck_run(struct ctl *c, struct core *core, const struct incident *i,
    enum notice_type type, int64_t now, struct textcheck *out);
void textcheck_clear(struct textcheck *k);

/* A line for each finding; nothing when there is none. */
void textcheck_print(const struct textcheck *k, FILE *out);
/* check, severity, where, line, words, sentence, audience. New reference. */
json_t *textcheck_json(const struct textcheck *k);

/*
 * 0: nothing stops it, or --force passes what does. Else EX_DATAERR, and what
 * to do is told.
 */
int textcheck_gate(struct ctl *c, const struct textcheck *k);

#endif
