/*
 * mask.h: sentences of the log for those who may not see addresses: the
 * sentence, without them. Pure.
 */
#ifndef WEB_MASK_H
#define WEB_MASK_H

/*
 * s with "…" for what may be an e-mail address (a word with "@" in it) or a
 * telephone number ("+" and digits, with spaces and hyphens between them, or 8
 * digits and more, with spaces). Release with free().
 */
char *mask_addresses(const char *s);

#endif
