#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/mem.h"
#include "base/str.h"
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
	free(m->check);
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

char *
message_ref_format(const struct message_ref *r, char out[MESSAGE_REF_SIZE])
{
	snprintf(out, MESSAGE_REF_SIZE, "%lld-%lld-%lld-%lld",
	    (long long)r->incident, (long long)r->notice,
	    (long long)r->delivery, (long long)r->created);
	return out;
}

/* The number up to the next hyphen; *s moves behind it. */
static int
take_number(const char **s, int64_t *out)
{
	size_t n = strcspn(*s, "-");
	char *part = xstrndup(*s, n < 20 ? n : 20);
	int r = parse_int(part, 0, INT64_MAX, out);

	*s += n + ((*s)[n] != '\0');
	free(part);
	return r;
}

int
message_ref_parse(const char *s, struct message_ref *out)
{
	char again[MESSAGE_REF_SIZE];
	const char *at = s;
	struct message_ref r;

	if (take_number(&at, &r.incident) == -1 ||
	    take_number(&at, &r.notice) == -1 ||
	    take_number(&at, &r.delivery) == -1 ||
	    take_number(&at, &r.created) == -1 ||
	    !str_eq(message_ref_format(&r, again), s))
		return -1;
	*out = r;
	return 0;
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
