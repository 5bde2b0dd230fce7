#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/tr.h"
#include "contacts/contacts.h"
#include "contacts/key.h"
#include "store/audit.h"

#define NONE SIZE_MAX

struct comparing {
	const struct contacts *old, *new;
	struct keys emails, phones; /* of old */
	struct keys new_emails, new_phones;
	size_t *to; /* for each of old: its index in new, or NONE */
	size_t *from; /* for each of new: its index in old, or NONE */
	struct plan *plan;
};

/* An entry without its sides yet. */
static struct change *
add_change(struct plan *p, enum change_kind kind)
{
	p->v = xreallocarray(p->v, p->n + 1, sizeof(*p->v));
	p->v[p->n] = (struct change){.kind = kind};
	p->count[kind]++;
	return &p->v[p->n++];
}

static size_t *
none(size_t n)
{
	size_t *l = xcalloc(n + 1, sizeof(*l));

	for (size_t i = 0; i < n; i++)
		l[i] = NONE;
	return l;
}

static void
index_contacts(
    const struct contacts *l, struct keys *emails, struct keys *phones)
{
	for (size_t i = 0; i < l->n; i++) {
		const struct contact *k = &l->v[i];

		keys_add(emails, k->org, k->email, i, 0, 0);
		keys_add(phones, k->org, k->phone, i, 0, 0);
	}
	keys_sort(emails);
	keys_sort(phones);
}

/* Pairs who are not paired yet and have the same address, or number. */
static void
pair(struct comparing *c, bool phone)
{
	for (size_t i = 0; i < c->new->n; i++) {
		const struct contact *k = &c->new->v[i];
		const struct keys *l = phone ? &c->phones : &c->emails;
		const struct key *found = keys_find(
		    l, k->org, phone ? k->phone : k->email);

		if (c->from[i] != NONE || found == NULL ||
		    c->to[found->order] != NONE)
			continue;
		c->from[i] = found->order;
		c->to[found->order] = i;
	}
}

/* Not said is as good as "". */
static const char *
topics_of(const struct contact *k)
{
	return k->topics == NULL ? "" : k->topics;
}

static bool
same(const struct contact *a, const struct contact *b)
{
	return strcmp(a->name, b->name) == 0 &&
	       strcmp(a->email, b->email) == 0 &&
	       strcmp(a->phone, b->phone) == 0 &&
	       strcmp(topics_of(a), topics_of(b)) == 0 &&
	       a->channels == b->channels;
}

static void
plan_new(struct comparing *c, size_t i)
{
	const struct contact *k = &c->new->v[i], *old;
	struct contact after = contact_copy(k);
	struct change *x;

	if (c->from[i] == NONE) {
		/* A file that says nothing of it leaves the default. */
		if (after.topics == NULL)
			after.topics = xstrdup("");
		add_change(c->plan, CHANGE_ADD)->after = after;
		return;
	}
	old = &c->old->v[c->from[i]];
	after.id = old->id;
	after.enabled = old->enabled;
	if (after.topics == NULL) {
		after.topics = xstrdup(topics_of(old));
		after.channels = old->channels;
	}
	x = add_change(
	    c->plan, same(old, &after) ? CHANGE_KEEP : CHANGE_UPDATE);
	x->before = contact_copy(old);
	x->after = after;
}

/* An old one without a new one: what is left of it beside the new ones. */
static void
plan_rest(struct comparing *c, size_t i)
{
	const struct contact *k = &c->old->v[i];
	bool email = keys_find(&c->new_emails, k->org, k->email) != NULL;
	bool phone = keys_find(&c->new_phones, k->org, k->phone) != NULL;
	struct contact rest;

	if (!email && !phone)
		return;
	rest = contact_copy(k);
	if (email)
		xreplace(&rest.email, "");
	if (phone)
		xreplace(&rest.phone, "");
	if (*rest.email == '\0' && *rest.phone == '\0') {
		contact_clear(&rest);
		add_change(c->plan, CHANGE_REMOVE)->before = contact_copy(k);
	} else {
		struct change *x = add_change(c->plan, CHANGE_UPDATE);

		x->before = contact_copy(k);
		x->after = rest;
	}
}

void
contacts_compare(const struct contacts *old, const struct contacts *new,
    bool replace, struct plan *out)
{
	struct comparing c = {.old = old,
	    .new = new,
	    .to = none(old->n),
	    .from = none(new->n),
	    .plan = out};

	*out = (struct plan){0};
	index_contacts(old, &c.emails, &c.phones);
	index_contacts(new, &c.new_emails, &c.new_phones);
	pair(&c, false);
	pair(&c, true);
	for (size_t i = 0; i < new->n; i++)
		plan_new(&c, i);
	for (size_t i = 0; i < old->n; i++) {
		if (c.to[i] != NONE)
			continue;
		if (replace)
			add_change(out, CHANGE_REMOVE)->before = contact_copy(
			    &old->v[i]);
		else
			plan_rest(&c, i);
	}
	keys_clear(&c.emails);
	keys_clear(&c.phones);
	keys_clear(&c.new_emails);
	keys_clear(&c.new_phones);
	free(c.to);
	free(c.from);
}

