/* mailtext.h: what the author of a mail wrote, and what he quotes. Pure. */
#ifndef FEED_MAILTEXT_H
#define FEED_MAILTEXT_H

#include <stdbool.h>

/*
 * Parts text into *own, without signature, and *quoted: lines with ">", and
 * all below "Fra: … Sendt: …", "Den … skrev …:", "-----Original Message-----"
 * and their like in Danish, English and German, which are left out. What a
 * mail that is forwarded passes on is its *own. Returns whether the end of
 * text is quoted. Release both with free().
 */
bool
mailtext_split(const char *text, bool forwarded, char **own, char **quoted);
/* format=flowed (RFC 3676): lines that were broken are one again; free(). */
char *mailtext_unflow(const char *text, bool delsp);
/*
 * The subject without what mailers put in front: "Re:", "SV:", "VS:", "Fwd:",
 * "AW:" …; tags: also without "[…]". Borrowed from s.
 */
const char *mailtext_subject(const char *s, bool tags);
/* The subject says that the mail is passed on. */
bool mailtext_forwarded(const char *subject);

#endif
