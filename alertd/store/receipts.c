#include "store/receipts.h"
#include "store/sql.h"

int
store_receipt_add(struct store *s, int64_t incident, const char *org,
    int64_t notice, const char *by, int64_t now, struct err *e)
{
	return sql_run(s, e, "receipt.add",
	    "INSERT INTO receipt (incident, org, notice, at, by)"
	    " VALUES (?, ?, ?, ?, ?) ON CONFLICT (incident, org) DO NOTHING",
	    "itiit", incident, org, notice, now, by);
}
