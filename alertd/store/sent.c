#include <stdlib.h>

#include "base/mem.h"
#include "store/queue.h"
#include "store/sent.h"
#include "store/sql.h"

void
sents_clear(struct sents *l)
{
	for (size_t i = 0; i < l->n; i++) {
		free(l->v[i].audience);
		free(l->v[i].topic);
		free(l->v[i].title);
	}
	free(l->v);
	*l = (struct sents){0};
}

#define STATE(channel, address)                                           \
	"(SELECT d.state FROM message m CROSS JOIN delivery d "           \
	"ON " D_IN_M " WHERE m.notice = n.id AND m.channel = '" channel   \
	"' AND " D_ORG " = ?2 AND d.address = " address " COLLATE NOCASE" \
	" LIMIT 1)"

static const char sent_sql[] =
    "SELECT n.incident, i.opened_at, i.kind, i.audience, n.number, n.type,"
    " n.effect, n.topic, n.title, n.at, " STATE("mail", "?3") ", " STATE(
	"sms", "?4") " FROM notice n JOIN incident i ON i.id = n.incident"
		     " WHERE n.number > 0 AND n.incident IN (SELECT incident"
		     "  FROM notice WHERE number > 0 AND at >= ?1)"
		     " ORDER BY n.incident, n.number";

static void
read_state(const struct sql *q, enum channel channel, struct sent *out)
{
	const char *state = sql_peek(q, 10 + (int)channel);

	out->queued[channel] = delivery_state_parse(
				   state, &out->state[channel]) == 0;
}

static void
read_row(const struct sql *q, struct sent *out)
{
	*out = (struct sent){
	    .incident = sql_int(q, 0),
	    .opened_at = sql_time(q, 1),
	    .audience = sql_text(q, 3),
	    .number = sql_small(q, 4),
	    .topic = sql_text(q, 7),
	    .title = sql_text(q, 8),
	    .at = sql_int(q, 9),
	};
	incident_kind_parse(sql_peek(q, 2), &out->kind);
	notice_type_parse(sql_peek(q, 5), &out->type);
	effect_parse(sql_peek(q, 6), &out->effect);
	read_state(q, CHANNEL_MAIL, out);
	read_state(q, CHANNEL_SMS, out);
}

int
store_sent(struct store *s, int64_t since, const char *org, const char *email,
    const char *phone, struct sents *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "sent", sent_sql, "ittt", since, org, email, phone);
	while ((r = sql_step(&q)) == 1) {
		out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
		read_row(&q, &out->v[out->n++]);
	}
	sql_close(&q);
	return r;
}
