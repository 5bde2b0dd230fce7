#include <dirent.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "alertctl/ui/editor.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/tr.h"

#define NAME "notice.txt"
/* Text and help together, as it may be saved. */
#define FILE_MAX ((size_t)4 * LIMIT_TEXT)

extern char **environ;

const char *
editor_name(void)
{
	const char *name = getenv("VISUAL");

	if (str_empty(name))
		name = getenv("EDITOR");
	return str_empty(name) ? NULL : name;
}

char *
editor_strip(const char *text)
{
	struct buf b;
	char *fine = utf8_repair(text, strlen(text)), *out;

	buf_init(&b, FILE_MAX * 3);
	for (const char *p = fine; *p != '\0';) {
		size_t n = strcspn(p, "\n");

		if (*p != '#') {
			buf_add(&b, p, n);
			buf_addc(&b, '\n');
		}
		p += n + (p[n] == '\n');
	}
	free(fine);
	out = buf_steal(&b);
	return str_trim(out);
}

/* Ours are ignored while the editor has the terminal. */
static int
run(const char *path, struct err *e)
{
	char shell[] = "sh", flag[] = "-c";
	/* As git does: EDITOR may have arguments, so a shell splits it. */
	char *command = xasprintf("%s \"$@\"", editor_name());
	char *file = xstrdup(path);
	char *argv[] = {shell, flag, command, shell, file, NULL};
	struct sigaction ignore = {.sa_handler = SIG_IGN}, intr, quit;
	posix_spawnattr_t attr;
	sigset_t set;
	pid_t pid;
	int status = -1;

	sigemptyset(&set);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGQUIT);
	posix_spawnattr_init(&attr);
	posix_spawnattr_setsigdefault(&attr, &set);
	posix_spawnattr_setflags(&attr, POSIX_SPAWN_SETSIGDEF);
	sigaction(SIGINT, &ignore, &intr);
	sigaction(SIGQUIT, &ignore, &quit);
	if (posix_spawn(&pid, "/bin/sh", NULL, &attr, argv, environ) != 0 ||
	    waitpid(pid, &status, 0) != pid)
		status = -1;
	sigaction(SIGINT, &intr, NULL);
	sigaction(SIGQUIT, &quit, NULL);
	posix_spawnattr_destroy(&attr);
	free(command);
	free(file);
	if (status == 0)
		return 0;
	return err_set(e, _("the editor \"%s\" failed"), editor_name());
}

static int
write_file(const char *path, const char *text, const char *help, struct err *e)
{
	struct buf b;
	int r;

	buf_init(&b, FILE_MAX);
	buf_addf(&b, "%s\n\n", text);
	while (*help != '\0') {
		size_t n = strcspn(help, "\n");

		buf_addf(&b, "#%s%.*s\n", n > 0 ? " " : "", (int)n, help);
		help += n + (help[n] == '\n');
	}
	r = buf_failed(&b) ? err_set(e, "%s", _("the text is too long"))
			   : file_write(path, buf_str(&b), b.len, 0600, e);
	buf_clear(&b);
	return r;
}

int
editor_edit(const char *folder, const char *text, const char *help, char **out,
    struct err *e)
{
	char *path = xasprintf("%s/%s", folder, NAME);
	int r = -1;

	if (dir_make(folder, e) == 0 && write_file(path, text, help, e) == 0 &&
	    run(path, e) == 0) {
		*out = editor_saved(folder);
		r = *out != NULL ? 0
				 : err_set(e, "%s",
				       _("what the editor saved cannot be "
					 "read"));
	}
	free(path);
	return r;
}

char *
editor_saved(const char *folder)
{
	char *path = xasprintf("%s/%s", folder, NAME), *data, *text = NULL;

	if (file_read(path, FILE_MAX, &data, NULL, NULL) == 0) {
		text = editor_strip(data);
		free(data);
	}
	free(path);
	return text;
}

void
editor_forget(const char *folder)
{
	DIR *d = opendir(folder);
	struct dirent *f;

	if (d == NULL)
		return;
	/* The file, and what an editor keeps beside it. */
	while ((f = readdir(d)) != NULL)
		unlinkat(dirfd(d), f->d_name, 0);
	closedir(d);
	rmdir(folder);
}
