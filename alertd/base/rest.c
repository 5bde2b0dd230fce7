#include <link.h>
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/attr.h"
#include "base/rest.h"

#define STACK ((uintptr_t)256 * 1024) /* of it is looked at */
/* What malloc keeps of freed pieces, with the tcache_max of starter.c. */
#define KEPT 7
#define KEPT_LEAST 24
#define KEPT_MOST 136
#define KEPT_STEP 16
#define ROUNDS 3 /* after which hardly a page more is free */
#define LARGE 1024

/*
 * GnuTLS comes with libcurl's and libmicrohttpd's libraries, and nobody here
 * speaks it: it asks for this before it sets itself up, which is 140 kB. Who
 * wants it after all still can have it.
 */
/* NOLINTNEXTLINE(bugprone-reserved-identifier,cert-*): the name is theirs */
int _gnutls_global_init_skip(void);

int
_gnutls_global_init_skip(void)
{
	return 1;
}

/*
 * malloc keeps the pieces of a small size that were freed last, and each keeps
 * its page from being given back. They are exchanged for others, which it finds
 * between pieces that are in use.
 */
static void
exchange(size_t size)
{
	void *volatile kept[KEPT], *volatile others[KEPT];

	for (size_t i = 0; i < KEPT; i++)
		kept[i] = malloc(size);
	for (size_t i = 0; i < KEPT; i++)
		others[i] = malloc(size);
	for (size_t i = 0; i < KEPT; i++)
		free(others[i]);
	for (size_t i = 0; i < KEPT; i++)
		free(kept[i]);
}

/* Before malloc gives a large piece, it puts small free ones together. */
static void
put_together(void)
{
	void *volatile large = malloc(LARGE);

	free(large);
}

static void
rest_heap(void)
{
	for (int i = 0; i < ROUNDS; i++) {
		put_together();
		for (size_t n = KEPT_LEAST; n <= KEPT_MOST; n += KEPT_STEP)
			exchange(n);
	}
	malloc_trim(0);
}

/* What was below this call once. */
static void
rest_stack(uintptr_t page)
{
	uintptr_t here = (uintptr_t)__builtin_frame_address(0);
	uintptr_t to = (here & ~(page - 1)) - page;

	/* Most of it may never have been used: that is no error. */
	(void)madvise((void *)(to - STACK), STACK, MADV_DONTNEED);
}

/* Whole pages of the segment that begins there. Where it may not, they stay. */
static void
drop(uintptr_t from, size_t n, uintptr_t page)
{
	uintptr_t to = (from + n) & ~(page - 1);

	from = (from + page - 1) & ~(page - 1);
	if (to > from)
		(void)madvise((void *)from, to - from, MADV_DONTNEED);
}

/*
 * What cannot be written is as the file is: the system reads it again, from
 * its cache, when somebody looks. Where a segment ends inside a page another
 * may begin there. The first goes last: it holds this table, and to read it
 * would bring it back.
 */
static int
drop_file(struct dl_phdr_info *info, size_t size, void *arg)
{
	uintptr_t page = *(const uintptr_t *)arg, first = 0;
	size_t n = 0;

	(void)size;
	for (size_t i = info->dlpi_phnum; i-- > 0;) {
		const ElfW(Phdr) *p = &info->dlpi_phdr[i];

		if (p->p_type != PT_LOAD || (p->p_flags & PF_W) != 0)
			continue;
		drop(first, n, page);
		first = info->dlpi_addr + p->p_vaddr;
		n = p->p_filesz;
	}
	drop(first, n, page);
	return 0;
}

void
rest_memory(void)
{
	uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);

	rest_heap();
	rest_stack(page);
	dl_iterate_phdr(drop_file, &page);
}

bool
rest_pays(int ms)
{
	return ms < 0 || ms >= REST_LEAST_MS;
}

int
rest_poll(struct pollfd *fds, nfds_t n, int ms)
{
	if (rest_pays(ms))
		rest_memory();
	return poll(fds, n, ms);
}
