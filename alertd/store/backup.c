#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/attr.h"
#include "base/file.h"
#include "base/mem.h"
#include "store/audit.h"
#include "store/backup.h"
#include "store/copy.h"
#include "store/look.h"
#include "store/queue.h"

/* One at a time in a folder: what a killed one has left is used again. */
#define PART ".alertd-backup.part"

/* --- what a database holds ------------------------------------------------
 */

static int
read_counts(struct store *s, struct backup_facts *f, struct err *e)
{
	const struct {
		int64_t *n;
		const char *sql;
	} counts[] = {
	    {&f->records, "SELECT count(*) FROM audit"},
	    {&f->incidents, "SELECT count(*) FROM incident"},
	    {&f->open, "SELECT count(*) FROM incident"
		       " WHERE state IN ('pending', 'open')"},
	    {&f->last_incident, "SELECT coalesce(max(id), 0) FROM incident"},
	    {&f->contacts, "SELECT count(*) FROM contact"},
	    {&f->forgotten,
		"SELECT count(*) FROM audit WHERE action = '" AUDIT_FORGOTTEN
		"'"},
	    {&f->queued, "SELECT count(*) FROM delivery"
			 " WHERE " DELIVERY_OPEN("")},
	};

	for (size_t i = 0; i < LENGTH(counts); i++)
		if (sql_value(s, e, counts[i].n, "facts", counts[i].sql, "") ==
		    -1)
			return -1;
	return 0;
}

/* A backup begins with a record of it: it is the newest that it has. */
static int
read_newest(struct store *s, struct backup_facts *f, struct err *e)
{
	struct sql q;
	int r;

	f->newest = f->made = TIME_NONE;
	sql_open(&q, s, e, "facts",
	    "SELECT at, action FROM audit ORDER BY seq DESC LIMIT 1", "");
	r = sql_step(&q);
	if (r == 1) {
		f->newest = sql_int(&q, 0);
		if (strcmp(sql_peek(&q, 1), BACKUP_BEGUN) == 0)
			f->made = f->newest;
	}
	sql_close(&q);
	return r == -1 ? -1 : 0;
}

/* The first versions had no digests to be verified. */
static int
verify_trail(struct store *s, struct backup_facts *f, struct err *e)
{
	struct audit_check k;
	int64_t has = 0;
	int r = sql_value(s, e, &has, "facts",
	    "SELECT 1 FROM sqlite_schema WHERE name = 'audit_head'", "");

	f->head[0] = '\0';
	if (r != 1)
		return r;
	if (store_audit_verify(s, NULL, &k, e) == -1)
		return -1;
	memcpy(f->head, k.head, HASH_SIZE);
	if (k.fault == AUDIT_WHOLE)
		return 0;
	s->fault = STORE_CORRUPT;
	return err_set(e,
	    "the audit trail is not whole: record %lld: %s; see \"alertctl log "
	    "verify\"",
	    (long long)k.bad, audit_fault_name(k.fault));
}

static int
examine(struct store *s, struct backup_facts *f, struct err *e)
{
	if (look_through(s, true, e) == -1 ||
	    look_version(s, &f->schema, e) == -1)
		return -1;
	if (f->schema == 0) {
		s->fault = STORE_CORRUPT;
		return err_set(e, "it is no database of alertd");
	}
	if (read_counts(s, f, e) == -1 || read_newest(s, f, e) == -1)
		return -1;
	return verify_trail(s, f, e);
}

int
store_examine(const char *file, bool live, struct backup_facts *out,
    enum store_fault *fault, struct err *e)
{
	struct store_opening how = {
	    .older = true, .reading = live, .still = !live};
	struct store *s = store_open_as(file, &how, e);
	struct stat st;
	int r;

	*fault = how.fault;
	*out = (struct backup_facts){.made = TIME_NONE, .newest = TIME_NONE};
	if (s == NULL)
		return -1;
	r = examine(s, out, e);
	if (r == -1) {
		*fault = sql_why(s);
		err_prefix(e, "%s: ", file);
	}
	store_close(s);
	if (r == 0 && stat(file, &st) == 0)
		out->bytes = st.st_size;
	return r;
}

