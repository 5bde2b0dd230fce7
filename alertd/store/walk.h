/*
 * walk.h: organisations a few at a time, and the contacts of one, for what
 * goes to everybody: however many there are, a few are in memory.
 */
#ifndef STORE_WALK_H
#define STORE_WALK_H

#include "store/orgs.h"

/*
 * Calls fn with a few of a kind, in order of their codes, and then with the
 * next, until it fails: never with none. 0 or -1 with *e.
 */
typedef int orgs_fn(const struct orgs *few, void *arg, struct err *e);
int store_orgs_each(
    struct store *s, enum org_kind kind, orgs_fn *fn, void *arg, struct err *e);
/* The first so many of a kind behind the code; *out is added to. */
int store_orgs_after(struct store *s, enum org_kind kind, const char *after,
    size_t most, struct orgs *out, struct err *e);
/* 1 and *out (release with org_clear()), 0 if there is none of the code, -1. */
int store_org_get(
    struct store *s, const char *code, struct org *out, struct err *e);
/* Its contacts, in order of name, email, phone; *out is added to. */
int store_org_contacts(
    struct store *s, const struct org *o, struct contacts *out, struct err *e);
/* Of those of a kind with codes from first to last, as store_contacts() has. */
int store_contacts_between(struct store *s, enum org_kind kind,
    const char *first, const char *last, struct contacts *out, struct err *e);

#endif
