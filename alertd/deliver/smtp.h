/*
 * smtp.h: mail through the relays of the configuration, by libesmtp. Opened
 * by smtp_open() of transport.h.
 *
 * Relays are tried in order: the next one for what a relay that cannot be
 * used did not begin, and for messages of which it took nothing for now.
 */
#ifndef DELIVER_SMTP_H
#define DELIVER_SMTP_H

/*
 * libesmtp's connect() ignores every timeout and knows no implicit TLS, so
 * the program that uses smtp_open() must define connect() as a call of this
 * (the dynamic linker then gives it to libesmtp). Outside of a session it is
 * the system's connect().
 */
int smtp_connect(int fd, const void *address, unsigned int length);

#endif
