/*
 * smsjob.h: the recipients of one send() of SMS: who gets one SMS together,
 * what became of each, and which messages are complete. No network.
 */
#ifndef DELIVER_SMSJOB_H
#define DELIVER_SMSJOB_H

#include <stdbool.h>
#include <stddef.h>

#include "deliver/answer.h"
#include "outbox/message.h"

#define SMSJOB_NONE SIZE_MAX

/*
 * One due recipient. Two with the same number and text are sent once: the
 * later one takes over the result of the first, its root.
 */
struct smsjob {
	const struct message *m;
	size_t message; /* its place in the list */
	int64_t delivery;
	size_t root;
	size_t twin; /* the next with the same root, or SMSJOB_NONE */
	struct target target;
	char ref[MESSAGE_REF_SIZE];
	bool done;
	bool refused; /* by this gateway; what that means is seen at its end */
	enum outcome outcome;
	int code;
	int64_t pause; /* seconds, that were asked for */
	const char *via; /* borrowed; NULL: it was not tried */
};

/* One message: its jobs stand together. */
struct smsjob_of {
	size_t first, n;
	size_t text; /* the place of the first message with its text */
	size_t left; /* of its jobs without a result */
	size_t done; /* of its jobs with one of their own */
	bool told; /* or lost */
};

struct smsjobs {
	const struct messages *l;
	struct smsjob *v;
	size_t n;
	struct smsjob_of *of; /* for each message */
	size_t *by_text; /* messages, those with the same text together */
	size_t *ready; /* complete, and not told */
	size_t n_ready, next_ready;
	/* Done, of messages that are not told: sent twice if we died now. */
	size_t doubt;
};

/* Borrows l; release with smsjobs_clear(). */
void smsjobs_init(struct smsjobs *s, const struct messages *l);
void smsjobs_clear(struct smsjobs *s);
/* Whether the i-th is to be sent: a root without a result. */
bool smsjob_open(const struct smsjobs *s, size_t i);
/* How many of the message's jobs from the i-th on are. */
size_t smsjobs_open_of(const struct smsjobs *s, size_t i);
/* What became of the i-th, a root, and of those whose root it is. */
void smsjob_finish(struct smsjobs *s, size_t i, enum outcome outcome);
/* The next message that is complete; it counts as told. False: none is. */
bool smsjobs_ready(struct smsjobs *s, size_t *message);
/*
 * The next message from *message on that is not told and of which a part is
 * done; it counts as told. False: none is.
 */
bool smsjobs_part(struct smsjobs *s, size_t *message);
/*
 * The results of those of the message's jobs that have one, at most of[].n;
 * their texts are borrowed. Returns how many.
 */
size_t
smsjobs_results(const struct smsjobs *s, size_t message, struct result *out);
/*
 * Nothing of a message that another worker has is ours to send or to tell.
 * Returns whether a job that waited for one of its results has got a root of
 * its own, and is open.
 */
bool smsjobs_lose(struct smsjobs *s, size_t message);

#endif
