#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "store/codes.h"
#include "store/sql.h"

/* Nobody has so many codes that are alive. */
#define TRIES 100

#define COLUMNS                                                        \
	"id, action, notice, incident, call, org, name, phone, token," \
	" reply, made, lapses, used"

void
code_clear(struct code *c)
{
	free(c->org);
	free(c->name);
	free(c->phone);
	*c = (struct code){0};
}

void
codes_clear(struct codes *l)
{
	for (size_t i = 0; i < l->n; i++)
		code_clear(&l->v[i]);
	free(l->v);
	*l = (struct codes){0};
}

/* Two codes of a phone with the same digits would be one. */
static int
new_reply(struct store *s, struct code *c, struct err *e)
{
	for (int i = 0; i < TRIES; i++) {
		int64_t n = 0;

		personal_new_reply(c->reply);
		if (sql_value(s, e, &n, "code.taken",
			"SELECT count(*) FROM code WHERE phone = ?"
			" AND reply = ? AND lapses > ?",
			"tti", c->phone, c->reply, c->made) == -1)
			return -1;
		if (n == 0)
			return 0;
	}
	return err_set(e, "%s has too many codes", c->phone);
}

int
store_code_add(struct store *s, struct code *c, struct err *e)
{
	personal_new_token(c->token);
	c->reply[0] = '\0';
	if (*c->phone != '\0' && *personal_reply(c->action) != '\0' &&
	    new_reply(s, c, e) == -1)
		return -1;
	if (sql_run(s, e, "code.add",
		"INSERT INTO code (action, notice, incident, call, org, name,"
		" phone, token, reply, made, lapses)"
		" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
		"tizztttttii", code_action_name(c->action), c->notice,
		c->incident, c->call, c->org, c->name, c->phone, c->token,
		c->reply, c->made, c->lapses) == -1)
		return -1;
	c->id = sql_last_id(s);
	return 0;
}

static void
read_code(const struct sql *q, struct code *c)
{
	*c = (struct code){
	    .id = sql_int(q, 0),
	    .notice = sql_int(q, 2),
	    .incident = sql_int(q, 3),
	    .call = sql_int(q, 4),
	    .org = sql_text(q, 5),
	    .name = sql_text(q, 6),
	    .phone = sql_text(q, 7),
	    .made = sql_int(q, 10),
	    .lapses = sql_int(q, 11),
	    .used = sql_time(q, 12),
	};
	code_action_parse(sql_peek(q, 1), &c->action);
	snprintf(c->token, sizeof(c->token), "%s", sql_peek(q, 8));
	snprintf(c->reply, sizeof(c->reply), "%s", sql_peek(q, 9));
}

int
store_codes(struct store *s, int64_t notice, const char *org, struct codes *out,
    struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "codes",
	    "SELECT " COLUMNS " FROM code WHERE notice = ? AND org = ?"
	    " ORDER BY id",
	    "it", notice, org);
	while ((r = sql_step(&q)) == 1) {
		out->v = xreallocarray(out->v, out->n + 1, sizeof(*out->v));
		read_code(&q, &out->v[out->n++]);
	}
	sql_close(&q);
	return r;
}

/* Takes the one row of an open statement, and closes it. */
static int
take_code(struct sql *q, struct code *out)
{
	int r = sql_step(q);

	if (r == 1)
		read_code(q, out);
	sql_close(q);
	return r;
}

int
store_code_token(
    struct store *s, const char *token, struct code *out, struct err *e)
{
	struct sql q;

	sql_open(&q, s, e, "code.token",
	    "SELECT " COLUMNS " FROM code WHERE token = ?", "t", token);
	return take_code(&q, out);
}

int
store_code_reply(struct store *s, const char *phone, const char *reply,
    struct code *out, struct err *e)
{
	struct sql q;

	sql_open(&q, s, e, "code.reply",
	    "SELECT " COLUMNS " FROM code WHERE phone = ? AND reply = ?"
	    " AND reply <> '' ORDER BY id DESC LIMIT 1",
	    "tt", phone, reply);
	return take_code(&q, out);
}

int
store_code_newest(
    struct store *s, const char *phone, struct code *out, struct err *e)
{
	struct sql q;

	sql_open(&q, s, e, "code.newest",
	    "SELECT " COLUMNS " FROM code WHERE phone = ? AND reply <> ''"
	    " ORDER BY id DESC LIMIT 1",
	    "t", phone);
	return take_code(&q, out);
}

int
store_code_use(struct store *s, int64_t id, int64_t now, struct err *e)
{
	int n = sql_run(s, e, "code.use",
	    "UPDATE code SET used = ? WHERE id = ? AND used IS NULL", "ii", now,
	    id);

	return n == -1 ? -1 : 0;
}

int
store_codes_lapse(struct store *s, int64_t call, int64_t now, struct err *e)
{
	int n = sql_run(s, e, "code.lapse",
	    "UPDATE code SET lapses = ?1 WHERE call = ?2 AND used IS NULL"
	    " AND lapses > ?1",
	    "ii", now, call);

	return n == -1 ? -1 : 0;
}

int
store_receipts_lapse(
    struct store *s, int64_t incident, int64_t at, struct err *e)
{
	int n = sql_run(s, e, "code.lapse",
	    "UPDATE code SET lapses = ?1 WHERE incident = ?2"
	    " AND action = 'receipt' AND used IS NULL AND lapses > ?1",
	    "ii", at, incident);

	return n == -1 ? -1 : 0;
}

int
store_wrong_reply(
    struct store *s, const char *phone, int64_t now, struct err *e)
{
	int n = sql_run(s, e, "reply.wrong",
	    "INSERT INTO wrong_reply (at, phone) VALUES (?, ?)", "it", now,
	    phone);

	return n == -1 ? -1 : 0;
}

int
store_wrong_replies(struct store *s, const char *phone, int64_t since,
    int64_t now, int64_t *n, struct err *e)
{
	int r;

	*n = 0;
	r = sql_value(s, e, n, "reply.count",
	    "SELECT count(*) FROM wrong_reply WHERE phone = ? AND at > ?"
	    " AND at <= ?",
	    "tii", phone, since, now);
	return r == -1 ? -1 : 0;
}
