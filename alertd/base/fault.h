/*
 * fault.h: what of the machine failed last, so far as that is known; one for
 * the process, like errno. Who reports an error of the store or of a file
 * beside it notes it; the daemon takes it, to say what is to be done.
 * What a database is, for who opens one and for exit statuses, is an enum
 * store_fault; store/sql.c holds both in one table.
 */
#ifndef BASE_FAULT_H
#define BASE_FAULT_H

#include "base/err.h"

enum fault_kind {
	FAULT_OTHER, /* the message alone says it */
	FAULT_FULL, /* the disk */
	FAULT_IO, /* the disk answers with errors */
	FAULT_READONLY, /* the file or its file system */
	FAULT_BUSY, /* another process holds it */
	FAULT_DAMAGED, /* the file */
	FAULT_MEMORY, /* there is none left */
	FAULT_FILES, /* no more may be open */
	FAULT_MISSING /* the file's folder */
};

#define FAULT_KINDS (FAULT_MISSING + 1)

void fault_note(enum fault_kind k);
/* The last that was noted; FAULT_OTHER from then on. */
enum fault_kind fault_take(void);
/* What an errno says of the machine. */
enum fault_kind fault_of(int errnum);
/* Notes it and sets "what: strerror(errnum)"; returns -1. */
int fault_errno(struct err *e, const char *what, int errnum);

#endif
