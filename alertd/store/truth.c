#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mac.h"
#include "base/mem.h"
#include "store/queue.h"
#include "store/secrets.h"
#include "store/sql.h"
#include "store/truth.h"

#define KEPT INT64_C(31622400) /* seconds: a year */

static const char *const kinds[] = {
    [TEST_TRUTH] = "truth", [TEST_DEADMAN] = "deadman"};

int
store_test_add(struct store *s, enum test_kind kind, int64_t notice,
    enum channel channel, int64_t now, struct err *e)
{
	if (sql_run(s, e, "test.old", "DELETE FROM test WHERE sent < ?", "i",
		now - KEPT) == -1)
		return -1;
	return sql_run(s, e, "test.add",
		   "INSERT INTO test (notice, channel, kind, sent)"
		   " VALUES (?, ?, ?, ?)",
		   "itti", notice, channel_name(channel), kinds[kind],
		   now) == -1
		   ? -1
		   : 0;
}

int
store_test_last(
    struct store *s, enum test_kind kind, int64_t *at, struct err *e)
{
	*at = TIME_NONE;
	return sql_value(s, e, at, "test.last",
		   "SELECT sent FROM test WHERE kind = ?"
		   " ORDER BY notice DESC LIMIT 1",
		   "t", kinds[kind]) == -1
		   ? -1
		   : 0;
}

int
store_truth_check(
    struct store *s, int64_t notice, char out[SENDER_CHECK], struct err *e)
{
	unsigned char code[MAC_SIZE];
	char secret[TOKEN_SIZE], text[48], *hex;
	int n;

	if (store_secret(s, SECRET_BOUNCE, secret, e) == -1)
		return -1;
	/* Another word than that of a bounce: neither proves the other. */
	n = snprintf(text, sizeof(text), "truth %" PRId64, notice);
	mac_make(MAC_SHA256, secret, text, (size_t)n, code);
	hex = mac_hex(code, (SENDER_CHECK - 1) / 2);
	memcpy(out, hex, SENDER_CHECK);
	free(hex);
	return 0;
}

int
store_truth_arrived(struct store *s, int64_t notice, int64_t now, struct err *e)
{
	return sql_run(s, e, "truth.arrived",
	    "UPDATE test SET arrived = ? WHERE notice = ? AND kind = 'truth'"
	    " AND channel = 'mail' AND arrived IS NULL",
	    "ii", now, notice);
}

int
store_truth_look(struct store *s, struct err *e)
{
	return sql_run(s, e, "truth.look",
		   "UPDATE test SET arrived = r.done FROM (SELECT m.notice,"
		   "  m.channel, max(d.done) AS done FROM test t"
		   "  CROSS JOIN message m ON m.notice = t.notice"
		   "  AND m.channel = t.channel CROSS JOIN delivery d  "
		   "ON " D_IN_M
		   " AND d.state = 'delivered'  WHERE t.arrived IS NULL"
		   " AND t.kind = 'truth'  GROUP BY m.notice, m.channel) AS r"
		   " WHERE test.notice = r.notice AND test.channel = r.channel",
		   "") == -1
		   ? -1
		   : 0;
}

void
truth_clear(struct truth *t)
{
	free(t->answer);
	*t = (struct truth){0};
}

int
store_truth_get(
    struct store *s, enum channel channel, struct truth *out, struct err *e)
{
	struct sql q;
	int r;

	*out = (struct truth){.sent = TIME_NONE,
	    .arrived = TIME_NONE,
	    .proven = TIME_NONE,
	    .took = TIME_NONE};
	sql_open(&q, s, e, "truth.get",
	    "SELECT t.notice, t.sent, t.arrived, d.state = 'failed', " D_ANSWER
	    ", p.arrived, p.arrived - p.sent, EXISTS (SELECT 1 FROM test l"
	    "  WHERE l.kind = 'truth' AND l.channel = t.channel"
	    "  AND l.late IS NOT NULL AND l.over IS NULL) FROM test t"
	    " LEFT JOIN test p ON p.kind = 'truth'  AND p.channel = t.channel"
	    " AND p.notice = (SELECT max(notice)   FROM test a"
	    " WHERE a.kind = 'truth' AND a.channel = t.channel"
	    "   AND a.arrived IS NOT NULL) LEFT JOIN message m"
	    " ON m.notice = t.notice  AND m.channel = t.channel"
	    " LEFT JOIN delivery d ON " D_IN_M " WHERE t.kind = 'truth'"
	    " AND t.channel = ? ORDER BY t.notice DESC LIMIT 1",
	    "t", channel_name(channel));
	if ((r = sql_step(&q)) == 1) {
		out->notice = sql_int(&q, 0);
		out->sent = sql_time(&q, 1);
		out->arrived = sql_time(&q, 2);
		out->failed = sql_bool(&q, 3);
		out->answer = sql_text(&q, 4);
		out->proven = sql_time(&q, 5);
		out->took = sql_time(&q, 6);
		out->late = sql_bool(&q, 7);
	} else {
		out->answer = xstrdup("");
	}
	sql_close(&q);
	return r == -1 ? -1 : 0;
}

int
store_truth_told(struct store *s, enum channel channel, bool late, int64_t now,
    struct err *e)
{
	const char *name = channel_name(channel);
	int n;

	if (late)
		n = sql_run(s, e, "truth.late",
		    "UPDATE test SET late = ?1 WHERE kind = 'truth'"
		    " AND channel = ?2 AND notice = (SELECT max(notice)"
		    "  FROM test WHERE kind = 'truth' AND channel = ?2)",
		    "it", now, name);
	else
		n = sql_run(s, e, "truth.over",
		    "UPDATE test SET over = ? WHERE kind = 'truth'"
		    " AND channel = ? AND late IS NOT NULL AND over IS NULL",
		    "it", now, name);
	return n == -1 ? -1 : 0;
}
