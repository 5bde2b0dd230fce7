/* oncall.h: whether anybody can be paged, and answer. */
#ifndef ALERTCTL_CHECK_ONCALL_H
#define ALERTCTL_CHECK_ONCALL_H

#include "base/diag.h"
#include "conf/config.h"
#include "store/store.h"

/*
 * What is no mistake of the file and leaves the on-call unpaged, or without a
 * way to answer. Contacts are looked up when there is a store.
 */
void oncall_check(
    const struct config *conf, struct store *store, struct diags *remarks);

#endif
