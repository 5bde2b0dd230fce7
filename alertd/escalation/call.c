#include <stdlib.h>

#include "base/mem.h"
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
