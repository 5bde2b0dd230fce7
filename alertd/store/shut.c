#include <string.h>

#include "base/mem.h"
#include "store/shut.h"
#include "store/sql.h"

int
store_shut_put(struct store *s, const char *program, bool first,
    const char *missing, int64_t now, struct err *e)
{
	int64_t known = 0;
	int r;

	/* As nearly always: nobody waits for the database to say so. */
	if (sql_value(s, e, &known, "shut.known",
		"SELECT count(*) FROM shut WHERE ?1 = 1 OR program = ?2", "it",
		(int64_t)first, program) == -1)
		return -1;
	if (known == 0 && *missing == '\0')
		return 0;
	if (store_begin(s, e) == -1)
		return -1;
	r = sql_run(s, e, "shut.forget",
	    "DELETE FROM shut WHERE ?1 = 1 OR program = ?2", "it",
	    (int64_t)first, program);
	if (r != -1 && *missing != '\0')
		r = sql_run(s, e, "shut.put",
		    "INSERT INTO shut VALUES (?, ?, ?)", "tti", program,
		    missing, now);
	if (r != -1)
		return store_commit(s, e);
	store_rollback(s);
	return -1;
}

int
store_shut_list(struct store *s, struct strv *out, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "shut",
	    "SELECT program || ': ' || missing FROM shut ORDER BY program", "");
	while ((r = sql_step(&q)) == 1)
		strv_take(out, sql_text(&q, 0));
	sql_close(&q);
	return r;
}
