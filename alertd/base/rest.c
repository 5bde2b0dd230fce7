#include <link.h>
#include <malloc.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/rest.h"

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
 * What cannot be written is as the file is: the system reads it again, from
 * its cache, when somebody looks. Where a segment ends inside a page another
 * may begin there.
 */
static int
drop(struct dl_phdr_info *info, size_t size, void *arg)
{
	uintptr_t page = *(const uintptr_t *)arg;

	(void)size;
	/* The first last: it holds this table, and to read it brings it back.
	 */
	for (size_t i = info->dlpi_phnum; i-- > 0;) {
		const ElfW(Phdr) *p = &info->dlpi_phdr[i];
		uintptr_t from = info->dlpi_addr + p->p_vaddr;
		uintptr_t to = (from + p->p_filesz) & ~(page - 1);

		from = (from + page - 1) & ~(page - 1);
		if (p->p_type == PT_LOAD && (p->p_flags & PF_W) == 0 &&
		    to > from)
			/* Where it may not: then they stay. */
			(void)madvise((void *)from, to - from, MADV_DONTNEED);
	}
	return 0;
}

void
rest_memory(void)
{
	uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);

	malloc_trim(0);
	dl_iterate_phdr(drop, &page);
}
