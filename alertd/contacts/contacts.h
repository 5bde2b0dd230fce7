/*
 * contacts.h: the contacts file, alertd-contacts(5): read with every mistake
 * at its place, compared with what is known, applied all or nothing, written.
 */
#ifndef CONTACTS_CONTACTS_H
#define CONTACTS_CONTACTS_H

#include <stdio.h>

#include "base/diag.h"
#include "base/str.h"
#include "store/bulk.h"
#include "store/orgs.h"

enum change_kind { CHANGE_ADD, CHANGE_UPDATE, CHANGE_KEEP, CHANGE_REMOVE };
#define CHANGE_KINDS 4

struct change {
	enum change_kind kind;
	struct contact before; /* all NULL for CHANGE_ADD */
	struct contact after; /* all NULL for CHANGE_REMOVE */
};

/* What becomes of each contact; release with plan_clear(). */
struct plan {
	struct change *v;
	size_t n;
	size_t count[CHANGE_KINDS];
};

/*
 * Reads len bytes of text, which is the file of that name, into *out (added
 * to): id 0, enabled, org a code of orgs, phone as "+4512345678". Without the
 * columns topics and channels, which come together, topics is NULL: nothing is
 * said of what the contact takes part in. topics are those that a contact may
 * name; NULL: those that are built in. Every mistake goes to *d. 0, or -1 when
 * there was any: *out is then not whole and good only to be cleared.
 */
int contacts_read(const char *file, const char *text, size_t len,
    const struct orgs *orgs, const struct strv *topics, struct contacts *out,
    struct diags *d);
/*
 * Writes the file that contacts_read() takes back as the same contacts, in
 * their order; the columns topics and channels are there when a contact has
 * any. Whether one is enabled is not in the file. 0, or -1 with *e.
 */
int contacts_write(FILE *f, const struct contacts *l, struct err *e);

/*
 * What makes new of old. They are the same contact when they have the same
 * organisation and the same e-mail address (in any case), else the same
 * telephone number; id and enabled are then those of old, and topics and
 * channels when new says nothing of them. What new does not have is
 * removed with replace, else left out of the plan; but a number that
 * moved to another contact of the organisation is taken from the old one,
 * which goes when it had nothing else. Both lists may be in any order.
 */
void contacts_compare(const struct contacts *old, const struct contacts *new,
    bool replace, struct plan *out);
/*
 * Carries the plan out in one transaction, each change in the audit trail
 * as done by actor at that time. To be sure that the store is still what
 * was compared, begin a transaction before reading it (they nest). 0, or -1
 * with *e and nothing changed.
 */
int contacts_apply(struct store *s, const struct plan *p, const char *actor,
    int64_t at, struct err *e);
/*
 * The first half of it, for which nobody waits: gathers what bulk_apply() then
 * does, in a transaction. Release with bulk_close(), also on -1.
 */
int contacts_prepare(struct store *s, const struct plan *p, const char *actor,
    struct bulk *b, struct err *e);

/* "add", "change", "keep", "remove". */
const char *change_name(enum change_kind kind);
/* One line: 'add 0101 Anna Jensen <a@example.dk> +45…'; free(). */
char *change_text(const struct change *c);
void plan_clear(struct plan *p);

#endif
