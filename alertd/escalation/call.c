#include <stdbool.h>
#include <stdlib.h>
#include <strings.h>

#include "base/mem.h"
#include "base/str.h"
#include "escalation/call.h"

void
call_init(struct call *c)
{
	*c = (struct call){
	    .alarm = xstrdup(""),
	    .about = xstrdup(""),
	    .detail = xstrdup(""),
	    .skipped = xstrdup(""),
	    .owner = xstrdup(""),
	    .had = xstrdup(""),
	    .opened = TIME_NONE,
	    .began = TIME_NONE,
	    .due = TIME_NONE,
	    .paged_at = TIME_NONE,
	    .taken = TIME_NONE,
	    .attended = TIME_NONE,
	    .closed = TIME_NONE,
	};
}

void
call_clear(struct call *c)
{
	free(c->alarm);
	free(c->about);
	free(c->detail);
	free(c->skipped);
	free(c->owner);
	free(c->had);
	*c = (struct call){0};
}

void
person_clear(struct person *p)
{
	free(p->key);
	free(p->org);
	free(p->name);
	free(p->email);
	free(p->phone);
	*p = (struct person){0};
}

void
people_clear(struct people *l)
{
	for (size_t i = 0; i < l->n; i++)
		person_clear(&l->v[i]);
	free(l->v);
	*l = (struct people){0};
}

void
people_add(struct people *l, const struct person *p)
{
	l->v = xreallocarray(l->v, l->n + 1, sizeof(*l->v));
	l->v[l->n++] = (struct person){
	    .key = xstrdup(p->key),
	    .org = xstrdup(p->org),
	    .name = xstrdup(p->name),
	    .email = xstrdup(p->email),
	    .phone = xstrdup(p->phone),
	    .round = p->round,
	};
}

static bool
same(const char *a, const char *b)
{
	return *a != '\0' && strcasecmp(a, b) == 0;
}

void
people_merge(struct people *l, const struct person *p)
{
	const char *email = p->email, *phone = p->phone;
	struct person *known = NULL, new = *p;
	char none[] = "";

	for (size_t i = 0; i < l->n; i++) {
		struct person *o = &l->v[i];

		email = same(email, o->email) ? "" : email;
		phone = same(phone, o->phone) ? "" : phone;
		if (str_eq(o->key, p->key))
			known = o;
	}
	if (known != NULL) {
		if (*known->email == '\0')
			xreplace(&known->email, email);
		if (*known->phone == '\0')
			xreplace(&known->phone, phone);
		return;
	}
	new.email = *email == '\0' ? none : p->email;
	new.phone = *phone == '\0' ? none : p->phone;
	if (*email != '\0' || *phone != '\0')
		people_add(l, &new);
}
