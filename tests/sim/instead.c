/*
 * What stands in for functions of the C library: a program's own definition
 * goes before that of a shared library.
 */
#include <sys/random.h>
#include <sys/statvfs.h>

/* Who waits for a wake-up, or for a store that fails, waits in made time. */
#include "../unit/no_wait.h"
#include "world.h"

static struct rng chance;

void
chance_reset(void)
{
	chance.state = 4711;
}

/* The made disk has room for a long log. */
int
statvfs(const char *path, struct statvfs *fs)
{
	(void)path;
	*fs = (struct statvfs){.f_bavail = INT32_MAX, .f_frsize = 4096};
	return 0;
}

/* Codes and salts: the same in each run, or the disk would not be. */
ssize_t
getrandom(void *out, size_t n, unsigned flags)
{
	unsigned char *to = out;

	(void)flags;
	for (size_t i = 0; i < n; i++)
		to[i] = (unsigned char)rng_next(&chance);
	return (ssize_t)n;
}
