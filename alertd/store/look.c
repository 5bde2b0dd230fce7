#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/fault.h"
#include "base/limits.h"
#include "base/mem.h"
#include "store/look.h"
#include "store/schema.h"
#include "store/tally.h"
#include "store/through.h"

/* What of a database file is the same in every version of SQLite. */
#define MAGIC "SQLite format 3" /* with its NUL */
#define HEADER 100
#define USER_VERSION 60 /* big-endian, 4 bytes */

#define REMEDY "; \"alertctl restore FILE\" puts a backup in its place"

int64_t
look_newest(void)
{
	int64_t n = 0;

	while (schema_migrations[n] != NULL)
		n++;
	return n;
}

static int
newer(int64_t version, struct err *e)
{
	return err_set(e,
	    "the database has schema %" PRId64 ", this version knows %" PRId64
	    ": it was made by a newer alertd, and is left as it is; start that "
	    "version, or restore a backup made before it",
	    version, look_newest());
}

static int
look_bytes(const unsigned char *head, ssize_t n, bool still,
    enum store_fault *fault, struct err *e)
{
	const unsigned char *v = head + USER_VERSION;
	int64_t version;

	*fault = STORE_CORRUPT;
	if (n < HEADER || memcmp(head, MAGIC, sizeof(MAGIC)) != 0) {
		fault_note(FAULT_DAMAGED);
		return err_set(
		    e, "the file is not a database%s", still ? "" : REMEDY);
	}
	version = (int64_t)v[0] << 24 | v[1] << 16 | v[2] << 8 | v[3];
	*fault = STORE_NEWER;
	if (version > look_newest())
		return newer(version, e);
	*fault = STORE_WELL;
	return 0;
}

int
look_file(const char *path, bool still, enum store_fault *fault, struct err *e)
{
	unsigned char head[HEADER];
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat st = {0};
	ssize_t n;

	/* Who opens it says why it cannot be opened. */
	if (fd == -1)
		return 0;
	n = fstat(fd, &st) == -1 ? -1 : pread(fd, head, sizeof(head), 0);
	close(fd);
	*fault = STORE_OTHER;
	if (n != -1 && !S_ISREG(st.st_mode))
		return err_set(e, "it is no file");
	*fault = STORE_IO;
	if (n == -1)
		return err_set(e, "%s", strerror(errno));
	return n == 0 ? 0 : look_bytes(head, n, still, fault, e);
}

int
look_version(struct store *s, int64_t *version, struct err *e)
{
	if (sql_value(s, e, version, "version", "PRAGMA user_version", "") ==
	    -1)
		return -1;
	if (*version <= look_newest())
		return 0;
	s->fault = STORE_NEWER;
	return newer(*version, e);
}

static int
damaged(struct store *s, const char *what, struct err *e)
{
	s->fault = STORE_CORRUPT;
	fault_note(FAULT_DAMAGED);
	return err_set(
	    e, "the database is damaged: %s%s", what, s->still ? "" : REMEDY);
}

/* A pragma that says "ok", or what is wrong first. */
static int
look_pages(struct store *s, const char *pragma, struct err *e)
{
	struct sql q;
	int r;

	sql_open(&q, s, e, "check", pragma, "");
	r = sql_step(&q);
	if (r == 1 && strcmp(sql_peek(&q, 0), "ok") != 0)
		r = damaged(s, sql_peek(&q, 0), e);
	sql_close(&q);
	return r == -1 ? -1 : 0;
}

/* The table, the row in it and the table that it refers to in vain. */
static int
look_references(struct store *s, const char *pragma, struct err *e)
{
	char what[200];
	struct sql q;
	int r;

	sql_open(&q, s, e, "check", pragma, "");
	r = sql_step(&q);
	if (r == 1) {
		snprintf(what, sizeof(what),
		    "row %" PRId64 " of %s refers to a %s that is not there",
		    sql_int(&q, 1), sql_peek(&q, 0), sql_peek(&q, 2));
		r = damaged(s, what, e);
	}
	sql_close(&q);
	return r;
}

int
look_table(struct store *s, const char *table, struct err *e)
{
	char *pages = xasprintf("PRAGMA quick_check(%s)", table);
	char *references = xasprintf("PRAGMA foreign_key_check(%s)", table);
	int r = look_pages(s, pages, e);

	if (r == 0)
		r = look_references(s, references, e);
	free(references);
	free(pages);
	return r;
}

static void
tell(struct store *s)
{
	int64_t bytes = 0;

	store_size(s, &bytes, NULL);
	store_busy(s, "checking the database, %" PRId64 " MB", bytes / 1000000);
}

int
look_through(struct store *s, bool whole, struct err *e)
{
	tell(s);
	if (look_pages(s,
		whole ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)",
		e) == -1)
		return -1;
	tell(s);
	return look_references(s, "PRAGMA foreign_key_check", e);
}

int
look_enough(struct store *s, int64_t version, struct err *e)
{
	int64_t bytes = 0;

	if (store_size(s, &bytes, e) == -1)
		return -1;
	if (bytes <= LIMIT_THROUGH_WHOLE || version < look_newest())
		return look_through(s, false, e);
	return store_through_today(s, e);
}
