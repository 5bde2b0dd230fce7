#include <string.h>

#include "store/bulk.h"
#include "store/chain.h"
#include "store/sql.h"

/* kB of pages in memory: what changes is not written and read meanwhile. */
#define ROOM "PRAGMA main.cache_size = -65536"

/*
 * Of one that is added id is 0 and nth its place among them: it gets the id
 * that is as far behind the highest that there is. moved: who is told where
 * changes, as the triggers of contact look at it.
 */
static const char table_sql[] =
    "CREATE TEMP TABLE IF NOT EXISTS bulk ("
    " n INTEGER PRIMARY KEY, kind INTEGER NOT NULL, nth INTEGER NOT NULL,"
    " moved INTEGER NOT NULL, id INTEGER NOT NULL, was_email TEXT NOT NULL,"
    " was_phone TEXT NOT NULL, org TEXT NOT NULL, name TEXT NOT NULL,"
    " email TEXT NOT NULL, phone TEXT NOT NULL, enabled INTEGER NOT NULL,"
    " topics TEXT NOT NULL, channels TEXT NOT NULL, detail TEXT NOT NULL,"
    " salt BLOB NOT NULL, actor_digest TEXT NOT NULL,"
    " detail_digest TEXT NOT NULL) STRICT";

static int
run(struct bulk *b, const char *sql, struct err *e)
{
	return sql_run(b->s, e, "bulk", sql, "") == -1 ? -1 : 0;
}

int
bulk_open(struct bulk *b, struct store *s, const char *actor, struct err *e)
{
	*b = (struct bulk){.s = s, .actor = actor};
	if (run(b, table_sql, e) == -1)
		return -1;
	return run(b, "DELETE FROM temp.bulk", e);
}

void
bulk_close(struct bulk *b)
{
	if (b->s != NULL)
		run(b, "DROP TABLE IF EXISTS temp.bulk", NULL);
	*b = (struct bulk){0};
}

static bool
is_moved(const struct contact *before, const struct contact *after)
{
	return before == NULL || after == NULL ||
	       strcmp(before->org, after->org) != 0 ||
	       strcmp(before->email, after->email) != 0 ||
	       strcmp(before->phone, after->phone) != 0;
}

int
bulk_add(struct bulk *b, enum bulk_kind kind, const struct contact *before,
    const struct contact *after, const char *detail, struct err *e)
{
	static const struct contact none;
	const struct contact *is = after == NULL ? before : after;
	const struct contact *was = before == NULL ? &none : before;
	struct link l = {0};
	int n;

	link_salt(&l, b->actor, detail);
	n = sql_run(b->s, e, "bulk.gather",
	    "INSERT INTO temp.bulk VALUES"
	    " (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	    "iibittttttbtttxtt", (int64_t)kind, b->n[kind] + 1,
	    is_moved(before, after), was->id, was->email, was->phone, is->org,
	    is->name, is->email, is->phone, is->enabled, is->topics,
	    channel_choice_name(is->channels), detail, l.salt, l.actor_digest,
	    l.detail_digest);
	if (n == -1)
		return -1;
	b->n[kind]++;
	return 0;
}

/* --- done, within a transaction ------------------------------------------- */

/* What is removed or changed must be there. */
static int
look_there(struct bulk *b, struct err *e)
{
	int64_t id;
	int r = b->n[BULK_REMOVE] + b->n[BULK_CHANGE] == 0
		    ? 0
		    : sql_value(b->s, e, &id, "bulk.gone",
			  "SELECT id FROM temp.bulk b WHERE id > 0"
			  " AND NOT EXISTS"
			  "  (SELECT 1 FROM contact c WHERE c.id = b.id)"
			  " ORDER BY n LIMIT 1",
			  "");

	if (r == 1)
		return err_set(e, "there is no contact %lld", (long long)id);
	return r;
}

/* As many rows as there are of the kind, or an organisation is not there. */
static int
all_of(const struct bulk *b, enum bulk_kind kind, int rows, struct err *e)
{
	if (rows != -1 && rows != b->n[kind])
		return err_set(e, "there is no such organisation");
	return rows == -1 ? -1 : 0;
}

static int
change_contacts(struct bulk *b, struct err *e)
{
	if (b->n[BULK_REMOVE] > 0 &&
	    sql_run(b->s, e, "bulk.remove",
		"DELETE FROM contact WHERE id IN"
		" (SELECT id FROM temp.bulk WHERE kind = ?)",
		"i", (int64_t)BULK_REMOVE) == -1)
		return -1;
	if (b->n[BULK_CHANGE] == 0)
		return 0;
	return all_of(b, BULK_CHANGE,
	    sql_run(b->s, e, "bulk.change",
		"UPDATE contact SET org = o.id, name = b.name,"
		" email = b.email, phone = b.phone, enabled = b.enabled,"
		" topics = b.topics, channels = b.channels"
		" FROM temp.bulk b CROSS JOIN org o ON o.code = b.org"
		" WHERE b.kind = ? AND contact.id = b.id",
		"i", (int64_t)BULK_CHANGE),
	    e);
}

