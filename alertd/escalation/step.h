/*
 * step.h: the steps of the chain, as configured or, where none are, made from
 * the teams: of the first team who is on call in its rota (10 min), then the
 * rest of it (10 min), then each other team (15 min). Pure.
 */
#ifndef ESCALATION_STEP_H
#define ESCALATION_STEP_H

#include <stdbool.h>

#include "conf/config.h"

struct step {
	char *name; /* for people: "MedCom" */
	char *team; /* code of all who are paged */
	char *rota; /* or of whom the rota names; "" = all */
	bool mail, sms;
	int64_t wait; /* seconds until the next step */
};

struct steps {
	struct step *v;
	size_t n;
};

/* teams: code and name of each team with contacts, in their order. */
void steps_make(const struct config *conf, const struct team_conf *teams,
    size_t n_teams, struct steps *out);
void steps_clear(struct steps *l);
/* The longest wait of a call: of a step, or after the last round. */
int64_t steps_longest(const struct steps *l, const struct escalation_conf *c);

#endif
