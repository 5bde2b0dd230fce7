#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"

static int
read_all(int fd, struct buf *b)
{
	char chunk[16384];
	ssize_t n;

	while ((n = read(fd, chunk, sizeof(chunk))) != 0) {
		if (n == -1 && errno == EINTR)
			continue;
		if (n == -1)
			return -1;
		if (buf_add(b, chunk, (size_t)n) == -1) {
			errno = EFBIG;
			return -1;
		}
	}
	return 0;
}

int
file_read(const char *path, size_t max, char **data, size_t *len, struct err *e)
{
	int fd = strcmp(path, "-") == 0 ? dup(0)
					: open(path, O_RDONLY | O_CLOEXEC);
	struct buf b;

	if (fd == -1)
		return err_set(e, "%s: %s", path, strerror(errno));
	buf_init(&b, max);
	if (read_all(fd, &b) == -1) {
		int why = errno;

		if (why == EFBIG)
			err_set(e, "%s: larger than the limit of %zu bytes",
			    path, max);
		else
			err_set(e, "%s: %s", path, strerror(why));
		close(fd);
		buf_clear(&b);
		errno = why;
		return -1;
	}
	close(fd);
	if (len != NULL)
		*len = b.len;
	*data = buf_steal(&b);
	return 0;
}

int
file_write_all(int fd, const char *p, size_t n)
{
	while (n > 0) {
		ssize_t w = write(fd, p, n);

		if (w == -1 && errno == EINTR)
			continue;
		if (w == -1)
			return -1;
		p += w;
		n -= (size_t)w;
	}
	return 0;
}

int
dir_sync(const char *path)
{
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int r = fd == -1 ? -1 : fsync(fd);

	if (fd != -1)
		close(fd);
	return r;
}

int
file_sync(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	int r = fd == -1 ? -1 : fsync(fd);

	if (fd != -1)
		close(fd);
	return r;
}

int
file_sync_folder(const char *path)
{
	char *dir = path_folder(path);
	int r = dir_sync(dir);

	free(dir);
	return r;
}

int
file_write(const char *path, const void *data, size_t len, unsigned mode,
    struct err *e)
{
	char *temp = xasprintf("%s.%ld.tmp", path, (long)getpid());
	int fd = open(temp, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
	int r = -1;

	if (fd == -1) {
		err_set(e, "%s: %s", temp, strerror(errno));
		goto out;
	}
	r = file_write_all(fd, data, len);
	if (r == 0)
		r = fsync(fd);
	if (close(fd) == -1)
		r = -1;
	if (r == 0)
		r = rename(temp, path);
	if (r == 0)
		r = file_sync_folder(path);
	if (r == -1) {
		err_set(e, "%s: %s", path, strerror(errno));
		unlink(temp);
	}
out:
	free(temp);
	return r;
}

int
dir_make(const char *path, struct err *e)
{
	char *p = xstrdup(path);
	int r = 0;

	for (char *s = p + 1; r == 0 && *s != '\0'; s++) {
		if (*s != '/')
			continue;
		*s = '\0';
		if (mkdir(p, 0700) == -1 && errno != EEXIST)
			r = err_set(e, "%s: %s", p, strerror(errno));
		*s = '/';
	}
	if (r == 0 && mkdir(p, 0700) == -1 && errno != EEXIST)
		r = err_set(e, "%s: %s", p, strerror(errno));
	free(p);
	return r;
}

/* A transaction is a few pages of a log. */
#define ROOM 65536

bool
file_disk_full(const char *path)
{
	struct statvfs v;

	/* Some file systems do not count. */
	return statvfs(path, &v) == 0 && v.f_blocks > 0 &&
	       v.f_bavail < ROOM / v.f_frsize;
}

char *
path_beside(const char *base, const char *name)
{
	const char *slash = strrchr(base, '/');

	if (name[0] == '/' || slash == NULL)
		return xstrdup(name);
	return xasprintf("%.*s/%s", (int)(slash - base), base, name);
}

char *
path_folder(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL   ? xstrdup(".")
	       : slash == path ? xstrdup("/")
			       : xstrndup(path, (size_t)(slash - path));
}
