#include <stdlib.h>

#include "base/attr.h"
#include "base/mem.h"
#include "base/str.h"
#include "store/queue.h"
#include "store/settled.h"
#include "store/sql.h"
#include "store/standing.h"

#define DOUBTED DELIVERY_DOUBTED("")

static const char standing_of[] =
    "SELECT m.id, m.created, m.incident, m.worker = ?, m.answer, m.via,"
    " m.channel = 'mail', m.number > 0 AND EXISTS"
    " (SELECT 1 FROM notice x WHERE x.incident = m.incident"
    "  AND x.number > m.number AND x.number > 0)"
    " FROM message m WHERE m.id = ?";

int
standing_read(struct store *s, int64_t message, int64_t worker,
    struct standing *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "standing", standing_of, "ii", worker, message);
	if ((r = sql_step(&q)) == 1)
		*out = (struct standing){
		    .message = sql_int(&q, 0),
		    .created = sql_int(&q, 1),
		    .incident = sql_int(&q, 2),
		    .held = sql_bool(&q, 3),
		    .answer = sql_text(&q, 4),
		    .via = sql_text(&q, 5),
		    .mail = sql_bool(&q, 6),
		    .old = sql_bool(&q, 7),
		};
	sql_close(&q);
	return r;
}

void
standing_clear(struct standing *at)
{
	free(at->answer);
	free(at->via);
	*at = (struct standing){0};
}

/* By their ids, however many others the message has. */
static const char places_of[] =
    "SELECT id, state, attempts, address, done IS NOT NULL, " DOUBTED
    " FROM delivery NOT INDEXED WHERE id BETWEEN ? AND ? AND message = ?";

int
standing_places(struct store *s, int64_t message, int64_t first, size_t n,
    struct place *v, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "standing.places", places_of, "iii", first,
	    first + (int64_t)n - 1, message);
	while ((r = sql_step(&q)) == 1) {
		struct place *p = &v[sql_int(&q, 0) - first];

		*p = (struct place){
		    .attempts = sql_small(&q, 2),
		    .address = sql_text(&q, 3),
		    .over = sql_bool(&q, 4),
		    .doubt = sql_bool(&q, 5),
		};
		delivery_state_parse(sql_peek(&q, 1), &p->state);
	}
	sql_close(&q);
	return r;
}

/* How a gateway calls an SMS is each one's own. */
static bool
same_remote_id(const struct settled *v, size_t n)
{
	for (size_t i = 1; i < n; i++)
		if (!str_eq(v[i].result->remote_id, v[0].result->remote_id))
			return false;
	return true;
}

static int
set_remote_id(struct store *s, const struct result *r, struct err *e)
{
	if (r->remote_id == NULL || r->remote_id[0] == '\0')
		return 0;
	return sql_run(s, e, "standing.remote",
	    "UPDATE delivery SET remote_id = ? WHERE id = ?", "ti",
	    r->remote_id, r->delivery);
}

const char *
standing_own(const char *text, const char *said)
{
	if (text == NULL)
		return "";
	return *text != '\0' && str_eq(text, said) ? NULL : text;
}

/* What was taken first: its message keeps what was said then, by whom. */
static void
keep_said(struct standing *at, const struct result *r)
{
	if (at->mail && *at->answer == '\0' && r->answer != NULL) {
		xreplace(&at->answer, r->answer);
		at->news = true;
	}
	if (*at->via == '\0' && r->via != NULL) {
		xreplace(&at->via, r->via);
		at->news = true;
	}
}

static const char settle[] =
    "UPDATE delivery SET state = ?, attempts = attempts + 1, code = ?,"
    " answer = ?, via = ?, remote_id = ?, due = ?, done = ?,"
    " told = max(told, ?) WHERE id BETWEEN ? AND ?";

int
standing_settle(struct store *s, struct standing *at, const struct settled *v,
    size_t n, int64_t now, struct err *e)
{
	const struct result *r = v[0].result;
	enum delivery_state state = life_state(v[0].to);
	bool told = r->outcome == OUTCOME_ACCEPTED ||
		    r->outcome == OUTCOME_UNKNOWN;
	bool same = same_remote_id(v, n), waits = life_waits(v[0].to);
	bool taken = state == DELIVERY_ACCEPTED;
	int k;

	if (taken)
		keep_said(at, r);
	k = sql_run(s, e, "standing.settle", settle, "tnNNtiTbii",
	    delivery_state_name(state), r->code,
	    standing_own(r->answer, taken ? at->answer : ""),
	    standing_own(r->via, at->via), same ? r->remote_id : "",
	    waits ? v[0].due : 0, waits ? TIME_NONE : now, told, r->delivery,
	    r->delivery + (int64_t)n - 1);
	for (size_t i = 0; k != -1 && !same && i < n; i++)
		k = set_remote_id(s, v[i].result, e);
	return k == -1 ? -1 : 0;
}

int
standing_keep(struct store *s, const struct standing *at, struct err *e)
{
	int n = sql_run(s, e, "standing.said",
	    "UPDATE message SET answer = ?, via = ? WHERE id = ?", "tti",
	    at->answer, at->via, at->message);

	return n == -1 ? -1 : 0;
}

void
standing_prepare(struct store *s)
{
	static const char *const texts[] = {standing_of, places_of, settle};

	for (size_t i = 0; i < LENGTH(texts); i++)
		sql_prepare(s, texts[i]);
}
