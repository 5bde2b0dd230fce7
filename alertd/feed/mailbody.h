/* mailbody.h: the text of a mail, out of its parts and their encodings. */
#ifndef FEED_MAILBODY_H
#define FEED_MAILBODY_H

#include <gmime/gmime.h>
#include <stdbool.h>

struct mail_body {
	char *text; /* UTF-8, lines as they are; "" when there is none */
	char *inner_subject; /* of the first mail that is attached, or "" */
	bool cut; /* it is longer than LIMIT_TEXT */
	bool whole; /* no part was torn, locked or not understood */
};

/*
 * The text of the mail, which was read from the len bytes of data: of
 * alternatives the plain one, unless it is empty or a stub beside the HTML; of
 * attached mails theirs; of attachments nothing. Release with mailbody_clear().
 */
void mailbody_read(
    GMimeMessage *mail, const char *data, size_t len, struct mail_body *out);
void mailbody_clear(struct mail_body *b);

#endif
