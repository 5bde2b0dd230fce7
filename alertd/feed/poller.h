/*
 * poller.h: fetches the feeds, several at once, each in its own rhythm, none
 * waiting for another; hands on what each said. Validators (ETag,
 * Last-Modified) live in memory, so the first fetch after a start is whole.
 */
#ifndef FEED_POLLER_H
#define FEED_POLLER_H

#include <poll.h>
#include <stddef.h>
#include <stdint.h>
#include <curl/curl.h>

#include "base/buf.h"
#include "base/err.h"
#include "conf/config.h"
#include "feed/report.h"

struct poller;

enum poll_outcome {
	POLL_REPORTS, /* parsed; reports holds all that the feed lists now */
	POLL_BODY, /* a calendar: body is what it says now */
	POLL_UNCHANGED, /* 304, or the same bytes as the last good time */
	POLL_FAILED /* error says why; nothing may be concluded */
};

struct poll_result {
	const struct feed_conf *feed; /* borrowed from the configuration */
	bool calendar; /* of the rota whose name feed bears */
	enum poll_outcome outcome;
	struct reports reports; /* the receiver may steal it, else cleared */
	const struct buf *body; /* of POLL_BODY */
	enum feed_kind kind; /* of the body; what it was found to be */
	enum feed_cause cause; /* of POLL_FAILED */
	struct err error;
	long status; /* HTTP status, 0 when there was none */
	/* Mails that are not believed, in a sentence; "" = none. To be told,
	 * and then poller_told(), with any outcome. */
	struct err refused;
};

typedef void poll_fn(struct poll_result *result, void *arg);

/* feeds is borrowed until poller_close(). -1 style: NULL with *e. */
struct poller *
poller_open(const struct feed_conf *feeds, size_t n, struct err *e);
void poller_close(struct poller *p);
/*
 * Beside the feeds, the calendars of the rotas that have one. They are not
 * parsed here; a file is looked at every minute. -1 with *e.
 */
int poller_add_calendars(
    struct poller *p, const struct rota_conf *rotas, size_t n, struct err *e);

/*
 * Starts what is due at mono_ms, moves every running transfer on, and calls
 * fn for each feed that has finished. Never blocks.
 */
void poller_turn(struct poller *p, int64_t mono_ms, poll_fn *fn, void *arg);
/*
 * Whether what a feed says is being read: some of it has come, and the rest is
 * to come any moment.
 */
bool poller_reads(const struct poller *p);
/* When poller_turn() has something to start next, monotonic milliseconds. */
int64_t poller_next(const struct poller *p);
/*
 * Waits at most timeout_ms for the transfers or for extra (as poll(2); their
 * revents are set). Returns -1 with *e when the wait itself failed.
 */
int poller_wait(struct poller *p, struct pollfd *extra, unsigned n,
    int timeout_ms, struct err *e);

/*
 * The receiver could not keep what the feed said: forget its validators and
 * its last body, so that the next poll hands all of it on again.
 */
void poller_again(struct poller *p, const struct feed_conf *feed);

/*
 * Somebody was told of the mails that the feed refuses: they are moved aside.
 * -1 with *e when one stays where it is; it is not told again all the same.
 */
int poller_told(struct poller *p, const struct feed_conf *feed, struct err *e);
/* Something came by another way: what is on this machine is due now. */
void poller_look(struct poller *p);

/*
 * Where other transfers of struct fetch may run, moved on and waited for with
 * those of the feeds.
 */
CURLM *poller_multi(struct poller *p);

/*
 * One fetch and parse of one feed, blocking: for "alertctl feed test".
 * *result is to be released with reports_clear(&result->reports).
 */
int poll_once(
    const struct feed_conf *feed, struct poll_result *result, struct err *e);

#endif
