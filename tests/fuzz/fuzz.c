/*
 * What libFuzzer calls. The program's name ends with the target's:
 * "fuzz-rss".
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "target.h"

static const struct target *target;

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
list_targets(void)
{
	for (size_t i = 0; target_at(i) != NULL; i++)
		puts(target_at(i)->name);
	exit(0);
}

int
LLVMFuzzerInitialize(int *argc, char ***argv)
{
	const char *slash = strrchr((*argv)[0], '/');
	const char *name = slash == NULL ? (*argv)[0] : slash + 1;
	struct err e;

	if (*argc == 2 && strcmp((*argv)[1], "targets") == 0)
		list_targets();
	if (strncmp(name, "fuzz-", 5) == 0)
		target = target_find(name + 5);
	if (target == NULL) {
		fprintf(stderr, "%s: no target\n", name);
		exit(64);
	}
	if (targets_open(&e) == -1) {
		fprintf(stderr, "%s: %s\n", name, e.msg);
		exit(70);
	}
	return 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct err e;

	if (target_run(target, data, size, &e) == -1) {
		fprintf(stderr, "does not hold: %s\n", e.msg);
		abort();
	}
	return 0;
}
