/* record.h: what a sandbox lacks is told in the log, and to who asks. */
#ifndef SANDBOX_RECORD_H
#define SANDBOX_RECORD_H

#include "sandbox/sandbox.h"
#include "store/store.h"

/*
 * sandbox_enter(), and what it says is logged and stored (store/shut.h). What
 * is missing, and a store that does not take it, stop nobody.
 */
void sandbox_on_record(
    enum sandboxed who, const struct config *conf, struct store *s);

#endif
