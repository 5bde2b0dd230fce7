/*
 * smsjob.h: the recipients of one send() of SMS: who gets one SMS together,
 * what became of each, and what is to be told of which message, and when. No
 * network.
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
	bool told; /* that it is */
	bool refused; /* by this gateway; what that means is seen at its end */
	bool out; /* a call with it is under way */
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
	bool news; /* a result of it is not told */
	bool lost; /* another worker has it */
};

struct smsjobs {
	const struct messages *l;
	struct smsjob *v;
	size_t n;
	struct smsjob_of *of; /* for each message */
	size_t *by_text; /* messages, those with the same text together */
	size_t *news; /* messages with some */
	size_t n_news;
	size_t doubt; /* done, and not told: sent twice if we died now */
};

/* For how long results wait for others, to be stored with them. */
struct smsgroup {
	size_t few; /* until so many calls are under way, or fewer; */
	int ms; /* at most so long */
};

/*
 * Where so many calls may be under way at once, and storing took so long last.
 * What ends while some are stored is stored next, so the gateway has calls all
 * the while: a quarter is enough. But where storing takes long, all that come
 * soon are better than a part of them.
 */
struct smsgroup smsgroup_after(size_t window, int64_t stored_ms);

/* Borrows l; release with smsjobs_clear(). */
void smsjobs_init(struct smsjobs *s, const struct messages *l);
void smsjobs_clear(struct smsjobs *s);
/* Whether the i-th is to be sent: a root without a result, and not out. */
bool smsjob_open(const struct smsjobs *s, size_t i);
/* How many of the message's jobs from the i-th on are. */
size_t smsjobs_open_of(const struct smsjobs *s, size_t i);
/* What became of the i-th, a root, and of those whose root it is. */
void smsjob_finish(struct smsjobs *s, size_t i, enum outcome outcome);
/*
 * A message with results that are not told: they count as told then. False:
 * there is none.
 */
bool smsjobs_news(struct smsjobs *s, size_t *message);
/*
 * Those results, at most of[].n; their texts are borrowed. Returns how many.
 */
size_t smsjobs_results(struct smsjobs *s, size_t message, struct result *out);
/*
 * Nothing of a message that another worker has is ours to send or to tell.
 * Returns whether a job that waited for one of its results has got a root of
 * its own, and is open.
 */
bool smsjobs_lose(struct smsjobs *s, size_t message);

#endif
