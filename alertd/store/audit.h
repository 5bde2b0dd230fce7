/*
 * audit.h: who did what, append-only (triggers refuse update and delete),
 * each record chained to the one before by SHA-256 over its fields.
 */
#ifndef STORE_AUDIT_H
#define STORE_AUDIT_H

#include "store/store.h"

struct audit {
	int64_t seq;
	int64_t at; /* UTC */
	char *actor; /* "alertd", "alertd-mail", "user anna" */
	char *action; /* "notice.queued", "delivery.accepted" … */
	int64_t incident; /* 0 = none */
	char *object; /* "message 42" */
	char *detail; /* one sentence or JSON */
	char *hash; /* hex; over prev hash and all fields */
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
/* 1 when the chain verifies, 0 and *bad = first broken seq, -1 with *e. */
int store_audit_verify(struct store *s, int64_t *bad, struct err *e);

#endif
