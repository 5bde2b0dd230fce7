/*
 * orgrows.h: rows of organisations and contacts as all that asks for them reads
 * them; internal to store/.
 */
#ifndef STORE_ORGROWS_H
#define STORE_ORGROWS_H

#include "store/orgs.h"
#include "store/sql.h"

/* What org_row() reads; conditions follow. */
#define ORG                                                                   \
	"SELECT id, kind, code, name, region, vendor, topics, channels FROM " \
	"org"
/* What contact_rows() reads, of contact c and org o, and the usual order. */
#define CONTACT                                                     \
	"SELECT c.id, o.code, c.name, c.email, c.phone, c.enabled," \
	" c.topics, c.channels FROM "
#define CONTACT_ORDER " ORDER BY o.code, c.name, c.email, c.phone, c.id"

void org_row(const struct sql *q, struct org *o);
/* All rows; *out is added to. Close q. 0 or -1. */
int org_rows(struct sql *q, struct orgs *out);
int contact_rows(struct sql *q, struct contacts *out);

#endif