void
plan_clear(struct plan *p)
{
	for (size_t i = 0; i < p->n; i++) {
		contact_clear(&p->v[i].before);
		contact_clear(&p->v[i].after);
	}
	free(p->v);
	*p = (struct plan){0};
}

const char *
change_name(enum change_kind kind)
{
	static const char *const names[CHANGE_KINDS] = {
	    [CHANGE_ADD] = N_("add"),
	    [CHANGE_UPDATE] = N_("change"),
	    [CHANGE_KEEP] = N_("keep"),
	    [CHANGE_REMOVE] = N_("remove"),
	};

	return names[kind];
}

/* " [fmk nas; sms-outages]", or what is there of it. */
static char *
part(const struct contact *c)
{
	const char *topics = topics_of(c);
	const char *channels = channel_choice_name(c->channels);
	bool both = *topics != '\0' && *channels != '\0';

	if (*topics == '\0' && *channels == '\0')
		return xstrdup("");
	return xasprintf(" [%s%s%s]", topics, both ? "; " : "", channels);
}

/* "Anna Jensen <anna@example.dk> +4500000001", what is there of it. */
static char *
person(const struct contact *c)
{
	bool name = *c->name != '\0', email = *c->email != '\0',
	     phone = *c->phone != '\0';
	char *takes = part(c);
	char *s = xasprintf("%s%s%s%s%s%s%s%s", c->name, name ? " " : "",
	    email ? "<" : "", c->email, email ? ">" : "",
	    email && phone ? " " : "", c->phone, takes);

	free(takes);
	return s;
}

/* What is said of a change after its name. */
static char *
describe(const struct change *c)
{
	const struct contact *k = c->kind == CHANGE_ADD ? &c->after
							: &c->before;
	char *before = person(k), *after, *s;

	if (c->kind != CHANGE_UPDATE) {
		s = xasprintf("%s %s", k->org, before);
	} else {
		after = person(&c->after);
		s = xasprintf("%s %s -> %s", k->org, before, after);
		free(after);
	}
	free(before);
	return s;
}

char *
change_text(const struct change *c)
{
	char *rest = describe(c);
	char *s = xasprintf("%s %s", _(change_name(c->kind)), rest);

	free(rest);
	return s;
}

/* New ones last: they may get the id of one that is gone. */
static bool
is_late(const struct change *c)
{
	return c->kind == CHANGE_ADD;
}

/* Those of an organisation lie together, and are changed together. */
static int
by_org(const void *va, const void *vb)
{
	const struct change *a = *(const struct change *const *)va;
	const struct change *b = *(const struct change *const *)vb;
	const char *x = is_late(a) ? a->after.org : a->before.org;
	const char *y = is_late(b) ? b->after.org : b->before.org;
	int r = is_late(a) - is_late(b);

	if (r == 0)
		r = strcmp(x, y);
	return r != 0 ? r : (a > b) - (a < b);
}

/* Of what changes, in the order in which it is done. Release with free(). */
static const struct change **
in_order(const struct plan *p, size_t *n)
{
	const struct change **v = xcalloc(p->n + 1, sizeof(*v));

	*n = 0;
	for (size_t i = 0; i < p->n; i++)
		if (p->v[i].kind != CHANGE_KEEP)
			v[(*n)++] = &p->v[i];
	qsort(v, *n, sizeof(*v), by_org);
	return v;
}

static int
gather(struct bulk *b, const struct change *c, struct err *e)
{
	static const enum bulk_kind kinds[CHANGE_KINDS] = {
	    [CHANGE_ADD] = BULK_ADD,
	    [CHANGE_UPDATE] = BULK_CHANGE,
	    [CHANGE_REMOVE] = BULK_REMOVE,
	};
	char *detail = describe(c);
	int r = bulk_add(b, kinds[c->kind],
	    c->kind == CHANGE_ADD ? NULL : &c->before,
	    c->kind == CHANGE_REMOVE ? NULL : &c->after, detail, e);

	free(detail);
	return r;
}

int
contacts_prepare(struct store *s, const struct plan *p, const char *actor,
    struct bulk *b, struct err *e)
{
	size_t n;
	const struct change **v = in_order(p, &n);
	int r = bulk_open(b, s, actor, e);

	for (size_t i = 0; r == 0 && i < n; i++)
		r = gather(b, v[i], e);
	free(v);
	return r;
}

int
contacts_apply(struct store *s, const struct plan *p, const char *actor,
    int64_t at, struct err *e)
{
	struct bulk b;
	int r;

	if (store_begin(s, e) == -1)
		return -1;
	r = contacts_prepare(s, p, actor, &b, e);
	if (r == 0)
		r = bulk_apply(&b, at, e);
	bulk_close(&b);
	if (r == 0)
		return store_commit(s, e);
	store_rollback(s);
	return -1;
}
