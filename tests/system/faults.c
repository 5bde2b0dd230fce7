/*
 * faults.c: a library to be preloaded, which makes the machine fail.
 *
 * FAULTS_ALLOC=n: the n-th malloc(), calloc() or realloc() of the process
 * returns NULL, once. FAULTS_PLACES=file: the numbers of those are written
 * there, one a line, that are the first to come from their place, which is
 * the stack that led there.
 *
 * FAULTS_FILE=file: what else fails is read from that file (of at least 4096
 * bytes, changed in place while we run): the number of an errno and a part of
 * a path, "28 alertd.db". Whatever would change a file with that in its path
 * then fails so; with EROFS, opening it for writing, too; with EMFILE, opening
 * it alone, and with the path "socket:" making a socket. With 0 and the name of
 * a program, "0 alertd.db-wal alertd-mail", nothing fails: a process that runs
 * it is stopped when it is about to wait for the disk of such a file. With
 * "waits" behind that it waits, as for a disk, until it is asked to no more.
 *
 * FAULTS_HASTE=n: who sleeps does so for the n-th part only, so that what waits
 * for another's lock has soon waited in vain.
 */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>
#include <unwind.h>

#define CONTROL 4096
#define DEPTH 24 /* frames that make a place */
#define PLACES (1 << 18) /* slots for their hashes */

void *__libc_malloc(size_t n);
void *__libc_calloc(size_t count, size_t n);
void *__libc_realloc(void *p, size_t n);

static struct {
	atomic_ulong allocs;
	unsigned long fail; /* 0 = none */
	const char *control; /* NULL = nothing else fails */
	unsigned long haste; /* 0 = none */
	int places; /* where they are written, -1 = nowhere */
	uint64_t seen[PLACES];
} faults = {.places = -1};

/* Whose code it was that crashed, and which of its functions was called. */
struct crash {
	char owner[128], entry[64];
};

/* The first that is not the C library's, and the last frame in a row of it. */
static _Unwind_Reason_Code
find_owner(struct _Unwind_Context *at, void *arg)
{
	static const char *const not [] = {
	    "libc.so", "faults.so", "linux-vdso", "ld-linux"};
	uintptr_t where = _Unwind_GetIP(at);
	struct crash *c = arg;
	Dl_info info;

	if (dladdr((const void *)where, &info) == 0)
		return _URC_NO_REASON;
	for (size_t i = 0; i < sizeof(not ) / sizeof(not [0]); i++)
		if (strstr(info.dli_fname, not [i]) != NULL)
			return _URC_NO_REASON;
	if (c->owner[0] == '\0')
		snprintf(c->owner, sizeof(c->owner), "%s", info.dli_fname);
	else if (strcmp(c->owner, info.dli_fname) != 0)
		return _URC_END_OF_STACK;
	if (info.dli_sname != NULL)
		snprintf(c->entry, sizeof(c->entry), "%s", info.dli_sname);
	return _URC_NO_REASON;
}

static void
crashed(int signo)
{
	struct crash c = {"", ""};
	char line[256];
	int n;

	faults.control = NULL;
	_Unwind_Backtrace(find_owner, &c);
	n = snprintf(
	    line, sizeof(line), "crashed in %s: %s\n", c.owner, c.entry);
	if (write(STDERR_FILENO, line, (size_t)n) == -1)
		_exit(1);
	raise(signo);
}

__attribute__((constructor)) static void
begin(void)
{
	const struct sigaction once = {
	    .sa_handler = crashed, .sa_flags = (int)SA_RESETHAND};
	const char *n = getenv("FAULTS_ALLOC"), *file = getenv("FAULTS_FILE");
	const char *places = getenv("FAULTS_PLACES");
	const char *haste = getenv("FAULTS_HASTE");
	int fd = file == NULL ? -1 : open(file, O_RDONLY | O_CLOEXEC);
	void *map;

	if (fd != -1) {
		map = mmap(NULL, CONTROL, PROT_READ, MAP_SHARED, fd, 0);
		faults.control = map == MAP_FAILED ? NULL : map;
		close(fd);
	}
	/* From here on: what the loader and libraries took is not counted. */
	atomic_store(&faults.allocs, 0);
	if (n != NULL)
		sigaction(SIGSEGV, &once, NULL);
	faults.haste = haste == NULL ? 0 : strtoul(haste, NULL, 10);
	faults.fail = n == NULL ? 0 : strtoul(n, NULL, 10);
	if (places != NULL)
		faults.places = open(places,
		    O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0600);
	/* Of this process, not of what it starts. */
	unsetenv("FAULTS_ALLOC");
	unsetenv("FAULTS_PLACES");
}

