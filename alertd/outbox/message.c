#include <stdlib.h>

#include "base/attr.h"
#include "outbox/message.h"

static void
recipients_clear(struct recipient *v, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		free(v[i].name);
		free(v[i].address);
	}
	free(v);
}

void
message_clear(struct message *m)
{
	free(m->org);
	free(m->org_name);
	free(m->subject);
	free(m->text);
	free(m->html);
	free(m->message_id);
	free(m->in_reply_to);
	recipients_clear(m->to, m->n_to);
	recipients_clear(m->cc, m->n_cc);
	*m = (struct message){0};
}

void
messages_clear(struct messages *l)
{
	for (size_t i = 0; i < l->n; i++)
		message_clear(&l->v[i]);
	free(l->v);
	*l = (struct messages){0};
}

const char *
outcome_name(enum outcome o)
{
	static const char *const names[] = {
	    "accepted", "tempfail", "permfail", "unknown"};

	return (size_t)o < LENGTH(names) ? names[o] : "unknown";
}

void
result_clear(struct result *r)
{
	free(r->answer);
	free(r->via);
	free(r->remote_id);
	*r = (struct result){0};
}