/* --- the copy --------------------------------------------------------------
 */

/*
 * Removes what a killed one has left, which may have got its name already and
 * then is a whole backup by another name.
 */
static int
clear_part(const char *part, struct err *e)
{
	int fd = open(part, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
	int r = 0;

	if (fd == -1 && errno == ENOENT)
		return 0;
	if (fd == -1)
		return err_set(e, "%s: %s", part, strerror(errno));
	if (flock(fd, LOCK_EX | LOCK_NB) == -1)
		r = err_set(e, "%s: another backup is being made here", part);
	else
		copy_remove(part);
	close(fd);
	return r;
}

/* A new file, locked: ours alone, and its owner that of the database. */
static int
lock_part(const char *part, const char *db, struct err *e)
{
	int fd;

	if (clear_part(part, e) == -1)
		return -1;
	fd = open(part, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd != -1 && flock(fd, LOCK_EX | LOCK_NB) == 0) {
		if (copy_give(fd, part, db, e) == 0)
			return fd;
		copy_remove(part);
		close(fd);
		return -1;
	}
	if (fd != -1)
		close(fd);
	return err_set(e, "%s: %s", part, strerror(errno));
}

/* Gives it its name, for good. */
static int
name_part(const char *part, const char *file, bool force, struct err *e)
{
	if ((force ? rename(part, file) : link(part, file)) == -1)
		return err_set(e, "%s: %s", file, strerror(errno));
	if (!force)
		unlink(part);
	if (file_sync_folder(file) == -1)
		return err_set(e, "%s: %s", file, strerror(errno));
	return 0;
}

static int
fill_part(struct store *from, const char *part, const char *file, bool force,
    struct backup_facts *out, enum store_fault *fault, struct err *e)
{
	if (copy_into(from, part, fault, e) == -1 ||
	    store_examine(part, false, out, fault, e) == -1)
		return -1;
	*fault = STORE_OTHER;
	return name_part(part, file, force, e);
}

static int
make(struct store *from, const char *db, const char *file, bool force,
    struct backup_facts *out, enum store_fault *fault, struct err *e)
{
	char *part = path_beside(file, PART);
	int fd = lock_part(part, db, e), r = -1;

	*fault = STORE_OTHER;
	if (fd != -1) {
		r = fill_part(from, part, file, force, out, fault, e);
		if (r == -1)
			copy_remove(part);
		close(fd);
	}
	free(part);
	return r;
}

/* Who has a copy of everybody's names and numbers is on record. */
static int
put_on_record(
    struct store *s, const char *file, const char *actor, struct err *e)
{
	return store_audit(
	    s, clock_read().wall, actor, BACKUP_BEGUN, 0, "database", file, e);
}

/* With a record where that can be, else as it is. */
static struct store *
open_source(const char *db, const char *file, const char *actor,
    enum store_fault *fault, struct err *e)
{
	struct store_opening how = {0};
	struct store *s = store_open_as(db, &how, e);

	*fault = how.fault;
	if (s != NULL && put_on_record(s, file, actor, e) == 0)
		return s;
	if (s != NULL)
		*fault = store_fault(s);
	store_close(s);
	if (*fault != STORE_OLDER && *fault != STORE_DENIED)
		return NULL;
	how = (struct store_opening){.older = true, .reading = true};
	s = store_open_as(db, &how, e);
	*fault = how.fault;
	return s;
}

int
store_backup(const char *db, const char *file, bool force, const char *actor,
    struct backup_facts *out, enum store_fault *fault, struct err *e)
{
	struct store *s;
	int r;

	*fault = STORE_OTHER;
	if (!force && access(file, F_OK) == 0)
		return err_set(e, "%s: exists already", file);
	s = open_source(db, file, actor, fault, e);
	if (s == NULL)
		return -1;
	r = make(s, db, file, force, out, fault, e);
	store_close(s);
	return r;
}
