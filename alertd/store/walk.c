#include <stdlib.h>

#include "base/mem.h"
#include "store/orgrows.h"
#include "store/walk.h"

#define AT_ONCE 64 /* that are in memory */

int
store_orgs_after(struct store *s, enum org_kind kind, const char *after,
    size_t most, struct orgs *out, struct err *e)
{
	struct sql q;

	sql_open(&q, s, e, "orgs.after",
	    ORG " WHERE code > ? AND kind = ? ORDER BY code LIMIT ?", "tti",
	    after, org_kind_name(kind), (int64_t)most);
	return org_rows(&q, out);
}

int
store_orgs_each(
    struct store *s, enum org_kind kind, orgs_fn *fn, void *arg, struct err *e)
{
	char *after = xstrdup("");
	size_t n = AT_ONCE;
	int r = 0;

	while (r == 0 && n == AT_ONCE) {
		struct orgs few = {0};

		r = store_orgs_after(s, kind, after, AT_ONCE, &few, e);
		n = few.n;
		if (n > 0)
			xreplace(&after, few.v[n - 1].code);
		if (r == 0 && n > 0)
			r = fn(&few, arg, e);
		orgs_clear(&few);
	}
	free(after);
	return r;
}

int
store_org_get(struct store *s, const char *code, struct org *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "org.get", ORG " WHERE code = ?", "t", code);
	if ((r = sql_step(&q)) == 1)
		org_row(&q, out);
	sql_close(&q);
	return r;
}

int
store_org_contacts(
    struct store *s, const struct org *o, struct contacts *out, struct err *e)
{
	struct sql q;

	sql_open(&q, s, e, "org.contacts",
	    "SELECT id, ?, name, email, phone, enabled, topics, channels"
	    " FROM contact WHERE org = ? ORDER BY name, email, phone, id",
	    "ti", o->code, o->id);
	return contact_rows(&q, out);
}

int
store_contacts_between(struct store *s, enum org_kind kind, const char *first,
    const char *last, struct contacts *out, struct err *e)
{
	struct sql q;

	sql_open(&q, s, e, "contacts.between",
	    CONTACT "org o CROSS JOIN contact c ON c.org = o.id WHERE"
		    " o.code BETWEEN ? AND ? AND o.kind = ?" CONTACT_ORDER,
	    "ttt", first, last, org_kind_name(kind));
	return contact_rows(&q, out);
}
