/*
 * find.h: the organisation that a person means by a word: its code or its
 * name in any case, a municipality also with "Kommune" behind it.
 */
#ifndef CONTACTS_FIND_H
#define CONTACTS_FIND_H

#include "store/orgs.h"

/* A set of kinds of organisations. */
#define ORG_BIT(kind) (1u << (unsigned)(kind))
#define ORG_ANY \
	(ORG_BIT(ORG_MUNICIPALITY) | ORG_BIT(ORG_VENDOR) | ORG_BIT(ORG_ONCALL))

/* By its code, exactly, or NULL. */
const struct org *org_of(const struct orgs *l, const char *code);
/* The one of those kinds that the word means, or NULL. */
const struct org *
org_find(const struct orgs *l, unsigned kinds, const char *word);
/*
 * The code or name nearest to the word, for "did you mean": also that of a
 * code without the zero that spreadsheets drop; NULL when none is near.
 */
const char *org_near(const struct orgs *l, unsigned kinds, const char *word);

#endif
