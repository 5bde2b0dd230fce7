/*
 * mask.h: sentences of the log for those who may not see addresses: the
 * sentence, without them. Pure.
 */
#ifndef WEB_MASK_H
#define WEB_MASK_H

/*
 * s with "…" for what may be an e-mail address (a word with "@" in it) or a
 * telephone number, wherever it stands: "+" and 2 digits or more, or 8 digits
 * and more, with blanks and any of "-./()" between them. What is plainly a
 * date, a time behind "kl." or an incident's reference stays. Release with
 * free().
 */
char *mask_addresses(const char *s);

#endif
