#include <stdlib.h>

#include "base/mem.h"
#include "base/running.h"
#include "base/wake.h"

enum lock_holder
store_holder(const char *store, int64_t *pid)
{
	char *path = xasprintf("%s.lock", store);
	enum lock_holder holder = lock_find(path, pid);

	free(path);
	return holder;
}

bool
daemon_running(const char *store, int64_t *pid)
{
	bool runs = store_holder(store, pid) == LOCK_DAEMON;

	if (!runs)
		*pid = 0;
	return runs;
}

bool
daemon_wake(const char *store)
{
	char *path = xasprintf("%s.wake", store);
	bool woken = wake_send(path);

	free(path);
	return woken;
}