static int
add_contacts(struct bulk *b, struct err *e)
{
	if (b->n[BULK_ADD] == 0)
		return 0;
	if (sql_value(b->s, e, &b->highest, "bulk.highest",
		"SELECT coalesce(max(id), 0) FROM contact", "") == -1)
		return -1;
	return all_of(b, BULK_ADD,
	    sql_run(b->s, e, "bulk.add",
		"INSERT INTO contact (id, org, name, email, phone, enabled,"
		" topics, channels) SELECT ? + b.nth, o.id, b.name, b.email,"
		" b.phone, b.enabled, b.topics, b.channels"
		" FROM temp.bulk b CROSS JOIN org o ON o.code = b.org"
		" WHERE b.kind = ? ORDER BY b.n",
		"ii", b->highest, (int64_t)BULK_ADD),
	    e);
}

/* As HOME of schema.c does it for one. */
#define HOME(channel, of)                                      \
	"INSERT INTO address (org, channel, address)"          \
	" SELECT b.org, '" channel "', b." of                  \
	" FROM temp.bulk b CROSS JOIN org o ON o.code = b.org" \
	" WHERE b.kind = ? AND b.moved AND b." of              \
	" <> '' AND o.kind <> 'oncall' ORDER BY b.n"           \
	" ON CONFLICT (org, channel, address) DO NOTHING"      \
	" ON CONFLICT (channel, address) DO UPDATE SET org = excluded.org"

static int
find_homes(struct bulk *b, enum bulk_kind kind, struct err *e)
{
	int r = b->n[kind] == 0
		    ? 0
		    : sql_run(b->s, e, "bulk.mail", HOME("mail", "email"), "i",
			  (int64_t)kind);

	if (r != -1 && b->n[kind] > 0)
		r = sql_run(b->s, e, "bulk.sms", HOME("sms", "phone"), "i",
		    (int64_t)kind);
	return r == -1 ? -1 : 0;
}

/* As DROP_SILENT of schema.c does it for one. */
#define DROP_SILENT(of_channel, of)                                           \
	"DELETE FROM address WHERE channel = '" of_channel "' AND address IN" \
	" (SELECT was_" of " FROM temp.bulk WHERE moved AND was_" of          \
	"  <> '') AND proven IS NULL AND bounced IS NULL"                     \
	" AND delayed IS NULL AND told = 0"                                   \
	" AND NOT EXISTS (SELECT 1 FROM contact WHERE " of " = address)"

static int
drop_silent(struct bulk *b, struct err *e)
{
	if (b->n[BULK_REMOVE] + b->n[BULK_CHANGE] == 0)
		return 0;
	if (run(b, DROP_SILENT("mail", "email"), e) == -1)
		return -1;
	return run(b, DROP_SILENT("sms", "phone"), e);
}

static int
put_on_record(struct bulk *b, int64_t at, struct err *e)
{
	int64_t last = 0;

	if (store_audit_many(b->s, &last, e) == -1)
		return -1;
	return sql_run(b->s, e, "bulk.audit",
		   "INSERT INTO audit (" LINK_PACKED_COLUMNS ")"
		   " SELECT ?1 + n, ?2, ?3, action, 0, object, detail,"
		   " audit_next(?2, action, 0, object, actor_digest,"
		   "  detail_digest), NULL, salt, NULL, NULL FROM (SELECT *,"
		   " 'contact.' || CASE kind WHEN 0 THEN 'removed' WHEN 1 THEN"
		   "  'changed' ELSE 'added' END AS action, 'contact '"
		   " || CASE WHEN id > 0 THEN id ELSE ?4 + nth END AS object"
		   " FROM temp.bulk) ORDER BY n",
		   "iiti", last, at, b->actor, b->highest) == -1
		   ? -1
		   : 0;
}

static int
apply(struct bulk *b, struct err *e)
{
	if (look_there(b, e) == -1 || change_contacts(b, e) == -1 ||
	    find_homes(b, BULK_CHANGE, e) == -1 || drop_silent(b, e) == -1 ||
	    add_contacts(b, e) == -1)
		return -1;
	return find_homes(b, BULK_ADD, e);
}

/* What the triggers of contact do for each is done here for all. */
int
bulk_apply(struct bulk *b, int64_t at, struct err *e)
{
	sqlite3 *db = b->s->db;
	int r;

	if (run(b, ROOM, e) == -1)
		return -1;
	sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
	r = apply(b, e);
	sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 1, NULL);
	return r == -1 ? -1 : put_on_record(b, at, e);
}
