#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/attr.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/program.h"
#include "base/str.h"

#define NAME_MOST 16 /* bytes that the kernel keeps of a program's name */
#define STAT_MOST 4096

char *
program_path(const char *name)
{
	static const char *const places[] = {"", "../libexec/alertd/"};
	char self[4096], *slash;
	ssize_t n = readlink("/proc/self/exe", self, sizeof(self) - 1);

	if (n <= 0)
		return NULL;
	self[n] = '\0';
	slash = strrchr(self, '/');
	if (slash == NULL)
		return NULL;
	slash[1] = '\0';
	for (size_t i = 0; i < LENGTH(places); i++) {
		char *path = xasprintf("%s%s%s", self, places[i], name);

		if (access(path, X_OK) == 0)
			return path;
		free(path);
	}
	return NULL;
}

/* A process may call itself what it likes. */
static void
make_plain(char *name)
{
	name[strcspn(name, "\n")] = '\0';
	for (; *name != '\0'; name++)
		if (!isalnum((unsigned char)*name) &&
		    strchr(" +-./:_", *name) == NULL)
			*name = '?';
}

const char *
process_named(int64_t pid, char out[PROCESS_SIZE])
{
	char *path = xasprintf("/proc/%lld/comm", (long long)pid), *name = NULL;

	if (file_read(path, NAME_MOST, &name, NULL, NULL) == -1)
		name = xstrdup("");
	make_plain(name);
	if (str_empty(name))
		snprintf(out, PROCESS_SIZE, "%lld", (long long)pid);
	else
		snprintf(
		    out, PROCESS_SIZE, "%lld (%.15s)", (long long)pid, name);
	free(name);
	free(path);
	return out;
}

bool
process_waits(int64_t pid)
{
	char *path = xasprintf("/proc/%lld/stat", (long long)pid), *text;
	const char *state = NULL;
	bool waits;

	/* A name may hold what ends one. */
	if (file_read(path, STAT_MOST, &text, NULL, NULL) == -1)
		text = NULL;
	else
		state = strrchr(text, ')');
	waits = state != NULL && str_starts(state, ") D ");
	free(text);
	free(path);
	return waits;
}
