/*
 * compose.h: a message of the outbox as a mail that any relay takes: 7-bit,
 * CRLF, lines of at most 76 bytes but for a header word that cannot be
 * folded, quoted-printable, RFC 2047 headers.
 */
#ifndef DELIVER_COMPOSE_H
#define DELIVER_COMPOSE_H

#include "base/buf.h"
#include "base/err.h"
#include "conf/config.h"
#include "outbox/message.h"

/*
 * Adds the whole mail to *out: From and Reply-To from conf; To all of m->to,
 * due or not (the empty group "FMK-kontakter i kommunerne:;" when the message
 * is the vendors' copy: its recipients stand in Cc); Cc; Subject; Date, the
 * time m was made, in the zone of zone_set(); Message-ID, In-Reply-To and
 * References; Auto-Submitted; text, and HTML if there is one. Control
 * characters in a field become spaces, broken UTF-8 is repaired, and an
 * address that is not address_valid() is left out of the header.
 *
 * envelope_from, if not NULL, is written as Return-Path: only for a final
 * delivery. The same m gives the same bytes. Returns 0, or -1 with *e: no
 * usable From, or more than LIMIT_MAIL_BYTES.
 */
int compose(const struct message *m, const struct mail_conf *conf,
    const char *envelope_from, struct buf *out, struct err *e);

/*
 * Does, once in a process, what its first mail would wait for: for who forks
 * others that compose, and for who waits.
 */
void compose_ready(void);

/*
 * Where the mail comes back to: an address of its own with mail.bounces, else
 * from, the address of conf->from. Release with free().
 */
char *envelope_sender(
    const struct message *m, const struct mail_conf *conf, const char *from);

#endif
