/* seed.h: the organisations, and sample contacts, that are built in. */
#ifndef CONTACTS_SEED_H
#define CONTACTS_SEED_H

#include "conf/config.h"
#include "store/store.h"

/*
 * The 98 municipalities, the vendors and the on-call teams into the store, in
 * one transaction. Those whose code is there already stay as they are. 0, or -1
 * with *e and nothing changed.
 */
int store_seed(struct store *s, struct err *e);
/* The teams that the configuration names, where they are not as it says. */
int store_seed_teams(
    struct store *s, const struct escalation_conf *conf, struct err *e);
/*
 * store_seed(), and the invented contacts of contacts/sample.csv, for demos
 * and replays; nothing more when the store has any contact.
 */
int store_seed_sample(struct store *s, struct err *e);

#endif
