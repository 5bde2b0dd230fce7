/*
 * worker.h: the loop of a delivery worker: claim, send, store the result.
 */
#ifndef DELIVER_WORKER_H
#define DELIVER_WORKER_H

#include <stdbool.h>

#include "base/err.h"
#include "conf/config.h"
#include "deliver/transport.h"
#include "store/store.h"

struct worker {
	struct store *store;
	struct transport *transport;
	enum channel channel;
	int64_t give_up; /* seconds */
	enum on_unknown on_unknown;
	int64_t id; /* process id */
	const struct rate *rates; /* of transport->ways; NULL: none has one */
	/*
	 * Set by worker_step() when it returns 0: what is due waits for the
	 * rate of a way until then (clock.mono_ms); TIME_NONE: it does not.
	 */
	int64_t room_at;
	const char *actor; /* for the audit trail: "alertd-mail" */
};

/*
 * Claims and sends what is due at now, once. Returns how many messages were
 * claimed (0 = none due), or -1 with *e when the store failed.
 */
int worker_step(struct worker *w, int64_t now, struct err *e);
/*
 * Steps until a byte "q" or the end of file comes on wake_fd (or SIGTERM),
 * waiting on it for the next due message; with drain, until nothing is due
 * any more. Any other byte means "look again". While the store fails it logs,
 * waits and tries again, what was sent before anything else; it gives up when
 * told to end, and with drain where nobody could (wake_fd is -1), or before
 * anything is claimed. Returns 0 or -1 with *e.
 */
int worker_run(struct worker *w, int wake_fd, bool drain, struct err *e);

/*
 * The whole main of a worker program: options -c FILE, -1 (drain and end),
 * -w FD (wake-up socket), -r (resort.h); returns an exit status of sysexits.h.
 */
int worker_main(int argc, char **argv, enum channel channel,
    struct transport *(*open)(const struct config *, struct err *));

#endif
