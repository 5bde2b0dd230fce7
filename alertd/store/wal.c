#include <errno.h>
#include <sys/statvfs.h>

#include "base/fault.h"
#include "store/wal.h"

#define AT_ONCE 65536
/* It may not be what fills the disk. */
#define ROOM_LEAST (16LL * WAL_BYTES)

int
wal_file(struct store *s, sqlite3_file **f, struct err *e)
{
	*f = NULL;
	if (sqlite3_file_control(
		s->db, "main", SQLITE_FCNTL_JOURNAL_POINTER, f) != SQLITE_OK)
		return sql_failed(s, "sync", e);
	if (*f != NULL && (*f)->pMethods == NULL)
		*f = NULL;
	return 0;
}

int
wal_failed(struct store *s, int errnum, struct err *e)
{
	enum fault_kind kind = fault_of(errnum);

	fault_note(kind == FAULT_OTHER ? FAULT_IO : kind);
	s->fault = store_fault_of(errnum);
	return err_set(e, "sync: the disk does not take it");
}

static bool
has_room(const struct store *s)
{
	struct statvfs fs;

	return statvfs(sqlite3_db_filename(s->db, "main"), &fs) == 0 &&
	       (long long)fs.f_bavail * (long long)fs.f_frsize >= ROOM_LEAST;
}

/*
 * Zeros behind all that anybody has written, of whom none writes meanwhile: to
 * who reads the log they are no part of it, as what is left there of an
 * earlier round is none. Where not all are taken none stays: others may need
 * the room.
 */
static int
fill(sqlite3_file *f, sqlite3_int64 size)
{
	static const char zeros[AT_ONCE];
	sqlite3_int64 end = size;
	int n, why;

	for (; end < WAL_BYTES; end += n) {
		n = WAL_BYTES - end < AT_ONCE ? (int)(WAL_BYTES - end)
					      : AT_ONCE;
		if (f->pMethods->xWrite(f, zeros, n, end) != SQLITE_OK) {
			why = errno;
			f->pMethods->xTruncate(f, size);
			errno = why;
			return -1;
		}
	}
	return 0;
}

static int
stretch(struct store *s, sqlite3_file *f, struct err *e)
{
	sqlite3_int64 size = 0;
	int r;

	if (store_begin(s, e) == -1)
		return -1;
	errno = EIO;
	r = f->pMethods->xFileSize(f, &size) == SQLITE_OK ? fill(f, size) : -1;
	if (r == -1)
		wal_failed(s, errno, e);
	store_rollback(s);
	if (r == 0 && f->pMethods->xSync(f, SQLITE_SYNC_NORMAL) != SQLITE_OK)
		r = wal_failed(s, errno, e);
	return r;
}

int
store_stretch(struct store *s, struct err *e)
{
	sqlite3_int64 size = 0;
	sqlite3_file *f;

	if (wal_file(s, &f, e) == -1)
		return -1;
	if (f == NULL || f->pMethods->xFileSize(f, &size) != SQLITE_OK ||
	    size >= WAL_BYTES || !has_room(s))
		return 0;
	return stretch(s, f, e);
}

int
store_warm(struct store *s, struct err *e)
{
	sqlite3_file *f;

	if (wal_file(s, &f, e) == -1)
		return -1;
	if (f != NULL && f->pMethods->xSync(f, SQLITE_SYNC_NORMAL) != SQLITE_OK)
		return wal_failed(s, errno, e);
	return 0;
}
