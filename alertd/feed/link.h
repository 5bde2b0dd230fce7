/* link.h: addresses that are written relative to another. */
#ifndef FEED_LINK_H
#define FEED_LINK_H

/*
 * The address that link means in a document at base (RFC 3986, 5.2), both as
 * feeds write them: letters outside of ASCII stay, white space within is left
 * out or becomes %20, slashes too many before the host are dropped. base may
 * be "" or relative itself; release with free().
 */
char *link_join(const char *base, const char *link);

#endif
