/*
 * audit.h: who did what, append-only, each record chained to the one before
 * by SHA-256.
 *
 * What is hashed. A record's hash is over the hash before, its number, time,
 * incident, action and object, and over one digest each of its actor and its
 * detail: SHA-256 over a salt of 128 bits and the text. These two texts may
 * name persons, so they can be erased: the text and its salt go, the digest
 * stays, and the chain still fits. Without the salt the digest tells nothing
 * of the text, not even to who guesses it. An object names a row ("message
 * 42"), never a person: it stays, and with it what the record is about.
 *
 * What is kept. Both salts come of one seed, and a digest is stored when its
 * text is erased, for until then it can be computed: chain.h has the forms.
 *
 * What is erased is on record: a later record, AUDIT_FORGOTTEN or
 * AUDIT_RETAINED, names the records in its object ("actor 7; detail 3-5,9").
 * One that is erased and not named is found by store_audit_verify(). What a
 * record of deliveries said of others, too, is put on record again: settled.h.
 *
 * Records from before that have a second hash, was, over the texts
 * themselves. All were sealed at once when the database was brought up to
 * date: the new hash is over was, too, and the record "audit.sealed" behind
 * them says how many there were, what their last hash was and whether they
 * fitted then. While its texts are there, an old record is still held against
 * was; once they are erased, only against the new hash.
 *
 * Records of versions that kept all of that in hex were moved, with the hashes
 * that they had, and the record "audit.packed" says whether they fitted. One
 * that did not never will.
 *
 * What is promised, and against whom. SQLite's triggers refuse every change
 * but an erasure and every deletion: against a mistake, in alertd or by hand.
 * Who drops the triggers and changes, adds, removes, reorders or erases
 * records, or cuts off the newest, is found, because the records no longer
 * fit, or the head (kept in a table of its own) is not the last one. Who can
 * write the file and knows this can also make the whole chain anew: nothing
 * in the file can show that. So the head is printed, to be kept elsewhere
 * (a ticket, a mail, paper): as long as a record bears the kept hash, nothing
 * up to that record was changed.
 */
#ifndef STORE_AUDIT_H
#define STORE_AUDIT_H

#include "base/hash.h"
#include "store/store.h"

#define AUDIT_ERASED "(erased)" /* stands where a text was */
#define AUDIT_FORGOTTEN "person.forgotten" /* by alertctl contacts forget */
#define AUDIT_RETAINED "retention.erased" /* by retention: */

struct audit {
	int64_t seq;
	int64_t at; /* UTC */
	char *actor; /* "alertd", "alertd-mail", "user anna" */
	char *action; /* "notice.queued", "delivery.accepted" … */
	int64_t incident; /* 0 = none */
	char *object; /* "message 42" */
	char *detail; /* one sentence or JSON */
	char *hash; /* hex */
};

struct audits {
	struct audit *v;
	size_t n;
};

void audits_clear(struct audits *l);

/* Appends, in the caller's transaction if there is one. */
int
store_audit(struct store *s, int64_t at, const char *actor, const char *action,
    int64_t incident, const char *object, const char *detail, struct err *e);
/* The same of an object that is a message. */
int store_audit_message(struct store *s, int64_t at, const char *actor,
    const char *action, int64_t incident, int64_t message, const char *detail,
    struct err *e);
/* Oldest first; incident 0 = all; limit 0 = all, else the newest so many. */
int store_audits(struct store *s, int64_t incident, size_t limit,
    struct audits *out, struct err *e);
/*
 * The newest limit records of what was done about an incident, oldest first:
 * not those of its messages, deliveries and receipts, nor that a notice or
 * page of it was queued, which are rows of their own.
 */
int store_audit_acts(struct store *s, int64_t incident, size_t limit,
    struct audits *out, struct err *e);

/* What is wrong with the first record that is wrong. */
enum audit_fault {
	AUDIT_WHOLE,
	AUDIT_CHANGED, /* it does not fit, or a text is not that of its digest
			*/
	AUDIT_MISSING, /* its number is not there */
	AUDIT_MOVED, /* it fits elsewhere: as record was */
	AUDIT_UNNAMED, /* erased, and no later record says so */
	AUDIT_HEAD /* the kept head is another one, or is not there */
};

struct audit_check {
	int64_t records; /* that were read */
	char head[HASH_SIZE]; /* hash of the last, "" when there is none */
	enum audit_fault fault;
	int64_t bad; /* the first record that is wrong; 0 when whole */
	int64_t was; /* AUDIT_MOVED: which record it is */
	int64_t kept; /* which record bears the kept hash; 0 none */
	int64_t waiting; /* reports that are not on record yet: reported.h */
};

/*
 * Reads the whole trail. kept: a hash that was printed before, or NULL.
 * 0 and *out, or -1 with *e.
 */
int store_audit_verify(
    struct store *s, const char *kept, struct audit_check *out, struct err *e);
/* "whole", "changed", "missing", "moved", "unnamed", "head". */
const char *audit_fault_name(enum audit_fault f);

/* Numbers of records, ascending; {0} is empty. */
struct seqs {
	struct seq_range {
		int64_t from, to;
	} * v;
	size_t n;
	int64_t count;
};

/* Which texts were erased, until it is put on record. */
struct audit_erased {
	struct seqs actors, details;
};

void audit_erased_clear(struct audit_erased *l);
/*
 * Erases the texts of a record, and adds to *l what was not erased before;
 * seq ascends. In the caller's transaction, which also records *l.
 */
int store_audit_erase(struct store *s, int64_t seq, bool actor, bool detail,
    struct audit_erased *l, struct err *e);
/*
 * Puts on record what was erased: action is AUDIT_FORGOTTEN or
 * AUDIT_RETAINED, detail names nobody. Nothing is written when *l is empty.
 */
int store_audit_erasure(struct store *s, int64_t at, const char *actor,
    const char *action, const char *detail, const struct audit_erased *l,
    struct err *e);

/*
 * The person of an actor, for people: "anna" of "user anna", of "user anna (as
 * alertd)", and of "user alertd (sudo anna)"; else the actor. free().
 */
char *audit_person(const char *actor);

#endif
