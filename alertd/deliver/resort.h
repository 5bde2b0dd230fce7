/*
 * resort.h: the last resort: a text to the addresses of alarm: alone, without
 * the database. What a worker does with -r.
 */
#ifndef DELIVER_RESORT_H
#define DELIVER_RESORT_H

#include "base/words.h"
#include "conf/config.h"
#include "deliver/transport.h"

/*
 * Sends what stands on standard input (mail: its first line is the subject)
 * to alarm.mail or alarm.sms, now, over all relays or gateways in their order,
 * once. Prints RESORT_ACCEPTED for each address as soon as it is taken, and
 * logs the others. An exit status of sysexits.h: EX_OK when one was taken,
 * EX_CONFIG when there is nobody to send to, else EX_TEMPFAIL.
 */
int resort_send(
    const struct config *conf, struct transport *t, enum channel channel);

#define RESORT_ACCEPTED "accepted\n"

#endif
