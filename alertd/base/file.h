/* file.h: whole files, read with a limit and written so that none is torn. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

/*
 * Reads the file ("-" is standard input) into *data, NUL-terminated; *len may
 * be NULL. Release *data with free(). -1 with *e naming the path when it
 * cannot be read, is a directory, or holds more than max bytes (EFBIG in
 * errno).
 */
int file_read(
    const char *path, size_t max, char **data, size_t *len, struct err *e);
/*
 * Writes the file by a temporary name beside it, fsync, rename, fsync of the
 * folder. mode as for open(2). On -1 the old file is untouched.
 */
int file_write(const char *path, const void *data, size_t len, unsigned mode,
    struct err *e);
/* Writes all n bytes, however often it takes. 0, or -1 with errno. */
int file_write_all(int fd, const char *p, size_t n);
/* Makes what was created or renamed in the folder durable. -1 with errno. */
int dir_sync(const char *path);
/* The same for what a file holds, and for the folder that path is in. */
int file_sync(const char *path);
int file_sync_folder(const char *path);
/* mkdir -p with mode 0700; an existing folder is fine. */
int dir_make(const char *path, struct err *e);
/* Whether the disk of the file, or its folder, has no room for a record. */
bool file_disk_full(const char *path);
/* Name beside the file base: dir of base + "/" + name; absolute stays. */
char *path_beside(const char *base, const char *name);
/* The folder that path is in: "." when it names none. Release with free(). */
char *path_folder(const char *path);

#endif
