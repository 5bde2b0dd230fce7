#include "base/clock.h"
#include "base/log.h"
#include "sandbox/record.h"
#include "store/shut.h"

void
sandbox_on_record(
    enum sandboxed who, const struct config *conf, struct store *s)
{
	struct err why = {""}, e;

	if (sandbox_enter(who, conf, &why) == -1)
		log_warn("sandbox: not complete: %s", why.msg);
	if (store_shut_put(s, sandbox_name(who), who == SANDBOX_CORE, why.msg,
		clock_read().wall, &e) == -1)
		log_warn("sandbox: %s", e.msg);
}
