#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "store/orgrows.h"
#include "store/sql.h"

void
org_clear(struct org *o)
{
	free(o->code);
	free(o->name);
	free(o->region);
	free(o->vendor);
	free(o->topics);
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
	free(c->topics);
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

static bool
org_same(const struct org *a, const struct org *b)
{
	return a->id == b->id && a->kind == b->kind &&
	       strcmp(a->code, b->code) == 0 && strcmp(a->name, b->name) == 0 &&
	       strcmp(a->region, b->region) == 0 &&
	       strcmp(a->vendor, b->vendor) == 0 &&
	       strcmp(a->topics, b->topics) == 0 && a->channels == b->channels;
}

bool
orgs_same(const struct orgs *a, const struct orgs *b)
{
	bool same = a->n == b->n;

	for (size_t i = 0; same && i < a->n; i++)
		same = org_same(&a->v[i], &b->v[i]);
	return same;
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
	    .topics = xstrdup(o->topics == NULL ? "" : o->topics),
	    .channels = o->channels,
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
	    .topics = xstrdup_null(c->topics),
	    .channels = c->channels,
	};
}

void
contacts_add(struct contacts *l, const struct contact *c)
{
	l->v = xreallocarray(l->v, l->n + 1, sizeof(*l->v));
	l->v[l->n++] = contact_copy(c);
}

void
org_row(const struct sql *q, struct org *o)
{
	*o = (struct org){
	    .id = sql_int(q, 0),
	    .code = sql_text(q, 2),
	    .name = sql_text(q, 3),
	    .region = sql_text(q, 4),
	    .vendor = sql_text(q, 5),
	    .topics = sql_text(q, 6),
	};
	org_kind_parse(sql_peek(q, 1), &o->kind);
	channel_choice_parse(sql_peek(q, 7), &o->channels);
}

int
org_rows(struct sql *q, struct orgs *out)
{
	int r;

	while ((r = sql_step(q)) == 1) {
		out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
		org_row(q, &out->v[out->n++]);
	}
	sql_close(q);
	return r;
}

int
store_orgs(struct store *s, struct orgs *out, struct err *e)
{
	struct sql q;

	sql_open(&q, s, e, "orgs",
	    ORG " ORDER BY CASE kind WHEN 'municipality' THEN 0"
		" WHEN 'vendor' THEN 1 ELSE 2 END,"
		" CASE kind WHEN 'oncall' THEN id ELSE 0 END, code",
	    "");
	return org_rows(&q, out);
}

int
store_teams(struct store *s, struct orgs *out, struct err *e)
{
	struct sql q;

	sql_open(&q, s, e, "teams",
	    ORG " INDEXED BY org_oncall WHERE kind = 'oncall' ORDER BY id", "");
	return org_rows(&q, out);
}

int
contact_rows(struct sql *q, struct contacts *out)
{
	int r;

	while ((r = sql_step(q)) == 1) {
		struct contact *k;

		out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
		k = &out->v[out->n++];
		*k = (struct contact){
		    .id = sql_int(q, 0),
		    .org = sql_text(q, 1),
		    .name = sql_text(q, 2),
		    .email = sql_text(q, 3),
		    .phone = sql_text(q, 4),
		    .enabled = sql_bool(q, 5),
		    .topics = sql_text(q, 6),
		};
		channel_choice_parse(sql_peek(q, 7), &k->channels);
	}
	sql_close(q);
	return r;
}

#define ALL_CONTACTS \
	CONTACT "contact c JOIN org o ON o.id = c.org" CONTACT_ORDER

int
store_contacts(struct store *s, struct contacts *out, struct err *e)
{
	struct sql q;

	sql_open(&q, s, e, "contacts", ALL_CONTACTS, "");
	return contact_rows(&q, out);
}

/* As contact_rows() reads it. */
static bool
row_is(const struct sql *q, const struct contact *k)
{
	const char *const texts[] = {k->org, k->name, k->email, k->phone};
	bool same = sql_int(q, 0) == k->id && sql_bool(q, 5) == k->enabled &&
		    strcmp(sql_peek(q, 6), k->topics) == 0 &&
		    strcmp(sql_peek(q, 7), channel_choice_name(k->channels)) ==
			0;

	for (int i = 0; same && i < (int)LENGTH(texts); i++)
		same = strcmp(sql_peek(q, 1 + i), texts[i]) == 0;
	return same;
}

