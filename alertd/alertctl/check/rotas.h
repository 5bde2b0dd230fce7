/* rotas.h: for "config check", the rotas against the database. */
#ifndef ALERTCTL_CHECK_ROTAS_H
#define ALERTCTL_CHECK_ROTAS_H

#include "base/diag.h"
#include "conf/config.h"
#include "store/store.h"

/*
 * What is wrong with the rotas, and what is only worth to be known. store:
 * NULL, there is none to compare names with.
 */
void rotas_check(const struct config *conf, struct store *store,
    struct diags *mistakes, struct diags *remarks);

#endif
