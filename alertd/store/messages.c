#include <stdlib.h>

#include "base/mem.h"
#include "store/audit.h"
#include "store/messages.h"
#include "store/queue.h"
#include "store/sql.h"

static const char *
address_of(const struct contact *c, enum channel channel)
{
	return channel == CHANNEL_MAIL ? c->email : c->phone;
}

static int
add_message(struct store *s, const struct notice *n, enum channel channel,
    const struct org *o, const char *message_id, int64_t now, int64_t *id,
    struct err *e)
{
	int r = sql_run(s, e, "message.add",
	    "INSERT INTO message (notice, incident, number, channel, audience,"
	    " org, org_name, vendor, message_id, created, due)"
	    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	    "iznttttttii", n->id, n->incident, n->number, channel_name(channel),
	    org_kind_name(o->kind), o->code, o->name, o->vendor, message_id,
	    now, now);

	*id = sql_last_id(s);
	return r == -1 ? -1 : 0;
}

/* A message of n recipients: the same address twice is one. */
static int
add_deliveries(struct store *s, const struct notice *n, enum channel channel,
    const struct contact *v, size_t count, int64_t message, int64_t now,
    struct err *e)
{
	for (size_t i = 0; i < count; i++) {
		const char *to = address_of(&v[i], channel);

		if (*to == '\0')
			continue;
		if (sql_run(s, e, "delivery.add",
			"INSERT INTO delivery (message, incident, number, org,"
			" name, address, state, due)"
			" VALUES (?, ?, ?, ?, ?, ?, 'queued', ?)"
			" ON CONFLICT (message, address) DO NOTHING",
			"iznttti", message, n->incident, n->number, v[i].org,
			v[i].name, to, now) == -1)
			return -1;
	}
	return 0;
}

int
store_message_add(struct store *s, const struct notice *n, enum channel channel,
    const struct org *o, const struct contact *contacts, size_t n_contacts,
    const char *message_id, int64_t now, struct err *e)
{
	int64_t id = 0;
	size_t i = 0;

	while (i < n_contacts && *address_of(&contacts[i], channel) == '\0')
		i++;
	if (i == n_contacts)
		return 0;
	if (store_begin(s, e) == -1)
		return -1;
	if (add_message(s, n, channel, o, message_id, now, &id, e) == -1 ||
	    add_deliveries(s, n, channel, contacts, n_contacts, id, now, e) ==
		-1) {
		store_rollback(s);
		return -1;
	}
	return store_commit(s, e) == -1 ? -1 : 1;
}

/* When the notice that supersedes was queued: the store has no clock. */
static int64_t
queued_at(struct store *s, int64_t incident, int number)
{
	int64_t at = clock_read().wall;

	sql_value(s, NULL, &at, "notice.at",
	    "SELECT at FROM notice WHERE incident = ? AND number = ?"
	    " AND number > 0",
	    "in", incident, number);
	return at;
}

int
store_supersede(struct store *s, int64_t incident, int number, struct err *e)
{
	int64_t at = queued_at(s, incident, number);
	struct dues l = {0};
	struct sql q;
	int r;

	if (store_begin(s, e) == -1)
		return -1;
	sql_open(&q, s, e, "supersede",
	    "SELECT id FROM message WHERE incident = ? AND number > 0"
	    " AND number < ? AND due IS NOT NULL ORDER BY id",
	    "in", incident, number);
	while ((r = sql_step(&q)) == 1) {
		l.v = xreallocarray(l.v, l.n + 1, sizeof(*l.v));
		l.v[l.n++] = (struct due){
		    .message = sql_int(&q, 0), .incident = incident};
	}
	sql_close(&q);
	for (size_t i = 0; r == 0 && i < l.n; i++)
		r = queue_drop(s, &l.v[i], DROP_OLD, at, e);
	free(l.v);
	if (r == -1) {
		store_rollback(s);
		return -1;
	}
	return store_commit(s, e);
}

int
store_was_told(
    struct store *s, int64_t incident, int64_t org, bool *told, struct err *e)
{
	int64_t n = 0;
	int r = sql_value(s, e, &n, "was_told",
	    "SELECT EXISTS (SELECT 1 FROM org o CROSS JOIN message m"
	    " CROSS JOIN delivery d ON d.message = m.id WHERE o.id = ?2"
	    " AND " MESSAGES_TO(
		"?1", "o.code") " AND (d.told = 1 OR d.state = 'sending'))",
	    "ii", incident, org);

	*told = n != 0;
	return r == -1 ? -1 : 0;
}
