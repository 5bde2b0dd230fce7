/*
 * mail.h: one mail, read with GMime: what is needed to believe it, to find
 * its thread, and to tell what it says. Pure: no files, no clock.
 */
#ifndef FEED_MAIL_H
#define FEED_MAIL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/clock.h"
#include "base/err.h"
#include "base/str.h"

/* All strings are UTF-8 without control characters, never NULL. */
struct mail {
	char *id; /* its Message-ID; a hash where it has none */
	struct strv links; /* the mails it refers to, the oldest first */
	char *from; /* the one address, "" when there is none or several */
	char *subject;
	int64_t at; /* when it was written, UTC; never after it arrived */
	char *text; /* what its author wrote, or passed on */
	char *quoted; /* what stands below, of older mails */
	char
	    *status; /* "resolved" where it is a Statuspage mail that says so */
	bool update; /* it has the form of a Statuspage mail */
	bool whole; /* all of it was understood */
	char *machine; /* what it is when no person or page wrote it, "" */
	/* Authentication-Results as they stand, from the top; the first
	 * n_above of them stand above the first Received. */
	struct strv results;
	size_t n_above;
};

/*
 * Reads the size bytes of a mail; arrived is when its file was made, for a
 * mail that does not tell (TIME_NONE: not known). cut: there was more of it.
 * Release with mail_clear(), also after -1 with *e (it is no mail at all).
 */
int mail_read(const char *data, size_t size, bool cut, int64_t arrived,
    struct mail *out, struct err *e);
/* The length of the header of such a mail, of which alone it can be read. */
size_t mail_header_size(const char *data, size_t len);
void mail_clear(struct mail *m);

#endif
