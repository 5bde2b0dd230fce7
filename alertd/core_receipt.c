#include "base/log.h"
#include "core_answer.h"
#include "core_parts.h"
#include "store/receipts.h"

int
core_receipt(
    struct core *c, const struct code *code, int64_t now, struct err *e)
{
	int r = store_receipt_add(c->store, code->incident, code->org,
	    code->notice, code->name, now, e);

	if (r != 1)
		return r;
	log_info("incident %lld: receipt of %s", (long long)code->incident,
	    code->name);
	return core_audit(c, now, "receipt.taken", code->incident, e, "%s (%s)",
	    code->name, code->org);
}
