/* core_parts.h: what the files of the core share; core.h is for the rest. */
#ifndef CORE_PARTS_H
#define CORE_PARTS_H

#include "core.h"

/*
 * Queues a notice of type about i to everybody it concerns, supersedes older
 * ones, books it into *i and stores *i. In the caller's transaction.
 */
int core_queue_notice(struct core *c, struct incident *i, enum notice_type type,
    const char *why, int64_t now, struct err *e);

/*
 * Queues a page to the on-call: about i, with what alarm says of it (NULL:
 * what the state of i asks for), or about alarm alone when i is NULL.
 */
int core_queue_page(struct core *c, const struct incident *i,
    const struct alarm *alarm, int64_t now, struct err *e);

/* Does all that is due for one incident; *next as in core_turn(). */
int core_incident_turn(struct core *c, struct incident *i, int64_t now,
    int64_t *next, struct err *e);

/* The facts of a notice of i; borrowed from i and the configuration. */
struct notice_facts core_facts(struct core *c, const struct incident *i,
    enum notice_type type, int number, enum org_kind audience, int64_t now);

/* Appends to the audit trail about an incident (0 = none). */
int core_audit(struct core *c, int64_t now, const char *action,
    int64_t incident, struct err *e, const char *fmt, ...) ATTR_PRINTF(6, 7);

#endif
