/*
 * guard.h: whether what alertd keeps, and what it believes, is its own: owners
 * and modes of the database, its folder and the configuration. Secrets are
 * looked at where they are read, see conf/secret.h.
 */
#ifndef GUARD_H
#define GUARD_H

#include "base/diag.h"
#include "conf/config.h"

/*
 * Adds what others could read or change, each with its remedy. What is not
 * there yet is good. Returns 0 when nothing was added, else -1.
 */
int guard_check(const struct config *conf, struct diags *problems);

#endif