int
store_contacts_are(struct store *s, const struct contacts *l, struct err *e)
{
	struct sql q;
	size_t n = 0;
	int r;

	sql_open(&q, s, e, "contacts", ALL_CONTACTS, "");
	while ((r = sql_step(&q)) == 1 && n < l->n && row_is(&q, &l->v[n]))
		n++;
	sql_close(&q);
	return r == -1 ? -1 : r == 0 && n == l->n;
}

int
store_contacts_of(
    struct store *s, const char *code, struct contacts *out, struct err *e)
{
	struct sql q;

	sql_open(&q, s, e, "contacts.of",
	    CONTACT "org o CROSS JOIN contact c ON c.org = o.id"
		    " WHERE o.code = ?" CONTACT_ORDER,
	    "t", code);
	return contact_rows(&q, out);
}

int
store_team_contacts(struct store *s, struct contacts *out, struct err *e)
{
	struct sql q;

	sql_open(&q, s, e, "contacts.teams",
	    CONTACT "org o INDEXED BY org_oncall"
		    " CROSS JOIN contact c ON c.org = o.id"
		    " WHERE o.kind = 'oncall'" CONTACT_ORDER,
	    "");
	return contact_rows(&q, out);
}

static int
compare(const void *code, const void *contact)
{
	return strcmp(code, ((const struct contact *)contact)->org);
}

struct contacts
contacts_within(const struct contacts *all, const char *code)
{
	struct contact *any = all->n == 0 ? NULL
					  : bsearch(code, all->v, all->n,
						sizeof(*all->v), compare);
	struct contacts own = {any, any != NULL};

	if (any == NULL)
		return own;
	while (own.v > all->v && strcmp(own.v[-1].org, code) == 0) {
		own.v--;
		own.n++;
	}
	while (own.v + own.n < all->v + all->n &&
	       strcmp(own.v[own.n].org, code) == 0)
		own.n++;
	return own;
}

int
store_org_add(struct store *s, const struct org *o, struct err *e)
{
	int n = sql_run(s, e, "org.add",
	    "INSERT INTO org (kind, code, name, region, vendor, topics,"
	    " channels) SELECT ?, ?, ?, ?, ?, ?, ? WHERE NOT EXISTS"
	    " (SELECT 1 FROM org WHERE code = ?2)",
	    "ttttttt", org_kind_name(o->kind), o->code, o->name, o->region,
	    o->vendor, o->topics, channel_choice_name(o->channels));

	return n == -1 ? -1 : 0;
}

int
store_org_put(struct store *s, const struct org *o, struct err *e)
{
	int n = sql_run(s, e, "org.put",
	    "INSERT INTO org (kind, code, name, region, vendor, topics,"
	    " channels) VALUES (?, ?, ?, ?, ?, ?, ?)"
	    " ON CONFLICT (code) DO UPDATE SET name = excluded.name,"
	    " region = excluded.region, vendor = excluded.vendor"
	    " WHERE kind = excluded.kind",
	    "ttttttt", org_kind_name(o->kind), o->code, o->name, o->region,
	    o->vendor, o->topics, channel_choice_name(o->channels));

	if (n == 0)
		return err_set(
		    e, "organisation %s exists as another kind", o->code);
	return n == -1 ? -1 : 0;
}

int
store_org_part(struct store *s, const char *code, const char *topics,
    enum channel_choice channels, struct err *e)
{
	int n = sql_run(s, e, "org.part",
	    "UPDATE org SET topics = ?, channels = ? WHERE code = ?", "ttt",
	    topics, channel_choice_name(channels), code);

	if (n == 0)
		return err_set(e, "there is no organisation %s", code);
	return n == -1 ? -1 : 0;
}

static int
contact_insert(struct store *s, struct contact *c, struct err *e)
{
	int n = sql_run(s, e, "contact.add",
	    "INSERT INTO contact (org, name, email, phone, enabled, topics,"
	    " channels) SELECT id, ?, ?, ?, ?, ?, ? FROM org WHERE code = ?",
	    "tttbttt", c->name, c->email, c->phone, c->enabled, c->topics,
	    channel_choice_name(c->channels), c->org);

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
		    " enabled = ?, topics = ?, channels = ? WHERE id = ?",
		    "ttttbtti", c->org, c->name, c->email, c->phone, c->enabled,
		    c->topics, channel_choice_name(c->channels), c->id);
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
