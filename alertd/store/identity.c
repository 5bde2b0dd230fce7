/* Whom a word means, and where the audit trail names him. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "base/mention.h"
#include "store/forget.h"
#include "store/queue.h"
#include "store/sql.h"

void
identity_clear(struct identity *p)
{
	contacts_clear(&p->who);
	strv_clear(&p->addresses);
	strv_clear(&p->shared);
	strv_clear(&p->names);
	strv_clear(&p->words);
	free(p->v);
	*p = (struct identity){0};
}

static int
find_contacts(struct store *s, const char *word, const char *org,
    struct contacts *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "forget.contacts",
	    "SELECT c.id, o.code, c.name, c.email, c.phone, c.enabled"
	    " FROM contact c JOIN org o ON o.id = c.org"
	    " WHERE ?1 <> '' AND (?2 = '' OR o.code = ?2)"
	    " AND (c.email = ?1 COLLATE NOCASE OR c.phone = ?1"
	    "  OR c.name = ?1 COLLATE NOCASE) ORDER BY o.code, c.id",
	    "tt", word, org);
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

/* The address of one who has no name stands for it. */
static bool
listed(const struct contacts *l, const char *org, const char *name,
    const char *address)
{
	for (size_t i = 0; i < l->n; i++) {
		const struct contact *k = &l->v[i];

		if (strcmp(k->org, org) != 0)
			continue;
		if (*name != '\0' ? strcasecmp(k->name, name) == 0
				  : strcasecmp(k->email, address) == 0 ||
					strcmp(k->phone, address) == 0)
			return true;
	}
	return false;
}

/* Who was told and is no contact, or is one by another name. */
static int
find_told(struct store *s, const char *word, const char *org,
    struct contacts *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "forget.told",
	    "SELECT DISTINCT " D_ORG " AS whose, d.name, d.address"
	    " FROM delivery d CROSS JOIN message m ON m.id = d.message"
	    " WHERE ?1 <> '' AND (?2 = '' OR whose = ?2) AND " KNOWN(
		"d") " AND (d.address = ?1 COLLATE NOCASE OR d.name = ?1 "
		     "COLLATE"
		     " NOCASE) ORDER BY 1, 2, 3",
	    "tt", word, org);
	while ((r = sql_step(&q)) == 1) {
		const char *address = sql_peek(&q, 2);
		bool mail = strchr(address, '@') != NULL;
		struct contact k = {
		    .org = sql_text(&q, 0), .name = sql_text(&q, 1)};

		k.email = xstrdup(mail ? address : "");
		k.phone = xstrdup(mail ? "" : address);
		if (!listed(out, k.org, k.name, address))
			contacts_add(out, &k);
		contact_clear(&k);
	}
	sql_close(&q);
	return r;
}

int
store_forget_find(struct store *s, const char *word, const char *org,
    struct contacts *out, struct err *e)
{
	const char *code = org == NULL ? "" : org;

	if (find_contacts(s, word, code, out, e) == -1)
		return -1;
	return find_told(s, word, code, out, e);
}

static void
add_once(struct strv *l, const char *s)
{
	for (size_t i = 0; i < l->n; i++)
		if (strcasecmp(l->v[i], s) == 0)
			return;
	if (*s != '\0')
		strv_add(l, s);
}

/* The addresses at which he was told before. */
static int
add_told(
    struct store *s, const struct contact *k, struct strv *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "forget.addresses",
	    "SELECT DISTINCT d.address FROM delivery d"
	    " CROSS JOIN message m ON m.id = d.message"
	    " WHERE d.name = ?2 COLLATE NOCASE AND d.name <> ''"
	    " AND " KNOWN("d") " AND " D_ORG " = ?1",
	    "tt", k->org, k->name);
	while ((r = sql_step(&q)) == 1)
		add_once(out, sql_peek(&q, 0));
	sql_close(&q);
	return r;
}

static bool
is_one_of(const struct contacts *l, int64_t id)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->v[i].id == id)
			return true;
	return false;
}

/* Whether a contact who is another one has that address or name. */
static int
anothers(struct store *s, const struct identity *p, const char *word, bool *yes,
    struct err *e)
{
	struct contacts l = {0};
	int r = find_contacts(s, word, "", &l, e);

	*yes = false;
	for (size_t i = 0; i < l.n; i++)
		if (!is_one_of(&p->who, l.v[i].id))
			*yes = true;
	contacts_clear(&l);
	return r;
}

/* What is another's, too, stays. */
static int
share(
    struct store *s, struct identity *p, const struct strv *all, struct err *e)
{
	bool yes;

	for (size_t i = 0; i < all->n; i++) {
		if (anothers(s, p, all->v[i], &yes, e) == -1)
			return -1;
		strv_add(yes ? &p->shared : &p->addresses, all->v[i]);
	}
	for (size_t i = 0; i < p->names.n; i++) {
		if (anothers(s, p, p->names.v[i], &yes, e) == -1)
			return -1;
		p->namesake = p->namesake || yes;
	}
	return 0;
}

int
store_forget_who(struct store *s, const struct contacts *who,
    struct identity *out, struct err *e)
{
	struct strv all = {0};
	int r = 0;

	*out = (struct identity){0};
	for (size_t i = 0; r == 0 && i < who->n; i++) {
		contacts_add(&out->who, &who->v[i]);
		add_once(&out->names, who->v[i].name);
		add_once(&all, who->v[i].email);
		add_once(&all, who->v[i].phone);
		r = add_told(s, &who->v[i], &all, e);
	}
	if (r == 0)
		r = share(s, out, &all, e);
	for (size_t i = 0; i < out->addresses.n; i++)
		mention_add(&out->words, out->addresses.v[i]);
	for (size_t i = 0; !out->namesake && i < out->names.n; i++)
		strv_add(&out->words, out->names.v[i]);
	strv_clear(&all);
	return r;
}

static void
add_naming(struct identity *p, const struct sql *q)
{
	struct naming n = {.seq = sql_int(q, 0)};

	p->seen = n.seq;
	n.actor = mention_in(sql_peek(q, 1), &p->words);
	n.detail = mention_in(sql_peek(q, 2), &p->words);
	if (!n.actor && !n.detail)
		return;
	p->v = xreallocarray(p->v, p->n + 1, sizeof(*p->v));
	p->v[p->n++] = n;
}

int
store_forget_scan(struct store *s, struct identity *p, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "forget.scan",
	    "SELECT seq, actor, detail FROM audit WHERE seq > ? ORDER BY seq",
	    "i", p->seen);
	while ((r = sql_step(&q)) == 1)
		add_naming(p, &q);
	sql_close(&q);
	return r;
}
