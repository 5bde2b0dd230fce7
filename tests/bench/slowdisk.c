/*
 * slowdisk.c: a library to be preloaded, which makes a disk slow, and counts.
 *
 * SLOWDISK_MS=n: fsync() and fdatasync() take n ms more.
 * SLOWDISK_FILE=file: (of at least SLOWDISK_BYTES, zeros) gets the number of
 * calls, then for each the time before it (CLOCK_MONOTONIC, ns) and the process
 * id, all as 64-bit numbers.
 */
#include <dlfcn.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#define SLOWDISK_BYTES (1 << 20)
#define CALLS ((SLOWDISK_BYTES / 8 - 1) / 2)

struct calls {
	atomic_ullong n;
	int64_t v[CALLS][2];
};

static struct calls *calls;
static long delay; /* ms */

__attribute__((constructor)) static void
begin(void)
{
	const char *ms = getenv("SLOWDISK_MS"), *file = getenv("SLOWDISK_FILE");
	int fd = file == NULL ? -1 : open(file, O_RDWR | O_CLOEXEC);
	void *p;

	delay = ms == NULL ? 0 : strtol(ms, NULL, 10);
	if (fd == -1)
		return;
	p = mmap(
	    NULL, sizeof(*calls), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	close(fd);
	if (p != MAP_FAILED)
		calls = p;
}

static void
slow(void)
{
	struct timespec t, wait = {delay / 1000, delay % 1000 * 1000000};
	unsigned long long i;

	clock_gettime(CLOCK_MONOTONIC, &t);
	if (calls != NULL && (i = atomic_fetch_add(&calls->n, 1)) < CALLS) {
		calls->v[i][0] = (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
		calls->v[i][1] = getpid();
	}
	if (delay > 0)
		nanosleep(&wait, NULL);
}

static int
real(const char *name, int fd)
{
	int (*f)(int);

	*(void **)&f = dlsym(RTLD_NEXT, name);
	return f(fd);
}

int fsync(int fd);
int fdatasync(int fd);

int
fsync(int fd)
{
	slow();
	return real("fsync", fd);
}

int
fdatasync(int fd)
{
	slow();
	return real("fdatasync", fd);
}
