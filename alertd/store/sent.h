/* sent.h: what went to one recipient, for who asks what they were told. */
#ifndef STORE_SENT_H
#define STORE_SENT_H

#include "incident/incident.h"
#include "store/incidents.h"

/* A notice to municipalities, and whether it was queued to the recipient. */
struct sent {
	int64_t incident;
	int64_t opened_at; /* of the incident, for its reference */
	enum incident_kind kind;
	char *audience;
	int number;
	enum notice_type type;
	enum effect effect;
	char *topic, *title;
	int64_t at;
	bool queued[CHANNEL_SMS + 1]; /* by channel */
	enum delivery_state state[CHANNEL_SMS + 1]; /* where it was queued */
};

struct sents {
	struct sent *v;
	size_t n;
};

void sents_clear(struct sents *l);
/*
 * All notices of the incidents that had one at since or later, in order, and
 * what became of each at the address and number of a contact of org (a code;
 * "" is none). *out is added to.
 */
int store_sent(struct store *s, int64_t since, const char *org,
    const char *email, const char *phone, struct sents *out, struct err *e);

#endif
