/*
 * keeper.h: the draft of what an operator types: stored after each answer, so
 * that the end of the terminal loses nothing. It is a row of the store, and a
 * folder beside the store while a text is in an editor.
 */
#ifndef ALERTCTL_SEND_KEEPER_H
#define ALERTCTL_SEND_KEEPER_H

#include <jansson.h>

#include "alertctl/send/statement.h"
#include "store/drafts.h"

struct keeper {
	struct ctl *c;
	int64_t id; /* of the draft; 0: nothing is kept yet */
	int64_t incident; /* that it is an update of; 0: a new one */
	bool off; /* --dry-run: nothing is kept */
};

/* Stores what was said. What fails is told, and stops nothing. */
void keep(struct keeper *k, const struct said *said);
/*
 * Removes the row, in the caller's transaction: 1, or 0 when somebody else has
 * sent or dropped it, -1 with *e. Then keep_forget(), after the commit.
 */
int keep_remove(struct keeper *k, struct err *e);
void keep_forget(const struct keeper *k);
/* The folder for the text's file: free(). NULL, told: it cannot be made. */
char *keep_folder(struct keeper *k);

/*
 * The operator's own drafts for k->incident: with take the newest is taken, on
 * a terminal it is asked whether to go on with one. 1: *said is what it says,
 * and k keeps it; 0: there is none, or nobody wants it; -1: stopped; else an
 * exit status that was told. *said is to be released with said_clear().
 */
int keep_find(struct keeper *k, bool take, struct said *said);
/* Says how to go on, and returns the exit status of what was stopped. */
int keep_stopped(const struct keeper *k);

/* Removes what is older than LIMIT_DRAFT_DAYS, with its folder. */
void keep_prune(struct ctl *c, int64_t now);
/* Removes one: as store_draft_remove(). */
int keep_drop(struct ctl *c, int64_t id, struct err *e);
/* What a draft says, on one line; free(). */
char *keep_label(const struct draft *d);
/* For scripts; new reference. drafts.c */
json_t *keep_json(const struct draft *d);
/* Whether the process that had it last is an alertctl, and not this one. */
bool keep_in_use(const struct draft *d);

#endif
