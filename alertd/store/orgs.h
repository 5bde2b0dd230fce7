/* orgs.h: organisations and their contacts. */
#ifndef STORE_ORGS_H
#define STORE_ORGS_H

#include <stddef.h>

#include "base/words.h"
#include "store/store.h"

struct org {
	int64_t id;
	enum org_kind kind;
	char *code; /* "0101"; a vendor's id: "kmd" */
	char *name; /* "København" */
	char *region; /* "Region Hovedstaden", "" for vendors */
	char *vendor; /* municipality: its vendor's code, "" = unknown */
	/* For contacts that say nothing of their own; see part.h. */
	char *topics; /* "fmk planned", "" = every topic */
	enum channel_choice channels;
};

struct contact {
	int64_t id;
	char *org; /* code of the organisation */
	char *name;
	char *email; /* "" = none */
	char *phone; /* "+4512345678", "" = none */
	bool enabled;
	char *topics; /* "" = as its organisation, "all" = every topic */
	enum channel_choice channels;
};

struct orgs {
	struct org *v;
	size_t n;
};

struct contacts {
	struct contact *v;
	size_t n;
};

void org_clear(struct org *o);
void orgs_clear(struct orgs *l);
void contact_clear(struct contact *c);
void contacts_clear(struct contacts *l);
struct contact contact_copy(const struct contact *c);
void orgs_add(struct orgs *l, const struct org *o); /* copies */
void contacts_add(struct contacts *l, const struct contact *c); /* copies */

/* Whether they hold the same, in the same order. */
bool orgs_same(const struct orgs *a, const struct orgs *b);

/*
 * All, in order of kind and code, the on-call teams in that in which they
 * were added; *out is added to. 0 or -1 with *e.
 */
int store_orgs(struct store *s, struct orgs *out, struct err *e);
/* The on-call teams alone: however many others there are. */
int store_teams(struct store *s, struct orgs *out, struct err *e);
/* All, in order of organisation, name, email, phone. */
int store_contacts(struct store *s, struct contacts *out, struct err *e);
/* Whether all are those, in that order: 1, 0, or -1 with *e. */
int
store_contacts_are(struct store *s, const struct contacts *l, struct err *e);
/* In that order, those of one organisation; those of the on-call teams. */
int store_contacts_of(
    struct store *s, const char *code, struct contacts *out, struct err *e);
int store_team_contacts(struct store *s, struct contacts *out, struct err *e);
/* Those of the organisation among all, which are in that order. Borrowed. */
struct contacts contacts_within(const struct contacts *all, const char *code);
/* Inserts one whose code is not there; else nothing. */
int store_org_add(struct store *s, const struct org *o, struct err *e);
/*
 * Inserts or updates by (kind, code). What it takes part in is stored only
 * when it is new: store_org_part() changes that.
 */
int store_org_put(struct store *s, const struct org *o, struct err *e);
/* The topics and channels of an organisation. */
int store_org_part(struct store *s, const char *code, const char *topics,
    enum channel_choice channels, struct err *e);
/* id 0 inserts and sets id; else updates. */
int store_contact_put(struct store *s, struct contact *c, struct err *e);
/* The row goes; what was sent stays on record by address. */
int store_contact_remove(struct store *s, int64_t id, struct err *e);

#endif
