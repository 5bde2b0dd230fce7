/*
 * check.h: what a contact may say, of a file and of the command line alike.
 * Each returns 0, or -1 with *e in one sentence.
 */
#ifndef CONTACTS_CHECK_H
#define CONTACTS_CHECK_H

#include "base/address.h"
#include "base/err.h"
#include "store/orgs.h"

/* "" is none. */
int contact_email(const char *text, struct err *e);
/* out is as it is stored, "" when there is none or it is refused. */
int contact_phone(const char *text, char out[PHONE_SIZE], struct err *e);
/* "" is CHOICE_DEFAULT; *out is untouched when refused. */
int contact_channels(const char *text, enum channel_choice *out, struct err *e);
/*
 * Whether the parts go together: an address or number is there, and one for
 * each channel it takes part by; and an on-call team is paged of everything.
 * o is NULL when it is not known.
 */
int contact_fits(const struct contact *k, const struct org *o, struct err *e);
/* Whether another of the organisation (by id) has the address or number. */
int contact_single(
    const struct contact *k, const struct contacts *all, struct err *e);

#endif
