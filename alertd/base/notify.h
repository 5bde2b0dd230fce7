/*
 * notify.h: states for systemd, after sd_notify(3): one datagram to the
 * socket named by NOTIFY_SOCKET; nothing when there is none. Waits a second at
 * most for one who does not read.
 */
#ifndef BASE_NOTIFY_H
#define BASE_NOTIFY_H

#include <stdint.h>

#include "base/attr.h"

/* "READY=1", "WATCHDOG=1", "STATUS=…", "STOPPING=1", "RELOADING=1". */
void notify(const char *fmt, ...) ATTR_PRINTF(1, 2);
/*
 * Milliseconds that may pass between two "WATCHDOG=1": half of WATCHDOG_USEC;
 * INT64_MAX when there is no watchdog, or it is another process'.
 */
int64_t notify_watchdog(void);

#endif
