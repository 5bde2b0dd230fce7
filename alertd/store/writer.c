#include <fcntl.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "store/writer.h"

/* Of the log's index ("-shm"): the first of its locks, WAL_WRITE_LOCK. */
#define LOG_WRITER ((22 + SQLITE_SHM_NLOCK) * 4)
/* Of the database itself: PENDING_BYTE, and what is locked from there on. */
#define FILE_LOCKS 0x40000000
#define FILE_LOCKS_BYTES 512
/* That are looked through; a new one is always the lowest that is free. */
#define DESCRIPTORS 4096

/* The descriptor that SQLite has of a file; -1: none. */
static int
find_open(const char *path)
{
	struct stat file, st;

	if (stat(path, &file) == -1)
		return -1;
	for (int fd = 0; fd < DESCRIPTORS; fd++)
		if (fstat(fd, &st) == 0 && st.st_dev == file.st_dev &&
		    st.st_ino == file.st_ino)
			return fd;
	return -1;
}

static int64_t
holder(int fd, off_t from, off_t n)
{
	struct flock l = {.l_type = F_RDLCK,
	    .l_whence = SEEK_SET,
	    .l_start = from,
	    .l_len = n};

	if (fcntl(fd, F_GETLK, &l) == -1 || l.l_type == F_UNLCK)
		return 0;
	return l.l_pid > 0 ? l.l_pid : WRITER_UNSEEN;
}

/*
 * Closing any descriptor of a file drops all locks that this process has on it,
 * SQLite's with them. So its own is asked, and ours only where it has none.
 */
static int64_t
holder_of(const struct store *s, const char *path, off_t from, off_t n)
{
	int fd = s != NULL ? find_open(path) : open(path, O_RDONLY | O_CLOEXEC);
	int64_t pid = fd == -1 ? 0 : holder(fd, from, n);

	if (s == NULL && fd != -1)
		close(fd);
	return pid;
}

int64_t
store_writer(const struct store *s, const char *path)
{
	char *index = xasprintf("%s-shm", path);
	int64_t pid = holder_of(s, index, LOG_WRITER, 1);

	free(index);
	return pid != 0 ? pid
			: holder_of(s, path, FILE_LOCKS, FILE_LOCKS_BYTES);
}
