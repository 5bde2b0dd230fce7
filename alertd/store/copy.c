#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/attr.h"
#include "base/file.h"
#include "base/mem.h"
#include "store/copy.h"

static const char *const beside[] = {"", "-wal", "-shm", "-journal"};

void
copy_remove(const char *file)
{
	for (size_t i = 0; i < LENGTH(beside); i++) {
		char *path = xasprintf("%s%s", file, beside[i]);

		unlink(path);
		free(path);
	}
}

int
copy_give(int fd, const char *file, const char *db, struct err *e)
{
	char *folder = path_folder(db);
	struct stat st;
	int r = 0;

	if (geteuid() == 0 && (stat(db, &st) == 0 || stat(folder, &st) == 0) &&
	    fchown(fd, st.st_uid, st.st_gid) == -1)
		r = err_set(e, "%s: %s", file, strerror(errno));
	free(folder);
	return r;
}

/*
 * All in one step: a step of fewer pages begins anew whenever somebody has
 * written in between. It reads one state of the log, so nobody waits for it.
 */
static int
copy_pages(struct store *from, struct store *to, struct err *e)
{
	sqlite3_backup *b = sqlite3_backup_init(
	    to->db, "main", from->db, "main");
	int code;

	if (b == NULL)
		return sql_failed(to, "copy", e);
	code = sqlite3_backup_step(b, -1);
	sqlite3_backup_finish(b);
	if (code == SQLITE_DONE)
		return 0;
	to->fault = sql_fault(code);
	return err_set(e, "database: copy: %s", sqlite3_errstr(code));
}

/* The copy says of itself that it has a log, which it does not need. */
static int
copy_all(struct store *from, struct store *to, struct err *e)
{
	if (sql_run(to, e, "copy", "PRAGMA synchronous = OFF", "") == -1 ||
	    copy_pages(from, to, e) == -1)
		return -1;
	return sql_run(to, e, "copy", "PRAGMA journal_mode = DELETE", "") == -1
		   ? -1
		   : 0;
}

int
copy_into(struct store *from, const char *file, enum store_fault *fault,
    struct err *e)
{
	struct store to = {0};
	int r;

	if (sqlite3_open(file, &to.db) != SQLITE_OK)
		r = sql_failed(&to, "copy", e);
	else
		r = copy_all(from, &to, e);
	*fault = sql_why(&to);
	prepared_clear(to.prepared);
	sqlite3_close(to.db);
	if (r == 0 && file_sync(file) == -1) {
		*fault = errno == ENOSPC ? STORE_FULL : STORE_IO;
		r = err_set(e, "%s: %s", file, strerror(errno));
	}
	return r;
}

struct store *
copy_open(const char *file, enum store_fault *fault, struct err *e)
{
	struct store_opening how = {.older = true, .still = true};
	struct store *s = store_open_as(file, &how, e);

	*fault = how.fault;
	return s;
}
