/*
 * deadman.h: the dead-man URL. It is fetched while all is well, so that
 * whoever watches it raises the alarm when it is not any more, or when the
 * machine is gone. The address may be a secret: no message shows it.
 */
#ifndef DEADMAN_H
#define DEADMAN_H

#include <stdint.h>

#include "base/err.h"
#include "conf/config.h"
#include "feed/poller.h"

struct deadman;

/*
 * conf and poller are borrowed, the poller's turns move the transfer on; to
 * be closed before it. Without a URL nothing is ever fetched. NULL with *e.
 */
struct deadman *deadman_open(
    const struct deadman_conf *conf, struct poller *poller, struct err *e);
void deadman_close(struct deadman *d);

/* A self-check passed: starts a fetch when one is due. Never blocks. */
void deadman_well(struct deadman *d, int64_t mono_ms);
/*
 * A self-check did not pass: with deadman.fail that is told by the same URL
 * with "/fail" behind its path, each time. Never blocks.
 */
void deadman_ill(struct deadman *d, int64_t mono_ms);
/*
 * What became of a fetch: 1 when it was answered well, -1 with *why when not,
 * 0 when none has ended since the last call.
 */
int deadman_ended(struct deadman *d, struct err *why);

#endif
