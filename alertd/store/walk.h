/*
 * walk.h: organisations a few at a time, and the contacts of one, for what
 * goes to everybody: however many there are, a few are in memory.
 */
#ifndef STORE_WALK_H
#define STORE_WALK_H

#include "store/orgs.h"

/*
 * The first limit of a kind behind the code after ("": from the first), in
 * order of code; *out is added to. 0 or -1 with *e.
 */
int store_orgs_after(struct store *s, enum org_kind kind, const char *after,
    size_t limit, struct orgs *out, struct err *e);
/* 1 and *out (release with org_clear()), 0 if there is none of the code, -1. */
int store_org_get(
    struct store *s, const char *code, struct org *out, struct err *e);
/* Its contacts, in order of name, email, phone; *out is added to. */
int store_org_contacts(
    struct store *s, const struct org *o, struct contacts *out, struct err *e);

#endif