/* --- memory --------------------------------------------------------------- */

struct stack {
	uint64_t hash;
	int depth;
};

static _Unwind_Reason_Code
add_frame(struct _Unwind_Context *at, void *arg)
{
	struct stack *s = arg;

	s->hash = (s->hash ^ _Unwind_GetIP(at)) * UINT64_C(0x100000001b3);
	return ++s->depth < DEPTH ? _URC_NO_REASON : _URC_END_OF_STACK;
}

/* Whether nothing was asked for from there before. */
static bool
is_new(uint64_t hash)
{
	size_t i = hash % PLACES;

	for (size_t k = 0; k < PLACES; k++, i = (i + 1) % PLACES) {
		if (faults.seen[i] == hash)
			return false;
		if (faults.seen[i] == 0) {
			faults.seen[i] = hash;
			return true;
		}
	}
	return false;
}

/* In one thread at a time: others are not looked at meanwhile. */
static void
note_place(unsigned long n)
{
	static atomic_flag busy = ATOMIC_FLAG_INIT;
	struct stack s = {.hash = 0xcbf29ce484222325};
	char line[32];
	int len;

	if (faults.places == -1 || atomic_flag_test_and_set(&busy))
		return;
	_Unwind_Backtrace(add_frame, &s);
	if (is_new(s.hash | 1)) {
		len = snprintf(line, sizeof(line), "%lu\n", n);
		if (write(faults.places, line, (size_t)len) != len)
			abort();
	}
	atomic_flag_clear(&busy);
}

static bool
alloc_fails(void)
{
	unsigned long n = atomic_fetch_add(&faults.allocs, 1) + 1;

	note_place(n);
	if (n != faults.fail)
		return false;
	errno = ENOMEM;
	return true;
}

void *
malloc(size_t n)
{
	return alloc_fails() ? NULL : __libc_malloc(n);
}

void *
calloc(size_t count, size_t n)
{
	return alloc_fails() ? NULL : __libc_calloc(count, n);
}

void *
realloc(void *p, size_t n)
{
	return alloc_fails() ? NULL : __libc_realloc(p, n);
}

/* --- files ---------------------------------------------------------------- */

/* What a change of the file at path fails with; 0 = nothing. */
static int
path_fails(const char *path)
{
	char part[256];
	int code;

	if (faults.control == NULL ||
	    sscanf(faults.control, "%d %255s", &code, part) != 2)
		return 0;
	return strstr(path, part) == NULL ? 0 : code;
}

/* Of the file that fd is. */
static bool
find_path(int fd, char path[4096])
{
	char name[64];
	ssize_t n;

	snprintf(name, sizeof(name), "/proc/self/fd/%d", fd);
	n = readlink(name, path, 4095);
	if (n == -1)
		return false;
	path[n] = '\0';
	return true;
}

static bool
change_fails(int fd)
{
	char path[4096];
	int code;

	if (faults.control == NULL || faults.control[0] == '\0' ||
	    !find_path(fd, path))
		return false;
	code = path_fails(path);
	if (code == 0 || code == EMFILE)
		return false;
	errno = code;
	return true;
}

/* The next of that name; a pointer to a function is no void * in C. */
#define NEXT(result, name, ...)             \
	static result (*next)(__VA_ARGS__); \
	if (next == NULL)                   \
	*(void **)&next = dlsym(RTLD_NEXT, name)

ssize_t
write(int fd, const void *data, size_t n)
{
	NEXT(ssize_t, "write", int, const void *, size_t);
	return change_fails(fd) ? -1 : next(fd, data, n);
}

