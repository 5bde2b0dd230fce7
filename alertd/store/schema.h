/* schema.h: the tables, as numbered migrations; internal to store/. */
#ifndef STORE_SCHEMA_H
#define STORE_SCHEMA_H

/*
 * A new one is an array of its own at the end of schema.c, a row for each of
 * its tables in tests/data/schema/rows.sql, and "make schema-keep".
 *
 * Each migration is a list of pieces of SQL, NULL at its end; the i-th makes
 * version i + 1 out of version i. NULL past the last.
 */
extern const char *const *const schema_migrations[];
/* What guards the audit trail, once audit_pack() has moved it. */
extern const char *const schema_audit_guards[];

/*
 * When an incident ended, and that it did, as the indexes of retention have
 * it: a query uses them only with the same words.
 */
#define INCIDENT_ENDED                                           \
	"max(coalesce(resolved_at, 0), coalesce(decided_at, 0)," \
	" coalesce(last_notice_at, 0), coalesce(opened_at, 0))"
#define INCIDENT_OVER "state NOT IN ('pending', 'open') AND over = 0"

#endif
