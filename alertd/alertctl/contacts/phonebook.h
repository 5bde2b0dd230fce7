/*
 * phonebook.h: the organisations and contacts of the store, and who of them a
 * word on the command line means.
 */
#ifndef ALERTCTL_CONTACTS_PHONEBOOK_H
#define ALERTCTL_CONTACTS_PHONEBOOK_H

#include "alertctl/ctl.h"
#include "store/addresses.h"
#include "store/orgs.h"

struct phonebook {
	struct orgs orgs;
	struct contacts all;
	struct addresses addresses; /* what is known of theirs */
};

/* {0} is empty. Release with phonebook_clear(), also on -1. */
int phonebook_read(struct store *s, struct phonebook *out, struct err *e);
void phonebook_clear(struct phonebook *b);

/* Says that no organisation is called so, and returns the exit status. */
int org_unknown(const struct orgs *l, const char *word);
/*
 * Says that a change would leave nobody, as keep_after() has it, and returns
 * the exit status.
 */
int nobody_left(const struct strv *lost);

/* By code or name. NULL: it was told, and *status is how to end. */
const struct org *
phonebook_org(const struct phonebook *b, const char *word, int *status);
/*
 * The one contact of that e-mail address, telephone number, name or number in
 * "contacts list". NULL as above, also when there are several.
 */
const struct contact *
phonebook_contact(const struct phonebook *b, const char *word, int *status);
/* "Anna Jensen <anna@example.dk> +4500000001 of København (12)"; free(). */
char *phonebook_line(const struct phonebook *b, const struct contact *k);

#endif
