#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/attr.h"
#include "base/file.h"
#include "base/mem.h"
#include "guard.h"

/* The database and what stands beside it. A group may be let to read. */
static const struct {
	const char *suffix;
	mode_t others;
	bool file; /* else a socket */
} kept[] = {{"", 027, true}, {"-wal", 027, true}, {"-shm", 027, true},
    {".lock", 027, true}, {".wake", 077, false}};

static void
bad_file(struct diags *problems, const char *path, const struct stat *st,
    mode_t others, bool file)
{
	if (S_ISLNK(st->st_mode))
		diags_add(problems, path, 0, 0,
		    "is a symbolic link: give store: the path that it leads "
		    "to");
	else if (file ? !S_ISREG(st->st_mode) : !S_ISSOCK(st->st_mode))
		diags_add(problems, path, 0, 0,
		    "is not what alertd makes there: remove it");
	else if (st->st_nlink > 1)
		diags_add(problems, path, 0, 0,
		    "has another name (a hard link), by which it could be "
		    "changed: remove that");
	else if ((st->st_mode & others) != 0)
		diags_add(problems, path, 0, 0,
		    "others may read or change it; run: chmod 600 %s", path);
}

static void
check_kept(const char *store, uid_t owner, struct diags *problems)
{
	for (size_t i = 0; i < LENGTH(kept); i++) {
		char *path = xasprintf("%s%s", store, kept[i].suffix);
		struct stat st;

		if (lstat(path, &st) == 0) {
			bad_file(
			    problems, path, &st, kept[i].others, kept[i].file);
			if (owner != 0 && st.st_uid != owner && st.st_uid != 0)
				diags_add(problems, path, 0, 0,
				    "belongs to another user than its folder; "
				    "run: chown %u %s",
				    (unsigned)owner, path);
		}
		free(path);
	}
}

static void
check_store(const char *store, struct diags *problems)
{
	char *folder = path_folder(store);
	struct stat st;

	if (stat(folder, &st) == 0 && S_ISDIR(st.st_mode)) {
		if ((st.st_mode & 022) != 0)
			diags_add(problems, folder, 0, 0,
			    "others may put files beside the database; run: "
			    "chmod 700 %s",
			    folder);
		check_kept(store, st.st_uid, problems);
	}
	free(folder);
}

int
guard_check(const struct config *conf, struct diags *problems)
{
	size_t before = problems->n;
	struct stat st;

	if (*conf->file != '\0' && stat(conf->file, &st) == 0 &&
	    (st.st_mode & 002) != 0)
		diags_add(problems, conf->file, 0, 0,
		    "everybody may change it; run: chmod o-w %s", conf->file);
	check_store(conf->store, problems);
	return problems->n == before ? 0 : -1;
}
