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

/* The descriptor that this process has of a file; -1: none. */
static int
find_open(const struct stat *file)
{
	int most = (int)sysconf(_SC_OPEN_MAX);
	struct stat st;

	for (int fd = 0; fd < most; fd++)
		if (fstat(fd, &st) == 0 && st.st_dev == file->st_dev &&
		    st.st_ino == file->st_ino)
			return fd;
	return -1;
}

/*
 * Closing any descriptor of a file drops all locks that this process has on it,
 * SQLite's with them. So its own is asked; where there is none there are no
 * locks that could be lost.
 */
static int64_t
holder(const char *path, off_t from, off_t n)
{
	struct flock l = {.l_type = F_RDLCK,
	    .l_whence = SEEK_SET,
	    .l_start = from,
	    .l_len = n};
	struct stat file;
	int own, fd, r;

	if (stat(path, &file) == -1)
		return 0;
	own = find_open(&file);
	fd = own != -1 ? own : open(path, O_RDONLY | O_CLOEXEC);
	if (fd == -1)
		return 0;
	r = fcntl(fd, F_GETLK, &l);
	if (own == -1)
		close(fd);
	if (r == -1 || l.l_type == F_UNLCK)
		return 0;
	return l.l_pid > 0 ? l.l_pid : WRITER_UNSEEN;
}

int64_t
store_writer(const char *path)
{
	char *index = xasprintf("%s-shm", path);
	int64_t pid = holder(index, LOG_WRITER, 1);

	free(index);
	return pid != 0 ? pid : holder(path, FILE_LOCKS, FILE_LOCKS_BYTES);
}