ssize_t
pwrite(int fd, const void *data, size_t n, off_t at)
{
	NEXT(ssize_t, "pwrite", int, const void *, size_t, off_t);
	return change_fails(fd) ? -1 : next(fd, data, n, at);
}

ssize_t
pwrite64(int fd, const void *data, size_t n, off_t at)
{
	NEXT(ssize_t, "pwrite64", int, const void *, size_t, off_t);
	return change_fails(fd) ? -1 : next(fd, data, n, at);
}

int
ftruncate(int fd, off_t n)
{
	NEXT(int, "ftruncate", int, off_t);
	return change_fails(fd) ? -1 : next(fd, n);
}

int
ftruncate64(int fd, off_t n)
{
	NEXT(int, "ftruncate64", int, off_t);
	return change_fails(fd) ? -1 : next(fd, n);
}

/* The system lets who has made a child so wait as if it were for a disk. */
static void
wait_as_for_disk(void)
{
	static const struct timespec tick = {0, 1000 * 1000};

	if (vfork() != 0)
		return;
	while (faults.control[0] != '\0')
		syscall(SYS_nanosleep, &tick, NULL);
	_exit(0);
}

static bool
sync_fails(int fd)
{
	char part[256], program[32], how[8], path[4096];
	int code, n;

	if (change_fails(fd))
		return true;
	if (faults.control == NULL)
		return false;
	n = sscanf(
	    faults.control, "%d %255s %31s %7s", &code, part, program, how);
	if (n < 3 || code != 0 ||
	    strcmp(program, program_invocation_short_name) != 0 ||
	    !find_path(fd, path) || strstr(path, part) == NULL)
		return false;
	if (n == 3)
		raise(SIGSTOP);
	else
		wait_as_for_disk();
	return false;
}

int
fsync(int fd)
{
	NEXT(int, "fsync", int);
	return sync_fails(fd) ? -1 : next(fd);
}

int
fdatasync(int fd)
{
	NEXT(int, "fdatasync", int);
	return sync_fails(fd) ? -1 : next(fd);
}

static bool
open_fails(const char *path, int flags)
{
	int code = path_fails(path);

	if (code != EMFILE &&
	    (code != EROFS || (flags & O_ACCMODE) == O_RDONLY))
		return false;
	errno = code;
	return true;
}

int
open(const char *path, int flags, ...)
{
	NEXT(int, "open", const char *, int, ...);
	va_list ap;
	mode_t mode;

	va_start(ap, flags);
	mode = (flags & O_CREAT) != 0 ? (mode_t)va_arg(ap, int) : 0;
	va_end(ap);
	return open_fails(path, flags) ? -1 : next(path, flags, mode);
}

int
open64(const char *path, int flags, ...)
{
	NEXT(int, "open64", const char *, int, ...);
	va_list ap;
	mode_t mode;

	va_start(ap, flags);
	mode = (flags & O_CREAT) != 0 ? (mode_t)va_arg(ap, int) : 0;
	va_end(ap);
	return open_fails(path, flags) ? -1 : next(path, flags, mode);
}

int
socket(int domain, int type, int protocol)
{
	NEXT(int, "socket", int, int, int);

	if (domain != AF_UNIX && path_fails("socket:") == EMFILE) {
		errno = EMFILE;
		return -1;
	}
	return next(domain, type, protocol);
}

/* --- sleep ---------------------------------------------------------------- */

int
nanosleep(const struct timespec *want, struct timespec *left)
{
	NEXT(int, "nanosleep", const struct timespec *, struct timespec *);
	uint64_t ns = (uint64_t)want->tv_sec * 1000000000 +
		      (uint64_t)want->tv_nsec;
	struct timespec less;

	if (faults.haste == 0)
		return next(want, left);
	ns /= faults.haste;
	less.tv_sec = (time_t)(ns / 1000000000);
	less.tv_nsec = (long)(ns % 1000000000);
	return next(&less, left);
}

int
usleep(useconds_t us)
{
	const struct timespec t = {us / 1000000, (long)(us % 1000000) * 1000};

	return nanosleep(&t, NULL);
}
