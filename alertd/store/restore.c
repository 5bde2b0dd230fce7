#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/limits.h"
#include "base/mem.h"
#include "store/audit.h"
#include "store/copy.h"
#include "store/restore.h"
#include "store/queue.h"
#include "store/secrets.h"

#define ANSWER "held back: the database was restored from a backup"

/* --- what may not go on as if nothing had happened -------------------------
 */

static int
hold_messages(struct store *s, struct restoring *r, struct err *e)
{
	int n = sql_run(s, e, "restore.hold",
	    "UPDATE delivery SET done = ?1, state = CASE state"
	    "  WHEN 'unknown' THEN state ELSE 'cancelled' END,"
	    " answer = '" ANSWER "',"
	    " told = CASE WHEN number > 0 THEN 1 ELSE told END"
	    " WHERE " DELIVERY_OPEN(""),
	    "i", r->now);

	r->held = n;
	if (n == -1)
		return -1;
	/* Whether it arrives cannot be seen any more: it is made anew. */
	if (sql_run(s, e, "restore.test",
		"DELETE FROM test WHERE arrived IS NULL AND late IS NULL",
		"") == -1)
		return -1;
	return sql_run(s, e, "restore.hold",
		   "UPDATE message SET due = NULL, worker = NULL, begun = 0"
		   " WHERE due IS NOT NULL OR worker IS NOT NULL",
		   "") == -1
		   ? -1
		   : 0;
}

static int
hold_incidents(struct store *s, struct restoring *r, struct err *e)
{
	int n = sql_run(s, e, "restore.incidents",
	    "UPDATE incident SET due_at = max(coalesce(due_at, 0), ?1)"
	    " WHERE state = 'open'"
	    " OR (state = 'pending' AND due_at IS NOT NULL)",
	    "i", r->now + LIMIT_RESTORE_HOLD);

	r->open = n;
	return n == -1 ? -1 : 0;
}

static int
skip_numbers(struct store *s, struct restoring *r,
    const struct backup_facts *backup, struct err *e)
{
	int64_t there = r->there->last_incident;

	r->next = 1 + (r->there->schema > 0 && there >= backup->last_incident
			      ? there
			      : backup->last_incident + LIMIT_RESTORE_SKIP);
	return sql_run(s, e, "restore.made",
		   "INSERT INTO restored (at, made, source, next)"
		   " VALUES (?, ?, ?, ?)",
		   "iTti", r->now, backup->made, r->file, r->next) == -1
		   ? -1
		   : 0;
}

static int
put_on_record(struct store *s, const struct restoring *r,
    const struct backup_facts *backup, struct err *e)
{
	char when[RFC3339_SIZE];
	char *detail = xasprintf(
	    "from %s, its newest record of %s; %" PRId64
	    " recipients who were queued are held back, %" PRId64
	    " incidents wait %d minutes; the next incident is %" PRId64,
	    r->file,
	    backup->newest == TIME_NONE ? "no time"
					: format_rfc3339(backup->newest, when),
	    r->held, r->open, LIMIT_RESTORE_HOLD / 60, r->next);
	int n = store_audit(
	    s, r->now, r->actor, BACKUP_RESTORED, 0, "database", detail, e);

	free(detail);
	return n;
}

static int
change(struct store *s, struct restoring *r, const struct backup_facts *backup,
    struct err *e)
{
	if (store_begin(s, e) == -1)
		return -1;
	if (hold_messages(s, r, e) == -1 || hold_incidents(s, r, e) == -1 ||
	    skip_numbers(s, r, backup, e) == -1 ||
	    sql_run(s, e, "restore.secret", "DELETE FROM secret WHERE name = ?",
		"t", SECRET_BOUNCE) == -1 ||
	    put_on_record(s, r, backup, e) == -1) {
		store_rollback(s);
		return -1;
	}
	return store_commit(s, e);
}

/* --- the new database, beside the other ------------------------------------
 */

static int
copy_beside(const struct restoring *r, const char *part,
    enum store_fault *fault, struct err *e)
{
	struct store *from = copy_open(r->file, fault, e);
	int fd, n;

	if (from == NULL)
		return -1;
	copy_remove(part);
	fd = open(part, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	*fault = STORE_OTHER;
	n = fd == -1 ? err_set(e, "%s: %s", part, strerror(errno))
		     : copy_give(fd, part, r->db, e);
	if (n == 0)
		n = copy_into(from, part, fault, e);
	if (fd != -1)
		close(fd);
	store_close(from);
	return n;
}

/* Up to date, changed, and again one file that is whole. */
static int
finish(struct restoring *r, const char *part, const struct backup_facts *backup,
    enum store_fault *fault, struct err *e)
{
	struct store_opening how = {.create = true};
	struct store *s = store_open_as(part, &how, e);
	struct backup_facts made;
	int n;

