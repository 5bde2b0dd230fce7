#include <stdlib.h>

#include "base/mem.h"
#include "store/orgs.h"
#include "store/sql.h"

void
org_clear(struct org *o)
{
	free(o->code);
	free(o->name);
	free(o->region);
	free(o->vendor);
	*o = (struct org){0};
}

void
orgs_clear(struct orgs *l)
{
	for (size_t i = 0; i < l->n; i++)
		org_clear(&l->v[i]);
	free(l->v);
	*l = (struct orgs){0};
}

void
contact_clear(struct contact *c)
{
	free(c->org);
	free(c->name);
	free(c->email);
	free(c->phone);
	*c = (struct contact){0};
}

void
contacts_clear(struct contacts *l)
{
	for (size_t i = 0; i < l->n; i++)
		contact_clear(&l->v[i]);
	free(l->v);
	*l = (struct contacts){0};
}

void
orgs_add(struct orgs *l, const struct org *o)
{
	l->v = xreallocarray(l->v, l->n + 1, sizeof(*l->v));
	l->v[l->n++] = (struct org){
	    .id = o->id,
	    .kind = o->kind,
	    .code = xstrdup(o->code),
	    .name = xstrdup(o->name),
	    .region = xstrdup(o->region),
	    .vendor = xstrdup(o->vendor),
	};
}

struct contact
contact_copy(const struct contact *c)
{
	return (struct contact){
	    .id = c->id,
	    .org = xstrdup(c->org),
	    .name = xstrdup(c->name),
	    .email = xstrdup(c->email),
	    .phone = xstrdup(c->phone),
	    .enabled = c->enabled,
	};
}

void
contacts_add(struct contacts *l, const struct contact *c)
{
	l->v = xreallocarray(l->v, l->n + 1, sizeof(*l->v));
	l->v[l->n++] = contact_copy(c);
}

int
store_orgs(struct store *s, struct orgs *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "orgs",
	    "SELECT id, kind, code, name, region, vendor FROM org"
	    " ORDER BY CASE kind WHEN 'municipality' THEN 0"
	    " WHEN 'vendor' THEN 1 ELSE 2 END,"
	    " CASE kind WHEN 'oncall' THEN id ELSE 0 END, code",
	    "");
	while ((r = sql_step(&q)) == 1) {
		struct org *o;

		out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
		o = &out->v[out->n++];
		*o = (struct org){
		    .id = sql_int(&q, 0),
		    .code = sql_text(&q, 2),
		    .name = sql_text(&q, 3),
		    .region = sql_text(&q, 4),
		    .vendor = sql_text(&q, 5),
		};
		org_kind_parse(sql_peek(&q, 1), &o->kind);
	}
	sql_close(&q);
	return r;
}

int
store_contacts(struct store *s, struct contacts *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "contacts",
	    "SELECT c.id, o.code, c.name, c.email, c.phone, c.enabled"
	    " FROM contact c JOIN org o ON o.id = c.org"
	    " ORDER BY o.code, c.name, c.email, c.phone, c.id",
	    "");
	while ((r = sql_step(&q)) == 1) {
		out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
		out->v[out->n++] = (struct contact){
		    .id = sql_int(&q, 0),
		    .org = sql_text(&q, 1),
		    .name = sql_text(&q, 2),
		    .email = sql_text(&q, 3),
		    .phone = sql_text(&q, 4),
		    .enabled = sql_bool(&q, 5),
		};
	}
	sql_close(&q);
	return r;
}

int
store_org_put(struct store *s, const struct org *o, struct err *e)
{
	int n = sql_run(s, e, "org.put",
	    "INSERT INTO org (kind, code, name, region, vendor)"
	    " VALUES (?, ?, ?, ?, ?)"
	    " ON CONFLICT (code) DO UPDATE SET name = excluded.name,"
	    " region = excluded.region, vendor = excluded.vendor"
	    " WHERE kind = excluded.kind",
	    "ttttt", org_kind_name(o->kind), o->code, o->name, o->region,
	    o->vendor);

	if (n == 0)
		return err_set(
		    e, "organisation %s exists as another kind", o->code);
	return n == -1 ? -1 : 0;
}

static int
contact_insert(struct store *s, struct contact *c, struct err *e)
{
	int n = sql_run(s, e, "contact.add",
	    "INSERT INTO contact (org, name, email, phone, enabled)"
	    " SELECT id, ?, ?, ?, ? FROM org WHERE code = ?",
	    "tttbt", c->name, c->email, c->phone, c->enabled, c->org);

	if (n > 0)
		c->id = sql_last_id(s);
	return n;
}

int
store_contact_put(struct store *s, struct contact *c, struct err *e)
{
	int n;

	if (c->id == 0)
		n = contact_insert(s, c, e);
	else
		n = sql_run(s, e, "contact.put",
		    "UPDATE contact SET org = (SELECT id FROM org"
		    " WHERE code = ?), name = ?, email = ?, phone = ?,"
		    " enabled = ? WHERE id = ?",
		    "ttttbi", c->org, c->name, c->email, c->phone, c->enabled,
		    c->id);
	if (n == 0)
		return err_set(e,
		    "there is no organisation %s, or the "
		    "contact is gone",
		    c->org);
	return n == -1 ? -1 : 0;
}

int
store_contact_remove(struct store *s, int64_t id, struct err *e)
{
	int n = sql_run(s, e, "contact.remove",
	    "DELETE FROM contact WHERE id = ?", "i", id);

	if (n == 0)
		return err_set(e, "there is no contact %lld", (long long)id);
	return n == -1 ? -1 : 0;
}
