#include <stdio.h>

#include "store/secrets.h"
#include "store/sql.h"

static int
read_secret(
    struct store *s, const char *name, char out[TOKEN_SIZE], struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "secret", "SELECT value FROM secret WHERE name = ?",
	    "t", name);
	r = sql_step(&q);
	if (r == 1)
		snprintf(out, TOKEN_SIZE, "%s", sql_peek(&q, 0));
	sql_close(&q);
	return r;
}

int
store_secret(
    struct store *s, const char *name, char out[TOKEN_SIZE], struct err *e)
{
	char made[TOKEN_SIZE];
	int r = read_secret(s, name, out, e);

	if (r != 0)
		return r == -1 ? -1 : 0;
	/* Another may make it at the same time: the first one stays. */
	personal_new_token(made);
	if (sql_run(s, e, "secret.add",
		"INSERT INTO secret (name, value) VALUES (?, ?)"
		" ON CONFLICT (name) DO NOTHING",
		"tt", name, made) == -1)
		return -1;
	r = read_secret(s, name, out, e);
	return r == 0	 ? err_set(e, "database: secret: %s is gone", name)
	       : r == -1 ? -1
			 : 0;
}

int
store_sender_check(
    struct store *s, int64_t message, char out[SENDER_CHECK], struct err *e)
{
	char secret[TOKEN_SIZE];

	if (store_secret(s, SECRET_BOUNCE, secret, e) == -1)
		return -1;
	sender_check(secret, message, out);
	return 0;
}
