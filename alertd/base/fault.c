#include <errno.h>
#include <string.h>

#include "base/fault.h"

static enum fault_kind last;

void
fault_note(enum fault_kind k)
{
	last = k;
}

enum fault_kind
fault_take(void)
{
	enum fault_kind k = last;

	last = FAULT_OTHER;
	return k;
}

enum fault_kind
fault_of(int errnum)
{
	switch (errnum) {
	case ENOSPC:
	case EDQUOT:
		return FAULT_FULL;
	case EIO:
		return FAULT_IO;
	case EROFS:
	case EACCES:
	case EPERM:
		return FAULT_READONLY;
	case ENOMEM:
		return FAULT_MEMORY;
	case EMFILE:
	case ENFILE:
		return FAULT_FILES;
	case ENOENT:
	case ENOTDIR:
		return FAULT_MISSING;
	default:
		return FAULT_OTHER;
	}
}

int
fault_errno(struct err *e, const char *what, int errnum)
{
	fault_note(fault_of(errnum));
	return err_set(e, "%s: %s", what, strerror(errnum));
}