	*fault = how.fault;
	if (s == NULL)
		return -1;
	n = change(s, r, backup, e);
	if (n == 0)
		n = sql_run(s, e, "restore", "PRAGMA journal_mode = DELETE",
			"") == -1
			? -1
			: 0;
	*fault = sql_why(s);
	store_close(s);
	if (n == 0 && file_sync(part) == -1)
		n = err_set(e, "%s: %s", part, strerror(errno));
	return n == -1 ? -1 : store_examine(part, false, &made, fault, e);
}

/* --- its place --------------------------------------------------------------
 */

/*
 * 1 with *db held, and no log beside the file; 0 when it is damaged, and is
 * taken as it lies; -1 with *e: somebody else has it open.
 */
static int
come_to_rest(
    const char *path, sqlite3 **db, enum store_fault *fault, struct err *e)
{
	struct store s = {0};
	int code = sqlite3_open_v2(path, &s.db, SQLITE_OPEN_READWRITE, NULL);

	if (code == SQLITE_OK)
		code = sqlite3_exec(s.db,
		    "PRAGMA locking_mode = EXCLUSIVE;"
		    "PRAGMA synchronous = FULL;"
		    "PRAGMA journal_mode = DELETE;"
		    "BEGIN EXCLUSIVE",
		    NULL, NULL, NULL);
	*db = s.db;
	if (code == SQLITE_OK)
		return 1;
	*fault = sql_fault(code);
	if (*fault == STORE_CORRUPT)
		return 0;
	return sql_failed(&s, "the one that is there", e);
}

/* Another name for the same file; not there is fine. */
static int
also(const char *path, const char *as, struct err *e)
{
	if (link(path, as) == 0 || errno == ENOENT)
		return 0;
	return err_set(e, "%s: %s", as, strerror(errno));
}

/* A log would be taken for the new one's. */
static int
set_log_aside(const struct restoring *r, struct err *e)
{
	char *log = xasprintf("%s-wal", r->db);
	char *shm = xasprintf("%s-shm", r->db);
	char *as = xasprintf("%s-wal", r->aside);
	int n = also(log, as, e);

	if (n == 0 && file_sync_folder(r->db) == -1)
		n = err_set(e, "%s: %s", as, strerror(errno));
	if (n == 0) {
		unlink(log);
		unlink(shm);
	}
	free(log);
	free(shm);
	free(as);
	return n;
}

static char *
aside_name(const char *db, int64_t now)
{
	char when[COMPACT_SIZE];
	char *name = xasprintf("%s.before-%s", db, format_compact(now, when));

	for (int i = 1; access(name, F_OK) == 0; i++) {
		char *next = xasprintf(
		    "%.*s.%d", (int)(strrchr(name, 'Z') - name + 1), name, i);

		free(name);
		name = next;
	}
	return name;
}

static int
swap(struct restoring *r, const char *part, bool rested, struct err *e)
{
	r->aside = aside_name(r->db, r->now);
	if (also(r->db, r->aside, e) == -1 ||
	    (!rested && set_log_aside(r, e) == -1))
		return -1;
	if (rename(part, r->db) == -1) {
		err_set(e, "%s: %s", r->db, strerror(errno));
		/* The log of a damaged one has gone there: it stays. */
		if (rested)
			unlink(r->aside);
		return -1;
	}
	if (file_sync_folder(r->db) == -1)
		return err_set(e, "%s: %s", r->db, strerror(errno));
	return 0;
}

static int
put_in_place(struct restoring *r, const char *part, enum store_fault *fault,
    struct err *e)
{
	sqlite3 *db = NULL;
	int n;

	if (access(r->db, F_OK) == -1 && errno == ENOENT) {
		/* What lies beside it is of one that is gone. */
		copy_remove(r->db);
		n = rename(part, r->db);
		return n == 0 && file_sync_folder(r->db) == 0
			   ? 0
			   : err_set(e, "%s: %s", r->db, strerror(errno));
	}
	n = come_to_rest(r->db, &db, fault, e);
	if (n != -1) {
		*fault = STORE_OTHER;
		n = swap(r, part, n == 1, e);
	}
	sqlite3_close(db);
	return n;
}

int
store_restore(struct restoring *r, enum store_fault *fault, struct err *e)
{
	char *part = xasprintf("%s.restoring", r->db);
	struct backup_facts backup;
	int n = -1;

	r->aside = NULL;
	if (store_examine(r->file, false, &backup, fault, e) == 0 &&
	    copy_beside(r, part, fault, e) == 0 &&
	    finish(r, part, &backup, fault, e) == 0)
		n = put_in_place(r, part, fault, e);
	if (n == -1)
		copy_remove(part);
	free(part);
	return n;
}
