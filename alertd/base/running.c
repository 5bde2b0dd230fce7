#include <stdlib.h>

#include "base/lock.h"
#include "base/mem.h"
#include "base/running.h"
#include "base/wake.h"

bool
daemon_running(const char *store, int64_t *pid)
{
	char *path = xasprintf("%s.lock", store);

	*pid = lock_holder(path);
	free(path);
	if (*pid >= 0)
		return true;
	*pid = 0;
	return false;
}

bool
daemon_wake(const char *store)
{
	char *path = xasprintf("%s.wake", store);
	bool woken = wake_send(path);

	free(path);
	return woken;
}
