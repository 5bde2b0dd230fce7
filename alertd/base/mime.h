/* mime.h: GMime, which reads and composes mail, started once. */
#ifndef BASE_MIME_H
#define BASE_MIME_H

#include <gmime/gmime.h>
#include <stddef.h>

/* Before the first use of GMime; again is fine. */
void mime_start(void);
/*
 * The length of the line that mbox and Postfix put in front of a mail: "From
 * drift@… Sat Mar 28 …".
 */
size_t mime_envelope(const char *data, size_t len);
/*
 * The length up to the last line that may part the mail, of which there are at
 * most LIMIT_MIME_BOUNDARIES: GMime makes a part of each, before anybody can
 * ask how many there are.
 */
size_t mime_sensible(const char *data, size_t len);
/*
 * The mail in the bytes, which are borrowed by it; release with
 * g_object_unref(). NULL when it is none.
 */
GMimeMessage *mime_parse(const char *data, size_t len);

#endif
