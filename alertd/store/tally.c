#include <stdlib.h>
#include <string.h>

#include "base/attr.h"
#include "base/mem.h"
#include "store/queue.h"
#include "store/sql.h"
#include "store/tally.h"

void
tally_clear(struct tally *t)
{
	for (size_t i = 0; i < t->n; i++) {
		free(t->v[i].what);
		free(t->v[i].a);
		free(t->v[i].b);
	}
	free(t->v);
	*t = (struct tally){0};
}

static int
read_rows(struct store *s, const char *sql, struct tally *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "tally", sql, "");
	while ((r = sql_step(&q)) == 1) {
		out->v = xgrow(out->v, out->n, sizeof(*out->v));
		out->v[out->n++] = (struct tally_row){sql_text(&q, 0),
		    sql_text(&q, 1), sql_text(&q, 2), sql_int(&q, 3)};
	}
	sql_close(&q);
	return r;
}

#define OF(state)                                                     \
	" UNION ALL SELECT 'now', channel, '" state "', " state       \
	" FROM tally_delivery"                                        \
	" UNION ALL SELECT 'done', channel, '" state "', done_" state \
	" FROM tally_delivery"

int
store_tally(struct store *s, struct tally *out, struct err *e)
{
	static const char *const all[] = {
	    "SELECT what, a, b, n FROM tally",
	    "SELECT 'tried', channel, '', tried FROM tally_delivery" OF(
		"accepted") OF("delivered") OF("unknown") OF("failed")
		OF("superseded") OF("cancelled"),
	    "SELECT 'now', m.channel, d.state, count(*)"
	    " FROM delivery d INDEXED BY delivery_open"
	    " JOIN message m ON m.id = d.message"
	    " WHERE " DELIVERY_OPEN("d.") " AND d.state <> 'unknown'"
					  " GROUP BY m.channel, d.state",
	};
	int r = 0;

	for (size_t i = 0; r == 0 && i < LENGTH(all); i++)
		r = read_rows(s, all[i], out, e);
	return r;
}

int64_t
tally_of(const struct tally *t, const char *what, const char *a, const char *b)
{
	for (size_t i = 0; i < t->n; i++)
		if (strcmp(t->v[i].what, what) == 0 &&
		    strcmp(t->v[i].a, a) == 0 && strcmp(t->v[i].b, b) == 0)
			return t->v[i].n;
	return 0;
}

static const char unsent_sql[] =
    "SELECT channel, 0, count(*), min(created) FROM message"
    " INDEXED BY message_due WHERE due IS NOT NULL AND worker IS NULL"
    " GROUP BY channel UNION ALL"
    " SELECT channel, 1, count(*), min(created) FROM message"
    " INDEXED BY message_held WHERE worker IS NOT NULL GROUP BY channel";

int
store_unsent(struct store *s, struct unsent out[CHANNEL_SMS + 1], struct err *e)
{
	struct sql q;
	int r;

	for (enum channel ch = CHANNEL_MAIL; ch <= CHANNEL_SMS; ch++)
		out[ch] = (struct unsent){.oldest = TIME_NONE};
	sql_open(&q, s, e, "unsent", unsent_sql, "");
	while ((r = sql_step(&q)) == 1) {
		enum channel ch = CHANNEL_MAIL;

		channel_parse(sql_peek(&q, 0), &ch);
		if (sql_bool(&q, 1))
			out[ch].held = sql_int(&q, 2);
		else
			out[ch].queued = sql_int(&q, 2);
		clock_sooner(&out[ch].oldest, sql_time(&q, 3));
	}
	sql_close(&q);
	return r;
}

int
store_unsent_addresses(struct store *s, int64_t *n, struct err *e)
{
	int r = sql_value(s, e, n, "unsent.addresses",
	    "SELECT count(*) FROM delivery WHERE " DELIVERY_OPEN(
		"") " AND message IN (SELECT id FROM message INDEXED BY "
		    "message_due"
		    "  WHERE due IS NOT NULL AND worker IS NULL UNION ALL"
		    "  SELECT id FROM message INDEXED BY message_held"
		    "  WHERE worker IS NOT NULL)",
	    "");

	return r == -1 ? -1 : 0;
}

int
store_size(struct store *s, int64_t *bytes, struct err *e)
{
	int r = sql_value(s, e, bytes, "size",
	    "SELECT page_count * page_size FROM pragma_page_count,"
	    " pragma_page_size",
	    "");

	return r == -1 ? -1 : 0;
}
