/*
 * forget.h: a person is removed from every table, alertd(8) lists where one
 * stands. What was sent to his organisation stays on record: its deliveries
 * keep organisation, channel, state, times and answer, and bear a number
 * instead of him.
 */
#ifndef STORE_FORGET_H
#define STORE_FORGET_H

#include "base/str.h"
#include "store/audit.h"
#include "store/orgs.h"

/* Stands, with a number, for an address; nothing is ever sent to it. */
#define FORGOTTEN "forgotten "
/* SQL: the delivery, a table or its alias, still has its address. */
#define KNOWN(d) "substr(" d ".address, 1, 10) <> '" FORGOTTEN "'"

/* A record of the audit trail that names him. */
struct naming {
	int64_t seq;
	bool actor, detail;
};

/* Who is to be forgotten; {0} is nobody. */
struct identity {
	struct contacts who; /* id 0: only in what was sent */
	struct strv addresses; /* e-mail addresses and numbers */
	struct strv shared; /* which are another's, too, and stay */
	struct strv names;
	bool namesake; /* another has the name: it stays in free text */
	struct strv words; /* for free text, see mention.h */
	/* Of the audit trail, up to seen. */
	struct naming *v;
	size_t n;
	int64_t seen;
};

void identity_clear(struct identity *p);

/*
 * Everybody whom a word may mean: an e-mail address, a number in E.164 or a
 * name, in any case; org (a code) or NULL for all. Contacts, and those who
 * stand only in what was sent or paged. *out is added to.
 */
int store_forget_find(struct store *s, const char *word, const char *org,
    struct contacts *out, struct err *e);
/* All that is known of one of them, who may be in several organisations. */
int store_forget_who(struct store *s, const struct contacts *who,
    struct identity *out, struct err *e);
/*
 * Looks through what was added to the audit trail since it last did. Reads
 * only, so that the rest waits for nobody.
 */
int store_forget_scan(struct store *s, struct identity *p, struct err *e);

/*
 * Why he cannot be forgotten now. That a municipality keeps somebody is for
 * the caller to see, with contacts/keep.h.
 */
enum forget_bar {
	BAR_NONE,
	BAR_MESSAGE, /* is still to be sent to him: a message's number */
	BAR_CALL, /* rings him or is his, and is open: a call's number */
	BAR_COVER /* is not over: a cover's number */
};

struct bar {
	enum forget_bar what;
	int64_t id;
};

int store_forget_bar(struct store *s, const struct identity *p, int64_t now,
    struct bar *out, struct err *e);

/* How many rows, of each kind. */
struct forgotten {
	int64_t contacts, deliveries, calls, codes, covers, texts, records;
};

/* In one transaction, on record as done by actor at now. 0, or -1 with *e. */
int store_forget(struct store *s, struct identity *p, const char *actor,
    int64_t now, struct forgotten *out, struct err *e);
/* What is not in use any more is written over in the file. */
int store_forget_settle(struct store *s, struct err *e);

#endif
